//! Accounts of the editors' desk, and their sessions. Passwords and tokens come in as digests.

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use super::Site;
use super::error::{invalid, missing};
use crate::{LedgerError, Stamp, error::Fault, json};

/// A session ends after so long without use.
const IDLE_SECONDS: i64 = 2 * 3600;
/// A session ends after so long in any case.
const LONGEST_SECONDS: i64 = 12 * 3600;
/// After so many wrong passwords the account rests, for longer each time.
const FREE_FAILURES: i64 = 5;

/// What an account may do; each role may do what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Reads.
    Reader,
    /// Takes pages, reviews their coding, writes drafts of their own.
    Analyst,
    /// Changes and publishes the drafts of all, resolves forecasts.
    Editor,
    /// Keeps accounts, readers' data and copies.
    Admin,
}

impl Role {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Analyst => "analyst",
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = LedgerError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let all = [Self::Reader, Self::Analyst, Self::Editor, Self::Admin];
        let wrong = || super::SiteError::Invalid { what: "role", why: "it is reader, analyst, editor or admin".to_owned() };
        all.into_iter().find(|r| r.name() == s).ok_or_else(|| LedgerError::Site(wrong()))
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// The name at login, which also stands in the audit log.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The password as a PHC string.
    pub password: String,
    /// The secret of the second factor, in base 32.
    pub totp: Option<String>,
    /// The last time step whose code was used: no code counts twice.
    pub step: i64,
    /// Until when it rests after wrong passwords, in seconds from 1970.
    pub locked: i64,
    /// Whether it was shut.
    pub disabled: bool,
}

/// A session that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub account: Account,
    /// When it began, in seconds from 1970.
    pub begun: i64,
}

fn account(db: &Connection, rest: &str, value: impl rusqlite::ToSql) -> Result<Option<Account>, Fault> {
    let sql = format!("SELECT id, name, password, totp, step, locked, disabled, role FROM site_account {rest}");
    let mut query = db.prepare_cached(&sql)?;
    let row = query.query_row([value], |r| {
        let account = Account {
            id: r.get(0)?,
            name: r.get(1)?,
            role: Role::Reader,
            password: r.get(2)?,
            totp: r.get(3)?,
            step: r.get(4)?,
            locked: r.get(5)?,
            disabled: r.get(6)?,
        };
        Ok((account, r.get::<_, String>(7)?))
    });
    let Some((mut account, role)) = row.optional()? else { return Ok(None) };
    account.role = json::named("a role", &role)?;
    Ok(Some(account))
}

impl Site {
    /// Makes an account.
    ///
    /// # Errors
    /// [`super::SiteError::Invalid`] for a name that is taken or no name.
    pub fn add_account(&mut self, name: &str, role: Role, password: &str, stamp: &Stamp) -> Result<i64, LedgerError> {
        self.change(stamp, "add account", |tx| {
            let plain = (1..=64).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
            if !plain {
                return Err(invalid("name", "it has up to 64 letters, digits, dots, underscores and hyphens"));
            }
            if account(tx, "WHERE name = ?", name)?.is_some() {
                return Err(invalid("name", "an account has this name already"));
            }
            let sql = "INSERT INTO site_account (name, role, password) VALUES (?, ?, ?)";
            tx.execute(sql, params![name, role.name(), password])?;
            Ok((tx.last_insert_rowid(), format!("account {name} as {}", role.name())))
        })
    }

    /// Changes the role of an account, or shuts it. Its sessions end.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when there is none of that name.
    pub fn set_account(&mut self, name: &str, role: Role, disabled: bool, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "change account", |tx| {
            let found = account(tx, "WHERE name = ?", name)?.ok_or_else(|| missing("account", name))?;
            let sql = "UPDATE site_account SET role = ?, disabled = ? WHERE id = ?";
            tx.execute(sql, params![role.name(), disabled, found.id])?;
            tx.execute("DELETE FROM site_session WHERE account = ?", [found.id])?;
            Ok(((), format!("account {name} as {}{}", role.name(), if disabled { ", shut" } else { "" })))
        })
    }

    /// Sets a new password. Its sessions end.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when there is none of that number.
    pub fn set_password(&mut self, id: i64, password: &str, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "change password", |tx| {
            let sql = "UPDATE site_account SET password = ?, failures = 0, locked = 0 WHERE id = ?";
            if tx.execute(sql, params![password, id])? == 0 {
                return Err(missing("account", id));
            }
            tx.execute("DELETE FROM site_session WHERE account = ?", [id])?;
            Ok(((), format!("account {id}")))
        })
    }

    /// Sets the secret of the second factor.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn set_totp(&mut self, id: i64, secret: &str, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "set second factor", |tx| {
            tx.execute("UPDATE site_account SET totp = ?, step = 0 WHERE id = ?", params![secret, id])?;
            Ok(((), format!("account {id}")))
        })
    }

    /// The account of a name.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn account(&self, name: &str) -> Result<Option<Account>, LedgerError> {
        self.ledger.ask(|db| account(db, "WHERE name = ?", name))
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, LedgerError> {
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached("SELECT name FROM site_account ORDER BY name")?;
            let names: Vec<String> = query.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
            let all = names.iter().map(|n| account(db, "WHERE name = ?", n)).collect::<Result<Vec<_>, _>>()?;
            Ok(all.into_iter().flatten().collect())
        })
    }

    /// Notes a failed login; after five the account rests for a minute, then two, four …, at most an hour.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn login_failed(&mut self, id: i64, now: i64) -> Result<(), LedgerError> {
        self.ledger.change(|tx| {
            tx.execute("UPDATE site_account SET failures = failures + 1 WHERE id = ?", [id])?;
            let failures: i64 = tx.query_row("SELECT failures FROM site_account WHERE id = ?", [id], |r| r.get(0))?;
            let over = failures - FREE_FAILURES;
            if over >= 0 {
                let rest = 60_i64 << over.min(6);
                tx.execute("UPDATE site_account SET locked = ? WHERE id = ?", params![now + rest.min(3600), id])?;
            }
            Ok(())
        })
    }

    /// Begins a session; earlier ones that are over are taken away. `step` is the time step of the
    /// second factor, which does not count again. False when it was used in the meantime.
    ///
    /// # Errors
    /// [`LedgerError::Stamp`] without who and why.
    pub fn begin_session(
        &mut self,
        id: i64,
        token: &str,
        step: Option<i64>,
        now: i64,
        stamp: &Stamp,
    ) -> Result<bool, LedgerError> {
        self.change(stamp, "login", |tx| {
            if let Some(step) = step {
                let n = tx.execute("UPDATE site_account SET step = ?1 WHERE id = ?2 AND step < ?1", params![step, id])?;
                if n == 0 {
                    return Ok((false, format!("account {id}: code used twice")));
                }
            }
            tx.execute("UPDATE site_account SET failures = 0, locked = 0 WHERE id = ?", [id])?;
            let over = "DELETE FROM site_session WHERE seen < ? OR begun < ?";
            tx.execute(over, params![now - IDLE_SECONDS, now - LONGEST_SECONDS])?;
            let sql = "INSERT INTO site_session (token, account, begun, seen) VALUES (?, ?, ?3, ?3)";
            tx.execute(sql, params![token, id, now])?;
            Ok((true, format!("account {id}")))
        })
    }

    /// The session of a token that still holds.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn session(&self, token: &str, now: i64) -> Result<Option<Session>, LedgerError> {
        self.ledger.ask(|db| {
            let sql = "SELECT account, begun FROM site_session WHERE token = ? AND seen >= ? AND begun >= ?";
            let keys = params![token, now - IDLE_SECONDS, now - LONGEST_SECONDS];
            let row = db.query_row(sql, keys, |r| Ok((r.get::<_, i64>(0)?, r.get(1)?))).optional()?;
            let Some((id, begun)) = row else { return Ok(None) };
            let account = account(db, "WHERE id = ?", id)?.filter(|a| !a.disabled);
            Ok(account.map(|account| Session { account, begun }))
        })
    }

    /// Notes that a session was used.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn touch_session(&mut self, token: &str, now: i64) -> Result<(), LedgerError> {
        self.ledger.change(|tx| {
            tx.execute("UPDATE site_session SET seen = ?1 WHERE token = ?2 AND seen < ?1 - 60", params![now, token])?;
            Ok(())
        })
    }

    /// Ends one session, or all of its account.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn end_session(&mut self, token: &str, everywhere: bool) -> Result<(), LedgerError> {
        self.ledger.change(|tx| {
            let sql = if everywhere {
                "DELETE FROM site_session WHERE account = (SELECT account FROM site_session WHERE token = ?)"
            } else {
                "DELETE FROM site_session WHERE token = ?"
            };
            tx.execute(sql, [token])?;
            Ok(())
        })
    }
}
