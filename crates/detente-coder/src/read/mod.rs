//! Reads a page: bytes in, the article and the furniture of the page out.
//!
//! Plain text is its own coordinate system: nothing in it is changed but the encoding. From HTML a
//! text is extracted first, and all quotes are of that text. Whatever cannot be told is left out:
//! a page without a title has none, and a short first paragraph is not made into one.

mod anatomy;
pub mod dates;
mod decode;
mod form;
mod furniture;
mod html;
mod language;
mod link;
mod lists;

mod phrase;
mod segment;
mod split;
mod title;
mod unit;

use detente_codebook::{Digest, Direction, Document, Edtf, Furniture, Language, Span, Text};

pub use form::Form;
pub use segment::{Sentence, segment, sentences_of};

/// The greatest number of bytes that is read.
pub const LIMIT: usize = 20_000_000;

/// What is known of a page before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Its language; told from the letters when absent.
    pub language: Option<Language>,
    /// Whether it is plain text or HTML; told from the first tags when absent.
    pub form: Option<Form>,
    /// The day of publication, which then stands before what the page says.
    pub date: Option<Edtf>,
}

/// A page that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The text that all spans and quotes count in.
    pub text: Text,
    /// What the page says of itself.
    pub document: Document,
    /// The day of publication, as given, as written on the page or as its head says.
    pub published: Option<Edtf>,
    /// The parts that are not the article, in order.
    pub furniture: Vec<Furniture>,
    /// The paragraphs of the body, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Runs of characters that show nothing yet may change what is read: direction overrides,
    /// zero-width characters, other controls. They stay in the text; who shows it must show them.
    pub hidden: Vec<Span>,
}

/// A paragraph or a heading of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a heading.
    pub heading: bool,
}

/// Why a page cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing to read.
    #[error("the page is empty: give a file or an input that holds text")]
    Empty,
    /// The bytes are no text.
    #[error("the input is not text: {what} at byte {at}; give plain text or HTML, best in UTF-8")]
    NotText {
        /// What shows it.
        what: String,
        /// The first byte that shows it.
        at: usize,
    },
    /// The page is longer than what is read.
    #[error("the page is longer than the {limit} bytes that are read: cut it into parts, or save the article alone")]
    TooLarge {
        /// Its length.
        bytes: usize,
        /// The greatest length.
        limit: usize,
    },
    /// The elements of the page stand in one another too deep.
    #[error("the elements of the page are nested too deep near byte {at}: save it as plain text")]
    TooDeep {
        /// Where the nesting passes the limit.
        at: usize,
    },
    /// Nothing remains once the furniture is taken away.
    #[error("the page holds only furniture (menus, polls, links) and no article: check that the page was saved whole")]
    OnlyFurniture,
}

/// Reads a page.
///
/// # Errors
///
/// [`ReadError::Empty`], [`ReadError::TooLarge`] and [`ReadError::NotText`] for input that is no
/// page; [`ReadError::TooDeep`] for HTML made to be nested without end; and
/// [`ReadError::OnlyFurniture`] when no article is found.
///
/// ```
/// use detente_coder::read::{ReadOptions, read};
///
/// let page = read(b"Iran and Russia signed a treaty.", &ReadOptions::default()).unwrap();
/// assert_eq!(page.paragraphs.len(), 1);
/// assert!(read(b"", &ReadOptions::default()).is_err());
/// ```
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Page, ReadError> {
    let received = decode::decode(bytes)?;
    let form = options.form.unwrap_or_else(|| form::form_of(&received));
    let mut page = match form {
        Form::Text => of_source(unit::plain(&received), options)?,
        Form::Html => of_html(&received, options)?,
    };
    page.document.digest = Digest::of(bytes).as_str().to_owned();
    Ok(page)
}

fn of_source(mut source: unit::Source, options: &ReadOptions) -> Result<Page, ReadError> {
    source.units = split::lines(&source.text, source.units);
    let parts = anatomy::find(&source)?;
    Ok(page(source, parts, options))
}

/// Reads a page of HTML; what only its head says is written above its visible text.
fn of_html(received: &str, options: &ReadOptions) -> Result<Page, ReadError> {
    let extract = html::extract(received)?;
    if extract.is_empty() {
        return Err(ReadError::OnlyFurniture);
    }
    let visible = of_source(extract.source(html::Lacks::default()), options)?;
    let lacks = html::Lacks {
        title: visible.document.title.is_none(),
        date: visible.document.published.is_none(),
        byline: visible.document.byline.is_none(),
        link: visible.document.short_link.is_none(),
    };
    let mut page = of_source(extract.source(lacks), options)?;
    page.document.text = Some(page.text.as_str().to_owned());
    Ok(page)
}

fn page(source: unit::Source, parts: anatomy::Parts, options: &ReadOptions) -> Page {
    let text = source.text;
    let quote = |span: Option<Span>| span.and_then(|s| text.quote(s));
    let language = options.language.unwrap_or_else(|| language::of(&text, parts.body(), source.meta.language));
    let headings = parts.paragraphs.iter().filter(|p| p.heading).filter_map(|p| text.quote(p.span));
    let document = Document {
        language,
        direction: if language == Language::Ar { Direction::Rtl } else { Direction::Ltr },
        title: quote(parts.title),
        question: quote(parts.question),
        category: quote(parts.category),
        byline: quote(parts.byline),
        short_link: quote(parts.short_link),
        post_id: parts.post_id,
        headings: headings.collect(),
        body: parts.body(),
        published: parts.published,
        digest: String::new(),
        text: None,
    };
    let published = options.date.or(document.published.as_ref().map(|p| p.date)).or(source.meta.published.map(|(_, day)| day));
    let hidden = hidden(&text);
    Page { document, published, furniture: parts.furniture, paragraphs: parts.paragraphs, text, hidden }
}

fn hidden(text: &Text) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (at, c) in text.as_str().chars().enumerate() {
        let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if !control && !detente_codebook::fold::is_invisible(c) {
            continue;
        }
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => out.push(Span::new(at, at + 1)),
        }
    }
    out
}
