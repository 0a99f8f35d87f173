//! The answer for people.

use std::collections::BTreeMap;

use detente::words::{label, say};
use detente_codebook::{ActorTable, Language};
use detente_history::KeptRate;
use detente_lens::treaty::engine::{Answer, Book, Obligation, Sample};

/// With more states than this the reasons are said once for all of them.
const NAMED: usize = 3;

pub(super) fn listing(book: &Book, answer: &Answer, sample: Option<&Sample>, language: Language) -> String {
    let mut out = Vec::new();
    out.extend(answer.notes.iter().map(|n| format!("({})", say(n, language))));
    section(&mut out, "listing-obligations", duties(book, &answer.obligations, language), language);
    if answer.obligations.is_empty() {
        out.push(format!("  {}", label("listing-nobody", language)));
    }
    let plain = |all: Vec<String>| all.into_iter().map(|l| format!("  {l}")).collect::<Vec<_>>();
    section(&mut out, "listing-broken", plain(answer.breaches.iter().map(|b| say(&b.why, language)).collect()), language);
    section(&mut out, "listing-conflicts", plain(answer.conflicts.iter().map(|c| say(&c.why, language)).collect()), language);
    let steps = answer.cascade.iter().map(|j| format!("{}. {}", j.round, say(&j.because, language))).collect();
    section(&mut out, "listing-cascade", plain(steps), language);
    section(&mut out, "listing-sample", super::sample::lines(sample, language), language);
    section(&mut out, "listing-not-bound", plain(answer.not_bound.iter().map(|n| say(&n.why, language)).collect()), language);
    section(&mut out, "listing-live", duties(book, &answer.live, language), language);
    section(&mut out, "listing-leads", duties(book, &answer.leads, language), language);
    out.join("\n")
}

fn section(out: &mut Vec<String>, id: &str, lines: Vec<String>, language: Language) {
    if lines.is_empty() && id != "listing-obligations" {
        return;
    }
    if !out.is_empty() {
        out.push(String::new());
    }
    out.push(label(id, language));
    out.extend(lines);
}

/// Duties by treaty and kind: one line of states, then the reasons of the first.
fn duties(book: &Book, all: &[Obligation], language: Language) -> Vec<String> {
    let mut groups: BTreeMap<(&str, &str, &str, &str), Vec<&Obligation>> = BTreeMap::new();
    for o in all {
        groups.entry((&o.treaty, o.duty.word(), o.toward.as_str(), o.grade.word())).or_default().push(o);
    }
    let mut out = Vec::new();
    for ((treaty, duty, ..), group) in groups {
        let Some(first) = group.first() else { continue };
        let states = group.iter().map(|o| name(&o.state, language)).collect::<Vec<_>>().join(", ");
        let article = first.article.as_deref().map_or_else(String::new, |a| format!(" {a}"));
        out.push(format!("  {states}: {duty}, {} [{treaty}{article}]", first.grade.word()));
        let shown = if group.len() > NAMED { 1 } else { group.len() };
        out.extend(group.iter().take(shown).map(|o| format!("      {}", say(&o.why, language))));
        let text = book.treaties().find(|t| t.id == treaty);
        let clause = text.and_then(|t| t.clauses.iter().find(|c| c.record == first.record));
        out.extend(clause.map(|c| format!("      {}", c.text.get(language))));
        out.extend(first.kept.as_ref().map(|k| format!("      {}", kept(k, language))));
    }
    out
}

/// The name of an actor; its code where it has none.
pub(crate) fn name(code: &detente_codebook::ActorCode, language: Language) -> String {
    ActorTable::builtin().map_or_else(|_| code.to_string(), |t| t.name(code, language))
}

/// A rate with its cases and interval.
pub(super) fn kept(rate: &KeptRate, language: Language) -> String {
    let [low, high] = rate.ci95.map(|x| format!("{:.0}", x * 100.0));
    let (from, to) = rate.years;
    format!(
        "{} {:.0} % (n = {}, 95 %: {low}-{high} %; {}, {from}-{to})",
        label("listing-kept", language),
        rate.rate * 100.0,
        rate.n,
        rate.grouping
    )
}
