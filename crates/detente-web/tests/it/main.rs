//! Tests of the site over its own port.

mod api;
mod desk;
mod guard;
mod letters;
mod pages;
mod poll;
mod site;
mod style;
