//! `detente code`: one article, or sentences as JSON lines.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use detente_codebook::{Coding, Edtf};
use detente_coder::read::Form;
use detente_coder::{code, explain_page};
use serde_json::{Map, Value, json};

mod dictionaries;
mod endpoint;
mod explain;
mod progress;
mod reasons;
mod record;
mod records;
mod second;

use crate::args::Tongue;
use crate::{CliError, input, output};

/// What `detente code` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente code article.txt --json\n  curl -s https://example.org/page | detente code - --from html --json\n  detente code sentences.jsonl --from jsonl\n  detente code sentences.jsonl --from jsonl --explain\n  detente code parsed.conllu --from conllu --dictionaries my.actors.txt\n  detente code article.txt --coder llm --endpoint http://127.0.0.1:8080/v1 --model NAME"
)]
pub struct CodeArgs {
    /// The article; `-` is standard input.
    #[arg(default_value = "-")]
    pub file: String,
    /// The language of the article.
    #[arg(long, value_enum, default_value_t = Tongue::Auto)]
    pub lang: Tongue,
    /// The day of publication, when the page does not say it or says it wrongly.
    #[arg(long, value_parser = crate::args::date)]
    pub date: Option<Edtf>,
    /// What the file holds; told from its first tags when not given.
    #[arg(long, value_enum)]
    pub from: Option<From>,
    /// Dictionaries of the PETRARCH family to be used beside the built-in ones, for parsed sentences: a file, or
    /// a folder of them; may be given more than once.
    #[arg(long, value_name = "PATH", conflicts_with = "only_dictionaries")]
    pub dictionaries: Vec<PathBuf>,
    /// As --dictionaries, in place of the built-in ones.
    #[arg(long, value_name = "PATH")]
    pub only_dictionaries: Vec<PathBuf>,
    /// Print JSON (schema detente.coding/1).
    #[arg(long)]
    pub json: bool,
    /// Say for each sentence which frames its words call up, who fills them, and what came of it.
    #[arg(long, conflicts_with = "json")]
    pub explain: bool,
    /// A model as a second reader.
    #[command(flatten)]
    pub second: second::SecondArgs,
}

/// The forms of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// Plain text.
    Text,
    /// A page.
    Html,
    /// One record a line: {id, lang?, date?, text?, conllu?}.
    Jsonl,
    /// Parsed sentences, ten columns a word.
    Conllu,
}

impl CodeArgs {
    fn has_dictionaries(&self) -> bool {
        !self.dictionaries.is_empty() || !self.only_dictionaries.is_empty()
    }
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be read, or holds no article.
pub fn run(args: &CodeArgs) -> Result<(), CliError> {
    let asks = args.second.coder == second::Reader::Llm;
    if asks && (args.explain || matches!(args.from, Some(From::Jsonl | From::Conllu))) {
        return Err(CliError::Usage(
            "--coder llm reads one article: not with --explain, --from jsonl or --from conllu".to_owned(),
        ));
    }
    if args.from == Some(From::Jsonl) {
        return records::run(args);
    }
    if args.from == Some(From::Conllu) {
        return records::sentences(args);
    }
    if args.has_dictionaries() {
        output::say(
            "note: dictionaries are used on parsed sentences (--from conllu, or `conllu` in --from jsonl); this text has no parse",
        );
    }
    let form = args.from.map(|f| if f == From::Html { Form::Html } else { Form::Text });
    let page = input::page(&args.file, args.lang.language(), form, args.date)?;
    if asks {
        return second::run(&args.second, &page, args.json);
    }
    if args.explain {
        return output::answer(&explain::listing(&explain_page(&page), page.document.language));
    }
    let coding = code(&page);
    if args.json { output::answer(&to_json(&coding)?) } else { output::answer(&listing(&coding)) }
}

fn failed(e: &serde_json::Error) -> CliError {
    CliError::Failed(format!("cannot write JSON: {e}"))
}

/// The coding with its schema first.
fn to_json(coding: &Coding) -> Result<String, CliError> {
    serde_json::to_string_pretty(&Value::Object(coding_fields(coding)?)).map_err(|e| failed(&e))
}

fn coding_fields(coding: &Coding) -> Result<Map<String, Value>, CliError> {
    let mut out = Map::new();
    out.insert("schema".to_owned(), json!("detente.coding/1"));
    if let Value::Object(fields) = serde_json::to_value(coding).map_err(|e| failed(&e))? {
        out.extend(fields);
    }
    Ok(out)
}

/// The coding for people: one line an item, its words beneath.
fn listing(coding: &Coding) -> String {
    let mut out = Vec::new();
    for a in &coding.actors {
        out.push(format!("actor      {}  {} ({} mentions)", a.code, a.name, a.mentions.len()));
    }
    for e in &coding.events {
        let date = e.date.map_or_else(|| "undated".to_owned(), |d| d.to_string());
        out.push(format!(
            "event      {} > {}  {} {}  {date}  [{}]\n           {}",
            e.source,
            e.target,
            e.cameo,
            e.plover.name(),
            e.rule,
            e.quote.exact
        ));
    }
    for t in &coding.treaties {
        let parties: Vec<&str> = t.parties.iter().map(detente_codebook::ActorCode::as_str).collect();
        out.push(format!("treaty     {}  {}", parties.join("-"), t.name.as_ref().map_or("", |n| &n.exact)));
        out.extend(t.clauses.iter().map(|c| {
            format!("  clause   {}{}\n           {}", if c.present { "" } else { "no " }, c.kind.name(), c.quote.exact)
        }));
    }
    out.extend(
        coding
            .transfers
            .iter()
            .map(|t| format!("transfer   {} > {}  {} ({:?})\n           {}", t.from, t.to, t.item, t.status, t.quote.exact)),
    );
    out.extend(coding.statements.iter().map(|s| format!("statement  {}\n           {}", s.speaker_name, s.quote.exact)));
    out.extend(
        coding.conditionals.iter().map(|c| format!("if         {}\nthen       {}", c.antecedent.exact, c.consequent.exact)),
    );
    out.extend(coding.hedges.iter().map(|h| format!("hedge      {}\n           {}", h.marker, h.quote.exact)));
    out.extend(
        coding.ties.iter().map(|t| format!("tie        {}-{} {:?}\n           {}", t.dyad.a, t.dyad.b, t.sign, t.quote.exact)),
    );
    out.push(format!("{} gaps", coding.gaps.len()));
    out.join("\n")
}
