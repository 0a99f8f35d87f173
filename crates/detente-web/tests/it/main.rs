//! Tests of the site over its own port.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]

mod api;
mod corpus;
mod desk;
mod guard;
mod letters;
mod pages;
mod poll;
mod site;
mod style;
