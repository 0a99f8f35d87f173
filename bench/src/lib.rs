//! What is measured: each [`Case`] is a piece of work done by Détente and, beside it, by a plain way of doing the
//! same or the least that could be done. `cargo run --release` prints the ratios, `cargo bench` the distributions.

mod issue;
mod ledger;
mod network;
mod panel;
mod text;
mod war;

pub use issue::{draws, draws_plain, expected_utility, expected_utility_once, spatial};
pub use ledger::{append, append_plain};
pub use network::{
    analogues, bound, census, census_plain, exhaustive, network, plain, proved, relations, relations_plain, states, triads_only,
};
pub use panel::{DYAD_YEARS, panel, panel_plain};
pub use text::{LINES, SENTENCES, brief, coding, page, parsed, parsed_plain, raw, raw_plain, reading};
pub use war::{FEW, few_pairs, few_pairs_plain, pairs, question, question_plain, sampled, sampled_plain};

use detente_codebook::Language;

/// Whatever kept a piece of work from being done.
pub type Failure = Box<dyn std::error::Error>;

/// A piece of work, and its baseline.
pub struct Case {
    /// What is done.
    pub name: &'static str,
    /// What it is compared with.
    pub baseline: &'static str,
    /// How many items one run handles, and what an item is.
    pub items: (usize, &'static str),
    /// The work.
    pub work: fn() -> Result<(), Failure>,
    /// The baseline.
    pub plain: fn() -> Result<(), Failure>,
}

/// The story in five measures: from sentence to brief.
#[must_use]
pub fn cases() -> Vec<Case> {
    vec![
        Case {
            name: "code an article",
            baseline: "read and split it only",
            items: (SENTENCES, "sentences"),
            work: coding,
            plain: reading,
        },
        Case {
            name: "code raw English sentences",
            baseline: "their words, folded",
            items: (LINES, "sentences"),
            work: || raw(Language::En),
            plain: || raw_plain(Language::En),
        },
        Case {
            name: "code raw Arabic sentences",
            baseline: "their words, folded",
            items: (LINES, "sentences"),
            work: || raw(Language::Ar),
            plain: || raw_plain(Language::Ar),
        },
        Case {
            name: "code parsed sentences",
            baseline: "their CoNLL-U, read",
            items: (LINES, "sentences"),
            work: parsed,
            plain: parsed_plain,
        },
        Case {
            name: "append an article to a ledger",
            baseline: "a JSON line, written and synced",
            items: (1, "articles"),
            work: append,
            plain: append_plain,
        },
        Case {
            name: "derive relations from the base",
            baseline: "walk over its records",
            items: (1, "worlds"),
            work: relations,
            plain: relations_plain,
        },
        Case {
            name: "frustration of 16 actors, Gray code",
            baseline: "each division counted anew",
            items: (1, "networks"),
            work: || exhaustive(16),
            plain: || plain(16),
        },
        Case {
            name: "frustration of 16 actors, packed",
            baseline: "every division in Gray code",
            items: (1, "networks"),
            work: || bound(16),
            plain: || exhaustive(16),
        },
        Case {
            name: "who is bound, with reasons",
            baseline: "the duties to fight alone",
            items: (1, "questions"),
            work: question,
            plain: question_plain,
        },
        Case {
            name: "cascades of 24 pairs, by numbers",
            baseline: "the plain engine",
            items: (FEW, "pairs"),
            work: few_pairs,
            plain: few_pairs_plain,
        },
        Case {
            name: "cascades of all pairs, 745 alliances",
            baseline: "24 pairs, the plain engine",
            items: (37_830, "pairs"),
            work: pairs,
            plain: few_pairs_plain,
        },
        Case {
            name: "10,000 sampled cascades",
            baseline: "as many, every duty kept, plain",
            items: (10_000, "wars"),
            work: sampled,
            plain: sampled_plain,
        },
        Case {
            name: "10,000 draws, 30 actors, Sobol",
            baseline: "10,000 weighted means",
            items: (10_000, "draws"),
            work: draws,
            plain: draws_plain,
        },
        Case {
            name: "expected utility, 10 rounds",
            baseline: "its first round",
            items: (10, "rounds"),
            work: expected_utility,
            plain: expected_utility_once,
        },
        Case {
            name: "spatial model, 160 actors",
            baseline: "40 actors",
            items: (1, "paths"),
            work: || spatial(160),
            plain: || spatial(40),
        },
        Case {
            name: "the analogues of a question",
            baseline: "finding its triads only",
            items: (1, "questions"),
            work: analogues,
            plain: triads_only,
        },
        Case {
            name: "triangles of 150 actors",
            baseline: "every three looked at",
            items: (1, "networks"),
            work: || census(150),
            plain: || census_plain(150),
        },
        Case {
            name: "dyad-years, eight data sets and spells",
            baseline: "the same rows, no data set",
            items: (DYAD_YEARS, "rows"),
            work: panel,
            plain: panel_plain,
        },
        Case {
            name: "a brief, end to end",
            baseline: "coding its article only",
            items: (1, "briefs"),
            work: brief,
            plain: coding,
        },
    ]
}
