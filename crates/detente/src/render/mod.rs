//! A brief for readers: a page of HTML, Markdown, and the pictures of both.
//!
//! Only here is layout known, and which way a language runs. Every function is pure: the same brief
//! gives the same bytes.

mod command;
mod html;
mod label;
mod markdown;
mod picture;
mod text;

pub use html::html;
pub use markdown::markdown;
pub use picture::{network_svg, timeline_svg};
