//! Tests of the library from without.

mod questions;
