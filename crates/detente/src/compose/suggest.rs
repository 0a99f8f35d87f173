//! The questions that an article raises when it asks none itself.

use std::collections::BTreeMap;

use detente_codebook::{Dyad, Item, Sign};
use detente_lens::{Arg, Direction, Message, Shift};

use crate::article::Article;
use crate::brief::Suggested;
use crate::words::both;

/// At most so many questions.
const MOST: usize = 4;

/// The dyads that the article speaks of most, each as a shift on the next one that shares a member.
pub(super) fn questions(article: &Article) -> Vec<Suggested> {
    let dyads = by_mentions(article);
    let mut out = Vec::new();
    for (shift, moved) in &dyads {
        let target = dyads.iter().find(|(d, _)| d != shift && (d.has(&shift.a) || d.has(&shift.b)));
        if let Some((target, _)) = target {
            out.push(suggested(shift, *moved, target));
        }
    }
    out.truncate(MOST);
    out
}

/// Dyads with the direction in which the text moves them, the most mentioned first.
fn by_mentions(article: &Article) -> Vec<(Dyad, Direction)> {
    let mut counts: BTreeMap<Dyad, (usize, i32)> = BTreeMap::new();
    for record in &article.records {
        for dyad in record.item.dyads() {
            let dyad = Dyad::new(dyad.a.state(), dyad.b.state());
            if dyad.a != dyad.b && !dyad.a.is_unknown() && !dyad.b.is_unknown() {
                let entry = counts.entry(dyad).or_default();
                entry.0 += 1;
                entry.1 += leaning(&record.item);
            }
        }
    }
    let mut out: Vec<_> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(&b.0)));
    let direction = |sum: i32| if sum < 0 { Direction::Worsens } else { Direction::Improves };
    out.into_iter().map(|(dyad, (_, sum))| (dyad, direction(sum))).collect()
}

fn leaning(item: &Item) -> i32 {
    match item {
        Item::Tie(t) if t.sign == Sign::Negative => -1,
        Item::Event(e) if e.goldstein.is_some_and(|g| g < 0.0) => -1,
        Item::Tie(_) | Item::Event(_) | Item::Treaty(_) | Item::Transfer(_) => 1,
        _ => 0,
    }
}

fn suggested(shift: &Dyad, direction: Direction, target: &Dyad) -> Suggested {
    let id = match direction {
        Direction::Improves => "suggest-improves",
        Direction::Worsens => "suggest-worsens",
    };
    let message = Message::new(id).with("shift", Arg::Dyad(shift.clone())).with("target", Arg::Dyad(target.clone()));
    Suggested { text: both(&message), shift: Shift { dyad: shift.clone(), direction }, target: target.clone() }
}
