//! The judgement as a table for people, and as JSON.

use detente::words::{both, label, say};
use detente_codebook::{ActorCode, Language};
use detente_lens::treaty::security::{Judgement, Pair, Scheme};
use serde_json::json;

use crate::CliError;
use crate::commands::obligations::name;

pub(super) fn json(scheme: &Scheme, j: &Judgement) -> Result<String, CliError> {
    let document = json!({
        "schema": "detente.security/1",
        "scheme": {"id": scheme.id, "name": {"ar": scheme.ar, "en": scheme.en}},
        "as_of": j.day.to_string(), "members": j.members, "patrons": j.patrons, "rivals": scheme.rivals,
        "weights": scheme.weights.as_ref().map(|w| json!({"year": w.year, "unit": w.unit, "source": w.source, "shares": w.shares})),
        "pairs": j.pairs.iter().map(|p| json!({
            "aggressor": p.aggressor, "victim": p.victim, "within": p.within, "bound": p.bound, "already": p.already,
            "covered": p.covered(), "coalition": p.coalition, "against": p.against, "outweighs": p.outweighs(),
        })).collect::<Vec<_>>(),
        "not_covered": j.pairs.iter().filter(|p| !p.covered()).map(|p| json!([p.aggressor, p.victim])).collect::<Vec<_>>(),
        "left_out": j.left_out,
        "contradictions": j.contradictions.iter().map(|c| {
            let why = both(&c.why);
            json!({"state": c.state, "treaties": c.treaties, "wars": c.wars, "why": {"ar": why.ar, "en": why.en}})
        }).collect::<Vec<_>>(),
        "blocs": j.blocs.iter().map(|b| json!({"treaty": b.treaty, "members": b.members, "weight": b.weight, "rest": b.rest})).collect::<Vec<_>>(),
        "balanced": j.balanced, "without_weight": j.unweighed,
    });
    serde_json::to_string_pretty(&document).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))
}

fn names<'a>(codes: impl IntoIterator<Item = &'a ActorCode>, language: Language) -> String {
    codes.into_iter().map(|c| name(c, language)).collect::<Vec<_>>().join(", ")
}

pub(super) fn listing(scheme: &Scheme, j: &Judgement, language: Language) -> String {
    let own = if language == Language::Ar { &scheme.ar } else { &scheme.en };
    let of = |id: &str| label(id, language);
    let mut out = vec![format!("{own} ({})", j.day)];
    out.push(format!("{} {}", of("security-members"), names(&j.members, language)));
    if !j.patrons.is_empty() {
        out.push(format!("{} {}", of("security-patrons"), names(&j.patrons, language)));
    }
    if let Some(w) = &scheme.weights {
        out.push(format!("{} {} {}; {}", of("security-weights"), w.unit, w.year, w.source));
    }
    out.push(String::new());
    out.extend(pairs(j, language));
    let open: Vec<&Pair> = j.pairs.iter().filter(|p| !p.covered()).collect();
    out.push(format!("{} {} / {}", of("security-covered"), j.pairs.len() - open.len(), j.pairs.len()));
    let weak = j.pairs.iter().filter(|p| p.covered() && p.outweighs() == Some(false)).count();
    out.push(format!("{} {weak}", of("security-outweighed")));
    out.push(format!("{} {}", of("security-left-out"), names(&j.left_out, language)));
    out.extend(blocs(j, language));
    if !j.unweighed.is_empty() {
        out.push(format!("{} {}", of("security-without-weight"), names(&j.unweighed, language)));
    }
    out.push(of(match j.balanced {
        Some(true) => "security-balanced",
        Some(false) => "security-unbalanced",
        None => "security-balance-unknown",
    }));
    for c in &j.contradictions {
        out.push(format!("- [{}] {} ({})", c.treaties.join(", "), say(&c.why, language), c.wars.len()));
    }
    out.join("\n")
}

/// One line an aggressor: whom nobody must help, and whose help is too weak.
fn pairs(j: &Judgement, language: Language) -> Vec<String> {
    let mut aggressors: Vec<&ActorCode> = j.pairs.iter().map(|p| &p.aggressor).collect();
    aggressors.dedup();
    let of = |id: &str| label(id, language);
    let line = |a: &ActorCode| {
        let mine = || j.pairs.iter().filter(|p| p.aggressor == *a);
        let open = names(mine().filter(|p| !p.covered()).map(|p| &p.victim), language);
        let weak = names(mine().filter(|p| p.covered() && p.outweighs() == Some(false)).map(|p| &p.victim), language);
        let most = mine().map(|p| p.bound.len()).max().unwrap_or(0);
        let mut out = format!("  {:24} {} {most}", name(a, language), of("security-bound-at-most"));
        for (id, list) in [("security-open", open), ("security-weak", weak)] {
            if !list.is_empty() {
                out.push_str(&format!("; {} {list}", of(id)));
            }
        }
        out
    };
    std::iter::once(of("security-if-attacks")).chain(aggressors.into_iter().map(line)).collect()
}

fn blocs(j: &Judgement, language: Language) -> Vec<String> {
    let line = |b: &detente_lens::treaty::security::Bloc| {
        let tie = b.treaty.as_deref().map_or_else(String::new, |t| format!(" [{t}]"));
        format!("  {}{tie}: {:.4} / {:.4}", names(&b.members, language), b.weight, b.rest)
    };
    let head = label("security-blocs", language);
    std::iter::once(head).chain(j.blocs.iter().take(4).map(line)).collect()
}
