//! Lines of the head that hold two of its parts: `By A. Writer | 5 May 2024`.

use detente_codebook::{Span, Text};

use super::unit::{Tag, Unit};
use super::{dates, lists};
use crate::token::{Token, TokenKind};

/// The head of a page stands among its first lines.
const HEAD: usize = 200;
/// The most words of a line that is taken apart.
const WORDS: usize = 25;
const BARS: [char; 6] = ['|', '•', '·', '—', '–', '-'];

/// Takes the lines of the head apart where one piece is a date and another says who wrote.
pub(super) fn lines(text: &Text, units: Vec<Unit>) -> Vec<Unit> {
    let mut out = Vec::with_capacity(units.len());
    for (at, unit) in units.into_iter().enumerate() {
        let pieces = if at < HEAD && may_split(&unit) { at_bars(text, &unit).or_else(|| at_byline(text, &unit)) } else { None };
        match pieces {
            Some(pieces) => out.extend(pieces),
            None => out.push(unit),
        }
    }
    out
}

fn may_split(unit: &Unit) -> bool {
    let plain = matches!(unit.tag, Tag::None | Tag::Paragraph | Tag::Byline);
    let number = unit.tokens.iter().any(|t| t.kind == TokenKind::Number);
    plain && number && unit.count() <= WORDS && !unit.is_stopped() && !dates::is_date_line(unit)
}

/// Pieces between bars, when one of them is only a date.
fn at_bars(text: &Text, unit: &Unit) -> Option<Vec<Unit>> {
    let spaced = |i: usize, t: &Token| {
        let gap = |a: Option<&Token>, b: Option<&Token>| a.zip(b).is_some_and(|(a, b)| a.span.end < b.span.start);
        let before = i.checked_sub(1).and_then(|b| unit.tokens.get(b));
        t.is_mark('|') || gap(before, Some(t)) && gap(Some(t), unit.tokens.get(i + 1))
    };
    let is_bar = |(i, t): &(usize, &Token)| BARS.iter().any(|b| t.is_mark(*b)) && spaced(*i, t);
    let bars: Vec<Span> = unit.tokens.iter().enumerate().filter(is_bar).map(|(_, t)| t.span).collect();
    let starts = std::iter::once(unit.span.start).chain(bars.iter().map(|b| b.end));
    let ends = bars.iter().map(|b| b.start).chain(std::iter::once(unit.span.end));
    let pieces: Vec<Unit> = starts.zip(ends).filter_map(|(s, e)| Unit::new(text, Span::new(s, e), unit.tag)).collect();
    let dated = pieces.iter().any(dates::is_date_line);
    (!bars.is_empty() && dated).then_some(pieces)
}

/// Two pieces, one of them only a date, the other beginning like a byline.
fn at_byline(text: &Text, unit: &Unit) -> Option<Vec<Unit>> {
    let words = unit.words();
    let says = |at: usize| lists::anatomy().byline.longest(&words, at).is_some();
    let cut = |at: usize| -> Option<Vec<Unit>> {
        let middle = words.get(at)?.span.start;
        let left = without_marks(unit, Span::new(unit.span.start, middle));
        let left = Unit::new(text, left, unit.tag)?;
        let right = Unit::new(text, Span::new(middle, unit.span.end), unit.tag)?;
        let dated = if says(0) { dates::is_date_line(&right) } else { says(at) && dates::is_date_line(&left) };
        dated.then(|| vec![left, right])
    };
    let places = 1..words.len();
    if !says(0) && !places.clone().any(says) {
        return None;
    }
    let found = places.into_iter().find_map(cut);
    found.map(|pieces| pieces.into_iter().map(|u| undated(text, u)).collect())
}

/// A span without the marks at its end.
fn without_marks(unit: &Unit, span: Span) -> Span {
    let last = unit.tokens.iter().rfind(|t| t.kind != TokenKind::Mark && t.span.end <= span.end);
    last.map_or(span, |t| Span::new(span.start, t.span.end))
}

/// A byline keeps no word that belongs to the date after it: `By A. Writer on`.
fn undated(text: &Text, unit: Unit) -> Unit {
    if dates::is_date_line(&unit) {
        return unit;
    }
    let words = unit.words();
    let dated = |i: &usize| words.get(*i..).is_some_and(|w| lists::anatomy().date_line.is_whole(w));
    let end = (1..words.len()).find(dated).and_then(|i| words.get(i - 1)).map(|t| t.span.end);
    end.and_then(|end| Unit::new(text, Span::new(unit.span.start, end), unit.tag)).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Vec<String> {
        let text = Text::new(line);
        let unit = Unit::new(&text, Span::new(0, text.len()), Tag::None).unwrap();
        lines(&text, vec![unit]).into_iter().map(|u| text.slice(u.span)).collect()
    }

    #[test]
    fn dates_and_bylines_come_apart() {
        assert_eq!(of("By Ada Example and John Sample | 5 May 2024"), ["By Ada Example and John Sample", "5 May 2024"]);
        assert_eq!(of("By Ada Example, 5 May 2024"), ["By Ada Example", "5 May 2024"]);
        assert_eq!(of("By Ada Example on May 5, 2024"), ["By Ada Example", "on May 5, 2024"]);
        assert_eq!(of("Posted on May 5, 2024 by Ada Example"), ["Posted on May 5, 2024", "by Ada Example"]);
        assert_eq!(of("Five questions on the treaty of 1997"), ["Five questions on the treaty of 1997"]);
    }
}
