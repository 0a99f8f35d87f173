//! A brief laid out: for a terminal, as Markdown, as one HTML file, as JSON, with its pictures.
//!
//! Only here is layout known, and which way a language runs. Every function is pure: the same brief
//! gives the same bytes.

mod command;
mod html;
mod json;
mod label;
mod markdown;
mod picture;
mod terminal;
mod text;

pub use html::{Captured, Inside, html, inside, style};
pub use json::json;
pub use markdown::markdown;
pub use picture::{network_svg, timeline_svg};
pub use terminal::{Width, terminal};
