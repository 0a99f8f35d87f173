//! What a record says, in a sentence of either language.

use detente_codebook::{ActorCode, Event, Item, Phrase, Statement, Tie, Transfer, Treaty};
use detente_lens::{Arg, Message};

use crate::article::Article;
use crate::brief::Coded;
use crate::words::both;

/// Everything coded from an article, in the order of the text.
pub(super) fn reading(article: &Article) -> Vec<Coded> {
    let coded = |r: &detente_codebook::Record| {
        let quote = r.item.quote()?.clone();
        Some(Coded { id: r.id.clone(), kind: r.item.kind().to_owned(), text: text(&r.item), quote })
    };
    let mut out: Vec<Coded> = article.records.iter().filter_map(coded).collect();
    out.sort_by_key(|c| (c.quote.start, c.quote.end));
    out
}

/// What an item says.
pub(super) fn text(item: &Item) -> Phrase {
    match item {
        Item::Base(fact) => fact.text.clone(),
        other => both(&message(other)),
    }
}

fn message(item: &Item) -> Message {
    match item {
        Item::Event(e) => event(e),
        Item::Treaty(t) => treaty(t),
        Item::Transfer(t) => transfer(t),
        Item::Statement(s) => statement(s),
        Item::Conditional(c) => Message::new("record-conditional")
            .with("if", Arg::Text(c.antecedent.exact.clone()))
            .with("then", Arg::Text(c.consequent.exact.clone()))
            .with("holder", holder(&c.holder)),
        Item::Hedge(h) => {
            Message::new("record-hedge").with("marker", Arg::Text(h.marker.clone())).with("holder", holder(&h.holder))
        }
        Item::Tie(t) => tie(t),
        Item::Base(_) => Message::new("record-base"),
    }
}

fn actor(code: &ActorCode) -> Arg {
    if code.is_unknown() { part("actor-unknown") } else { Arg::Actor(code.clone()) }
}

fn part(id: &str) -> Arg {
    Arg::Message(Box::new(Message::new(id)))
}

fn holder(name: &str) -> Arg {
    let own = name.is_empty() || name == "article";
    if own { part("holder-article") } else { Arg::Text(name.to_owned()) }
}

fn lower(debug: impl std::fmt::Debug) -> String {
    format!("{debug:?}").to_lowercase()
}

fn event(e: &Event) -> Message {
    let id = if e.date.is_some() { "record-event-dated" } else { "record-event" };
    let message = Message::new(id)
        .with("source", actor(&e.source))
        .with("target", actor(&e.target))
        .with("act", part(&format!("cameo-{}", e.cameo.root())))
        .with("code", Arg::Text(e.cameo.to_string()))
        .with("certainty", part(&format!("certainty-{}", lower(e.certainty))));
    match e.date {
        Some(date) => message.with("date", Arg::Date(date)),
        None => message,
    }
}

fn treaty(t: &Treaty) -> Message {
    let parties = Arg::List(t.parties.iter().map(actor).collect());
    let (present, absent): (Vec<_>, Vec<_>) = t.clauses.iter().partition(|c| c.present);
    let clauses: Vec<Arg> = present.into_iter().chain(absent).map(clause).collect();
    let none = clauses.is_empty();
    let message = Message::new(match (t.signed.is_some(), none) {
        (true, true) => "record-treaty-signed-bare",
        (true, false) => "record-treaty-signed",
        (false, true) => "record-treaty-bare",
        (false, false) => "record-treaty",
    })
    .with("parties", parties);
    let message = if none { message } else { message.with("clauses", Arg::List(clauses)) };
    match t.signed {
        Some(date) => message.with("signed", Arg::Date(date)),
        None => message,
    }
}

fn clause(c: &detente_codebook::Clause) -> Arg {
    let id = if c.present { "record-clause" } else { "record-clause-absent" };
    Arg::Message(Box::new(Message::new(id).with("clause", Arg::Clause(c.kind))))
}

fn transfer(t: &Transfer) -> Message {
    Message::new("record-transfer")
        .with("from", actor(&t.from))
        .with("to", actor(&t.to))
        .with("item", Arg::Text(t.item.clone()))
        .with("status", part(&format!("transfer-{}", lower(t.status))))
}

fn statement(s: &Statement) -> Message {
    let role = s.role.as_ref().filter(|r| !r.trim().is_empty());
    let message = Message::new(if role.is_some() { "record-statement-role" } else { "record-statement" })
        .with("speaker", Arg::Text(s.speaker_name.clone()));
    match role {
        Some(role) => message.with("role", Arg::Text(role.clone())),
        None => message,
    }
}

fn tie(t: &Tie) -> Message {
    let id = match t.sign {
        detente_codebook::Sign::Positive => "record-tie-friendly",
        detente_codebook::Sign::Negative => "record-tie-hostile",
    };
    Message::new(id).with("dyad", Arg::Dyad(t.dyad.clone()))
}
