//! Tests of the coder as its users see it.

mod html;
mod hostile;
