//! A brief for readers: lines for a terminal, a page of HTML, JSON, and the pictures of both.
//!
//! Only here is layout known, and which way a language runs. Every function is pure: the same brief
//! gives the same bytes.

mod command;
mod html;
mod json;
mod label;
mod picture;
mod terminal;
mod text;

pub use html::{Captured, Inside, html, inside, style};
pub use json::json;
pub use picture::{network_svg, timeline_svg};
pub use terminal::{Width, terminal};
