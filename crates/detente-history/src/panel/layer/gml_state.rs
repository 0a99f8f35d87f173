//! Disputes of states and of leaders, from the participants of Gibler, Miller and Little.

use std::collections::BTreeMap;

use super::dispute::initiates;
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::Elsewhere;
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::{System, SystemKind};

const NAMES: [&str; 4] = ["gmlmidongoing", "gmlmidonset", "gmlmidongoing_init", "gmlmidonset_init"];

/// The layer `gml_mids` of state-years. Participants whose leaders are all unknown are left out,
/// and a year without a dispute counts as one of peace also after 2010, as in the field's package.
pub(crate) fn gml_state_years(rule: &str, folder: &Folder, cow: &System) -> Result<StateLayer, PanelError> {
    let file = folder.table("mid_gml22_participants.csv")?;
    let c = file.all(&["ccode", "styear", "endyear", "sidea", "orig", "allmiss_leader_start", "allmiss_leader_end"])?;
    let mut years: BTreeMap<(u16, i16), [bool; 4]> = BTreeMap::new();
    file.each(|row| {
        let (from, to) = (row.year(c[1])?, row.year(c[2])?);
        let code = row.member(c[0], from, cow)?;
        if row.int(c[5])? != 0 || row.int(c[6])? != 0 {
            return Ok(());
        }
        let began = initiates(rule, row.int(c[3])? == 1, row.int(c[4])? == 1);
        for year in from..=to {
            let held = [true, year == from, began, began && year == from];
            years.entry((code, year)).or_default().iter_mut().zip(held).for_each(|(sum, h)| *sum |= h);
        }
        Ok(())
    })?;
    let mut table = StateTable::new(4);
    let none = table.blocks.filled(0);
    table.elsewhere = Elsewhere::within(i16::MIN, i16::MAX, none);
    for ((code, year), held) in years {
        held.iter().for_each(|h| table.blocks.whole(i64::from(*h)));
        let block = table.blocks.close();
        table.set(code, year, block);
    }
    Ok(StateLayer::new(table, SystemKind::Cow, 1, columns("gml_mids", &NAMES.map(|n| (n, Kind::Integer)))))
}
