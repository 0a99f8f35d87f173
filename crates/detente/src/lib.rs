//! Ask a what-if question of international relations; get a sourced brief.

mod article;
pub mod brief;
pub mod question;
pub mod render;
pub mod words;

pub use article::{Article, records};
pub use brief::Brief;
pub use question::{Asked, Found, QuestionError, Suggestion, formal, read_question};
