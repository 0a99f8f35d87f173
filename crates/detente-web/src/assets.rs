//! Files that the site carries with it: style, fonts, one small script, an icon.

use std::sync::LazyLock;

use detente_codebook::Digest;

use crate::call::Call;
use crate::fault::Fault;
use crate::reply::{Keep, Reply};

struct Asset {
    name: &'static str,
    kind: &'static str,
    body: &'static [u8],
}

const FILES: [Asset; 8] = [
    font("noto-naskh-arabic.woff2", include_bytes!("../assets/fonts/noto-naskh-arabic.woff2")),
    font("plex-sans-arabic-400.woff2", include_bytes!("../assets/fonts/plex-sans-arabic-400.woff2")),
    font("plex-sans-arabic-600.woff2", include_bytes!("../assets/fonts/plex-sans-arabic-600.woff2")),
    font("source-serif-4.woff2", include_bytes!("../assets/fonts/source-serif-4.woff2")),
    font("plex-sans-400.woff2", include_bytes!("../assets/fonts/plex-sans-400.woff2")),
    font("plex-sans-600.woff2", include_bytes!("../assets/fonts/plex-sans-600.woff2")),
    Asset { name: "site.js", kind: "text/javascript; charset=utf-8", body: include_bytes!("../assets/site.js") },
    Asset { name: "icon.svg", kind: "image/svg+xml", body: include_bytes!("../assets/icon.svg") },
];

const fn font(name: &'static str, body: &'static [u8]) -> Asset {
    Asset { name, kind: "font/woff2", body }
}

/// The style sheet: that of a brief, then that of the site.
static STYLE: LazyLock<String> =
    LazyLock::new(|| format!("{}\n{}", detente::render::style(), include_str!("../assets/site.css")));

static STYLE_ADDRESS: LazyLock<String> =
    LazyLock::new(|| format!("/assets/site.css?v={}", Digest::of(STYLE.as_bytes()).short(10)));

/// The style sheet.
#[must_use]
pub fn style() -> &'static str {
    &STYLE
}

/// The address of the style sheet, which changes with it.
#[must_use]
pub fn style_address() -> &'static str {
    &STYLE_ADDRESS
}

/// Sends a file.
pub(crate) fn file(call: &Call<'_>) -> Result<Reply, Fault> {
    let name = call.param("name");
    if name == "site.css" {
        return Ok(Reply { keep: Keep::Forever, ..Reply::new("text/css; charset=utf-8", STYLE.as_bytes()) });
    }
    let file = FILES.iter().find(|f| f.name == name).ok_or(Fault::NotFound)?;
    Ok(Reply { keep: Keep::Forever, ..Reply::new(file.kind, file.body) })
}
