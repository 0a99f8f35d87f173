//! Passages: how many places of the texts a set of records rests on.

use detente_codebook::{Record, RecordId, Source, Span};

use crate::Inquiry;

/// How many passages the records rest on: records whose quotes overlap in one text rest on one
/// passage, so that a meeting, which is two directed events, counts once. A record without quote
/// counts as one.
pub(super) fn passages(inquiry: &Inquiry, ids: &[RecordId]) -> usize {
    let records = inquiry.records.iter().filter(|r| ids.contains(&r.id));
    let mut places: Vec<(&Source, Span)> = records.filter_map(place).collect();
    let bare = ids.len() - places.len();
    places.sort_by(|a, b| a.0.title.cmp(&b.0.title).then(a.1.start.cmp(&b.1.start)));
    let mut n = bare;
    let mut last: Option<(&Source, Span)> = None;
    for (source, span) in places {
        match last {
            Some((of, held)) if of == source && span.start < held.end => last = Some((of, held.to(span))),
            _ => {
                n += 1;
                last = Some((source, span));
            }
        }
    }
    n
}

fn place(record: &Record) -> Option<(&Source, Span)> {
    Some((&record.source, record.item.quote()?.span()))
}
