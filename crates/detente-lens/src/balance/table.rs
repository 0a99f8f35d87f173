//! Networks as tables: one tie a line.
//!
//! The first line names the columns: two for the ends (`from,to`, `i,j` or `ccode1,ccode2`) and
//! `sign` or `weight`. A sign is `+`, `-`, or a number; 0 and nothing are no tie. A column such as
//! `network` or `year` may tell several networks apart.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::frustration::{GraphError, SignedGraph};

/// The pairs of names that the ends of a tie go by.
const ENDS: [(&str, &str); 3] = [("from", "to"), ("i", "j"), ("ccode1", "ccode2")];

/// The names that a sign or weight goes by.
const SIGNS: [&str; 2] = ["sign", "weight"];

/// What keeps a table from being read.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[non_exhaustive]
pub enum TableError {
    /// A column is missing.
    #[error("line 1: there is no column {wanted}; the columns are {found}")]
    Column {
        /// What was looked for.
        wanted: String,
        /// The columns that there are.
        found: String,
    },
    /// A cell is not what its column holds.
    #[error("line {line}, column `{column}`: {what}")]
    Cell {
        /// The line, from 1.
        line: u64,
        /// The column.
        column: String,
        /// What is wrong and how to mend it.
        what: String,
    },
    /// The text is no table.
    #[error("the table cannot be read: {0}")]
    Text(String),
    /// The ties are no network.
    #[error("network {0}: {1}")]
    Graph(String, GraphError),
}

/// How a table is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The column of signs or weights, if it has another name.
    pub sign: Option<String>,
    /// The column that tells networks apart.
    pub by: Option<String>,
    /// Whether a number is a weight, and not only a sign.
    pub weighted: bool,
}

/// One network of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What the column of networks calls it; empty without one.
    pub name: String,
    /// The names of the actors, by number.
    pub actors: Vec<String>,
    /// The network.
    pub graph: SignedGraph,
    /// Weights are in units of 10 to the power of minus this.
    pub decimals: u32,
}

/// Weights have at most so many decimals.
const DECIMALS: u32 = 6;

/// The networks of a table, in the order in which they first appear.
///
/// # Errors
/// [`TableError`] names line and column.
pub fn networks(text: &str, reading: &Reading) -> Result<Vec<Named>, TableError> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = rows.records().map(|r| r.map_err(|e| TableError::Text(e.to_string())));
    let head = rows.next().transpose()?.unwrap_or_default();
    let columns = Columns::find(&head, reading)?;
    let mut found: Vec<Ties> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    for cells in rows.filter(|r| r.as_ref().map_or(true, |c| c.len() > 1 || !c.as_slice().is_empty())) {
        let row = Row { cells: cells?, head: &head };
        let name = columns.by.map_or(Ok(""), |c| row.cell(c))?.to_owned();
        let at = *index.entry(name.clone()).or_insert_with(|| {
            found.push(Ties { name, ..Ties::default() });
            found.len() - 1
        });
        found[at].add(&row, &columns, reading.weighted)?;
    }
    found.into_iter().map(|t| t.network(reading.weighted)).collect()
}

struct Columns {
    ends: (usize, usize),
    sign: usize,
    by: Option<usize>,
}

impl Columns {
    fn find(head: &StringRecord, reading: &Reading) -> Result<Self, TableError> {
        let at = |name: &str| head.iter().position(|h| h == name);
        let missing =
            |wanted: &str| TableError::Column { wanted: wanted.to_owned(), found: head.iter().collect::<Vec<_>>().join(", ") };
        let ends = ENDS.iter().find_map(|(a, b)| Some((at(a)?, at(b)?)));
        let ends = ends.ok_or_else(|| missing("pair `from` and `to`, `i` and `j`, or `ccode1` and `ccode2`"))?;
        let named = |name: &String| at(name).ok_or_else(|| missing(&format!("`{name}`")));
        let sign = match &reading.sign {
            Some(name) => named(name)?,
            None => SIGNS.iter().find_map(|s| at(s)).ok_or_else(|| missing("`sign` or `weight`"))?,
        };
        Ok(Self { ends, sign, by: reading.by.as_ref().map(named).transpose()? })
    }
}

struct Row<'a> {
    cells: StringRecord,
    head: &'a StringRecord,
}

impl Row<'_> {
    fn line(&self) -> u64 {
        self.cells.position().map_or(0, csv::Position::line)
    }

    fn cell(&self, column: usize) -> Result<&str, TableError> {
        let missing = || format!("the line has {} cells, the first line {}", self.cells.len(), self.head.len());
        self.cells.get(column).ok_or_else(|| self.wrong(column, missing()))
    }

    fn wrong(&self, column: usize, what: String) -> TableError {
        TableError::Cell { line: self.line(), column: self.head.get(column).unwrap_or_default().to_owned(), what }
    }
}

#[derive(Default)]
struct Ties {
    name: String,
    actors: Vec<String>,
    numbers: BTreeMap<String, usize>,
    /// The weight of each pair in units of the last decimal, and the line where it stands.
    ties: BTreeMap<(usize, usize), (i64, u64)>,
}

impl Ties {
    fn add(&mut self, row: &Row<'_>, columns: &Columns, weighted: bool) -> Result<(), TableError> {
        let weight = weight(row.cell(columns.sign)?).map_err(|what| row.wrong(columns.sign, what))?;
        let (a, b) = (row.cell(columns.ends.0)?, row.cell(columns.ends.1)?);
        if a == b || a.is_empty() || b.is_empty() {
            let what = format!("a tie joins two different actors, and this one `{a}` and `{b}`; leave it out");
            return Err(row.wrong(columns.ends.1, what));
        }
        if weight == 0 {
            return Ok(());
        }
        let (a, b) = (self.number(a), self.number(b));
        let weight = if weighted { weight } else { weight.signum() };
        let old = self.ties.insert((a.min(b), a.max(b)), (weight, row.line()));
        match old {
            Some((before, line)) if before != weight => {
                let what = format!(
                    "line {line} has the same two actors with another value; keep one, or name the column of networks with --by"
                );
                Err(row.wrong(columns.sign, what))
            }
            _ => Ok(()),
        }
    }

    fn number(&mut self, actor: &str) -> usize {
        *self.numbers.entry(actor.to_owned()).or_insert_with(|| {
            self.actors.push(actor.to_owned());
            self.actors.len() - 1
        })
    }

    fn network(self, weighted: bool) -> Result<Named, TableError> {
        let decimals = if weighted { decimals(self.ties.values().map(|t| t.0)) } else { 0 };
        let unit = if weighted { 10i64.pow(DECIMALS - decimals) } else { 1 };
        let ties = self.ties.into_iter().map(|((a, b), (w, _))| (a, b, w / unit)).collect();
        let graph = SignedGraph::weighted(self.actors.len(), ties).map_err(|e| TableError::Graph(self.name.clone(), e))?;
        Ok(Named { name: self.name, actors: self.actors, graph, decimals })
    }
}

/// The fewest decimals that write all weights.
fn decimals(weights: impl Iterator<Item = i64> + Clone) -> u32 {
    let fits = |d: &u32| weights.clone().all(|w| w % 10i64.pow(DECIMALS - d) == 0);
    (0..DECIMALS).find(fits).unwrap_or(DECIMALS)
}

/// A sign or weight, in millionths.
fn weight(cell: &str) -> Result<i64, String> {
    let wrong = || format!("`{cell}` is no sign or weight: write +, -, or a number with at most {DECIMALS} decimals");
    let (sign, rest) = match cell.as_bytes().first() {
        None => return Ok(0),
        Some(b'-') => (-1, &cell[1..]),
        Some(b'+') => (1, &cell[1..]),
        Some(_) => (1, cell),
    };
    let (whole, part) = rest.split_once('.').unwrap_or((rest, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let kept = part.trim_end_matches('0');
    if !digits(whole) || !digits(part) || kept.len() > DECIMALS as usize || (whole.is_empty() && rest.len() == 1) {
        return Err(wrong());
    }
    if rest.is_empty() {
        return if cell.is_empty() { Ok(0) } else { Ok(sign * 1_000_000) };
    }
    format!("{whole}{kept:0<6}").parse::<i64>().map(|w| sign * w).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, weighted: bool) -> Result<Vec<Named>, TableError> {
        networks(text, &Reading { weighted, ..Reading::default() })
    }

    #[test]
    fn signs_and_weights_are_read() {
        let one = &read("from,to,sign\nA,B,+\nA,\"C, D\",-1\nB,A,1\nB,\"C, D\",0\n", false).unwrap()[0];
        assert_eq!(
            (one.actors.as_slice(), one.graph.ties()),
            (["A", "B", "C, D"].map(str::to_owned).as_slice(), &[(0, 1, 1), (0, 2, -1)][..])
        );
        let two = &read("i,j,weight\r\nA,B,0.5\r\nB,C,-2.25\r\n", true).unwrap()[0];
        assert_eq!((two.decimals, two.graph.ties()), (2, &[(0, 1, 50), (1, 2, -225)][..]));
        assert_eq!(read("i,j,weight\nA,B,0.5\n", false).unwrap()[0].graph.ties(), [(0, 1, 1)]);
        let reading = Reading { by: Some("net".to_owned()), ..Reading::default() };
        let several = networks("net,i,j,sign\n2,A,B,1\n1,A,B,-1\n", &reading).unwrap();
        assert_eq!(several.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["2", "1"]);
    }

    #[test]
    fn a_fault_is_named_by_line_and_column() {
        let wrong = |text| read(text, false).unwrap_err().to_string();
        assert!(wrong("a,b,sign\n").contains("`from` and `to`"));
        assert!(wrong("from,to\n").contains("`sign` or `weight`"));
        assert!(wrong("from,to,sign\nA,B,plus\n").starts_with("line 2, column `sign`: `plus`"));
        assert!(wrong("from,to,sign\nA,A,1\n").starts_with("line 2, column `to`"));
        assert!(wrong("from,to,sign\nA,B,1\nB,A,-1\n").starts_with("line 3, column `sign`: line 2"));
        assert!(wrong("from,to,sign\nA,B\n").starts_with("line 2, column `sign`: the line has 2 cells"));
        for bad in ["1e5", "--1", ".", "0.1234567", "nan"] {
            assert!(weight(bad).is_err(), "{bad}");
        }
        assert_eq!(
            ["+", "-", "", "0", "-0.5", "+2", ".5"].map(|c| weight(c).unwrap()),
            [1_000_000, -1_000_000, 0, 0, -500_000, 2_000_000, 500_000]
        );
    }
}
