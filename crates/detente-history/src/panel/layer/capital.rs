//! Distances between capitals.
//!
//! The great-circle distance on a sphere of radius 6,378,137 m in Vincenty's form (1975, *Survey
//! Review* 23:88-93, the spherical case of the inverse formula), in kilometres; a year has the
//! capital of its first row in the file, that of 1 January.

use super::Layer;
use crate::panel::PanelError;
use crate::panel::column::{Column, Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::line::Line;
use crate::panel::place::Place;
use crate::panel::system::{System, SystemKind};

const NAME: &str = "capital_distance";
const RADIUS: f64 = 6378.137;
const FIRST: i16 = 1816;
const SPAN: usize = 285;

/// A capital: sine and cosine of its latitude, and its longitude in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Site {
    sin: f64,
    cos: f64,
    lng: f64,
}

/// The layer `capital_distance`: of a dyad, or the least of a state to any other.
pub(crate) struct CapitalDistance {
    sites: Vec<Site>,
    /// By code and year: the site, from 1; 0 is none.
    years: Vec<u16>,
    kind: SystemKind,
    system: System,
    least: bool,
    columns: Vec<Column>,
    last: (u16, u16),
    text: Vec<u8>,
    value: f64,
}

/// Reads the capitals of a system.
pub(crate) fn capital_distance(
    sides: usize,
    folder: &Folder,
    system: &System,
    other: &System,
) -> Result<CapitalDistance, PanelError> {
    let kind = system.kind;
    let file = folder.table(if kind == SystemKind::Cow { "capitals_cow.csv" } else { "capitals_gw.csv" })?;
    let c = file.all(&[kind.column(), "stdate", "enddate", "lat", "lng"])?;
    let (mut sites, mut years) = (Vec::new(), vec![0u16; 1000 * SPAN]);
    file.each(|row| {
        // The list of Gleditsch-Ward capitals also has Yemen under its other code.
        let code = row.code(c[0], system).or_else(|_| row.code(c[0], other))?;
        let (from, to) = (row.date(c[1])?, row.date(c[2])?);
        let (lat, lng) = (degrees(row.number(c[3])?, 90.0), degrees(row.number(c[4])?, 180.0));
        let lat = lat.ok_or_else(|| row.fault(c[3], "is no latitude"))?;
        let lng = lng.ok_or_else(|| row.fault(c[4], "is no longitude"))?;
        sites.push(Site { sin: lat.sin(), cos: lat.cos(), lng });
        let site = u16::try_from(sites.len()).unwrap_or(0);
        for year in from.year()..=to.year() {
            let Some(at) = place(code, year) else { continue };
            if years[at] == 0 {
                years[at] = site;
            }
        }
        Ok(())
    })?;
    let name = if sides == 1 { "mincapdist" } else { "capdist" };
    let columns = columns(NAME, &[(name, Kind::Number)]);
    let (system, least) = (system.clone(), sides == 1);
    Ok(CapitalDistance { sites, years, kind, system, least, columns, last: (0, 0), text: b",".to_vec(), value: f64::NAN })
}

fn degrees(value: Option<f64>, most: f64) -> Option<f64> {
    value.filter(|v| v.abs() <= most).map(f64::to_radians)
}

fn place(code: u16, year: i16) -> Option<usize> {
    let year = usize::try_from(year - FIRST).ok().filter(|y| *y < SPAN)?;
    (code < 1000).then_some(usize::from(code) * SPAN + year)
}

fn distance(a: &Site, b: &Site) -> f64 {
    let turn = (a.lng - b.lng).abs();
    let (x, y) = (b.cos * turn.sin(), a.cos * b.sin - a.sin * b.cos * turn.cos());
    let across = (x * x + y * y).sqrt();
    RADIUS * across.atan2(a.sin * b.sin + a.cos * b.cos * turn.cos())
}

impl CapitalDistance {
    fn site(&self, code: u16, year: i16) -> u16 {
        place(code, year).map_or(0, |at| self.years[at])
    }

    fn between(&self, a: u16, b: u16) -> Option<f64> {
        let site = |n: u16| self.sites.get(usize::from(n.checked_sub(1)?));
        Some(distance(site(a)?, site(b)?))
    }

    fn least(&self, code: u16, year: i16) -> Option<f64> {
        let own = self.site(code, year);
        let others = self.system.spans().map(|(code, _)| code).filter(|c| *c != code && self.system.member(*c, year));
        others.filter_map(|c| self.between(own, self.site(c, year))).min_by(f64::total_cmp)
    }

    fn keep(&mut self, value: Option<f64>) {
        self.text.truncate(1);
        self.value = value.unwrap_or(f64::NAN);
        if let Some(value) = value {
            self.text.extend_from_slice(value.to_string().as_bytes());
        }
    }
}

impl Layer for CapitalDistance {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn write(&mut self, at: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        let [a, b] = if self.kind == SystemKind::Cow { at.cow } else { at.gw };
        if self.least {
            let value = self.least(a, at.year);
            self.keep(value);
        } else {
            // The distance is the same as long as no capital moves: most rows are that of before.
            let sites = (self.site(a, at.year), self.site(b, at.year));
            if sites != self.last || self.value.is_nan() {
                let value = self.between(sites.0, sites.1);
                self.keep(value);
                self.last = sites;
            }
        }
        line.text.extend_from_slice(&self.text);
        line.values.push(self.value);
        Ok(true)
    }
}
