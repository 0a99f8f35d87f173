//! The clock: below this crate every date is an argument.

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
