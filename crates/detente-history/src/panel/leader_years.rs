//! Leaders in each year of their office, in the codes of either system or as the list has them.

use super::PanelError;
use super::block::Blocks;
use super::column::{Column, Kind, columns};
use super::folder::Folder;
use super::frame::Visit;
use super::layer::pairs;
use super::leader::{Leader, leaders};
use super::line::Line;
use super::place::Place;
use super::system::{System, SystemKind};

/// A leader in a year.
struct Office {
    leader: u32,
    code: u16,
    year: i16,
    head: u32,
}

/// The rows of leader-years.
pub(crate) struct LeaderYears {
    pub(crate) columns: Vec<Column>,
    kind: SystemKind,
    heads: Blocks,
    rows: Vec<Office>,
}

impl LeaderYears {
    /// The leader-years of a system, or those of the list when `standard` is none.
    pub(crate) fn read(standard: Option<&System>, folder: &Folder, gw: &System) -> Result<Self, PanelError> {
        let leaders = leaders(folder, gw)?;
        let kind = standard.map_or(SystemKind::Gw, |s| s.kind);
        let cow = if kind == SystemKind::Cow { Some(pairs(SystemKind::Gw, folder, gw, standard.unwrap_or(gw))?) } else { None };
        let code = |leader: &Leader, year: i16| match &cow {
            None => Some(leader.gwcode),
            Some(pairs) => moved(leader.gwcode, year).or_else(|| pairs.get(&(leader.gwcode, year)).copied()),
        };
        let mut heads = Blocks::new(7);
        let mut rows = Vec::new();
        for (n, leader) in leaders.iter().enumerate() {
            for year in leader.start.year()..=leader.end.year() {
                let Some(code) = code(leader, year) else { continue };
                if standard.is_none_or(|s| in_office(leader, code, year, s)) {
                    let head = write(&mut heads, leader, code, year);
                    rows.push(Office { leader: u32::try_from(n).unwrap_or(0), code, year, head });
                }
            }
        }
        let names = [
            ("obsid", Kind::Text),
            (kind.column(), Kind::Integer),
            ("leader", Kind::Text),
            ("gender", Kind::Text),
            ("leaderage", Kind::Integer),
            ("year", Kind::Integer),
            ("yrinoffice", Kind::Integer),
        ];
        Ok(Self { columns: columns("archigos", &names), kind, heads, rows })
    }

    pub(crate) fn each(&self, years: (i16, i16), line: &mut Line, visit: &mut Visit) -> Result<(), PanelError> {
        for row in self.rows.iter().filter(|r| (years.0..=years.1).contains(&r.year)) {
            line.clear();
            self.heads.write(row.head, line);
            let codes = [row.code, 0];
            let (cow, gw) = if self.kind == SystemKind::Cow { (codes, [0; 2]) } else { ([0; 2], codes) };
            visit(Place { year: row.year, cow, gw, unit: row.leader }, line)?;
        }
        Ok(())
    }
}

/// Morocco and Saudi Arabia are states of COW in years in which the list of leaders has them by
/// codes that have no twin.
fn moved(gwcode: u16, year: i16) -> Option<u16> {
    match (gwcode, year) {
        (600, 1905..=1912) | (670, 1927..=1932) => Some(gwcode),
        _ => None,
    }
}

/// Whether a leader held office on a day of the year on which the state was a member.
fn in_office(leader: &Leader, code: u16, year: i16, system: &System) -> bool {
    let first = leader.start.max(jiff::civil::Date::constant(year, 1, 1));
    let last = leader.end.min(jiff::civil::Date::constant(year, 12, 31));
    system.tenures.iter().any(|t| t.code == code && t.start <= last && first <= t.end)
}

fn write(heads: &mut Blocks, leader: &Leader, code: u16, year: i16) -> u32 {
    heads.word(&leader.obsid);
    heads.whole(i64::from(code));
    heads.word(&leader.name);
    heads.word(&leader.gender);
    heads.maybe(leader.born.map(|born| i64::from(year) - born));
    heads.whole(i64::from(year));
    heads.whole(i64::from(year - leader.start.year()) + 1);
    heads.close()
}
