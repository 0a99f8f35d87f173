//! Words of the site in one language.

use detente::visible::shown;
use detente::words;
use detente_codebook::{ActorCode, Dyad, Edtf, Language, Phrase};
use detente_lens::{Arg, Message};
use jiff::civil::Date;
use maud::{Markup, html};

/// The language of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tongue(pub(crate) Language);

impl Tongue {
    /// A label.
    pub(crate) fn say(self, id: &str) -> String {
        words::label(id, self.0)
    }

    /// A label with arguments.
    pub(crate) fn with(self, id: &str, args: &[(&str, Arg)]) -> String {
        let message = args.iter().fold(Message::new(id), |m, (name, arg)| m.with(name, arg.clone()));
        words::say(&message, self.0)
    }

    /// A label with a count.
    pub(crate) fn count(self, id: &str, n: u64) -> String {
        self.with(id, &[("count", Arg::Count(n))])
    }

    /// A phrase in this language, else in the other one.
    pub(crate) fn of(self, phrase: &Phrase) -> &str {
        let own = phrase.get(self.0);
        if own.trim().is_empty() { phrase.get(other(self.0)) } else { own }
    }

    /// A phrase as markup, with its own language where it is the other one.
    pub(crate) fn phrase(self, phrase: &Phrase) -> Markup {
        data(self.of(phrase), self.0)
    }

    /// A day in words.
    pub(crate) fn day(self, day: Date) -> String {
        words::date(Edtf::day(day), self.0)
    }

    /// A date of any precision in words.
    pub(crate) fn date(self, date: Edtf) -> String {
        words::date(date, self.0)
    }

    /// The day of an RFC 3339 time, with the time for programs.
    pub(crate) fn time(self, time: &str) -> Markup {
        let day: Option<Date> = time.get(..10).and_then(|d| d.parse().ok());
        html! { time datetime=(time) { (day.map_or_else(|| time.to_owned(), |d| self.day(d))) } }
    }

    /// The name of an actor.
    pub(crate) fn actor(self, code: &ActorCode) -> String {
        self.with("actor-named", &[("actor", Arg::Actor(code.clone()))])
    }

    /// The names of a dyad.
    pub(crate) fn dyad(self, dyad: &Dyad) -> String {
        self.with("page-dyad", &[("dyad", Arg::Dyad(dyad.clone()))])
    }

    /// A share in \[0, 1\] as a percentage.
    pub(crate) fn share(self, share: f64) -> String {
        self.with("page-share", &[("share", Arg::Share(share))])
    }
}

/// The other language.
pub(crate) const fn other(language: Language) -> Language {
    match language {
        Language::Ar => Language::En,
        Language::En => Language::Ar,
    }
}

/// The language of some words, by their letters: that of most of them.
pub(crate) fn language_of(text: &str) -> Language {
    let arabic = text.chars().filter(|c| ('\u{0621}'..='\u{064A}').contains(c)).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if arabic >= latin && arabic > 0 { Language::Ar } else { Language::En }
}

/// Words of others: set apart, hidden characters shown, with their own language.
pub(crate) fn data(text: &str, page: Language) -> Markup {
    let own = language_of(text);
    let lang = (own != page).then(|| own.tag());
    html! { bdi lang=[lang] dir=(own.dir()) { (shown(text)) } }
}

/// A code or an address, left to right.
pub(crate) fn code(text: &str) -> Markup {
    html! { code dir="ltr" { (shown(text)) } }
}

/// A text as the last part of an address: letters and digits, with hyphens between words.
pub(crate) fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let mut out = String::new();
    for word in words {
        if out.chars().count() + word.chars().count() > 80 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word.to_lowercase());
    }
    out
}

/// A part of an address as it goes over the wire.
pub(crate) fn encoded(part: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    part.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_words_and_hyphens_only() {
        assert_eq!(slug("  Who gains? Moscow, or Tehran! "), "who-gains-moscow-or-tehran");
        assert_eq!(slug("؟!"), "");
        assert!(slug(&"word ".repeat(100)).len() <= 81);
    }

    #[test]
    fn an_encoded_part_has_no_reserved_characters() {
        assert_eq!(encoded("a b/c?"), "a%20b%2Fc%3F");
    }
}
