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
        (_, "/sitemap.xml") => "application/xml",
        (_, "/robots.txt") => "text/plain",
        (Class::Api, _) => "application/json",
        (Class::Asset, _) => "application/octet-stream",
        _ => "text/html",
    }
}

fn operation(route: &Route) -> Value {
    let problem = json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
    let mut responses = json!({"200": {"description": "As asked", "content": {media(route): {}}}});
    if route.class == Class::Api {
        responses["default"] = json!({"description": "A problem (RFC 9457)", "content": problem});
    }
    let mut out = json!({"summary": route.about, "parameters": parameters(route.path), "responses": responses});
    if route.method == "POST" {
        out["requestBody"] = json!({"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}});
    }
    out
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
            "description": "The data of this site, read only. Lists are paged by the cursor `next`; answers carry an ETag; 120 requests at once and two a second are free, see the RateLimit line.",
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
