//! Where two readers of one page differ.

use detente_codebook::{ActorCode, Coding, Event, Span};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Difference, Disagreement};

/// One item with what it is compared by.
struct Seen {
    /// Whom it is about.
    about: String,
    /// How it is coded.
    code: String,
    span: Span,
    item: Value,
}

/// What lists the items of one kind.
type Listing = fn(&Coding) -> Vec<Seen>;

/// All items that the readers do not share, kind by kind.
pub(super) fn disagreements(grammar: &Coding, model: &Coding) -> Vec<Disagreement> {
    let of: [(&str, Listing); 7] = [
        ("events", events),
        ("treaties", treaties),
        ("transfers", transfers),
        ("statements", statements),
        ("conditionals", conditionals),
        ("hedges", hedges),
        ("ties", ties),
    ];
    of.into_iter().flat_map(|(kind, list)| differ(kind, list(grammar), list(model))).collect()
}

/// First those with the same code are paired, then those on the same words with another one; the rest stand alone.
fn differ(kind: &'static str, mut grammar: Vec<Seen>, mut model: Vec<Seen>) -> Vec<Disagreement> {
    let near = |a: &Seen, b: &Seen| a.about == b.about && a.span.touches(b.span);
    drop(pairs(&mut grammar, &mut model, |a, b| near(a, b) && a.code == b.code));
    let other = pairs(&mut grammar, &mut model, near);
    let both = other.into_iter().map(|(a, b)| (Difference::Codes, Some(a.item), Some(b.item)));
    let one = grammar.into_iter().map(|a| (Difference::OnlyGrammar, Some(a.item), None));
    let two = model.into_iter().map(|b| (Difference::OnlyModel, None, Some(b.item)));
    both.chain(one).chain(two).map(|(what, grammar, model)| Disagreement { kind, what, grammar, model }).collect()
}

/// Takes out of both lists what belongs together.
fn pairs(a: &mut Vec<Seen>, b: &mut Vec<Seen>, same: impl Fn(&Seen, &Seen) -> bool) -> Vec<(Seen, Seen)> {
    let mut out = Vec::new();
    let mut rest = Vec::new();
    for item in a.drain(..) {
        match b.iter().position(|other| same(&item, other)) {
            Some(at) => out.push((item, b.remove(at))),
            None => rest.push(item),
        }
    }
    *a = rest;
    out
}

fn seen(about: String, code: impl Into<String>, span: Span, item: &impl Serialize) -> Seen {
    Seen { about, code: code.into(), span, item: json!(item) }
}

fn pair(a: &ActorCode, b: &ActorCode) -> String {
    format!("{} {}", a.state(), b.state())
}

fn events(coding: &Coding) -> Vec<Seen> {
    let one = |e: &Event| seen(pair(&e.source, &e.target), e.cameo.root(), e.quote.span(), e);
    coding.events.iter().map(one).collect()
}

fn treaties(coding: &Coding) -> Vec<Seen> {
    let parties = |t: &detente_codebook::Treaty| t.parties.iter().map(ActorCode::as_str).collect::<Vec<_>>().join(" ");
    // A treaty is spoken of all over a text: its place says nothing.
    let everywhere = Span::new(0, usize::MAX);
    coding.treaties.iter().map(|t| seen(parties(t), t.signed.map(|d| d.to_string()).unwrap_or_default(), everywhere, t)).collect()
}

fn transfers(coding: &Coding) -> Vec<Seen> {
    coding.transfers.iter().map(|t| seen(pair(&t.from, &t.to), format!("{:?}", t.status), t.quote.span(), t)).collect()
}

fn statements(coding: &Coding) -> Vec<Seen> {
    coding.statements.iter().map(|s| seen(String::new(), s.speaker_name.clone(), s.quote.span(), s)).collect()
}

fn conditionals(coding: &Coding) -> Vec<Seen> {
    coding.conditionals.iter().map(|c| seen(String::new(), "", c.antecedent.span(), c)).collect()
}

fn hedges(coding: &Coding) -> Vec<Seen> {
    coding.hedges.iter().map(|h| seen(String::new(), "", h.quote.span(), h)).collect()
}

fn ties(coding: &Coding) -> Vec<Seen> {
    let about = |t: &detente_codebook::Tie| {
        let (a, b) = t.dyad.key();
        pair(a, b)
    };
    coding.ties.iter().map(|t| seen(about(t), format!("{:?}", t.sign), t.quote.span(), t)).collect()
}
