//! Tests of the coder as its users see it.

mod hostile;
mod html;
