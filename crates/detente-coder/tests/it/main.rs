//! Tests of the coder as its users see it.

mod corpus;
mod hostile;
mod html;
mod pages;
