//! The scale of a timeline: years to pixels, in two stretches when most facts crowd at the end.

/// A stretch of years drawn at one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    years: (f64, f64),
    pixels: (f64, f64),
}

/// Years to pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    stretches: Vec<Stretch>,
}

/// How much of the width the earlier, sparser stretch gets.
const EARLY: f64 = 0.28;

impl Scale {
    /// A scale for facts that begin at `starts` and end by `end`, between two pixels.
    pub(super) fn of(starts: &[f64], end: f64, pixels: (f64, f64)) -> Self {
        let first = starts.iter().copied().fold(end, f64::min).floor();
        let last = end.max(first + 1.0).ceil();
        let whole = Stretch { years: (first, last), pixels };
        let Some(knee) = knee(starts, first, last) else { return Self { stretches: vec![whole] } };
        let middle = (pixels.1 - pixels.0).mul_add(EARLY, pixels.0);
        let early = Stretch { years: (first, knee), pixels: (pixels.0, middle) };
        Self { stretches: vec![early, Stretch { years: (knee, last), pixels: (middle, pixels.1) }] }
    }

    /// The pixel of a year.
    pub(super) fn x(&self, year: f64) -> f64 {
        let stretch = self.stretches.iter().find(|s| year <= s.years.1).or(self.stretches.last());
        stretch.map_or(0.0, |s| {
            let share = ((year - s.years.0) / (s.years.1 - s.years.0)).clamp(0.0, 1.0);
            (s.pixels.1 - s.pixels.0).mul_add(share, s.pixels.0)
        })
    }

    /// Where the scale changes.
    pub(super) fn breaks(&self) -> Option<f64> {
        self.stretches.get(1).map(|s| s.pixels.0)
    }

    /// Years to be named, far enough apart to be read.
    pub(super) fn ticks(&self, least: f64) -> Vec<i32> {
        let mut out: Vec<i32> = Vec::new();
        for s in &self.stretches {
            let per_year = (s.pixels.1 - s.pixels.0) / (s.years.1 - s.years.0);
            let step = [1, 2, 5, 10, 20, 25, 50, 100].into_iter().find(|n| f64::from(*n) * per_year >= least).unwrap_or(200);
            let (from, to) = (whole(s.years.0), whole(s.years.1));
            let round = (from..=to).filter(|y| y.rem_euclid(step) == 0);
            out.extend(std::iter::once(from).chain(round));
        }
        self.spaced(out, least)
    }

    /// The first of any years that would stand on each other.
    fn spaced(&self, mut years: Vec<i32>, least: f64) -> Vec<i32> {
        years.sort_unstable();
        let mut out: Vec<i32> = Vec::new();
        for year in years {
            let far = |last: &i32| self.x(f64::from(year)) - self.x(f64::from(*last)) >= least;
            if out.last().is_none_or(far) {
                out.push(year);
            }
        }
        out
    }
}

/// A year as a whole number; years of facts lie within a few thousand.
#[expect(clippy::cast_possible_truncation, reason = "years lie far inside the range of i32")]
fn whole(year: f64) -> i32 {
    year.round() as i32
}

/// The year from which most facts stand, when what comes before fills most of the span.
fn knee(starts: &[f64], first: f64, last: f64) -> Option<f64> {
    let mut sorted = starts.to_vec();
    sorted.sort_by(f64::total_cmp);
    let quarter = sorted.get(sorted.len() / 4)?.floor();
    (sorted.len() >= 4 && quarter - first > 0.5 * (last - first) && last - first > 12.0).then_some(quarter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_at_the_end_gets_its_own_stretch() {
        let scale = Scale::of(&[1947.0, 2020.0, 2021.0, 2022.0, 2023.5], 2025.0, (0.0, 700.0));
        assert!(scale.breaks().is_some());
        assert!(scale.x(2022.0) - scale.x(2021.0) > 50.0);
    }

    #[test]
    fn time_never_runs_back() {
        let scale = Scale::of(&[1900.0, 1950.0, 2024.0, 2024.2, 2024.3, 2024.4], 2025.0, (10.0, 700.0));
        let xs: Vec<f64> = (1890..2030).map(|y| scale.x(f64::from(y))).collect();
        assert!(xs.is_sorted());
        assert!(scale.ticks(44.0).windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn one_fact_is_no_division_by_zero() {
        let scale = Scale::of(&[2025.0], 2025.0, (0.0, 100.0));
        assert!(scale.x(2025.0).is_finite());
        assert!(Scale::of(&[], 2025.0, (0.0, 100.0)).x(2025.0).is_finite());
    }
}
