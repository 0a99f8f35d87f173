//! A CSV file, plain or compressed, read strictly: columns by name, errors with line and column.

use std::io::Read as _;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::PanelError;
use super::row::Row;

/// A file in memory with its header.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) header: Vec<String>,
    text: Vec<u8>,
    body: usize,
}

impl Table {
    /// Reads a file.
    pub(crate) fn open(path: &Path) -> Result<Self, PanelError> {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let bytes = std::fs::read(path).map_err(|what| PanelError::File { file: path.display().to_string(), what })?;
        Self::read(name, bytes)
    }

    /// Reads what a file holds.
    pub(crate) fn read(name: String, bytes: Vec<u8>) -> Result<Self, PanelError> {
        let text = if bytes.starts_with(&[0x1f, 0x8b]) { inflate(&name, &bytes)? } else { bytes };
        let mut table = Self { name, header: Vec::new(), text, body: 0 };
        let start = if table.text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let mut fields = Vec::new();
        let mut lines = 1;
        table.body = split(&table.text, start, &mut fields, &mut lines);
        table.header = fields.iter().map(|f| String::from_utf8_lossy(f).trim().to_owned()).collect();
        Ok(table)
    }

    /// Where a column stands.
    pub(crate) fn column(&self, name: &str) -> Result<usize, PanelError> {
        let missing = || PanelError::Column { file: self.name.clone(), column: name.to_owned(), found: self.header.join(", ") };
        self.header.iter().position(|h| h == name).ok_or_else(missing)
    }

    /// Where several columns stand.
    pub(crate) fn all(&self, names: &[&str]) -> Result<Vec<usize>, PanelError> {
        names.iter().map(|name| self.column(name)).collect()
    }

    /// Visits every row in the order of the file; gives their number.
    pub(crate) fn each(&self, mut visit: impl FnMut(&Row) -> Result<(), PanelError>) -> Result<usize, PanelError> {
        let (mut at, mut next_line, mut rows) = (self.body, 2, 0);
        let mut fields: Vec<&[u8]> = Vec::with_capacity(self.header.len());
        while at < self.text.len() {
            let line = next_line;
            at = split(&self.text, at, &mut fields, &mut next_line);
            if fields.len() == 1 && fields[0].is_empty() {
                continue;
            }
            if fields.len() != self.header.len() {
                let (found, wanted) = (fields.len(), self.header.len());
                return Err(PanelError::Fields { file: self.name.clone(), line, found, wanted });
            }
            visit(&Row { table: self, line, fields: &fields })?;
            rows += 1;
        }
        Ok(rows)
    }
}

fn inflate(name: &str, bytes: &[u8]) -> Result<Vec<u8>, PanelError> {
    let mut text = Vec::with_capacity(bytes.len() * 6);
    match MultiGzDecoder::new(bytes).read_to_end(&mut text) {
        Ok(_) => Ok(text),
        Err(what) => {
            let line = text.iter().filter(|b| **b == b'\n').count();
            Err(PanelError::Truncated { file: name.to_owned(), line, what: what.to_string() })
        }
    }
}

/// Cuts one row into fields, without the quotes around them; gives where the next row begins.
fn split<'a>(text: &'a [u8], from: usize, fields: &mut Vec<&'a [u8]>, lines: &mut usize) -> usize {
    fields.clear();
    let (mut at, mut start, mut quoted) = (from, from, false);
    while at < text.len() {
        match text[at] {
            b'"' => quoted = !quoted,
            b'\n' if quoted => *lines += 1,
            b',' if !quoted => {
                fields.push(bare(&text[start..at]));
                start = at + 1;
            }
            b'\n' => break,
            _ => {}
        }
        at += 1;
    }
    *lines += 1;
    let end = if at > start && text[at - 1] == b'\r' { at - 1 } else { at };
    fields.push(bare(&text[start..end]));
    at + 1
}

fn bare(field: &[u8]) -> &[u8] {
    field.strip_prefix(b"\"").and_then(|f| f.strip_suffix(b"\"")).unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<Vec<String>> {
        let table = Table::read("t.csv".to_owned(), text.as_bytes().to_vec()).unwrap();
        let mut out = Vec::new();
        table
            .each(|row| {
                out.push((0..row.fields.len()).map(|n| row.text(n).unwrap()).collect());
                Ok(())
            })
            .unwrap();
        out
    }

    #[test]
    fn quotes_ends_of_lines_and_blanks() {
        let text = "\u{feff}a,b\r\n1,\"x, \"\"y\"\"\"\r\n\n2,\n3,\"two\nlines\"";
        assert_eq!(fields(text), [["1", "x, \"y\""], ["2", ""], ["3", "two\nlines"]]);
    }

    #[test]
    fn lines_are_counted_through_quotes() {
        let table = Table::read("t.csv".to_owned(), b"a\n\"x\ny\"\nz\n".to_vec()).unwrap();
        let z = table.column("a").unwrap();
        let mut lines = Vec::new();
        table
            .each(|row| {
                lines.push((row.text(z).unwrap(), row.line));
                Ok(())
            })
            .unwrap();
        assert_eq!(lines, [("x\ny".to_owned(), 2), ("z".to_owned(), 4)]);
    }
}
