//! `detente code --explain`: why each sentence was coded as it was, for people.

use detente_codebook::{ActorCode, Language};
use detente_coder::{FrameFound, Reasons};

/// The words of the listing in one language, read from the data of the program.
struct Labels {
    parties: &'static str,
    place: &'static str,
    clause: &'static str,
    none: &'static str,
    nobody: &'static str,
}

const LABELS: &str = include_str!("../../../../../data/messages/explain.tsv");

/// The column of a language in the table of words.
fn labels(language: Language) -> Labels {
    let column = if language == Language::Ar { 2 } else { 1 };
    let of = |key: &str| {
        let row = LABELS.lines().map(|l| l.split('\t').collect::<Vec<_>>()).find(|c| c.first() == Some(&key));
        row.and_then(|c| c.get(column).copied()).unwrap_or_default()
    };
    Labels { parties: of("parties"), place: of("place"), clause: of("clause"), none: of("none"), nobody: of("nobody") }
}

/// The modality in the language of the text.
fn modality(word: &str, language: Language) -> &'static str {
    let column = if language == Language::Ar { 2 } else { 1 };
    let row = LABELS.lines().map(|l| l.split('\t').collect::<Vec<_>>()).find(|c| c.first() == Some(&word));
    row.and_then(|c| c.get(column).copied()).unwrap_or_default()
}

/// One block a sentence.
pub(super) fn listing(all: &[Reasons], language: Language) -> String {
    let labels = labels(language);
    all.iter().map(|r| block(r, &labels, language)).collect::<Vec<_>>().join("\n\n")
}

fn block(reasons: &Reasons, labels: &Labels, language: Language) -> String {
    let mut out = vec![reasons.sentence.exact.clone()];
    let party = |p: &detente_coder::PartyFound| {
        let place = if p.place { format!(" ({})", labels.place) } else { String::new() };
        format!("{} {}{place}", p.code, p.quote.exact)
    };
    if !reasons.parties.is_empty() {
        out.push(format!("  {}: {}", labels.parties, reasons.parties.iter().map(party).collect::<Vec<_>>().join("; ")));
    }
    reasons.frames.iter().for_each(|f| out.extend(frame(f, labels, language)));
    out.join("\n")
}

fn frame(f: &FrameFound, labels: &Labels, language: Language) -> Vec<String> {
    let side = |list: &[ActorCode]| {
        let codes: Vec<&str> = list.iter().map(ActorCode::as_str).collect();
        if codes.is_empty() { labels.nobody.to_owned() } else { codes.join("+") }
    };
    let code = f.code.as_ref().map_or("---", detente_codebook::CameoCode::as_str);
    let mut out = vec![
        format!("  {} [{}] {}", f.quote.exact, f.rule, modality(f.modality, language)),
        format!("    {} > {}  {code}", side(&f.sources), side(&f.targets)),
        format!("    {}: {}", labels.clause, f.clause.exact),
    ];
    if f.events.is_empty() {
        out.push(format!("    = {}", labels.none));
    }
    out.extend(f.events.iter().map(|e| format!("    = {} > {}  {} {}", e.source, e.target, e.cameo, e.plover.name())));
    out
}
