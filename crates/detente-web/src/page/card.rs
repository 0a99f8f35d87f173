//! The pictures that other services show beside a link to a page.

use detente_codebook::Language;

use super::{brief, layout, link};
use crate::app::profile;
use crate::call::Call;
use crate::card::{Card, draw};
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::Tongue;

/// The part of an address after the origin's `https://`.
fn host<'c>(call: &'c Call<'_>) -> &'c str {
    call.app.config.origin.split("://").nth(1).unwrap_or_default()
}

/// `/{lang}/card.png`: the card of the centre.
pub(crate) fn centre(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let profile = call.app.read(profile)?;
    let card = Card {
        name: layout::name(&profile, tongue),
        kicker: String::new(),
        title: tongue.of(&profile.tagline).to_owned(),
        foot: host(call).to_owned(),
        rtl: tongue.0 == Language::Ar,
    };
    Ok(Reply::new("image/png", draw(&card)?))
}

/// `/{lang}/b/{id}/v/{n}/card.png`: the card of a version, which never changes.
pub(crate) fn version(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    call.app.read(|site| {
        let listed = brief::seen(site, call.number("id")?)?;
        let version = site.version(listed.id, call.number("n")?)?.ok_or(Fault::NotFound)?;
        let profile = profile(site)?;
        let day = version.time.get(..10).and_then(|d| d.parse().ok()).map(|d| tongue.day(d)).unwrap_or_default();
        let short = format!("{}/?p={}", host(call), listed.id);
        let card = Card {
            name: layout::name(&profile, tongue),
            kicker: layout::category(&profile, &version.head.category, tongue),
            title: tongue.of(&version.head.title).to_owned(),
            // An address runs from the left within Arabic too.
            foot: format!("{day} · \u{2066}{short}\u{2069}"),
            rtl: tongue.0 == Language::Ar,
        };
        Ok(Reply::new("image/png", draw(&card)?))
    })
}

/// The address of the card of a version, below the language.
pub(crate) fn address(listed: detente_ledger::site::BriefId, number: i64) -> String {
    format!("{}/card.png", link::version(listed, number))
}
