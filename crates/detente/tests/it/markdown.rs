//! The brief as Markdown: linked, escaped, the same every time.

use detente::render::markdown;
use detente_codebook::Language;

use crate::sample;

const BOTH: [Language; 2] = [Language::Ar, Language::En];

#[test]
fn every_fragment_leads_to_an_anchor() {
    for language in BOTH {
        for brief in [sample::rich(), sample::reading(), sample::hostile()] {
            let text = markdown(&brief, language);
            let targets: Vec<&str> = text.split("](#").skip(1).filter_map(|t| t.split_once(')')).map(|t| t.0).collect();
            for target in targets {
                assert!(text.contains(&format!("<a id=\"{target}\"></a>")), "#{target}");
            }
        }
    }
}

#[test]
fn hostile_words_open_no_markup() {
    for language in BOTH {
        let text = markdown(&sample::hostile(), language);
        assert!(!text.contains("<script") && !text.contains('\u{202E}') && !text.contains("](javascript"));
        let outside: String = text.replace("\\`", "").split('`').step_by(2).collect();
        let tags = outside
            .split('<')
            .skip(1)
            .filter(|t| !["a id=", "/a>", "div ", "/div>", "https://"].iter().any(|k| t.starts_with(k)));
        assert_eq!(tags.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

#[test]
fn tables_keep_their_columns() {
    for language in BOTH {
        let text = markdown(&sample::hostile(), language);
        let rows: Vec<&str> = text.lines().filter(|l| l.starts_with("| ")).collect();
        assert!(rows.len() > 30);
        let bars = |row: &str| row.replace("\\|", "").matches('|').count();
        for (n, rule) in rows.iter().enumerate().filter(|(_, r)| r.starts_with("| ---")) {
            let head = rows.get(n - 1).unwrap();
            assert_eq!(bars(head), bars(rule));
            assert_eq!(rows.get(n + 1).map(|r| bars(r)), Some(bars(rule)), "{:?}", rows.get(n + 1));
        }
    }
}

#[test]
fn it_says_what_the_page_says() {
    let text = markdown(&sample::rich(), Language::En);
    for part in [
        "# ",
        "## Short answer",
        "| 28 % | 60 % | 12 % |",
        "**speaks for an effect**",
        "87 % of cases",
        "n = 23",
        "recalled, not seen in a source",
        "--shift USA-RUS:improves --on RUS-IRN --as-of 2025-02-27 --horizon 5 --seed 7",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text, markdown(&sample::rich(), Language::En));
}
