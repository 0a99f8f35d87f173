//! `detente bargain` on the terminal.

use detente_lens::bargaining::{Case, Model, ModelError, Share, Stand, Standing};

use super::{Report, Reports, deal, json, name};

/// How many columns the axis has.
const COLUMNS: usize = 49;
/// How many actors are drawn.
const ACTORS: usize = 40;

/// The text of a file.
pub(crate) fn text(reports: &Reports) -> String {
    let mut parts: Vec<String> = reports.issues.iter().map(|r| issue(r).join("\n")).collect();
    if let Some(first) = reports.linked.as_ref().and_then(|rounds| rounds.first()) {
        let deals = first.exchanges.iter().take(10).map(|e| format!("  {}", deal(&reports.issues, e)));
        let head = format!("Exchanges between the issues (path scenario), {} in the first round", first.exchanges.len());
        parts.push(std::iter::once(head).chain(deals).collect::<Vec<_>>().join("\n"));
    }
    parts.join("\n\n")
}

fn issue(r: &Report) -> Vec<String> {
    let unit = r.case.scale.unit.as_deref().unwrap_or("");
    let mut out = vec![name(&r.case).to_owned(), String::new()];
    if r.case.dimensions() == 1 {
        out.extend(drawing(r, unit));
    }
    out.extend(models(r, unit));
    out.extend(uncertainty(r, unit));
    out.extend(sensitivity(r));
    out.extend(what_if(r, unit));
    out.extend(disagreement(r));
    out.extend(r.case.notes.iter().chain(&r.left_out).map(|n| format!("note: {n}")));
    out
}

/// The column of a value on the axis.
#[expect(clippy::cast_possible_truncation, reason = "a column of few")]
fn column(case: &Case, x: f64) -> usize {
    let share = (x - case.scale.min) / (case.scale.max - case.scale.min);
    (share.clamp(0.0, 1.0) * (COLUMNS - 1) as f64).round() as usize
}

fn with_marks(fill: &str, marks: &[(usize, char)]) -> String {
    let mut row: Vec<char> = fill.repeat(COLUMNS).chars().collect();
    for (at, mark) in marks {
        row[*at] = *mark;
    }
    row.into_iter().collect::<String>().trim_end().to_owned()
}

/// Actors on the axis, the heavier the larger, and below them the forecast in its bands.
fn drawing(r: &Report, unit: &str) -> Vec<String> {
    let stands = r.case.stands(0);
    let total: f64 = stands.iter().map(Stand::weight).sum();
    let share = |i: usize| if total > 0.0 { stands[i].weight() / total } else { 1.0 };
    let mut order: Vec<usize> = (0..stands.len()).collect();
    order.sort_by(|a, b| share(*b).total_cmp(&share(*a)));
    let rest = order.len().saturating_sub(ACTORS);
    order.truncate(ACTORS);
    order.sort_by(|a, b| stands[*a].position.total_cmp(&stands[*b].position));
    let mut out = vec![format!("  {:49}  {unit}", format!("{:<24}{:>25}", number(r.case.scale.min), number(r.case.scale.max)))];
    out.push(format!("  {}", with_marks("-", &[(0, '|'), (COLUMNS - 1, '|')])));
    for i in order {
        let actor = &r.case.actors[i];
        let at = column(&r.case, actor.position[0].best);
        let row = with_marks(" ", &[(at, size(share(i)))]);
        out.push(format!("  {row:COLUMNS$}  {} ({:.0} % of weight)", visible(&actor.name), 100.0 * share(i)));
    }
    if rest > 0 {
        out.push(format!("  {:COLUMNS$}  and {rest} of less weight", ""));
    }
    out.extend(band(r));
    out.push(String::new());
    out
}

fn size(share: f64) -> char {
    match share {
        s if s >= 0.15 => '@',
        s if s >= 0.05 => 'O',
        s if s >= 0.01 => 'o',
        _ => '.',
    }
}

fn band(r: &Report) -> Option<String> {
    let [half, most] = ModelError::fitted().intervals(&json::outcome(r)?);
    let mut marks = Vec::new();
    for (interval, mark) in [(most, '-'), (half, '=')] {
        let (a, b) = (column(&r.case, interval[0]), column(&r.case, interval[1]));
        marks.extend((a.min(b)..=a.max(b)).map(|c| (c, mark)));
    }
    let mean = r.answers.iter().find(|a| a.model == Model::Mean).and_then(|a| a.forecast.first());
    marks.extend(mean.map(|m| (column(&r.case, *m), '#')));
    Some(format!("  {:COLUMNS$}  # mean, = half of outcomes, - eight in ten", with_marks(" ", &marks)))
}

fn models(r: &Report, unit: &str) -> Vec<String> {
    let kind = |s: Standing| match s {
        Standing::Headline => "headline",
        Standing::Baseline => "baseline",
        Standing::PathScenario => "path scenario",
    };
    let line = |model: &str, kind: &str, forecast: &[f64], note: &str| {
        let forecast: Vec<String> = forecast.iter().map(|x| number(*x)).collect();
        let line = format!("  {kind:14}{model:18}{:>10} {unit}  {note}", forecast.join(", "));
        line.trim_end().to_owned()
    };
    let mut out: Vec<String> = r
        .answers
        .iter()
        .map(|a| line(a.model.name(), kind(a.model.standing()), &a.forecast, a.note.as_deref().unwrap_or("")))
        .collect();
    out.extend(r.exchange.map(|(_, after)| line("exchange", "path scenario", &[after], "after the first round of exchanges")));
    out
}

fn uncertainty(r: &Report, unit: &str) -> Vec<String> {
    let Some(total) = json::outcome(r) else { return Vec::new() };
    let fitted = ModelError::fitted();
    let [half, most] = fitted.intervals(&total);
    let range = |i: [f64; 2]| format!("{} to {} {unit}", number(i[0]), number(i[1])).trim_end().to_owned();
    let mut out = vec![
        String::new(),
        format!("  half of outcomes from {}; eight in ten from {}", range(half), range(most)),
        format!("  (model error as on {} decided issues of the European Union; no such record exists for crises)", fitted.issues),
    ];
    if let Some(s) = &r.simulation {
        let input = s.input.interval(0.1);
        let assumed = if r.case.uncertainty.is_none() { ", by our assumption on how far points may be off" } else { "" };
        out.push(format!(
            "  inputs alone ({} draws, seed {}) move the mean from {} in eight of ten{assumed}",
            s.draws,
            r.seed,
            range(input)
        ));
    }
    out
}

fn sensitivity(r: &Report) -> Vec<String> {
    let Some(s) = &r.simulation else { return Vec::new() };
    let mut actors: Vec<&Share> = s.by_actor.iter().collect();
    actors.sort_by(|a, b| b.total.total_cmp(&a.total));
    let say = |x: &Share| format!("{} {:.0} %", visible(&x.name), 100.0 * x.total);
    let actors: Vec<String> = actors.iter().take(5).map(|x| say(x)).collect();
    let attributes: Vec<String> = s.by_attribute.iter().map(say).collect();
    vec![format!("  whose inputs matter: {}", actors.join(", ")), format!("  which inputs matter: {}", attributes.join(", "))]
}

fn what_if(r: &Report, unit: &str) -> Vec<String> {
    let Some(w) = &r.what_if else { return Vec::new() };
    let [low, high] = w.difference.interval(0.1);
    vec![
        String::new(),
        format!("  what if: the mean goes from {} to {} {unit}", number(w.forecast[0]), number(w.forecast[1]))
            .trim_end()
            .to_owned(),
        format!("  with the same draws before and after, eight in ten differ by {} to {}", number(low), number(high)),
    ]
}

fn disagreement(r: &Report) -> Option<String> {
    let ((low, x), (high, y)) = apart(r)?;
    let share = 100.0 * (y - x).abs() / r.case.scale.width();
    Some(format!(
        "  models disagree over {share:.0} % of the axis: {} says {}, {} says {}",
        low.name(),
        number(x),
        high.name(),
        number(y)
    ))
}

/// The models whose forecasts are farthest apart, if there are two.
pub(crate) fn apart(r: &Report) -> Option<((Model, f64), (Model, f64))> {
    let mut all: Vec<(Model, f64)> = Vec::new();
    for a in &r.answers {
        if let [x] = a.forecast[..] {
            all.push((a.model, x));
        }
    }
    all.sort_by(|a, b| a.1.total_cmp(&b.1));
    all.first().copied().zip(all.last().copied()).filter(|_| all.len() > 1)
}

/// A number with the digits that say something on most axes.
fn number(x: f64) -> String {
    let decimals = if x.abs() >= 1000.0 { 0 } else { 2 };
    format!("{x:.decimals$}")
}

/// A name as it is, unless it would move the cursor or turn the line around.
fn visible(name: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || ('\u{200b}'..='\u{200f}').contains(&c)
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    name.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}
