//! The members of an international system: who was a state, from when to when.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::PanelError;
use super::folder::Folder;
use super::row::Row;

/// A list of states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SystemKind {
    /// Correlates of War.
    #[default]
    Cow,
    /// Gleditsch and Ward.
    Gw,
}

impl SystemKind {
    /// Its name in words.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Cow => "Correlates of War",
            Self::Gw => "Gleditsch-Ward",
        }
    }

    /// The column of its codes.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Cow => "ccode",
            Self::Gw => "gwcode",
        }
    }
}

/// One stay of a state in the system; a state that left and came back has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// Its code.
    pub code: u16,
    /// Its name.
    pub name: String,
    /// Whether the list counts it as a microstate; unknown to the Correlates of War.
    pub microstate: bool,
    /// Its first day.
    pub start: Date,
    /// Its last day, the last there is while it lasts.
    pub end: Date,
}

impl Tenure {
    /// Whether a day of the year falls into the stay.
    pub(crate) fn has(&self, year: i16) -> bool {
        (self.start.year()..=self.end.year()).contains(&year)
    }
}

/// The whole list.
#[derive(Clone, Debug)]
pub struct System {
    /// Which list.
    pub kind: SystemKind,
    /// The stays, by code and start.
    pub tenures: Vec<Tenure>,
    /// The year in which the list was cut.
    pub cut: i16,
    /// By code: the spans of years. Looked up for every row, hence no map.
    years: Vec<Vec<(i16, i16)>>,
}

/// Codes have up to three digits.
pub(crate) const CODES: usize = 1000;

/// A state that was a member when the list was cut is taken to be one ever since.
const OPEN: Date = date(9000, 12, 31);

impl System {
    /// Reads the list of a folder.
    ///
    /// # Errors
    /// When the file is not there, or a row of it is malformed.
    pub(crate) fn read(kind: SystemKind, folder: &Folder) -> Result<Self, PanelError> {
        let tenures = match kind {
            SystemKind::Cow => of_cow(folder)?,
            SystemKind::Gw => of_gw(folder)?,
        };
        Ok(Self::new(kind, tenures))
    }

    fn new(kind: SystemKind, mut tenures: Vec<Tenure>) -> Self {
        tenures.sort_by_key(|t| (t.code, t.start));
        let cut = tenures.iter().map(|t| t.end.year()).max().unwrap_or(0);
        let mut years = vec![Vec::new(); CODES];
        for tenure in &mut tenures {
            if tenure.end.year() == cut {
                tenure.end = OPEN;
            }
            years[usize::from(tenure.code) % CODES].push((tenure.start.year(), tenure.end.year()));
        }
        Self { kind, tenures, cut, years }
    }

    /// Whether a code was ever in the list.
    #[must_use]
    pub fn knows(&self, code: u16) -> bool {
        self.years.get(usize::from(code)).is_some_and(|spans| !spans.is_empty())
    }

    /// Whether a state was a member on some day of the year.
    #[must_use]
    pub fn member(&self, code: u16, year: i16) -> bool {
        self.years.get(usize::from(code)).is_some_and(|spans| spans.iter().any(|(from, to)| (*from..=*to).contains(&year)))
    }

    /// Every code with its spans of years, by code.
    pub(crate) fn spans(&self) -> impl Iterator<Item = (u16, &[(i16, i16)])> {
        let known = self.years.iter().enumerate().filter(|(_, spans)| !spans.is_empty());
        known.filter_map(|(code, spans)| Some((u16::try_from(code).ok()?, spans.as_slice())))
    }
}

fn of_cow(folder: &Folder) -> Result<Vec<Tenure>, PanelError> {
    let table = folder.table("cow_states.csv")?;
    let c = table.all(&["ccode", "statenme", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"])?;
    let mut out = Vec::new();
    table.each(|row| {
        let (start, end) = (day(row, &c[2..5])?, day(row, &c[5..8])?);
        let code = plain_code(row, c[0])?;
        out.push(Tenure { code, name: row.text(c[1])?, microstate: false, start, end: after(row, c[5], start, end)? });
        Ok(())
    })?;
    Ok(out)
}

fn of_gw(folder: &Folder) -> Result<Vec<Tenure>, PanelError> {
    let table = folder.table("gw_system.csv")?;
    let c = table.all(&["gwcode", "gw_name", "microstate", "start", "end"])?;
    let mut out = Vec::new();
    table.each(|row| {
        let (start, end) = (row.date(c[3])?, row.date(c[4])?);
        let (code, microstate) = (plain_code(row, c[0])?, row.int(c[2])? == 1);
        out.push(Tenure { code, name: row.text(c[1])?, microstate, start, end: after(row, c[4], start, end)? });
        Ok(())
    })?;
    Ok(out)
}

fn plain_code(row: &Row, column: usize) -> Result<u16, PanelError> {
    let code = u16::try_from(row.int(column)?).ok().filter(|c| (1..1000).contains(c));
    code.ok_or_else(|| row.fault(column, "is no code between 1 and 999"))
}

fn after(row: &Row, column: usize, start: Date, end: Date) -> Result<Date, PanelError> {
    if start <= end { Ok(end) } else { Err(row.fault(column, format!("ends before it begins ({start})"))) }
}

/// A date of three columns: year, month, day.
fn day(row: &Row, columns: &[usize]) -> Result<Date, PanelError> {
    let part = |n: usize| row.int(columns[n]);
    let (year, month, day) = (row.year(columns[0])?, part(1)?, part(2)?);
    let date = Date::new(year, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
    date.map_err(|_| row.fault(columns[2], "is no day of that month"))
}
