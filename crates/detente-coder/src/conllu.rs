//! CoNLL-U in: the parse of a sentence by any parser, with the labels of UD v1 or v2.
//!
//! Format: Nivre et al., Universal Dependencies (2016, 2020). Ten columns parted by tabs; ranges such
//! as `1-2` give the surface of the words in them, empty nodes such as `1.1` are left out.

use detente_codebook::{Span, Text};

/// A line that does not keep the format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the CoNLL-U: {what}")]
pub struct ConlluError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong, and what was expected.
    pub what: String,
}

/// A word of a parse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) head: Option<usize>,
    pub(crate) relation: String,
    pub(crate) span: Span,
}

/// A sentence with its parse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The sentence, as its comment gives it or as its words make it up.
    pub text: String,
    pub(crate) nodes: Vec<Node>,
}

/// The span of a word that the text does not hold.
const NOWHERE: Span = Span { start: 0, end: 0 };

/// The surface words of a sentence: what is written, and whether white space follows.
type Surface = Vec<(String, bool)>;

#[derive(Default)]
struct Reader {
    text: Option<String>,
    nodes: Vec<Node>,
    surface: Surface,
    /// For each node, the surface word it is part of.
    words: Vec<usize>,
    /// The last word of an open range.
    range: usize,
}

/// Reads the sentences of a CoNLL-U text.
///
/// # Errors
/// [`ConlluError`] for a line without ten columns, with an id or a head that is no number, or with a
/// head outside its sentence.
///
/// ```
/// use detente_coder::conllu::read;
///
/// let one = read("1\tIran\tIran\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n").unwrap();
/// assert_eq!(one[0].text, "Iran left");
/// assert!(read("1\tIran\n").is_err());
/// ```
pub fn read(conllu: &str) -> Result<Vec<Parsed>, ConlluError> {
    let (mut out, mut reader, mut first) = (Vec::new(), Reader::default(), 1);
    for (n, line) in conllu.lines().enumerate() {
        let number = n + 1;
        if line.trim().is_empty() {
            out.extend(std::mem::take(&mut reader).finish(first)?);
            first = number + 1;
        } else if let Some(comment) = line.strip_prefix('#') {
            reader.comment(comment);
        } else {
            reader.word(line).map_err(|what| ConlluError { line: number, what })?;
        }
    }
    out.extend(reader.finish(first)?);
    Ok(out)
}

impl Reader {
    fn comment(&mut self, comment: &str) {
        if let Some((key, text)) = comment.split_once('=')
            && key.trim() == "text"
        {
            self.text = Some(text.trim().to_owned());
        }
    }

    fn word(&mut self, line: &str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, _, _, _, head, relation, _, misc] = columns.as_slice() else {
            return Err(format!("{} columns: ten are expected, parted by tabs", columns.len()));
        };
        let spaced = !misc.contains("SpaceAfter=No");
        if id.contains('.') {
            return Ok(());
        }
        if let Some((_, last)) = id.split_once('-') {
            self.range = last.parse().map_err(|_| format!("`{id}` is no range of words"))?;
            self.surface.push(((*form).to_owned(), spaced));
            return Ok(());
        }
        let id: usize = id.parse().map_err(|_| format!("`{id}` is no number of a word"))?;
        if id != self.nodes.len() + 1 {
            return Err(format!("word {id} stands where word {} is expected", self.nodes.len() + 1));
        }
        if id > self.range {
            self.surface.push(((*form).to_owned(), spaced));
        }
        let head: usize = head.parse().map_err(|_| format!("`{head}` is no number of a head"))?;
        self.words.push(self.surface.len().saturating_sub(1));
        self.nodes.push(Node {
            form: (*form).to_owned(),
            lemma: lemma.to_lowercase(),
            head: head.checked_sub(1),
            relation: relation.to_lowercase(),
            span: Span::new(0, 0),
        });
        Ok(())
    }

    fn finish(mut self, line: usize) -> Result<Option<Parsed>, ConlluError> {
        if self.nodes.is_empty() {
            return Ok(None);
        }
        if let Some(n) = self.nodes.iter().position(|n| n.head.is_some_and(|h| h >= self.nodes.len())) {
            let what = format!("the head of word {} lies outside the sentence of {} words", n + 1, self.nodes.len());
            return Err(ConlluError { line, what });
        }
        let made: String = self.surface.iter().map(|(w, spaced)| format!("{w}{}", if *spaced { " " } else { "" })).collect();
        let text = self.text.take().unwrap_or_else(|| made.trim_end().to_owned());
        let spans = places(&Text::new(&text), &self.surface);
        for (node, word) in self.nodes.iter_mut().zip(&self.words) {
            node.span = spans.get(*word).copied().flatten().unwrap_or(NOWHERE);
        }
        Ok(Some(Parsed { text, nodes: self.nodes }))
    }
}

impl Parsed {
    /// The same parse for the words as another text writes them.
    #[must_use]
    pub fn on(mut self, text: &str) -> Self {
        let surface: Surface = self.nodes.iter().map(|n| (n.form.clone(), true)).collect();
        let spans = places(&Text::new(text), &surface);
        for (node, span) in self.nodes.iter_mut().zip(spans) {
            node.span = span.unwrap_or(NOWHERE);
        }
        text.clone_into(&mut self.text);
        self
    }

    /// The word that stands at a place of the text.
    pub(crate) fn at(&self, span: Span) -> Option<usize> {
        self.nodes.iter().position(|n| !n.span.is_empty() && n.span.touches(span))
    }

    /// The words that hang on a word, in order.
    pub(crate) fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        self.nodes.iter().enumerate().filter(move |(_, n)| n.head == Some(of)).map(|(i, _)| i)
    }

    /// Whether a word hangs on its head by one of these relations, subtypes apart.
    pub(crate) fn is(&self, node: usize, relations: &[&str]) -> bool {
        let relation = self.nodes.get(node).map_or("", |n| n.relation.as_str());
        relations.iter().any(|r| relation == *r || relation.strip_prefix(r).is_some_and(|rest| rest.starts_with(':')))
    }

    /// The preposition of a word.
    pub(crate) fn case(&self, node: usize) -> Option<&str> {
        self.children(node).find(|c| self.is(*c, &["case"])).and_then(|c| self.nodes.get(c)).map(|n| n.lemma.as_str())
    }
}

/// Where each surface word stands in the text, looked for from left to right.
fn places(text: &Text, surface: &Surface) -> Vec<Option<Span>> {
    let mut from = 0;
    let mut out = Vec::new();
    for (word, _) in surface {
        let rest = text.get(Span::new(from, text.len())).unwrap_or_default();
        let at = rest.find(word.as_str()).map(|byte| from + rest.get(..byte).unwrap_or_default().chars().count());
        let span = at.map(|a| Span::new(a, a + word.chars().count()));
        from = span.map_or(from, |s| s.end);
        out.push(span);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_comments_and_faults() {
        let text = "# text = Don't go.\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_\n\
            2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_\n3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n";
        let all = read(text).unwrap();
        assert_eq!((all.len(), all[0].text.as_str()), (1, "Don't go."));
        assert_eq!(all[0].nodes[2].span, Span::new(6, 8));
        let bad = text.replace("\t3\tadvmod", "\t9\tadvmod");
        assert!(read(&bad).is_err());
        assert_eq!(read("1\ta\n").unwrap_err().line, 1);
    }
}
