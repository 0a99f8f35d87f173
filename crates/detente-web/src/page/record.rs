//! The track record: every forecast, its criteria, how it came out, and the score.

use detente::score::{Score, score};
use detente_ledger::site::{Outcome, Registered, Site};
use detente_lens::Arg;
use jiff::civil::Date;
use maud::{Markup, html};

use super::layout::{Sheet, files, none, page, same};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code, data};

/// The score of registered forecasts on a day.
pub(crate) fn scored(all: &[Registered], day: Date) -> Score {
    let past = all.iter().filter(|f| f.criteria.closes < day);
    let counted = past.filter_map(|f| match f.outcome() {
        Some(Outcome::Yes) => Some((f.criteria.chance, true)),
        Some(Outcome::No) => Some((f.criteria.chance, false)),
        Some(Outcome::Void) | None => None,
    });
    score(&counted.collect::<Vec<_>>())
}

/// The state of a forecast: open, closed, or how it came out.
pub(crate) fn state(f: &Registered, day: Date) -> &'static str {
    match f.outcome() {
        Some(outcome) => outcome.name(),
        None if f.criteria.closes < day => "closed",
        None => "open",
    }
}

/// The record in a few lines, for the front page.
pub(crate) fn summary(site: &Site, tongue: Tongue) -> Result<Markup, Fault> {
    let all = site.forecasts()?;
    // What a reader is told is not of today but of the latest resolution: no clock is needed.
    let day = all.iter().flat_map(|f| &f.verdicts).map(|v| v.day).max().unwrap_or(Date::MIN);
    let score = scored(&all, day);
    Ok(html! {
        @if !all.is_empty() {
            section.box aria-labelledby="box-record" {
                h2 #box-record { (tongue.say("site-record")) }
                p { (tongue.count("site-record-n", all.len() as u64)) " " (brier(&score, tongue)) }
                p { a href=(format!("/{}/record", tongue.0.tag())) { (tongue.say("site-record-all")) } }
            }
        }
    })
}

fn brier(score: &Score, tongue: Tongue) -> Markup {
    html! {
        @match score.brier {
            Some(brier) => { (tongue.with("site-brier", &[("brier", Arg::Text(format!("{brier:.3}"))), ("count", Arg::Count(score.n))])) }
            None => { (tongue.say("site-brier-none")) }
        }
    }
}

/// `/{lang}/record`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let day = call.app.clock.day();
    call.app.read(|site| {
        let all = site.forecasts()?;
        let sheet = Sheet {
            title: tongue.say("site-record"),
            description: tongue.say("site-record-about"),
            path: same("/record"),
            head: none(),
            main: html! {
                h1 { (tongue.say("site-record")) }
                p.summary { (tongue.say("site-record-about")) }
                (scores(&scored(&all, day), tongue))
                (forecasts(&all, day, tongue))
                (files(tongue, &[
                    ("forecasts.json", "/api/v1/forecasts".to_owned()),
                    ("forecasts.csv", "/api/v1/forecasts.csv".to_owned()),
                ]))
            },
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

fn scores(score: &Score, tongue: Tongue) -> Markup {
    html! {
        section aria-labelledby="score" {
            h2 #score { (tongue.say("site-score")) }
            p { (brier(score, tongue)) }
            @if let Some(base) = score.base { p.note { (tongue.with("site-base", &[("share", Arg::Share(base))])) } }
            @if !score.bins.is_empty() {
                table.numbers {
                    caption { (tongue.say("site-calibration")) }
                    thead { tr {
                        th scope="col" { (tongue.say("site-bin")) }
                        th scope="col" { (tongue.say("site-bin-n")) }
                        th scope="col" { (tongue.say("site-bin-forecast")) }
                        th scope="col" { (tongue.say("site-bin-came")) }
                    } }
                    tbody { @for b in &score.bins { tr {
                        th scope="row" { (tongue.share(b.from)) "–" (tongue.share(b.to)) }
                        td { (b.n) } td { (tongue.share(b.predicted)) } td { (tongue.share(b.observed)) }
                    } } }
                }
            }
            p.note { (tongue.say("site-score-method")) }
        }
    }
}

fn forecasts(all: &[Registered], day: Date, tongue: Tongue) -> Markup {
    html! {
        section aria-labelledby="forecasts" {
            h2 #forecasts { (tongue.say("site-forecasts")) }
            @if all.is_empty() { p { (tongue.say("site-forecasts-none")) } }
            @for f in all.iter().rev() { (one(f, day, tongue)) }
        }
    }
}

fn one(f: &Registered, day: Date, tongue: Tongue) -> Markup {
    let state = state(f, day);
    html! {
        article.forecast-entry id=(format!("f{}", f.id)) {
            h3 { (tongue.phrase(&f.criteria.question)) }
            p.status {
                strong class=(format!("outcome-{state}")) { (tongue.say(&format!("site-outcome-{state}"))) }
                " · " (tongue.with("site-chance", &[("share", Arg::Share(f.criteria.chance))]))
                " · " (tongue.with("site-closes", &[("date", Arg::Date(detente_codebook::Edtf::day(f.criteria.closes)))]))
            }
            p { (tongue.phrase(&f.criteria.criteria)) }
            @for v in &f.verdicts {
                p.source { (tongue.say(&format!("site-outcome-{}", v.outcome.name()))) " · " (tongue.time(&v.time)) " · "
                    @if v.source.starts_with("http") { a href=(v.source) dir="ltr" rel="noreferrer nofollow" { (v.source) } }
                    @else { (data(&v.source, tongue.0)) }
                }
            }
            p.facts {
                span { (tongue.say("site-registered")) " " (tongue.time(&f.time)) }
                span { (tongue.say("site-criteria-hash")) " " (code(&f.hash)) }
                @if !f.is_whole() { span.missing { (tongue.say("site-hash-wrong")) } }
                @if let Some(b) = f.criteria.brief { a href=(format!("/b/{b}")) { (tongue.say("site-from-brief")) } }
            }
        }
    }
}
