//! Pictures as SVG: the network, the timeline, the bar of a forecast.
//!
//! Colours stand as attributes for a picture on its own; a page overrides them by class. Labels are
//! whole words in one `text` each, so that Arabic letters join.

mod fit;
mod forecast;
mod legend;
mod network;
mod relation;
mod ring;
mod scale;
mod svg;
mod timeline;

pub(super) use forecast::forecast_svg;
pub use network::network_svg;
pub(super) use network::summary as network_summary;
pub(super) use relation::{Related, Role, related};
pub use timeline::timeline_svg;
pub(super) use timeline::{breaks as timeline_breaks, summary as timeline_summary};
