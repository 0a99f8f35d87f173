//! From a claim back to what it rests on.

use detente_codebook::{Language, RecordId};
use detente_lens::{Arg, Forecast, Message};

use crate::brief::{Brief, ClaimView, Evidence, LensFinding, Synthesis};
use crate::words::{date, label, say};

/// Why a claim cannot be explained.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WhyError {
    /// The brief holds no such claim.
    #[error("the brief {brief} holds no claim `{claim}`; its claims are {first} to {last}")]
    NoClaim {
        /// What was asked for.
        claim: String,
        /// The brief.
        brief: String,
        /// The first claim there is.
        first: String,
        /// The last one.
        last: String,
    },
}

/// One step of the chain: a fact, and the source in which it was seen.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Link<'a> {
    /// The number under which the brief cites it.
    pub number: usize,
    /// The record, its quote and its source.
    pub evidence: &'a Evidence,
}

/// A claim and everything it rests on.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Chain<'a> {
    /// Which lens makes the claim, and how it works.
    pub lens: &'a LensFinding,
    /// The claim.
    pub claim: &'a ClaimView,
    /// The facts, in the order of the claim.
    pub links: Vec<Link<'a>>,
}

/// The chain of a claim: claim → facts → quote → source.
///
/// # Errors
/// [`WhyError::NoClaim`] when the brief holds no claim of that id.
pub fn why<'a>(brief: &'a Brief, claim: &str) -> Result<Chain<'a>, WhyError> {
    let (lens, view) = brief.claim(claim).ok_or_else(|| no_claim(brief, claim))?;
    let link = |id: &RecordId| Some(Link { number: brief.number(id)?, evidence: brief.evidence(id)? });
    Ok(Chain { lens, claim: view, links: view.evidence.iter().filter_map(link).collect() })
}

fn no_claim(brief: &Brief, claim: &str) -> WhyError {
    let mut ids = brief.findings.iter().flat_map(|f| &f.claims).map(|c| c.id.clone());
    let first = ids.next().unwrap_or_else(|| "none".to_owned());
    let last = ids.next_back().unwrap_or_else(|| first.clone());
    WhyError::NoClaim { claim: claim.to_owned(), brief: brief.id.clone(), first, last }
}

/// The id under which `why` explains the synthesis of a brief.
#[must_use]
pub fn synthesis_id(brief: &str) -> String {
    format!("{brief}-synthesis")
}

/// One forecast of the pool: its lens, its weight, and the claims of that lens about it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Share<'a> {
    /// The lens.
    pub lens: &'a LensFinding,
    /// Its weight.
    pub weight: f64,
    /// What the lens says of its forecast, each a claim that `why` explains.
    pub claims: Vec<&'a ClaimView>,
}

/// The synthesis and the forecasts that it is made of.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Pooled<'a> {
    /// The id that was asked for.
    pub id: &'a str,
    /// The synthesis.
    pub synthesis: &'a Synthesis,
    /// The forecasts, the weightiest first.
    pub shares: Vec<Share<'a>>,
}

/// What the synthesis of a brief is made of; none when `id` is not that of its synthesis, or nothing was forecast.
#[must_use]
pub fn pooled<'a>(brief: &'a Brief, id: &'a str) -> Option<Pooled<'a>> {
    let synthesis = Some(&brief.synthesis).filter(|s| s.forecast.is_some() && id == synthesis_id(&brief.id))?;
    let of_forecast = |c: &&ClaimView| c.evidence.iter().any(|id| id.0 == detente_history::forecast::RECORD);
    let share = |lens: &'a LensFinding| {
        let weight = lens.forecast.and(synthesis.weights.get(&lens.lens))?;
        Some(Share { lens, weight: *weight, claims: lens.claims.iter().filter(of_forecast).collect() })
    };
    let mut shares: Vec<Share<'a>> = brief.findings.iter().filter_map(share).collect();
    shares.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    Some(Pooled { id, synthesis, shares })
}

impl Pooled<'_> {
    /// The pool in words, one step a line, deeper steps further in.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let mut out = vec![format!("{}  {}", self.id, forecast(self.synthesis.forecast, language))];
        out.push(format!("  {}", self.synthesis.note.get(language)));
        for share in &self.shares {
            let (title, number) = (share.lens.title.get(language), forecast(share.lens.forecast, language));
            out.push(format!("  {:.2} × {title}: {number}", share.weight));
            out.extend(share.claims.iter().map(|c| format!("      {}  {}", c.id, c.text.get(language))));
        }
        out.join("\n")
    }
}

fn forecast(forecast: Option<Forecast>, language: Language) -> String {
    let said = |f: Forecast| {
        let message = Message::new("forecast")
            .with("worsens", Arg::Share(f.worsens))
            .with("holds", Arg::Share(f.holds))
            .with("improves", Arg::Share(f.improves));
        say(&message, language)
    };
    forecast.map(said).unwrap_or_default()
}

impl Chain<'_> {
    /// The chain in words, one step a line, deeper steps further in.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let l = |id: &str| label(id, language);
        let mut out = vec![format!("{}  {}", self.claim.id, self.claim.text.get(language))];
        out.push(format!("  {} {}", l("why-lens"), self.lens.title.get(language)));
        out.push(format!("  {} {}", l("why-method"), self.lens.method.get(language)));
        out.extend(self.lens.assumptions.iter().map(|a| format!("  {} {}", l("why-assumes"), a.get(language))));
        out.extend(self.links.iter().flat_map(|link| link.lines(language)));
        out.join("\n")
    }
}

impl Link<'_> {
    fn lines(&self, language: Language) -> Vec<String> {
        let e = self.evidence;
        let mut out = vec![format!("  [{}] {}", self.number, e.text.get(language)), format!("      {}", e.id)];
        if let Some(quote) = &e.quote {
            let (before, after) = e.selector.as_ref().map_or(("", ""), |s| (s.prefix.as_str(), s.suffix.as_str()));
            let words = format!("…{before}⟦{}⟧{after}…", quote.exact);
            out.push(format!("      {}", crate::visible::shown(&words.replace('\n', " "))));
            out.push(format!("      {} {}-{}", label("why-place", language), quote.start, quote.end));
        }
        out.push(format!("      {}", source(e, language)));
        out
    }
}

/// Title, date and address of a source, and whether the fact was only recalled.
pub(crate) fn source(e: &Evidence, language: Language) -> String {
    let mut parts = vec![crate::visible::shown(&e.source.title)];
    parts.extend(e.source.date.map(|d| date(d, language)));
    parts.extend(e.source.url.clone());
    if e.confidence == detente_codebook::Confidence::Recalled {
        parts.push(say(&Message::new("evidence-recalled"), language));
    }
    parts.join(&label("source-comma", language))
}
