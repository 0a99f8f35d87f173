//! The routes of `/api/v1`.

use detente_history::TreatyText;
use detente_ledger::site::{BriefId, Listed, Topic, Wanted};
use serde_json::{Value, json};

use super::table::csv;
use crate::call::Call;
use crate::fault::Fault;
use crate::page::{brief, dyad, link, list, poll, record, standing};
use crate::reply::Reply;

/// Pages of a list have at most so many entries.
const MOST: u32 = 100;

fn limit(call: &Call<'_>) -> Result<u32, Fault> {
    let wrong = || Fault::Invalid(format!("limit: a number from 1 to {MOST}"));
    let asked = call.asked("limit").map(|l| l.parse::<u32>().map_err(|_| wrong())).transpose()?;
    let limit = asked.unwrap_or(20);
    if (1..=MOST).contains(&limit) { Ok(limit) } else { Err(wrong()) }
}

fn listed(call: &Call<'_>, l: &Listed) -> Value {
    let origin = &call.app.config.origin;
    let page = |language| call.app.address(language, &link::brief(l.id, &l.head, language));
    json!({
        "id": l.id.0, "title": l.head.title, "summary": l.head.summary, "category": l.head.category,
        "byline": l.head.byline, "language": l.head.language, "version": l.version,
        "published": l.published, "changed": l.changed,
        "url": {"ar": page(detente_codebook::Language::Ar), "en": page(detente_codebook::Language::En), "short": format!("{origin}/?p={}", l.id)},
    })
}

/// `/api/v1/briefs?after=&limit=&category=&dyad=`.
pub(crate) fn briefs(call: &Call<'_>) -> Result<Reply, Fault> {
    let limit = limit(call)?;
    let after = match call.asked("after") {
        Some(c) => Some(list::place(c).ok_or_else(|| Fault::Invalid("after: a cursor as the page before gave it".to_owned()))?),
        None => None,
    };
    let topic = call.asked("dyad").map(dyad::named).transpose()?.map(|d| Topic { kind: "dyad".to_owned(), key: dyad::key(&d) });
    let wanted = Wanted { category: call.asked("category").map(str::to_owned), topic, after, limit };
    let found = call.app.read(|site| site.list(&wanted).map_err(Fault::from))?;
    let next = found.last().filter(|_| found.len() == limit as usize).map(list::cursor);
    let items: Vec<Value> = found.iter().map(|l| listed(call, l)).collect();
    Ok(Reply::json(&json!({"items": items, "next": next})))
}

/// `/api/v1/briefs/{id}`: the head, every version, and the brief itself.
pub(crate) fn brief(call: &Call<'_>) -> Result<Reply, Fault> {
    call.app.read(|site| {
        let found = brief::seen(site, call.number("id")?)?;
        let versions = site.versions(found.id)?;
        let latest = site.version(found.id, found.version)?.ok_or(Fault::NotFound)?;
        let whole = brief::read(&latest)?;
        let past: Vec<Value> =
            versions.iter().map(|v| json!({"number": v.number, "time": v.time, "note": v.note, "hash": v.hash})).collect();
        let mut out = listed(call, &found);
        if let Value::Object(fields) = &mut out {
            fields.insert("versions".to_owned(), past.into());
            fields.insert("brief".to_owned(), serde_json::to_value(&whole).unwrap_or_default());
        }
        Ok(Reply::json(&out))
    })
}

/// `/api/v1/briefs/{id}/versions/{n}`.
pub(crate) fn version(call: &Call<'_>) -> Result<Reply, Fault> {
    call.app.read(|site| {
        let found = brief::seen(site, call.number("id")?)?;
        let version = site.version(BriefId(found.id.0), call.number("n")?)?.ok_or(Fault::NotFound)?;
        Ok(Reply::new("application/json; charset=utf-8", version.body))
    })
}

/// `/api/v1/search?q=`.
pub(crate) fn search(call: &Call<'_>) -> Result<Reply, Fault> {
    let words: String = call.asked("q").unwrap_or_default().chars().take(200).collect();
    if words.is_empty() {
        return Err(Fault::Invalid("q: words to look for".to_owned()));
    }
    let (briefs, records) = call.app.read(|site| Ok::<_, Fault>((site.find(&words, 20)?, site.ledger().search(&words, 20)?)))?;
    let briefs: Vec<Value> = briefs.iter().map(|f| listed(call, &f.brief)).collect();
    Ok(Reply::json(&json!({"briefs": briefs, "records": records})))
}

/// `/api/v1/forecasts`.
pub(crate) fn forecasts(call: &Call<'_>) -> Result<Reply, Fault> {
    let day = call.app.clock.day();
    let all = call.app.read(|site| site.forecasts().map_err(Fault::from))?;
    let one = |f: &detente_ledger::site::Registered| {
        let mut value = serde_json::to_value(f).unwrap_or_default();
        value["state"] = record::state(f, day).into();
        value
    };
    let items: Vec<Value> = all.iter().map(one).collect();
    Ok(Reply::json(&json!({"items": items, "score": record::scored(&all, day)})))
}

/// `/api/v1/forecasts.csv`.
pub(crate) fn forecasts_csv(call: &Call<'_>) -> Result<Reply, Fault> {
    let day = call.app.clock.day();
    let all = call.app.read(|site| site.forecasts().map_err(Fault::from))?;
    let head = ["id", "question_en", "question_ar", "registered", "closes", "probability", "state", "source", "hash"];
    let row = |f: &detente_ledger::site::Registered| {
        let source = f.verdicts.last().map(|v| v.source.clone()).unwrap_or_default();
        let c = &f.criteria;
        let (closes, chance) = (c.closes.to_string(), c.chance.to_string());
        let state = record::state(f, day).to_owned();
        vec![
            f.id.to_string(),
            c.question.en.clone(),
            c.question.ar.clone(),
            f.time.clone(),
            closes,
            chance,
            state,
            source,
            f.hash.clone(),
        ]
    };
    Ok(Reply::new("text/csv; charset=utf-8", csv(&head, &all.iter().map(row).collect::<Vec<_>>())))
}

/// `/api/v1/dyads/{dyad}`.
pub(crate) fn relation(call: &Call<'_>) -> Result<Reply, Fault> {
    let pair = dyad::named(call.param("dyad"))?;
    let day = call.app.clock.day();
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let words = format!("{} {}", pair.a, pair.b);
    let records = call.app.read(|site| dyad::records(site, &words, |r| r.item.dyads().contains(&pair)))?;
    let stands = standing::standing(&pair, &records, base, day);
    let treaties: Vec<&str> =
        base.treaties_among(day, &[pair.a.clone(), pair.b.clone()]).iter().map(|(t, _)| t.id.as_str()).collect();
    Ok(Reply::json(&json!({
        "dyad": dyad::key(&pair), "as_of": day.to_string(), "sign": dyad::sign_name(stands.sign), "status": stands.status,
        "since": stands.since.map(|d| d.to_string()), "evidence": stands.why, "treaties": treaties, "records": records,
    })))
}

fn of_treaty(t: &TreatyText, clauses: bool) -> Value {
    let parties: Vec<String> = t.parties.iter().map(|p| p.code.to_string()).collect();
    let mut out = json!({
        "id": t.id, "name": t.name, "parties": parties, "signed": t.signed.to_string(),
        "in_force": t.in_force.map(|d| d.to_string()), "ended": t.ended.map(|d| d.to_string()), "confidence": t.confidence,
    });
    if clauses {
        let all: Vec<Value> = t.clauses.iter().map(|c| json!({"type": c.kind, "article": c.article, "text": c.text})).collect();
        out["clauses"] = all.into();
    }
    out
}

/// `/api/v1/treaties`.
pub(crate) fn treaties(_: &Call<'_>) -> Result<Reply, Fault> {
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let items: Vec<Value> = base.treaties().iter().map(|t| of_treaty(t, false)).collect();
    Ok(Reply::json(&json!({"items": items, "next": null})))
}

/// `/api/v1/treaties/{id}`.
pub(crate) fn treaty(call: &Call<'_>) -> Result<Reply, Fault> {
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    base.treaty(call.param("id")).map(|t| Reply::json(&of_treaty(t, true))).ok_or(Fault::NotFound)
}

/// `/api/v1/polls/{id}`.
pub(crate) fn poll(call: &Call<'_>) -> Result<Reply, Fault> {
    let id = call.number("id")?;
    call.app.read(|site| Ok(Reply::json(&poll::json(&site.poll(id)?)).own()))
}
