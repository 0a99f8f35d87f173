//! How much of a page stands in each element: text, text of links, and links.

use std::collections::BTreeSet;

use super::dom::Dom;
use super::markup;

/// Sums over the nodes before each node, so that any element is measured by two of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    text: Vec<usize>,
    linked: Vec<usize>,
    links: Vec<usize>,
    /// For each node, whether it or an element around it is hidden.
    hidden: Vec<bool>,
    /// The tables of data: those with cells that head rows or columns, or with a caption.
    data: BTreeSet<usize>,
}

impl Measure {
    /// Measures a page.
    pub(super) fn of(dom: &Dom) -> Self {
        let (hidden, data) = (Vec::new(), BTreeSet::new());
        let mut out = Self { text: vec![0], linked: vec![0], links: vec![0], hidden, data };
        let (mut hidden_to, mut link_to) = (0, 0);
        for (at, node) in dom.nodes.iter().enumerate() {
            if at >= hidden_to && markup::is_hidden(node) {
                hidden_to = node.end;
            }
            let hidden = at < hidden_to;
            let opens = !hidden && node.is(&["a"]) && node.attribute("href").is_some();
            if opens {
                link_to = link_to.max(node.end);
            }
            let count = if hidden { 0 } else { node.text.chars().filter(|c| !c.is_whitespace()).count() };
            out.push(count, if at < link_to { count } else { 0 }, usize::from(opens));
            out.hidden.push(hidden);
            if node.is(&["th", "caption"]) {
                out.data.extend(table_of(dom, at));
            }
        }
        out
    }

    fn push(&mut self, text: usize, linked: usize, links: usize) {
        for (sums, more) in [(&mut self.text, text), (&mut self.linked, linked), (&mut self.links, links)] {
            let last = sums.last().copied().unwrap_or_default();
            sums.push(last + more);
        }
    }

    fn within(sums: &[usize], dom: &Dom, at: usize) -> usize {
        let end = dom.nodes.get(at).map_or(at, |n| n.end);
        let sum = |i: usize| sums.get(i).copied().unwrap_or_default();
        sum(end).saturating_sub(sum(at))
    }

    /// Whether a cell is of a table of data, not of one that only lays out the page.
    pub(super) fn is_data(&self, dom: &Dom, cell: usize) -> bool {
        table_of(dom, cell).is_some_and(|table| self.data.contains(&table))
    }

    /// Whether a node is hidden.
    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(true)
    }

    /// How many letters and marks an element shows.
    pub(super) fn text(&self, dom: &Dom, at: usize) -> usize {
        Self::within(&self.text, dom, at)
    }

    /// How many of them are in no link.
    pub(super) fn running(&self, dom: &Dom, at: usize) -> usize {
        self.text(dom, at).saturating_sub(Self::within(&self.linked, dom, at))
    }

    /// Whether an element shows more than `percent` of the running text of the page.
    pub(super) fn holds_over(&self, dom: &Dom, at: usize, percent: usize) -> bool {
        self.running(dom, at) * 100 > self.running(dom, 0) * percent
    }

    /// Whether an element is a list of links: three or more, of a length of headlines, and little else.
    pub(super) fn is_menu(&self, dom: &Dom, at: usize) -> bool {
        let (text, links) = (self.text(dom, at), Self::within(&self.links, dom, at));
        let linked = Self::within(&self.linked, dom, at);
        links >= 3 && linked * 5 >= text * 4 && linked <= links * 120
    }
}

/// The table of a cell, which stands at most a row and a group of rows outside it.
fn table_of(dom: &Dom, cell: usize) -> Option<usize> {
    dom.around(cell).take(3).find(|i| dom.nodes.get(*i).is_some_and(|n| n.is(&["table"])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_are_told_from_paragraphs_with_links() {
        let dom = Dom::parse(
            "<ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a></ul><p>Text of its own and <a href=d>a link</a></p>",
        );
        let measure = Measure::of(&dom);
        let at = |name: &str| dom.nodes.iter().position(|n| n.is(&[name])).unwrap();
        assert!(measure.is_menu(&dom, at("ul")) && !measure.is_menu(&dom, at("p")));
        assert_eq!(measure.running(&dom, at("p")), "Textofitsownand".len());
        assert!(measure.holds_over(&dom, at("p"), 90));
    }
}
