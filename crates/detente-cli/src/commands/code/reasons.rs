//! `detente code --explain` on parsed sentences: the lines of the dictionaries that each event rests on.

use detente_codebook::Edtf;
use detente_coder::conllu::Parsed;
use detente_coder::precise::{self, Answer, Coded, Entry};

use super::record::Setup;

impl Setup<'_> {
    /// One block a sentence.
    pub(super) fn explained(&self, sentences: &[Parsed], date: Option<Edtf>) -> String {
        let one = |s: &Parsed| block(&s.text, &precise::code(self.dictionaries.all(), s, date));
        sentences.iter().map(one).collect::<Vec<_>>().join("\n\n")
    }
}

fn block(text: &str, answer: &Answer) -> String {
    let mut out = vec![text.to_owned()];
    out.extend(answer.gaps.iter().map(|g| format!("  --- {}: {}", g.reason, g.quote.exact)));
    answer.events.iter().for_each(|e| out.extend(event(e)));
    if out.len() == 1 {
        out.push("  ---".to_owned());
    }
    out.join("\n")
}

fn event(e: &Coded) -> Vec<String> {
    let entry = |e: &Entry| format!("{} ({}:{})", e.text, e.file, e.line);
    let side = |list: &[Entry]| list.iter().map(entry).collect::<Vec<_>>().join(" + ");
    let plover = e.plover.map_or("", |p| p.name());
    let words: Vec<&str> = e.why.words.iter().map(|q| q.exact.as_str()).collect();
    let mut out = vec![
        format!("  {} > {}  {} {plover}", e.source, e.target, e.cameo),
        format!("    {} > {}", side(&e.why.source), side(&e.why.target)),
        format!("    {} [{}]  {}", e.why.verb.exact, words.join(", "), e.rule),
    ];
    out.extend(e.why.steps.iter().map(|s| format!("    {s}")));
    out
}
