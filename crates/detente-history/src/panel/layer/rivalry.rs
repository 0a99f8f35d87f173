//! Strategic rivalries (Thompson, Sakuwa and Suhas 2021).

use super::Layer;
use super::dyad::{DyadLayer, Entry};
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::{Blocks, Elsewhere};
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::row::Row;
use crate::panel::system::{System, SystemKind};

const NAME: &str = "strategic_rivalries";
/// The last year of the data.
const LAST: i16 = 2020;
const TYPES: [&str; 4] = ["positional", "spatial", "ideological", "interventionary"];

/// A rivalry in one year.
struct Year {
    id: i64,
    a: u16,
    b: u16,
    year: i16,
    types: [i64; 4],
    line: u32,
}

/// The layer `strategic_rivalries`: of a dyad, or how many of each type a state has.
pub(crate) fn rivalries(sides: usize, folder: &Folder, cow: &System) -> Result<Box<dyn Layer>, PanelError> {
    let file = folder.table("rivalries_tss2021.csv")?;
    let c = file.all(&["tssr_id", "ccode1", "ccode2", "start", "end"])?;
    let types = file.all(&TYPES)?;
    let mut years = Vec::new();
    file.each(|row| spread(row, &c, &types, cow, &mut years))?;
    if sides == 1 { Ok(Box::new(counts(&years))) } else { Ok(Box::new(of_dyads(&years, &file.name)?)) }
}

/// The years of a rivalry since 1816.
fn spread(row: &Row, c: &[usize], types: &[usize], cow: &System, out: &mut Vec<Year>) -> Result<(), PanelError> {
    let (from, to) = (row.year(c[3])?, row.year(c[4])?);
    if to < from {
        return Err(row.fault(c[4], format!("ends before it begins ({from})")));
    }
    // A rivalry that was over by 1816 may be of a state that the system never had.
    if to < 1816 {
        return Ok(());
    }
    let (id, a, b) = (row.int(c[0])?, row.code(c[1], cow)?, row.code(c[2], cow)?);
    let mut held = [0; 4];
    for (held, at) in held.iter_mut().zip(types) {
        *held = row.maybe(*at)?.unwrap_or(0);
    }
    let line = u32::try_from(row.line).unwrap_or(u32::MAX);
    for year in from.max(1816)..=to {
        let (a, b) = (heir(a, year), heir(b, year));
        out.push(Year { id, a, b, year, types: held, line });
    }
    Ok(())
}

/// Austria-Hungary's rivalry with Serbia passes to Austria for its last years.
fn heir(code: u16, year: i16) -> u16 {
    if code == 300 && year >= 1919 { 305 } else { code }
}

/// Beyond the data the field's package reports a rivalry of every dyad; its values are kept, and
/// the caveat of the data set says so.
fn of_dyads(years: &[Year], file: &str) -> Result<DyadLayer, PanelError> {
    let mut blocks = Blocks::new(6);
    let none = block(&mut blocks, None, Some([0; 4]), 0);
    let beyond = block(&mut blocks, None, None, 1);
    let mut entries = Vec::with_capacity(years.len());
    for y in years {
        let id = block(&mut blocks, Some(y.id), Some(y.types), 1);
        entries.push(Entry { a: y.a.min(y.b), b: y.a.max(y.b), year: y.year, block: id, line: y.line });
    }
    let mut names = vec![("tssr_id", Kind::Integer)];
    names.extend(TYPES.map(|t| (t, Kind::Integer)));
    names.push(("ongoingrivalry", Kind::Integer));
    let elsewhere = Elsewhere::within(i16::MIN, LAST, none).and(LAST + 1, i16::MAX, beyond);
    Ok(DyadLayer::new(blocks, elsewhere, columns(NAME, &names), entries, file)?.undirected())
}

fn block(blocks: &mut Blocks, id: Option<i64>, types: Option<[i64; 4]>, ongoing: i64) -> u32 {
    blocks.maybe(id);
    for n in 0..4 {
        blocks.maybe(types.map(|t| t[n]));
    }
    blocks.whole(ongoing);
    blocks.close()
}

fn counts(years: &[Year]) -> StateLayer {
    let mut sums: std::collections::BTreeMap<(u16, i16), [i64; 4]> = std::collections::BTreeMap::new();
    for (code, y) in years.iter().flat_map(|y| [(y.a, y), (y.b, y)]) {
        sums.entry((code, y.year)).or_default().iter_mut().zip(y.types).for_each(|(sum, t)| *sum += t);
    }
    let mut table = StateTable::new(4);
    table.elsewhere = Elsewhere::within(i16::MIN, LAST, table.blocks.filled(0));
    // The order of the field's package: by name.
    for ((code, year), [positional, spatial, ideological, interventionary]) in sums {
        [ideological, interventionary, positional, spatial].iter().for_each(|n| table.blocks.whole(*n));
        let block = table.blocks.close();
        table.set(code, year, block);
    }
    let names = ["n_ideological", "n_interventionary", "n_positional", "n_spatial"].map(|n| (n, Kind::Integer));
    StateLayer::new(table, SystemKind::Cow, 1, columns(NAME, &names))
}
