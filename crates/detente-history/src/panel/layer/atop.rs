//! Alliance obligations of ATOP: what the first state of a dyad owes the second.

use super::dyad::{DyadLayer, Entry};
use crate::panel::PanelError;
use crate::panel::block::{Blocks, Elsewhere};
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::System;

const DUTIES: [&str; 5] = ["atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"];
/// The years that ATOP 5 covers: within them no row means no obligation.
const SPAN: (i16, i16) = (1815, 2018);

/// The layer `atop_alliance`. Without direction a duty stands when either state has it.
pub(crate) fn atop(directed: bool, folder: &Folder, cow: &System) -> Result<DyadLayer, PanelError> {
    let file = folder.table("atop_ddy.csv")?;
    let c = file.all(&["ccode1", "ccode2", "year"])?;
    let duties = file.all(&DUTIES)?;
    let mut rows: Vec<(Entry, [bool; 5])> = Vec::new();
    file.each(|row| {
        let (a, b, year) = (row.code(c[0], cow)?, row.code(c[1], cow)?, row.year(c[2])?);
        let mut held = [false; 5];
        for (duty, at) in held.iter_mut().zip(&duties) {
            *duty = zero_or_one(row.int(*at)?).ok_or_else(|| row.fault(*at, "is neither 0 nor 1"))?;
        }
        let (a, b) = if directed || a < b { (a, b) } else { (b, a) };
        rows.push((Entry { a, b, year, block: 0, line: u32::try_from(row.line).unwrap_or(u32::MAX) }, held));
        Ok(())
    })?;
    if !directed {
        rows = either_side(rows);
    }
    let mut blocks = Blocks::new(6);
    let none = blocks.filled(0);
    let entries = rows.into_iter().map(|(entry, held)| Entry { block: block(&mut blocks, held), ..entry }).collect();
    let mut names = vec![("atop_alliance", Kind::Integer)];
    names.extend(DUTIES.map(|d| (d, Kind::Integer)));
    let elsewhere = Elsewhere::within(SPAN.0, SPAN.1, none);
    DyadLayer::new(blocks, elsewhere, columns("atop_alliance", &names), entries, &file.name).map(|l| undirect(l, directed))
}

fn undirect(layer: DyadLayer, directed: bool) -> DyadLayer {
    if directed { layer } else { layer.undirected() }
}

fn zero_or_one(n: i64) -> Option<bool> {
    match n {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

fn block(blocks: &mut Blocks, held: [bool; 5]) -> u32 {
    // A row is an alliance, also on the side that owes nothing.
    blocks.whole(1);
    held.iter().for_each(|d| blocks.whole(i64::from(*d)));
    blocks.close()
}

/// The two directions of a dyad-year as one; a third row is left for the check of doubles.
fn either_side(mut rows: Vec<(Entry, [bool; 5])>) -> Vec<(Entry, [bool; 5])> {
    rows.sort_by_key(|(e, _)| e.key());
    let mut out: Vec<(Entry, [bool; 5])> = Vec::with_capacity(rows.len());
    let mut merged = false;
    for (entry, held) in rows {
        match out.last_mut().filter(|(e, _)| e.key() == entry.key() && !merged) {
            Some((_, duties)) => {
                duties.iter_mut().zip(held).for_each(|(d, h)| *d |= h);
                merged = true;
            }
            None => {
                out.push((entry, held));
                merged = false;
            }
        }
    }
    out
}
