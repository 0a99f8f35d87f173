//! Armed conflicts of the Uppsala Conflict Data Program, by state and year.

use std::collections::{BTreeMap, BTreeSet};

use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::Elsewhere;
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::{System, SystemKind};

const NAMES: [(&str, Kind); 4] =
    [("ucdpongoing", Kind::Integer), ("ucdponset", Kind::Integer), ("maxintensity", Kind::Integer), ("conflict_ids", Kind::Text)];
/// The field's package takes the years to 2019 as covered, whatever the version of the file.
const SPAN: (i16, i16) = (1946, 2019);

const HYDERABAD: &[u8] = b"751";

/// Which conflicts are counted; an empty list stands for all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conflicts {
    pub(crate) types: Vec<String>,
    pub(crate) issues: Vec<String>,
    pub(crate) only_wars: bool,
}

/// The layer `ucdp_acd` of state-years.
pub(crate) fn conflicts(which: &Conflicts, folder: &Folder, gw: &System) -> Result<StateLayer, PanelError> {
    let years = read(which, folder, gw)?;
    let mut table = StateTable::new(NAMES.len());
    table.blocks.whole(0);
    table.blocks.whole(0);
    table.blocks.missing();
    table.blocks.missing();
    let none = table.blocks.close();
    table.elsewhere = Elsewhere::within(SPAN.0, SPAN.1, none);
    let mut met: BTreeSet<(i64, u16)> = BTreeSet::new();
    // By year, so that the first year of a conflict is met first.
    for ((year, code), conflicts) in &years {
        let begins = conflicts.keys().filter(|id| met.insert((**id, *code))).count() > 0;
        table.blocks.whole(1);
        table.blocks.whole(i64::from(begins));
        table.blocks.whole(conflicts.values().copied().max().unwrap_or(0));
        let ids: Vec<String> = conflicts.keys().map(ToString::to_string).collect();
        table.blocks.word(&ids.join("; "));
        let block = table.blocks.close();
        table.set(*code, *year, block);
    }
    Ok(StateLayer::new(table, SystemKind::Gw, 1, columns("ucdp_acd", &NAMES)))
}

/// By year and state: every conflict with its intensity.
type Years = BTreeMap<(i16, u16), BTreeMap<i64, i64>>;

fn read(which: &Conflicts, folder: &Folder, gw: &System) -> Result<Years, PanelError> {
    let file = folder.table("ucdp_acd.csv")?;
    let c = file.all(&["conflict_id", "year", "gwno_a", "incompatibility", "intensity_level", "type_of_conflict"])?;
    let wanted = |list: &[String], field: &[u8]| list.is_empty() || list.iter().any(|w| w.as_bytes() == field);
    let mut years = Years::new();
    file.each(|row| {
        let (year, intensity) = (row.year(c[1])?, row.int(c[4])?);
        // Hyderabad fought in 1947 and 1948 and is in no list of states.
        let code = if row.fields[c[2]] == HYDERABAD { 751 } else { row.code(c[2], gw)? };
        let counted = wanted(&which.types, row.fields[c[5]]) && wanted(&which.issues, row.fields[c[3]]);
        if counted && (!which.only_wars || intensity == 2) {
            years.entry((year, code)).or_default().entry(row.int(c[0])?).or_insert(intensity);
        }
        Ok(())
    })?;
    Ok(years)
}
