//! Actor dictionaries: names, their synonyms, and codes that hold for a time.

use jiff::civil::Date;

use super::lines::{Line, Phrase, bracketed, lines, phrase};
use super::{Problem, Read};

/// When a code holds; both ends are inclusive, an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Validity {
    /// Whether a day lies within.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|d| d <= day) && self.to.is_none_or(|d| day <= d)
    }

    /// How long it lasts; an open end counts as for ever.
    fn days(&self) -> i32 {
        match (self.from, self.to) {
            (Some(a), Some(b)) => (b - a).get_days(),
            _ => i32::MAX,
        }
    }
}

/// The codes of an actor, each with its time.
pub type ActorCodes = Vec<(String, Validity)>;

/// An actor: its names, and its codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The names, the first one first.
    pub names: Vec<Phrase>,
    /// The line of each name.
    pub lines: Vec<usize>,
    /// The codes, in the order of the file.
    pub codes: ActorCodes,
    /// The line of the first name.
    pub line: usize,
}

impl Actor {
    /// The code on a day.
    #[must_use]
    pub fn code_on(&self, day: Option<Date>) -> Option<&str> {
        code_on(&self.codes, day)
    }
}

/// The code on a day: of the dated ones that hold, the one with the shortest time, the first of equals;
/// else the last undated one.
#[must_use]
pub fn code_on(codes: &ActorCodes, day: Option<Date>) -> Option<&str> {
    let dated = |(_, v): &&(String, Validity)| *v != Validity::default();
    let holding = day.and_then(|d| codes.iter().filter(dated).filter(|(_, v)| v.holds(d)).min_by_key(|(_, v)| v.days()));
    let plain = codes.iter().rev().find(|(_, v)| *v == Validity::default());
    holding.or(plain).map(|(code, _)| code.as_str())
}

/// Reads an actor dictionary.
#[must_use]
pub fn actors(text: &str) -> Read<Vec<Actor>> {
    let mut out: Vec<Actor> = Vec::new();
    let mut problems = Vec::new();
    for line in lines(text) {
        if let Err(what) = read(&line, &mut out) {
            problems.push(Problem { line: line.number, what });
            // What belongs to a name that cannot be read must not fall to the name before it.
            if !line.text.trim_start().starts_with(['+', '[']) {
                out.push(Actor::default());
            }
        }
    }
    for actor in out.iter().filter(|a| a.codes.is_empty() && a.line > 0) {
        let what = "the name has no code: write `NAME [CODE]`, or `[CODE]` indented below it".to_owned();
        problems.push(Problem { line: actor.line, what });
    }
    problems.sort_by_key(|p| p.line);
    out.retain(|a| !a.codes.is_empty() && a.line > 0);
    Read { entries: out, problems }
}

fn read(line: &Line<'_>, out: &mut Vec<Actor>) -> Result<(), String> {
    let text = line.text.trim();
    let (name, codes) = match text.find('[') {
        Some(at) => (text.get(..at).unwrap_or_default(), codes_of(text.get(at..).unwrap_or_default())?),
        None => (text, Vec::new()),
    };
    if let Some(synonym) = name.strip_prefix('+') {
        let name = named(synonym)?;
        let actor = out.last_mut().ok_or("a synonym stands before any name")?;
        actor.names.push(name);
        actor.lines.push(line.number);
        actor.codes.extend(codes);
    } else if name.trim().is_empty() {
        out.last_mut().ok_or("a code stands before any name")?.codes.extend(codes);
    } else {
        out.push(Actor { names: vec![named(name)?], lines: vec![line.number], codes, line: line.number });
    }
    Ok(())
}

fn named(name: &str) -> Result<Phrase, String> {
    let found = phrase(name);
    if found.words.is_empty() { Err("a name without words".to_owned()) } else { Ok(found) }
}

/// Every `[CODE dates]` of a text.
fn codes_of(text: &str) -> Result<ActorCodes, String> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let (before, inside, after) = bracketed(rest, '[', ']').ok_or("a bracket is not closed: write `[CODE]`")?;
        if !before.trim().is_empty() {
            return Err(format!("`{}` stands between codes", before.trim()));
        }
        out.push(code_of(inside)?);
        rest = after;
    }
    Ok(out)
}

/// `CODE`, `CODE dates`; `A/B` is a compound, `---` and `+++` say that the name is nobody's.
fn code_of(inside: &str) -> Result<(String, Validity), String> {
    let (code, dates) = inside.trim().split_once(char::is_whitespace).unwrap_or((inside.trim(), ""));
    if code.is_empty() {
        return Err("an empty bracket: write a code in it".to_owned());
    }
    let nobody = matches!(code, "---" | "+++");
    let fits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !nobody && !code.split('/').all(fits) {
        return Err(format!("`{code}` is no code: only letters and digits, `/` between the codes of a compound"));
    }
    let dates: String = dates.split_whitespace().collect();
    let validity = if dates.is_empty() { Validity::default() } else { validity(&dates)? };
    Ok((if nobody { "---".to_owned() } else { code.to_uppercase() }, validity))
}

fn validity(text: &str) -> Result<Validity, String> {
    let found = if let Some(end) = text.strip_prefix('<') {
        Validity { from: None, to: Some(day(end)?) }
    } else if let Some(start) = text.strip_prefix('>') {
        Validity { from: Some(day(start)?), to: None }
    } else if let Some((start, end)) = text.split_once('-') {
        between(start, end)?
    } else {
        return Err(format!("`{text}` is no time: write `910625-920115`, `<910625` or `>920115`"));
    };
    match (found.from, found.to) {
        (Some(a), Some(b)) if b < a => Err(format!("`{text}` ends before it begins")),
        _ => Ok(found),
    }
}

/// Two days; a short year that would begin after its end is of the century before.
fn between(start: &str, end: &str) -> Result<Validity, String> {
    let (mut from, to) = (day(start)?, day(end)?);
    if start.len() == 6
        && from > to
        && let Ok(earlier) = Date::new(from.year() - 100, from.month(), from.day())
    {
        from = earlier;
    }
    Ok(Validity { from: Some(from), to: Some(to) })
}

/// `YYMMDD` (a year from 50 on is of the 1900s) or `YYYYMMDD`.
fn day(digits: &str) -> Result<Date, String> {
    let wrong = || format!("`{digits}` is no day: write YYMMDD or YYYYMMDD");
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let number = |range: std::ops::Range<usize>| digits.get(range).and_then(|d| d.parse::<i16>().ok()).ok_or_else(wrong);
    let (year, rest) = match digits.len() {
        6 => {
            let short = number(0..2)?;
            (if short < 50 { 2000 + short } else { 1900 + short }, 2)
        }
        8 => (number(0..4)?, 4),
        _ => return Err(wrong()),
    };
    let (month, day) = (number(rest..rest + 2)?, number(rest + 2..rest + 4)?);
    let small = |n: i16| i8::try_from(n).map_err(|_| wrong());
    Date::new(year, small(month)?, small(day)?).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_hold_for_a_time() {
        let read = actors("ARDANIA_ [ARD]\n+ARDANIAN_\nKING_OLAF\n\t[ARDGOV 910101-991231]\n\t[ARDELI >20000101]\n");
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let names: Vec<&str> = read.entries[0].names.iter().map(|n| n.words[0].as_str()).collect();
        assert_eq!((names, read.entries[0].names[0].closed), (vec!["ARDANIA", "ARDANIAN"], true));
        let king = &read.entries[1];
        assert_eq!(king.code_on(Some(jiff::civil::date(1995, 5, 5))), Some("ARDGOV"));
        assert_eq!(king.code_on(Some(jiff::civil::date(2005, 5, 5))), Some("ARDELI"));
        assert_eq!(king.code_on(None), None);
    }

    #[test]
    fn times_may_hold_blanks_and_short_years_of_two_centuries() {
        let read = actors("A [ARD < 950601]\nB C_D [BEL/CAR 350101 - 780430]\nE [+++]\n");
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(read.entries[1].names[0].loose, 0b1);
        assert_eq!(read.entries[1].code_on(Some(jiff::civil::date(1960, 1, 1))), Some("BEL/CAR"));
        assert_eq!(read.entries[2].code_on(None), Some("---"));
    }

    #[test]
    fn synonyms_of_a_faulty_name_do_not_fall_to_the_one_before() {
        let read = actors("A [ARD]\nB [BEL\n+C\n\t[CAR]\nD [DOL]\n");
        assert_eq!((read.entries.len(), read.entries[0].names.len(), read.problems.len()), (2, 1, 1));
    }

    #[test]
    fn malformed_lines_are_named() {
        let read = actors("[G]\n+H\nA [B\nC [D 99]\nE [F 991301-991302]\nI\nJ [K] x [L]\n");
        let found: Vec<usize> = read.problems.iter().map(|p| p.line).collect();
        assert_eq!(found, [1, 2, 3, 4, 5, 6, 7], "{:?}", read.problems);
    }
}
