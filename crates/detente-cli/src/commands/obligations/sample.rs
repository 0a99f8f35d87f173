//! Sampled cascades for people.

use detente::words::label;
use detente_codebook::Language;
use detente_lens::treaty::engine::Sample;

use super::print::{kept, name};

/// How many states are named.
const SHOWN: usize = 15;

pub(super) fn lines(sample: Option<&Sample>, language: Language) -> Vec<String> {
    let Some(sample) = sample else { return Vec::new() };
    let mut out = vec![format!(
        "  n = {}, seed {}: {} {:.0} %; {} {:.1} (10 %: {}, 50 %: {}, 90 %: {})",
        sample.times,
        sample.seed,
        label("listing-nobody-joins", language),
        sample.nobody * 100.0,
        label("listing-mean-joins", language),
        sample.mean,
        sample.quantiles[0],
        sample.quantiles[1],
        sample.quantiles[2],
    )];
    let share =
        |(state, share): &(detente_codebook::ActorCode, f64)| format!("  {:5.1} %  {}", share * 100.0, name(state, language));
    out.extend(sample.joins.iter().take(SHOWN).map(share));
    out.extend(sample.rates.iter().map(|r| format!("  {}", kept(r, language))));
    out
}
