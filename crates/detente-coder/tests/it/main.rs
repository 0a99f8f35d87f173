//! Tests of the coder as its users see it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]

mod articles;
mod corpus;
mod frames;
mod hostile;
mod html;
mod long;
mod pages;
mod phrases;
mod precise;
mod second;
