//! The answer for people.

use detente_lens::balance::{Named, Turning};

use super::Report;

/// How many frustrated ties are named.
const NAMED: usize = 30;

pub(super) fn text(report: &Report) -> String {
    let (network, found) = (&report.network, &report.found);
    let graph = &network.graph;
    let hostile = graph.ties().iter().filter(|t| t.2 < 0).count();
    let mut out = Vec::new();
    let name = if network.name.is_empty() { String::new() } else { format!("{}: ", network.name) };
    let (n, friendly) = (graph.len(), graph.ties().len() - hostile);
    out.push(format!("{name}{n} actors, {friendly} friendly and {hostile} hostile ties"));
    out.push(format!("frustration index {} {}", weight(network, found.index), proof(report)));
    let wrong = graph.frustrated(&found.camps);
    for side in [false, true] {
        let camp = network.actors.iter().zip(&found.camps).filter(|(_, c)| **c == side).map(|(a, _)| a.as_str());
        let camp: Vec<&str> = camp.collect();
        out.push(format!("camp of {}: {}", camp.len(), camp.join(" ")));
    }
    let named: Vec<String> = wrong.iter().take(NAMED).map(|t| tie(network, *t)).collect();
    let more = if wrong.len() > NAMED { format!(" and {} more", wrong.len() - NAMED) } else { String::new() };
    out.push(format!("frustrated: {}{more}", if named.is_empty() { "none".to_owned() } else { named.join(", ") }));
    let [none, one, two, three] = report.census.by_hostile;
    out.push(format!("triangles: {none} +++, {one} ++-, {two} +--, {three} ---"));
    out.extend(blocs(report));
    out.extend(turns(report));
    out.join("\n")
}

fn weight(network: &Named, weight: u64) -> String {
    let unit = 10u64.pow(network.decimals);
    if unit == 1 {
        return weight.to_string();
    }
    format!("{}.{:0width$}", weight / unit, weight % unit, width = network.decimals as usize)
}

fn proof(report: &Report) -> String {
    let (network, found) = (&report.network, &report.found);
    if found.is_proved() {
        return format!("(proved, {:.3} s)", report.seconds);
    }
    let gap = weight(network, found.index - found.lower_bound);
    format!("or less: at least {} (gap {gap}, not proved in {:.1} s)", weight(network, found.lower_bound), report.seconds)
}

fn tie(network: &Named, tie: usize) -> String {
    let name = |a: usize| network.actors.get(a).map_or("", String::as_str);
    let (a, b, w) = network.graph.ties().get(tie).copied().unwrap_or_default();
    let sign = if w > 0 { "+" } else { "-" };
    let weight = if w.abs() == 1 { String::new() } else { weight(network, w.unsigned_abs()) };
    format!("{}-{} {sign}{weight}", name(a), name(b))
}

fn blocs(report: &Report) -> Vec<String> {
    let Some(blocs) = &report.blocs else { return Vec::new() };
    let k = blocs.of.iter().max().map_or(0, |m| m + 1);
    let (cost, bound) = (weight(&report.network, blocs.cost), weight(&report.network, blocs.lower_bound));
    let proof = if cost == bound { "proved".to_owned() } else { format!("found; at least {bound} for any number of blocs") };
    let mut out = vec![format!("{k} blocs frustrate {cost} ({proof})")];
    for bloc in 0..k {
        let of = report.network.actors.iter().zip(&blocs.of).filter(|(_, b)| **b == bloc).map(|(a, _)| a.as_str());
        let of: Vec<&str> = of.collect();
        out.push(format!("bloc of {}: {}", of.len(), of.join(" ")));
    }
    out
}

fn turns(report: &Report) -> Vec<String> {
    let Some((relaxes, strains)) = &report.turns else { return Vec::new() };
    let line = |what: &str, turn: &Option<Turning>| match turn {
        None => format!("{what}: none"),
        Some(t) => {
            let change = weight(&report.network, t.change.unsigned_abs());
            let sign = if t.change < 0 { "-" } else { "+" };
            let proof = if t.proved { "" } else { ", not proved" };
            let name = tie(&report.network, t.tie);
            format!("{what}: {name} turned, index {sign}{change}, unbalanced triangles {:+}{proof}", t.triangles)
        }
    };
    vec![line("relaxes most", relaxes), line("strains most", strains)]
}
