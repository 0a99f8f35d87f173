//! Tables of dates and terms in both languages.

mod arabic;
mod english;

use detente_codebook::{Edtf, Language, Span, Text};
use proptest::prelude::*;

use super::{date_in_line, find_dates, find_durations, is_date_line};
use crate::read::unit::{Tag, Unit};

/// A text, and each date as `words=date`, parted by ` ; `.
type Case = (&'static str, &'static str);

const THURSDAY: &str = "2025-02-27";

fn dates(words: &str, language: Language, published: Option<&str>) -> String {
    let text = Text::new(words);
    let published: Option<Edtf> = published.map(|p| p.parse().unwrap());
    let found = find_dates(&text, Span::new(0, text.len()), language, published);
    let shown: Vec<String> = found.into_iter().map(|(s, d)| format!("{}={d}", text.slice(s))).collect();
    shown.join(" ; ")
}

fn terms(words: &str, language: Language) -> String {
    let text = Text::new(words);
    let found = find_durations(&text, Span::new(0, text.len()), language);
    let shown: Vec<String> = found.into_iter().map(|(s, y)| format!("{}={y}", text.slice(s))).collect();
    shown.join(" ; ")
}

fn line(words: &str) -> Option<String> {
    let text = Text::new(words);
    let unit = Unit::new(&text, Span::new(0, text.len()), Tag::None)?;
    let (span, date) = date_in_line(&text, &unit).filter(|_| is_date_line(&unit))?;
    Some(format!("{}={date}", text.slice(span)))
}

fn check(cases: &[Case], read: impl Fn(&str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(words, want)| read(words) != *want)
        .map(|(words, want)| format!("{words}\n  want {want}\n  have {}", read(words)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_the_day_of_writing_nothing_is_counted_from_it() {
    let english = ["yesterday", "last year", "on Monday", "last June", "January 17", "this month"];
    let arabic = ["أمس", "العام الماضي", "يوم الاثنين", "يونيو الماضي", "8 مايو", "هذا الشهر"];
    assert!(english.iter().all(|w| dates(w, Language::En, None).is_empty()));
    assert!(arabic.iter().all(|w| dates(w, Language::Ar, None).is_empty()));
    assert_eq!(dates("last year, yesterday", Language::En, Some("2025")), "last year=2024");
}

#[test]
fn lines_that_hold_only_a_date_are_known() {
    check(
        &[
            ("فبراير 27, 2025", "فبراير 27, 2025=2025-02-27"),
            ("الخميس 27 فبراير 2025", "27 فبراير 2025=2025-02-27"),
            ("الخميس، 27 فبراير/شباط 2025 - 10:30 بتوقيت غرينتش", "27 فبراير/شباط 2025=2025-02-27"),
            ("تاريخ النشر: ٢٧ فبراير ٢٠٢٥", "٢٧ فبراير ٢٠٢٥=2025-02-27"),
            ("الخميس 28 شعبان 1446 هـ - 27 فبراير 2025 م", "27 فبراير 2025 م=2025-02-27"),
            ("نشر في: 27/02/2025 | آخر تحديث: 28/02/2025", "27/02/2025=2025-02-27"),
            ("Published: 27 February 2025, 10:30", "27 February 2025=2025-02-27"),
            ("Thu, Feb. 27, 2025 at 9:05 a.m. GMT", "Feb. 27, 2025=2025-02-27"),
            ("Last updated: 28 February 2025 | Published 27 February 2025", "27 February 2025=2025-02-27"),
            ("2025-02-27T10:30:00Z", "2025-02-27=2025-02-27"),
            ("2025-02-27", "2025-02-27=2025-02-27"),
            ("27\u{200F}/02\u{200F}/2025", "27\u{200F}/02\u{200F}/2025=2025-02-27"),
            ("June 2024", "June 2024=2024-06"),
            ("2015", "none"),
            ("Iran signed on 17 January 2025", "none"),
            ("10:30", "none"),
            ("", "none"),
        ],
        |w| line(w).unwrap_or_else(|| "none".to_owned()),
    );
}

proptest! {
    #[test]
    fn no_text_panics_and_every_span_is_inside(s in "\\PC{0,60}") {
        inside(&s)?;
    }

    #[test]
    fn no_row_of_date_words_panics(words in proptest::collection::vec(0usize..WORDS.len(), 0..14), glue in "[ ,/.-]") {
        let row: Vec<&str> = words.into_iter().map(|i| WORDS[i]).collect();
        inside(&row.join(&glue))?;
    }
}

const WORDS: [&str; 40] = [
    "17",
    "2025",
    "January",
    "May",
    "31",
    "1999",
    "the",
    "of",
    "last",
    "year",
    "Monday",
    "on",
    "between",
    "and",
    "twenty",
    "years",
    "hundred",
    "(",
    ")",
    "99999",
    "9999",
    "0",
    "في",
    "عام",
    "2014",
    "و2020",
    "فبراير",
    "شباط",
    "الماضي",
    "يوم",
    "الجمعة",
    "أمس",
    "عشرين",
    "وخمسة",
    "ألف",
    "مئة",
    "عقدين",
    "سنوات",
    "هذا",
    "لعامـ",
];

fn inside(s: &str) -> Result<(), TestCaseError> {
    let text = Text::new(s);
    let whole = Span::new(0, text.len());
    for language in [Language::Ar, Language::En] {
        let found = find_dates(&text, whole, language, Some(THURSDAY.parse().unwrap()));
        let spans: Vec<Span> = found.into_iter().map(|f| f.0).collect();
        prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start));
        let terms = find_durations(&text, whole, language).into_iter().map(|f| f.0);
        let spans: Vec<Span> = spans.into_iter().chain(terms).collect();
        prop_assert!(spans.iter().all(|s| s.start < s.end && s.end <= text.len()));
    }
    if let Some(unit) = Unit::new(&text, whole, Tag::None) {
        let _ = is_date_line(&unit);
        let inner = date_in_line(&text, &unit);
        prop_assert!(inner.is_none_or(|(s, _)| s.end <= text.len()));
    }
    Ok(())
}
