//! The site of a research centre: pages for readers, reader services, the editors' desk, an API.
//!
//! Only this crate has an async runtime, and only `gate` knows it: every route of [`ROUTES`] is a
//! plain function from a [`Call`] to a [`Reply`], run on a thread of its own. Pages need no script;
//! every claim on them leads in two clicks to the quote in its captured text.

mod api;
pub mod app;
pub mod assets;
mod cache;
mod call;
mod card;
pub mod content;
pub mod demo;
mod desk;
pub mod draft;
mod fault;
pub mod fetch;
pub mod form;
mod gate;
mod limit;
pub mod mail;
mod page;
mod reply;
mod route;
mod routes;
pub mod secret;
mod server;
pub mod settings;
mod store;
pub mod syndication;
pub mod token;
mod words;

pub use app::{App, Clock, Config};
pub use call::Call;
pub use fault::Fault;
pub use reply::Reply;
pub use route::{Class, Route};
pub use routes::ROUTES;
pub use server::{ServeError, serve};
