//! What a brief shows of one entry of the base.

use detente_codebook::{Confidence, Edtf, Phrase, RecordId, Source};

/// One entry of the base as evidence: what it says and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: RecordId,
    /// `war`, `rivalry`, `sanctions`, … for facts; else `treaty`, `clause`, `absent` or `rate`.
    pub kind: String,
    /// Where it was seen.
    pub source: Source,
    /// What it says, in both languages; figures of a rate read alike in both.
    pub text: Phrase,
    /// How sure it is.
    pub confidence: Confidence,
    /// The day from which it was known.
    pub known: Option<Edtf>,
}
