//! The places of a network's actors: a ring on which no name meets another and no line passes
//! behind a name.
//!
//! The actors of the question stand evenly around, so that their relations span the middle. The
//! others are ordered by a local search from a seed, so that friends stand near each other.

use super::svg::{At, Bounds};

/// How many swaps are tried.
const TRIES: u32 = 3000;
/// The least space between two names.
const GAP: f64 = 12.0;

/// What the ring is made for.
pub(super) struct Plan<'a> {
    /// Width and height of each actor's box.
    pub(super) sizes: &'a [(f64, f64)],
    /// The actors that the question names, in the order in which they shall stand.
    pub(super) asked: &'a [usize],
    /// Ties as two actors and a sign.
    pub(super) ties: &'a [(usize, usize, i8)],
    /// The seed of the search.
    pub(super) seed: u64,
}

/// Places and the size of the picture that holds them.
pub(super) struct Placed {
    /// The box of each actor.
    pub(super) boxes: Vec<Bounds>,
    /// Width of the picture.
    pub(super) width: f64,
    /// Height of the picture.
    pub(super) height: f64,
}

/// Places every actor. The ring grows until no two names meet.
pub(super) fn place(plan: &Plan<'_>) -> Placed {
    let order = order(plan);
    let mut radii = first_radii(plan.sizes.len());
    loop {
        let placed = on_ring(plan, &order, radii);
        if apart(&placed.boxes) || radii.0 > 4000.0 {
            return placed;
        }
        radii = (radii.0 * 1.06, radii.1 * 1.08);
    }
}

fn first_radii(n: usize) -> (f64, f64) {
    let n = f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    ((140.0 + 9.0 * n).min(235.0), (95.0 + 12.0 * n).min(250.0))
}

fn apart(boxes: &[Bounds]) -> bool {
    boxes.iter().enumerate().all(|(n, a)| boxes.iter().skip(n + 1).all(|b| !a.meets(b, GAP / 2.0)))
}

/// The actors in the order of the ring, from the top on.
fn order(plan: &Plan<'_>) -> Vec<usize> {
    let n = plan.sizes.len();
    let mut ring: Vec<Option<usize>> = vec![None; n];
    for (k, actor) in plan.asked.iter().enumerate() {
        if let Some(slot) = ring.get_mut(k * n / plan.asked.len().max(1)) {
            *slot = Some(*actor);
        }
    }
    let mut rest = (0..n).filter(|a| !plan.asked.contains(a));
    let mut ring: Vec<usize> = ring.into_iter().filter_map(|slot| slot.or_else(|| rest.next())).collect();
    search(plan, &mut ring);
    ring
}

/// Swaps two actors that the question does not name as long as that shortens the ties of friends.
fn search(plan: &Plan<'_>, ring: &mut [usize]) {
    let free: Vec<usize> = (0..ring.len()).filter(|at| ring.get(*at).is_some_and(|a| !plan.asked.contains(a))).collect();
    let mut draw = Draw(plan.seed);
    let mut best = strain(plan, ring);
    for _ in 0..TRIES {
        let (Some(a), Some(b)) = (draw.of(&free), draw.of(&free)) else { return };
        ring.swap(a, b);
        let now = strain(plan, ring);
        if now < best {
            best = now;
        } else {
            ring.swap(a, b);
        }
    }
}

/// The sum over ties of the steps between both ends; a hostile tie counts a third, and against.
fn strain(plan: &Plan<'_>, ring: &[usize]) -> f64 {
    let mut place = vec![0_usize; ring.len()];
    for (at, actor) in ring.iter().enumerate() {
        if let Some(p) = place.get_mut(*actor) {
            *p = at;
        }
    }
    let steps = |a: usize, b: usize| {
        let apart = place.get(a).copied().unwrap_or(0).abs_diff(place.get(b).copied().unwrap_or(0));
        f64::from(u32::try_from(apart.min(ring.len() - apart)).unwrap_or(u32::MAX))
    };
    plan.ties.iter().map(|(a, b, sign)| steps(*a, *b) * if *sign < 0 { -0.3 } else { 1.0 }).sum()
}

/// Boxes on an ellipse: even angles first, then neighbours that meet are moved apart.
fn on_ring(plan: &Plan<'_>, order: &[usize], radii: (f64, f64)) -> Placed {
    let margin = plan.sizes.iter().fold((0.0_f64, 0.0_f64), |m, s| (m.0.max(s.0), m.1.max(s.1)));
    let (width, height) = (2.0 * radii.0 + margin.0 + 16.0, 2.0 * radii.1 + margin.1 + 16.0);
    let centre = At { x: width / 2.0, y: height / 2.0 };
    let size = |at: usize| order.get(at).and_then(|a| plan.sizes.get(*a)).copied().unwrap_or_default();
    let mut angles = even(order.len());
    let boxed = |at: usize, angle: f64| Bounds {
        centre: At { x: centre.x + radii.0 * angle.cos(), y: centre.y + radii.1 * angle.sin() },
        width: size(at).0,
        height: size(at).1,
    };
    relax(&mut angles, &boxed);
    let mut boxes = vec![Bounds { centre, width: 0.0, height: 0.0 }; order.len()];
    for (at, actor) in order.iter().enumerate() {
        if let (Some(slot), Some(angle)) = (boxes.get_mut(*actor), angles.get(at)) {
            *slot = boxed(at, *angle);
        }
    }
    Placed { boxes, width, height }
}

/// Even angles in radians from the top on.
fn even(n: usize) -> Vec<f64> {
    let count = f64::from(u32::try_from(n.max(1)).unwrap_or(u32::MAX));
    let step = std::f64::consts::TAU / count;
    (0..u32::try_from(n).unwrap_or(0)).map(|k| step.mul_add(f64::from(k), -std::f64::consts::FRAC_PI_2)).collect()
}

fn relax(angles: &mut [f64], boxed: &dyn Fn(usize, f64) -> Bounds) {
    let n = angles.len();
    for _ in 0..400 {
        let mut moved = false;
        for at in 0..n {
            let next = (at + 1) % n;
            let (Some(a), Some(b)) = (angles.get(at).copied(), angles.get(next).copied()) else { return };
            if at != next && boxed(at, a).meets(&boxed(next, b), GAP / 2.0) {
                moved = true;
                nudge(angles, at, -0.006);
                nudge(angles, next, 0.006);
            }
        }
        if !moved {
            return;
        }
    }
}

fn nudge(angles: &mut [f64], at: usize, by: f64) {
    if let Some(angle) = angles.get_mut(at) {
        *angle += by;
    }
}

/// Draws by `SplitMix64` (Steele, Lea and Flood 2014), enough to order a picture.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn of(&mut self, from: &[usize]) -> Option<usize> {
        let count = u64::try_from(from.len()).ok().filter(|n| *n > 0)?;
        from.get(usize::try_from(self.next() % count).ok()?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(sizes: &[(f64, f64)]) -> Placed {
        place(&Plan { sizes, asked: &[0, 1, 2], ties: &[(0, 1, -1), (3, 4, 1)], seed: 7 })
    }

    #[test]
    fn no_two_names_meet_and_all_stay_inside() {
        for n in 1..40 {
            let placed = plan(&vec![(128.0, 50.0); n]);
            assert!(apart(&placed.boxes), "{n} actors");
            let inside = |b: &Bounds| b.centre.x - b.width / 2.0 >= 0.0 && b.centre.x + b.width / 2.0 <= placed.width;
            assert!(placed.boxes.iter().all(inside), "{n} actors");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_places() {
        let sizes = vec![(90.0, 30.0); 14];
        assert_eq!(plan(&sizes).boxes, plan(&sizes).boxes);
    }

    #[test]
    fn no_actors_give_no_places() {
        assert!(plan(&[]).boxes.is_empty());
    }
}
