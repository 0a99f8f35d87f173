//! The arguments of a message, as each language reads them.

use detente_codebook::{ActorCode, ActorTable, ClauseType, Dyad, Language};
use detente_lens::{Arg, Message};
use fluent_bundle::FluentValue;

/// An argument as Fluent takes it: counts as numbers, all else as words.
pub(super) fn value(arg: &Arg, language: Language) -> FluentValue<'static> {
    match arg {
        Arg::Count(n) => FluentValue::from(*n),
        other => FluentValue::from(words(other, language)),
    }
}

fn words(arg: &Arg, language: Language) -> String {
    match arg {
        Arg::Actor(code) => actor(code, language),
        Arg::Dyad(dyad) => pair(dyad, language),
        Arg::Count(n) => n.to_string(),
        Arg::Number(x, decimals) => format!("{x:.*}", usize::from(*decimals)),
        Arg::Share(x) => share(*x, language),
        Arg::Date(date) => super::date(*date, language),
        Arg::Clause(kind) => clause(*kind, language),
        Arg::Phrase(phrase) => phrase.get(language).to_owned(),
        Arg::Text(text) => text.clone(),
        Arg::Message(message) => super::say(message, language),
        Arg::List(items) => list(&items.iter().map(|a| words(a, language)).collect::<Vec<_>>(), language),
    }
}

/// The name of an actor; of an actor with a role, that of its state.
pub(super) fn actor(code: &ActorCode, language: Language) -> String {
    let Ok(table) = ActorTable::builtin() else { return code.to_string() };
    if table.get(code).is_some() {
        return table.name(code, language);
    }
    table.name(&code.state(), language)
}

fn pair(dyad: &Dyad, language: Language) -> String {
    let (a, b) = (actor(&dyad.a, language), actor(&dyad.b, language));
    let joined = Message::new("dyad-joined").with("a", Arg::Text(a)).with("b", Arg::Text(b));
    super::say(&joined, language)
}

/// A share as a percentage; under one tenth with a decimal, so that small shares keep apart.
fn share(x: f64, language: Language) -> String {
    let percent = x * 100.0;
    let shown = if percent > 0.0 && percent < 10.0 { format!("{percent:.1}") } else { format!("{percent:.0}") };
    super::say(&Message::new("share").with("percent", Arg::Text(shown)), language)
}

/// The kind of an obligation in words, with its ATOP name.
fn clause(kind: ClauseType, language: Language) -> String {
    let id = format!("clause-{}", kind.name().to_ascii_lowercase().replace('_', "-"));
    super::label(&id, language)
}

/// `A, B and C`.
fn list(items: &[String], language: Language) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            let first = first.join(&super::label("list-comma", language));
            let joined = Message::new("list-last").with("first", Arg::Text(first)).with("last", Arg::Text(last.clone()));
            super::say(&joined, language)
        }
    }
}
