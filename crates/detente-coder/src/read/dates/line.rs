//! Lines that hold only a date.

use detente_codebook::{Edtf, Language, Span, Text};

use super::super::lists;
use super::super::phrase::Phrases;
use super::super::unit::Unit;
use super::find::dates;
use super::run::{Hit, Run};
use super::words::Forms;
use crate::token::{Token, TokenKind};

/// The most tokens of such a line.
const LONGEST: usize = 40;

const LANGUAGES: [Language; 2] = [Language::Ar, Language::En];

/// Whether every word of a unit belongs to a date or stands beside one.
pub(super) fn is_date_line(unit: &Unit) -> bool {
    let numbers = unit.tokens.iter().any(|t| t.kind == TokenKind::Number);
    numbers && unit.tokens.len() <= LONGEST && LANGUAGES.iter().any(|l| is_only_date(unit, *l))
}

fn is_only_date(unit: &Unit, language: Language) -> bool {
    let local = Local::new(unit);
    let run = Run::new(&local.text, &local.tokens, language, None);
    let found: Vec<Hit> = dates(&run).into_iter().filter(|h| is_precise(h.date)).collect();
    let mut at = 0;
    while at < run.len() {
        let date = found.iter().find(|h| h.start == at).map(|h| h.end);
        match date.or_else(|| beside(&run, at)) {
            Some(end) => at = end.max(at + 1),
            None => return false,
        }
    }
    !found.is_empty()
}

/// The tokens of a unit as a text of their own, as a unit does not hold its text.
struct Local {
    text: Text,
    tokens: Vec<Token>,
}

impl Local {
    fn new(unit: &Unit) -> Self {
        let mut whole = String::new();
        let mut tokens = Vec::new();
        let mut at = 0;
        for token in &unit.tokens {
            let gap = token.span.start.saturating_sub(unit.span.start).saturating_sub(at);
            // A mark of direction beside a stroke is no token, and is no space either.
            let hidden = gap == 1 && (token.is_mark('/') || whole.ends_with('/'));
            whole.extend(std::iter::repeat_n(if hidden { '\u{200F}' } else { ' ' }, gap));
            whole.push_str(&token.raw);
            let start = at + gap;
            at = start + token.raw.chars().count();
            tokens.push(Token { span: Span::new(start, at), ..token.clone() });
        }
        Self { text: Text::new(&whole), tokens }
    }
}

/// Whether a date is a day or a month.
fn is_precise(date: Edtf) -> bool {
    matches!(date, Edtf::Point(_)) && date.to_string().len() > 4
}

/// Where something ends that may stand beside a date: words, a weekday, a time, a mark.
fn beside(run: &Run<'_>, at: usize) -> Option<usize> {
    let token = run.token(at)?;
    match token.kind {
        TokenKind::Mark => Some(at + 1),
        TokenKind::Number => time(run, at).or_else(|| islamic(run, at)),
        TokenKind::Word => word(run, at),
    }
}

fn word(run: &Run<'_>, at: usize) -> Option<usize> {
    let anatomy = lists::anatomy();
    let words = &run.lists.words;
    let listed = [&anatomy.date_line, &anatomy.updated].into_iter().filter_map(|l| run.ends(at, l));
    let own = [&words.hijri_month, &words.hijri_era, &words.era, &words.day_noun, &words.day_joins, &words.time_mark];
    let own = own.into_iter().filter_map(|l: &Forms| run.is(at, l));
    listed.chain(own).chain(super::weekday::name(run, at).map(|n| n.0)).max()
}

/// `10:30`, `10:30:15`, `9 am`.
fn time(run: &Run<'_>, at: usize) -> Option<usize> {
    run.number(at).filter(|hour| *hour < 60)?;
    let minutes = run.is_mark(at + 1, &[':', '.']) && run.number(at + 2).is_some_and(|m| m < 60);
    if minutes {
        return time(run, at + 2).or(Some(at + 3));
    }
    let after_colon = at > 0 && run.is_mark(at - 1, &[':', '+']);
    (after_colon || run.is_word(at + 1) && word(run, at + 1).is_some()).then_some(at + 1)
}

/// The day or the year of a date of the Islamic calendar.
fn islamic(run: &Run<'_>, at: usize) -> Option<usize> {
    let words = &run.lists.words;
    let number = run.number(at)?;
    let day = number <= 30 && run.is(at + 1, &words.hijri_month).is_some();
    let month = run.follows(at, &words.hijri_month)
        || at > 0 && run.is_mark(at - 1, &[',', '،']) && run.follows(at - 1, &words.hijri_month);
    let year = (1300..1600).contains(&number) && (month || run.is(at + 1, &words.hijri_era).is_some());
    (day || year).then_some(at + 1)
}

/// The most precise date of a line, the first of them that is not of a change.
pub(super) fn date_in_line(text: &Text, unit: &Unit) -> Option<(Span, Edtf)> {
    let mut best: Option<(u8, Span, Edtf)> = None;
    for language in LANGUAGES {
        let run = Run::new(text, &unit.tokens, language, None);
        for hit in dates(&run) {
            let Some(span) = run.span(hit.start, hit.end, hit.skip) else {
                continue;
            };
            let rank = rank(&run, &hit);
            if rank > 0 && best.is_none_or(|b| rank > b.0) {
                best = Some((rank, span, hit.date));
            }
        }
    }
    best.map(|(_, span, date)| (span, date))
}

fn rank(run: &Run<'_>, hit: &Hit) -> u8 {
    let updated = is_updated(run, hit.start, &lists::anatomy().updated);
    let first = u8::from(!updated);
    match hit.date {
        date if date.as_day().is_some() => 4 + first,
        date if is_precise(date) => 2 + first,
        _ => 0,
    }
}

/// Whether words of a change stand before a date, with at most marks, a weekday or a word of the
/// line between them.
fn is_updated(run: &Run<'_>, at: usize, updated: &Phrases<()>) -> bool {
    let changed = |s: &usize| run.ends(*s, updated).is_some();
    let stated = |s: &usize| run.is_mark(*s, &['|', '•', '·']) || run.token(*s).is_some_and(|t| t.kind == TokenKind::Number);
    (0..at).rev().take_while(|s| !stated(s)).any(|s| changed(&s))
}
