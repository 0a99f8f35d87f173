//! The page of a brief, its frozen versions, and what can be taken away from it.

use detente::Brief;
use detente::brief::Evidence;
use detente_codebook::{Dyad, Language, Phrase};
use detente_ledger::site::{BriefId, Listed, Site, State, Version};
use detente_lens::Arg;
use maud::{Markup, PreEscaped, html};

use super::layout::{self, Sheet, page};
use super::{card, link};
use crate::app::{Profile, profile};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code};

/// The body of a version.
pub(crate) fn read(version: &Version) -> Result<Brief, Fault> {
    serde_json::from_str(&version.body).map_err(|e| Fault::Failed(format!("brief {}: {e}", version.brief)))
}

/// A brief that readers may see, or why not.
pub(crate) fn seen(site: &Site, id: i64) -> Result<Listed, Fault> {
    let listed = site.listed(BriefId(id))?;
    match listed.state {
        State::Withdrawn => Err(Fault::Gone(listed.withdrawn.unwrap_or_default())),
        _ => Ok(listed),
    }
}

/// `/{lang}/b/{id}/{slug}` and `/{lang}/b/{id}`: the latest version, under its own address only.
pub(crate) fn latest(call: &Call<'_>) -> Result<Reply, Fault> {
    let language = call.language();
    call.app.read(|site| {
        let listed = seen(site, call.number("id")?)?;
        let own = format!("/{}{}", language.tag(), link::brief(listed.id, &listed.head, language));
        if call.path != own {
            return Ok(Reply::moved(&own));
        }
        let version = site.version(listed.id, listed.version)?.ok_or(Fault::NotFound)?;
        draw(call, site, &listed, &version)
    })
}

/// `/b/{id}/v/{n}` and `/{lang}/b/{id}/v/{n}`: a frozen version, for citations.
pub(crate) fn frozen(call: &Call<'_>) -> Result<Reply, Fault> {
    call.app.read(|site| {
        let listed = seen(site, call.number("id")?)?;
        let version = site.version(listed.id, call.number("n")?)?.ok_or(Fault::NotFound)?;
        if call.path.starts_with("/b/") {
            let language = version.head.language.tag();
            return Ok(Reply::moved(&format!("/{language}{}", call.path)));
        }
        draw(call, site, &listed, &version)
    })
}

/// The files of a version that its page names.
const FILES: [&str; 8] =
    ["brief.json", "evidence.csv", "timeline.csv", "network.csv", "network.graphml", "network.gexf", "cite.bib", "cite.json"];

struct Drawn<'a> {
    call: &'a Call<'a>,
    tongue: Tongue,
    profile: Profile,
    listed: &'a Listed,
    version: &'a Version,
    brief: Brief,
    history: Vec<Version>,
}

fn draw(call: &Call<'_>, site: &Site, listed: &Listed, version: &Version) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let history = site.versions(listed.id)?;
    let drawn = Drawn { call, tongue, profile: profile(site)?, listed, version, brief: read(version)?, history };
    let path = Phrase { ar: drawn.own(Language::Ar), en: drawn.own(Language::En) };
    let sheet = Sheet {
        title: tongue.of(&version.head.title).to_owned(),
        description: drawn.description(),
        path,
        hidden: !drawn.is_latest(),
        head: drawn.linked_data(),
        main: drawn.main(),
        article: true,
        card: card::address(listed.id, version.number),
    };
    page(call, site, &sheet)
}

/// Where the captured text behind a record is shown, at the words quoted.
pub(crate) fn captured(evidence: &Evidence, language: Language) -> Option<String> {
    let quote = evidence.quote.as_ref()?;
    let digest = evidence.source.digest.as_ref()?;
    Some(format!("/{}/s/{digest}?from={}&to={}#quote", language.tag(), quote.start, quote.end))
}

impl Drawn<'_> {
    fn is_latest(&self) -> bool {
        self.version.number == self.listed.version
    }

    fn own(&self, language: Language) -> String {
        if self.is_latest() {
            link::brief(self.listed.id, &self.version.head, language)
        } else {
            format!("/b/{}/v/{}", self.listed.id, self.version.number)
        }
    }

    fn description(&self) -> String {
        let summary = self.tongue.of(&self.version.head.summary);
        let first = || self.brief.answer.first().map(|s| self.tongue.of(&s.text).to_owned()).unwrap_or_default();
        if summary.is_empty() { first() } else { summary.to_owned() }
    }

    fn main(&self) -> Markup {
        let language = self.tongue.0;
        let at = |e: &Evidence| captured(e, language);
        let inside = detente::render::inside(&self.brief, language, &at);
        html! {
            article.brief {
                (self.head())
                (self.notes())
                (inside.contents)
                (inside.sections)
                (self.tools())
            }
        }
    }

    fn head(&self) -> Markup {
        let t = self.tongue;
        let head = &self.version.head;
        html! {
            header.brief-head {
                p.kicker { a href=(format!("/{}/c/{}", t.0.tag(), head.category)) { (layout::category(&self.profile, &head.category, t)) } }
                h1 { (t.phrase(&head.title)) }
                @if !t.of(&head.summary).is_empty() { p.summary { (t.phrase(&head.summary)) } }
                p.byline {
                    @if !t.of(&head.byline).is_empty() { span { (t.phrase(&head.byline)) } }
                    span { (t.time(&self.listed.published)) }
                    span { (t.say("site-short")) " " (code(&format!("{}/?p={}", self.call.app.config.origin, self.listed.id))) }
                }
                (self.about())
            }
        }
    }

    /// The relations that the brief is about.
    fn about(&self) -> Markup {
        let t = self.tongue;
        let dyads: Vec<&Dyad> = self.brief.question.iter().flat_map(|q| [&q.shift.dyad, &q.target]).collect();
        html! {
            @if !dyads.is_empty() {
                p.about { (t.say("site-about")) ": "
                    @for (n, d) in dyads.iter().enumerate() {
                        @if n > 0 { " · " }
                        a href=(format!("/{}{}", t.0.tag(), link::dyad(d))) { (t.dyad(d)) }
                    }
                }
            }
        }
    }

    /// That this is an old version; what was corrected, and when.
    fn notes(&self) -> Markup {
        let t = self.tongue;
        let corrected: Vec<&Version> =
            self.history.iter().filter(|v| v.note.is_some() && v.number <= self.version.number).collect();
        let latest = format!("/{}{}", t.0.tag(), link::brief(self.listed.id, &self.listed.head, t.0));
        html! {
            @if !self.is_latest() {
                p.notice { (t.count("site-old-version", self.version.number.unsigned_abs())) " "
                    a href=(latest) { (t.say("site-latest-version")) } }
            }
            @if !corrected.is_empty() {
                section.corrections aria-labelledby="corrections" {
                    h2 #corrections { (t.say("site-corrections")) }
                    ul { @for v in corrected { li {
                        (t.time(&v.time)) ": " @if let Some(note) = &v.note { (t.phrase(note)) } " "
                        a href=(format!("/{}/b/{}/v/{}", t.0.tag(), self.listed.id, v.number - 1)) { (t.say("site-before")) }
                    } } }
                }
            }
        }
    }

    fn tools(&self) -> Markup {
        let t = self.tongue;
        let file = |ending: &str| format!("/b/{}/v/{}/{ending}", self.listed.id, self.version.number);
        html! {
            section.cite aria-labelledby="cite" {
                h2 #cite { (t.say("site-cite")) }
                p { (self.citation()) }
                p.facts {
                    span { (t.count("site-version", self.version.number.unsigned_abs())) }
                    span { (t.say("site-digest")) " " (code(self.version.hash.get(..16).unwrap_or_default())) }
                    a href=(format!("/{}/b/{}/v/{}", t.0.tag(), self.listed.id, self.version.number)) { (t.say("site-frozen")) }
                }
                ul.files aria-label=(t.say("site-files")) {
                    @for name in FILES.iter().filter(|n| self.brief.network.is_some() || !n.starts_with("network")) {
                        li { a href=(file(name)) dir="ltr" { (name) } }
                    }
                }
            }
        }
    }

    fn citation(&self) -> Markup {
        let t = self.tongue;
        let address = format!("{}/b/{}/v/{}", self.call.app.config.origin, self.listed.id, self.version.number);
        let parts = [
            ("name", Arg::Text(t.of(&self.profile.name).to_owned())),
            ("title", Arg::Text(t.of(&self.version.head.title).to_owned())),
        ];
        html! { (t.with("site-citation", &parts)) " " (t.time(&self.version.time)) ". " (code(&address)) }
    }

    fn linked_data(&self) -> Markup {
        let head = &self.version.head;
        let address = self.call.app.address(self.tongue.0, &self.own(self.tongue.0));
        let document = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Report",
            "headline": self.tongue.of(&head.title),
            "description": self.description(),
            "inLanguage": self.tongue.0.tag(),
            "datePublished": self.listed.published,
            "dateModified": self.version.time,
            "author": {"@type": "Organization", "name": self.tongue.of(&self.profile.name)},
            "publisher": {"@type": "Organization", "name": self.tongue.of(&self.profile.name)},
            "articleSection": layout::category(&self.profile, &head.category, self.tongue),
            "version": self.version.number,
            "image": self.call.app.address(self.tongue.0, &card::address(self.listed.id, self.version.number)),
            "mainEntityOfPage": address,
            "url": address,
        });
        let safe = document.to_string().replace('<', "\\u003c");
        html! {
            meta property="article:published_time" content=(self.listed.published);
            meta property="article:modified_time" content=(self.version.time);
            script type="application/ld+json" { (PreEscaped(safe)) }
        }
    }
}
