//! What `brief` and `ask` take alike, and the way from these options to a printed brief.

use clap::{Args, ValueEnum};
use detente::render::{self, Width};
use detente::{Article, Asked, Brief, Manner, QuestionError, Sources, ask_with};
use detente_codebook::{Edtf, Language};
use detente_coder::read::ReadOptions;
use detente_ledger::Ledger;
use detente_lens::Question;
use jiff::civil::Date;

use crate::args::Tongue;
use crate::commands::issue::IssueArgs;
use crate::commands::{keep, ledger_file};
use crate::{CliError, clock, input, output};

/// Options of a question.
#[derive(Debug, Args)]
pub struct QuestionArgs {
    /// What is supposed, in codes; overrides the words: USA-RUS:improves, SAU-IRN:worsens.
    #[arg(long, value_name = "A-B:DIRECTION")]
    pub shift: Option<String>,
    /// What is asked about, in codes; overrides the words: RUS-IRN.
    #[arg(long, value_name = "C-D")]
    pub on: Option<String>,
    /// The day as of which the world is known: the date of the text when not given, else today.
    #[arg(long, value_name = "DATE", value_parser = crate::args::date)]
    pub as_of: Option<Edtf>,
    /// Over how many years the answer reaches.
    #[arg(long, value_name = "YEARS", default_value_t = 5)]
    pub horizon: u8,
    /// The language of the answer: that of the text or of the question when not given.
    #[arg(long, value_enum, default_value_t = Tongue::Auto)]
    pub lang: Tongue,
    /// The form of the answer; told from the name of --out when not given.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write to this file, whole or not at all, instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
    /// Read this ledger too, and keep the articles in it.
    #[arg(long, value_name = "FILE")]
    pub ledger: Option<String>,
    /// The seed of whatever is drawn at random.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Ask only these lenses.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    pub lens: Vec<String>,
    /// An issue for the bargaining lens.
    #[command(flatten)]
    pub issue: IssueArgs,
}

/// The forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines for a terminal.
    Terminal,
    /// Markdown.
    Markdown,
    /// One self-contained HTML file.
    Html,
    /// JSON (schema detente.brief/1).
    Json,
}

impl QuestionArgs {
    /// The day asked about: as given, else the last day the date of the first article may mean, else today.
    pub(crate) fn day(&self, articles: &[Article]) -> Result<Date, CliError> {
        let today = clock::today();
        let given = self.as_of.and_then(Edtf::last);
        let day = given.or_else(|| articles.first().and_then(Article::day)).unwrap_or(today);
        if day <= today {
            return Ok(day);
        }
        let whose = if given.is_some() { "--as-of is" } else { "the article is dated" };
        Err(CliError::Invalid(format!(
            "{whose} {day}, and nothing is known of a day after today, {today}\n  mend: give --as-of DATE, today or earlier"
        )))
    }

    /// The question of these options, in words or in codes.
    pub(crate) fn question(&self, words: Option<&str>, day: Date) -> Result<Question, QuestionError> {
        let (shift, on) = (self.shift.as_deref(), self.on.as_deref());
        Asked { words, shift, on, as_of: day, horizon: self.horizon }.read()
    }

    /// Answers a question and prints the brief.
    pub(crate) fn answer(&self, question: Question, articles: &[Article]) -> Result<(), CliError> {
        let ledger = self.ledger.as_deref().map(|path| ledger_file::with(path, articles)).transpose()?;
        detente_history::open_all();
        let spoken = question.text.as_deref().map(language_of);
        let (sources, issue) = (self.sources(articles, ledger.as_ref()), self.issue.issue()?);
        self.issue.write(&question, &sources)?;
        let mut brief = ask_with(question, &sources, &self.manner(), issue.as_ref()).map_err(failed)?;
        if let (true, Some(language)) = (articles.is_empty(), spoken) {
            brief.language = language;
        }
        self.print(&brief)
    }

    fn sources<'a>(&self, articles: &'a [Article], ledger: Option<&'a Ledger>) -> Sources<'a> {
        Sources { articles, ledger }
    }

    /// The lenses to ask and the seed.
    pub(crate) fn manner(&self) -> Manner {
        Manner { lenses: self.lens.clone(), seed: self.seed }
    }

    /// Prints a brief in the form and language asked for, and keeps it for `why`.
    pub(crate) fn print(&self, brief: &Brief) -> Result<(), CliError> {
        let language = self.lang.language().unwrap_or(brief.language);
        let words = |e: serde_json::Error| CliError::Failed(format!("cannot write JSON: {e}"));
        let text = match self.form() {
            Format::Terminal => render::terminal(brief, language, Width::default()),
            Format::Markdown => render::markdown(brief, language),
            Format::Html => render::html(brief, language),
            Format::Json => render::json(brief).map_err(words)?,
        };
        keep::keep(brief);
        output::deliver(&text, self.out.as_deref())
    }

    fn form(&self) -> Format {
        let ending = self.out.as_deref().and_then(|o| o.rsplit_once('.')).map(|(_, e)| e.to_ascii_lowercase());
        self.format.unwrap_or(match ending.as_deref() {
            Some("html" | "htm") => Format::Html,
            Some("md" | "markdown") => Format::Markdown,
            Some("json") => Format::Json,
            _ => Format::Terminal,
        })
    }
}

/// The language of a question in words.
fn language_of(words: &str) -> Language {
    let arabic = words.chars().any(|c| ('\u{0621}'..='\u{064A}').contains(&c));
    if arabic { Language::Ar } else { Language::En }
}

/// Reads and codes articles.
pub(crate) fn articles(paths: &[String], language: Option<Language>) -> Result<Vec<Article>, CliError> {
    let options = ReadOptions { language, ..ReadOptions::default() };
    let one = |path: &String| {
        let read = Article::read(&input::bytes(path)?, path, &options);
        read.map_err(|e| CliError::Invalid(format!("{path}: {e}")))
    };
    paths.iter().map(one).collect()
}

/// What keeps a question from being read, as the command line reports it.
pub(crate) fn unread(error: &QuestionError) -> CliError {
    CliError::Invalid(error.to_string())
}

fn failed(error: detente::AskError) -> CliError {
    match error {
        detente::AskError::NoLens { .. } => CliError::Usage(error.to_string()),
        detente::AskError::Issue(_) => CliError::Invalid(error.to_string()),
        other => CliError::Failed(other.to_string()),
    }
}
