//! Direct contiguity: tenures by month, of which a year has its first or its last.

use std::collections::BTreeMap;

use super::Layer;
use super::dyad::{DyadLayer, Entry};
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::{Blocks, Elsewhere};
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::{System, SystemKind};

const NAME: &str = "contiguity";
/// The years that version 3.2 covers: within them no row means that two states do not touch.
const SPAN: (i16, i16) = (1816, 2016);

/// How contiguity is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Contiguity {
    /// The type of the last month of a year stands for the year, not that of the first.
    pub(crate) last: bool,
    /// What was so in the last year covered is taken to be so ever since.
    pub(crate) onward: bool,
}

/// Type, month and line of a dyad in a year.
type Years = BTreeMap<(u16, u16, i16), (i64, i8, u32)>;

/// The layer `contiguity`: the type of a dyad, or how many land and sea borders a state has.
pub(crate) fn contiguity(how: Contiguity, sides: usize, folder: &Folder, cow: &System) -> Result<Box<dyn Layer>, PanelError> {
    let (mut years, file) = read(how, folder, cow)?;
    if how.onward {
        carry(&mut years);
    }
    if sides == 1 { Ok(Box::new(borders(&years, how.onward))) } else { Ok(Box::new(of_dyads(&years, how.onward, &file)?)) }
}

fn read(how: Contiguity, folder: &Folder, cow: &System) -> Result<(Years, String), PanelError> {
    let file = folder.table("contiguity.csv")?;
    let c = file.all(&["ccode1", "ccode2", "conttype", "stdate", "enddate"])?;
    let (mut years, mut tenures) = (Years::new(), BTreeMap::new());
    file.each(|row| {
        let (from, to) = (row.date(c[3])?, row.date(c[4])?);
        let kind = row.int(c[2])?;
        if !(0..=5).contains(&kind) {
            return Err(row.fault(c[2], "is no type of contiguity from 0 to 5"));
        }
        let (a, b) = (row.code(c[0], cow)?, row.code(c[1], cow)?);
        if let Some(first) = tenures.insert((a, b, from), row.line) {
            let (file, key) = (row.table.name.clone(), format!("{a}-{b} from {from}"));
            return Err(PanelError::Twice { file, line: row.line, column: "stdate".to_owned(), key, first });
        }
        for year in from.year()..=to.year() {
            let first = if year == from.year() { from.month() } else { 1 };
            let last = if year == to.year() { to.month() } else { 12 };
            let month = if how.last { last } else { first };
            let line = u32::try_from(row.line).unwrap_or(u32::MAX);
            let kept = years.entry((a, b, year)).or_insert((kind, month, line));
            if (how.last && month >= kept.1) || (!how.last && month < kept.1) {
                *kept = (kind, month, line);
            }
        }
        Ok(())
    })?;
    Ok((years, file.name))
}

fn carry(years: &mut Years) {
    let last: Vec<_> = years.iter().filter(|((_, _, year), _)| *year == SPAN.1).map(|(k, v)| (*k, *v)).collect();
    for ((a, b, _), value) in last {
        years.extend((SPAN.1 + 1..=2100).map(|year| ((a, b, year), value)));
    }
}

fn outside(onward: bool, none: u32) -> Elsewhere {
    Elsewhere::within(SPAN.0, if onward { i16::MAX } else { SPAN.1 }, none)
}

fn of_dyads(years: &Years, onward: bool, file: &str) -> Result<DyadLayer, PanelError> {
    let mut blocks = Blocks::new(1);
    let none = blocks.small(0);
    let entry = |((a, b, year), (kind, _, line)): (&(u16, u16, i16), &(i64, i8, u32))| Entry {
        a: *a,
        b: *b,
        year: *year,
        block: blocks.small(*kind),
        line: *line,
    };
    let entries: Vec<Entry> = years.iter().map(entry).collect();
    DyadLayer::new(blocks, outside(onward, none), columns(NAME, &[("conttype", Kind::Integer)]), entries, file)
}

fn borders(years: &Years, onward: bool) -> StateLayer {
    let mut sums: BTreeMap<(u16, i16), [i64; 2]> = BTreeMap::new();
    for ((a, _, year), (kind, _, _)) in years {
        let sum = sums.entry((*a, *year)).or_default();
        sum[0] += i64::from(*kind == 1);
        sum[1] += i64::from(*kind > 1);
    }
    let mut table = StateTable::new(2);
    let none = table.blocks.filled(0);
    table.elsewhere = outside(onward, none);
    for ((code, year), sum) in sums {
        sum.iter().for_each(|n| table.blocks.whole(*n));
        let block = table.blocks.close();
        table.set(code, year, block);
    }
    StateLayer::new(table, SystemKind::Cow, 1, columns(NAME, &[("land", Kind::Integer), ("sea", Kind::Integer)]))
}
