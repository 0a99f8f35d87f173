//! What must hold for any input, one function for each target.

mod checks;

pub use checks::{anchor, code, dates, dictionary, furniture, read};
