//! Pages for readers. Each is a plain function; none needs a script.

pub(crate) mod actor;
pub(crate) mod around;
pub(crate) mod ask;
pub(crate) mod brief;
pub(crate) mod card;
pub(crate) mod dyad;
pub(crate) mod fault;
pub(crate) mod feed;
pub(crate) mod home;
pub(crate) mod layout;
pub(crate) mod link;
pub(crate) mod list;
pub(crate) mod newsletter;
pub(crate) mod poll;
pub(crate) mod record;
pub(crate) mod search;
mod short;
pub(crate) mod sitemap;
pub(crate) mod snapshot;
pub(crate) mod standing;
pub(crate) mod treaty;
pub(crate) mod tv;
pub(crate) mod why;

pub(crate) use short::short;
