//! The files of a frozen version: the brief, its evidence, its network, its citation.

use std::fmt::Write as _;

use detente::Brief;
use detente::brief::{Moment, NetworkView};
use detente_ledger::site::Version;
use detente_lens::Relations;

use super::table::{csv, xml};
use crate::app::profile;
use crate::call::Call;
use crate::fault::Fault;
use crate::page::brief::{read, seen};
use crate::page::{actor, around, dyad, standing};
use crate::reply::Reply;

/// `/b/{id}/v/{n}/{file}`.
pub(crate) fn file(call: &Call<'_>) -> Result<Reply, Fault> {
    let (version, name) = call.app.read(|site| {
        let listed = seen(site, call.number("id")?)?;
        let version = site.version(listed.id, call.number("n")?)?.ok_or(Fault::NotFound)?;
        Ok::<_, Fault>((version, profile(site)?.name.en))
    })?;
    let brief = read(&version)?;
    let network = || brief.network.as_ref().ok_or(Fault::NotFound);
    let csv_of = |text: String| Reply::new("text/csv; charset=utf-8", text);
    let file = call.param("file");
    let reply = match file {
        "brief.json" => Reply::new("application/json; charset=utf-8", version.body.clone()),
        "evidence.csv" => csv_of(evidence(&brief)),
        "timeline.csv" => csv_of(timeline(&brief.timeline)),
        "network.csv" => csv_of(ties(network()?)),
        "network.graphml" => Reply::new("application/xml; charset=utf-8", graphml(network()?)),
        "network.gexf" => Reply::new("application/xml; charset=utf-8", gexf(network()?)),
        "cite.bib" => Reply::new("text/plain; charset=utf-8", bibtex(call, &version, &name)),
        "cite.json" => Reply::new("application/vnd.citationstyles.csl+json", csl(call, &version, &name).to_string()),
        _ => return Err(Fault::NotFound),
    };
    Ok(reply.with("content-disposition", format!("attachment; filename=\"brief-{}-v{}-{file}\"", version.brief, version.number)))
}

/// `/api/v1/actors/{code}/{file}`: the network around an actor.
pub(crate) fn around_actor(call: &Call<'_>) -> Result<Reply, Fault> {
    let own = &actor::named(call.param("code"))?.code;
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let view = around::view(own, &Relations::derive(&[], base, call.app.clock.day()));
    let file = call.param("file");
    let reply = match file {
        "network.csv" => Reply::new("text/csv; charset=utf-8", ties(&view)),
        "network.graphml" => Reply::new("application/xml; charset=utf-8", graphml(&view)),
        "network.gexf" => Reply::new("application/xml; charset=utf-8", gexf(&view)),
        "network.json" => Reply::json(&serde_json::json!({"actors": view.actors, "ties": view.ties})),
        _ => return Err(Fault::NotFound),
    };
    Ok(reply.with("content-disposition", format!("attachment; filename=\"{own}-{file}\"")))
}

/// `/api/v1/dyads/{dyad}/timeline.csv`.
pub(crate) fn dyad_timeline(call: &Call<'_>) -> Result<Reply, Fault> {
    let pair = dyad::named(call.param("dyad"))?;
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let words = format!("{} {}", pair.a, pair.b);
    let records = call.app.read(|site| dyad::records(site, &words, |r| r.item.dyads().contains(&pair)))?;
    let moments = detente::timeline(&standing::inquiry(&pair, records, base, call.app.clock.day()));
    Ok(Reply::new("text/csv; charset=utf-8", timeline(&moments)))
}

/// `/api/v1/treaties/{id}/clauses.csv`.
pub(crate) fn clauses(call: &Call<'_>) -> Result<Reply, Fault> {
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let treaty = base.treaty(call.param("id")).ok_or(Fault::NotFound)?;
    let word = |value: serde_json::Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let row = |c: &detente_history::ClauseText| {
        vec![word(serde_json::json!(c.kind)), c.article.clone().unwrap_or_default(), c.text.en.clone(), c.text.ar.clone()]
    };
    let rows: Vec<Vec<String>> = treaty.clauses.iter().map(row).collect();
    Ok(Reply::new("text/csv; charset=utf-8", csv(&["type", "article", "text_en", "text_ar"], &rows)))
}

fn evidence(brief: &Brief) -> String {
    let head = ["number", "id", "kind", "text_en", "text_ar", "quote", "start", "end", "source", "url", "date", "confidence"];
    let row = |(n, e): (usize, &detente::brief::Evidence)| {
        let quote = |f: &dyn Fn(&detente_codebook::Quote) -> String| e.quote.as_ref().map(f).unwrap_or_default();
        vec![
            (n + 1).to_string(),
            e.id.0.clone(),
            e.kind.clone(),
            e.text.en.clone(),
            e.text.ar.clone(),
            quote(&|q| q.exact.clone()),
            quote(&|q| q.start.to_string()),
            quote(&|q| q.end.to_string()),
            e.source.title.clone(),
            e.source.url.clone().unwrap_or_default(),
            e.source.date.map(|d| d.to_string()).unwrap_or_default(),
            format!("{:?}", e.confidence).to_lowercase(),
        ]
    };
    csv(&head, &brief.evidence.iter().enumerate().map(row).collect::<Vec<_>>())
}

fn timeline(moments: &[Moment]) -> String {
    let row = |m: &Moment| vec![m.date.to_string(), m.text.en.clone(), m.text.ar.clone(), m.evidence.0.clone()];
    csv(&["date", "text_en", "text_ar", "evidence"], &moments.iter().map(row).collect::<Vec<_>>())
}

fn ties(view: &NetworkView) -> String {
    let row = |t: &detente::brief::TieView| {
        let ids: Vec<&str> = t.evidence.iter().map(|e| e.0.as_str()).collect();
        vec![t.dyad.a.to_string(), t.dyad.b.to_string(), t.before.to_string(), t.after.to_string(), ids.join(" ")]
    };
    csv(&["a", "b", "before", "after", "evidence"], &view.ties.iter().map(row).collect::<Vec<_>>())
}

fn graphml(view: &NetworkView) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\
         <key id=\"en\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n<key id=\"ar\" for=\"node\" attr.name=\"label_ar\" attr.type=\"string\"/>\n\
         <key id=\"before\" for=\"edge\" attr.name=\"before\" attr.type=\"int\"/>\n<key id=\"after\" for=\"edge\" attr.name=\"after\" attr.type=\"int\"/>\n\
         <graph edgedefault=\"undirected\">\n",
    );
    for n in &view.actors {
        let _ = writeln!(
            out,
            "<node id=\"{}\"><data key=\"en\">{}</data><data key=\"ar\">{}</data></node>",
            n.code,
            xml(&n.name.en),
            xml(&n.name.ar)
        );
    }
    for (i, t) in view.ties.iter().enumerate() {
        let _ = writeln!(
            out,
            "<edge id=\"e{i}\" source=\"{}\" target=\"{}\"><data key=\"before\">{}</data><data key=\"after\">{}</data></edge>",
            t.dyad.a, t.dyad.b, t.before, t.after
        );
    }
    out + "</graph>\n</graphml>\n"
}

fn gexf(view: &NetworkView) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<graph defaultedgetype=\"undirected\">\n\
         <attributes class=\"edge\"><attribute id=\"0\" title=\"before\" type=\"integer\"/><attribute id=\"1\" title=\"after\" type=\"integer\"/></attributes>\n<nodes>\n",
    );
    for n in &view.actors {
        let _ = writeln!(out, "<node id=\"{}\" label=\"{}\"/>", n.code, xml(&n.name.en));
    }
    out.push_str("</nodes>\n<edges>\n");
    for (i, t) in view.ties.iter().enumerate() {
        let _ = writeln!(
            out,
            "<edge id=\"{i}\" source=\"{}\" target=\"{}\"><attvalues><attvalue for=\"0\" value=\"{}\"/><attvalue for=\"1\" value=\"{}\"/></attvalues></edge>",
            t.dyad.a, t.dyad.b, t.before, t.after
        );
    }
    out + "</edges>\n</graph>\n</gexf>\n"
}

fn address(call: &Call<'_>, version: &Version) -> String {
    format!("{}/b/{}/v/{}", call.app.config.origin, version.brief, version.number)
}

fn title(version: &Version) -> &str {
    let own = version.head.title.get(version.head.language);
    if own.is_empty() { &version.head.title.en } else { own }
}

/// A BibTeX entry. Keys are plain letters and digits; braces keep the capitals of the title.
fn bibtex(call: &Call<'_>, version: &Version, name: &str) -> String {
    let plain = |t: &str| t.replace(['{', '}', '\\'], "");
    let (year, month) = (version.time.get(..4).unwrap_or_default(), version.time.get(5..7).unwrap_or_default());
    format!(
        "@techreport{{detente-{}-v{},\n  title = {{{{{}}}}},\n  institution = {{{{{}}}}},\n  year = {{{year}}},\n  month = {{{month}}},\n  number = {{{}}},\n  url = {{{}}},\n  note = {{Version {}, SHA-256 {}}}\n}}\n",
        version.brief,
        version.number,
        plain(title(version)),
        plain(name),
        version.brief,
        address(call, version),
        version.number,
        version.hash
    )
}

fn csl(call: &Call<'_>, version: &Version, name: &str) -> serde_json::Value {
    let part = |range: std::ops::Range<usize>| version.time.get(range).and_then(|p| p.parse::<u32>().ok());
    let date: Vec<u32> = [part(0..4), part(5..7), part(8..10)].into_iter().flatten().collect();
    serde_json::json!([{
        "id": format!("detente-{}-v{}", version.brief, version.number),
        "type": "report",
        "title": title(version),
        "author": [{"literal": name}],
        "publisher": name,
        "issued": {"date-parts": [date]},
        "version": version.number.to_string(),
        "language": version.head.language.tag(),
        "URL": address(call, version),
    }])
}
