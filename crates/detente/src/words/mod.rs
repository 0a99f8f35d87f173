//! Messages put into words: Fluent, in Arabic with all six plural forms and in English.
//!
//! The sentences stand in `data/messages/*.ftl`. No isolating marks are put around arguments: they
//! would end up in JSON and in terminals. Pages set names and quotes apart with `bdi` instead.

mod arg;
mod date;

use std::sync::LazyLock;

use detente_codebook::{Language, Phrase};
use detente_lens::Message;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use date::date;

type Bundle = FluentBundle<FluentResource>;

const AR: [&str; 5] = [
    include_str!("../../../../data/messages/obligations.ar.ftl"),
    include_str!("../../../../data/messages/lens.ar.ftl"),
    include_str!("../../../../data/messages/brief.ar.ftl"),
    include_str!("../../../../data/messages/page.ar.ftl"),
    include_str!("../../../../data/messages/site.ar.ftl"),
];
const EN: [&str; 5] = [
    include_str!("../../../../data/messages/obligations.en.ftl"),
    include_str!("../../../../data/messages/lens.en.ftl"),
    include_str!("../../../../data/messages/brief.en.ftl"),
    include_str!("../../../../data/messages/page.en.ftl"),
    include_str!("../../../../data/messages/site.en.ftl"),
];

static BUNDLES: LazyLock<[Bundle; 2]> = LazyLock::new(|| [bundle(Language::Ar, &AR), bundle(Language::En, &EN)]);

/// A bundle of the messages that can be read; a test finds any that cannot.
fn bundle(language: Language, sources: &[&str]) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut out = Bundle::new_concurrent(vec![tag]);
    out.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(part, _)| part);
        out.add_resource_overriding(resource);
    }
    out
}

fn of(language: Language) -> &'static Bundle {
    match language {
        Language::Ar => &BUNDLES[0],
        Language::En => &BUNDLES[1],
    }
}

/// A message in one language. An unknown id stands for itself, so that a gap is seen.
#[must_use]
pub fn say(message: &Message, language: Language) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in &message.args {
        args.set(name.as_str(), arg::value(value, language));
    }
    let bundle = of(language);
    let Some(pattern) = bundle.get_message(&message.id).and_then(|m| m.value()) else {
        return message.id.clone();
    };
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// A message in both languages.
#[must_use]
pub fn both(message: &Message) -> Phrase {
    Phrase { ar: say(message, Language::Ar), en: say(message, Language::En) }
}

/// A label without arguments.
#[must_use]
pub fn label(id: &str, language: Language) -> String {
    say(&Message::new(id), language)
}
