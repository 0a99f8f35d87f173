//! `detente code --explain`: why each sentence was coded as it was, for people.

use detente_codebook::{Edtf, Event, Language};
use detente_coder::{FrameFound, PartyFound, Reasons, explain};

/// The words of the listing in one language, read from the data of the program.
struct Labels {
    parties: &'static str,
    place: &'static str,
    clause: &'static str,
    none: &'static str,
    nobody: &'static str,
    holder: &'static str,
    words: &'static str,
}

const LABELS: &str = include_str!("../../../../../data/messages/explain.tsv");

/// The column of a language in the table of words.
fn labels(language: Language) -> Labels {
    let of = |key: &str| word(key, language);
    Labels {
        parties: of("parties"),
        place: of("place"),
        clause: of("clause"),
        none: of("none"),
        nobody: of("nobody"),
        holder: of("holder"),
        words: of("words"),
    }
}

/// A word of the listing in the language of the text.
fn word(word: &str, language: Language) -> &'static str {
    let column = if language == Language::Ar { 2 } else { 1 };
    let row = LABELS.lines().map(|l| l.split('\t').collect::<Vec<_>>()).find(|c| c.first() == Some(&word));
    row.and_then(|c| c.get(column).copied()).unwrap_or_default()
}

/// One block a sentence of a text that stands alone; its language is told from its letters when it is not given.
pub(super) fn sentences(text: &str, language: Option<Language>, date: Option<Edtf>) -> String {
    let arabic = || text.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c));
    let shown = language.unwrap_or_else(|| if arabic() { Language::Ar } else { Language::En });
    listing(&explain(text, language, date), shown)
}

/// One block a sentence.
pub(super) fn listing(all: &[Reasons], language: Language) -> String {
    let labels = labels(language);
    all.iter().map(|r| block(r, &labels, language)).collect::<Vec<_>>().join("\n\n")
}

fn block(reasons: &Reasons, labels: &Labels, language: Language) -> String {
    let mut out = vec![reasons.sentence.exact.clone()];
    let party = |p: &PartyFound| {
        let place = if p.place { format!(" ({})", labels.place) } else { String::new() };
        let mark = p.mark.as_ref().map(|m| format!(" [{m}]")).unwrap_or_default();
        format!("{}{place}{mark}", named(p))
    };
    if !reasons.parties.is_empty() {
        out.push(format!("  {}: {}", labels.parties, reasons.parties.iter().map(party).collect::<Vec<_>>().join("; ")));
    }
    reasons.frames.iter().for_each(|f| out.extend(frame(f, labels, language)));
    out.join("\n")
}

fn named(p: &PartyFound) -> String {
    format!("{} {}", p.code, p.quote.exact)
}

fn frame(f: &FrameFound, labels: &Labels, language: Language) -> Vec<String> {
    let side = |list: &[PartyFound]| {
        let all: Vec<String> = list.iter().map(named).collect();
        if all.is_empty() { labels.nobody.to_owned() } else { all.join(" + ") }
    };
    let code = f.code.as_ref().map_or("---", detente_codebook::CameoCode::as_str);
    let mut out = vec![
        format!("  {} [{}] {}", f.quote.exact, f.rule, word(f.modality, language)),
        format!("    {} > {}  {code}", side(&f.sources), side(&f.targets)),
        format!("    {}: {}", labels.clause, f.clause.exact),
    ];
    out.extend(f.silence.map(|s| format!("    = {}: {}", labels.none, word(s.id(), language))));
    out.extend(f.events.iter().map(|e| event(e, labels, language)));
    out
}

/// The event with its standing, its day and the words it rests on.
fn event(e: &Event, labels: &Labels, language: Language) -> String {
    let standing = word(&format!("{:?}", e.certainty).to_lowercase(), language);
    let mut more = vec![standing.to_owned()];
    more.extend(e.date.map(|d| d.to_string()));
    more.extend(e.holder.as_ref().map(|h| format!("{}: {h}", labels.holder)));
    let head = format!("    = {} > {}  {} {}  {}", e.source, e.target, e.cameo, e.plover.name(), more.join(", "));
    format!("{head}\n      {} {}-{}: {}", labels.words, e.quote.start, e.quote.end, e.quote.exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_listing_is_there_in_both_languages() {
        let rows: Vec<Vec<&str>> = LABELS.lines().map(|l| l.split('\t').collect()).collect();
        assert!(rows.iter().all(|r| r.len() == 3 && r.iter().all(|c| !c.trim().is_empty())), "{rows:?}");
        let said =
            ["asserted", "reported", "planned", "alleged", "denied", "hypothetical", "told", "no-code", "threatened", "holder"];
        for language in [Language::Ar, Language::En] {
            assert!(said.iter().all(|w| !word(w, language).is_empty()));
        }
    }
}
