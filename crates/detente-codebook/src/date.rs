//! EDTF dates (ISO 8601-2:2019, level 0) and half-open periods of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date as precise as its source: a year, a month, a day, or an interval of these.
///
/// `2015`, `2024-06`, `2025-01-17`, `2011/2024`, `2022-02-24/..`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Edtf {
    /// One year, month or day.
    Point(Point),
    /// From one point to another; an open end is `..`.
    Interval(Option<Point>, Option<Point>),
}

/// A year, a month of it, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// The text is not a date that this codebook reads.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[error("`{0}` is not a date (write 2015, 2024-06, 2025-01-17 or an interval such as 2011/2024-12 or 2022-02-24/..)")]
pub struct DateError(pub String);

impl Point {
    fn of(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let point = Self { year, month, day };
        let real = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        (real && (month.is_some() || day.is_none())).then_some(point)
    }

    /// The first day it may mean.
    #[must_use]
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The last day it may mean.
    #[must_use]
    pub fn last(self) -> Date {
        match (self.month, self.day) {
            (_, Some(_)) => self.first(),
            (Some(_), None) => self.first().last_of_month(),
            (None, None) => self.first().last_of_year(),
        }
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |m| write!(f, "-{m:02}"))?;
        self.day.map_or(Ok(()), |d| write!(f, "-{d:02}"))
    }
}

fn digits<T: std::str::FromStr>(s: &str, count: usize) -> Option<T> {
    (s.len() == count && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok())?
}

impl std::str::FromStr for Point {
    type Err = DateError;

    fn from_str(s: &str) -> Result<Self, DateError> {
        let parts: Vec<&str> = s.split('-').collect();
        let point = match parts.as_slice() {
            [y] => Self::of_text(y, None, None),
            [y, m] => Self::of_text(y, Some(m), None),
            [y, m, d] => Self::of_text(y, Some(m), Some(d)),
            _ => None,
        };
        point.ok_or_else(|| DateError(s.to_owned()))
    }
}

impl Point {
    fn of_text(y: &str, m: Option<&str>, d: Option<&str>) -> Option<Self> {
        let month = m.map(|m| digits::<i8>(m, 2)).map_or(Some(None), |x| x.map(Some))?;
        let day = d.map(|d| digits::<i8>(d, 2)).map_or(Some(None), |x| x.map(Some))?;
        Self::of(digits(y, 4)?, month, day)
    }
}

impl Edtf {
    /// A whole year.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        Point::of(year, None, None).map(Self::Point)
    }

    /// A whole month.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Point::of(year, Some(month), None).map(Self::Point)
    }

    /// A day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::Point(Point { year: date.year(), month: Some(date.month()), day: Some(date.day()) })
    }

    /// The first day it may mean; none when it has no beginning.
    #[must_use]
    pub fn first(self) -> Option<Date> {
        match self {
            Self::Point(p) => Some(p.first()),
            Self::Interval(from, _) => from.map(Point::first),
        }
    }

    /// The last day it may mean; none when it has no end.
    #[must_use]
    pub fn last(self) -> Option<Date> {
        match self {
            Self::Point(p) => Some(p.last()),
            Self::Interval(_, to) => to.map(Point::last),
        }
    }

    /// The year of its first day.
    #[must_use]
    pub fn first_year(self) -> Option<i16> {
        self.first().map(jiff::civil::Date::year)
    }

    /// The single day it names, when it names one.
    #[must_use]
    pub fn as_day(self) -> Option<Date> {
        match self {
            Self::Point(p) if p.day.is_some() => Some(p.first()),
            _ => None,
        }
    }
}

impl std::fmt::Display for Edtf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = |p: &Option<Point>| p.map_or_else(|| "..".to_owned(), |p| p.to_string());
        match self {
            Self::Point(p) => p.fmt(f),
            Self::Interval(from, to) => write!(f, "{}/{}", end(from), end(to)),
        }
    }
}

impl std::str::FromStr for Edtf {
    type Err = DateError;

    fn from_str(s: &str) -> Result<Self, DateError> {
        let s = s.trim();
        let Some((from, to)) = s.split_once('/') else {
            return Ok(Self::Point(s.parse()?));
        };
        let end = |t: &str| if t == ".." || t.is_empty() { Ok(None) } else { t.parse().map(Some) };
        let (from, to) = (end(from)?, end(to)?);
        let backwards = from.zip(to).is_some_and(|(a, b): (Point, Point)| a.first() > b.last());
        if backwards { Err(DateError(s.to_owned())) } else { Ok(Self::Interval(from, to)) }
    }
}

impl TryFrom<String> for Edtf {
    type Error = DateError;

    fn try_from(s: String) -> Result<Self, DateError> {
        s.parse()
    }
}
impl From<Edtf> for String {
    fn from(d: Edtf) -> Self {
        d.to_string()
    }
}

/// A half-open period of days: from `start` up to, not including, `end`.
///
/// A side that is absent is open. A start known to the year counts from its first day; an end
/// known to the year counts from its first day too, as an end is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The first day that counts.
    pub start: Option<Edtf>,
    /// The first day that no longer counts.
    pub end: Option<Edtf>,
}

impl Period {
    /// Whether `day` lies in the period.
    #[must_use]
    pub fn has(&self, day: Date) -> bool {
        let begun = self.start.and_then(Edtf::first).is_none_or(|s| s <= day);
        begun && self.end.and_then(Edtf::first).is_none_or(|e| day < e)
    }

    /// The period of an EDTF interval, its end exclusive; a single point gives its own days.
    #[must_use]
    pub fn of(date: Edtf) -> Self {
        match date {
            Edtf::Interval(from, to) => Self { start: from.map(Edtf::Point), end: to.map(Edtf::Point) },
            Edtf::Point(p) => Self { start: Some(date), end: p.last().tomorrow().ok().map(Edtf::day) },
        }
    }
}

/// As EDTF writes it, the end exclusive: `1922-12-30/1991-12-26`, `1816/..`.
impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |date: Option<Edtf>| date.map_or_else(|| "..".to_owned(), |d| d.to_string());
        write!(f, "{}/{}", side(self.start), side(self.end))
    }
}

impl std::str::FromStr for Period {
    type Err = DateError;

    fn from_str(s: &str) -> Result<Self, DateError> {
        Ok(Self::of(s.parse()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_printed_date_reads_back(y in 1i16..=2500, m in 1i8..=12, d in 1i8..=28, kind in 0..5) {
            let day = Edtf::day(Date::constant(y, m, d));
            let (year, month) = (Edtf::year(y).unwrap(), Edtf::month(y, m).unwrap());
            let date = match kind {
                0 => year,
                1 => month,
                2 => day,
                3 => format!("{year}/{day}").parse().unwrap_or(day),
                _ => format!("{day}/..").parse().unwrap(),
            };
            prop_assert_eq!(date.to_string().parse::<Edtf>().unwrap(), date);
        }

        #[test]
        fn no_text_makes_the_reader_panic(s in "\\PC{0,20}") {
            let _ = s.parse::<Edtf>();
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for s in ["2025-02-30", "25-1-1", "2025-13", "", "2025-1", "2025/2024", "٢٠٢٥"] {
            assert!(s.parse::<Edtf>().is_err(), "{s}");
        }
    }

    #[test]
    fn a_period_is_half_open() {
        let term: Period = "2017-01-20/2021-01-20".parse().unwrap();
        assert!(term.has(Date::constant(2017, 1, 20)) && !term.has(Date::constant(2021, 1, 20)));
        let year: Period = "2015".parse().unwrap();
        assert!(year.has(Date::constant(2015, 12, 31)) && !year.has(Date::constant(2016, 1, 1)));
    }
}
