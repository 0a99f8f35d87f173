//! One row of a file: its cells as numbers, codes and dates.

use jiff::civil::Date;

use super::PanelError;
use super::system::System;
use super::table::Table;

/// A row and where it stands.
pub(crate) struct Row<'a> {
    pub(crate) table: &'a Table,
    pub(crate) line: usize,
    pub(crate) fields: &'a [&'a [u8]],
}

impl Row<'_> {
    /// The error of a cell.
    pub(crate) fn fault(&self, column: usize, what: impl Into<String>) -> PanelError {
        PanelError::Cell {
            file: self.table.name.clone(),
            line: self.line,
            column: self.table.header[column].clone(),
            value: String::from_utf8_lossy(self.fields[column]).into_owned(),
            what: what.into(),
        }
    }

    /// The text of a cell.
    pub(crate) fn text(&self, column: usize) -> Result<String, PanelError> {
        let text = std::str::from_utf8(self.fields[column]).map_err(|_| self.fault(column, "is not UTF-8: convert the file"))?;
        Ok(text.replace("\"\"", "\""))
    }

    /// A whole number; none when the cell is blank.
    pub(crate) fn maybe(&self, column: usize) -> Result<Option<i64>, PanelError> {
        let field = self.fields[column];
        if is_blank(field) {
            return Ok(None);
        }
        whole(field).map(Some).ok_or_else(|| self.fault(column, "is no whole number"))
    }

    /// A whole number that must be there.
    pub(crate) fn int(&self, column: usize) -> Result<i64, PanelError> {
        self.maybe(column)?.ok_or_else(|| self.fault(column, "is blank where a number must stand"))
    }

    /// A number; none when the cell is blank.
    pub(crate) fn number(&self, column: usize) -> Result<Option<f64>, PanelError> {
        let field = self.fields[column];
        if is_blank(field) {
            return Ok(None);
        }
        if let Some(n) = whole(field) {
            return Ok(Some(n as f64));
        }
        let text = std::str::from_utf8(field).ok().and_then(|t| t.trim().parse::<f64>().ok()).filter(|n| n.is_finite());
        text.map(Some).ok_or_else(|| self.fault(column, "is no number"))
    }

    /// A year.
    pub(crate) fn year(&self, column: usize) -> Result<i16, PanelError> {
        let year = self.int(column)?;
        i16::try_from(year).ok().filter(|y| (1400..=2100).contains(y)).ok_or_else(|| self.fault(column, "is no year"))
    }

    /// The code of a state that the system knows.
    pub(crate) fn code(&self, column: usize, system: &System) -> Result<u16, PanelError> {
        let code = u16::try_from(self.int(column)?).ok().filter(|c| system.knows(*c));
        code.ok_or_else(|| self.fault(column, format!("is no code of the {} state system", system.kind.title())))
    }

    /// The code of a state that is a member of the system in the year.
    pub(crate) fn member(&self, column: usize, year: i16, system: &System) -> Result<u16, PanelError> {
        let code = self.code(column, system)?;
        if system.member(code, year) {
            return Ok(code);
        }
        Err(self.fault(column, format!("was no member of the {} state system in {year}", system.kind.title())))
    }

    /// A date.
    pub(crate) fn date(&self, column: usize) -> Result<Date, PanelError> {
        let text = self.text(column)?;
        text.parse::<Date>().map_err(|_| self.fault(column, "is no date such as 1914-08-04"))
    }
}

fn is_blank(field: &[u8]) -> bool {
    field.is_empty() || field == b"NA"
}

/// A whole number of up to 18 digits.
fn whole(field: &[u8]) -> Option<i64> {
    let (negative, digits) = field.strip_prefix(b"-").map_or((false, field), |d| (true, d));
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut n = 0i64;
    for digit in digits {
        n = n * 10 + i64::from(digit.checked_sub(b'0').filter(|d| *d < 10)?);
    }
    Some(if negative { -n } else { n })
}
