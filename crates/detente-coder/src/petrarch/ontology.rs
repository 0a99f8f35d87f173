//! Tables that give each event code a number, so that the codes of nested verbs can be added up.

use super::{Problem, Read};

/// Reads a table: `010:0x1000`, sums such as `-0xFFFF+0x0070` allowed, `#` before a comment.
#[must_use]
pub fn ontology(text: &str) -> Read<Vec<(String, i64)>> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for (n, line) in text.lines().enumerate() {
        let bare = line.split('#').next().unwrap_or_default().trim();
        if bare.is_empty() {
            continue;
        }
        let read = bare.split_once(':').and_then(|(code, sum)| Some((code.trim().to_owned(), number(sum)?)));
        match read {
            Some(entry) => entries.push(entry),
            None => problems.push(Problem { line: n + 1, what: format!("`{bare}` is no number of a code: write `010:0x1000`") }),
        }
    }
    Read { entries, problems }
}

/// A sum such as `-0xFFFF+0x0070`.
fn number(text: &str) -> Option<i64> {
    let mut out = 0i64;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (sign, term) = match rest.split_at_checked(1)? {
            ("-", term) => (-1, term),
            ("+", term) => (1, term),
            _ => (1, rest),
        };
        let (one, more) = term.split_at_checked(term.find(['+', '-']).unwrap_or(term.len()))?;
        let value = match one.trim().strip_prefix("0x") {
            Some(hex) => i64::from(u32::from_str_radix(hex, 16).ok()?),
            None => i64::from(one.trim().parse::<u32>().ok()?),
        };
        out += sign * value;
        rest = more;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_faults() {
        let read = ontology("# numbers\n010:0x1000#say\n121:-0xFFFF+0x0070\n---:0\n12 3\n020:0y\n");
        assert_eq!(read.entries.iter().map(|e| e.1).collect::<Vec<_>>(), [0x1000, 0x70 - 0xFFFF, 0]);
        assert_eq!(read.problems.iter().map(|p| p.line).collect::<Vec<_>>(), [5, 6]);
    }
}
