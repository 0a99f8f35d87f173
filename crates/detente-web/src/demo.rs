//! A filled site from the project's own example articles.

use detente::{Article, Asked, Brief, Manner, Sources, ask};
use detente_codebook::{Language, Phrase};
use detente_coder::read::ReadOptions;
use detente_ledger::site::{Appearance, Criteria, Head, Outcome, Poll, Site};
use detente_ledger::{LedgerError, Stamp};
use jiff::civil::Date;
use serde::Deserialize;

use crate::app::Profile;
use crate::draft::draft;

const PLAN: &str = include_str!("../../../data/site/demo.toml");

/// The example articles by name.
const ARTICLES: [(&str, &str); 4] = [
    ("rapprochement.ar.txt", include_str!("../../../examples/rapprochement.ar.txt")),
    ("rapprochement.en.txt", include_str!("../../../examples/rapprochement.en.txt")),
    ("armenia-azerbaijan.ar.txt", include_str!("../../../examples/armenia-azerbaijan.ar.txt")),
    ("saudi-iran-beijing.en.txt", include_str!("../../../examples/saudi-iran-beijing.en.txt")),
];

/// Why the example site cannot be filled.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DemoError {
    /// The plan or an article that is compiled in cannot be read.
    #[error("the example site: {0}")]
    Plan(String),
    /// The site refuses.
    #[error(transparent)]
    Site(#[from] LedgerError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    profile: Profile,
    brief: Vec<PlannedBrief>,
    poll: Vec<Poll>,
    appearance: Vec<Appearance>,
    forecast: Vec<PlannedForecast>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlannedBrief {
    file: String,
    also: Option<String>,
    day: Date,
    category: String,
    title: Phrase,
    summary: Phrase,
    slug: Phrase,
    byline: Phrase,
    language: Language,
    correction: Option<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlannedForecast {
    question: Phrase,
    criteria: Phrase,
    registered: Date,
    closes: Date,
    chance: f64,
    brief: Option<i64>,
    outcome: Option<Outcome>,
    resolved: Option<Date>,
    source: Option<String>,
}

fn stamp(day: Date, hour: u8, reason: &str) -> Stamp {
    Stamp { time: format!("{day}T{hour:02}:00:00Z"), day, actor: "desk".to_owned(), reason: reason.to_owned() }
}

/// Fills an empty site with the examples.
///
/// # Errors
/// [`DemoError`] when a compiled-in file is malformed, which a test keeps from happening.
pub fn fill(site: &mut Site) -> Result<(), DemoError> {
    let plan: Plan = detente_codebook::embedded(PLAN).map_err(|e| DemoError::Plan(e.to_string()))?;
    let profile = serde_json::to_string(&plan.profile).map_err(|e| DemoError::Plan(e.to_string()))?;
    let first = plan.brief.first().map_or(Date::MIN, |b| b.day);
    site.set("profile", &profile, &stamp(first, 6, "example site"))?;
    plan.brief.iter().try_for_each(|b| brief(site, b))?;
    plan.forecast.iter().try_for_each(|f| forecast(site, f))?;
    for poll in &plan.poll {
        site.open_poll(poll, &stamp(first, 7, "example site"))?;
    }
    for appearance in &plan.appearance {
        site.add_appearance(appearance, &stamp(first, 7, "example site"))?;
    }
    Ok(())
}

fn article(name: &str) -> Result<Article, DemoError> {
    let wrong = |what: String| DemoError::Plan(format!("{name}: {what}"));
    let text = ARTICLES.iter().find(|(n, _)| *n == name).ok_or_else(|| wrong("no such example".to_owned()))?.1;
    Article::read(text.as_bytes(), name, &ReadOptions::default()).map_err(|e| wrong(e.to_string()))
}

fn asked(article: &Article, day: Date) -> Result<Brief, DemoError> {
    let wrong = |what: String| DemoError::Plan(format!("{}: {what}", article.source.title));
    let words = article.coding.document.question.as_ref().map_or(article.source.title.as_str(), |q| &q.exact);
    let asked = Asked { words: Some(words), shift: None, on: None, as_of: day, horizon: 5 };
    let question = asked.read().map_err(|e| wrong(e.to_string()))?;
    let sources = Sources { articles: std::slice::from_ref(article), ledger: None };
    ask(question, &sources, &Manner::default()).map_err(|e| wrong(e.to_string()))
}

fn brief(site: &mut Site, planned: &PlannedBrief) -> Result<(), DemoError> {
    let first = article(&planned.file)?;
    let also = planned.also.as_deref().map(article).transpose()?;
    for a in std::iter::once(&first).chain(&also) {
        let _added = site.ledger_mut().add_article(&a.snapshot(), &a.records, &stamp(planned.day, 8, "example site"))?;
    }
    let head = Head {
        title: planned.title.clone(),
        summary: planned.summary.clone(),
        slug: planned.slug.clone(),
        category: planned.category.clone(),
        byline: planned.byline.clone(),
        language: planned.language,
    };
    let made = draft(&asked(&first, planned.day)?, head).map_err(|e| DemoError::Plan(e.to_string()))?;
    let id = site.draft(&made, &stamp(planned.day, 9, "example site"))?;
    site.hand_in(id, &stamp(planned.day, 10, "example site"))?;
    site.publish(id, None, &stamp(planned.day, 11, "example site"))?;
    if let Some(note) = &planned.correction {
        site.publish(id, Some(note), &stamp(planned.day, 15, "example site"))?;
    }
    Ok(())
}

fn forecast(site: &mut Site, planned: &PlannedForecast) -> Result<(), DemoError> {
    let criteria = Criteria {
        question: planned.question.clone(),
        criteria: planned.criteria.clone(),
        closes: planned.closes,
        chance: planned.chance,
        brief: planned.brief,
    };
    let id = site.register(&criteria, &stamp(planned.registered, 12, "example site"))?;
    if let (Some(outcome), Some(day), Some(source)) = (planned.outcome, planned.resolved, &planned.source) {
        site.resolve(id, outcome, source, &stamp(day, 12, "example site"))?;
    }
    Ok(())
}
