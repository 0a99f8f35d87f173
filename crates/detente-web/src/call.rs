//! One request, taken apart.

use std::net::IpAddr;

use axum::http::HeaderMap;
use detente_codebook::Language;

use crate::app::App;
use crate::fault::Fault;

/// One request to one route.
#[derive(Debug)]
pub struct Call<'a> {
    /// The site.
    pub app: &'a App,
    /// The path as asked for.
    pub path: &'a str,
    /// The parts of the path that the route names.
    pub params: Vec<(String, String)>,
    /// The pairs after the question mark.
    pub query: Vec<(String, String)>,
    /// The pairs of a form.
    pub form: Vec<(String, String)>,
    /// The file that was sent with a form.
    pub file: Option<Vec<u8>>,
    /// The head of the request.
    pub headers: HeaderMap,
    /// Who asks.
    pub remote: IpAddr,
}

fn first<'p>(pairs: &'p [(String, String)], name: &str) -> Option<&'p str> {
    pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
}

impl Call<'_> {
    /// A part of the path.
    #[must_use]
    pub fn param(&self, name: &str) -> &str {
        first(&self.params, name).unwrap_or_default()
    }

    /// A part of the path that is a number.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when it is none: no page has such an address.
    pub fn number(&self, name: &str) -> Result<i64, Fault> {
        self.param(name).parse().map_err(|_| Fault::NotFound)
    }

    /// A value after the question mark, without spaces around; none when it is empty.
    #[must_use]
    pub fn asked(&self, name: &str) -> Option<&str> {
        first(&self.query, name).map(str::trim).filter(|v| !v.is_empty())
    }

    /// A field of the form, without spaces around; empty when it is not there.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        first(&self.form, name).map(str::trim).unwrap_or_default()
    }

    /// A field of the form exactly as it was sent: a password may begin or end with a space.
    #[must_use]
    pub fn exact(&self, name: &str) -> &str {
        first(&self.form, name).unwrap_or_default()
    }

    /// A line of the head.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    /// A cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let pairs = self.headers.get_all("cookie").iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
        pairs.filter_map(|p| p.trim().split_once('=')).find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// The language of the address, else the one that the browser prefers, else Arabic.
    #[must_use]
    pub fn language(&self) -> Language {
        match self.path.split('/').nth(1) {
            Some("ar") => Language::Ar,
            Some("en") => Language::En,
            _ => self.preferred(),
        }
    }

    /// The language that the browser puts first of the two.
    #[must_use]
    pub fn preferred(&self) -> Language {
        let asked = self.header("accept-language").unwrap_or_default().to_ascii_lowercase();
        let place = |tag: &str| asked.split(',').position(|l| l.trim().starts_with(tag));
        match (place("ar"), place("en")) {
            (None, Some(_)) => Language::En,
            (Some(ar), Some(en)) if en < ar => Language::En,
            _ => Language::Ar,
        }
    }

    /// Refuses a form that another site sent: browsers say where a form comes from.
    ///
    /// # Errors
    /// [`Fault::Forbidden`].
    pub fn same_origin(&self) -> Result<(), Fault> {
        let ours = |o: &str| o == self.app.config.origin || self.header("host").is_some_and(|h| o.split("://").nth(1) == Some(h));
        match (self.header("origin"), self.header("sec-fetch-site")) {
            (Some(origin), _) if ours(origin) => Ok(()),
            (None, Some("same-origin") | None) => Ok(()),
            _ => Err(Fault::Forbidden("this form was sent from another site")),
        }
    }
}
