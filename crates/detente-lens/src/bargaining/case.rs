//! An issue: its axis, and who wants what, with how much power and how much care.

/// A number as known: a point, a range, or a range with a best guess within.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The least it may be.
    pub low: f64,
    /// The best guess; the middle of a range given without one.
    pub best: f64,
    /// The most it may be.
    pub high: f64,
    /// Whether values near the best guess are likelier (a triangle) or all alike.
    pub peaked: bool,
}

impl Estimate {
    /// A number known without doubt.
    #[must_use]
    pub const fn point(value: f64) -> Self {
        Self { low: value, best: value, high: value, peaked: false }
    }

    /// Every value from `low` to `high` alike.
    #[must_use]
    pub fn range(low: f64, high: f64) -> Self {
        Self { low, best: f64::midpoint(low, high), high, peaked: false }
    }

    /// Whether it is a point.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.low >= self.high
    }
}

/// The axis of an issue, from the end called `min` to the end called `max`. `min` may be the larger
/// number: then the axis runs the other way, and every model gives the mirrored answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The number at the first end.
    pub min: f64,
    /// The number at the second end.
    pub max: f64,
    /// What a step on the axis is, such as `years`.
    pub unit: Option<String>,
}

impl Scale {
    /// Where a value lies between the ends: 0 at `min`, 1 at `max`. Steps smaller than 10⁻¹² are
    /// dropped, so that an axis in other units gives the same comparisons.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        ((value - self.min) / (self.max - self.min) * 1e12).round() / 1e12
    }

    /// The value at a share of the way from `min` to `max`.
    #[must_use]
    pub fn at(&self, share: f64) -> f64 {
        self.min + share * (self.max - self.min)
    }

    /// The distance between the ends, in units of the issue.
    #[must_use]
    pub fn width(&self) -> f64 {
        (self.max - self.min).abs()
    }

    /// The value moved into the axis, when rounding has put it just outside.
    #[must_use]
    pub fn clamp(&self, value: f64) -> f64 {
        value.clamp(self.min.min(self.max), self.min.max(self.max))
    }
}

/// Who takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Its name, unlike all others.
    pub name: String,
    /// What it wants, one for each dimension, in units of the issue.
    pub position: Vec<Estimate>,
    /// What it can do, relative to the others; not negative.
    pub capability: Estimate,
    /// How much it cares, one for each dimension, in \[0, 1\].
    pub salience: Vec<Estimate>,
}

/// How far inputs given as points may be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertainty {
    /// Positions: this much either way, in units of the issue.
    pub position: f64,
    /// Capability: this share of itself either way.
    pub capability: f64,
    /// Salience: this much either way, cut at 0.01 and 1.
    pub salience: f64,
}

/// A contested issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its short name.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its axis, the same for all dimensions.
    pub scale: Scale,
    /// Who takes part, in the order of the file.
    pub actors: Vec<Actor>,
    /// How far points may be off, if the file says so.
    pub uncertainty: Option<Uncertainty>,
    /// The state of things if nothing is agreed, if known.
    pub reference_point: Option<f64>,
    /// Whether capabilities are already on the percent scale of the program KTAB.
    pub ktab: bool,
    /// What the reader of the file should know.
    pub notes: Vec<String>,
}

/// One actor on one dimension, with the axis running from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// Where it stands on the unit axis.
    pub position: f64,
    /// What it can do.
    pub capability: f64,
    /// How much it cares.
    pub salience: f64,
}

impl Stand {
    /// Its weight: capability times salience.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.capability * self.salience
    }
}

impl Case {
    /// How many dimensions it has.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.actors.first().map_or(0, |a| a.position.len())
    }

    /// The best guesses on one dimension, on the unit axis.
    #[must_use]
    pub fn stands(&self, dimension: usize) -> Vec<Stand> {
        self.actors
            .iter()
            .map(|a| Stand {
                position: self.scale.share(a.position[dimension].best),
                capability: a.capability.best,
                salience: a.salience[dimension].best,
            })
            .collect()
    }

    /// How far points may be off: what the file says, else a twelfth of the axis, a fifth of the
    /// capability and a tenth of the salience, which is our assumption and is printed as such.
    #[must_use]
    pub fn doubt(&self) -> Uncertainty {
        let assumed = Uncertainty { position: self.scale.width() / 12.0, capability: 0.2, salience: 0.1 };
        self.uncertainty.unwrap_or(assumed)
    }
}
