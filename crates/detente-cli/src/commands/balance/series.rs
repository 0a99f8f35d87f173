//! Year by year: the index, and the ties that moved it.

use detente_history::chronicle::LAST;
use detente_lens::balance::{Changed, Moved, moved};
use serde_json::{Value, json};

use super::{BalanceArgs, Report, json::document, report, source};
use crate::{CliError, clock, output};

/// How many ties that moved the index are named a year.
const NAMED: usize = 8;

pub(super) fn run(args: &BalanceArgs, (from, to): (u16, u16)) -> Result<(), CliError> {
    let today = u16::try_from(clock::today().year()).unwrap_or(to);
    let mut lines = Vec::new();
    let mut last: Option<Report> = None;
    for year in from..=to.min(today) {
        let now = report(source::of_year(args, year)?, args);
        // Two ways of coding meet after the last year of the chronicle: what changes there is not the world.
        let before = last.as_ref().filter(|_| year != LAST + 1);
        let what = before.map(|b| moved((&b.network, &b.found), (&now.network, &now.found))).unwrap_or_default();
        lines.push(if args.json { line(&now, year, &what).to_string() } else { text(&now, year, &what) });
        last = Some(now);
    }
    output::answer(&lines.join("\n"))
}

/// One year as JSON: the document of its network, with what moved it and where it comes from.
fn line(now: &Report, year: u16, what: &Moved) -> Value {
    let mut out = document(now);
    let ties = |of: &[Changed]| of.iter().map(|c| json!([c.ends.0, c.ends.1, c.before, c.now])).collect::<Vec<_>>();
    if let Some(map) = out.as_object_mut() {
        map.remove("partition");
        map.remove("frustrated_edges");
        map.insert("year".to_owned(), json!(year));
        map.insert("source".to_owned(), json!(if year > LAST { "base" } else { "chronicle" }));
        map.insert("strained_by".to_owned(), json!(ties(&what.strained)));
        map.insert("eased_by".to_owned(), json!(ties(&what.eased)));
        map.insert("schema".to_owned(), json!("detente.balance-year/1"));
    }
    out
}

fn text(now: &Report, year: u16, what: &Moved) -> String {
    let ties = now.network.graph.ties().len();
    let share = now.found.index * 1000 / u64::try_from(ties.max(1)).unwrap_or(u64::MAX);
    let proof = if now.found.is_proved() { "" } else { " or less" };
    let census = now.census;
    let balanced = census.balanced() * 1000 / census.total().max(1);
    let seam = if year == LAST + 1 {
        "-- here the chronicle ends and the built-in base begins: the figures do not compare --\n"
    } else {
        ""
    };
    let mut out = format!(
        "{seam}{year}  index {}{proof} of {ties} ties ({}.{} %), triangles balanced {}.{} %",
        now.found.index,
        share / 10,
        share % 10,
        balanced / 10,
        balanced % 10
    );
    for (word, all) in [("strained by", &what.strained), ("eased by", &what.eased)] {
        if !all.is_empty() {
            let named: Vec<String> = all.iter().take(NAMED).map(tie).collect();
            let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
            out.push_str(&format!("\n      {word} {}{more}", named.join(", ")));
        }
    }
    out
}

fn tie(of: &Changed) -> String {
    let sign = |s: i8| match s {
        1 => "+",
        -1 => "-",
        _ => "0",
    };
    format!("{}-{} {}>{}", of.ends.0, of.ends.1, sign(of.before), sign(of.now))
}
