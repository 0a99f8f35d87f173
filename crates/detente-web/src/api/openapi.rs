//! The OpenAPI 3.1 document, made from the list of routes.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::route::{Class, Route};
use crate::routes::ROUTES;

/// What may stand after the question mark of a route.
fn queries(path: &str) -> &'static [(&'static str, &'static str)] {
    match path {
        "/" => &[("p", "The number of a brief: leads to its page")],
        "/api/v1/briefs" => &[
            ("after", "The cursor `next` of the page before"),
            ("limit", "How many, from 1 to 100"),
            ("category", "Only of this category"),
            ("dyad", "Only about this relation, such as RUS-IRN"),
        ],
        p if p.ends_with("/search") || p.ends_with("/ask") => &[("q", "The words")],
        p if p.contains("/c/{key}") && !p.ends_with(".atom") => &[("after", "The place after which the page begins")],
        p if p.contains("/s/{digest}") => &[("from", "The first code point to be marked"), ("to", "One past the last")],
        _ => &[],
    }
}

fn parameters(path: &str) -> Vec<Value> {
    let names = path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}'));
    let in_path = names.map(|n| json!({"name": n, "in": "path", "required": true, "schema": {"type": "string"}}));
    let text = json!({"type": "string"});
    let asked = queries(path).iter().map(|(n, about)| json!({"name": n, "in": "query", "description": about, "schema": text}));
    in_path.chain(asked).collect()
}

fn media(route: &Route) -> &'static str {
    match (route.class, route.path) {
        (_, p) if p.ends_with(".atom") => "application/atom+xml",
        (_, p) if p.ends_with(".csv") => "text/csv",
        (_, p) if p.ends_with(".png") => "image/png",
        (_, "/sitemap.xml") => "application/xml",
        (_, "/robots.txt") => "text/plain",
        (_, p) if p.starts_with("/api/") => "application/json",
        (Class::Asset, _) => "application/octet-stream",
        _ => "text/html",
    }
}

fn operation(route: &Route) -> Value {
    let problem = json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
    let mut responses = json!({"200": {"description": "As asked", "content": {media(route): {}}}});
    let api = route.path.starts_with("/api/");
    if api {
        responses["default"] = json!({"description": "A problem (RFC 9457)", "content": problem});
    }
    let mut out = json!({"summary": route.about, "parameters": parameters(route.path), "responses": responses});
    if route.method == "POST" {
        let kind = if api { "application/json" } else { "application/x-www-form-urlencoded" };
        out["requestBody"] =
            json!({"required": true, "content": {kind: {"schema": {"type": "object", "properties": sent(route.path)}}}});
    }
    out
}

/// The fields of what is sent to a route of the API.
fn sent(path: &str) -> Value {
    let text = json!({"type": "string"});
    match path {
        "/api/v1/polls/{id}/votes" => json!({"ticket": text, "form": text, "answer": {"type": "integer", "minimum": 0}}),
        "/api/v1/newsletter" => {
            json!({"form": text, "address": {"type": "string", "format": "email"}, "language": {"enum": ["ar", "en"]}})
        }
        _ => json!({}),
    }
}

/// The document.
pub(crate) fn document(origin: &str) -> Value {
    let mut paths = Map::new();
    for route in ROUTES {
        let entry = paths.entry(route.path.to_owned()).or_insert_with(|| json!({}));
        entry[route.method.to_lowercase()] = operation(route);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Détente", "version": env!("CARGO_PKG_VERSION"),
            "description": "The data of this site; besides reading, a program may vote and ask for the newsletter, under the rules of the forms. Lists are paged by the cursor `next`; answers carry an ETag; 120 requests at once and two a second are free, see the RateLimit line.",
        },
        "servers": [{"url": origin}],
        "paths": paths,
        "components": {"schemas": {"Problem": {
            "type": "object", "required": ["type", "title", "status"],
            "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "instance": {"type": "string"}},
        }}},
    })
}

/// `/api/v1/openapi.json`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    Ok(Reply::json(&document(&call.app.config.origin)))
}
