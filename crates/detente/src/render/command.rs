//! Commands that ask again, spelled so that a shell reads them as they stand.

use detente_codebook::{Dyad, Language};
use detente_lens::Shift;

use crate::brief::{Asking, Brief, Suggested};
use crate::question::word;

/// The question in codes: `USA-RUS improves → RUS-IRN`.
pub(super) fn formal(shift: &Shift, target: &Dyad) -> String {
    format!("{} {} \u{2192} {target}", shift.dyad, word(shift.direction))
}

/// The command that gives this brief again; none without a question.
pub(super) fn again(brief: &Brief, language: Language) -> Option<String> {
    let question = brief.question.as_ref()?;
    let head = match (&brief.article, &question.text) {
        (Some(_), _) => "detente brief ARTICLE".to_owned(),
        (None, Some(text)) => format!("detente ask {}", quoted(&crate::visible::shown(text))),
        (None, None) => "detente ask".to_owned(),
    };
    Some(format!("{head} {}", options(question, brief.seed, language)))
}

fn options(question: &Asking, seed: u64, language: Language) -> String {
    let parts = [
        half(&question.shift, &question.target),
        format!("--as-of {} --horizon {}", question.as_of, question.horizon_years),
        format!("--seed {seed} --lang {}", language.tag()),
    ];
    parts.join(" ")
}

fn half(shift: &Shift, target: &Dyad) -> String {
    format!("--shift {}:{} --on {target}", shift.dyad, word(shift.direction))
}

/// The command that asks a suggested question of the article.
pub(super) fn suggested(question: &Suggested, language: Language) -> String {
    format!("detente brief ARTICLE {} --lang {}", half(&question.shift, &question.target), language.tag())
}

/// The command that walks from a claim to its sources.
pub(super) fn why(brief: &Brief) -> Option<String> {
    let first = brief.findings.iter().flat_map(|f| &f.claims).next()?;
    Some(format!("detente why {}", quoted_if_needed(&first.id)))
}

fn quoted_if_needed(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:/".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { quoted(word) }
}

/// Single quotes, in which a POSIX shell reads everything literally.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_hostile_words_as_words() {
        assert_eq!(quoted("a'; rm -rf '"), r"'a'\''; rm -rf '\'''");
        assert_eq!(quoted_if_needed("1a2b-treaty-3"), "1a2b-treaty-3");
        assert_eq!(quoted_if_needed("$(x)"), "'$(x)'");
    }
}
