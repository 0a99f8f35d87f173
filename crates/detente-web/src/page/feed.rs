//! Atom feeds: of the site, of a language, of a category, of a relation. RFC 4287.

use detente_codebook::Language;
use detente_ledger::site::{Listed, Site, Topic, Wanted};
use maud::{Markup, PreEscaped, html};

use super::{brief, dyad, layout, link};
use crate::app::{Profile, profile};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::Tongue;

/// How many briefs a feed has.
const MOST: u32 = 30;

/// `/feed.atom`: all briefs, each in the language in which it was written.
pub(crate) fn site(call: &Call<'_>) -> Result<Reply, Fault> {
    let all = Wanted { limit: MOST, ..Wanted::default() };
    feed(call, None, &all, |profile, _| Ok(Tongue(Language::Ar).of(&profile.name).to_owned()))
}

/// `/{lang}/feed.atom`.
pub(crate) fn language(call: &Call<'_>) -> Result<Reply, Fault> {
    let all = Wanted { limit: MOST, ..Wanted::default() };
    feed(call, Some(call.language()), &all, |profile, tongue| Ok(tongue.of(&profile.name).to_owned()))
}

/// `/{lang}/c/{key}/feed.atom`.
pub(crate) fn category(call: &Call<'_>) -> Result<Reply, Fault> {
    let key = call.param("key");
    let wanted = Wanted { category: Some(key.to_owned()), limit: MOST, ..Wanted::default() };
    feed(call, Some(call.language()), &wanted, |profile, tongue| {
        if !profile.categories.contains_key(key) {
            return Err(Fault::NotFound);
        }
        Ok(format!("{} · {}", tongue.of(&profile.name), layout::category(profile, key, tongue)))
    })
}

/// `/{lang}/d/{dyad}/feed.atom`.
pub(crate) fn relation(call: &Call<'_>) -> Result<Reply, Fault> {
    let pair = dyad::named(call.param("dyad"))?;
    let topic = Topic { kind: "dyad".to_owned(), key: dyad::key(&pair) };
    let wanted = Wanted { topic: Some(topic), limit: MOST, ..Wanted::default() };
    feed(call, Some(call.language()), &wanted, |profile, tongue| {
        Ok(format!("{} · {}", tongue.of(&profile.name), tongue.dyad(&pair)))
    })
}

type Title<'a> = &'a dyn Fn(&Profile, Tongue) -> Result<String, Fault>;

fn feed(
    call: &Call<'_>,
    language: Option<Language>,
    wanted: &Wanted,
    title: impl Fn(&Profile, Tongue) -> Result<String, Fault>,
) -> Result<Reply, Fault> {
    let drawn = call.app.read(|site| draw(call, site, language, wanted, &title))?;
    let document = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}", drawn.into_string());
    Ok(Reply::new("application/atom+xml; charset=utf-8", document))
}

fn draw(call: &Call<'_>, site: &Site, language: Option<Language>, wanted: &Wanted, title: Title<'_>) -> Result<Markup, Fault> {
    let profile = profile(site)?;
    let tongue = Tongue(language.unwrap_or_default());
    let found = site.list(wanted)?;
    let entries: Vec<Markup> =
        found.iter().map(|l| entry(call, site, l, language.unwrap_or(l.head.language))).collect::<Result<_, _>>()?;
    let own = format!("{}{}", call.app.config.origin, call.path);
    let updated = found.iter().map(|l| l.changed.as_str()).max().unwrap_or("1970-01-01T00:00:00Z");
    Ok(html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=[language.map(Language::tag)] {
            id { (own) }
            title { (title(&profile, tongue)?) }
            updated { (updated) }
            author { name { (tongue.of(&profile.name)) } }
            (PreEscaped(tag_link("self", "application/atom+xml", &own)))
            @for e in &entries { (e) }
        }
    })
}

/// A `link` of XML, which unlike that of HTML is closed.
fn tag_link(rel: &str, kind: &str, href: &str) -> String {
    let href = href.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    format!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{href}\"/>")
}

fn entry(call: &Call<'_>, site: &Site, listed: &Listed, language: Language) -> Result<Markup, Fault> {
    let tongue = Tongue(language);
    let version = site.version(listed.id, listed.version)?.ok_or(Fault::NotFound)?;
    let whole = brief::read(&version)?;
    let address = call.app.address(language, &link::brief(listed.id, &listed.head, language));
    let text = html! {
        div lang=(language.tag()) dir=(language.dir()) {
            p { (tongue.of(&listed.head.summary)) }
            @for sentence in &whole.answer { p { (tongue.of(&sentence.text)) } }
            @for finding in &whole.findings {
                h3 { (tongue.of(&finding.title)) }
                ul { @for claim in &finding.claims { li { (tongue.of(&claim.text)) } } }
            }
        }
    };
    Ok(html! {
        entry xml:lang=(language.tag()) {
            id { (format!("{}/b/{}", call.app.config.origin, listed.id)) }
            title { (tongue.of(&listed.head.title)) }
            (PreEscaped(tag_link("alternate", "text/html", &address)))
            published { (listed.published) }
            updated { (listed.changed) }
            summary { (tongue.of(&listed.head.summary)) }
            content type="html" { (text.into_string()) }
        }
    })
}
