//! The episodes of the chronicle that are most like the question.
//!
//! # Method
//! Distance is a sum of differences: 1 for each 25 years between; 1 for each that does not agree of
//! the treaty of B–C, the rivalries of A–B and A–C, and whether A, B and C were major powers; ½ for
//! each pair that touches in one case and not in the other; the difference of the common logarithms
//! of the capability of A to B and of B to C; 1/5 for each year by which the time since force between A
//! and C differs, up to nine. Each A–B episode is named once, with the third state that is nearest.

use detente_history::chronicle::{Chronicle, FIRST, LAST, YEARS};

use super::{Asked, Triad, Triads};
use crate::Inquiry;
use crate::states::number;

/// An episode and how far it is from the question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The triad.
    pub triad: Triad,
    /// Its distance.
    pub distance: f64,
}

/// What triads are compared by.
struct Features {
    year: f64,
    marks: [bool; 6],
    touches: [bool; 3],
    ratios: [f64; 2],
    since: f64,
}

/// The nearest episodes, at most `most`.
#[must_use]
pub fn nearest(inquiry: &Inquiry, chronicle: &Chronicle, asked: &Asked, triads: &Triads, most: usize) -> Vec<Near> {
    let Some(own) = own(inquiry, chronicle, asked) else { return Vec::new() };
    let moved = triads.all.iter().filter(|t| t.moved);
    let mut all: Vec<Near> = moved.map(|t| Near { triad: *t, distance: own.to(&of(chronicle, t)) }).collect();
    all.sort_by(|x, y| x.distance.total_cmp(&y.distance).then_with(|| order(&x.triad).cmp(&order(&y.triad))));
    let mut out: Vec<Near> = Vec::new();
    for near in all {
        let episode = |t: &Triad| (t.a.min(t.b), t.a.max(t.b), t.year);
        if out.len() < most && !out.iter().any(|n| episode(&n.triad) == episode(&near.triad)) {
            out.push(near);
        }
    }
    out
}

const fn order(t: &Triad) -> (usize, usize, usize, usize) {
    (t.year, t.a, t.b, t.c)
}

/// The question as a triad of the last year that the chronicle has of it.
fn own(inquiry: &Inquiry, chronicle: &Chronicle, asked: &Asked) -> Option<Features> {
    let day = inquiry.question.as_of;
    let state = |code| number(chronicle, code, day);
    let (a, b, c) = (state(&asked.a)?, state(&asked.b)?, state(&asked.c)?);
    let year = u16::try_from(day.year()).unwrap_or(LAST).clamp(FIRST + 1, LAST + 1);
    let triad = Triad { year: usize::from(year - FIRST).min(YEARS), a, b, c, moved: true };
    let features = of(chronicle, &triad);
    // What came after the chronicle ended makes the question no nearer to its last years.
    Some(Features { year: f64::from(day.year() - FIRST.cast_signed()), ..features })
}

fn of(chronicle: &Chronicle, t: &Triad) -> Features {
    let before = t.year - 1;
    let cell = |x, y| chronicle.cell(x, y, before);
    let major = |s| chronicle.is_major(s, before);
    let touches = |x, y| chronicle.touches(x, y, before);
    let power = |s| chronicle.capability(s, before).map_or(1.0, |c| f64::from(c).max(1.0)).log10();
    Features {
        year: u32::try_from(t.year).map_or(0.0, f64::from),
        marks: [cell(t.b, t.c).alliance(), cell(t.a, t.b).rivals(), cell(t.a, t.c).rivals(), major(t.a), major(t.b), major(t.c)],
        touches: [touches(t.a, t.b), touches(t.b, t.c), touches(t.a, t.c)],
        ratios: [power(t.a) - power(t.b), power(t.b) - power(t.c)],
        since: f64::from(cell(t.a, t.c).since_force()),
    }
}

impl Features {
    fn to(&self, other: &Self) -> f64 {
        let differ = |x: &[bool], y: &[bool]| x.iter().zip(y).map(|(x, y)| f64::from(u8::from(x != y))).sum::<f64>();
        let ratios: f64 = self.ratios.iter().zip(&other.ratios).map(|(x, y)| (x - y).abs()).sum();
        (self.year - other.year).abs() / 25.0
            + differ(&self.marks, &other.marks)
            + differ(&self.touches, &other.touches) / 2.0
            + ratios
            + (self.since - other.since).abs() / 5.0
    }
}
