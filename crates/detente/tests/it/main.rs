//! Tests of the library that people use.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

mod brief;
mod browser;
mod examples;
mod markdown;
mod messages;
mod page;
mod page_style;
mod questions;
mod sample;
