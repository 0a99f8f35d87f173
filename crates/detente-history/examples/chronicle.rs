//! Makes `data/history/chronicle.txt` of the public data sets, as `data/history/chronicle.origin.toml` says:
//! `cargo run --release -p detente-history --example chronicle -- FOLDER data/history/chronicle.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

type Failure = Box<dyn Error>;

/// The last year that is kept of anything.
const END: i64 = 2020;

/// A data set: its columns by name, and its rows.
struct Table {
    name: String,
    head: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    fn read(folder: &Path, name: &str) -> Result<Self, Failure> {
        let bytes = std::fs::read(folder.join(name))?;
        let mut text = String::new();
        if name.ends_with(".gz") {
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        } else {
            text = String::from_utf8(bytes)?;
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let head = reader.headers()?.iter().map(str::to_owned).collect();
        Ok(Self { name: name.to_owned(), head, rows: reader.records().collect::<Result<_, _>>()? })
    }

    fn at(&self, column: &str) -> Result<usize, Failure> {
        let found = self.head.iter().position(|h| h == column);
        found.ok_or_else(|| format!("{}: no column {column}", self.name).into())
    }

    /// Whole numbers of some columns; a blank is nothing.
    fn numbers<const N: usize>(&self, columns: [&str; N]) -> Result<Vec<[Option<i64>; N]>, Failure> {
        let mut at = [0; N];
        for (place, column) in at.iter_mut().zip(columns) {
            *place = self.at(column)?;
        }
        let one = |row: &csv::StringRecord| at.map(|c| row.get(c).and_then(|cell| cell.parse().ok()));
        Ok(self.rows.iter().map(one).collect())
    }
}

fn states(folder: &Path, out: &mut String) -> Result<BTreeSet<i64>, Failure> {
    let table = Table::read(folder, "cow_states.csv")?;
    let short = table.at("stateabb")?;
    let spans = table.numbers(["ccode", "styear", "endyear"])?;
    let mut rows: Vec<(i64, i64, i64, &str)> = Vec::new();
    for ([code, from, to], row) in spans.iter().zip(&table.rows) {
        let (Some(code), Some(from), Some(to)) = (*code, *from, *to) else { continue };
        // The file was cut in 2016: a state that is in it then goes on.
        rows.push((code, from, if to >= 2016 { END } else { to }, &row[short]));
    }
    rows.sort_unstable();
    writeln!(out, "[states]")?;
    for (code, from, to, name) in &rows {
        writeln!(out, "{code} {name} {from} {to}")?;
    }
    Ok(rows.iter().map(|r| r.0).collect())
}

/// Years with the same value joined to spans.
fn spans(years: &BTreeMap<(i64, i64, i64), i64>, out: &mut String) -> Result<(), Failure> {
    let mut open: Option<(i64, i64, i64, i64, i64)> = None;
    for (&(a, b, year), &kind) in years {
        match &mut open {
            Some((x, y, _, to, k)) if (*x, *y, *to + 1, *k) == (a, b, year, kind) => *to = year,
            _ => {
                write_span(open, out)?;
                open = Some((a, b, year, year, kind));
            }
        }
    }
    write_span(open, out)
}

fn write_span(span: Option<(i64, i64, i64, i64, i64)>, out: &mut String) -> Result<(), Failure> {
    if let Some((a, b, from, to, kind)) = span {
        writeln!(out, "{a} {b} {from} {to} {kind}")?;
    }
    Ok(())
}

fn duties(folder: &Path, known: &BTreeSet<i64>, out: &mut String) -> Result<(), Failure> {
    let table = Table::read(folder, "atop_ddy.csv.gz")?;
    let columns = ["ccode1", "ccode2", "year", "atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"];
    let mut years: BTreeMap<(i64, i64, i64), i64> = BTreeMap::new();
    for row in table.numbers(columns)? {
        let [Some(a), Some(b), Some(year), duties @ ..] = row else { continue };
        let bits = duties.iter().enumerate().map(|(n, d)| d.unwrap_or(0) << n).sum::<i64>();
        if bits > 0 && year >= 1816 && known.contains(&a) && known.contains(&b) {
            *years.entry((a.min(b), a.max(b), year)).or_default() |= bits;
        }
    }
    writeln!(out, "[duties]")?;
    spans(&years, out)
}

fn disputes(folder: &Path, out: &mut String) -> Result<(), Failure> {
    let table = Table::read(folder, "mid_cow5_dirdyad_years.csv.gz")?;
    let columns = ["ccode1", "ccode2", "year", "dispnum", "hostlev1", "hostlev2", "fatality1", "fatality2"];
    let mut found: BTreeMap<(i64, i64, i64, i64), (i64, i64)> = BTreeMap::new();
    for row in table.numbers(columns)? {
        let [Some(a), Some(b), Some(year), Some(number), levels @ ..] = row else { continue };
        let [one, two, dead, dead_too] = levels.map(|l| l.unwrap_or(0));
        let worst = found.entry((a.min(b), a.max(b), year, number)).or_default();
        *worst = (worst.0.max(one).max(two), worst.1.max(dead).max(dead_too).max(0));
    }
    writeln!(out, "[disputes]")?;
    for ((a, b, year, number), (level, deaths)) in found {
        writeln!(out, "{a} {b} {year} {number} {level} {deaths}")?;
    }
    Ok(())
}

fn rivalries(folder: &Path, known: &BTreeSet<i64>, out: &mut String) -> Result<(), Failure> {
    writeln!(out, "[rivalries]")?;
    let lists = [("rivalries_tss2021.csv", "start", "end", 2020, 1), ("rivalries_td2012.csv", "styear", "endyear", 2010, 2)];
    for (file, start, end, last, kind) in lists {
        let mut rows = Vec::new();
        for row in Table::read(folder, file)?.numbers(["ccode1", "ccode2", start, end])? {
            let [Some(a), Some(b), Some(from), to] = row else { continue };
            // The last year of a list means that the rivalry went on.
            let to = to.filter(|t| *t < last).unwrap_or(END);
            if to >= 1816 && known.contains(&a) && known.contains(&b) {
                rows.push((a.min(b), a.max(b), from.max(1816), to, kind));
            }
        }
        rows.sort_unstable();
        rows.into_iter().try_for_each(|r| write_span(Some(r), out))?;
    }
    Ok(())
}

fn contiguity(folder: &Path, known: &BTreeSet<i64>, out: &mut String) -> Result<(), Failure> {
    let table = Table::read(folder, "contiguity.csv")?;
    let (start, end) = (table.at("stdate")?, table.at("enddate")?);
    let mut closest: BTreeMap<(i64, i64, i64), i64> = BTreeMap::new();
    for (numbers, row) in table.numbers(["ccode1", "ccode2", "conttype"])?.iter().zip(&table.rows) {
        let [Some(a), Some(b), Some(kind)] = *numbers else { continue };
        let year = |at: usize| row[at].get(..4).and_then(|y| y.parse::<i64>().ok());
        let (Some(from), Some(to)) = (year(start), year(end)) else { continue };
        // Kind 0 says that they do not touch.
        if kind > 0 && known.contains(&a) && known.contains(&b) {
            for y in from.max(1816)..=if to >= 2016 { END } else { to } {
                let least = closest.entry((a.min(b), a.max(b), y)).or_insert(kind);
                *least = kind.min(*least);
            }
        }
    }
    writeln!(out, "[contiguity]")?;
    spans(&closest, out)
}

fn majors(folder: &Path, out: &mut String) -> Result<(), Failure> {
    writeln!(out, "[majors]")?;
    for row in Table::read(folder, "majors.csv")?.numbers(["ccode", "styear", "endyear"])? {
        if let [Some(code), Some(from), Some(to)] = row {
            writeln!(out, "{code} {from} {}", if to >= 2016 { END } else { to })?;
        }
    }
    Ok(())
}

/// A number a state and year, in parts of one.
fn values(folder: &Path, known: &BTreeSet<i64>, of: (&str, &str, &str, f64), out: &mut String) -> Result<(), Failure> {
    let (section, file, column, parts) = of;
    let table = Table::read(folder, file)?;
    let at = table.at(column)?;
    let mut rows: BTreeMap<i64, BTreeMap<i64, String>> = BTreeMap::new();
    for (numbers, row) in table.numbers(["ccode", "year"])?.iter().zip(&table.rows) {
        let ([Some(code), Some(year)], Ok(value)) = (*numbers, row[at].parse::<f64>()) else { continue };
        if known.contains(&code) && (1816..=END).contains(&year) {
            rows.entry(code).or_default().insert(year, format!("{:.0}", value * parts));
        }
    }
    writeln!(out, "[{section}]")?;
    for (code, years) in rows {
        let last = years.keys().next_back().copied().unwrap_or(1815);
        let row: Vec<&str> = (1816..=last).map(|y| years.get(&y).map_or("-", String::as_str)).collect();
        writeln!(out, "{code} {}", row.join(" "))?;
    }
    Ok(())
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, file] = arguments.as_slice() else { return Err("give the folder of the data sets, and a file to write".into()) };
    let folder = Path::new(folder);
    let mut out = String::from("# States and what lay between them, 1816-2020; see chronicle.origin.toml.\n");
    let known = states(folder, &mut out)?;
    duties(folder, &known, &mut out)?;
    disputes(folder, &mut out)?;
    rivalries(folder, &known, &mut out)?;
    contiguity(folder, &known, &mut out)?;
    majors(folder, &mut out)?;
    values(folder, &known, ("capability", "nmc6.csv.gz", "cinc", 1e7), &mut out)?;
    values(folder, &known, ("democracy", "democracy_cow.csv.gz", "v2x_polyarchy", 1e3), &mut out)?;
    std::fs::write(file, out)?;
    Ok(())
}
