//! Answers, and answers ready to be sent.

use std::io::{Read as _, Write as _};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use detente_codebook::Digest;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

/// Who may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Everyone, and asks again whether it has changed.
    Public,
    /// Everyone, for ever: the address changes with the content.
    Forever,
    /// Nobody.
    Never,
}

/// An answer before it is sent.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its media type.
    pub kind: &'static str,
    /// Its body.
    pub body: Vec<u8>,
    /// Further lines of its head.
    pub headers: Vec<(&'static str, String)>,
    /// Who may keep it.
    pub keep: Keep,
}

impl Reply {
    /// An answer of a media type.
    #[must_use]
    pub fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: StatusCode::OK, kind, body: body.into(), headers: Vec::new(), keep: Keep::Public }
    }

    /// A page.
    #[must_use]
    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// A JSON document.
    #[must_use]
    pub fn json(value: &serde_json::Value) -> Self {
        Self::new("application/json; charset=utf-8", value.to_string())
    }

    /// The way to another address, for ever.
    #[must_use]
    pub fn moved(to: &str) -> Self {
        Self { status: StatusCode::MOVED_PERMANENTLY, ..Self::new("text/plain; charset=utf-8", to) }.with("location", to)
    }

    /// The way to another page after a form.
    #[must_use]
    pub fn see(to: &str) -> Self {
        Self { status: StatusCode::SEE_OTHER, keep: Keep::Never, ..Self::new("text/plain; charset=utf-8", to) }
            .with("location", to)
    }

    /// With another status.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// With one more line in its head.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Kept by nobody.
    #[must_use]
    pub fn own(mut self) -> Self {
        self.keep = Keep::Never;
        self
    }
}

/// An answer ready to be sent. A long text is held compressed only, so that many pages can be kept;
/// the few who do not take it so wait a moment longer.
#[derive(Debug)]
pub(crate) struct Ready {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    packed: bool,
    tag: Option<(HeaderValue, HeaderValue)>,
}

/// Shorter bodies are not worth compressing.
const WORTH: usize = 1024;

impl Ready {
    pub(crate) fn new(reply: Reply) -> Self {
        let tag = (reply.status == StatusCode::OK && reply.keep != Keep::Never).then(|| tags(&reply.body)).flatten();
        let headers = head(&reply);
        let small = worth(&reply).then(|| compressed(&reply.body, reply.keep)).flatten();
        let packed = small.is_some();
        Self { status: reply.status, headers, body: Bytes::from(small.unwrap_or(reply.body)), packed, tag }
    }

    pub(crate) fn size(&self) -> usize {
        self.body.len() + 512
    }

    /// The answer to a request with these lines in its head.
    pub(crate) fn send(&self, asked: &HeaderMap) -> Response<Body> {
        let accepts =
            |name, what: &str| asked.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).is_some_and(|v| v.contains(what));
        let packed = self.packed && accepts(header::ACCEPT_ENCODING, "gzip");
        let tag = self.tag.as_ref().map(|(plain, small)| if packed { small } else { plain });
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        if let Some(tag) = tag {
            response.headers_mut().insert(header::ETAG, tag.clone());
            if tag.to_str().is_ok_and(|t| accepts(header::IF_NONE_MATCH, t)) {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
                return response;
            }
        }
        if packed {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        let body = if self.packed && !packed { unpacked(&self.body) } else { self.body.clone() };
        *response.body_mut() = Body::from(body);
        response
    }
}

fn head(reply: &Reply) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(16);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept(reply.keep)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    for (name, value) in &reply.headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.append(*name, value);
        }
    }
    headers
}

const fn kept(keep: Keep) -> &'static str {
    match keep {
        Keep::Public => "public, max-age=0, must-revalidate",
        Keep::Forever => "public, max-age=31536000, immutable",
        Keep::Never => "no-store",
    }
}

fn worth(reply: &Reply) -> bool {
    let text = ["text/", "application/json", "application/atom", "application/xml", "image/svg"];
    reply.body.len() > WORTH && (text.iter().any(|t| reply.kind.starts_with(t)) || reply.kind.contains("json"))
}

fn compressed(body: &[u8], keep: Keep) -> Option<Vec<u8>> {
    // What is sent once is packed quickly; what is kept is packed well.
    let level = if keep == Keep::Never { 1 } else { 6 };
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 6), Compression::new(level));
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

/// The body as it was packed by [`compressed`], which cannot fail for bytes of our own.
fn unpacked(body: &[u8]) -> Bytes {
    let mut plain = Vec::with_capacity(body.len() * 8);
    let _read = GzDecoder::new(body).read_to_end(&mut plain);
    Bytes::from(plain)
}

fn tags(body: &[u8]) -> Option<(HeaderValue, HeaderValue)> {
    let digest = Digest::of(body);
    let value = |end: &str| HeaderValue::from_str(&format!("\"{}{end}\"", digest.short(20))).ok();
    Some((value("")?, value("-gz")?))
}
