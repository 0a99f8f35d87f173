//! Figures of states that are copied as they stand: capabilities, democracy, product, trade, votes.

use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::{System, SystemKind};

/// A file of state-years and the columns taken from it.
pub(crate) struct Figures {
    /// The name of the data set.
    pub(crate) name: &'static str,
    file: &'static str,
    /// The column of the year, and what is added to it: the sessions of an assembly are numbered.
    year: (&'static str, i16),
    /// Whether rows of states that were no members are left aside instead of refused.
    lax: bool,
    cells: &'static [(&'static str, &'static str, Kind)],
}

use Kind::{Integer, Number};

const NMC: Figures = Figures {
    name: "nmc",
    file: "nmc6.csv",
    year: ("year", 0),
    lax: false,
    cells: &[
        ("milex", "milex", Number),
        ("milper", "milper", Number),
        ("irst", "irst", Number),
        ("pec", "pec", Number),
        ("tpop", "tpop", Number),
        ("upop", "upop", Number),
        ("cinc", "cinc", Number),
    ],
};
const DEMOCRACY: Figures = Figures {
    name: "democracy",
    file: "democracy_cow.csv",
    year: ("year", 0),
    lax: false,
    cells: &[
        ("euds", "euds", Number),
        ("aeuds", "aeuds", Number),
        ("polity2", "polity2", Integer),
        ("v2x_polyarchy", "v2x_polyarchy", Number),
    ],
};
const PRODUCT: Figures = Figures {
    name: "sim_gdp_pop",
    file: "gdp_pop_cow.csv",
    year: ("year", 0),
    lax: false,
    cells: &[
        ("mrgdppc", "mrgdppc", Number),
        ("sd_mrgdppc", "sd_mrgdppc", Number),
        ("pwtrgdp", "pwtrgdp", Number),
        ("sd_pwtrgdp", "sd_pwtrgdp", Number),
        ("pwtpop", "pwtpop", Number),
        ("sd_pwtpop", "sd_pwtpop", Number),
    ],
};
const TRADE: Figures = Figures {
    name: "cow_trade",
    file: "trade_state_years.csv",
    year: ("year", 0),
    lax: true,
    cells: &[("imports", "imports", Number), ("exports", "exports", Number)],
};
const IGOS: Figures = Figures {
    name: "igos",
    file: "igo_state_years.csv",
    year: ("year", 0),
    lax: false,
    cells: &[
        ("sum_igo_full", "sum_igo_full", Integer),
        ("sum_igo_associate", "sum_igo_associate", Integer),
        ("sum_igo_observer", "sum_igo_observer", Integer),
        ("sum_igo_anytype", "sum_igo_anytype", Integer),
    ],
};
const VOTES: Figures = Figures {
    name: "unga_idealpoints",
    file: "unga_idealpoints_2020.csv",
    year: ("session", 1945),
    lax: true,
    cells: &[
        ("NVotes", "nvotes", Integer),
        ("IdealPoint", "idealpoint", Number),
        ("QO%", "q0", Number),
        ("Q5%", "q5", Number),
        ("Q10%", "q10", Number),
        ("Q50%", "q50", Number),
        ("Q90%", "q90", Number),
        ("Q95%", "q95", Number),
        ("Q100%", "q100", Number),
    ],
};

const ALL: [&Figures; 6] = [&NMC, &DEMOCRACY, &PRODUCT, &TRADE, &IGOS, &VOTES];

/// The layer of a data set of figures, for one state or both members of a dyad; none for another name.
pub(crate) fn state_figures(name: &str, sides: usize, folder: &Folder, cow: &System) -> Result<Option<StateLayer>, PanelError> {
    let Some(figures) = ALL.iter().find(|f| f.name == name) else { return Ok(None) };
    let table = read(figures, folder, cow)?;
    let names: Vec<(&str, Kind)> = figures.cells.iter().map(|(_, name, kind)| (*name, *kind)).collect();
    Ok(Some(StateLayer::new(table, SystemKind::Cow, sides, columns(name, &names))))
}

fn read(figures: &Figures, folder: &Folder, cow: &System) -> Result<StateTable, PanelError> {
    let file = folder.table(figures.file)?;
    let (code_at, year_at) = (file.column("ccode")?, file.column(figures.year.0)?);
    let cells = figures.cells.iter().map(|(from, _, kind)| Ok((file.column(from)?, *kind)));
    let cells: Vec<(usize, Kind)> = cells.collect::<Result<_, PanelError>>()?;
    let mut table = StateTable::new(cells.len());
    file.each(|row| {
        let year = match figures.year.1 {
            0 => row.year(year_at)?,
            first => first + i16::try_from(row.int(year_at)?).unwrap_or(0),
        };
        let code = if figures.lax { row.code(code_at, cow)? } else { row.member(code_at, year, cow)? };
        for (at, kind) in &cells {
            table.blocks.copy(row, *at, *kind)?;
        }
        let block = table.blocks.close();
        table.add(row, code_at, code, year, block)
    })?;
    Ok(table)
}
