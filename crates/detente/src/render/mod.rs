//! A brief laid out: for a terminal, as Markdown, as one HTML file, as JSON.

mod json;
mod terminal;

pub use json::json;
pub use terminal::{Width, terminal};
