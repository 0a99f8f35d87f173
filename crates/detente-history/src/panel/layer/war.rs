//! Wars of the Correlates of War: between states, and within them.

use super::dyad::{DyadLayer, Entry};
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::{BlockId, Blocks, Elsewhere};
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::row::Row;
use crate::panel::system::{System, SystemKind};

/// The years that both lists cover.
const SPAN: (i16, i16) = (1816, 2007);
const INTER: [&str; 9] =
    ["cowinterongoing", "cowinteronset", "sidea1", "sidea2", "initiator1", "initiator2", "outcome1", "outcome2", "batdeath1"];

/// A war of a unit in a year; of several, one that begins stays, then the deadliest.
struct WarYear<K> {
    key: K,
    begins: bool,
    /// None when no side's deaths are known.
    deaths: Option<i64>,
    block: BlockId,
    line: u32,
}

/// The war that stands for its unit and year: the list has them in the order of the file.
fn deadliest<K: Ord + Copy>(mut wars: Vec<WarYear<K>>) -> Vec<WarYear<K>> {
    wars.sort_by(|x, y| x.key.cmp(&y.key).then(y.begins.cmp(&x.begins)).then(y.deaths.cmp(&x.deaths)));
    wars.dedup_by_key(|w| w.key);
    wars
}

/// Deaths of a side: a negative number stands for one that is not known.
fn known(row: &Row, column: usize) -> Result<Option<i64>, PanelError> {
    Ok(row.maybe(column)?.filter(|n| *n >= 0))
}

fn together(a: Option<i64>, b: Option<i64>) -> Option<i64> {
    a.into_iter().chain(b).reduce(|a, b| a + b)
}

/// The layer `cow_wars` of dyad-years: wars between states.
pub(crate) fn interstate(folder: &Folder, cow: &System) -> Result<DyadLayer, PanelError> {
    let file = folder.table("war_interstate_dyad_years.csv")?;
    let c = file.all(&["ccode1", "ccode2", "year"])?;
    let (copied, last) = (file.all(&INTER[..8])?, file.all(&["batdeath1", "batdeath2", "resume"])?);
    let mut blocks = Blocks::new(11);
    let mut wars = Vec::new();
    file.each(|row| {
        let year = row.year(c[2])?;
        let key = (row.member(c[0], year, cow)?, row.member(c[1], year, cow)?, year);
        copied.iter().try_for_each(|at| blocks.copy(row, *at, Kind::Integer))?;
        let deaths = [known(row, last[0])?, known(row, last[1])?];
        deaths.iter().for_each(|d| blocks.maybe(*d));
        blocks.copy(row, last[2], Kind::Integer)?;
        let (block, line) = (blocks.close(), u32::try_from(row.line).unwrap_or(u32::MAX));
        let deaths = together(deaths[0], deaths[1]);
        wars.push(WarYear { key, begins: row.int(copied[1])? == 1, deaths, block, line });
        Ok(())
    })?;
    let none = peace(&mut blocks, 0, 11);
    let entry = |w: WarYear<(u16, u16, i16)>| Entry { a: w.key.0, b: w.key.1, year: w.key.2, block: w.block, line: w.line };
    let entries = deadliest(wars).into_iter().map(entry).collect();
    let mut names: Vec<(&str, Kind)> = INTER.iter().map(|n| (*n, Kind::Integer)).collect();
    names.extend([("batdeath2", Kind::Integer), ("resume", Kind::Integer)]);
    DyadLayer::new(blocks, Elsewhere::within(SPAN.0, SPAN.1, none), columns("cow_wars", &names), entries, &file.name)
}

/// A year without war: the two cells from `first` on are 0, the others have nothing to say.
fn peace(blocks: &mut Blocks, first: usize, width: usize) -> BlockId {
    for n in 0..width {
        if n == first || n == first + 1 { blocks.whole(0) } else { blocks.missing() }
    }
    blocks.close()
}

const INTRA: [(&str, Kind); 10] = [
    ("warnum", Kind::Integer),
    ("warname", Kind::Text),
    ("wartype", Kind::Text),
    ("cowintraonset", Kind::Integer),
    ("cowintraongoing", Kind::Integer),
    ("intnl", Kind::Integer),
    ("outcome", Kind::Integer),
    ("sideadeaths", Kind::Integer),
    ("sidebdeaths", Kind::Integer),
    ("intrawarnums", Kind::Text),
];

/// The layer `cow_wars` of state-years: wars of a government within its state, of one type or all.
pub(crate) fn intrastate(kind: Option<&str>, folder: &Folder, cow: &System) -> Result<StateLayer, PanelError> {
    let file = folder.table("war_intrastate_years.csv")?;
    let c = file.all(&["ccodea", "year", "primary_state", "wartype", "cowintraonset", "sideadeaths", "sidebdeaths", "warnum"])?;
    let copied: Vec<(usize, Kind)> =
        INTRA[..7].iter().map(|(n, k)| Ok((file.column(n)?, *k))).collect::<Result<_, PanelError>>()?;
    let mut numbers: std::collections::BTreeMap<(u16, i16), Vec<String>> = std::collections::BTreeMap::new();
    file.each(|row| {
        if row.int(c[2])? == 1 && kind.is_none_or(|k| row.fields[c[3]] == k.as_bytes()) {
            let key = (row.member(c[0], row.year(c[1])?, cow)?, row.year(c[1])?);
            numbers.entry(key).or_default().push(row.text(c[7])?);
        }
        Ok(())
    })?;
    let mut table = StateTable::new(INTRA.len());
    let mut wars = Vec::new();
    file.each(|row| {
        let code = u16::try_from(row.int(c[0])?).unwrap_or(0);
        let key = (code, row.year(c[1])?);
        let Some(all) = numbers.get(&key).filter(|all| row.int(c[2]).is_ok_and(|p| p == 1) && all.contains(&number(row, c[7])))
        else {
            return Ok(());
        };
        copied.iter().try_for_each(|(at, kind)| table.blocks.copy(row, *at, *kind))?;
        let deaths = [known(row, c[5])?, known(row, c[6])?];
        deaths.iter().for_each(|d| table.blocks.whole(d.unwrap_or(-9)));
        table.blocks.word(&all.join("; "));
        let (block, line) = (table.blocks.close(), u32::try_from(row.line).unwrap_or(u32::MAX));
        wars.push(WarYear { key, begins: row.int(c[4])? == 1, deaths: together(deaths[0], deaths[1]), block, line });
        Ok(())
    })?;
    let none = peace(&mut table.blocks, 3, INTRA.len());
    table.elsewhere = Elsewhere::within(SPAN.0, SPAN.1, none);
    for war in deadliest(wars) {
        table.set(war.key.0, war.key.1, war.block);
    }
    Ok(StateLayer::new(table, SystemKind::Cow, 1, columns("cow_wars", &INTRA)))
}

fn number(row: &Row, column: usize) -> String {
    row.text(column).unwrap_or_default()
}
