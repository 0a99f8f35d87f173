//! Tests of the library from without.

mod pages;
mod questions;
mod sample;
