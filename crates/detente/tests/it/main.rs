//! Tests of the library that people use.

mod brief;
mod browser;
mod examples;
mod markdown;
mod messages;
mod page;
mod page_style;
mod questions;
mod sample;
