//! `detente bargain`: where a contested issue is likely to end.

mod json;
mod listing;
mod svg;
pub(crate) mod wish;

use clap::{Args, ValueEnum};
use detente_lens::bargaining::{
    Answer, Case, CaseError, Change, Exchange, ExchangeRound, IssueFile, Model, ModelError, Simulation, WhatIf, changed,
    exchange, parse, simulate, what_if,
};

use crate::{CliError, input, output};

/// What `detente bargain` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente bargain examples/issues/iran-nuclear-2025-02.json\n  detente bargain issue.json --simulate 10000 --seed 7 --json\n  detente bargain issue.json --set \"Russia.salience=0.3\"      what if Russia cared less\n  detente bargain issue.json --svg picture.svg"
)]
pub struct BargainArgs {
    /// Issue files: JSON with `scale` and `actors` (name, position, capability, salience); `-` is
    /// standard input. A file with several `cases` is one negotiation of linked issues.
    #[arg(required = true)]
    pub files: Vec<String>,
    /// Only this model; may be given several times.
    #[arg(long, value_enum)]
    pub model: Vec<Name>,
    /// Draw uncertain inputs this many times, and show what each is worth.
    #[arg(long, value_parser = clap::value_parser!(u32).range(2..=1_000_000))]
    pub simulate: Option<u32>,
    /// The seed of all draws: the same seed gives the same answer to the last byte.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// What if: ACTOR.position=X, ACTOR.capability=X or ACTOR.salience=X; may be given several times.
    #[arg(long, value_name = "ACTOR.FIELD=VALUE", value_parser = wish::change)]
    pub set: Vec<Change>,
    /// Draw the picture into this file; with several issues they stand one below the other.
    #[arg(long, value_name = "FILE")]
    pub svg: Option<String>,
    /// Print JSON (schema detente.bargain/1), one line an issue file when there are several.
    #[arg(long)]
    pub json: bool,
}

/// The models by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Name {
    /// The weighted mean, with the distribution of outcomes around it.
    Mean,
    /// The weighted median.
    Median,
    /// The plain mean.
    UnweightedMean,
    /// The plain median.
    UnweightedMedian,
    /// Our contest model: path scenario.
    Mended,
    /// The simple Predictioneer: path scenario.
    Predictioneer,
    /// The expected-utility model of Scholz et al. 2011, code-faithful: path scenario.
    Eum,
    /// The Spatial Model of Politics, KTAB-compatible: path scenario.
    Smp,
    /// The exchange model; for linked issues only.
    Exchange,
}

impl Name {
    fn model(self) -> Option<Model> {
        Model::ALL.into_iter().find(|m| self.to_possible_value().is_some_and(|v| v.get_name() == m.name()))
    }
}

/// How many draws a what-if is compared with when none are asked for.
const PAIRS: usize = 2000;

/// All that is said of one issue.
pub(crate) struct Report {
    case: Case,
    answers: Vec<Answer>,
    /// Models that are not made for this case, and why.
    left_out: Vec<String>,
    simulation: Option<Simulation>,
    what_if: Option<WhatIf>,
    /// What the exchange model says, for linked issues.
    exchange: Option<(f64, f64)>,
    seed: u64,
}

/// All that is said of one file.
pub(crate) struct Reports {
    issues: Vec<Report>,
    linked: Option<Vec<ExchangeRound>>,
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be read or holds no issue, or a model is not made for it.
pub fn run(args: &BargainArgs) -> Result<(), CliError> {
    let reports = args.files.iter().map(|f| file(f, args)).collect::<Result<Vec<_>, _>>()?;
    if let Some(path) = &args.svg {
        let issues: Vec<&Report> = reports.iter().flat_map(|r| &r.issues).collect();
        output::deliver(&svg::picture(&issues), Some(path))?;
    }
    if !args.json {
        let texts: Vec<String> = reports.iter().map(listing::text).collect();
        return output::answer(&texts.join("\n\n"));
    }
    match &reports[..] {
        [one] => output::answer(&format!("{:#}", json::document(one))),
        several => {
            let lines: Vec<String> = several.iter().map(|r| json::document(r).to_string()).collect();
            output::answer(&lines.join("\n"))
        }
    }
}

fn file(path: &str, args: &BargainArgs) -> Result<Reports, CliError> {
    let bytes = input::bytes(path)?;
    let invalid = |what: String| CliError::Invalid(format!("{path}: {what}"));
    let text = String::from_utf8(bytes).map_err(|e| invalid(format!("not UTF-8: {e}")))?;
    let (cases, is_linked) = match parse(&text).map_err(|e| invalid(e.to_string()))? {
        IssueFile::One(case) => (vec![*case], false),
        IssueFile::Linked(cases) => (cases, true),
    };
    if !is_linked && args.model.contains(&Name::Exchange) {
        let what = "the exchange model trades between issues; give a file with several `cases`";
        return Err(CliError::Usage(format!("{path}: {what}")));
    }
    let wanted = args.model.contains(&Name::Exchange);
    let (linked, left_out) = match exchange(&cases, 3) {
        _ if !is_linked || !(wanted || args.model.is_empty()) => (None, None),
        Ok(rounds) => (Some(rounds), None),
        Err(e) if wanted => return Err(invalid(e.to_string())),
        Err(e) => (None, Some(e.to_string())),
    };
    let report = |(i, case)| -> Result<Report, CliError> {
        let outcome = linked.as_ref().and_then(|rounds| rounds.first()).map(|r| (r.preference[i], r.voting[i]));
        let mut report = issue(case, args, outcome).map_err(|e| invalid(e.to_string()))?;
        report.left_out.extend(left_out.clone());
        Ok(report)
    };
    let issues = cases.into_iter().enumerate().map(report).collect::<Result<_, _>>()?;
    Ok(Reports { issues, linked })
}

fn issue(case: Case, args: &BargainArgs, exchange: Option<(f64, f64)>) -> Result<Report, CaseError> {
    let (answers, left_out) = solve(&case, args)?;
    let flat = case.dimensions() == 1;
    let draws = args.simulate.map(|n| n as usize);
    let simulation = draws.filter(|_| flat).map(|n| simulate(&case, 0, n, args.seed, ModelError::fitted()));
    let compare = |after: Case| what_if(&case, &after, draws.unwrap_or(PAIRS), args.seed);
    let what_if = if args.set.is_empty() { None } else { Some(compare(changed(&case, &args.set)?)) };
    Ok(Report { case, answers, left_out, simulation, what_if, exchange, seed: args.seed })
}

/// The answers of the models asked for, else of all that are made for the case.
fn solve(case: &Case, args: &BargainArgs) -> Result<(Vec<Answer>, Vec<String>), CaseError> {
    if !args.model.is_empty() {
        let asked = args.model.iter().filter_map(|n| n.model());
        return Ok((asked.map(|m| m.solve(case, args.seed)).collect::<Result<_, _>>()?, Vec::new()));
    }
    let (mut answers, mut left_out) = (Vec::new(), Vec::new());
    for model in Model::ALL {
        match model.solve(case, args.seed) {
            Ok(answer) => answers.push(answer),
            Err(e) => left_out.push(e.to_string()),
        }
    }
    Ok((answers, left_out))
}

/// One exchange in words.
fn deal(cases: &[Report], e: &Exchange) -> String {
    let title = |i: usize| cases.get(i).map_or("?", |r| name(&r.case));
    format!("{} gives way to {} on {}, and is given way to on {}", e.gives, e.gains, title(e.issue), title(e.against))
}

/// What an issue is called.
fn name(case: &Case) -> &str {
    case.title.as_deref().or(case.id.as_deref()).unwrap_or("the issue")
}
