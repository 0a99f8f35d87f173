//! The options that attach an issue to a question.

use clap::Args;
use detente::{Issue, Sources, ask};
use detente_lens::Question;
use detente_lens::bargaining::{Change, draft};

use crate::commands::bargain::wish;
use crate::{CliError, input, output};

/// An issue for the bargaining lens.
#[derive(Debug, Args)]
pub struct IssueArgs {
    /// An issue file to examine before and after the shift; `records` builds one from the sources.
    #[arg(long, value_name = "FILE")]
    pub issue: Option<String>,
    /// The issue as it would be after the shift.
    #[arg(long, value_name = "FILE", requires = "issue", conflicts_with = "issue_set")]
    pub issue_after: Option<String>,
    /// What the shift changes in the issue; may be given several times.
    #[arg(long, value_name = "ACTOR.FIELD=VALUE", requires = "issue", value_parser = wish::change)]
    pub issue_set: Vec<Change>,
    /// Else: by which share of their distance the two members of the shift move.
    #[arg(long, value_name = "SHARE", requires = "issue", default_value_t = detente_lens::bargaining::STEP, value_parser = share)]
    pub issue_step: f64,
    /// Write the issue that the sources tell to this file, to be corrected and attached again.
    #[arg(long, value_name = "FILE", requires = "issue")]
    pub issue_out: Option<String>,
}

/// The word that stands for the records in place of a file.
const RECORDS: &str = "records";

fn share(text: &str) -> Result<f64, String> {
    let read = text.parse::<f64>().ok().filter(|x| (0.0..=1.0).contains(x));
    read.ok_or_else(|| format!("`{text}` is no share; write a number from 0 to 1, such as 0.25"))
}

impl IssueArgs {
    /// The issue of these options.
    pub(crate) fn issue(&self) -> Result<Option<Issue>, CliError> {
        let Some(name) = &self.issue else { return Ok(None) };
        let wrong = |file: &str, what: String| CliError::Invalid(format!("{file}: {what}"));
        let read = |file: &str| String::from_utf8(input::bytes(file)?).map_err(|e| wrong(file, format!("not UTF-8: {e}")));
        let issue = match name.as_str() {
            RECORDS => Issue::of_records(),
            file => Issue::of_file(file, &read(file)?).map_err(|e| wrong(file, e.to_string()))?,
        };
        let issue = match &self.issue_after {
            Some(file) => issue.with_after(&read(file)?).map_err(|e| wrong(file, e.to_string()))?,
            None => issue,
        };
        Ok(Some(issue.with_changes(self.issue_set.clone()).with_step(self.issue_step)))
    }

    /// Writes the issue that the sources tell, where that is asked for.
    pub(crate) fn write(&self, question: &Question, sources: &Sources<'_>) -> Result<(), CliError> {
        let Some(path) = &self.issue_out else { return Ok(()) };
        let inquiry = ask::inquiry(question.clone(), sources).map_err(|e| CliError::Failed(e.to_string()))?;
        let none = || "the sources hold no positions of two actors or more on the relation asked about".to_owned();
        let found = draft(&inquiry).ok_or_else(|| CliError::NotFound(none()))?;
        output::deliver(&format!("{:#}", found.file), Some(path))
    }
}
