//! The short answer: one or two sentences a lens, each a claim of that lens.

use detente_lens::{Finding, Message, Stance};

use crate::brief::{LensFinding, Sentence};
use crate::words::both;

/// Claims that carry the answer of their lens, the weightiest first. A lens that makes none of
/// these leads with its first claim that takes a side, else with its first claim.
const LEADS: &[&str] = &[
    "evidence-summary",
    "treaty-no-defence",
    "treaty-duty-signed-later",
    "treaty-contrast-namesake",
    "treaty-duty-in-force",
    "treaty-duty-signed",
    "balance-triad-strained",
    "balance-triad-settled",
    "balance-pressure-new",
    "balance-pressure-none",
    "analogues-base",
    "analogues-base-hostile",
    "analogues-base-neither",
    "analogues-no-effect",
    "analogues-effect",
    "history-forecast",
    "history-tested",
];

/// How many sentences a lens may give to the short answer.
const MOST: usize = 3;

pub(super) fn answer(findings: &[Finding], said: &[LensFinding]) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = findings.iter().zip(said).flat_map(|(f, s)| sentences(f, s)).collect();
    if out.is_empty() {
        out.push(Sentence { text: both(&Message::new("answer-cannot-say")), claims: Vec::new() });
    }
    out
}

fn sentences(finding: &Finding, said: &LensFinding) -> Vec<Sentence> {
    let sentence = |at: &usize| {
        let claim = said.claims.get(*at)?;
        Some(Sentence { text: claim.text.clone(), claims: vec![claim.id.clone()] })
    };
    leading(finding).iter().filter_map(sentence).collect()
}

/// The places of the claims that lead, weightiest first.
fn leading(finding: &Finding) -> Vec<usize> {
    let place = |id: &&str| finding.claims.iter().position(|c| c.message.id == *id);
    let mut out: Vec<usize> = LEADS.iter().filter_map(place).take(MOST).collect();
    if out.is_empty() {
        let sided = finding.claims.iter().position(|c| c.stance != Stance::Neither);
        out.extend(sided.or(if finding.claims.is_empty() { None } else { Some(0) }));
    }
    out
}
