//! `detente code`: one article, or sentences as JSON lines.

use clap::{Args, ValueEnum};
use detente_codebook::{Coding, Edtf, Language};
use detente_coder::code;
use detente_coder::read::{Form, Page, ReadOptions, read};
use serde_json::{Map, Value, json};

use crate::args::Tongue;
use crate::{CliError, input, output};

/// What `detente code` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente code article.txt --json\n  curl -s https://example.org/page | detente code - --from html --json\n  detente code sentences.jsonl --from jsonl"
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
    /// Print JSON (schema detente.coding/1).
    #[arg(long)]
    pub json: bool,
}

/// The forms of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// Plain text.
    Text,
    /// A page.
    Html,
    /// One record a line: {id, lang?, date?, text}.
    Jsonl,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be read, or holds no article.
pub fn run(args: &CodeArgs) -> Result<(), CliError> {
    if args.from == Some(From::Jsonl) {
        return lines(args);
    }
    let form = args.from.map(|f| if f == From::Html { Form::Html } else { Form::Text });
    let page = input::page(&args.file, args.lang.language(), form, args.date)?;
    let coding = code(&page);
    if args.json { output::answer(&to_json(&coding)?) } else { output::answer(&listing(&coding)) }
}

fn failed(e: &serde_json::Error) -> CliError {
    CliError::Failed(format!("cannot write JSON: {e}"))
}

/// The coding with its schema first.
fn to_json(coding: &Coding) -> Result<String, CliError> {
    let mut out = Map::new();
    out.insert("schema".to_owned(), json!("detente.coding/1"));
    if let Value::Object(fields) = serde_json::to_value(coding).map_err(|e| failed(&e))? {
        out.extend(fields);
    }
    serde_json::to_string_pretty(&Value::Object(out)).map_err(|e| failed(&e))
}

/// One record a line in, one line out; a bad line gives an error line and the rest are coded.
fn lines(args: &CodeArgs) -> Result<(), CliError> {
    let bytes = input::bytes(&args.file)?;
    let text = String::from_utf8(bytes)
        .map_err(|e| CliError::Invalid(format!("{}: not UTF-8: {e}; JSON lines are read as UTF-8", input::name(&args.file))))?;
    let mut out = String::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        out.push_str(&one_line(line, args).to_string());
        out.push('\n');
    }
    output::answer(&out)
}

fn one_line(line: &str, args: &CodeArgs) -> Value {
    let record: Value = match serde_json::from_str(line) {
        Ok(record) => record,
        Err(e) => return json!({"id": null, "error": {"kind": "json", "message": e.to_string()}}),
    };
    let id = record.get("id").cloned().unwrap_or(Value::Null);
    match sentence(&record, args) {
        Ok(coding) => json!({"id": id, "events": coding.events, "gaps": coding.gaps}),
        Err(message) => json!({"id": id, "error": {"kind": "record", "message": message}}),
    }
}

fn sentence(record: &Value, args: &CodeArgs) -> Result<Coding, String> {
    let field = |name: &str| record.get(name).and_then(Value::as_str);
    let text = field("text").ok_or("the record has no `text`")?;
    let language = match field("lang") {
        Some("ar") => Some(Language::Ar),
        Some("en") => Some(Language::En),
        _ => args.lang.language(),
    };
    let date = field("date").map(str::parse::<Edtf>).transpose().map_err(|e| e.to_string())?.or(args.date);
    let options = ReadOptions { language, form: Some(Form::Text), date };
    Ok(code(&whole(read(text.as_bytes(), &options).map_err(|e| e.to_string())?)))
}

/// A record is a sentence: nothing of it is a title or a heading.
fn whole(mut page: Page) -> Page {
    let span = page.text.trim(detente_codebook::Span::new(0, page.text.len()));
    page.paragraphs = vec![detente_coder::read::Paragraph { span, heading: false }];
    page.document.title = None;
    page.document.body = Some(span);
    page
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
