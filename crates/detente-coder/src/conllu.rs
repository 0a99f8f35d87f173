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

/// The part of speech of a word, as far as it matters here (UPOS, Nivre et al. 2016).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Pos {
    Verb,
    Aux,
    /// Nouns and proper nouns.
    Noun,
    Pronoun,
    Adjective,
    Adverb,
    /// Prepositions, particles and subordinating conjunctions.
    Marker,
    #[default]
    Other,
}

impl Pos {
    fn named(tag: &str) -> Self {
        match tag {
            "VERB" => Self::Verb,
            "AUX" => Self::Aux,
            "NOUN" | "PROPN" => Self::Noun,
            "PRON" => Self::Pronoun,
            "ADJ" => Self::Adjective,
            "ADV" => Self::Adverb,
            "ADP" | "PART" | "SCONJ" => Self::Marker,
            _ => Self::Other,
        }
    }
}

/// Words of a parse, as a range of the bytes of its buffer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Piece {
    from: usize,
    to: usize,
}

/// A word of a parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    form: Piece,
    lemma: Piece,
    relation: Piece,
    pub(crate) pos: Pos,
    /// Whether it is a past participle.
    pub(crate) participle: bool,
    pub(crate) head: Option<usize>,
    pub(crate) span: Span,
}

/// A sentence with its parse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The sentence, as its comment gives it or as its words make it up.
    pub text: String,
    pub(crate) nodes: Vec<Node>,
    /// Forms, lemmas and relations, one behind the other: a sentence is one block of memory.
    buffer: String,
    surface: Surface,
    /// For each node, the surface word it is part of.
    words: Vec<usize>,
}

/// The span of a word that the text does not hold.
const NOWHERE: Span = Span { start: 0, end: 0 };

/// The surface words of a sentence: what is written, and whether white space follows.
type Surface = Vec<(Piece, bool)>;

/// The columns of a line.
const COLUMNS: usize = 10;

#[derive(Default)]
struct Reader {
    text: Option<String>,
    parsed: Parsed,
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
    let mut all = read_unplaced(conllu)?;
    for one in &mut all {
        let (spans, _) = one.places(&Text::new(&one.text), 0);
        one.nodes.iter_mut().zip(spans).for_each(|(node, span)| node.span = span);
    }
    Ok(all)
}

/// As [`read`], without looking for the place of each word in its text.
///
/// # Errors
/// As [`read`].
pub fn read_unplaced(conllu: &str) -> Result<Vec<Parsed>, ConlluError> {
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
        let mut columns = [""; COLUMNS];
        let mut count = 0;
        for column in line.split('\t') {
            if let Some(place) = columns.get_mut(count) {
                *place = column;
            }
            count += 1;
        }
        if count != COLUMNS {
            return Err(format!("{count} columns: ten are expected, parted by tabs"));
        }
        let [id, form, lemma, pos, tag, features, head, relation, _, misc] = columns;
        let spaced = !misc.contains("SpaceAfter=No");
        if id.contains('.') {
            return Ok(());
        }
        if let Some((_, last)) = id.split_once('-') {
            self.range = last.parse().map_err(|_| format!("`{id}` is no range of words"))?;
            let piece = self.parsed.keep(form);
            self.parsed.surface.push((piece, spaced));
            return Ok(());
        }
        let id: usize = id.parse().map_err(|_| format!("`{id}` is no number of a word"))?;
        if id != self.parsed.nodes.len() + 1 {
            return Err(format!("word {id} stands where word {} is expected", self.parsed.nodes.len() + 1));
        }
        let head: usize = head.parse().map_err(|_| format!("`{head}` is no number of a head"))?;
        let participle = tag == "VBN" || features.contains("VerbForm=Part") && !features.contains("Tense=Pres");
        let node = Node {
            form: self.parsed.keep(form),
            lemma: self.parsed.keep_small(lemma),
            relation: self.parsed.keep_small(relation),
            pos: Pos::named(pos),
            participle,
            head: head.checked_sub(1),
            span: NOWHERE,
        };
        self.add(node, id > self.range, spaced);
        Ok(())
    }

    fn add(&mut self, node: Node, surface: bool, spaced: bool) {
        if surface {
            self.parsed.surface.push((node.form, spaced));
        }
        self.parsed.words.push(self.parsed.surface.len().saturating_sub(1));
        self.parsed.nodes.push(node);
    }

    fn finish(mut self, line: usize) -> Result<Option<Parsed>, ConlluError> {
        let nodes = &self.parsed.nodes;
        if nodes.is_empty() {
            return Ok(None);
        }
        if let Some(n) = nodes.iter().position(|n| n.head.is_some_and(|h| h >= nodes.len())) {
            let what = format!("the head of word {} lies outside the sentence of {} words", n + 1, nodes.len());
            return Err(ConlluError { line, what });
        }
        let text = self.text.take().unwrap_or_else(|| self.parsed.made());
        Ok(Some(Parsed { text, ..self.parsed }))
    }
}

impl Parsed {
    fn keep(&mut self, word: &str) -> Piece {
        let from = self.buffer.len();
        self.buffer.push_str(word);
        Piece { from, to: self.buffer.len() }
    }

    /// Keeps a word in small letters.
    fn keep_small(&mut self, word: &str) -> Piece {
        if !word.is_ascii() {
            return self.keep(&word.to_lowercase());
        }
        let piece = self.keep(word);
        if let Some(kept) = self.buffer.get_mut(piece.from..) {
            kept.make_ascii_lowercase();
        }
        piece
    }

    fn piece(&self, piece: Piece) -> &str {
        self.buffer.get(piece.from..piece.to).unwrap_or_default()
    }

    /// A word as written.
    pub(crate) fn form(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", |n| self.piece(n.form))
    }

    /// The lemma of a word in small letters.
    pub(crate) fn lemma(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", |n| self.piece(n.lemma))
    }

    /// The relation of a word in small letters.
    pub(crate) fn relation(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", |n| self.piece(n.relation))
    }

    /// The text that the words of a sentence make up.
    fn made(&self) -> String {
        let mut out = String::with_capacity(self.buffer.len() / 2);
        for (word, spaced) in &self.surface {
            out.push_str(self.piece(*word));
            if *spaced {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// The same parse for the words as another text writes them.
    #[must_use]
    pub fn on(mut self, text: &str) -> Self {
        let (spans, _) = self.places(&Text::new(text), 0);
        self.nodes.iter_mut().zip(spans).for_each(|(node, span)| node.span = span);
        text.clone_into(&mut self.text);
        self
    }

    /// Where the words stand in a text, from a place on, and where the last of them ends; an empty span for a
    /// word that is not there.
    pub(crate) fn places(&self, text: &Text, from: usize) -> (Vec<Span>, usize) {
        let found = self.surface_places(text, from);
        let end = found.iter().flatten().map(|s| s.end).max().unwrap_or(from);
        let of = |word: &usize| found.get(*word).copied().flatten().unwrap_or(NOWHERE);
        (self.words.iter().map(of).collect(), end)
    }

    /// Where each surface word stands in the text, looked for from left to right.
    fn surface_places(&self, text: &Text, mut from: usize) -> Vec<Option<Span>> {
        let mut out = Vec::with_capacity(self.surface.len());
        for (piece, _) in &self.surface {
            let word = self.piece(*piece);
            let rest = text.get(Span::new(from, text.len())).unwrap_or_default();
            let at = rest.find(word).map(|byte| from + rest.get(..byte).unwrap_or_default().chars().count());
            let span = at.map(|a| Span::new(a, a + word.chars().count()));
            from = span.map_or(from, |s| s.end);
            out.push(span);
        }
        out
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
        let relation = self.relation(node);
        relations.iter().any(|r| relation == *r || relation.strip_prefix(r).is_some_and(|rest| rest.starts_with(':')))
    }

    /// The preposition of a word.
    pub(crate) fn case(&self, node: usize) -> Option<&str> {
        self.children(node).find(|c| self.is(*c, &["case"])).map(|c| self.lemma(c))
    }
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
