//! What the command line accepts. Help, completions and the manual page come from here.

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use detente_codebook::{Edtf, Language};
use detente_history::chronicle::Definition;

use crate::commands::analogues::AnaloguesArgs;
use crate::commands::ask::AskArgs;
use crate::commands::backtest::BacktestArgs;
use crate::commands::balance::BalanceArgs;
use crate::commands::bargain::BargainArgs;
use crate::commands::brief::BriefArgs;
use crate::commands::cite::CiteArgs;
use crate::commands::code::CodeArgs;
use crate::commands::dictionary::DictionaryArgs;
use crate::commands::forecast::ForecastArgs;
use crate::commands::history::HistoryArgs;
use crate::commands::ledger::LedgerArgs;
use crate::commands::obligations::ObligationsArgs;
use crate::commands::panel::PanelArgs;
use crate::commands::security::SecurityArgs;
use crate::commands::serve::ServeArgs;
use crate::commands::site::SiteArgs;
use crate::commands::treaties::TreatiesArgs;
use crate::commands::why::WhyArgs;

const EXAMPLES: &str = "Examples:
  detente brief examples/rapprochement.ar.txt          a sourced brief on an article's question
  detente ask \"If India and China normalise relations, how would Pakistan and China get on?\"
  detente ask --shift USA-RUS:improves --on RUS-IRN    the same kind of question in formal terms
  detente code article.txt --json                      events, treaties, quotes of an article
  detente why 4f1c09aa-t2                              from a claim back to its sentence
  detente serve --demo                                 the site of a centre, filled with examples";

/// What-if questions in international relations, answered from sources, treaties and counted history.
#[derive(Debug, Parser)]
#[command(name = "detente", version, before_help = EXAMPLES, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to colour: NO_COLOR and dumb terminals are honoured.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// When output is coloured.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Colour {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer the question of an article, with every sentence traced to its source.
    Brief(BriefArgs),
    /// Answer a what-if question, in words or in codes.
    Ask(AskArgs),
    /// Walk from a claim of a brief back to the sentence it rests on.
    Why(WhyArgs),
    /// Code one article: actors, events, treaties, transfers, statements, conditionals, hedges.
    Code(CodeArgs),
    /// What the last times show: comparable moments since 1816, counted and named, against base rates.
    Analogues(AnaloguesArgs),
    /// How far a signed network is from two camps: the exact frustration index, with proof.
    Balance(BalanceArgs),
    /// Forecast a contested issue from who wants what, with how much power and care.
    Bargain(BargainArgs),
    /// Read dictionaries of actors, agents and verbs for their faults.
    Dictionary(DictionaryArgs),
    /// Keep coded articles in an append-only ledger.
    Ledger(LedgerArgs),
    /// If one attacks another on a day: who is bound to do what, and how it spreads.
    Obligations(ObligationsArgs),
    /// List and show the treaties that answers rest on.
    Treaties(TreatiesArgs),
    /// Judge a proposed collective security system.
    Security(SecurityArgs),
    /// Read the public data sets of the field from a folder, strictly.
    History(HistoryArgs),
    /// Build a panel of states, pairs of states or leaders from the public data sets.
    Panel(PanelArgs),
    /// Forecast the past from what was known, and say how good that was.
    Backtest(BacktestArgs),
    /// How to cite the public data sets.
    Cite(CiteArgs),
    /// Register forecasts, resolve them with a source, and score them.
    Forecast(ForecastArgs),
    /// Serve the site of a centre: pages, newsletter, desk, API.
    Serve(ServeArgs),
    /// Accounts, copies and readers' data of a site.
    Site(SiteArgs),
    /// Print completions for a shell.
    #[command(before_help = "Examples:
  detente completions bash > ~/.local/share/bash-completion/completions/detente
  detente completions zsh > ~/.zfunc/_detente
  detente completions fish > ~/.config/fish/completions/detente.fish")]
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Print a manual page.
    #[command(before_help = "Examples:
  detente man | man -l -
  detente man ledger add > detente-ledger-add.1")]
    Man {
        /// The command whose page it is; the whole program when none is named.
        #[arg(value_name = "COMMAND")]
        path: Vec<String>,
    },
}

/// The language of a text or of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// Told from the letters.
    Auto,
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Tongue {
    /// The language, unless it is to be told from the text.
    #[must_use]
    pub fn language(self) -> Option<Language> {
        match self {
            Self::Auto => None,
            Self::Ar => Some(Language::Ar),
            Self::En => Some(Language::En),
        }
    }
}

/// The definitions of a sign.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Signs {
    /// Rivalry, or force used in five years, is hostile; any pact but bare non-aggression is friendly.
    A,
    /// As a, without rivalries.
    B,
    /// As a, but one bloodless use of force is not hostile.
    C,
    /// As a, but only duties of defence and offence are friendly.
    D,
}

impl Signs {
    pub(crate) const fn definition(self) -> Definition {
        match self {
            Self::A => Definition::A,
            Self::B => Definition::B,
            Self::C => Definition::C,
            Self::D => Definition::D,
        }
    }
}

/// Reads a date argument.
pub(crate) fn date(text: &str) -> Result<Edtf, String> {
    text.parse::<Edtf>().map_err(|e| e.to_string())
}

impl Colour {
    /// The choice that arguments make, found before they are read: help and errors obey it too.
    #[must_use]
    pub(crate) fn of(arguments: &[String]) -> Self {
        let given = |(n, argument): (usize, &String)| match argument.strip_prefix("--color")? {
            "" => arguments.get(n + 1).cloned(),
            value => value.strip_prefix('=').map(str::to_owned),
        };
        let before_rest = arguments.iter().take_while(|a| *a != "--");
        let value = before_rest.enumerate().filter_map(given).last();
        value.and_then(|v| Self::from_str(&v, false).ok()).unwrap_or(Self::Auto)
    }

    /// The choice as the writers of text know it.
    pub(crate) const fn choice(self) -> (anstream::ColorChoice, clap::ColorChoice) {
        match self {
            Self::Auto => (anstream::ColorChoice::Auto, clap::ColorChoice::Auto),
            Self::Always => (anstream::ColorChoice::Always, clap::ColorChoice::Always),
            Self::Never => (anstream::ColorChoice::Never, clap::ColorChoice::Never),
        }
    }
}

/// The definition of the command line.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command()
}
