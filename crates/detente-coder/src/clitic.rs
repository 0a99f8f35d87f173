//! Arabic clitics: the conjunction, preposition, future mark and pronoun that are written with a word.
//!
//! A split is only a proposal: it counts when the stem is known to a dictionary.

/// One way to take a word apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// `و` or `ف` before everything.
    pub conjunction: bool,
    /// `ب`, `ل` or `ك`.
    pub preposition: Option<char>,
    /// `س` of the future.
    pub future: bool,
    /// The stem, its article kept.
    pub stem: String,
    /// Whether a pronoun was taken off its end.
    pub pronoun: bool,
}

const PRONOUNS: [&str; 9] = ["هما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي"];

fn heads(word: &str) -> Vec<Split> {
    let whole =
        |stem: &str, conjunction| Split { conjunction, preposition: None, future: false, stem: stem.to_owned(), pronoun: false };
    let mut out = vec![whole(word, false)];
    if word.is_ascii() {
        return out;
    }
    let rest = word.strip_prefix(['و', 'ف']).filter(|r| r.chars().count() >= 2);
    out.extend(rest.map(|r| whole(r, true)));
    let inner: Vec<Split> = out.iter().flat_map(inner_heads).collect();
    out.extend(inner);
    out
}

fn inner_heads(split: &Split) -> Vec<Split> {
    let mut out = Vec::new();
    for mark in ['ب', 'ل', 'ك'] {
        let Some(rest) = split.stem.strip_prefix(mark).filter(|r| r.chars().count() >= 2) else { continue };
        out.push(Split { preposition: Some(mark), stem: rest.to_owned(), ..split.clone() });
        if let Some(bare) = rest.strip_prefix('ل').filter(|_| mark == 'ل') {
            out.push(Split { preposition: Some(mark), stem: format!("ال{bare}"), ..split.clone() });
        }
    }
    if let Some(rest) = split.stem.strip_prefix('س').filter(|r| r.starts_with(['ي', 'ت', 'ن', 'ا'])) {
        out.push(Split { future: true, stem: rest.to_owned(), ..split.clone() });
    }
    out
}

/// Every way to take conjunction, preposition and future mark off a folded word; the word itself first.
#[must_use]
pub fn splits(word: &str) -> Vec<Split> {
    heads(word)
}

/// As [`splits`], and with a pronoun taken off the end too.
#[must_use]
pub fn splits_with_pronouns(word: &str) -> Vec<Split> {
    let mut out = heads(word);
    if word.is_ascii() {
        return out;
    }
    let tails: Vec<Split> = out.iter().flat_map(tails).collect();
    out.extend(tails);
    out
}

fn tails(split: &Split) -> Vec<Split> {
    let mut out = Vec::new();
    for pronoun in PRONOUNS {
        let Some(stem) = split.stem.strip_suffix(pronoun).filter(|s| s.chars().count() >= 3) else { continue };
        let of = |stem: String| Split { stem, pronoun: true, ..split.clone() };
        out.push(of(stem.to_owned()));
        // A feminine ending opens to `ت` before a pronoun.
        out.extend(stem.strip_suffix('ت').map(|s| of(format!("{s}ه"))));
    }
    out
}

/// The word without its article, when it has one and enough of it remains.
#[must_use]
pub fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|r| r.chars().count() >= 2).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_comes_apart() {
        let stems = |w: &str| splits(w).into_iter().map(|s| s.stem).collect::<Vec<_>>();
        assert!(stems("وروسيا").contains(&"روسيا".to_owned()));
        assert!(stems("وللصين").contains(&"الصين".to_owned()));
        assert!(stems("ستهاجم").contains(&"تهاجم".to_owned()));
        assert!(splits_with_pronouns("معاهدتها").iter().any(|s| s.stem == "معاهده"));
    }
}
