//! The line from a question to its brief.

use detente_codebook::{ActorCode, RecordId};
use detente_history::HistoryError;
use detente_ledger::{Ledger, LedgerError, Stamp};
use detente_lens::{Inquiry, Lens, LensError, Question, lenses};
use jiff::civil::Date;

use crate::article::Article;
use crate::brief::Brief;
use crate::compose::{Ground, compose, read_only};
use crate::issue::Issue;
use crate::named::named_in;

/// Why a question cannot be answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AskError {
    /// The embedded base cannot be read.
    #[error(transparent)]
    Base(#[from] HistoryError),
    /// A lens met a record that it cannot read.
    #[error(transparent)]
    Lens(#[from] LensError),
    /// The ledger cannot be read or written.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The issue attached to the question cannot be used.
    #[error("issue: {0}")]
    Issue(#[from] detente_lens::bargaining::CaseError),
    /// There is no lens of that name.
    #[error("there is no lens `{name}`: the lenses are {known}")]
    NoLens {
        /// What was asked for.
        name: String,
        /// The names there are.
        known: String,
    },
}

/// What a question is asked of.
#[derive(Debug, Default)]
pub struct Sources<'a> {
    /// Articles at hand; the first is the one that a brief is about.
    pub articles: &'a [Article],
    /// A ledger of what was read before; one in memory serves when there is none.
    pub ledger: Option<&'a Ledger>,
}

/// Names of the lenses to ask, all when empty, and the seed of whatever is drawn at random.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// The lenses.
    pub lenses: Vec<String>,
    /// The seed.
    pub seed: u64,
}

/// Answers a question: records as of its day, relations, findings, brief.
///
/// # Errors
/// [`AskError`] when the ledger, the base or a record cannot be read, or a lens is not known.
pub fn ask(question: Question, sources: &Sources<'_>, manner: &Manner) -> Result<Brief, AskError> {
    ask_with(question, sources, manner, None)
}

/// The same with an issue for the bargaining lens.
///
/// # Errors
/// As [`ask`]; [`AskError::Issue`] when the issue cannot be used.
pub fn ask_with(question: Question, sources: &Sources<'_>, manner: &Manner, issue: Option<&Issue>) -> Result<Brief, AskError> {
    let asked = chosen(&manner.lenses, issue.is_some())?;
    let inquiry = inquiry(question, sources)?;
    let mut findings = asked.iter().map(|l| l.examine(&inquiry)).collect::<Result<Vec<_>, _>>()?;
    if let Some(issue) = issue {
        findings.push(issue.attachment.examine(&inquiry)?);
    }
    let file = issue.and_then(|i| i.evidence.as_ref());
    Ok(compose(&inquiry, &findings, Ground { issue: file, ..ground(sources, manner.seed) }))
}

/// Everything known that bears on a question, as of its day.
///
/// # Errors
/// [`AskError`] when the ledger or the base cannot be read.
pub fn inquiry(question: Question, sources: &Sources<'_>) -> Result<Inquiry, AskError> {
    let records = records(sources, question.as_of)?;
    let mentions = mentions(&records, sources.articles, question.as_of);
    Ok(Inquiry::new(question, records, detente_history::base()?).with_mentions(mentions))
}

/// The reading of an article that asks no question: what was coded, and the questions it raises.
pub fn reading(article: &Article, manner: &Manner) -> Brief {
    let articles = std::slice::from_ref(article);
    read_only(ground(&Sources { articles, ledger: None }, manner.seed))
}

const fn ground<'a>(sources: &Sources<'a>, seed: u64) -> Ground<'a> {
    Ground { article: sources.articles.first(), articles: sources.articles, seed, issue: None }
}

/// The lenses of these names, all when there are none; that of bargaining needs an issue, and is asked
/// whenever there is one.
fn chosen(names: &[String], issue: bool) -> Result<Vec<Box<dyn Lens>>, AskError> {
    let all = lenses();
    let known: Vec<&str> = all.iter().map(|l| l.name()).chain(issue.then_some("bargaining")).collect();
    if let Some(name) = names.iter().find(|n| !known.contains(&n.as_str())) {
        return Err(AskError::NoLens { name: name.clone(), known: known.join(", ") });
    }
    Ok(all.into_iter().filter(|l| names.is_empty() || names.iter().any(|n| n == l.name())).collect())
}

/// What was known on the day: the records of the ledger, and those of the articles at hand, which
/// pass through a ledger in memory so that both go the same way.
fn records(sources: &Sources<'_>, day: Date) -> Result<Vec<detente_codebook::Record>, AskError> {
    let mut memory = Ledger::in_memory()?;
    for article in sources.articles {
        let _added = memory.add_article(&article.snapshot(), &article.records, &at_hand(day))?;
    }
    let mut out = match sources.ledger {
        Some(ledger) => ledger.records(Some(day))?,
        None => Vec::new(),
    };
    for record in memory.records(Some(day))? {
        if !out.iter().any(|r| r.id == record.id) {
            out.push(record);
        }
    }
    Ok(out)
}

/// An article at hand is read on the day of the question, whatever the clock says.
fn at_hand(day: Date) -> Stamp {
    Stamp { time: format!("{day}T00:00:00Z"), day, actor: "detente".to_owned(), reason: "asked".to_owned() }
}

/// The actors that the words of each record name: by the article where it is at hand, else by its quote.
fn mentions(records: &[detente_codebook::Record], articles: &[Article], day: Date) -> Vec<(RecordId, Vec<ActorCode>)> {
    let at_hand = |id: &RecordId| articles.iter().flat_map(|a| &a.mentions).find(|(m, _)| m == id);
    let named = |r: &detente_codebook::Record| match at_hand(&r.id) {
        Some((_, actors)) => (r.id.clone(), actors.clone()),
        None => (r.id.clone(), named_in(&r.item, day)),
    };
    records.iter().map(named).collect()
}
