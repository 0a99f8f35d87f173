//! One record of `detente code --from jsonl`, and which route codes it.

use std::borrow::Cow;

use detente_codebook::{Edtf, Gap, Language};
use detente_coder::conllu::{self, Parsed};
use detente_coder::precise::{self, Coded};
use detente_coder::{code_events, code_parsed};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::CodeArgs;
use super::dictionaries::Chosen;
use super::explain;
use crate::CliError;

/// What a run needs for each record.
pub(super) struct Setup<'a> {
    args: &'a CodeArgs,
    pub(super) dictionaries: Chosen,
}

/// A record as it is given.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow, default)]
    lang: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    date: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    conllu: Option<Cow<'a, str>>,
}

/// What is said of a record without anything to code.
const NOTHING: &str = "the record has neither `text` nor `conllu`: give one of them as a string";

/// Why a record was not coded.
pub(super) struct Failure {
    pub(super) id: Value,
    pub(super) kind: &'static str,
    pub(super) message: String,
}

#[derive(Serialize)]
struct Line<'a, E> {
    id: &'a Value,
    events: &'a [E],
    gaps: &'a [Gap],
}

/// The answer to a record, as a line of JSON.
fn line<E: Serialize>(id: &Value, events: &[E], gaps: &[Gap]) -> Result<String, String> {
    serde_json::to_string(&Line { id, events, gaps }).map_err(|e| e.to_string())
}

impl<'a> Setup<'a> {
    pub(super) fn new(args: &'a CodeArgs) -> Result<Self, CliError> {
        Ok(Self { args, dictionaries: Chosen::new(args)? })
    }

    /// The day of publication that the options give.
    pub(super) fn date(&self) -> Option<Edtf> {
        self.args.date
    }

    /// The answer to a line of input.
    pub(super) fn answer(&self, bytes: &[u8]) -> Result<String, Failure> {
        let record: Record<'_> = match serde_json::from_slice(bytes) {
            Ok(record) => record,
            Err(e) => return Err(self.unread(bytes, &e)),
        };
        self.coded(&record).map_err(|message| Failure { id: record.id.clone(), kind: "record", message })
    }

    /// A line that is no JSON, or whose fields are of another kind.
    fn unread(&self, bytes: &[u8], error: &serde_json::Error) -> Failure {
        let value: Option<Value> = serde_json::from_slice(bytes).ok();
        let id = value.as_ref().and_then(|v| v.get("id")).cloned().unwrap_or(Value::Null);
        let kind = if value.is_some() { "record" } else { "json" };
        Failure { id, kind, message: place_of(error) }
    }

    fn coded(&self, record: &Record<'_>) -> Result<String, String> {
        let date = record.date.as_deref().map(str::parse::<Edtf>).transpose().map_err(|e| e.to_string())?.or(self.args.date);
        let language = self.language(record.lang.as_deref());
        if self.args.explain {
            return self.reasons(record, language, date);
        }
        match (record.conllu.as_deref(), record.text.as_deref()) {
            (Some(parse), text) => self.parsed(&record.id, parse, text, language, date),
            (None, Some(text)) => {
                let coding = code_events(text, language.built_in(), date);
                line(&record.id, &coding.events, &coding.gaps)
            }
            (None, None) => Err(NOTHING.to_owned()),
        }
    }

    fn language(&self, given: Option<&str>) -> Tongue {
        match given {
            Some("ar") => Tongue::Arabic,
            Some("en") => Tongue::English,
            Some(_) => Tongue::Other,
            None => match self.args.lang.language() {
                Some(Language::Ar) => Tongue::Arabic,
                Some(Language::En) => Tongue::English,
                None => Tongue::Unknown,
            },
        }
    }

    /// Why a record is coded as it is, for people: its id, then a block a sentence.
    fn reasons(&self, record: &Record<'_>, language: Tongue, date: Option<Edtf>) -> Result<String, String> {
        let sentences = record.conllu.as_deref().map(conllu::read_unplaced).transpose().map_err(|e| e.to_string())?;
        let first = sentences.as_deref().and_then(<[Parsed]>::first).map(|s| s.text.as_str());
        let text = record.text.as_deref().or(first).ok_or_else(|| NOTHING.to_owned())?;
        let told = language.told(text);
        let by_frames = told == Tongue::Arabic && !matches!(self.dictionaries, Chosen::Replaced(_));
        let blocks = match &sentences {
            Some(sentences) if !by_frames => self.explained(sentences, date),
            _ => explain::sentences(text, told.built_in(), date),
        };
        let id = record.id.as_str().map_or_else(|| record.id.to_string(), str::to_owned);
        Ok(format!("# {id}\n{blocks}\n"))
    }

    /// The events of the sentences of a parse, their quotes counted in the text of the record.
    fn parsed(
        &self,
        id: &Value,
        parse: &str,
        text: Option<&str>,
        language: Tongue,
        date: Option<Edtf>,
    ) -> Result<String, String> {
        let sentences = conllu::read_unplaced(parse).map_err(|e| e.to_string())?;
        let whole: Cow<'_, str> = match (text, sentences.as_slice()) {
            (Some(text), _) => Cow::Borrowed(text),
            (None, [one]) => Cow::Borrowed(one.text.as_str()),
            (None, many) => Cow::Owned(many.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ")),
        };
        self.answered(id, &sentences, &whole, language, date)
    }

    fn answered(
        &self,
        id: &Value,
        sentences: &[Parsed],
        whole: &str,
        language: Tongue,
        date: Option<Edtf>,
    ) -> Result<String, String> {
        let language = language.told(whole);
        let (coded, gaps) = match (&self.dictionaries, language) {
            (Chosen::BuiltIn, Tongue::Arabic) => {
                let coding = by_frames(sentences, whole, date);
                return line(id, &coding.events, &coding.gaps);
            }
            (Chosen::Extended(all), Tongue::Arabic) => {
                let coding = by_frames(sentences, whole, date);
                return self.both(id, coding, &precise::code_all(all, sentences, whole, date).events);
            }
            (chosen, _) => {
                let answer = precise::code_all(chosen.all(), sentences, whole, date);
                (answer.events, answer.gaps)
            }
        };
        line(id, &coded, &gaps)
    }

    /// The answer to a sentence of a file, numbered from 1.
    pub(super) fn sentence(&self, number: usize, sentence: &Parsed) -> Result<String, String> {
        let id = Value::String(format!("s{}", number + 1));
        let one = std::slice::from_ref(sentence);
        self.answered(&id, one, &sentence.text, self.language(None), self.args.date)
    }

    /// What the frames say, then what the dictionaries say of other pairs.
    fn both(&self, id: &Value, coding: detente_codebook::Coding, more: &[Coded]) -> Result<String, String> {
        let said = |c: &&Coded| coding.events.iter().any(|e| e.source.as_str() == c.source && e.target.as_str() == c.target);
        let value = |e: serde_json::Result<Value>| e.map_err(|e| e.to_string());
        let mut all: Vec<Value> = coding.events.iter().map(|e| value(serde_json::to_value(e))).collect::<Result<_, _>>()?;
        for (n, coded) in more.iter().filter(|c| !said(c)).enumerate() {
            let id = format!("e{}", coding.events.len() + n + 1);
            all.push(value(serde_json::to_value(Coded { id, ..coded.clone() }))?);
        }
        line(id, &all, &coding.gaps)
    }
}

/// What is wrong with the JSON of a record: a record is one line, so only the column says where.
fn place_of(error: &serde_json::Error) -> String {
    let (whole, line) = (error.to_string(), format!(" at line {} column", error.line()));
    whole.replace(&line, " at column")
}

/// Arabic is coded by frames, which know its words; a parse tells them who does what.
fn by_frames(sentences: &[Parsed], text: &str, date: Option<Edtf>) -> detente_codebook::Coding {
    match sentences {
        [one] => code_parsed(&one.clone().on(text), Some(Language::Ar), date),
        _ => code_events(text, Some(Language::Ar), date),
    }
}

/// The language of a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tongue {
    Arabic,
    English,
    /// One that only dictionaries can code.
    Other,
    /// Not said.
    Unknown,
}

impl Tongue {
    fn built_in(self) -> Option<Language> {
        match self {
            Self::Arabic => Some(Language::Ar),
            Self::English => Some(Language::En),
            Self::Other | Self::Unknown => None,
        }
    }

    /// Told from the letters where it is not said.
    fn told(self, text: &str) -> Self {
        let arabic = |c: &char| ('\u{0600}'..='\u{06FF}').contains(c);
        match self {
            Self::Unknown if text.chars().filter(arabic).count() * 2 > text.chars().count() => Self::Arabic,
            other => other,
        }
    }
}
