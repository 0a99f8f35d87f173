//! From bytes to a coding, and on to a brief.

use std::hint::black_box;
use std::sync::LazyLock;

use detente::{Article, Manner, Sources, ask, formal};
use detente_codebook::Language;
use detente_coder::read::{Page, ReadOptions, read};
use detente_coder::{conllu, precise};
use serde_json::Value;

use crate::Failure;

const ARTICLE: &[u8] = include_bytes!("../../examples/rapprochement.en.txt");

/// Sentences in the body of the article, counted by hand.
pub const SENTENCES: usize = 11;

/// The article, read.
///
/// # Errors
/// When it cannot be read.
pub fn page() -> Result<Page, Failure> {
    Ok(read(ARTICLE, &ReadOptions::default())?)
}

/// Reads the article.
///
/// # Errors
/// When it cannot be read.
pub fn reading() -> Result<(), Failure> {
    let _ = black_box(page()?);
    Ok(())
}

/// Reads and codes the article.
///
/// # Errors
/// When it cannot be read.
pub fn coding() -> Result<(), Failure> {
    let _ = black_box(detente_coder::code(&page()?));
    Ok(())
}

const RAW: &str = include_str!("../../gold/frames.jsonl");

/// How many sentences of our own one run takes, of either language or parsed.
pub const LINES: usize = 60;

/// Sentences of our own in one language.
fn sentences(language: Language) -> Result<Vec<String>, Failure> {
    let mut out = Vec::with_capacity(LINES);
    for line in RAW.lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(line)?;
        if record["lang"] == language.tag() {
            out.extend(record["text"].as_str().map(str::to_owned));
        }
    }
    out.truncate(LINES);
    Ok(out)
}

/// The sentences of each language, read once.
static SENTENCES_OF: LazyLock<[Vec<String>; 2]> =
    LazyLock::new(|| [Language::Ar, Language::En].map(|l| sentences(l).unwrap_or_default()));

fn own(language: Language) -> &'static [String] {
    let [ar, en] = &*SENTENCES_OF;
    if language == Language::Ar { ar } else { en }
}

/// Codes raw sentences.
///
/// # Errors
/// When there are fewer than are counted.
pub fn raw(language: Language) -> Result<(), Failure> {
    for text in counted(own(language))? {
        let _ = black_box(detente_coder::code_events(text, Some(language), None));
    }
    Ok(())
}

/// Takes raw sentences apart into folded words, and nothing else.
///
/// # Errors
/// When there are fewer than are counted.
pub fn raw_plain(language: Language) -> Result<(), Failure> {
    for text in counted(own(language))? {
        let _ = black_box(detente_coder::token::form(text));
    }
    Ok(())
}

fn counted<T>(all: &[T]) -> Result<&[T], Failure> {
    if all.len() == LINES { Ok(all) } else { Err(format!("{} sentences, not {LINES}", all.len()).into()) }
}

/// A parse of ten words as any parser writes it.
const PARSE: &str = include_str!("../../fuzz/corpus/code/parsed.conllu");

/// Codes parsed sentences by the built-in dictionaries.
///
/// # Errors
/// When the parse cannot be read.
pub fn parsed() -> Result<(), Failure> {
    for _ in 0..LINES {
        let all = conllu::read_unplaced(black_box(PARSE))?;
        let text: Vec<&str> = all.iter().map(|s| s.text.as_str()).collect();
        let _ = black_box(precise::code_all(precise::built_in(), &all, &text.join(" "), None));
    }
    Ok(())
}

/// Reads parsed sentences, and nothing else.
///
/// # Errors
/// When the parse cannot be read.
pub fn parsed_plain() -> Result<(), Failure> {
    for _ in 0..LINES {
        let _ = black_box(conllu::read_unplaced(black_box(PARSE))?);
    }
    Ok(())
}

/// Answers a question of the article.
///
/// # Errors
/// When the article or the question cannot be read.
pub fn brief() -> Result<(), Failure> {
    let article = Article::read(ARTICLE, "article", &ReadOptions::default())?;
    let question = formal("USA-RUS:improves", Some("RUS-IRN"), jiff::civil::date(2025, 3, 3), 5)?;
    let articles = [article];
    let sources = Sources { articles: &articles, ledger: None };
    let _ = black_box(ask(question, &sources, &Manner::default())?);
    Ok(())
}
