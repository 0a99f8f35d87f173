//! `detente panel`: states, pairs of states or leaders over time, with data sets as columns.

mod progress;

use std::fs::File;
use std::io::{self, Write};

use clap::{Args, ValueEnum};
use detente_history::panel::{Panel, PanelError, Request, SystemKind, Unit, Wish, source};
use serde_json::{Value, json};

use crate::commands::history_folder::{folder, said};
use crate::{CliError, clock, output};
use progress::Progress;

/// What `detente panel` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente panel state-years --add nmc cow_majors --out states.csv\n  detente panel dyad-years --to 2014 --add atop_alliance cow_mids nmc spells --out dyads.csv\n  detente panel dyad-years --directed --to 2010 --add gml_mids:none filter_prd spells --out prd.csv\n  detente panel state-years --system gw --add ucdp_acd:type=intrastate --summary\n  detente panel signed --out signed.csv"
)]
pub struct PanelArgs {
    /// What a row is.
    #[arg(value_enum)]
    pub unit: Of,
    /// Whose list of states.
    #[arg(long, value_enum)]
    pub system: Option<ListOfStates>,
    /// The first year.
    #[arg(long, default_value_t = 1816, value_parser = clap::value_parser!(i16).range(1816..=2100))]
    pub from: i16,
    /// The last year; the last that is over when not given.
    #[arg(long, value_parser = clap::value_parser!(i16).range(1816..=2100))]
    pub to: Option<i16>,
    /// A-B and B-A are two rows.
    #[arg(long)]
    pub directed: bool,
    /// Data sets to add, in order: NAME, NAME:COLUMN+COLUMN, NAME:none, NAME:option=value.
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    pub add: Vec<Wish>,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
    /// Write the columns with their types to this file as JSON (schema detente.panel/1).
    #[arg(long, value_name = "FILE")]
    pub columns: Option<String>,
    /// Print sums and counts of every column as JSON (schema detente.panel/1) instead of the rows.
    #[arg(long)]
    pub summary: bool,
    /// The folder with the public files; the imported one when not given.
    #[arg(long, value_name = "DIR")]
    pub history: Option<String>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Of {
    /// A state in a year.
    StateYears,
    /// A state on a day.
    StateDays,
    /// Two states in a year.
    DyadYears,
    /// Two states on a day.
    DyadDays,
    /// A leader in a year of office.
    LeaderYears,
    /// Two states in a year in which there is evidence of friendship or hostility, with its sign.
    Signed,
}

/// A list of states.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ListOfStates {
    /// Correlates of War.
    Cow,
    /// Gleditsch and Ward.
    Gw,
}

/// Runs the command.
///
/// # Errors
/// When the public files are not there or malformed, or the data sets do not fit.
pub fn run(args: &PanelArgs) -> Result<(), CliError> {
    let folder = folder(args.history.as_deref())?;
    let Some(unit) = unit(args.unit) else { return signed(args, &folder) };
    let mut panel = request(args, unit).open(&folder).map_err(said)?;
    if let Some(path) = &args.columns {
        output::deliver(&described(&panel, args).to_string(), Some(path))?;
    }
    if args.summary {
        return summary(&mut panel, args);
    }
    let rows = write(&mut panel, args.out.as_deref())?;
    beware(args);
    output::say(&format!("{rows} rows, {} columns", panel.columns().len()));
    Ok(())
}

fn unit(of: Of) -> Option<Unit> {
    Some(match of {
        Of::StateYears => Unit::StateYears,
        Of::StateDays => Unit::StateDays,
        Of::DyadYears => Unit::DyadYears,
        Of::DyadDays => Unit::DyadDays,
        Of::LeaderYears => Unit::LeaderYears,
        Of::Signed => return None,
    })
}

fn request(args: &PanelArgs, unit: Unit) -> Request {
    let system = args.system.map(|s| match s {
        ListOfStates::Cow => SystemKind::Cow,
        ListOfStates::Gw => SystemKind::Gw,
    });
    let to = args.to.unwrap_or_else(|| clock::today().year() - 1);
    Request { unit, system, from: args.from, to, directed: args.directed, add: args.add.clone() }
}

/// Writes to the file beside and renames it when it is whole.
fn write(panel: &mut Panel, path: Option<&str>) -> Result<u64, CliError> {
    let mut progress = Progress::of(panel)?;
    let Some(path) = path.filter(|p| *p != "-") else {
        let rows = panel.write(&mut io::stdout().lock(), &mut || progress.step());
        progress.end();
        return rows.map_err(said);
    };
    let wrong = |what: io::Error| CliError::File { path: path.to_owned(), what };
    let beside = format!("{path}.part");
    let mut file = File::create(&beside).map_err(wrong)?;
    let rows = panel.write(&mut file, &mut || progress.step());
    progress.end();
    let rows = rows.map_err(|e| match e {
        PanelError::Write(what) => wrong(what),
        other => said(other),
    });
    if rows.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    let rows = rows?;
    std::fs::rename(&beside, path).map_err(wrong)?;
    Ok(rows)
}

/// The names of the data sets of a panel, each once.
fn names(args: &PanelArgs) -> Vec<&str> {
    let mut names: Vec<&str> = vec!["system"];
    names.extend(args.add.iter().map(|w| w.name.as_str()));
    names.dedup();
    names
}

fn beware(args: &PanelArgs) {
    for source in names(args).into_iter().skip(1).filter_map(source) {
        source.caveats.iter().for_each(|caveat| output::say(&format!("{}: {caveat}", source.name)));
    }
    output::say(&format!("cite: detente cite {}", names(args).join(" ")));
}

fn described(panel: &Panel, args: &PanelArgs) -> Value {
    let sources: Vec<_> = names(args).into_iter().filter_map(source).collect();
    json!({"schema": "detente.panel/1", "rows": null, "columns": panel.columns(), "sources": sources})
}

fn summary(panel: &mut Panel, args: &PanelArgs) -> Result<(), CliError> {
    let mut document = described(panel, args);
    let (rows, summaries) = panel.summary().map_err(said)?;
    let column = |s: &detente_history::panel::Summary| {
        let (name, kind, source) = (&s.column.name, s.column.kind, &s.column.source);
        let sum = s.distinct.is_none().then_some(s.sum);
        json!({"name": name, "type": kind, "source": source, "sum": sum, "na": s.missing, "nonzero": s.nonzero, "distinct": s.distinct})
    };
    document["rows"] = json!(rows);
    document["columns"] = summaries.iter().map(column).collect();
    output::answer(&document.to_string())
}

fn signed(args: &PanelArgs, folder: &detente_history::panel::Folder) -> Result<(), CliError> {
    let record = detente_history::signed::Signed::read(folder).map_err(said)?;
    let years = (args.from, args.to.unwrap_or(i16::MAX));
    if let Some(path) = &args.columns {
        let used = ["system", "atop_alliance", "strategic_rivalries", "cow_mids"];
        let sources: Vec<_> = used.into_iter().filter_map(source).collect();
        let columns = detente_history::signed::columns();
        let document = json!({"schema": "detente.panel/1", "rows": null, "columns": columns, "sources": sources});
        output::deliver(&document.to_string(), Some(path))?;
    }
    let text = record.csv(years);
    output::deliver(&text, args.out.as_deref())?;
    output::say(&format!("{} rows", text.lines().count() - 1));
    output::say("cite: detente cite atop_alliance strategic_rivalries cow_mids");
    let _ = io::stderr().flush();
    Ok(())
}
