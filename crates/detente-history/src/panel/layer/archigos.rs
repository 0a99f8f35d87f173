//! Leaders of a state in a year (Archigos): changes, regular or not, and who held office first and last.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::codes::pairs;
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::leader::{Leader, leaders};
use crate::panel::system::{System, SystemKind};

const NAMES: [(&str, Kind); 5] = [
    ("leadertransition", Kind::Integer),
    ("irregular", Kind::Integer),
    ("n_leaders", Kind::Integer),
    ("jan1obsid", Kind::Text),
    ("dec31obsid", Kind::Text),
];
/// The list says little of the years before.
const FIRST: i16 = 1870;

/// The layer `archigos`, in the codes of the panel.
pub(crate) fn archigos(
    kind: SystemKind,
    sides: usize,
    folder: &Folder,
    system: &System,
    gw: &System,
) -> Result<StateLayer, PanelError> {
    let leaders = leaders(folder, gw)?;
    let mut years: BTreeMap<(u16, i16), Vec<&Leader>> = BTreeMap::new();
    for leader in &leaders {
        for year in leader.start.year().max(FIRST)..=leader.end.year() {
            years.entry((leader.gwcode, year)).or_default().push(leader);
        }
    }
    let mut table = StateTable::new(NAMES.len());
    let cow = if kind == SystemKind::Cow { Some(pairs(SystemKind::Gw, folder, gw, system)?) } else { None };
    for ((gwcode, year), held) in years {
        // Where one list has a new state, the other has a new leader.
        let heir = (kind == SystemKind::Cow && gwcode == 345 && year == 2006).then_some("SER-2006");
        if kind == SystemKind::Cow && gwcode == 340 && year == 2006 {
            continue;
        }
        let code = match &cow {
            None => Some(gwcode),
            Some(pairs) => pairs.get(&(gwcode, year)).copied(),
        };
        if let Some(code) = code {
            let block = write(&mut table, year, &held, heir);
            table.set(code, year, block);
        }
    }
    Ok(StateLayer::new(table, kind, sides, columns("archigos", &NAMES)))
}

fn write(table: &mut StateTable, year: i16, held: &[&Leader], heir: Option<&str>) -> u32 {
    let from = |l: &&&Leader| l.start.max(Date::constant(year, 1, 1));
    let until = |l: &&&Leader| l.end.min(Date::constant(year, 12, 31));
    // Of leaders of the same day, the list has the earlier one first.
    let first = held.iter().min_by_key(from).map_or("", |l| l.obsid.as_str());
    let last = held.iter().max_by_key(until).map_or("", |l| l.obsid.as_str());
    let changed = first != last;
    let irregular = changed && held.iter().any(|l| l.exit == "Irregular");
    let mut persons: Vec<&str> = held.iter().map(|l| l.leadid.as_str()).collect();
    persons.sort_unstable();
    persons.dedup();
    let blocks = &mut table.blocks;
    blocks.whole(i64::from(changed));
    blocks.whole(i64::from(irregular));
    blocks.whole(i64::try_from(persons.len()).unwrap_or(0));
    blocks.word(first);
    blocks.word(heir.unwrap_or(last));
    blocks.close()
}
