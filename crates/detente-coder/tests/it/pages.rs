//! Plain pages of our own, each with other furniture in another order, and what is to be read there.

use std::path::{Path, PathBuf};

use detente_codebook::Quote;
use detente_coder::read::{Page, ReadOptions, read};
use serde_json::{Value, json};

fn pages() -> Vec<(PathBuf, Value)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let expected = |p: &Path| serde_json::from_str(&std::fs::read_to_string(p.with_extension("json")).unwrap()).unwrap();
    paths.into_iter().map(|p| (p.clone(), expected(&p))).collect()
}

fn words(quote: &Option<Quote>) -> Value {
    quote.as_ref().map_or(Value::Null, |q| q.exact.clone().into())
}

fn head(page: &Page) -> Value {
    let document = &page.document;
    let headings: Vec<&str> = document.headings.iter().map(|q| q.exact.as_str()).collect();
    json!({
        "title": words(&document.title), "question": words(&document.question), "category": words(&document.category),
        "byline": words(&document.byline), "published": document.published.as_ref().map(|p| p.date.to_string()),
        "headings": headings, "post_id": document.post_id,
    })
}

#[test]
fn every_page_is_taken_apart() {
    let pages = pages();
    assert!(pages.len() >= 7);
    for (path, want) in pages {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let page = read(&std::fs::read(&path).unwrap(), &ReadOptions::default()).unwrap();
        for (key, got) in head(&page).as_object().unwrap() {
            assert_eq!(got, want.get(key).unwrap_or(&Value::Null), "{name}: {key}");
        }
        let body = page.text.slice(page.document.body.unwrap());
        assert!(body.starts_with(want["starts"].as_str().unwrap()) || page.paragraphs[0].heading, "{name}: {body}");
        assert!(body.ends_with(want["ends"].as_str().unwrap()), "{name}: {body}");
        let paragraphs: Vec<String> = page.paragraphs.iter().map(|p| page.text.slice(p.span)).collect();
        for out in want["not_in_body"].as_array().unwrap() {
            assert!(!paragraphs.iter().any(|p| p.contains(out.as_str().unwrap())), "{name}: {out} in the body");
        }
        let kinds = serde_json::to_value(page.furniture.iter().map(|f| f.kind).collect::<Vec<_>>()).unwrap();
        for kind in want["kinds"].as_array().unwrap() {
            assert!(kinds.as_array().unwrap().contains(kind), "{name}: {kind} not in {kinds}");
        }
    }
}
