//! What every brief keeps: sources that resolve, both languages, quotes that are the very words.

use detente::render::{Width, json, terminal};
use detente::why::why;
use detente::{Article, Brief, Manner, Sources, ask, question::formal};
use detente_codebook::{Language, Span};
use jiff::civil::date;

use crate::examples::{NAMES, article, article_of, brief_of};

fn every_claim_resolves(brief: &Brief) {
    for claim in brief.findings.iter().flat_map(|f| &f.claims) {
        assert!(!claim.evidence.is_empty(), "{} has no evidence", claim.id);
        assert!(claim.evidence.iter().all(|id| brief.evidence(id).is_some()), "{} rests on nothing", claim.id);
        let (ar, en) = (&claim.text.ar, &claim.text.en);
        assert!(!ar.trim().is_empty() && !en.trim().is_empty(), "{} lacks a language", claim.id);
        assert!(!en.contains("{ $") && !ar.contains("{ $"), "{en}");
    }
    let sentences = brief.answer.iter().flat_map(|s| &s.claims);
    sentences.for_each(|id| assert!(brief.claim(id).is_some(), "the answer names {id}"));
}

fn every_quote_is_there(brief: &Brief, article: &Article) {
    for e in &brief.evidence {
        if let Some(quote) = &e.quote {
            let words = article.text.get(Span::new(quote.start, quote.end));
            assert_eq!(words, Some(quote.exact.as_str()), "{}", e.id);
        }
    }
}

#[test]
fn the_examples_give_whole_briefs() {
    for name in NAMES {
        let article = article(name);
        let brief = brief_of(&article);
        assert!(brief.question.is_some(), "{name} asks");
        assert!(brief.findings.iter().filter(|f| f.grounds).count() >= 2, "{name}");
        every_claim_resolves(&brief);
        every_quote_is_there(&brief, &article);
    }
}

#[test]
fn the_same_question_gives_the_same_bytes_and_reads_back() {
    let article = article("rapprochement.ar.txt");
    let (one, two) = (brief_of(&article), brief_of(&article));
    let text = json(&one).unwrap();
    assert_eq!(text, json(&two).unwrap());
    assert_eq!(serde_json::from_str::<Brief>(&text).unwrap(), one);
    let shown = |b: &Brief| terminal(b, Language::Ar, Width::default());
    assert_eq!(shown(&one), shown(&two));
}

#[test]
fn the_treaty_of_the_article_holds_no_defence_and_its_namesake_does() {
    let brief = brief_of(&article("rapprochement.en.txt"));
    let treaty = brief.findings.iter().find(|f| f.lens == "treaty").unwrap();
    let said = |words: &str| treaty.claims.iter().any(|c| c.text.en.contains(words));
    assert!(said("article 3(3)") && said("no duty of mutual defence"));
    assert!(said("a treaty of the same name does oblige to defence"));
    let balance = brief.findings.iter().find(|f| f.lens == "balance").unwrap();
    assert!(
        balance.claims.iter().any(|c| c.text.en.contains("balanced as of the day") && c.text.en.contains("unbalanced after"))
    );
}

#[test]
fn why_walks_from_a_claim_to_the_words_and_the_source() {
    let article = article("rapprochement.en.txt");
    let brief = brief_of(&article);
    let evidence = brief.findings.iter().find(|f| f.lens == "evidence").unwrap();
    let claim = evidence.claims.iter().find(|c| c.text.en.contains("settlement")).unwrap();
    let words = why(&brief, &claim.id).unwrap().words(Language::En);
    assert!(words.contains("If the United States and Russia reach a settlement"));
    assert!(words.contains("https://example.org/?p=1002"));
    let missing = why(&brief, "00000000-t1").unwrap_err().to_string();
    assert!(missing.contains("no claim `00000000-t1`"), "{missing}");
}

#[test]
fn an_article_that_asks_nothing_is_read_and_raises_questions() {
    let article = article_of(
        "Turkey and Egypt restore ties\n\nMay 3, 2023\n\nTurkey and Egypt restored diplomatic relations on Tuesday. Greece criticised Turkey. Egypt and Greece signed a maritime agreement in August 2020.",
    );
    let brief = brief_of(&article);
    assert!(brief.question.is_none() && brief.findings.is_empty());
    assert!(!brief.reading.is_empty() && !brief.questions.is_empty());
    assert_eq!(brief.evidence.len(), brief.reading.len());
}

#[test]
fn a_text_that_is_later_than_the_day_is_not_used_and_that_is_said() {
    let article = article("rapprochement.en.txt");
    let articles = std::slice::from_ref(&article);
    let question = formal("USA-RUS:improves", Some("RUS-IRN"), date(2024, 1, 1), 5).unwrap();
    let brief = ask(question, &Sources { articles, ledger: None }, &Manner::default()).unwrap();
    let cited = brief.findings.iter().flat_map(|f| &f.claims).flat_map(|c| &c.evidence);
    assert!(cited.into_iter().all(|id| !id.0.starts_with("src:")));
    assert!(brief.unknown.iter().any(|u| u.en.contains("dated later")));
}

#[test]
fn a_lens_that_is_not_there_is_named() {
    let question = formal("USA-RUS:improves", Some("RUS-IRN"), date(2024, 1, 1), 5).unwrap();
    let manner = Manner { lenses: vec!["tarot".to_owned()], seed: 0 };
    let error = ask(question, &Sources::default(), &manner).unwrap_err().to_string();
    assert!(error.contains("`tarot`") && error.contains("treaty"), "{error}");
}

#[test]
fn probabilities_add_up_where_there_are_any() {
    let question = formal("SAU-IRN:worsens", Some("IRN-CHN"), date(2024, 6, 1), 5).unwrap();
    let brief = ask(question, &Sources::default(), &Manner::default()).unwrap();
    let forecasts = brief.findings.iter().filter_map(|f| f.forecast).chain(brief.synthesis.forecast);
    for f in forecasts {
        assert!((f.worsens + f.holds + f.improves - 1.0).abs() < 1e-9);
    }
    every_claim_resolves(&brief);
}
