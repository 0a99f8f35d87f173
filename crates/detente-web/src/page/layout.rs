//! What every page has around it: head, navigation, foot.

use detente_codebook::{Language, Phrase};
use detente_ledger::site::Site;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::app::{Profile, profile};
use crate::assets::style_address;
use crate::call::Call;
use crate::card;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, other};

/// A page before its surroundings.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// The title.
    pub(crate) title: String,
    /// What it is, in one sentence.
    pub(crate) description: String,
    /// Its address below the language, in Arabic and in English.
    pub(crate) path: Phrase,
    /// Whether search engines are to list it.
    pub(crate) hidden: bool,
    /// Lines for the head.
    pub(crate) head: Markup,
    /// The content.
    pub(crate) main: Markup,
    /// Whether it is an article.
    pub(crate) article: bool,
    /// The address of its own card below the language; that of the centre where it is empty.
    pub(crate) card: String,
}

/// Empty markup.
pub(crate) fn none() -> Markup {
    PreEscaped(String::new())
}

/// The same address in both languages.
pub(crate) fn same(path: &str) -> Phrase {
    Phrase { ar: path.to_owned(), en: path.to_owned() }
}

/// The page with its surroundings.
pub(crate) fn page(call: &Call<'_>, site: &Site, sheet: &Sheet) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let profile = profile(site)?;
    let categories = site.categories()?;
    let around = Around { call, tongue, profile: &profile, categories: &categories, sheet };
    Ok(Reply::html(around.document().into_string()))
}

struct Around<'a> {
    call: &'a Call<'a>,
    tongue: Tongue,
    profile: &'a Profile,
    categories: &'a [(String, u32)],
    sheet: &'a Sheet,
}

impl Around<'_> {
    fn say(&self, id: &str) -> String {
        self.tongue.say(id)
    }

    fn root(&self) -> String {
        format!("/{}", self.tongue.0.tag())
    }

    fn address(&self, language: Language) -> String {
        self.call.app.address(language, self.sheet.path.get(language))
    }

    fn name(&self) -> String {
        name(self.profile, self.tongue)
    }

    fn document(&self) -> Markup {
        let language = self.tongue.0;
        html! {
            (DOCTYPE)
            html lang=(language.tag()) dir=(language.dir()) {
                (self.head())
                body.site {
                    a.skip href="#main" { (self.say("site-skip")) }
                    (self.banner())
                    main.wrap #main tabindex="-1" { (self.sheet.main) }
                    (self.foot())
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let title = format!("{} · {}", self.sheet.title, self.name());
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(self.sheet.description);
                @if self.sheet.hidden { meta name="robots" content="noindex"; }
                title { (title) }
                link rel="icon" type="image/svg+xml" href="/assets/icon.svg";
                link rel="stylesheet" href=(style_address());
                (self.alternates())
                (self.card())
                (self.sheet.head)
                script src="/assets/site.js" defer {}
            }
        }
    }

    fn alternates(&self) -> Markup {
        html! {
            link rel="canonical" href=(self.address(self.tongue.0));
            link rel="alternate" hreflang="ar" href=(self.address(Language::Ar));
            link rel="alternate" hreflang="en" href=(self.address(Language::En));
            link rel="alternate" hreflang="x-default" href=(self.address(Language::Ar));
            link rel="alternate" type="application/atom+xml" title=(self.name()) href=(format!("{}/feed.atom", self.root()));
        }
    }

    fn card(&self) -> Markup {
        let locale = if self.tongue.0 == Language::Ar { "ar_AR" } else { "en_GB" };
        let own = if self.sheet.card.is_empty() { "/card.png" } else { self.sheet.card.as_str() };
        html! {
            meta property="og:type" content=(if self.sheet.article { "article" } else { "website" });
            meta property="og:title" content=(self.sheet.title);
            meta property="og:description" content=(self.sheet.description);
            meta property="og:url" content=(self.address(self.tongue.0));
            meta property="og:site_name" content=(self.name());
            meta property="og:locale" content=(locale);
            meta property="og:image" content=(self.call.app.address(self.tongue.0, own));
            meta property="og:image:type" content="image/png";
            meta property="og:image:width" content=(card::WIDTH);
            meta property="og:image:height" content=(card::HEIGHT);
            meta property="og:image:alt" content=(self.sheet.title);
            meta name="twitter:card" content="summary_large_image";
        }
    }

    fn banner(&self) -> Markup {
        let to = other(self.tongue.0);
        html! {
            header.banner {
                div.wrap {
                    a.name href=(format!("{}/", self.root())) { (self.name()) }
                    a.tongue lang=(to.tag()) hreflang=(to.tag()) href=(format!("/{}{}", to.tag(), self.sheet.path.get(to))) {
                        (Tongue(to).say("site-own-name"))
                    }
                    nav aria-label=(self.say("site-navigation")) { ul { (self.links()) } }
                }
                @if self.profile.demo { p.demo { (self.say("site-demo")) } }
            }
        }
    }

    fn links(&self) -> Markup {
        let entry = |path: &str, words: String| {
            let href = format!("{}{path}", self.root());
            let here = self.call.path == href;
            html! { li { a href=(href) aria-current=[here.then_some("page")] { (words) } } }
        };
        html! {
            @for (key, _) in self.categories.iter().take(6) {
                (entry(&format!("/c/{key}"), category(self.profile, key, self.tongue)))
            }
            (entry("/ask", self.say("site-ask")))
            (entry("/record", self.say("site-record")))
            (entry("/tv", self.say("site-tv")))
            (entry("/search", self.say("site-search")))
        }
    }

    fn foot(&self) -> Markup {
        html! {
            footer.foot {
                div.wrap {
                    p { (self.tongue.phrase(&self.profile.tagline)) }
                    nav aria-label=(self.say("site-more")) { ul {
                        li { a href=(format!("{}/newsletter", self.root())) { (self.say("site-newsletter")) } }
                        li { a href=(format!("{}/feed.atom", self.root())) { (self.say("site-feed")) } }
                        li { a href="/api/v1/openapi.json" { (self.say("site-api")) } }
                        @for f in &self.profile.follow {
                            li { a href=(f.url) rel="me noreferrer" { (self.say("site-follow")) " " bdi { (f.name) } } }
                        }
                        @if let Some(contact) = &self.profile.contact {
                            li { a href=(format!("mailto:{contact}")) dir="ltr" { (contact) } }
                        }
                    } }
                    p.made { (self.say("site-made")) }
                }
            }
        }
    }
}

/// The files beside tables and pictures.
pub(crate) fn files(tongue: Tongue, files: &[(&str, String)]) -> Markup {
    html! {
        ul.files aria-label=(tongue.say("site-files")) { @for (name, href) in files { li { a href=(href) dir="ltr" { (name) } } } }
    }
}

/// The name of the centre.
pub(crate) fn name(profile: &Profile, tongue: Tongue) -> String {
    let name = tongue.of(&profile.name);
    if name.is_empty() { tongue.say("site-name") } else { name.to_owned() }
}

/// The name of a category; the key itself when it has none.
pub(crate) fn category(profile: &Profile, key: &str, tongue: Tongue) -> String {
    profile.categories.get(key).map_or_else(|| key.to_owned(), |p| tongue.of(p).to_owned())
}
