//! Which element of a page is the title of its article.

use detente_codebook::fold::fold;

use super::super::unit::Meta;
use super::dom::{Dom, Node};
use super::markup;
use super::measure::Measure;

/// The fewest words of a heading that is known by the title in the head of the page.
const WORDS: usize = 3;

/// The most nodes within a title.
const NODES: usize = 200;

/// The element that the head of the page repeats, else one marked as the title, else the first
/// heading that is not the name of the site.
pub(super) fn find(dom: &Dom, measure: &Measure, meta: &Meta) -> Option<usize> {
    let titles: Vec<String> = meta.titles.iter().map(|t| plain(t)).collect();
    let may: Vec<(usize, String)> = (0..dom.nodes.len())
        .filter(|i| !measure.is_hidden(*i) && dom.nodes.get(*i).is_some_and(|n| is_candidate(n) && n.end - i <= NODES))
        .map(|i| (i, plain(&dom.text_of(i))))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let repeated = |w: &str| w.split(' ').count() >= WORDS && titles.iter().any(|t| t.contains(w));
    let by_head = may.iter().filter(|(_, w)| repeated(w)).max_by_key(|(i, w)| (w.chars().count(), std::cmp::Reverse(*i)));
    let marked = |i: usize| dom.nodes.get(i).is_some_and(markup::is_title);
    let first = |(i, w): &&(usize, String)| is_first(dom, *i) && !is_site(dom, *i, w, meta);
    let found = by_head.or_else(|| may.iter().find(|(i, _)| marked(*i))).or_else(|| may.iter().find(first));
    found.map(|(i, _)| *i)
}

fn plain(words: &str) -> String {
    fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_candidate(node: &Node) -> bool {
    node.is(&["h1", "h2", "h3"]) || markup::is_title(node) && !node.is(&["body", "html", "article", "main", "meta"])
}

fn is_first(dom: &Dom, at: usize) -> bool {
    dom.nodes.get(at).is_some_and(|n| n.is(&["h1"]))
}

/// Whether a first heading names the site: so says the head, or a class of it or around it.
fn is_site(dom: &Dom, at: usize, words: &str, meta: &Meta) -> bool {
    let named = meta.site.as_ref().is_some_and(|s| plain(s) == words);
    let mut nodes = std::iter::once(at).chain(dom.around(at).take(2)).filter_map(|i| dom.nodes.get(i));
    named || nodes.any(|n| !n.is(&["body", "html"]) && markup::furniture(n).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Option<String> {
        let dom = Dom::parse(html);
        let at = find(&dom, &Measure::of(&dom), &super::super::head::read(&dom))?;
        Some(dom.text_of(at))
    }

    #[test]
    fn the_title_is_not_the_name_of_the_site() {
        let page = "<title>The pact may hold - Site</title><h1>Site</h1><h2>The pact may hold</h2><h2>Another</h2>";
        assert_eq!(of(page).as_deref(), Some("The pact may hold"));
        let logo = "<h1 class='site-title'>Site</h1><h1>A pact</h1>";
        assert_eq!(of(logo).as_deref(), Some("A pact"));
        assert_eq!(of("<div class='entry-title'>A pact</div>").as_deref(), Some("A pact"));
        assert_eq!(of("<p>Text</p>"), None);
    }
}
