//! The head of the page: what the brief was made from, and what it was asked.

use detente_lens::Arg;
use maud::{Markup, html};

use super::page::Page;
use super::words;
use crate::brief::{Asking, Head};
use crate::render::{command, label};
use crate::visible::shown;

/// The title as plain text: of the article, else the question.
pub(super) fn plain_title(page: Page<'_>) -> String {
    shown(&title(page))
}

fn title(page: Page<'_>) -> String {
    let article = page.brief.article.as_ref().map(|a| a.title.trim().to_owned()).filter(|t| !t.is_empty());
    let asked = page.brief.question.as_ref().map(|q| q.text.clone().unwrap_or_else(|| q.restated.get(page.language).to_owned()));
    article.or(asked).unwrap_or_else(|| page.say("page-untitled"))
}

/// The head: category, title, and the source with its byline, date and address.
pub(super) fn head(page: Page<'_>) -> Markup {
    let article = page.brief.article.as_ref();
    let category = article.and_then(|a| a.category.as_deref());
    html! {
        header.head {
            p.kicker {
                span.brand { (page.say("page-brief")) }
                @if let Some(category) = category { " · " (page.data(category)) }
            }
            h1 { (page.data(&title(page))) }
            @if let Some(article) = article { (source(page, article)) }
        }
    }
}

fn source(page: Page<'_>, article: &Head) -> Markup {
    let published = article.published.map(|d| page.say_with("page-published", "date", Arg::Date(d)));
    let language = page.say(&format!("page-language-{}", article.language.tag()));
    html! {
        p.byline {
            span { (page.say("page-source")) " " (language) }
            @if let Some(name) = &article.byline {
                span { (words::prose(name, page.language)) }
            }
            @if let Some(published) = published { span { (published) } }
            @if let Some(url) = &article.url { span { (words::address(url)) } }
        }
        p.digest { (page.say("page-digest")) " " (words::code(&article.digest)) }
    }
}

/// The question as asked, restated, and in codes; for a reading, that there is none.
pub(super) fn question(page: Page<'_>) -> Markup {
    let Some(asking) = &page.brief.question else {
        return html! { p { (page.say("page-no-question")) } };
    };
    html! {
        dl.asking {
            @if let Some(asked) = &asking.text { dt { (page.say("page-asked")) } dd.asked { (page.data(asked)) } }
            dt { (page.say("page-restated")) } dd.restated { (page.phrase(&asking.restated)) }
            dt { (page.say("page-formal")) } dd { (words::code(&command::formal(&asking.shift, &asking.target))) }
        }
        p.scope { (scope(page, asking)) }
    }
}

fn scope(page: Page<'_>, asking: &Asking) -> Markup {
    let as_of = label::with("page-as-of", &[("date", Arg::Text(label::day(asking.as_of, page.language)))], page.language);
    let horizon = page.say_with("page-horizon", "count", Arg::Count(u64::from(asking.horizon_years)));
    html! { span { (as_of) } " · " span { (horizon) } }
}
