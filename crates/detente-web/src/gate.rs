//! From HTTP to a [`Call`] and back: limits, time, size, the cache, the lines of every head.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts as _, RawPathParams, Request};
use axum::http::{HeaderMap, HeaderValue, Method, Response, header, request::Parts};
use axum::routing::{MethodRouter, get, post};
use tokio::sync::Semaphore;

use crate::app::App;
use crate::call::Call;
use crate::fault::Fault;
use crate::form::{self, Form, pairs};
use crate::limit::{Kind, Left};
use crate::page;
use crate::reply::{Keep, Ready, Reply};
use crate::route::{Class, Route};
use crate::routes::ROUTES;
use crate::server::Peer;

/// A form has at most so many bytes; an article that is pasted or sent as a file is one.
const MOST_BYTES: usize = 4 << 20;
/// A form of readers has at most so many bytes.
const FEW_BYTES: usize = 16 << 10;
/// An address has at most so many bytes.
const LONGEST: usize = 4 << 10;
/// No answer takes longer.
const LONGEST_WORK: Duration = Duration::from_secs(20);
/// Nor does a form take longer to arrive.
const LONGEST_FORM: Duration = Duration::from_secs(15);

/// What is shared between requests and the runtime.
#[derive(Debug)]
struct Gate {
    app: Arc<App>,
    free: Semaphore,
}

/// The router of all routes.
pub(crate) fn router(app: Arc<App>) -> Router {
    let free = Semaphore::new(app.config.most_at_once);
    let gate = Arc::new(Gate { app, free });
    let mut router = Router::new();
    for route in ROUTES {
        router = router.route(route.path, method(Arc::clone(&gate), route));
    }
    let (lost, wrong) = (Arc::clone(&gate), gate);
    router
        .fallback(move |request: Request| answer_fault(Arc::clone(&lost), request, Fault::NotFound))
        .method_not_allowed_fallback(move |request: Request| answer_fault(Arc::clone(&wrong), request, Fault::Method))
}

fn method(gate: Arc<Gate>, route: &'static Route) -> MethodRouter {
    let run = move |request: Request| answer(Arc::clone(&gate), route, request);
    if route.method == "POST" { post(run) } else { get(run) }
}

async fn answer(gate: Arc<Gate>, route: &'static Route, request: Request) -> Response<Body> {
    let (mut parts, body) = request.into_parts();
    let response = match worked(&gate, route, &mut parts, body).await {
        Ok(done) => done,
        Err((fault, seen)) => refuse(&gate.app, &fault, &seen, &parts.headers),
    };
    let mut response = secured(response, &gate.app, parts.uri.path().starts_with("/api/"));
    if parts.method == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

async fn answer_fault(gate: Arc<Gate>, request: Request, fault: Fault) -> Response<Body> {
    let (mut parts, _) = request.into_parts();
    let seen = Seen::of(&mut parts, &gate.app).await;
    let api = seen.path.starts_with("/api/");
    // A page says where to search; drawing it is work as any other.
    let Ok(_permit) = gate.free.try_acquire() else {
        return secured(refuse(&gate.app, &Fault::Busy, &seen, &parts.headers), &gate.app, api);
    };
    secured(refuse(&gate.app, &fault, &seen, &parts.headers), &gate.app, api)
}

/// What is known of a request before its body is read.
struct Seen {
    path: String,
    params: Vec<(String, String)>,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    remote: IpAddr,
}

impl Seen {
    async fn of(parts: &mut Parts, app: &App) -> Self {
        let params = RawPathParams::from_request_parts(parts, &()).await;
        let params = params.map(|all| all.iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect());
        Self {
            path: parts.uri.path().to_owned(),
            params: params.unwrap_or_default(),
            query: pairs(parts.uri.query().unwrap_or_default().as_bytes()),
            headers: parts.headers.clone(),
            remote: remote(parts, app),
        }
    }

    fn call<'a>(&'a self, app: &'a App, form: Form) -> Call<'a> {
        Call {
            app,
            path: &self.path,
            params: self.params.clone(),
            query: self.query.clone(),
            form: form.pairs,
            file: form.file,
            headers: self.headers.clone(),
            remote: self.remote,
        }
    }
}

/// Who asks: the other end of the connection, or whom the proxy in front names last.
fn remote(parts: &Parts, app: &App) -> IpAddr {
    let peer = parts.extensions.get::<ConnectInfo<Peer>>().map(|c| c.0.0.ip());
    let named = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok()).filter(|_| app.config.behind_proxy);
    let named = named.and_then(|v| v.rsplit(',').next()).and_then(|v| v.trim().parse().ok());
    named.or(peer).unwrap_or(IpAddr::from([0, 0, 0, 0]))
}

type Worked = Result<Response<Body>, (Fault, Arc<Seen>)>;

async fn worked(gate: &Arc<Gate>, route: &'static Route, parts: &mut Parts, body: Body) -> Worked {
    let key = cache_key(route, parts);
    look(gate);
    if let Some(ready) = key.and_then(|k| gate.app.cache.get(k)) {
        return Ok(ready.send(&parts.headers));
    }
    let key = key.map(str::to_owned);
    let seen = Arc::new(Seen::of(parts, &gate.app).await);
    if parts.uri.path_and_query().is_some_and(|p| p.as_str().len() > LONGEST) {
        return Err((Fault::TooLarge, seen));
    }
    let left = match limited(&gate.app, route, seen.remote) {
        Ok(left) => left,
        Err(fault) => return Err((fault, seen)),
    };
    let form = match sent(route, &seen, body).await {
        Ok(form) => form,
        Err(fault) => return Err((fault, seen)),
    };
    let Ok(_permit) = gate.free.try_acquire() else { return Err((Fault::Busy, seen)) };
    let turn = gate.app.cache.turn();
    let mut reply = match run(gate, route, Arc::clone(&seen), form).await {
        Ok(reply) => reply,
        Err(fault) => return Err((fault, seen)),
    };
    if let Some(left) = left {
        reply.headers.push(("ratelimit", format!("\"detente\";r={};t={}", left.remaining, left.reset)));
    }
    let keeps = reply.keep != Keep::Never && left.is_none();
    let ready = Arc::new(Ready::new(reply));
    if let Some(key) = key.filter(|_| keeps) {
        gate.app.cache.put(key, &ready, turn);
    }
    Ok(ready.send(&parts.headers))
}

/// Asks now and then, beside the request, whether another program has changed the database.
fn look(gate: &Arc<Gate>) {
    if gate.app.cache.is_due() {
        let app = Arc::clone(&gate.app);
        tokio::task::spawn_blocking(move || app.look());
    }
}

/// The key under which a page is kept: its address. The root answers by language and is not kept.
fn cache_key<'p>(route: &Route, parts: &'p Parts) -> Option<&'p str> {
    let same = matches!(route.class, Class::Page | Class::Work | Class::Asset) && parts.method != Method::POST;
    let short = parts.uri.path_and_query().map(|p| p.as_str()).filter(|p| p.len() <= 512);
    short.filter(|_| same && route.path != "/")
}

fn limited(app: &App, route: &Route, remote: IpAddr) -> Result<Option<Left>, Fault> {
    let kind = match route.class {
        Class::Work => Kind::Work,
        Class::Form => Kind::Form,
        Class::Api => Kind::Api,
        Class::Page | Class::Own | Class::Asset => return Ok(None),
    };
    let left = app.limits.take(kind, remote, app.clock.seconds()).map_err(Fault::TooMany)?;
    Ok((kind == Kind::Api).then_some(left))
}

async fn sent(route: &Route, seen: &Seen, body: Body) -> Result<Form, Fault> {
    if route.method != "POST" {
        return Ok(Form::default());
    }
    let most = if route.path.starts_with("/desk") { MOST_BYTES } else { FEW_BYTES };
    let bytes: Bytes = match tokio::time::timeout(LONGEST_FORM, to_bytes(body, most)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return Err(Fault::TooLarge),
        Err(_) => return Err(Fault::TimedOut),
    };
    let kind = seen.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    // A form that a page of another site can send is no JSON: browsers ask first, and are refused.
    let api = route.path.starts_with("/api/");
    let form = form::read(kind, &bytes).filter(|_| api == kind.starts_with("application/json"));
    let how = if api { "one object of application/json" } else { "application/x-www-form-urlencoded or multipart/form-data" };
    form.ok_or_else(|| Fault::Invalid(format!("what is sent here is {how}")))
}

/// Runs a route on a thread of its own, so that no other request waits for it.
async fn run(gate: &Arc<Gate>, route: &'static Route, seen: Arc<Seen>, form: Form) -> Result<Reply, Fault> {
    let app = Arc::clone(&gate.app);
    let work = tokio::task::spawn_blocking(move || (route.run)(&seen.call(&app, form)));
    match tokio::time::timeout(LONGEST_WORK, work).await {
        Ok(Ok(reply)) => reply,
        Ok(Err(e)) => Err(Fault::Failed(e.to_string())),
        Err(_) => Err(Fault::TimedOut),
    }
}

fn refuse(app: &App, fault: &Fault, seen: &Seen, asked: &HeaderMap) -> Response<Body> {
    if let Fault::Failed(what) = fault {
        (app.config.tell)(&format!("{}: {what}", seen.path));
    }
    let call = seen.call(app, Form::default());
    let reply = page::fault::reply(&call, fault);
    Ready::new(reply).send(asked)
}

const POLICY: &str = "default-src 'none'; object-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// The lines that every answer carries.
fn secured(mut response: Response<Body>, app: &App, api: bool) -> Response<Body> {
    let headers = response.headers_mut();
    let lines = [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
    ];
    for (name, value) in lines {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static(if api { "cross-origin" } else { "same-origin" }));
    if api {
        headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    }
    if app.config.is_secure() {
        headers.insert("strict-transport-security", HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    response
}
