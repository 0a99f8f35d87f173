//! Tables of dates and terms in both languages.

use detente_codebook::{Edtf, Language, Span, Text};
use proptest::prelude::*;

use super::super::unit::{Tag, Unit};
use super::{date_in_line, find_dates, find_durations, is_date_line};

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

const ENGLISH: [Case; 66] = [
    ("signed on 17 January 2025 in Moscow", "17 January 2025=2025-01-17"),
    ("On January 17, 2025, they met", "January 17, 2025=2025-01-17"),
    ("on Jan. 17, 2025", "Jan. 17, 2025=2025-01-17"),
    ("on Friday, January 17, 2025", "January 17, 2025=2025-01-17"),
    ("the 17th of January 2025", "17th of January 2025=2025-01-17"),
    ("the seventeenth day of January 2025", "seventeenth day of January 2025=2025-01-17"),
    ("on the twenty-first of May, 1994", "twenty-first of May, 1994=1994-05-21"),
    ("from 17-19 January 2025", "17-19 January 2025=2025-01-17/2025-01-19"),
    ("February 3–5, 1999", "February 3–5, 1999=1999-02-03/1999-02-05"),
    ("in June 2024, Putin flew", "June 2024=2024-06"),
    ("in June of 2024", "June of 2024=2024-06"),
    ("the nuclear deal of 2015", "2015=2015"),
    ("in 2015 they agreed", "2015=2015"),
    ("In 2014 and 2015, and in 2019", "2014=2014 ; 2015=2015 ; 2019=2019"),
    ("the 1979 treaty", "1979=1979"),
    ("Iran's 2015 accord", "2015=2015"),
    ("the accord (2015) holds", "2015=2015"),
    ("since mid-2015", "2015=2015"),
    ("the year 2015", "year 2015=2015"),
    ("the war of 2014-2020", "2014-2020=2014/2020"),
    ("between 2014 and 2020", "2014 and 2020=2014/2020"),
    ("from 2014 to 2020", "2014 to 2020=2014/2020"),
    ("from June 2023 until March 2024", "June 2023 until March 2024=2023-06/2024-03"),
    ("the oil crisis of the 1970s", "1970s=1970/1979"),
    ("2025-01-17", "2025-01-17=2025-01-17"),
    ("at 2025-01-17T10:30", "2025-01-17=2025-01-17"),
    ("on 17/01/2025", "17/01/2025=2025-01-17"),
    ("on 17.1.2025.", "17.1.2025=2025-01-17"),
    ("2025/01/17", "2025/01/17=2025-01-17"),
    ("on 01/17/2025", "01/17/2025=2025-01-17"),
    ("12-2025-01-17", ""),
    ("45/13/2025", ""),
    ("in 2000 soldiers' homes", ""),
    ("the 2000 troops", ""),
    ("to 2000 km", ""),
    ("a force of 2000-strong units", ""),
    ("2015", ""),
    ("a range of 3000 km", ""),
    ("They may 20 times march 12 miles", ""),
    ("in May the talks end", ""),
    ("on January 17 they met", "January 17=2025-01-17"),
    ("on 3 March they met", ""),
    ("they will meet on 3 January", ""),
    ("the January 17 of that year", ""),
    ("after the January 6 attack", ""),
    ("They met yesterday.", "yesterday=2025-02-26"),
    ("They met today.", ""),
    ("last year's accord", "last year=2024"),
    ("over the last year", ""),
    ("this year", "this year=2025"),
    ("last month", "last month=2025-01"),
    ("next month", "next month=2025-03"),
    ("last week", ""),
    ("last June", "last June=2024-06"),
    ("last January", "last January=2025-01"),
    ("in June last year", "June last year=2024-06"),
    ("in June of last year", "June of last year=2024-06"),
    ("on 3 March last year", "3 March last year=2024-03-03"),
    ("They met on Monday.", "Monday=2025-02-24"),
    ("They met on Thursday.", "Thursday=2025-02-27"),
    ("last Thursday", "last Thursday=2025-02-20"),
    ("They will meet on Monday.", ""),
    ("on Monday, 3 March", ""),
    ("Black Friday sales", ""),
    ("three years ago, 2000 years ago", ""),
    ("31 February 2025", "February 2025=2025-02"),
];

const ARABIC: [Case; 66] = [
    ("في 27 فبراير 2025", "27 فبراير 2025=2025-02-27"),
    ("فبراير 27, 2025", "فبراير 27, 2025=2025-02-27"),
    ("فبراير 27، 2025", "فبراير 27، 2025=2025-02-27"),
    ("27 فبراير/شباط 2025", "27 فبراير/شباط 2025=2025-02-27"),
    ("27 شباط (فبراير) 2025", "27 شباط (فبراير) 2025=2025-02-27"),
    ("27 شباط فبراير 2025", "27 شباط فبراير 2025=2025-02-27"),
    ("17 كانون الثاني/يناير 2025", "17 كانون الثاني/يناير 2025=2025-01-17"),
    ("أعلن في 8 مايو 2018 انسحاب البلاد", "8 مايو 2018=2018-05-08"),
    ("٨ مايو ٢٠١٨", "٨ مايو ٢٠١٨=2018-05-08"),
    ("۸ مايو ۲۰۱۸", "۸ مايو ۲۰۱۸=2018-05-08"),
    ("8 من مايو 2018", "8 من مايو 2018=2018-05-08"),
    ("الثامن من مايو عام 2018", "الثامن من مايو عام 2018=2018-05-08"),
    ("في السابع عشر من شهر يناير 2025", "السابع عشر من شهر يناير 2025=2025-01-17"),
    ("الحادي والعشرين من مارس 2020", "الحادي والعشرين من مارس 2020=2020-03-21"),
    ("في يونيو 2024. وتنص", "يونيو 2024=2024-06"),
    ("ويونيو 2024", "يونيو 2024=2024-06"),
    ("17 يناير 2025م", "17 يناير 2025م=2025-01-17"),
    ("الاتفاق النووي لعام 2015", "عام 2015=2015"),
    ("العام 2015", "العام 2015=2015"),
    ("في عام 2011", "عام 2011=2011"),
    ("سنة 2011", "سنة 2011=2011"),
    ("منذ عام 2001، لكنها", "عام 2001=2001"),
    ("منذ 2011", "2011=2011"),
    ("وفي 2011", "2011=2011"),
    ("وقعت 2025م", "2025م=2025"),
    ("عام ألفين وخمسة وعشرين", "عام ألفين وخمسة وعشرين=2025"),
    ("بين عامي 2014 و2020", "عامي 2014 و2020=2014/2020"),
    ("عامي 2014 و2020", "عامي 2014=2014 ; 2020=2020"),
    ("من 2014 إلى 2020", "2014 إلى 2020=2014/2020"),
    ("من عام 2014 وحتى عام 2020", "عام 2014 وحتى عام 2020=2014/2020"),
    ("الحرب 2014-2020", "2014-2020=2014/2020"),
    ("ستينيات القرن الماضي", "ستينيات القرن الماضي=1960/1969"),
    ("17/01/2025", "17/01/2025=2025-01-17"),
    ("١٧/٠١/٢٠٢٥", "١٧/٠١/٢٠٢٥=2025-01-17"),
    ("15 رمضان 1446", ""),
    ("عام 1446", ""),
    ("عام 1446هـ", ""),
    ("في 2000 جندي", ""),
    ("من 2000 كيلومتر", ""),
    ("مارس ضغوطا على إيران", ""),
    ("يونيو", ""),
    ("يونيو الماضي", "يونيو الماضي=2024-06"),
    ("يناير الماضي", "يناير الماضي=2025-01"),
    ("8 يناير الماضي", "8 يناير الماضي=2025-01-08"),
    ("8 مايو من العام الماضي", "8 مايو من العام الماضي=2024-05-08"),
    ("في مايو من هذا العام", "مايو من هذا العام=2025-05"),
    ("8 يناير", "8 يناير=2025-01-08"),
    ("8 مايو", ""),
    ("8 يناير من ذلك العام", ""),
    ("بعد هجمات 11 يناير", ""),
    ("العام الماضي", "العام الماضي=2024"),
    ("السنة الماضية", "السنة الماضية=2024"),
    ("هذا العام", "هذا العام=2025"),
    ("العام الجاري", "العام الجاري=2025"),
    ("الأمين العام الحالي", ""),
    ("الشهر الماضي", "الشهر الماضي=2025-01"),
    ("أمس", "أمس=2025-02-26"),
    ("أمس الأربعاء", "أمس الأربعاء=2025-02-26"),
    ("أمس الأول", "أمس الأول=2025-02-25"),
    ("اليوم", ""),
    ("يوم الاثنين", "يوم الاثنين=2025-02-24"),
    ("الجمعة الماضية", "الجمعة الماضية=2025-02-21"),
    ("يوم الجمعة الماضي", "يوم الجمعة الماضي=2025-02-21"),
    ("صلاة الجمعة", ""),
    ("الخميس 27 فبراير 2025", "27 فبراير 2025=2025-02-27"),
    ("كانت تختمر منذ سنوات", ""),
];

#[test]
fn english_dates_are_read() {
    check(&ENGLISH, |w| dates(w, Language::En, Some(THURSDAY)));
}

#[test]
fn arabic_dates_are_read() {
    check(&ARABIC, |w| dates(w, Language::Ar, Some(THURSDAY)));
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
fn terms_of_years_are_read() {
    check(
        &[
            ("a treaty of twenty years", "twenty years=20"),
            ("a 20-year treaty", "20-year=20"),
            ("a twenty-five-year pact", "twenty-five-year=25"),
            ("for ten years", "ten years=10"),
            ("for a period of twenty (20) years", "twenty (20) years=20"),
            ("for two decades", "two decades=20"),
            ("for a year", "year=1"),
            ("one hundred and fifty years", "one hundred and fifty years=150"),
            ("ten years ago", ""),
            ("some ten years ago", ""),
            ("a 20-year-old", ""),
            ("20 years old", ""),
            ("after nearly twenty years", ""),
            ("over the past ten years", ""),
            ("last year", ""),
            ("in 2015", ""),
            ("the year", ""),
        ],
        |w| terms(w, Language::En),
    );
}

#[test]
fn arabic_terms_of_years_are_read() {
    check(
        &[
            ("التي تستمر عشرين عاماً", "عشرين عاماً=20"),
            ("لمدة 20 سنة", "20 سنة=20"),
            ("لمدة ٢٠ سنة", "٢٠ سنة=20"),
            ("خمس سنوات", "خمس سنوات=5"),
            ("مدتها عشرون عاما", "عشرون عاما=20"),
            ("لعشرين عاما", "عشرين عاما=20"),
            ("خمسة وعشرين عاما", "خمسة وعشرين عاما=25"),
            ("خمسة عشر عاما", "خمسة عشر عاما=15"),
            ("لمدة عامين", "عامين=2"),
            ("لمدة عام", "عام=1"),
            ("سنة واحدة", "سنة واحدة=1"),
            ("ثلاثة عقود", "ثلاثة عقود=30"),
            ("عقدين من الزمن", "عقدين من الزمن=20"),
            ("عقدين", ""),
            ("قبل عشرين عاما", ""),
            ("قبل نحو عشرين عاما", ""),
            ("منذ سنوات", ""),
            ("منذ عشر سنوات", ""),
            ("البالغ من العمر 20 عاما", ""),
            ("8 مايو عام 2018", ""),
            ("بين عامي 2014 و2020", ""),
        ],
        |w| terms(w, Language::Ar),
    );
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
            ("2025-02-27T10:30:00Z", "none"),
            ("2025-02-27", "2025-02-27=2025-02-27"),
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
    "17", "2025", "January", "May", "31", "1999", "the", "of", "last", "year", "Monday", "on", "between", "and", "twenty",
    "years", "hundred", "(", ")", "99999", "9999", "0", "في", "عام", "2014", "و2020", "فبراير", "شباط", "الماضي", "يوم",
    "الجمعة", "أمس", "عشرين", "وخمسة", "ألف", "مئة", "عقدين", "سنوات", "هذا", "لعامـ",
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
