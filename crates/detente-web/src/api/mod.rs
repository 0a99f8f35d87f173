//! Data for programs: `/api/v1`, read only, and the files beside every table and picture.

pub(crate) mod export;
pub(crate) mod openapi;
pub(crate) mod read;
mod table;
