//! Composing a brief: a question, answered from the text and the ledger, becomes a draft.

use detente::{Asked, Manner, Sources, ask};
use detente_codebook::Phrase;
use detente_ledger::site::{Head, Role};
use maud::html;

use super::take::article;
use super::{frame, guard};
use crate::call::Call;
use crate::draft::draft;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, language_of};

/// `/desk/compose/{digest}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Analyst)?;
    let tongue = Tongue(call.preferred());
    let article = call.app.read(|site| article(&site.ledger().captured(call.param("digest"))?.ok_or(Fault::NotFound)?))?;
    let question = article.coding.document.question.as_ref().map_or_else(|| article.source.title.clone(), |q| q.exact.clone());
    let fields = html! {
        (frame::field(tongue, "desk-question", "question", &question, None))
        p.note { (tongue.say("desk-formal")) }
        (frame::field(tongue, "desk-shift", "shift", "", None))
        (frame::field(tongue, "desk-on", "on", "", None))
        (frame::field(tongue, "desk-as-of", "as_of", &article.day().unwrap_or_else(|| call.app.clock.day()).to_string(), None))
        (frame::field(tongue, "desk-category", "category", "", None))
        button { (tongue.say("desk-compose")) }
    };
    frame::show(call, &member, "desk-compose", &frame::form(call, &member, call.path, &fields))
}

/// `POST /desk/compose/{digest}`.
pub(crate) fn make(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Analyst)?;
    let given = |name: &str| Some(call.field(name)).filter(|v| !v.is_empty());
    let today = call.app.clock.day();
    let as_of = given("as_of")
        .map_or(Ok(today), |d| d.parse().map_err(|_| Fault::Invalid("as of: a day such as 2025-02-27".to_owned())))?;
    if as_of > today {
        return Err(Fault::Invalid("as of: today or earlier".to_owned()));
    }
    let asked = Asked { words: given("question"), shift: given("shift"), on: given("on"), as_of, horizon: 5 };
    let question = asked.read().map_err(|e| Fault::Invalid(e.to_string()))?;
    let made = call.app.read(|site| {
        let article = article(&site.ledger().captured(call.param("digest"))?.ok_or(Fault::NotFound)?)?;
        let sources = Sources { articles: std::slice::from_ref(&article), ledger: Some(site.ledger()) };
        let brief = ask(question, &sources, &Manner::default()).map_err(|e| Fault::Failed(e.to_string()))?;
        let language = language_of(article.text.as_str());
        let mut title = brief.question.as_ref().map(|q| q.restated.clone()).unwrap_or_default();
        match language {
            detente_codebook::Language::Ar => title.ar.clone_from(&article.source.title),
            detente_codebook::Language::En => title.en.clone_from(&article.source.title),
        }
        let head = Head {
            title,
            category: given("category").unwrap_or("general").to_owned(),
            byline: both(member.name()),
            language,
            ..Head::default()
        };
        draft(&brief, head).map_err(|e| Fault::Failed(e.to_string()))
    })?;
    let stamp = call.app.stamp(member.name(), "composed at the desk");
    let id = call.app.note(|site| site.draft(&made, &stamp).map_err(Fault::from))?;
    Ok(Reply::see(&format!("/desk/b/{id}")))
}

fn both(words: &str) -> Phrase {
    Phrase { ar: words.to_owned(), en: words.to_owned() }
}
