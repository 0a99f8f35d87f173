//! What search engines read: the map of the site, and what they may fetch.

use std::fmt::Write as _;

use detente_codebook::Language;
use detente_ledger::site::Wanted;

use super::link;
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;

/// At most so many briefs stand in one map (the protocol allows 50,000 addresses).
const MOST: u32 = 20_000;

/// `/sitemap.xml`.
pub(crate) fn map(call: &Call<'_>) -> Result<Reply, Fault> {
    let (briefs, categories, dyads) = call.app.read(|site| {
        let briefs = site.list(&Wanted { limit: MOST, ..Wanted::default() })?;
        Ok::<_, Fault>((briefs, site.categories()?, site.topics("dyad", 2000)?))
    })?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in ["/", "/ask", "/record", "/tv", "/newsletter"] {
        both(&mut out, call, |_| path.to_owned(), None);
    }
    for (key, _) in &categories {
        both(&mut out, call, |_| format!("/c/{key}"), None);
    }
    for (key, _) in &dyads {
        both(&mut out, call, |_| format!("/d/{key}"), None);
    }
    for b in &briefs {
        both(&mut out, call, |l| link::brief(b.id, &b.head, l), Some(&b.changed));
    }
    out.push_str("</urlset>\n");
    Ok(Reply::new("application/xml; charset=utf-8", out))
}

fn both(out: &mut String, call: &Call<'_>, path: impl Fn(Language) -> String, changed: Option<&str>) {
    let escaped = |l: Language| call.app.address(l, &path(l)).replace('&', "&amp;").replace('<', "&lt;");
    let (ar, en) = (escaped(Language::Ar), escaped(Language::En));
    for own in [&ar, &en] {
        let _ = write!(out, "<url><loc>{own}</loc>");
        if let Some(changed) = changed {
            let _ = write!(out, "<lastmod>{changed}</lastmod>");
        }
        for (tag, address) in [("ar", &ar), ("en", &en)] {
            let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
        }
        out.push_str("</url>\n");
    }
}

/// `/robots.txt`.
pub(crate) fn robots(call: &Call<'_>) -> Result<Reply, Fault> {
    let text = format!(
        "User-agent: *\nDisallow: /desk\nDisallow: /ar/ask?\nDisallow: /en/ask?\nDisallow: /ar/search?\nDisallow: /en/search?\n\nSitemap: {}/sitemap.xml\n",
        call.app.config.origin
    );
    Ok(Reply::new("text/plain; charset=utf-8", text))
}
