//! Ask a what-if question of international relations; get a sourced brief.

mod article;
pub mod brief;
pub mod question;
pub mod words;

pub use brief::Brief;
pub use article::{Article, records};
pub use question::{Asked, Found, QuestionError, Suggestion, formal, read_question};
