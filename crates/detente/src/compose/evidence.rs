//! Every record that a brief cites, in the order of first citation.

use std::collections::BTreeSet;

use detente_codebook::{Digest, Record, RecordId, Selector, Source};
use detente_history::Entry;
use detente_lens::Inquiry;

use super::coded;
use crate::article::Article;
use crate::brief::{Brief, Cited, Evidence};

/// The evidence of a brief: claims first, then timeline, network and reading.
pub(super) fn cited(brief: &Brief, inquiry: &Inquiry, ground: super::Ground<'_>) -> Vec<Evidence> {
    let articles = ground.articles;
    let issue = |id: &RecordId| ground.issue.filter(|i| i.id == *id).cloned();
    let find = |id: &RecordId| {
        let record = inquiry.records.iter().find(|r| r.id == *id);
        let read = || articles.iter().flat_map(|a| &a.records).find(|r| r.id == *id);
        let known = record.or_else(read).map(|r| of_record(r, articles));
        known.or_else(|| inquiry.base.record(id).map(of_entry)).or_else(|| issue(id))
    };
    ids(brief).iter().filter_map(find).collect()
}

/// The evidence of a reading.
pub(super) fn read(brief: &Brief, articles: &[Article]) -> Vec<Evidence> {
    let records: Vec<&Record> = articles.iter().flat_map(|a| &a.records).collect();
    let find = |id: &RecordId| records.iter().find(|r| r.id == *id).map(|r| of_record(r, articles));
    ids(brief).iter().filter_map(find).collect()
}

fn ids(brief: &Brief) -> Vec<RecordId> {
    let claims = brief.findings.iter().flat_map(|f| &f.claims).flat_map(|c| &c.evidence);
    let ties = brief.network.iter().flat_map(|n| &n.ties).flat_map(|t| &t.evidence);
    let moments = brief.timeline.iter().map(|m| &m.evidence);
    let coded = brief.reading.iter().map(|c| &c.id);
    let mut seen = BTreeSet::new();
    claims.chain(moments).chain(ties).chain(coded).filter(|id| seen.insert((*id).clone())).cloned().collect()
}

pub(super) fn of_record(record: &Record, articles: &[Article]) -> Evidence {
    let quote = record.item.quote().cloned();
    let article = articles.iter().find(|a| a.records.iter().any(|r| r.id == record.id));
    let selector = quote.as_ref().and_then(|q| Selector::of(&article?.text, q.span()));
    Evidence {
        id: record.id.clone(),
        kind: record.item.kind().to_owned(),
        quote,
        selector,
        text: coded::text(&record.item),
        source: source(&record.source),
        confidence: record.confidence,
        known: record.known,
    }
}

fn of_entry(entry: &Entry) -> Evidence {
    Evidence {
        id: entry.id.clone(),
        kind: entry.kind.clone(),
        quote: None,
        selector: None,
        text: entry.text.clone(),
        source: source(&entry.source),
        confidence: entry.confidence,
        known: entry.known,
    }
}

fn source(source: &Source) -> Cited {
    Cited {
        title: source.title.clone(),
        url: source.url.clone(),
        date: source.date,
        digest: source.digest.as_ref().map(|d| Digest::as_str(d).to_owned()),
    }
}
