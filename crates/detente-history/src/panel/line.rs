//! One row of a panel on its way out.

/// The cells of a row: as they are written, and as numbers.
#[derive(Default)]
pub struct Line {
    /// Every cell with a comma before it.
    pub(crate) text: Vec<u8>,
    /// NaN where a cell is missing; a text cell holds a number that is the same for the same text.
    pub(crate) values: Vec<f64>,
}

impl Line {
    /// The row as CSV, without the end of the line.
    #[must_use]
    pub fn csv(&self) -> &[u8] {
        self.text.get(1..).unwrap_or_default()
    }

    /// The cells as numbers, in the order of the columns: NaN where a cell is missing. A text has
    /// a number that is the same for the same text.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.values.clear();
    }

    /// A cell with a small whole number.
    pub(crate) fn whole(&mut self, n: i64) {
        self.text.push(b',');
        digits(n, &mut self.text);
        self.values.push(n as f64);
    }
}

fn digits(n: i64, out: &mut Vec<u8>) {
    let mut buffer = [0u8; 20];
    let mut at = buffer.len();
    let mut rest = n.unsigned_abs();
    loop {
        at -= 1;
        buffer[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if n < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&buffer[at..]);
}
