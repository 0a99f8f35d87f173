//! The mechanical invariants of ARCHITECTURE.md and CONTRIBUTING.md.

mod documents;
mod manifests;
mod messages;
mod origins;
mod sources;
mod styles;
mod texts;
