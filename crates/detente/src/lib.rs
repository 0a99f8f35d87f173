//! Ask a what-if question of international relations; get a sourced brief.

pub mod question;

pub use question::{Asked, Found, QuestionError, Suggestion, formal, read_question};
