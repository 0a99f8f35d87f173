//! The clock and the user: below this crate both are arguments.

use jiff::civil::Date;

/// Today, in UTC.
#[must_use]
pub(crate) fn today() -> Date {
    now().date()
}

/// The present moment in UTC, as RFC 3339 writes it.
#[must_use]
pub(crate) fn stamp() -> String {
    let now = now();
    let second = |n: i8| format!("{n:02}");
    format!("{}T{}:{}:{}Z", now.date(), second(now.hour()), second(now.minute()), second(now.second()))
}

fn now() -> jiff::civil::DateTime {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now())
}

/// The user of this computer, as the environment names them.
#[must_use]
pub(crate) fn user() -> String {
    let named = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "unknown".to_owned())
}
