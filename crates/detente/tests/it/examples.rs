//! The examples of the repository, read and coded.

use detente::question::Asked;
use detente::{Article, Brief, Manner, Sources, ask, reading};
use detente_coder::read::ReadOptions;

pub(crate) const NAMES: [&str; 4] =
    ["rapprochement.ar.txt", "rapprochement.en.txt", "saudi-iran-beijing.en.txt", "armenia-azerbaijan.ar.txt"];

pub(crate) fn article(name: &str) -> Article {
    let path = format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    Article::read(&bytes, name, &ReadOptions::default()).unwrap()
}

pub(crate) fn article_of(text: &str) -> Article {
    Article::read(text.as_bytes(), "test", &ReadOptions::default()).unwrap()
}

pub(crate) fn brief_of(article: &Article) -> Brief {
    let articles = std::slice::from_ref(article);
    let words = article.coding.document.question.as_ref().map(|q| q.exact.clone());
    let as_of = article.day().unwrap();
    let asked = Asked { words: words.as_deref(), shift: None, on: None, as_of, horizon: 5 }.read();
    match asked {
        Ok(question) => ask(question, &Sources { articles, ledger: None }, &Manner::default()).unwrap(),
        Err(_) => reading(article, &Manner::default()),
    }
}
