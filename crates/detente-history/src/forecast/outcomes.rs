//! What may become of a tie: one of three things.

use super::HORIZON;

/// Probabilities, or shares, of the three things that may become of a tie. They add up to 1.
///
/// A friendly tie can only be lost and a hostile one only ease: the scale has three steps. A tie that is neither may
/// go both ways; should it do both within the horizon, it counts as worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcomes {
    /// A lower sign at some time.
    pub worsens: f64,
    /// The same sign all the time.
    pub holds: f64,
    /// A higher sign at some time.
    pub improves: f64,
}

/// What became of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// A lower sign.
    Worse,
    /// The same sign.
    Held,
    /// A higher sign.
    Better,
}

impl Outcomes {
    /// From the chance to get worse and that to get better.
    #[must_use]
    pub fn new(worsens: f64, improves: f64) -> Self {
        Self { worsens, holds: (1.0 - worsens - improves).max(0.0), improves }
    }

    /// From the three questions of the backtest about a tie of this sign: does it change, turn hostile, lose its pact?
    pub(super) fn of(sign: i8, change: f64, hostile: f64, lost: f64) -> Self {
        match sign {
            1.. => Self::new(lost, 0.0),
            0 => Self::new(hostile, (change - hostile).max(0.0)),
            _ => Self::new(0.0, change),
        }
    }

    /// The weighted mean of two forecasts, `weight` on the first.
    #[must_use]
    pub fn pooled(self, weight: f64, other: Self) -> Self {
        let mean = |a: f64, b: f64| weight * a + (1.0 - weight) * b;
        Self::new(mean(self.worsens, other.worsens), mean(self.improves, other.improves))
    }

    /// The same over another number of years than five, were the yearly risk always the same.
    #[must_use]
    pub fn over(self, years: u8) -> Self {
        let moves = self.worsens + self.improves;
        let scale = if moves > 0.0 { over(moves, years) / moves } else { 1.0 };
        Self::new(self.worsens * scale, self.improves * scale)
    }

    /// The probability of one fate.
    #[must_use]
    pub fn of_fate(self, fate: Fate) -> f64 {
        match fate {
            Fate::Worse => self.worsens,
            Fate::Held => self.holds,
            Fate::Better => self.improves,
        }
    }

    /// The squared errors of all three, summed (Brier 1950): 0 to 2.
    pub(super) fn brier(self, came: Fate) -> f64 {
        let error = |fate: Fate| (self.of_fate(fate) - f64::from(u8::from(fate == came))).powi(2);
        error(Fate::Worse) + error(Fate::Held) + error(Fate::Better)
    }

    /// The negative log-likelihood.
    pub(super) fn log_loss(self, came: Fate) -> f64 {
        -self.of_fate(came).clamp(1e-6, 1.0).ln()
    }
}

/// A chance within five years as one within so many, were the yearly risk always the same.
#[must_use]
pub fn over(chance: f64, years: u8) -> f64 {
    let horizon = u8::try_from(HORIZON).map_or(5.0, f64::from);
    1.0 - (1.0 - chance.clamp(0.0, 1.0)).powf(f64::from(years) / horizon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_decides_what_can_come() {
        assert_eq!(Outcomes::of(1, 0.5, 0.4, 0.1), Outcomes::new(0.1, 0.0));
        assert_eq!(Outcomes::of(-1, 0.5, 0.4, 0.1), Outcomes::new(0.0, 0.5));
        assert_eq!(Outcomes::of(0, 0.25, 0.125, 0.1), Outcomes::new(0.125, 0.125));
        assert_eq!(Outcomes::of(0, 0.1, 0.125, 0.1).improves, 0.0);
    }

    #[test]
    fn ten_years_are_twice_five() {
        let ten = Outcomes::new(0.2, 0.1).over(10);
        assert!((ten.holds - 0.49).abs() < 1e-12 && (ten.worsens - 2.0 * ten.improves).abs() < 1e-12);
        assert!((Outcomes::new(0.2, 0.1).over(5).holds - 0.7).abs() < 1e-12);
    }

    #[test]
    fn scores_of_a_sure_forecast() {
        let sure = Outcomes::new(1.0, 0.0);
        assert_eq!((sure.brier(Fate::Worse), sure.brier(Fate::Held)), (0.0, 2.0));
        assert!(sure.log_loss(Fate::Worse) == 0.0 && sure.log_loss(Fate::Better) > 13.0);
    }
}
