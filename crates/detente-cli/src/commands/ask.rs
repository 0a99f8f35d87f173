//! `detente ask`: a what-if question, in words or in codes.

use clap::Args;

use crate::CliError;
use crate::commands::question::{QuestionArgs, articles, unread};

/// What `detente ask` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente ask \"If India and China normalise relations, how would Pakistan and China get on?\"
  detente ask --shift USA-RUS:improves --on RUS-IRN --as-of 2025-02-27
  detente ask --shift USA-RUS:improves --on RUS-IRN --issue issue.json
  detente ask \"Would a break between Moscow and Yerevan change Armenia and Iran?\" --source a.txt")]
pub struct AskArgs {
    /// The question in Arabic or English; may be left out when --shift and --on are given.
    pub words: Option<String>,
    /// An article to draw on; may be given several times, `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub source: Vec<String>,
    /// What is asked, and how the answer is given.
    #[command(flatten)]
    pub question: QuestionArgs,
}

/// Runs the command.
///
/// # Errors
/// When the question cannot be read, or a source holds no article.
pub fn run(args: &AskArgs) -> Result<(), CliError> {
    if args.words.is_none() && args.question.shift.is_none() && args.question.on.is_none() {
        let mend = "give a question in words, or --shift A-B:improves and --on C-D";
        return Err(CliError::Usage(format!("no question was asked\n  mend: {mend}")));
    }
    let articles = articles(&args.source, None)?;
    let day = args.question.day(&articles)?;
    let question = args.question.question(args.words.as_deref(), day).map_err(|e| unread(&e))?;
    args.question.answer(question, &articles)
}
