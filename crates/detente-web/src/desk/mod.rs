//! The editors' desk: log in, take a page, review its coding, compose, publish, resolve, keep watch.

pub(crate) mod account;
mod beside;
pub(crate) mod brief;
pub(crate) mod compose;
mod correct;
pub(crate) mod forecast;
mod frame;
pub(crate) mod guard;
pub(crate) mod home;
pub(crate) mod login;
pub(crate) mod review;
pub(crate) mod take;
