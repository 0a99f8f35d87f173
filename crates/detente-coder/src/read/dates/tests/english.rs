//! English dates and terms.

use detente_codebook::Language;

use super::{Case, THURSDAY, check, dates, terms};

const ENGLISH: [Case; 71] = [
    (
        "signed on 17 January 2025 in Moscow",
        "17 January 2025=2025-01-17",
    ),
    (
        "On January 17, 2025, they met",
        "January 17, 2025=2025-01-17",
    ),
    ("on Jan. 17, 2025", "Jan. 17, 2025=2025-01-17"),
    ("on Friday, January 17, 2025", "January 17, 2025=2025-01-17"),
    (
        "the 17th of January 2025",
        "17th of January 2025=2025-01-17",
    ),
    (
        "the seventeenth day of January 2025",
        "seventeenth day of January 2025=2025-01-17",
    ),
    (
        "on the twenty-first of May, 1994",
        "twenty-first of May, 1994=1994-05-21",
    ),
    (
        "from 17-19 January 2025",
        "17-19 January 2025=2025-01-17/2025-01-19",
    ),
    (
        "February 3–5, 1999",
        "February 3–5, 1999=1999-02-03/1999-02-05",
    ),
    ("in June 2024, Putin flew", "June 2024=2024-06"),
    ("in June of 2024", "June of 2024=2024-06"),
    ("the nuclear deal of 2015", "2015=2015"),
    ("in 2015 they agreed", "2015=2015"),
    (
        "In 2014 and 2015, and in 2019",
        "2014=2014 ; 2015=2015 ; 2019=2019",
    ),
    ("the 1979 treaty", "1979=1979"),
    ("Iran's 2015 accord", "2015=2015"),
    ("the accord (2015) holds", "2015=2015"),
    ("since mid-2015", "2015=2015"),
    ("the year 2015", "year 2015=2015"),
    ("the war of 2014-2020", "2014-2020=2014/2020"),
    ("between 2014 and 2020", "2014 and 2020=2014/2020"),
    ("from 2014 to 2020", "2014 to 2020=2014/2020"),
    (
        "from June 2023 until March 2024",
        "June 2023 until March 2024=2023-06/2024-03",
    ),
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
    ("between 2000 and 3000 soldiers", ""),
    ("of 2000 Russian troops", ""),
    (
        "between 3 and 5 March 2001",
        "3 and 5 March 2001=2001-03-03/2001-03-05",
    ),
    ("papers from 2003 and 2015", "2003=2003 ; 2015=2015"),
    (
        "between June 2023 and 3 March 2024",
        "June 2023 and 3 March 2024=2023-06/2024-03-03",
    ),
    ("31 February 2025", "February 2025=2025-02"),
];

#[test]
fn english_dates_are_read() {
    check(&ENGLISH, |w| dates(w, Language::En, Some(THURSDAY)));
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
            (
                "one hundred and fifty years",
                "one hundred and fifty years=150",
            ),
            ("ten years ago", ""),
            ("some ten years ago", ""),
            ("a 20-year-old", ""),
            ("20 years old", ""),
            ("after nearly twenty years", ""),
            ("over the past ten years", ""),
            ("twenty years after the treaty", ""),
            ("at the age of 20 years", ""),
            ("last year", ""),
            ("in 2015", ""),
            ("the year", ""),
        ],
        |w| terms(w, Language::En),
    );
}
