//! What must hold for anything that is sent to the site, one function for each target.

mod checks;
mod stand;

pub use checks::{desk, feed, form, json, multipart};
