//! The text of an article with the words marked on which its items rest, each mark leading to its item.

use detente_codebook::{Record, Span, Text};
use maud::{Markup, html};

use crate::words::language_of;

/// The place of an item on the page.
pub(super) fn place(record: &Record) -> String {
    record.id.0.replace(':', "-")
}

/// A stretch of text that belongs to the same items throughout.
struct Stretch<'r> {
    span: Span,
    items: Vec<&'r Record>,
}

fn stretches<'r>(text: &Text, records: &[&'r Record]) -> Vec<Stretch<'r>> {
    let quoted = |r: &&'r Record| r.item.quote().map(|q| (q.start, q.end.min(text.len()), *r));
    let quoted: Vec<(usize, usize, &Record)> = records.iter().filter_map(quoted).filter(|(a, b, _)| a < b).collect();
    let mut edges: Vec<usize> = quoted.iter().flat_map(|(a, b, _)| [*a, *b]).chain([0, text.len()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let within = |a: usize, b: usize| quoted.iter().filter(|(x, y, _)| *x <= a && b <= *y).map(|(_, _, r)| *r).collect();
    edges
        .windows(2)
        .filter_map(|w| Some((*w.first()?, *w.last()?)))
        .map(|(a, b)| Stretch { span: Span::new(a, b), items: within(a, b) })
        .collect()
}

/// The text, with marks.
pub(super) fn text(text: &Text, records: &[&Record], label: &str) -> Markup {
    let language = language_of(text.as_str());
    html! {
        div.captured lang=(language.tag()) dir=(language.dir()) tabindex="0" role="group" aria-label=(label) {
            @for s in stretches(text, records) {
                @let words = detente::visible::shown(&text.slice(s.span));
                // Of several items the shortest quote is the one that is meant here.
                @match s.items.iter().min_by_key(|r| r.item.quote().map_or(usize::MAX, |q| q.end - q.start)) {
                    Some(item) => { a.coded href=(format!("#{}", place(item))) { @if begins(item, s.span) { span id=(format!("text-{}", place(item))) {} } (words) } }
                    None => { (words) }
                }
            }
        }
    }
}

fn begins(item: &Record, span: Span) -> bool {
    item.item.quote().is_some_and(|q| q.start == span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente::Article;
    use detente_coder::read::ReadOptions;

    #[test]
    fn the_stretches_are_the_whole_text() {
        let article = include_bytes!("../../../../examples/rapprochement.en.txt");
        let article = Article::read(article, "example", &ReadOptions::default()).unwrap();
        let records: Vec<&Record> = article.records.iter().collect();
        let parts = stretches(&article.text, &records);
        let whole: String = parts.iter().map(|s| article.text.slice(s.span)).collect();
        assert_eq!(whole, article.text.as_str());
        assert!(parts.iter().any(|s| s.items.len() > 1), "quotes overlap");
        for record in records {
            let quote = record.item.quote().unwrap();
            let own = parts.iter().filter(|s| s.items.iter().any(|i| i.id == record.id));
            assert_eq!(own.map(|s| article.text.slice(s.span)).collect::<String>(), quote.exact);
        }
    }
}
