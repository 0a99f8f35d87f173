//! Tests of the library that people use.

mod brief;
mod examples;
mod messages;
mod pages;
mod questions;
mod sample;
