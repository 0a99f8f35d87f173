//! The labels of a page, in one language.

use detente_codebook::{Dyad, Edtf, Language, Sign};
use detente_lens::{Arg, Forecast, Message, Stance};
use jiff::civil::Date;

use crate::words;

/// A label without arguments.
pub(super) fn label(id: &str, language: Language) -> String {
    words::label(id, language)
}

/// A label with arguments.
pub(super) fn with(id: &str, args: &[(&str, Arg)], language: Language) -> String {
    let message = args.iter().fold(Message::new(id), |m, (name, arg)| m.with(name, arg.clone()));
    words::say(&message, language)
}

/// A dyad by the names of its actors.
pub(super) fn dyad(dyad: &Dyad, language: Language) -> String {
    with("page-dyad", &[("dyad", Arg::Dyad(dyad.clone()))], language)
}

/// A day in words.
pub(super) fn day(date: Date, language: Language) -> String {
    words::date(Edtf::day(date), language)
}

/// A share in \[0, 1\] as a percentage.
pub(super) fn share(x: f64, language: Language) -> String {
    with("page-share", &[("share", Arg::Share(x))], language)
}

/// A number of any size with at most two decimals, none when it is whole, and a true minus sign.
pub(super) fn number(x: f64) -> String {
    let text = if x.fract() == 0.0 { format!("{x:.0}") } else { format!("{x:.2}") };
    text.replace('-', symbol(Some(-1)))
}

/// The kind of a record in words; a kind without a word stands as it is.
pub(super) fn kind(kind: &str, language: Language) -> String {
    let id = format!("page-kind-{}", kind.replace('_', "-"));
    let said = label(&id, language);
    if said == id { kind.to_owned() } else { said }
}

/// The symbol of a sign. It stands beside the word and the colour, never in place of the word.
pub(super) const fn symbol(sign: Option<i8>) -> &'static str {
    match sign {
        Some(1..) => "+",
        Some(..=-1) => "\u{2212}",
        Some(0) => "\u{00B1}",
        None => "?",
    }
}

/// The name of a sign as in class names and labels.
pub(super) const fn sign_name(sign: Option<i8>) -> &'static str {
    match sign {
        Some(1..) => "friendly",
        Some(..=-1) => "hostile",
        Some(0) => "neither",
        None => "unknown",
    }
}

/// A sign in words.
pub(super) fn sign(sign: Option<i8>, language: Language) -> String {
    label(&format!("page-sign-{}", sign_name(sign)), language)
}

/// The sign of a dated fact as a number.
pub(super) const fn signum(sign: Option<Sign>) -> i8 {
    match sign {
        Some(Sign::Positive) => 1,
        Some(Sign::Negative) => -1,
        None => 0,
    }
}

/// The name of a stance as in class names and labels.
pub(super) const fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::For => "for",
        Stance::Against => "against",
        Stance::Neither => "neither",
    }
}

/// The three outcomes of a forecast, worst first, with their names as in class names and labels.
pub(super) const fn outcomes(forecast: &Forecast) -> [(&'static str, f64); 3] {
    [("worsens", forecast.worsens), ("holds", forecast.holds), ("improves", forecast.improves)]
}

/// The arrow from before to after, in the direction of reading.
pub(super) const fn arrow(language: Language) -> &'static str {
    match language {
        Language::Ar => "\u{2190}",
        Language::En => "\u{2192}",
    }
}

/// Figures of a claim in words: the value with its unit, the interval, the number of cases.
pub(super) fn figures(claim: &crate::brief::ClaimView, language: Language) -> Vec<String> {
    let unit = claim.unit.as_deref();
    let shown = |x: f64| if unit == Some("share") { share(x, language) } else { number(x) };
    let value = claim.value.map(|v| measured(&shown(v), unit, language));
    let interval = claim
        .interval
        .map(|[low, high]| with("page-interval", &[("low", Arg::Text(shown(low))), ("high", Arg::Text(shown(high)))], language));
    let n = claim.n.map(|n| with("page-n", &[("n", Arg::Text(n.to_string()))], language));
    [value, interval, n].into_iter().flatten().collect()
}

/// A figure with the word for its unit; a unit without a word stands as it is.
fn measured(value: &str, unit: Option<&str>, language: Language) -> String {
    let Some(unit) = unit else { return value.to_owned() };
    let id = format!("page-unit-{unit}");
    let said = label(&id, language);
    let word = if said == id { unit.to_owned() } else { said };
    with("page-value-unit", &[("value", Arg::Text(value.to_owned())), ("unit", Arg::Text(word))], language)
}

/// Numbers in order, runs drawn together as their first and last.
pub(super) fn runs(numbers: &[usize]) -> Vec<(usize, usize)> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for n in sorted {
        match out.last_mut() {
            Some((_, to)) if *to + 1 == n => *to = n,
            _ => out.push((n, n)),
        }
    }
    out
}
