//! `detente brief`: one article in, one sourced brief out.

use clap::Args;
use detente::{Article, reading};

use crate::commands::question::{QuestionArgs, articles, unread};
use crate::{CliError, output};

/// What `detente brief` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente brief article.txt                                    the question is read from the title
  detente brief page.html --format html --out brief.html       one file, ready to be published
  detente brief article.txt --shift USA-RUS:improves --on RUS-IRN
  curl -s https://example.org/page | detente brief - --lang en")]
pub struct BriefArgs {
    /// The article, plain text or HTML; `-` is standard input.
    pub file: String,
    /// What is asked, and how the answer is given.
    #[command(flatten)]
    pub question: QuestionArgs,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be read or holds no article, or a formal question is malformed. An article
/// that asks nothing gives a reading, which is no error.
pub fn run(args: &BriefArgs) -> Result<(), CliError> {
    let articles = articles(std::slice::from_ref(&args.file), None)?;
    let Some(article) = articles.first() else { return Err(CliError::Usage("no article was given".to_owned())) };
    let asked = &args.question;
    let day = asked.day(&articles)?;
    match asked.question(asks(article).as_deref(), day) {
        Ok(question) => asked.answer(question, &articles),
        Err(e) if asked.shift.is_some() || asked.on.is_some() => Err(unread(&e)),
        Err(e) => {
            output::say(&format!("note: {e}\n  what was coded is shown instead"));
            asked.print(&reading(article, &asked.manner()))
        }
    }
}

/// The words in which an article asks: the question in its title, else the title.
fn asks(article: &Article) -> Option<String> {
    let document = &article.coding.document;
    document.question.as_ref().or(document.title.as_ref()).map(|q| q.exact.clone())
}
