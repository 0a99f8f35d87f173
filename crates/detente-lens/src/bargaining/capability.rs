//! What states can do, as a first guess: their shares of the world's material capabilities.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::ActorCode;
use serde::Deserialize;

/// Shares of one year (National Material Capabilities 6.0; Singer, Bremer & Stuckey 1972).
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Capabilities {
    /// The year.
    pub year: i16,
    shares: BTreeMap<ActorCode, f64>,
}

static SHARES: LazyLock<Capabilities> =
    LazyLock::new(|| detente_codebook::embedded(include_str!("../../../../data/bargaining/capability.toml")).unwrap_or_default());

impl Capabilities {
    /// The embedded shares.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &SHARES
    }

    /// The share of a state, 0 to 1; none for whoever is not in the index.
    #[must_use]
    pub fn share(&self, state: &ActorCode) -> Option<f64> {
        self.shares.get(state).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_are_those_of_the_whole_world() {
        let all = Capabilities::builtin();
        assert_eq!(all.year, 2022);
        assert!((all.shares.values().sum::<f64>() - 1.0).abs() < 0.01);
        assert!(all.share(&"CHN".parse().unwrap()) > all.share(&"USA".parse().unwrap()));
        assert_eq!(all.share(&"NATO".parse().unwrap()), None);
    }
}
