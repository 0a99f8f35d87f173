//! Ask a what-if question of international relations; get a sourced brief.

mod article;
pub mod question;

pub use article::{Article, records};
pub use question::{Asked, Found, QuestionError, Suggestion, formal, read_question};
