//! Triads in which A–B moves, or might have moved, while B–C and A–C had given signs.

use detente_history::chronicle::{Chronicle, Definition, Dispute, FIRST, MEMORY, YEARS};

use crate::Direction;

/// What is looked for in the chronicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought {
    /// How signs are made.
    pub definition: Definition,
    /// The sign of A–B before it moves.
    pub ab: i8,
    /// Which way it moves.
    pub direction: Direction,
    /// The sign of B–C, the tie asked about.
    pub bc: i8,
    /// The sign of A–C.
    pub ac: i8,
    /// The last year of which anything is known, counted from the first of the chronicle.
    pub known: usize,
}

impl Sought {
    /// Whether yearly signs can show the move: what is friendly cannot become friendlier.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        match self.direction {
            Direction::Improves => self.ab < 1,
            Direction::Worsens => self.ab > -1,
        }
    }

    /// Whether A–B moved to a sign; none when it changed the other way, or lost a pact without becoming hostile:
    /// that is neither the move that is asked about nor its absence.
    fn moved(&self, sign: i8) -> Option<bool> {
        match self.direction {
            Direction::Improves => (sign >= self.ab).then_some(sign > self.ab),
            Direction::Worsens if sign < 0 => Some(true),
            Direction::Worsens => (sign >= self.ab).then_some(false),
        }
    }
}

/// One triad in one year. It is seen as of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Triad {
    /// The year in which A–B moved or stayed, counted from the first of the chronicle.
    pub year: usize,
    /// The state outside the tie asked about.
    pub a: usize,
    /// The state in both dyads.
    pub b: usize,
    /// The third state.
    pub c: usize,
    /// Whether A–B moved.
    pub moved: bool,
}

/// The triads found, and how many were set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triads {
    /// Those that count.
    pub all: Vec<Triad>,
    /// Those whose hostilities are one dispute of many states, moved and unmoved: they end together by
    /// themselves, and to count them is to find an effect that is none.
    pub same_dispute: [usize; 2],
}

/// Of more A–B than this that are no enemies and did not move in a year, every second, third and so on is taken, in
/// fixed order: enough to compare with. Enmities are all taken.
const MOST: usize = 400;

/// Ten years must follow a triad.
const AFTER: usize = 10;

/// The year after the last of which a triad may count, by the last year that is known.
pub(super) fn end(known: usize) -> usize {
    (YEARS - AFTER).min((known + 1).saturating_sub(AFTER))
}

/// Every triad of the chronicle that fits.
#[must_use]
pub fn triads(chronicle: &Chronicle, sought: &Sought) -> Triads {
    let mut out = Triads::default();
    let disputes = Disputes::new(chronicle);
    for year in MEMORY..end(sought.known) {
        Year::new(chronicle, sought, &disputes, year).collect(&mut out);
    }
    out
}

/// Where the disputes of each dyad begin.
struct Disputes {
    states: usize,
    start: Vec<usize>,
}

impl Disputes {
    fn new(chronicle: &Chronicle) -> Self {
        let states = chronicle.states().len();
        let mut start = vec![usize::MAX; states * states];
        for (n, d) in chronicle.disputes().iter().enumerate() {
            let own = &mut start[d.a * states + d.b];
            *own = n.min(*own);
        }
        Self { states, start }
    }

    /// The numbers of the disputes of a dyad in a year and the four before.
    fn of(&self, chronicle: &Chronicle, a: usize, b: usize, year: usize) -> Vec<u16> {
        let (low, high) = (a.min(b), a.max(b));
        let own = chronicle.disputes().get(self.start[low * self.states + high]..).unwrap_or_default();
        let recent = |d: &&Dispute| {
            (year + 1).saturating_sub(MEMORY) <= usize::from(d.year - FIRST) && usize::from(d.year - FIRST) <= year
        };
        own.iter().take_while(|d| (d.a, d.b) == (low, high)).filter(recent).map(|d| d.number).collect()
    }
}

/// A, B, and whether A–B moved.
type First = (usize, usize, bool);

/// The signs of one year, as lists of neighbours.
struct Year<'a> {
    chronicle: &'a Chronicle,
    sought: &'a Sought,
    disputes: &'a Disputes,
    year: usize,
    near: [Vec<Vec<usize>>; 3],
}

impl<'a> Year<'a> {
    fn new(chronicle: &'a Chronicle, sought: &'a Sought, disputes: &'a Disputes, year: usize) -> Self {
        let n = chronicle.states().len();
        let mut near = std::array::from_fn(|_| vec![Vec::new(); n]);
        for &(a, b) in chronicle.dyads() {
            if chronicle.both(a, b, year - 1) {
                let sign = chronicle.cell(a, b, year - 1).sign(sought.definition);
                let list: &mut Vec<Vec<usize>> = &mut near[usize::from(sign.cast_unsigned().wrapping_add(1))];
                list[a].push(b);
                list[b].push(a);
            }
        }
        Self { chronicle, sought, disputes, year, near }
    }

    fn of(&self, sign: i8, state: usize) -> &[usize] {
        &self.near[usize::from(sign.cast_unsigned().wrapping_add(1))][state]
    }

    fn collect(&self, out: &mut Triads) {
        let (moved, stayed) = self.first_ties();
        let step = if self.sought.ab < 0 { 1 } else { stayed.len().div_ceil(MOST).max(1) };
        for (a, b, moved) in moved.into_iter().chain(stayed.into_iter().step_by(step)) {
            let shared = self.disputes.of(self.chronicle, a, b, self.year - 1);
            for &third in self.of(self.sought.bc, b) {
                let triad = Triad { year: self.year, a, b, c: third, moved };
                if self.fits(&triad) {
                    self.add(triad, &shared, out);
                }
            }
        }
    }

    /// Every A–B in both orders: those that moved, and those that stayed.
    fn first_ties(&self) -> (Vec<First>, Vec<First>) {
        let (c, year) = (self.chronicle, self.year);
        let near = |b: usize| self.of(self.sought.ab, b).iter().filter(move |a| c.both(**a, b, year)).map(move |a| (*a, b));
        let all = (0..c.states().len()).flat_map(near);
        let moved = |(a, b)| Some((a, b, self.sought.moved(c.cell(a, b, year).sign(self.sought.definition))?));
        all.filter_map(moved).partition(|(_, _, moved)| *moved)
    }

    fn fits(&self, t: &Triad) -> bool {
        let c = self.chronicle;
        let sign = || c.cell(t.a, t.c, self.year - 1).sign(self.sought.definition) == self.sought.ac;
        let lasting = || c.both(t.b, t.c, self.year + 4) && c.both(t.a, t.c, self.year + 4);
        t.a != t.c && c.is_recorded(t.a, t.c) && sign() && c.both(t.a, t.c, self.year - 1) && lasting()
    }

    fn add(&self, triad: Triad, shared: &[u16], out: &mut Triads) {
        let same = |x: usize, y: usize, year: usize, of: &[u16]| {
            !of.is_empty() && self.disputes.of(self.chronicle, x, y, year).iter().any(|d| of.contains(d))
        };
        let mut one = same(triad.a, triad.c, self.year - 1, shared);
        if !one && triad.moved && self.sought.direction == Direction::Worsens {
            // One war of many states makes all its ties hostile at once.
            let now = self.disputes.of(self.chronicle, triad.a, triad.b, self.year);
            one = same(triad.a, triad.c, self.year, &now) || same(triad.b, triad.c, self.year, &now);
        }
        if one {
            out.same_dispute[usize::from(!triad.moved)] += 1;
        } else {
            out.all.push(triad);
        }
    }
}
