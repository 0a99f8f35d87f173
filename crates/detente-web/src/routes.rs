//! Every route of the site. The router, the OpenAPI document and its test are made from this list.

use crate::page::{self, actor, ask, brief, dyad, feed, home, record, search, sitemap, snapshot, treaty, tv, why};
use crate::route::{Class, Route};
use crate::{assets, call::Call, fault::Fault, reply::Reply};

const fn get(path: &'static str, run: fn(&Call<'_>) -> Result<Reply, Fault>, class: Class, about: &'static str) -> Route {
    Route { method: "GET", path, run, class, about }
}

/// Every route of the site.
pub const ROUTES: &[Route] = &[
    get("/", home::root, Class::Page, "The front page in the reader's language; with ?p=ID the way to a brief"),
    get("/b/{id}", page::short, Class::Page, "The short link of a brief"),
    get("/b/{id}/v/{n}", brief::frozen, Class::Page, "A frozen version of a brief"),
    get("/assets/{name}", assets::file, Class::Asset, "Style, fonts and script"),
    get("/feed.atom", feed::site, Class::Page, "Atom feed of all briefs"),
    get("/sitemap.xml", sitemap::map, Class::Page, "The map of the site"),
    get("/robots.txt", sitemap::robots, Class::Page, "What search engines may fetch"),
    get("/ar/", home::front, Class::Page, "The front page in Arabic"),
    get("/en/", home::front, Class::Page, "The front page in English"),
    get("/ar/b/{id}", brief::latest, Class::Page, "A brief in Arabic, by number"),
    get("/en/b/{id}", brief::latest, Class::Page, "A brief in English, by number"),
    get("/ar/b/{id}/{slug}", brief::latest, Class::Page, "A brief in Arabic"),
    get("/en/b/{id}/{slug}", brief::latest, Class::Page, "A brief in English"),
    get("/ar/b/{id}/v/{n}", brief::frozen, Class::Page, "A frozen version in Arabic"),
    get("/en/b/{id}/v/{n}", brief::frozen, Class::Page, "A frozen version in English"),
    get("/ar/b/{id}/why/{claim}", why::show, Class::Page, "Why a claim is made, in Arabic"),
    get("/en/b/{id}/why/{claim}", why::show, Class::Page, "Why a claim is made, in English"),
    get("/ar/s/{digest}", snapshot::show, Class::Page, "A captured text, in an Arabic page"),
    get("/en/s/{digest}", snapshot::show, Class::Page, "A captured text, in an English page"),
    get("/ar/c/{key}", home::category, Class::Page, "A category in Arabic"),
    get("/en/c/{key}", home::category, Class::Page, "A category in English"),
    get("/ar/d/{dyad}", dyad::show, Class::Page, "A relation in Arabic"),
    get("/en/d/{dyad}", dyad::show, Class::Page, "A relation in English"),
    get("/ar/a/{code}", actor::show, Class::Page, "An actor in Arabic"),
    get("/en/a/{code}", actor::show, Class::Page, "An actor in English"),
    get("/ar/t/{id}", treaty::show, Class::Page, "A treaty in Arabic"),
    get("/en/t/{id}", treaty::show, Class::Page, "A treaty in English"),
    get("/ar/ask", ask::show, Class::Work, "Ask a question in an Arabic page"),
    get("/en/ask", ask::show, Class::Work, "Ask a question in an English page"),
    get("/ar/search", search::show, Class::Work, "Search in an Arabic page"),
    get("/en/search", search::show, Class::Work, "Search in an English page"),
    get("/ar/record", record::show, Class::Page, "The track record in Arabic"),
    get("/en/record", record::show, Class::Page, "The track record in English"),
    get("/ar/tv", tv::show, Class::Page, "Appearances, in Arabic"),
    get("/en/tv", tv::show, Class::Page, "Appearances, in English"),
    get("/ar/feed.atom", feed::language, Class::Page, "Atom feed in Arabic"),
    get("/en/feed.atom", feed::language, Class::Page, "Atom feed in English"),
    get("/ar/c/{key}/feed.atom", feed::category, Class::Page, "Atom feed of a category in Arabic"),
    get("/en/c/{key}/feed.atom", feed::category, Class::Page, "Atom feed of a category in English"),
    get("/ar/d/{dyad}/feed.atom", feed::relation, Class::Page, "Atom feed of a relation in Arabic"),
    get("/en/d/{dyad}/feed.atom", feed::relation, Class::Page, "Atom feed of a relation in English"),
];
