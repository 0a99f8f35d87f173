//! `detente treaties`: the treaties that answers rest on.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};
use detente_codebook::{ActorCode, Edtf, Language};
use detente_history::{ClauseText, Standing, TreatyText};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::args::Tongue;
use crate::commands::obligations::code;
use crate::commands::treaty_files::book;
use crate::{CliError, output};

/// What `detente treaties` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente treaties list --party RUS --on 2025-02-27\n  detente treaties show rus_irn_2025\n  detente treaties show rus_irn_2025 --lang ar --json"
)]
pub struct TreatiesArgs {
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// The actions.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// List treaties: all, those of parties, those in force on a day.
    #[command(
        before_help = "Examples:\n  detente treaties list --party RUS --on 2025-02-27\n  detente treaties list --party SAU --json"
    )]
    List(ListArgs),
    /// Show one treaty: parties, dates, every clause with its conditions, sources.
    #[command(
        before_help = "Examples:\n  detente treaties show rus_irn_2025\n  detente treaties show rus_irn_2025 --lang ar --json"
    )]
    Show(ShowArgs),
}

/// What the list takes.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Only treaties with these among their parties.
    #[arg(long, value_delimiter = ',', value_parser = code)]
    pub party: Vec<ActorCode>,
    /// Only treaties signed and not over on this day.
    #[arg(long, value_parser = crate::args::date)]
    pub on: Option<Edtf>,
    /// More treaties: the shared JSON form, ATOP's CSV, or our TOML.
    #[arg(long, value_name = "FILE")]
    pub treaties: Vec<String>,
    /// Print JSON (schema detente.treaties/1).
    #[arg(long)]
    pub json: bool,
}

/// What showing one takes.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The id, such as rus_irn_2025.
    pub id: String,
    /// Also say where it stands on this day, as each party sees it.
    #[arg(long, value_parser = crate::args::date)]
    pub on: Option<Edtf>,
    /// More treaties: the shared JSON form, ATOP's CSV, or our TOML.
    #[arg(long, value_name = "FILE")]
    pub treaties: Vec<String>,
    /// The language.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub lang: Tongue,
    /// Print JSON (schema detente.treaty/1).
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// When a file of treaties is malformed, or no treaty has the id.
pub fn run(args: &TreatiesArgs) -> Result<(), CliError> {
    match &args.action {
        Action::List(args) => list(args),
        Action::Show(args) => show(args),
    }
}

fn list(args: &ListArgs) -> Result<(), CliError> {
    let book = book(&args.treaties)?;
    let day = args.on.and_then(Edtf::first);
    let found: Vec<&TreatyText> = book.treaties().filter(|t| fits(t, &args.party, day)).collect();
    if args.json {
        let all: Vec<Value> = found.iter().map(|t| row(t, day)).collect();
        return print(&json!({"schema": "detente.treaties/1", "treaties": all}));
    }
    let mut lines: Vec<String> = found.iter().map(|t| line(t, day)).collect();
    lines.push(format!("{} treaties", found.len()));
    output::answer(&lines.join("\n"))
}

fn fits(treaty: &TreatyText, parties: &[ActorCode], day: Option<Date>) -> bool {
    let party = |p: &ActorCode| treaty.parties.iter().any(|q| q.code == *p);
    let on = |d: Date| {
        let alive = !matches!(treaty.standing(d), Standing::Future | Standing::Ended);
        alive && parties.iter().all(|p| treaty.is_party(p, d))
    };
    parties.iter().all(party) && day.is_none_or(on)
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Future => "future",
        Standing::Signed => "signed",
        Standing::InForce => "in_force",
        Standing::Suspended => "suspended",
        Standing::Ended => "ended",
    }
}

fn row(treaty: &TreatyText, day: Option<Date>) -> Value {
    json!({
        "id": treaty.id, "name": {"ar": treaty.name.ar, "en": treaty.name.en}, "signed": treaty.signed,
        "in_force": treaty.in_force, "ended": treaty.ended, "standing": day.map(|d| standing(treaty.standing(d))),
        "types": treaty.clauses.iter().map(|c| c.duty.word()).collect::<Vec<_>>(), "lead": treaty.lead,
    })
}

fn line(treaty: &TreatyText, day: Option<Date>) -> String {
    let dates = [Some(treaty.signed), treaty.in_force, treaty.ended].map(|d| d.map_or_else(|| "-".to_owned(), |d| d.to_string()));
    let now = day.map_or_else(String::new, |d| format!("  {}", standing(treaty.standing(d))));
    let lead = if treaty.lead { "  (lead)" } else { "" };
    format!("{:24} {:10} {:10} {:10}{now}  {}{lead}", treaty.id, dates[0], dates[1], dates[2], treaty.short.en)
}

fn show(args: &ShowArgs) -> Result<(), CliError> {
    let book = book(&args.treaties)?;
    let found = book.treaties().find(|t| t.id == args.id);
    let treaty =
        found.ok_or_else(|| CliError::NotFound(format!("no treaty has the id `{}`\n  mend: detente treaties list", args.id)))?;
    let day = args.on.and_then(Edtf::first);
    if args.json {
        let mut out = whole(treaty);
        out["seen"] = json!(day.map(|d| seen(treaty, d)));
        return print(&out);
    }
    let mut out = page(treaty, args.lang.language().unwrap_or(Language::En));
    for (party, standing) in day.map(|d| seen(treaty, d)).unwrap_or_default() {
        out.push_str(&format!("\n  as {party} sees it: {standing}"));
    }
    output::answer(&out)
}

/// Where a treaty stands on a day, as each of those who are party to it or hold a view sees it.
fn seen(treaty: &TreatyText, day: Date) -> BTreeMap<ActorCode, &'static str> {
    let parties = treaty.members(day).into_iter();
    let all = parties.chain(treaty.views.iter().flat_map(|v| &v.holders));
    all.map(|a| (a.clone(), standing(treaty.standing_as_seen(day, a)))).collect()
}

fn print(document: &Value) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(document).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))?;
    output::answer(&text)
}

fn whole(treaty: &TreatyText) -> Value {
    json!({
        "schema": "detente.treaty/1", "id": treaty.id, "name": {"ar": treaty.name.ar, "en": treaty.name.en},
        "kind": treaty.form, "subject": treaty.subject, "binding": treaty.binding, "stage": treaty.stage,
        "signed": treaty.signed, "in_force": treaty.in_force, "ended": treaty.ended, "term": treaty.term,
        "prevails": treaty.prevails, "confidence": treaty.confidence, "lead": treaty.lead,
        "parties": treaty.parties.iter().map(|p| json!({"state": p.code, "from": p.from, "to": p.to, "role": p.role})).collect::<Vec<_>>(),
        "clauses": treaty.clauses.iter().map(clause).collect::<Vec<_>>(),
        "absent": treaty.absent.iter().map(|a| json!({"type": a.kind.name(), "text": {"ar": a.text.ar, "en": a.text.en}})).collect::<Vec<_>>(),
        "suspensions": treaty.suspensions.iter().map(|s| json!({"between": s.between, "from": s.from, "to": s.to, "by": s.by})).collect::<Vec<_>>(),
        "views": treaty.views.iter().map(|v| json!({"holders": v.holders, "stage": v.stage, "from": v.from, "text": {"ar": v.text.ar, "en": v.text.en}})).collect::<Vec<_>>(),
        "sources": treaty.sources.iter().map(|s| json!({"cite": s.cite, "url": s.url})).collect::<Vec<_>>(),
    })
}

fn clause(c: &ClauseText) -> Value {
    json!({
        "type": c.duty.word(), "article": c.article, "when": c.when.word(), "obliged": c.obliged, "beneficiary": c.beneficiary,
        "all_states": c.by_all_states, "against": c.against, "not_against": c.not_against, "area": c.area,
        "automatic": c.automatic.map(detente_history::Strength::word), "request_required": c.request_required,
        "by_party_request": c.by_party_request, "unprovoked": c.unprovoked, "caveat": c.caveat,
        "text": {"ar": c.text.ar, "en": c.text.en}, "record": c.record,
    })
}

fn page(treaty: &TreatyText, language: Language) -> String {
    let mut out = vec![treaty.name.get(language).to_owned()];
    let dates = [("signed", Some(treaty.signed)), ("in force", treaty.in_force), ("ended", treaty.ended)];
    out.extend(dates.iter().filter_map(|(what, d)| Some(format!("  {what}: {}", (*d)?))));
    let party = |p: &detente_history::Party| {
        let years = match (p.from, p.to) {
            (None, None) => String::new(),
            (from, to) => format!(" ({}..{})", side(from), side(to)),
        };
        format!("{}{years}", p.code)
    };
    out.push(format!("  parties: {}", treaty.parties.iter().map(party).collect::<Vec<_>>().join(", ")));
    for c in &treaty.clauses {
        let kind = c.duty.word();
        out.push(format!("  [{}] {kind}: {}", c.article.as_deref().unwrap_or("-"), c.text.get(language)));
    }
    out.extend(treaty.absent.iter().map(|a| format!("  [no {}] {}", a.kind.name(), a.text.get(language))));
    out.extend(treaty.views.iter().map(|v| format!("  view: {}", v.text.get(language))));
    out.extend(treaty.sources.iter().map(|s| format!("  source: {} {}", s.cite, s.url.as_deref().unwrap_or_default())));
    out.join("\n")
}

fn side(date: Option<Edtf>) -> String {
    date.map_or_else(String::new, |d| d.to_string())
}
