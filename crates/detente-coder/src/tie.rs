//! Ties: signed mentions of a dyad, from events and from nouns of friendship and hostility.

use detente_codebook::{Dyad, Event, Sign, Tie};

use crate::event::Found;

/// The tie that an event speaks of, when its frame gives a sign.
pub(crate) fn of_event(found: &Found) -> Option<Tie> {
    let Event { source, target, quote, .. } = &found.event;
    let (a, b) = (source.state(), target.state());
    (a != b).then(|| found.sign.map(|sign| Tie { dyad: Dyad::new(a, b), sign, quote: quote.clone() })).flatten()
}

/// Adds a tie unless the same dyad, sign and words are there.
pub(crate) fn push(ties: &mut Vec<Tie>, tie: Tie) {
    let same = |t: &Tie| t.dyad == tie.dyad && t.sign == tie.sign && t.quote.span().touches(tie.quote.span());
    if !ties.iter().any(same) {
        ties.push(tie);
    }
}

/// The opposite sign.
#[must_use]
pub(crate) const fn opposite(sign: Sign) -> Sign {
    match sign {
        Sign::Positive => Sign::Negative,
        Sign::Negative => Sign::Positive,
    }
}
