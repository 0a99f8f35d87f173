//! An article on its way to an answer: its page, its coding, and the records made of it.

use detente_codebook::{ActorCode, Coding, Confidence, Digest, Edtf, Event, Item, Record, RecordId, Source, Span, Text};
use detente_coder::read::{Page, ReadError, ReadOptions, read};
use detente_ledger::Snapshot;

/// A page that has been coded, with one record for each coded item.
#[derive(Clone, Debug)]
pub struct Article {
    /// The text that all quotes are of.
    pub text: Text,
    /// The bytes as received.
    pub received: Vec<u8>,
    /// What was coded.
    pub coding: Coding,
    /// What a brief names as the source.
    pub source: Source,
    /// The records, in the order of the coding.
    pub records: Vec<Record>,
    /// The actors that the words of each record name.
    pub mentions: Vec<(RecordId, Vec<ActorCode>)>,
}

impl Article {
    /// Reads and codes a page as received. `name` is what the source is called when it has no title.
    ///
    /// # Errors
    /// [`ReadError`] when the bytes hold no article.
    pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Self, ReadError> {
        let page = read(bytes, options)?;
        Ok(Self { received: bytes.to_vec(), ..Self::new(&page, name) })
    }

    /// Codes a page. `name` is what the source is called when the page has no title.
    #[must_use]
    pub fn new(page: &Page, name: &str) -> Self {
        let coding = detente_coder::code(page);
        let source = source(page, name);
        let records = records(&coding, &source, page.published);
        let mentions = records.iter().map(|r| (r.id.clone(), named(&coding, &page.text, &r.item))).collect();
        Self { received: page.text.as_str().as_bytes().to_vec(), text: page.text.clone(), coding, source, records, mentions }
    }

    /// The snapshot that a ledger keeps of it.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { source: self.source.clone(), text: self.text.as_str().to_owned(), received: self.received.clone() }
    }

    /// The day as of which the article speaks: the last day its date may mean.
    #[must_use]
    pub fn day(&self) -> Option<jiff::civil::Date> {
        self.source.date.and_then(Edtf::last)
    }
}

fn source(page: &Page, name: &str) -> Source {
    let digest = Digest::of(page.text.as_str().as_bytes());
    Source {
        title: page.document.title.as_ref().map_or_else(|| name.to_owned(), |q| q.exact.clone()),
        url: page.document.short_link.as_ref().map(|q| q.exact.clone()),
        date: page.published,
        digest: Some(digest),
    }
}

/// The records of a coding: one an item, numbered within its kind.
#[must_use]
pub fn records(coding: &Coding, source: &Source, known: Option<Edtf>) -> Vec<Record> {
    let stem = source.digest.as_ref().map_or("text", |d| d.short(8)).to_owned();
    let mut out = Vec::new();
    let mut add = |letter: char, n: usize, item: Item| {
        let id = RecordId(format!("src:{stem}:{letter}{}", n + 1));
        out.push(Record { id, item, source: source.clone(), confidence: Confidence::Cited, known });
    };
    coding.events.iter().enumerate().for_each(|(n, x)| add('e', n, Item::Event(x.clone())));
    coding.treaties.iter().enumerate().for_each(|(n, x)| add('t', n, Item::Treaty(x.clone())));
    coding.transfers.iter().enumerate().for_each(|(n, x)| add('x', n, Item::Transfer(x.clone())));
    coding.statements.iter().enumerate().for_each(|(n, x)| add('s', n, Item::Statement(x.clone())));
    coding.conditionals.iter().enumerate().for_each(|(n, x)| add('c', n, Item::Conditional(x.clone())));
    coding.hedges.iter().enumerate().for_each(|(n, x)| add('h', n, Item::Hedge(x.clone())));
    coding.ties.iter().enumerate().for_each(|(n, x)| add('r', n, Item::Tie(x.clone())));
    out
}

/// The words of an item; for a conditional the condition and what follows.
fn words(item: &Item) -> Vec<Span> {
    match item {
        Item::Conditional(c) => vec![c.antecedent.span(), c.consequent.span()],
        other => other.quote().map(detente_codebook::Quote::span).into_iter().collect(),
    }
}

/// The states and organisations that the words of an item name, each once; `both sides` are the two
/// of the last event before.
fn named(coding: &Coding, text: &Text, item: &Item) -> Vec<ActorCode> {
    let spans = words(item);
    let inside = |s: Span| spans.iter().any(|w| w.holds(s));
    let mut out: Vec<ActorCode> = Vec::new();
    for actor in &coding.actors {
        let stands = actor.mentions.iter().any(|m| inside(m.span()));
        if stands && !out.contains(&actor.code.state()) {
            out.push(actor.code.state());
        }
    }
    let both = spans.iter().any(|s| detente_coder::names_both(&text.slice(*s), coding.document.language));
    let first = spans.iter().map(|s| s.start).min().unwrap_or(0);
    if let (true, Some(last)) = (both, last_pair(coding, first)) {
        out.extend([last.source.state(), last.target.state()].into_iter().filter(|c| !out.contains(c)).collect::<Vec<_>>());
    }
    out
}

fn last_pair(coding: &Coding, before: usize) -> Option<&Event> {
    let pairs = coding.events.iter().filter(|e| e.quote.start < before && e.source.state() != e.target.state());
    pairs.max_by_key(|e| e.quote.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_on_both_sides_names_the_two() {
        let text = "Contacts between Russia and the United States resumed on Monday. If the two sides reach a settlement, Iran would lose support.";
        let page = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let article = Article::new(&page, "test");
        let (_, codes) = article.mentions.iter().find(|(id, _)| id.0.ends_with(":c1")).unwrap();
        let codes: Vec<&str> = codes.iter().map(ActorCode::as_str).collect();
        assert_eq!(codes, ["IRN", "USA", "RUS"]);
    }
}
