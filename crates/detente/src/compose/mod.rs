//! Findings into a brief: words in both languages, every cited record, what is unknown.

mod answer;
mod coded;
mod evidence;
mod network;
mod suggest;
mod synthesis;
mod timeline;

use std::collections::BTreeSet;

use detente_codebook::{Digest, Language, Phrase, Record};
use detente_lens::{Arg, Finding, Inquiry, Message, Question};

use crate::article::Article;
use crate::brief::{Asking, Brief, ClaimView, Evidence, Head, LensFinding, Moment, SCHEMA};
use crate::words::both;

/// A record as a brief shows it, without the words around its quote.
#[must_use]
pub fn evidence(record: &Record) -> Evidence {
    evidence::of_record(record, &[])
}

/// The dated facts about the actors of an inquiry, oldest first, as a brief shows them.
#[must_use]
pub fn timeline(inquiry: &Inquiry) -> Vec<Moment> {
    timeline::timeline(inquiry)
}

/// What a brief is made of, beside the findings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground<'a> {
    /// The article in hand, if any.
    pub(crate) article: Option<&'a Article>,
    /// All articles whose text is at hand.
    pub(crate) articles: &'a [Article],
    /// The seed of whatever was drawn at random.
    pub(crate) seed: u64,
    /// The file of an issue attached to the question.
    pub(crate) issue: Option<&'a Evidence>,
}

/// The brief of an inquiry and what the lenses found, in the order of `findings`.
pub(crate) fn compose(inquiry: &Inquiry, findings: &[Finding], ground: Ground<'_>) -> Brief {
    let id = stem(inquiry, ground);
    let findings_said: Vec<LensFinding> = findings.iter().map(|f| lens(f, &id)).collect();
    let mut brief = Brief {
        synthesis: synthesis::synthesis(findings, inquiry.question.as_of, &id),
        answer: answer::answer(findings, &findings_said),
        question: Some(asking(&inquiry.question)),
        unknown: unknown(inquiry, findings, ground.articles),
        network: findings.iter().find_map(|f| f.network.as_ref()).map(|n| network::view(n, &inquiry.question)),
        timeline: timeline::timeline(inquiry),
        findings: findings_said,
        ..reading(ground, id)
    };
    brief.evidence = evidence::cited(&brief, inquiry, ground);
    brief
}

/// The brief of an article that asks nothing: what was coded, and the questions it raises.
pub(crate) fn read_only(ground: Ground<'_>) -> Brief {
    let texts = ground.article.map(|a| a.text.as_str()).unwrap_or_default();
    let id = Digest::of(texts.as_bytes()).short(8).to_owned();
    let mut brief = reading(ground, id);
    brief.questions = ground.article.map(suggest::questions).unwrap_or_default();
    brief.synthesis.note = both(&Message::new("synthesis-no-question"));
    brief.unknown = vec![both(&Message::new("unknown-no-question"))];
    brief.evidence = evidence::read(&brief, ground.articles);
    brief
}

/// A brief without answer: the head of the article and what was coded of it.
fn reading(ground: Ground<'_>, id: String) -> Brief {
    Brief {
        schema: SCHEMA.to_owned(),
        id,
        language: ground.article.map_or(Language::En, |a| a.coding.document.language),
        article: ground.article.map(head),
        question: None,
        answer: Vec::new(),
        findings: Vec::new(),
        synthesis: crate::brief::Synthesis::default(),
        unknown: Vec::new(),
        questions: Vec::new(),
        reading: ground.article.map(coded::reading).unwrap_or_default(),
        network: None,
        timeline: Vec::new(),
        evidence: Vec::new(),
        seed: ground.seed,
        made_with: concat!("detente ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

fn head(article: &Article) -> Head {
    let document = &article.coding.document;
    let exact = |q: &Option<detente_codebook::Quote>| q.as_ref().map(|q| q.exact.clone());
    Head {
        title: article.source.title.clone(),
        category: exact(&document.category),
        byline: exact(&document.byline),
        published: article.source.date,
        url: article.source.url.clone(),
        digest: Digest::of(article.text.as_str().as_bytes()).as_str().to_owned(),
        language: document.language,
    }
}

/// The digest of what decides the brief: the question, the texts it draws on and the seed.
fn stem(inquiry: &Inquiry, ground: Ground<'_>) -> String {
    let q = &inquiry.question;
    let source = |r: &detente_codebook::Record| r.source.digest.as_ref().map_or(r.id.0.clone(), |d| d.as_str().to_owned());
    let sources: BTreeSet<String> = inquiry.records.iter().map(source).collect();
    let sources = sources.into_iter().collect::<Vec<_>>().join(",");
    let issue = ground.issue.map(|i| format!("|{}", i.id)).unwrap_or_default();
    let words = format!("{:?}|{}|{}|{}|{}|{sources}{issue}", q.shift, q.target, q.as_of, q.horizon_years, ground.seed);
    Digest::of(words.as_bytes()).short(8).to_owned()
}

fn asking(question: &Question) -> Asking {
    Asking {
        text: question.text.clone(),
        shift: question.shift.clone(),
        target: question.target.clone(),
        as_of: question.as_of,
        horizon_years: question.horizon_years,
        restated: both(&restated(question)),
    }
}

/// The formal question as a sentence.
fn restated(question: &Question) -> Message {
    let id = match question.shift.direction {
        detente_lens::Direction::Improves => "question-improves",
        detente_lens::Direction::Worsens => "question-worsens",
    };
    Message::new(id)
        .with("shift", Arg::Dyad(question.shift.dyad.clone()))
        .with("target", Arg::Dyad(question.target.clone()))
        .with("day", Arg::Date(detente_codebook::Edtf::day(question.as_of)))
        .with("years", Arg::Count(u64::from(question.horizon_years)))
}

fn lens(finding: &Finding, stem: &str) -> LensFinding {
    let key = match finding.lens.as_str() {
        "bargaining" => 'g',
        name => name.chars().next().unwrap_or('x'),
    };
    let claim = |(n, c): (usize, &detente_lens::Claim)| ClaimView {
        id: format!("{stem}-{key}{}", n + 1),
        text: both(&c.message),
        stance: c.stance,
        value: c.value,
        unit: c.unit.clone(),
        interval: c.interval,
        n: c.n,
        evidence: c.evidence.clone(),
    };
    LensFinding {
        lens: finding.lens.clone(),
        title: both(&Message::new(&format!("lens-{}", finding.lens))),
        grounds: finding.grounds,
        forecast: finding.forecast,
        n: finding.n,
        claims: finding.claims.iter().enumerate().map(claim).collect(),
        assumptions: finding.assumptions.iter().map(both).collect(),
        method: both(&finding.method),
    }
}

/// What no lens could know, each once and not what a claim says already, and texts that are later
/// than the day asked about.
fn unknown(inquiry: &Inquiry, findings: &[Finding], articles: &[Article]) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    let said = findings.iter().flat_map(|f| f.unknown.iter().map(both));
    let day = inquiry.question.as_of;
    let late = articles.iter().filter(|a| a.source.date.and_then(detente_codebook::Edtf::first).is_some_and(|d| d > day));
    let late = late.map(|a| both(&Message::new("unknown-later-text").with("title", Arg::Text(a.source.title.clone()))));
    let claimed: Vec<Phrase> = findings.iter().flat_map(|f| &f.claims).map(|c| both(&c.message)).collect();
    for phrase in said.chain(late) {
        if !out.contains(&phrase) && !claimed.contains(&phrase) {
            out.push(phrase);
        }
    }
    out
}
