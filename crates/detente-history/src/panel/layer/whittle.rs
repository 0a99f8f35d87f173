//! One dispute of several for a dyad-year.
//!
//! The rules of Miller (2022, *Conflict Management and Peace Science*), in order: a dispute that
//! begins in the year before one that goes on; the highest fatality, an unknown one standing
//! between none and the lowest; the highest hostility; the longest by its least, then by its
//! greatest duration; a reciprocated one; the earliest month of beginning; the first of the file.

/// By what a dispute is weighed; the greatest stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weight {
    begins: bool,
    fatality: i64,
    hostility: i64,
    least: i64,
    greatest: i64,
    reciprocated: i64,
    earliness: i64,
}

impl Weight {
    /// The weight of a dispute whose figures are those of the file.
    pub(crate) fn new(begins: bool, figures: [i64; 6]) -> Self {
        let [fatality, hostility, least, greatest, reciprocated, month] = figures;
        // Doubled, so that an unknown fatality finds its place between 0 and 1.
        let fatality = if fatality == -9 { 1 } else { fatality * 2 };
        Self { begins, fatality, hostility, least, greatest, reciprocated, earliness: -month }
    }
}

/// The heaviest of the items that share a key; `items` come in the order of the file.
pub(crate) fn whittled<K: Ord + Copy, T>(mut items: Vec<(K, Weight, T)>) -> Vec<(K, T)> {
    items.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1)));
    items.dedup_by_key(|item| item.0);
    items.into_iter().map(|(key, _, item)| (key, item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(begins: bool, fatality: i64) -> Weight {
        Weight::new(begins, [fatality, 4, 10, 10, 0, 6])
    }

    #[test]
    fn the_rules_stand_in_order() {
        let items = vec![(1, weight(false, 6), "goes on"), (1, weight(true, 0), "begins"), (1, weight(true, 0), "begins too")];
        assert_eq!(whittled(items), [(1, "begins")]);
        let unknown = vec![(1, weight(true, 0), "none"), (1, weight(true, -9), "unknown")];
        assert_eq!(whittled(unknown), [(1, "unknown")]);
        let few = vec![(1, weight(true, 1), "few"), (1, weight(true, -9), "unknown")];
        assert_eq!(whittled(few), [(1, "few")]);
    }
}
