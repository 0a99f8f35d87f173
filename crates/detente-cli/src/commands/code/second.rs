//! `detente code --coder llm`: a model as a second reader, its answer held against the page and the grammar.

use std::time::Duration;

use clap::{Args, ValueEnum};
use detente_coder::code;
use detente_coder::read::Page;
use detente_coder::second::{Difference, Disagreement, Second, content, examine, request};
use serde_json::{Value, json};

use super::endpoint::Endpoint;
use super::{coding_fields, failed, listing};
use crate::{CliError, output};

/// Who reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// The grammar of this program: no network, the same answer every time.
    #[default]
    Grammar,
    /// A model behind an OpenAI-compatible server; only what stands verbatim in the text is kept.
    Llm,
}

/// How a model is asked.
#[derive(Debug, Args)]
pub struct SecondArgs {
    /// Who reads the article.
    #[arg(long, value_enum, default_value_t)]
    pub coder: Reader,
    /// The server of the model, such as http://127.0.0.1:8080/v1; the article is sent to it.
    #[arg(long, value_name = "URL", required_if_eq("coder", "llm"))]
    pub endpoint: Option<String>,
    /// The model, as the server calls it.
    #[arg(long, value_name = "NAME", required_if_eq("coder", "llm"))]
    pub model: Option<String>,
    /// The environment variable that holds the key of the server; none is sent when it is not set.
    #[arg(long, value_name = "VARIABLE", default_value = "DETENTE_LLM_KEY")]
    pub key_variable: String,
    /// How many seconds to wait for the answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
}

/// Asks the model, and prints what was kept, what was not, and where it differs from the grammar.
pub(super) fn run(args: &SecondArgs, page: &Page, as_json: bool) -> Result<(), CliError> {
    let model = args.model.as_deref().unwrap_or_default();
    let key = std::env::var(&args.key_variable).ok().filter(|k| !k.trim().is_empty());
    let patience = Duration::from_secs(args.timeout);
    let endpoint = Endpoint::new(args.endpoint.as_deref().unwrap_or_default(), key.map(|k| k.trim().to_owned()), patience)?;
    let wrong = |e: detente_coder::second::SecondError| CliError::Failed(e.to_string());
    let answer = endpoint.ask(&request(page, model).map_err(|e| CliError::Invalid(e.to_string()))?)?;
    let second = examine(page, &code(page), model, &content(&answer).map_err(wrong)?).map_err(wrong)?;
    if as_json { output::answer(&to_json(&second, model)?) } else { output::answer(&shown(&second)) }
}

/// The coding of the items kept, and beside it what the reading was like.
fn to_json(second: &Second, model: &str) -> Result<String, CliError> {
    let mut out = coding_fields(&second.coding)?;
    let reading = json!({"model": model, "rejected": second.rejected, "disagreements": second.disagreements});
    out.insert("second_reader".to_owned(), reading);
    serde_json::to_string_pretty(&Value::Object(out)).map_err(|e| failed(&e))
}

/// The reading for people.
fn shown(second: &Second) -> String {
    let mut out = vec![listing(&second.coding)];
    out.extend(second.rejected.iter().map(|r| format!("rejected   {}: {}\n           {}", r.kind, r.reason, r.item)));
    out.extend(second.disagreements.iter().map(difference));
    out.push(format!("{} rejected, {} disagreements", second.rejected.len(), second.disagreements.len()));
    out.join("\n")
}

fn difference(d: &Disagreement) -> String {
    let what = match d.what {
        Difference::OnlyGrammar => "only the grammar has",
        Difference::OnlyModel => "only the model has",
        Difference::Codes => "coded otherwise:",
    };
    let sides = [&d.grammar, &d.model].into_iter().flatten().map(|v| format!("\n           {}", brief(v)));
    format!("differs    {}, {what}{}", d.kind, sides.collect::<String>())
}

/// An item in one line: its codes and its words.
fn brief(item: &Value) -> String {
    let names =
        ["source", "target", "from", "to", "cameo", "parties", "signed", "status", "speaker_name", "marker", "dyad", "sign"];
    let plain = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
    let codes = names.iter().filter_map(|n| item.get(n)).filter(|v| !v.is_null()).map(plain);
    let words = ["quote", "if"].iter().find_map(|n| item.get(n)?.get("exact")?.as_str()).map(|w| format!("“{w}”"));
    codes.chain(words).collect::<Vec<_>>().join(" ")
}
