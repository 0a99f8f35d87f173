//! What is known of a tie at the end of a year, as numbers.

/// The names of the features, in their order.
pub const FEATURES: [&str; 63] = [
    "friendly",
    "hostile",
    "since_force",
    "since_change",
    "changes_20",
    "pact_age",
    "rival_age",
    "rival",
    "force_5",
    "severe_5",
    "defense",
    "offense",
    "neutral",
    "nonaggression",
    "consultation",
    "border",
    "land",
    "ratio",
    "greatest",
    "majors",
    "least_democratic",
    "most_democratic",
    "age",
    "friends",
    "enemies",
    "memory_lapses_5",
    "memory_lapses",
    "pact_beneath",
    "since_severe",
    "since_dispute",
    "since_rival",
    "displays_10",
    "force_20",
    "force_now",
    "hostility_now",
    "turned_hostile_most",
    "turned_hostile_least",
    "lost_most",
    "lost_least",
    "gained_most",
    "gained_least",
    "active_most",
    "active_least",
    "active_now_most",
    "active_now_least",
    "friends_most",
    "friends_least",
    "enemies_most",
    "enemies_least",
    "growth_most",
    "growth_least",
    "common_friends",
    "common_enemies",
    "mixed",
    "balance",
    "balance_share",
    "common_friends_weight",
    "common_enemies_weight",
    "mixed_weight",
    "made_up_with_enemy",
    "made_up_both",
    "fell_out_with_friend",
    "drew_near_friend",
];

/// The first feature of triads; all after it are of triads.
pub(super) const TRIADS: usize = 51;
/// Where the features stand that other code looks at.
pub(super) const SINCE_FORCE: usize = 2;
pub(super) const RIVAL: usize = 7;
pub(super) const DEFENSE: usize = 10;

/// The features of the logistic regression: the tie's own past, its members, their numbers of ties.
pub(super) const LINEAR: [usize; 26] =
    [0, 1, 2, 25, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];
/// Those of them whose effect wears off: taken as logarithms.
pub(super) const LOGGED: [usize; 8] = [2, 3, 5, 6, 8, 22, 23, 24];
