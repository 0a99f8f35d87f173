//! What can be wrong with an issue file or with a wish put to a model.

/// Why an issue file cannot be used. Every message names the place and the way to mend it.
#[derive(Debug, thiserror::Error, PartialEq, Clone)]
#[non_exhaustive]
pub enum CaseError {
    /// The text is no JSON.
    #[error("not a JSON document: {0}; a number must be finite, NaN and Infinity are not JSON")]
    Json(String),
    /// A field is missing or of the wrong kind.
    #[error("{at}: expected {expected}, found {found}")]
    Field {
        /// Where, as a path.
        at: String,
        /// What is expected.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A number is outside its range.
    #[error("{at}: {value} is outside {range}; {mend}")]
    Range {
        /// Where, as a path.
        at: String,
        /// The number.
        value: f64,
        /// The range it must be in.
        range: String,
        /// How to mend it.
        mend: &'static str,
    },
    /// The scale has no width.
    #[error("scale: min and max are both {0}; give the two ends of the issue")]
    Flat(f64),
    /// There is nobody.
    #[error("actors: the list is empty; an issue needs at least one actor")]
    Nobody,
    /// Two actors have one name.
    #[error("actors: `{0}` stands there twice; give each actor its own name")]
    Twice(String),
    /// An actor has another number of positions than the first.
    #[error("{at}: {found} numbers where the issue has {wanted} dimensions; give one for each dimension")]
    Dimensions {
        /// Where, as a path.
        at: String,
        /// How many there are.
        found: usize,
        /// How many are wanted.
        wanted: usize,
    },
    /// There are not as many issues after the shift as before.
    #[error("{found} issues after the shift where there are {wanted} before; give the same issues in the same order")]
    Issues {
        /// How many there are.
        found: usize,
        /// How many are wanted.
        wanted: usize,
    },
    /// A what-if names an actor that is not there.
    #[error("no actor is called `{0}`; the names are those of the file")]
    NoActor(String),
    /// A model is made for fewer actors.
    #[error("the model `{model}` compares all pairs and is run for at most {most} actors; this issue has {actors}")]
    TooMany {
        /// The model.
        model: &'static str,
        /// How many actors it takes.
        most: usize,
        /// How many there are.
        actors: usize,
    },
    /// A model is made for one dimension.
    #[error("the model `{0}` takes one dimension; give each dimension as an issue of its own")]
    OneDimension(&'static str),
}
