//! What each lens finds: its claims with their figures and evidence, its assumptions, its method.

use detente_codebook::Phrase;
use detente_lens::Arg;
use maud::{Markup, html};

use super::page::Page;
use super::{synthesis, words};
use crate::brief::{ClaimView, LensFinding};
use crate::render::{label, text};

/// One part a lens; none when no lens was asked.
pub(super) fn findings(page: Page<'_>) -> Option<Markup> {
    let findings = &page.brief.findings;
    (!findings.is_empty()).then(|| html! { @for f in findings { (lens(page, f)) } })
}

fn lens(page: Page<'_>, finding: &LensFinding) -> Markup {
    let id = text::anchor("lens", &finding.lens);
    html! {
        section.lens id=(id) aria-labelledby=(format!("{id}-heading")) {
            h3 id=(format!("{id}-heading")) { (heading(page, finding)) " " (words::code(&finding.lens)) }
            @if !finding.grounds { p.cannot { (page.say("page-no-grounds")) } }
            @if let Some(forecast) = &finding.forecast { (synthesis::bar(page, forecast, &finding.lens)) }
            @if let Some(n) = finding.n { p.note { (page.say_with("page-lens-n", "count", Arg::Count(n))) } }
            @if finding.claims.is_empty() { @if finding.grounds { p { (page.say("page-no-claims")) } } }
            @else { ul.claims { @for c in &finding.claims { (claim(page, c)) } } }
            (apparatus(page, finding))
        }
    }
}

fn heading(page: Page<'_>, finding: &LensFinding) -> String {
    page.say_with("lens-heading", "lens", Arg::Phrase(finding.title.clone()))
}

fn claim(page: Page<'_>, claim: &ClaimView) -> Markup {
    let stance = label::stance_name(claim.stance);
    html! {
        li class=(format!("claim stance-{stance}")) id=(text::anchor("claim", &claim.id)) {
            p.text { (page.phrase(&claim.text)) (page.refs(&claim.evidence)) }
            p.facts {
                span.stance { (page.say(&format!("page-stance-{stance}"))) }
                @for figure in label::figures(claim, page.language) { span.figure { (words::prose(&figure, page.language)) } }
                span.id {
                    (page.say("page-claim-id")) " "
                    @if let Some(n) = page.claim_number(&claim.id) { (n) " " }
                    (words::code(&claim.id))
                }
            }
        }
    }
}

fn apparatus(page: Page<'_>, finding: &LensFinding) -> Markup {
    let method = (finding.method != Phrase::default()).then_some(&finding.method);
    if finding.assumptions.is_empty() && method.is_none() {
        return html! {};
    }
    html! {
        div.apparatus {
            @if !finding.assumptions.is_empty() {
                h4 { (page.say("page-assumptions")) }
                ul { @for a in &finding.assumptions { li { (page.phrase(a)) } } }
            }
            @if let Some(method) = method { h4 { (page.say("page-method")) } p { (page.phrase(method)) } }
        }
    }
}
