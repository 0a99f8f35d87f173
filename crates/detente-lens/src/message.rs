//! A sentence before it is put into words: the id of a Fluent message and its arguments.

use detente_codebook::{ActorCode, ClauseType, Dyad, Edtf, Phrase};
use serde::{Deserialize, Serialize};

/// One argument of a message. Rendering knows how each kind reads in each language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// An actor, shown by name.
    Actor(ActorCode),
    /// A dyad, shown by both names.
    Dyad(Dyad),
    /// A count; it selects the plural form.
    Count(u64),
    /// A number and the decimals it is shown with.
    Number(f64, u8),
    /// A share in \[0, 1\], shown as a percentage.
    Share(f64),
    /// A date.
    Date(Edtf),
    /// A kind of obligation, shown in words with its ATOP name.
    Clause(ClauseType),
    /// Words that stand in both languages.
    Phrase(Phrase),
    /// Words of a source, or a name, shown as they are.
    Text(String),
    /// Another message, shown within this one.
    Message(Box<Message>),
    /// Several arguments, joined as a list of the language.
    List(Vec<Arg>),
}

impl Arg {
    /// How many there are, as a count.
    #[must_use]
    pub fn count(n: usize) -> Self {
        Self::Count(u64::try_from(n).unwrap_or(u64::MAX))
    }
}

/// The id of a message and its arguments by name, in a fixed order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The id in `data/messages/*.ftl`.
    pub id: String,
    /// Arguments by name.
    pub args: Vec<(String, Arg)>,
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: Vec::new() }
    }

    /// The message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.push((name.to_owned(), arg));
        self
    }
}
