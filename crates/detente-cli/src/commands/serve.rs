//! `detente serve`: the site of a centre, from one file.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use detente_ledger::site::Site;
use detente_web::mail::{Relay, Sink};
use detente_web::settings::Settings;
use detente_web::token::Keys;
use detente_web::{App, Clock, Config, demo, serve};

use crate::commands::ledger::LedgerCommandError;
use crate::{CliError, output};

/// What `detente serve` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente serve --demo                                         a filled example site
  detente serve --db centre.db --maildir letters               letters into a folder
  detente serve --db centre.db --origin https://centre.example --behind-proxy --smtp localhost:25
  detente serve --db centre.db --settings centre.toml          relay, DKIM, bounces; see below")]
#[command(after_help = "The settings file is readable by its owner only. All of it is optional:
  secret  = \"at least 32 characters\"                   else DETENTE_SECRET, else a file beside the database
  smtp    = \"smtps://name:password@mx.example:465\"     else DETENTE_SMTP
  bounces = \"bounces@centre.example\"                   letters come back to bounces+…@centre.example
  reports = \"/var/mail/bounces\"                        the maildir in which they are found
  [dkim]
  domain = \"centre.example\"  selector = \"site\"  key = \"dkim.pem\"    each on a line of its own")]
pub struct ServeArgs {
    /// Serve the example site from a file that is removed at the end.
    #[arg(long, conflicts_with = "db")]
    pub demo: bool,
    /// The address to listen on.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The file of the ledger and the site; made where it is missing.
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The address at which readers reach the site; where it begins with https, cookies and browsers are bound to TLS.
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
    /// Write letters into this folder in maildir form instead of sending them.
    #[arg(long, value_name = "DIR", conflicts_with = "smtp")]
    pub maildir: Option<PathBuf>,
    /// Hand letters to this SMTP relay: HOST:PORT, or an address such as smtps://mx.example:465.
    #[arg(long, value_name = "RELAY")]
    pub smtp: Option<String>,
    /// Read secrets, relay, DKIM key and bounces from this TOML file.
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Take the reader's address from X-Forwarded-For, which a proxy in front sets.
    #[arg(long)]
    pub behind_proxy: bool,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be opened, or the address cannot be listened on.
pub fn run(args: &ServeArgs) -> Result<(), CliError> {
    match (&args.db, args.demo) {
        (Some(path), _) => own(args, path),
        (None, true) => example(args),
        (None, false) => {
            Err(CliError::Usage("no site was named\n  mend: give --db FILE, or --demo for the example site".to_owned()))
        }
    }
}

fn config(args: &ServeArgs, settings: &Settings, path: &Path) -> Result<Config, CliError> {
    let origin = args.origin.clone().unwrap_or_else(|| format!("http://{}", args.listen));
    let post = settings.post(sink(args, settings)?).map_err(|e| CliError::Invalid(e.to_string()))?;
    Ok(Config { behind_proxy: args.behind_proxy, post, tell: output::say, ..Config::new(path, &origin) })
}

/// The settings of the file, then of the environment.
fn settings(args: &ServeArgs) -> Result<Settings, CliError> {
    let file = args.settings.as_deref().map(Settings::of_file).transpose().map_err(|e| CliError::Invalid(e.to_string()))?;
    let mut settings = file.unwrap_or_default();
    settings.secret = settings.secret.or_else(|| std::env::var("DETENTE_SECRET").ok());
    settings.smtp = settings.smtp.or_else(|| std::env::var("DETENTE_SMTP").ok());
    Ok(settings)
}

/// Where letters go: what the command says, else the settings.
fn sink(args: &ServeArgs, settings: &Settings) -> Result<Option<Sink>, CliError> {
    if let Some(folder) = &args.maildir {
        return Ok(Some(Sink::Maildir(folder.clone())));
    }
    let relay = args.smtp.as_ref().or(settings.smtp.as_ref()).map(|address| Relay::new(address).map(Sink::Smtp));
    relay.transpose().map_err(|e| CliError::Usage(e.to_string()))
}

fn own(args: &ServeArgs, path: &Path) -> Result<(), CliError> {
    let settings = settings(args)?;
    let keys = match &settings.secret {
        Some(secret) => Keys::new(secret),
        None => Keys::of_file(&path.with_extension("key")),
    };
    open(args, &settings, path, keys.map_err(|e| CliError::Invalid(e.to_string()))?)
}

fn example(args: &ServeArgs) -> Result<(), CliError> {
    let folder = Folder::make()?;
    let path = folder.0.join("site.db");
    let failed = |e: demo::DemoError| CliError::Failed(e.to_string());
    demo::fill(&mut Site::open(&path).map_err(said)?).map_err(failed)?;
    open(args, &Settings::default(), &path, Keys::fresh().map_err(|e| CliError::Failed(e.to_string()))?)
}

fn open(args: &ServeArgs, settings: &Settings, path: &Path, keys: Keys) -> Result<(), CliError> {
    let app = App::new(config(args, settings, path)?, keys, Clock::System).map_err(said)?;
    let ready = |address: SocketAddr| output::say(&format!("serving http://{address}/ (Ctrl-C ends it)"));
    serve(Arc::new(app), args.listen, ready).map_err(|e| CliError::Failed(e.to_string()))
}

fn said(error: detente_ledger::LedgerError) -> CliError {
    CliError::from(LedgerCommandError::from(error))
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Result<Self, CliError> {
        let mark = detente_web::token::secret().map_err(|e| CliError::Failed(e.to_string()))?;
        let path = std::env::temp_dir().join(format!("detente-demo-{}", mark.get(..16).unwrap_or_default()));
        let wrong = |what| CliError::File { path: path.display().to_string(), what };
        std::fs::create_dir(&path).map_err(wrong)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
