//! What must hold for any input, one function for each target.

mod checks;
mod issues;

pub use checks::{anchor, code, dates, dictionary, furniture, read};
pub use issues::bargain;
