//! From a claim back to what it rests on.

use detente_codebook::{Language, RecordId};
use detente_lens::Message;

use crate::brief::{Brief, ClaimView, Evidence, LensFinding};
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
