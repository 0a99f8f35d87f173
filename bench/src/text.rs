//! From bytes to a coding, and on to a brief.

use std::hint::black_box;

use detente::{Article, Manner, Sources, ask, formal};
use detente_coder::read::{Page, ReadOptions, read};

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
