//! Militarized interstate disputes: COW's version 5.0 and that of Gibler, Miller and Little.

use std::collections::HashMap;

use super::dyad::{DyadLayer, Entry};
use super::{Weight, whittled};
use crate::panel::PanelError;
use crate::panel::block::{BlockId, Blocks, Elsewhere};
use crate::panel::column::{Column, Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::row::Row;
use crate::panel::system::System;
use crate::panel::table::Table;

const SIDES: [&str; 12] = [
    "sidea1",
    "sidea2",
    "fatality1",
    "fatality2",
    "fatalpre1",
    "fatalpre2",
    "hiact1",
    "hiact2",
    "hostlev1",
    "hostlev2",
    "orig1",
    "orig2",
];
const WEIGHED: [&str; 6] = ["fatality", "hostlev", "mindur", "maxdur", "recip", "stmon"];

/// What a line of a dyadic file says: the pair and year, how it weighs, where its values stand and on which line.
type Stated = ((u16, u16, i16), Weight, (BlockId, u32));

/// One dispute of the COW list: fatality, hostility, durations, reciprocity, month, as weighed.
pub(crate) type Dispute = [i64; 6];

/// The disputes of COW by number.
pub(crate) fn cow_disputes(folder: &Folder) -> Result<HashMap<i64, Dispute>, PanelError> {
    let file = folder.table("mid_cow5_disputes.csv")?;
    let (number, at) = (file.column("dispnum")?, file.all(&WEIGHED)?);
    let mut out = HashMap::new();
    file.each(|row| {
        let mut figures = [0; 6];
        for (figure, at) in figures.iter_mut().zip(&at) {
            *figure = row.int(*at)?;
        }
        match out.insert(row.int(number)?, figures) {
            None => Ok(()),
            Some(_) => Err(row.fault(number, "stands already in an earlier line: remove one of the two")),
        }
    })?;
    Ok(out)
}

/// A file of directed dispute-years and how it is read.
struct Source<'a> {
    name: &'static str,
    file: &'static str,
    /// The columns of going on and beginning, in the file and in the panel.
    events: [(&'static str, &'static str); 2],
    /// The years covered.
    span: (i16, i16),
    cow: &'a System,
}

/// The layer `cow_mids`.
pub(crate) fn cow_mids(folder: &Folder, cow: &System) -> Result<DyadLayer, PanelError> {
    let source = Source {
        name: "cow_mids",
        file: "mid_cow5_dirdyad_years.csv",
        events: [("dispongoing", "cowmidongoing"), ("disponset", "cowmidonset")],
        span: (1816, 2014),
        cow,
    };
    let disputes = cow_disputes(folder)?;
    let file = folder.table(source.file)?;
    let number = file.column("dispnum")?;
    let unlisted = |row: &Row| row.fault(number, "is not in mid_cow5_disputes.csv: fetch both files of one version");
    let figures = |row: &Row| disputes.get(&row.int(number)?).copied().ok_or_else(|| unlisted(row));
    let copied: Vec<(usize, &str)> = SIDES.iter().map(|n| Ok((file.column(n)?, *n))).collect::<Result<_, PanelError>>()?;
    layer(&source, &file, &copied, &WEIGHED, figures, |_, _| Ok(()))
}

/// The layer `gml_mids` of dyad-years; with direction it says who began, as `init` decides.
pub(crate) fn gml_mids(directed: Option<&str>, folder: &Folder, cow: &System) -> Result<DyadLayer, PanelError> {
    let source = Source {
        name: "gml_mids",
        file: "mid_gml22_dirdyad_years.csv",
        events: [("midongoing", "gmlmidongoing"), ("midonset", "gmlmidonset")],
        span: (1816, 2010),
        cow,
    };
    let file = folder.table(source.file)?;
    let weighed = file.all(&WEIGHED)?;
    let figures = |row: &Row| {
        let mut figures = [0; 6];
        for (figure, at) in figures.iter_mut().zip(&weighed) {
            *figure = row.int(*at)?;
        }
        Ok(figures)
    };
    let own = ["dispnum", "ccode1", "ccode2", "year", "midongoing", "midonset", "version"];
    let others = file.header.iter().enumerate().filter(|(_, h)| !own.contains(&h.as_str()));
    let copied: Vec<(usize, &str)> = others.map(|(n, h)| (n, h.as_str())).collect();
    let Some(rule) = directed else { return layer(&source, &file, &copied, &[], figures, |_, _| Ok(())) };
    let sides = file.all(&["sidea1", "orig1", "sidea2", "orig2"])?;
    layer(&source, &file, &copied, &["init1", "init2"], figures, |row, blocks| {
        for side in sides.chunks(2) {
            blocks.whole(i64::from(initiates(rule, row.int(side[0])? == 1, row.int(side[1])? == 1)));
        }
        Ok(())
    })
}

/// Whether a state began a dispute, or joined it, in the sense of the rule.
pub(crate) fn initiates(rule: &str, side_a: bool, original: bool) -> bool {
    match rule {
        "sidea-orig" => side_a && original,
        "sidea-with-joiners" => side_a,
        _ => side_a || !original,
    }
}

/// Reads, whittles and renders; `more` writes the cells of the added columns, which are the
/// weighed figures when it writes none.
fn layer(
    source: &Source,
    file: &Table,
    copied: &[(usize, &str)],
    added: &[&str],
    figures: impl Fn(&Row) -> Result<Dispute, PanelError>,
    more: impl Fn(&Row, &mut Blocks) -> Result<(), PanelError>,
) -> Result<DyadLayer, PanelError> {
    let c = file.all(&["dispnum", "ccode1", "ccode2", "year", source.events[0].0, source.events[1].0])?;
    let columns = names(source, copied, added);
    let mut blocks = Blocks::new(columns.len());
    let mut items: Vec<Stated> = Vec::new();
    let figured = added == WEIGHED;
    file.each(|row| {
        let (a, b, year) = (row.code(c[1], source.cow)?, row.code(c[2], source.cow)?, row.year(c[3])?);
        let weighed = figures(row)?;
        [c[0], c[4], c[5]].iter().try_for_each(|at| blocks.copy(row, *at, Kind::Integer))?;
        copied.iter().try_for_each(|(at, _)| blocks.copy(row, *at, Kind::Integer))?;
        if figured {
            weighed.iter().for_each(|n| blocks.whole(*n));
        }
        more(row, &mut blocks)?;
        let block = blocks.close();
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        items.push(((a, b, year), Weight::new(row.int(c[5])? == 1, weighed), (block, line)));
        Ok(())
    })?;
    let none = quiet(&mut blocks, columns.len());
    let entry = |((a, b, year), (block, line))| Entry { a, b, year, block, line };
    let entries = whittled(items).into_iter().map(entry).collect();
    let elsewhere = Elsewhere::within(source.span.0, source.span.1, none);
    DyadLayer::new(blocks, elsewhere, columns, entries, &file.name)
}

/// No dispute: neither going on nor beginning, and nothing to say of the rest.
fn quiet(blocks: &mut Blocks, width: usize) -> BlockId {
    blocks.missing();
    blocks.whole(0);
    blocks.whole(0);
    (3..width).for_each(|_| blocks.missing());
    blocks.close()
}

fn names(source: &Source, copied: &[(usize, &str)], added: &[&str]) -> Vec<Column> {
    let mut names = vec![("dispnum", Kind::Integer)];
    names.extend(source.events.map(|(_, name)| (name, Kind::Integer)));
    names.extend(copied.iter().map(|(_, name)| (*name, Kind::Integer)));
    names.extend(added.iter().map(|name| (*name, Kind::Integer)));
    columns(source.name, &names)
}
