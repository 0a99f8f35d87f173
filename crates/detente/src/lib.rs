//! Ask a what-if question of international relations; get a sourced brief.

mod article;

pub use article::{Article, records};
