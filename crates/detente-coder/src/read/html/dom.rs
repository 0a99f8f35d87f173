//! The elements and texts of a page in document order, so that no walk over them needs a stack.

use dom_query::{Document, NodeRef};

/// An element or a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The name of the element; empty for a text.
    pub(super) name: String,
    /// The text; empty for an element.
    pub(super) text: String,
    attributes: Vec<(String, String)>,
    /// The element it stands in.
    pub(super) parent: Option<usize>,
    /// One past its last descendant.
    pub(super) end: usize,
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is an element of one of these names.
    pub(super) fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }

    /// Its class names and its id.
    pub(super) fn classes(&self) -> impl Iterator<Item = &str> {
        let named = [self.attribute("class"), self.attribute("id"), self.attribute("itemprop")];
        named.into_iter().flatten().flat_map(str::split_whitespace)
    }
}

/// A page as a list of nodes: the descendants of node `i` are those from `i + 1` up to its end.
#[derive(Clone, Debug, Default)]
pub(super) struct Dom {
    /// The nodes in document order.
    pub(super) nodes: Vec<Node>,
}

impl Dom {
    /// Parses a page; every text is a page to the parser of the HTML standard.
    pub(super) fn parse(html: &str) -> Self {
        let document = Document::from(html);
        let mut dom = Self::default();
        let mut open = Vec::new();
        let mut next = Some(document.root());
        while let Some(node) = next {
            dom.push(&node, open.last().copied());
            open.push(dom.nodes.len() - 1);
            next = node.first_child().or_else(|| dom.leave(&node, &mut open));
        }
        dom
    }

    fn push(&mut self, node: &NodeRef<'_>, parent: Option<usize>) {
        let text = if node.is_text() { node.text().to_string() } else { String::new() };
        let name = node.node_name().map(|n| n.to_ascii_lowercase()).unwrap_or_default();
        let attributes = node.attrs().into_iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        self.nodes.push(Node { name, text, attributes, parent, end: 0 });
    }

    /// Closes elements until one of them has a node after it.
    fn leave<'a>(&mut self, from: &NodeRef<'a>, open: &mut Vec<usize>) -> Option<NodeRef<'a>> {
        let mut node = *from;
        loop {
            let end = self.nodes.len();
            if let Some(closed) = open.pop().and_then(|i| self.nodes.get_mut(i)) {
                closed.end = end;
            }
            if open.is_empty() {
                return None;
            }
            match node.next_sibling() {
                Some(next) => return Some(next),
                None => node = node.parent()?,
            }
        }
    }

    /// The descendants of a node.
    pub(super) fn inner(&self, at: usize) -> &[Node] {
        let end = self.nodes.get(at).map_or(at, |n| n.end);
        self.nodes.get(at + 1..end).unwrap_or_default()
    }

    /// All text within a node, white space made one.
    pub(super) fn text_of(&self, at: usize) -> String {
        let whole: String = self.inner(at).iter().map(|n| n.text.as_str()).collect();
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The elements that hold a node, from the inside.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes.get(at).and_then(|n| n.parent), |i| self.nodes.get(*i).and_then(|n| n.parent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_stand_in_order_with_their_ends() {
        let dom = Dom::parse("<p class='a b'>One <b>two</b></p><p>three</p>");
        let first = dom.nodes.iter().position(|n| n.is(&["p"])).unwrap();
        assert_eq!(dom.text_of(first), "One two");
        assert_eq!(dom.nodes[first].classes().collect::<Vec<_>>(), ["a", "b"]);
        assert!(dom.nodes[dom.nodes[first].end].is(&["p"]));
        assert!(dom.nodes.iter().all(|n| n.end <= dom.nodes.len() && n.end > 0));
    }
}
