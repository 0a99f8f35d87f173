//! What must hold for any input, one function for each target.

mod checks;
mod issues;

pub use checks::{anchor, dates, furniture, read};
pub use issues::bargain;
