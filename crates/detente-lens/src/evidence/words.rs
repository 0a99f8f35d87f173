//! Conditionals, hedges and statements: what is said in words only.

use std::sync::LazyLock;

use detente_codebook::{ActorCode, Conditional, Dyad, Hedge, Item, Quote, Record};

use super::named::{folded_words, names, stands_in};
use super::{counted, holder, same_text};
use crate::{Arg, Claim, Inquiry, Message, Stance};

static STRAIN: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let file = include_str!("../../../../data/lens/strain.txt");
    file.lines().map(folded_words).filter(|w| !w.is_empty()).collect()
});

/// What a conditional is about.
#[derive(PartialEq, Eq)]
enum Topic {
    Effect,
    Target,
    Shift,
}

/// The members of the target that are not of the shift; all of them when there are none.
fn further_members(inquiry: &Inquiry) -> Vec<&ActorCode> {
    let (shift, target) = (&inquiry.question.shift.dyad, &inquiry.question.target);
    let both = [&target.a, &target.b];
    let further: Vec<_> = both.into_iter().filter(|m| !shift.has(m)).collect();
    if further.is_empty() { both.to_vec() } else { further }
}

/// Whether the if-part names the further side of the target and nobody of the shift.
fn starts_from_target(inquiry: &Inquiry, conditional: &Conditional) -> bool {
    let words = &conditional.antecedent.exact;
    let shift = &inquiry.question.shift.dyad;
    let of_shift = names(words, &shift.a) || names(words, &shift.b);
    !of_shift && further_members(inquiry).into_iter().any(|m| names(words, m))
}

fn topic(inquiry: &Inquiry, record: &Record, conditional: &Conditional) -> Option<Topic> {
    let (shift, target) = (&inquiry.question.shift.dyad, &inquiry.question.target);
    let named = inquiry.named(&record.id);
    let on_shift = inquiry.names_both(&record.id, shift);
    let on_target = inquiry.names_both(&record.id, target);
    let further = further_members(inquiry).into_iter().any(|m| named.contains(m));
    let rule = is_rule(&conditional.holder) || starts_from_target(inquiry, conditional);
    match (on_shift && further && !rule, on_target, on_shift) {
        (true, _, _) => Some(Topic::Effect),
        (_, true, _) => Some(Topic::Target),
        (_, _, true) => Some(Topic::Shift),
        _ => None,
    }
}

/// Whether the holder is a treaty: its conditions are law, not forecasts.
fn is_rule(holder: &str) -> bool {
    holder.get(..6).is_some_and(|h| h.eq_ignore_ascii_case("treaty"))
}

/// The hedging word that stands upon any of the quotes.
fn hedge_on<'a>(inquiry: &'a Inquiry, record: &Record, quotes: &[&Quote]) -> Option<&'a Hedge> {
    inquiry.records.iter().find_map(|r| {
        let Item::Hedge(hedge) = &r.item else {
            return None;
        };
        let span = same_text(r, record)?.span();
        quotes.iter().any(|q| q.span().touches(span)).then_some(hedge)
    })
}

/// Claims of the conditionals that bear on the question.
pub(super) fn conditionals(inquiry: &Inquiry) -> Vec<Claim> {
    let claim = |record: &Record| match &record.item {
        Item::Conditional(c) => Some(conditional_claim(inquiry, record, c, &topic(inquiry, record, c)?)),
        _ => None,
    };
    inquiry.records.iter().filter_map(claim).collect()
}

fn conditional_claim(inquiry: &Inquiry, record: &Record, c: &Conditional, topic: &Topic) -> Claim {
    let hedge = hedge_on(inquiry, record, &[&c.antecedent, &c.consequent]);
    let (who, condition, then) = (holder(Some(&c.holder)), quoted(&c.antecedent), quoted(&c.consequent));
    let message = match (topic, hedge) {
        (Topic::Effect, Some(hedge)) => Message::new("evidence-conditional-effect-hedged")
            .with("holder", who)
            .with("if", condition)
            .with("then", then)
            .with("hedge", Arg::Text(hedge.marker.clone())),
        (Topic::Effect, None) => {
            Message::new("evidence-conditional-effect").with("holder", who).with("if", condition).with("then", then)
        }
        (Topic::Target, _) if is_rule(&c.holder) => {
            Message::new("evidence-conditional-rule").with("if", condition).with("then", then)
        }
        (Topic::Target, _) => {
            Message::new("evidence-conditional-target").with("holder", who).with("if", condition).with("then", then)
        }
        (Topic::Shift, _) => {
            Message::new("evidence-conditional-shift").with("holder", who).with("if", condition).with("then", then)
        }
    };
    let stance = if *topic == Topic::Effect { Stance::For } else { Stance::Neither };
    Claim { stance, ..Claim::new(message, vec![record.id.clone()]) }
}

fn quoted(quote: &Quote) -> Arg {
    Arg::Text(quote.exact.clone())
}

fn says_strain(hedge: &Hedge) -> bool {
    let words = [folded_words(&hedge.marker), folded_words(&hedge.quote.exact)];
    STRAIN.iter().any(|form| words.iter().any(|w| stands_in(w, form)))
}

fn target_hedges(inquiry: &Inquiry) -> impl Iterator<Item = (&Record, &Hedge)> {
    let target: &Dyad = &inquiry.question.target;
    inquiry.records.iter().filter_map(move |r| match &r.item {
        Item::Hedge(hedge) if inquiry.names_both(&r.id, target) => Some((r, hedge)),
        _ => None,
    })
}

/// Hedged passages on the target that say it is under strain.
pub(super) fn strain(inquiry: &Inquiry) -> Vec<Claim> {
    let dyad = || Arg::Dyad(inquiry.question.target.clone());
    let claim = |(record, hedge): (&Record, &Hedge)| {
        let message = Message::new("evidence-strain")
            .with("dyad", dyad())
            .with("holder", holder(Some(&hedge.holder)))
            .with("quote", quoted(&hedge.quote));
        Claim { stance: Stance::For, ..Claim::new(message, vec![record.id.clone()]) }
    };
    target_hedges(inquiry).filter(|(_, h)| says_strain(h)).map(claim).collect()
}

/// The other hedged passages on the target, as one claim.
pub(super) fn hedges(inquiry: &Inquiry) -> Vec<Claim> {
    let ids: Vec<_> = target_hedges(inquiry).filter(|(_, h)| !says_strain(h)).map(|(r, _)| r.id.clone()).collect();
    if ids.is_empty() {
        return Vec::new();
    }
    let n = super::passages(inquiry, &ids);
    let message =
        Message::new("evidence-hedges").with("dyad", Arg::Dyad(inquiry.question.target.clone())).with("count", n.clone());
    vec![counted(message, n, ids, Stance::Neither)]
}

/// Statements that name both sides of the target.
pub(super) fn statements(inquiry: &Inquiry) -> Vec<Claim> {
    let claim = |record: &Record| {
        let Item::Statement(said) = &record.item else {
            return None;
        };
        let message = Message::new("evidence-statement")
            .with("speaker", Arg::Text(said.speaker_name.clone()))
            .with("quote", quoted(&said.quote));
        inquiry.names_both(&record.id, &inquiry.question.target).then(|| Claim::new(message, vec![record.id.clone()]))
    };
    inquiry.records.iter().filter_map(claim).collect()
}
