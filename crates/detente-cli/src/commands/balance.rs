//! `detente balance`: how far a signed network is from two camps, with proof.

mod json;
mod listing;
mod series;
mod source;

use std::time::{Duration, Instant};

use clap::Args;
use detente_codebook::Edtf;
use detente_lens::balance::frustration::{EXHAUSTIVE, Effort, Frustration, exact, exhaustive};
use detente_lens::balance::{Blocs, Census, Named, Turning, blocs, turnings};

use crate::args::Signs;
use crate::{CliError, output};

/// What `detente balance` takes.
#[derive(Debug, Args)]
#[command(
    group = clap::ArgGroup::new("from").required(true),
    before_help = "Examples:\n  detente balance --edges examples/networks/europe-1914.csv\n  detente balance --edges cow51.csv --by net --json      one line of JSON a network\n  detente balance --edges trade.csv --weighted --time-limit 10\n  detente balance --as-of 2025-02-27 --turns --blocs 3\n  detente balance --series 1816..2025                    the index and what moved it"
)]
pub struct BalanceArgs {
    /// A table of ties: `from,to,sign` (or `i,j,sign`, `ccode1,ccode2,sign`); `-` is standard input.
    #[arg(long, value_name = "FILE", group = "from")]
    pub edges: Option<String>,
    /// The network of states of a year, 1816-2014, from the chronicle.
    #[arg(long, value_name = "YEAR", group = "from", value_parser = clap::value_parser!(u16).range(1816..=2014))]
    pub year: Option<u16>,
    /// The network of the built-in base as known on a day.
    #[arg(long, value_name = "DAY", group = "from", value_parser = crate::args::date)]
    pub as_of: Option<Edtf>,
    /// Year by year, as 1816..2025, with the ties that moved the index; after 2014 from the base.
    #[arg(long, value_name = "FROM..TO", group = "from", value_parser = source::years)]
    pub series: Option<(u16, u16)>,
    /// How the signs of a year are made.
    #[arg(long, value_enum, default_value_t = Signs::C)]
    pub signs: Signs,
    /// The column that holds the sign or weight.
    #[arg(long, value_name = "COLUMN", requires = "edges")]
    pub sign: Option<String>,
    /// The column that tells several networks of one table apart, such as `year`.
    #[arg(long, value_name = "COLUMN", requires = "edges")]
    pub by: Option<String>,
    /// Count what ties weigh, not only their signs.
    #[arg(long)]
    pub weighted: bool,
    /// Also divide into at most so many blocs, where enemies of enemies may be enemies.
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u8).range(2..=20))]
    pub blocs: Option<u8>,
    /// Also find the tie whose turning relaxes the network most, and the one that strains it most.
    #[arg(long)]
    pub turns: bool,
    /// Seconds for each network; what is not proved by then is printed with its gap.
    #[arg(long, value_name = "SECONDS", default_value_t = 60.0, value_parser = seconds)]
    pub time_limit: f64,
    /// Print JSON (schema detente.balance/1), one line a network with --by.
    #[arg(long)]
    pub json: bool,
}

/// Reads a time that is more than nothing and less than a year.
fn seconds(text: &str) -> Result<f64, String> {
    let given = text.parse::<f64>().ok().filter(|s| *s > 0.0 && *s < 3e7);
    given.ok_or_else(|| format!("`{text}` is no number of seconds above 0"))
}

/// All that is said of one network.
pub(crate) struct Report {
    network: Named,
    found: Frustration,
    census: Census,
    blocs: Option<Blocs>,
    turns: Option<(Option<Turning>, Option<Turning>)>,
    seconds: f64,
}

/// Runs the command.
///
/// # Errors
/// When the table cannot be read or holds no network.
pub fn run(args: &BalanceArgs) -> Result<(), CliError> {
    if let Some(years) = args.series {
        return series::run(args, years);
    }
    let networks = source::networks(args)?;
    let reports: Vec<Report> = networks.into_iter().map(|n| report(n, args)).collect();
    if !args.json {
        let texts: Vec<String> = reports.iter().map(listing::text).collect();
        return output::answer(&texts.join("\n\n"));
    }
    match &reports[..] {
        [one] if args.by.is_none() => output::answer(&format!("{:#}", json::document(one))),
        several => {
            let lines: Vec<String> = several.iter().map(|r| json::document(r).to_string()).collect();
            output::answer(&lines.join("\n"))
        }
    }
}

pub(crate) fn report(network: Named, args: &BalanceArgs) -> Report {
    let began = Instant::now();
    let limit = Duration::from_secs_f64(args.time_limit);
    let late = move || began.elapsed() >= limit;
    let mut effort = Effort::new(u64::MAX, &late);
    let graph = &network.graph;
    let found = if graph.len() <= EXHAUSTIVE { exhaustive(graph) } else { exact(graph, &mut effort) };
    let turns = args.turns.then(|| turnings(graph, &found, &mut effort));
    let (census, blocs) = (Census::of(graph), args.blocs.map(|k| blocs(graph, k.into(), &found.camps)));
    Report { found, census, blocs, turns, seconds: began.elapsed().as_secs_f64(), network }
}
