//! Events that a text tells of more than once, made one with all their quotes.
//!
//! Two tellings are one event when actors, code, standing and holder are the same and the dates do not
//! contradict each other. Where a date is missing the words must be much the same too: two attacks of one
//! army are two events, unless the text says otherwise.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use detente_codebook::{ActorCode, Edtf, Event};

use crate::event::Found;
use crate::token::form;

/// The share of the shorter telling's words that the longer one must have.
const ALIKE: f64 = 0.6;

/// Words shorter than this say little.
const SHORT: usize = 3;

/// The events, in the order of the text, each once, numbered.
pub(crate) fn merged(found: Vec<Found>) -> Vec<Event> {
    let (mut out, mut told): (Vec<Event>, Vec<Told>) = (Vec::new(), Vec::new());
    let mut places: BTreeMap<(ActorCode, ActorCode, String), Vec<usize>> = BTreeMap::new();
    for event in found.into_iter().map(|f| f.event) {
        let of = places.entry((event.source.clone(), event.target.clone(), event.cameo.to_string())).or_default();
        let words = Told::default();
        let again = |at: &usize| match (out.get(*at), told.get(*at)) {
            (Some(first), Some(its)) => is_again((first, its), (&event, &words)),
            _ => false,
        };
        let first = of.iter().copied().find(again);
        if let Some(first) = first.and_then(|at| out.get_mut(at)) {
            add(first, &event);
        } else {
            of.push(out.len());
            out.push(event);
            told.push(words);
        }
    }
    out.iter_mut().enumerate().for_each(|(n, e)| e.id = format!("e{}", n + 1));
    out
}

/// Adds the words of another telling, and its date when it says more.
fn add(first: &mut Event, again: &Event) {
    if first.date.is_none_or(|d| again.date.is_some_and(|a| is_within(a, d))) {
        first.date = again.date.or(first.date);
    }
    if first.quote != again.quote && !first.also.contains(&again.quote) {
        first.also.push(again.quote.clone());
    }
}

fn is_again((a, of_a): (&Event, &Told), (b, of_b): (&Event, &Told)) -> bool {
    let alike = || are_alike(of_a.words(a), of_b.words(b));
    a.certainty == b.certainty
        && a.holder == b.holder
        && match (a.date, b.date) {
            (Some(x), Some(y)) => x == y || (is_within(x, y) || is_within(y, x)) && alike(),
            _ => a.rule == b.rule && alike(),
        }
}

/// Whether a date is a part of another, as a day of its month.
fn is_within(inner: Edtf, outer: Edtf) -> bool {
    inner != outer && inner.to_string().starts_with(&outer.to_string())
}

/// The words of a telling by their numbers, sorted; found when first compared.
#[derive(Default)]
struct Told(OnceCell<Vec<u64>>);

impl Told {
    fn words(&self, event: &Event) -> &[u64] {
        self.0.get_or_init(|| words(&event.quote.exact))
    }
}

fn are_alike(a: &[u64], b: &[u64]) -> bool {
    let shared = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    let shorter = a.len().min(b.len());
    // Precise enough: a quotation has far fewer words than a float has digits.
    shorter > 0
        && f64::from(u32::try_from(shared).unwrap_or(u32::MAX)) >= ALIKE * f64::from(u32::try_from(shorter).unwrap_or(u32::MAX))
}

fn words(quote: &str) -> Vec<u64> {
    let telling = |w: &str| w.chars().count() >= SHORT && w.chars().all(char::is_alphabetic);
    let mut out: Vec<u64> = form(quote).into_iter().filter(|t| telling(&t.fold)).map(|t| t.number).collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use crate::code::code_events;
    use detente_codebook::Event;

    fn events(text: &str) -> Vec<Event> {
        code_events(text, None, "2025-03-03".parse().ok()).events
    }

    #[test]
    fn one_deed_told_twice_is_one_event_with_both_quotes() {
        let all = events(
            "France expelled two Italian diplomats on 1 March 2025. Rome was angry. France expelled the Italian diplomats in March 2025.",
        );
        let expulsions: Vec<&Event> = all.iter().filter(|e| e.cameo.root() == "16").collect();
        assert_eq!(expulsions.len(), 1, "{all:#?}");
        assert_eq!(expulsions[0].date.unwrap().to_string(), "2025-03-01");
        assert_eq!(expulsions[0].also.len(), 1);
        assert!(expulsions[0].also[0].start > expulsions[0].quote.end);
    }

    #[test]
    fn two_deeds_stay_two() {
        let all = events("Israel attacked Lebanon on 1 March 2025. Israel attacked Lebanon on 2 March 2025.");
        assert_eq!(all.len(), 2, "{all:#?}");
        let other = events("Russia bombed the port of Odesa in Ukraine. Later that week Russia bombed a school in Ukraine.");
        assert_eq!(other.iter().filter(|e| e.cameo.root() == "19").count(), 2, "{other:#?}");
    }
}
