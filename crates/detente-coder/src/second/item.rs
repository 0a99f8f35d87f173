//! One item of a model, held against the page: its words, its codes, its actors.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, ActorTable, CameoCode, Coding, Event, Language, Plover, Span, Text, goldstein};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::Rejected;
use super::words::{claimed, found, shown};
use crate::lexicon::lexicon;
use crate::read::Page;

/// How many items of one list are read.
const MOST_ITEMS: usize = 400;

/// How many rejected items are told of.
const MOST_REJECTED: usize = 500;

type Fields = Map<String, Value>;

/// Sorts the items of an answer into a coding and those that are not kept.
pub(super) fn kept(
    page: &Page,
    grammar: &Coding,
    model: &str,
    lists: Vec<(&'static str, Vec<Value>)>,
) -> (Coding, Vec<Rejected>) {
    let mut desk = Desk::new(page, grammar, model);
    lists.into_iter().for_each(|(kind, items)| desk.sort(kind, items));
    (desk.coding, desk.rejected)
}

struct Desk<'a> {
    text: &'a Text,
    body: Span,
    rule: String,
    named: BTreeSet<ActorCode>,
    coding: Coding,
    rejected: Vec<Rejected>,
}

impl<'a> Desk<'a> {
    fn new(page: &'a Page, grammar: &Coding, model: &str) -> Self {
        let named = grammar.actors.iter().map(|a| a.code.state()).collect();
        let body = page.document.body.unwrap_or(Span::new(0, page.text.len()));
        let coding = Coding {
            document: page.document.clone(),
            furniture: page.furniture.clone(),
            actors: grammar.actors.clone(),
            ..Coding::default()
        };
        Self { text: &page.text, body, rule: format!("llm/{}", shown(model)), named, coding, rejected: Vec::new() }
    }

    fn sort(&mut self, kind: &'static str, items: Vec<Value>) {
        let left = items.len().saturating_sub(MOST_ITEMS);
        for item in items.into_iter().take(MOST_ITEMS) {
            if let Err(reason) = self.keep(kind, &item) {
                self.reject(kind, reason, &item.to_string());
            }
        }
        if left > 0 {
            self.reject(kind, format!("{left} more items than the {MOST_ITEMS} that are read"), "");
        }
    }

    fn reject(&mut self, kind: &str, reason: String, item: &str) {
        if self.rejected.len() < MOST_REJECTED {
            self.rejected.push(Rejected { kind: kind.to_owned(), reason, item: shown(item) });
        }
    }

    fn keep(&mut self, kind: &str, item: &Value) -> Result<(), String> {
        let fields = item.as_object().ok_or("the item is no object")?.clone();
        match kind {
            "events" => self.event(fields).and_then(|e| put(&mut self.coding.events, e)),
            "treaties" => self.treaty(fields).and_then(|t| put(&mut self.coding.treaties, t)),
            "transfers" => self.transfer(fields).and_then(|t| put(&mut self.coding.transfers, t)),
            "statements" => self.statement(fields).and_then(|s| put(&mut self.coding.statements, s)),
            "conditionals" => self.conditional(fields).and_then(|c| put(&mut self.coding.conditionals, c)),
            "hedges" => self.hedge(fields).and_then(|h| put(&mut self.coding.hedges, h)),
            _ => self.tie(fields).and_then(|t| put(&mut self.coding.ties, t)),
        }
    }

    /// Puts the very words of the text in the place of those that the model gave.
    fn quote(&self, fields: &mut Fields, name: &str) -> Result<(), String> {
        let given = fields.get(name).ok_or_else(|| format!("`{name}` is missing"))?;
        let (words, start) = claimed(given).ok_or_else(|| format!("`{name}` is no text"))?;
        let quote = found(self.text, self.body, words, start)?;
        fields.insert(name.to_owned(), json!(quote));
        Ok(())
    }

    /// A field whose words must stand in the article, or be absent.
    fn words(&self, fields: &Fields, name: &str) -> Result<(), String> {
        match fields.get(name) {
            None | Some(Value::Null) => Ok(()),
            Some(value) => {
                let (words, start) = claimed(value).ok_or_else(|| format!("`{name}` is no text"))?;
                found(self.text, self.body, words, start).map(|_| ())
            }
        }
    }

    /// Who holds a claim: somebody whom the article names, or the article.
    fn holder(&self, fields: &mut Fields) -> Result<(), String> {
        let article = matches!(fields.get("holder"), None | Some(Value::Null)) || fields.get("holder") == Some(&json!("article"));
        if article {
            fields.insert("holder".to_owned(), json!("article"));
            return Ok(());
        }
        self.words(fields, "holder")
    }

    /// An actor that exists and that the text names.
    fn actor(&self, code: &ActorCode) -> Result<(), String> {
        let known = ActorTable::builtin().is_ok_and(|t| t.get(code).is_some()) && is_role(code.role());
        if !known {
            return Err(format!("`{code}` is no actor of the codebook"));
        }
        if self.named.contains(&code.state()) { Ok(()) } else { Err(format!("the text does not name `{code}`")) }
    }

    fn event(&self, mut fields: Fields) -> Result<Event, String> {
        self.quote(&mut fields, "quote")?;
        self.words(&fields, "holder")?;
        default(&mut fields, "certainty", json!("asserted"));
        let cameo: CameoCode = typed(fields.get("cameo").cloned().unwrap_or_default())?;
        let plover = cameo.plover().ok_or_else(|| format!("CAMEO {cameo} is no event of PLOVER"))?;
        if let Some(given) = fields.get("plover").filter(|p| !p.is_null())
            && typed::<Plover>(given.clone())? != plover
        {
            return Err(format!("CAMEO {cameo} is {} of PLOVER, not {}", plover.name(), shown(&given.to_string())));
        }
        let own =
            [("id", json!("")), ("plover", json!(plover)), ("goldstein", json!(goldstein(&cameo))), ("rule", json!(self.rule))];
        own.into_iter().for_each(|(name, value)| drop(fields.insert(name.to_owned(), value)));
        let event: Event = typed(Value::Object(fields))?;
        self.actor(&event.source)?;
        self.actor(&event.target)?;
        if event.source == event.target {
            return Err("source and target are the same".to_owned());
        }
        Ok(Event { id: format!("e{}", self.coding.events.len() + 1), ..event })
    }

    fn treaty(&self, mut fields: Fields) -> Result<detente_codebook::Treaty, String> {
        self.quote(&mut fields, "quote")?;
        if fields.get("name").is_some_and(|n| !n.is_null()) {
            self.quote(&mut fields, "name")?;
        }
        let clauses = fields.remove("clauses").unwrap_or_else(|| json!([]));
        let clauses = clauses.as_array().ok_or("`clauses` is no list")?.iter().map(|c| self.clause(c));
        fields.insert("clauses".to_owned(), Value::Array(clauses.collect::<Result<_, String>>()?));
        fields.insert("id".to_owned(), json!(format!("t{}", self.coding.treaties.len() + 1)));
        default(&mut fields, "stage", json!("signed"));
        let mut treaty: detente_codebook::Treaty = typed(Value::Object(fields))?;
        treaty.parties.sort();
        treaty.parties.dedup();
        treaty.parties.iter().try_for_each(|p| self.actor(p))?;
        if treaty.parties.len() < 2 { Err("a treaty has two parties or more".to_owned()) } else { Ok(treaty) }
    }

    fn clause(&self, clause: &Value) -> Result<Value, String> {
        let mut fields = clause.as_object().ok_or("a clause is no object")?.clone();
        self.quote(&mut fields, "quote")?;
        self.words(&fields, "article")?;
        default(&mut fields, "present", json!(true));
        Ok(Value::Object(fields))
    }

    fn transfer(&self, mut fields: Fields) -> Result<detente_codebook::Transfer, String> {
        self.quote(&mut fields, "quote")?;
        self.words(&fields, "item")?;
        default(&mut fields, "certainty", json!("asserted"));
        let transfer: detente_codebook::Transfer = typed(Value::Object(fields))?;
        self.actor(&transfer.from)?;
        self.actor(&transfer.to)?;
        if !crate::transfer::is_category(&transfer.category) {
            return Err(format!("`{}` is no category of transfers", shown(&transfer.category)));
        }
        if transfer.from == transfer.to { Err("giver and taker are the same".to_owned()) } else { Ok(transfer) }
    }

    fn statement(&self, mut fields: Fields) -> Result<detente_codebook::Statement, String> {
        self.quote(&mut fields, "quote")?;
        ["speaker_name", "role", "verb"].iter().try_for_each(|name| self.words(&fields, name))?;
        let statement: detente_codebook::Statement = typed(Value::Object(fields))?;
        statement.speaker.as_ref().map_or(Ok(()), |code| self.actor(code))?;
        Ok(statement)
    }

    fn conditional(&self, mut fields: Fields) -> Result<detente_codebook::Conditional, String> {
        self.quote(&mut fields, "if")?;
        self.quote(&mut fields, "then")?;
        self.holder(&mut fields)?;
        typed(Value::Object(fields))
    }

    fn hedge(&self, mut fields: Fields) -> Result<detente_codebook::Hedge, String> {
        self.quote(&mut fields, "quote")?;
        self.words(&fields, "marker")?;
        self.holder(&mut fields)?;
        typed(Value::Object(fields))
    }

    fn tie(&self, mut fields: Fields) -> Result<detente_codebook::Tie, String> {
        self.quote(&mut fields, "quote")?;
        let tie: detente_codebook::Tie = typed(Value::Object(fields))?;
        self.actor(&tie.dyad.a)?;
        self.actor(&tie.dyad.b)?;
        if tie.dyad.a == tie.dyad.b { Err("a tie binds two".to_owned()) } else { Ok(tie) }
    }
}

fn default(fields: &mut Fields, name: &str, value: Value) {
    if fields.get(name).is_none_or(Value::is_null) {
        fields.insert(name.to_owned(), value);
    }
}

/// A value as its type reads it; what is wrong with it in the words of the type.
fn typed<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|e| shown(&e.to_string()))
}

/// Adds an item unless the same one is there, whatever its number.
fn put<T: Serialize>(list: &mut Vec<T>, item: T) -> Result<(), String> {
    let bare = |item: &T| {
        let mut value = json!(item);
        value.as_object_mut().map(|fields| fields.remove("id"));
        value
    };
    let new = bare(&item);
    if list.iter().any(|have| bare(have) == new) {
        return Err("the same item stands there twice".to_owned());
    }
    list.push(item);
    Ok(())
}

static ROLES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| lexicon(Language::En).roles.iter().map(|r| r.suffix.clone()).collect());

/// Whether a role is a chain of at most two roles of the codebook, or none.
fn is_role(role: &str) -> bool {
    let parts = [role.get(..3), role.get(3..6)];
    matches!(role.len(), 0 | 3 | 6) && parts.into_iter().flatten().filter(|p| !p.is_empty()).all(|p| ROLES.contains(p))
}
