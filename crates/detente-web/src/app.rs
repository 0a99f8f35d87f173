//! What every request shares: the store, the cache, keys, limits, settings.

use detente_codebook::{Language, Phrase};
use detente_ledger::site::{BriefId, Site};
use detente_ledger::{LedgerError, Stamp};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::cache::{Cache, brief_of};
use crate::limit::Limits;
use crate::mail::Post;
use crate::store::Store;
use crate::token::Keys;

/// Where the present moment comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The clock of the computer.
    System,
    /// Seconds from 1970 as they are told, for tests.
    Told(Arc<AtomicI64>),
}

impl Clock {
    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Told(seconds) => Timestamp::from_second(seconds.load(Ordering::Acquire)).unwrap_or(Timestamp::UNIX_EPOCH),
        }
    }

    /// The moment in whole seconds from 1970.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.now().as_second()
    }

    /// The moment as RFC 3339 in UTC, to the second.
    #[must_use]
    pub fn time(&self) -> String {
        let now = Timestamp::from_second(self.seconds()).unwrap_or(Timestamp::UNIX_EPOCH);
        now.to_string()
    }

    /// The day in UTC.
    #[must_use]
    pub fn day(&self) -> jiff::civil::Date {
        jiff::tz::Offset::UTC.to_datetime(self.now()).date()
    }
}

/// Settings of a running site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address at which readers reach it, without a slash at the end: `https://centre.example`.
    pub origin: String,
    /// The file of the ledger and the site.
    pub database: PathBuf,
    /// Whether a proxy in front names the reader's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// At most so many requests are worked on at once; more are refused until some are done.
    pub most_at_once: usize,
    /// How letters leave and come back.
    pub post: Post,
    /// Is told what failed, with the address that was asked for; readers are not told.
    pub tell: fn(&str),
}

impl Config {
    /// Settings for a database and an address, the rest as usual.
    #[must_use]
    pub fn new(database: impl Into<PathBuf>, origin: &str) -> Self {
        Self {
            origin: origin.trim_end_matches('/').to_owned(),
            database: database.into(),
            behind_proxy: false,
            most_at_once: 32,
            post: Post::default(),
            tell: |_| {},
        }
    }

    /// Whether readers come over TLS: cookies are then bound to it, and browsers told to stay on it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// What the site says of itself; kept in its settings under `profile`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Its name.
    pub name: Phrase,
    /// What it is, in one sentence.
    pub tagline: Phrase,
    /// The names of the categories by key.
    pub categories: BTreeMap<String, Phrase>,
    /// Addresses of its pages elsewhere by name: plain links, nothing is loaded from there.
    pub follow: Vec<Follow>,
    /// The address that readers may write to.
    pub contact: Option<String>,
    /// Whether the content is an example and says so on every page.
    pub demo: bool,
}

/// A page of the centre elsewhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Follow {
    /// The name of the service.
    pub name: String,
    /// The address.
    pub url: String,
}

/// Everything that requests share.
#[derive(Debug)]
pub struct App {
    /// The settings.
    pub config: Config,
    /// The clock.
    pub clock: Clock,
    pub(crate) store: Store,
    pub(crate) cache: Cache,
    pub(crate) keys: Keys,
    pub(crate) limits: Limits,
}

impl App {
    /// A site over its database, which is made where it is missing.
    ///
    /// # Errors
    /// As [`Site::open`].
    pub fn new(config: Config, keys: Keys, clock: Clock) -> Result<Self, LedgerError> {
        let store = Store::open(&config.database)?;
        Ok(Self { config, clock, store, cache: Cache::default(), keys, limits: Limits::default() })
    }

    /// Asks the site.
    ///
    /// # Errors
    /// Whatever `ask` meets.
    pub fn read<T, E: From<LedgerError>>(&self, ask: impl FnOnce(&Site) -> Result<T, E>) -> Result<T, E> {
        self.store.read(ask)
    }

    /// Changes the site; what readers see is drawn anew afterwards.
    ///
    /// # Errors
    /// Whatever `change` meets.
    pub fn write<T, E: From<LedgerError>>(&self, change: impl FnOnce(&mut Site) -> Result<T, E>) -> Result<T, E> {
        let done = self.store.write(change);
        self.cache.keep_only(|_| false);
        done
    }

    /// Changes one brief: the pages of all others stand, unless a category came or went.
    ///
    /// # Errors
    /// Whatever `change` meets.
    pub fn write_brief<T, E: From<LedgerError>>(
        &self,
        id: BriefId,
        change: impl FnOnce(&mut Site) -> Result<T, E>,
    ) -> Result<T, E> {
        let keys = |site: &Site| Ok::<_, LedgerError>(site.categories()?.into_iter().map(|(key, _)| key).collect::<Vec<_>>());
        let before = self.read(keys)?;
        let done = self.store.write(change);
        let same = self.read(keys).is_ok_and(|after| after == before);
        self.cache.keep_only(|address| same && brief_of(address).is_some_and(|b| b != id.0));
        done
    }

    /// Changes something that of all kept pages only the front page shows.
    ///
    /// # Errors
    /// Whatever `change` meets.
    pub fn write_front<T, E: From<LedgerError>>(&self, change: impl FnOnce(&mut Site) -> Result<T, E>) -> Result<T, E> {
        let done = self.store.write(change);
        self.cache.keep_only(|address| !matches!(address, "/ar/" | "/en/"));
        done
    }

    /// Draws every page anew once another program has changed the database, or the day is over.
    pub(crate) fn look(&self) {
        if let Some(changes) = self.store.changes_of_others() {
            self.cache.see((self.clock.day(), changes));
        }
    }

    /// Changes something that no cached page shows.
    ///
    /// # Errors
    /// Whatever `change` meets.
    pub fn note<T, E: From<LedgerError>>(&self, change: impl FnOnce(&mut Site) -> Result<T, E>) -> Result<T, E> {
        self.store.write(change)
    }

    /// A stamp of the present moment.
    #[must_use]
    pub fn stamp(&self, actor: &str, reason: &str) -> Stamp {
        Stamp { time: self.clock.time(), day: self.clock.day(), actor: actor.to_owned(), reason: reason.to_owned() }
    }

    /// The name of a language's root: `/ar` or `/en`.
    #[must_use]
    pub fn address(&self, language: Language, path: &str) -> String {
        format!("{}/{}{path}", self.config.origin, language.tag())
    }
}

/// What a site says of itself.
pub(crate) fn profile(site: &Site) -> Result<Profile, LedgerError> {
    Ok(site.setting("profile")?.and_then(|p| serde_json::from_str(&p).ok()).unwrap_or_default())
}
