//! Ask a what-if question of international relations; get a sourced brief.

mod article;
pub mod ask;
pub mod brief;
mod compose;
mod issue;
mod named;
pub mod question;
pub mod render;
pub mod score;
pub mod visible;
pub mod why;
pub mod words;

pub use article::{Article, records};
pub use ask::{AskError, Manner, Sources, ask, ask_with, reading};
pub use brief::Brief;
pub use compose::{evidence, timeline};
pub use issue::Issue;
pub use question::{Asked, Found, QuestionError, Suggestion, formal, read_question};
