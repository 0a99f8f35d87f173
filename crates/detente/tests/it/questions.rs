//! Questions in plain words, and how they must be read or refused.

use detente::{Asked, QuestionError, formal, read_question};
use detente_lens::{Direction, Question};
use jiff::civil::Date;
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    question: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    words: String,
    #[serde(default = "today")]
    as_of: String,
    read: Option<String>,
    error: Option<String>,
}

fn today() -> String {
    "2026-11-24".to_owned()
}

fn shown(question: &Question) -> String {
    let way = if question.shift.direction == Direction::Improves { "improves" } else { "worsens" };
    format!("{}:{way} -> {}", question.shift.dyad, question.target)
}

/// The same with both dyads in alphabetical order: order of naming is not part of the reading.
fn sorted(read: &str) -> String {
    let (shift, target) = read.split_once(" -> ").unwrap();
    let (dyad, way) = shift.split_once(':').unwrap();
    let sort = |d: &str| {
        let mut ends: Vec<&str> = d.split('-').collect();
        ends.sort_unstable();
        ends.join("-")
    };
    format!("{}:{way} -> {}", sort(dyad), sort(target))
}

fn kind(error: &QuestionError) -> &'static str {
    match error {
        QuestionError::Empty => "empty",
        QuestionError::NoActors { .. } => "no_actors",
        QuestionError::NoDirection { .. } => "no_direction",
        QuestionError::NoShift { .. } => "no_shift",
        QuestionError::NoTarget { .. } => "no_target",
        QuestionError::SameDyad { .. } => "same_dyad",
        _ => "other",
    }
}

fn answer(case: &Case) -> String {
    let day: Date = case.as_of.parse().unwrap();
    match read_question(&case.words, day, 5) {
        Ok(question) => sorted(&shown(&question)),
        Err(e) => kind(&e).to_owned(),
    }
}

#[test]
fn every_question_is_read_as_written_down() {
    let file: File = toml::from_str(include_str!("questions.toml")).unwrap();
    let want = |c: &Case| c.read.as_deref().map(sorted).or_else(|| c.error.clone()).unwrap();
    let wrong: Vec<String> = file
        .question
        .iter()
        .filter(|c| answer(c) != want(c))
        .map(|c| format!("{}\n   read {}, expected {}", c.words, answer(c), want(c)))
        .collect();
    assert!(file.question.len() >= 72);
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), file.question.len(), wrong.join("\n"));
}

const DAY: Date = Date::constant(2025, 1, 1);

#[test]
fn a_refusal_says_what_was_found_and_what_to_ask() {
    let error = read_question("If the US and Russia settle, what of Iran?", DAY, 5).unwrap_err();
    insta::assert_snapshot!(error, @r"
    USA-RUS:improves is supposed, and it is not clear which relation is asked about: found USA (United States), RUS (Russia), IRN (Iran); name both sides, or ask one of these:
      detente ask --shift USA-RUS:improves --on RUS-IRN
      detente ask --shift USA-RUS:improves --on USA-IRN
    ");
}

#[test]
fn codes_are_read_and_refused() {
    let question = formal("usa-rus:improves", Some("RUS-IRN"), DAY, 5).unwrap();
    assert_eq!(shown(&question), "USA-RUS:improves -> RUS-IRN");
    for (shift, on) in [
        ("USA-RUS", Some("RUS-IRN")),
        ("USA-USA:improves", Some("RUS-IRN")),
        ("USA-QQQ:improves", Some("RUS-IRN")),
        ("USA-RUS:improves", Some("RUS-USA")),
        ("USA-RUS:improves", Some("Iran")),
        ("USA-RUS:improves", None),
    ] {
        let error = formal(shift, on, DAY, 5).unwrap_err();
        assert!(error.to_string().len() > 20, "{shift} {on:?}");
    }
    assert!(formal("USA-RUS:improves", Some("RUS-IRN"), DAY, 0).is_err());
}

#[test]
fn a_formal_half_overrides_the_words() {
    let words = "Would a rapprochement between Riyadh and Tehran change relations between the United States and Iran?";
    let asked = Asked { words: Some(words), shift: None, on: None, as_of: DAY, horizon: 5 };
    let read = |a: Asked<'_>| shown(&a.read().unwrap());
    assert_eq!(read(Asked { on: Some("IRN-CHN"), ..asked }), "SAU-IRN:improves -> IRN-CHN");
    assert_eq!(read(Asked { shift: Some("IRN-ISR:worsens"), ..asked }), "IRN-ISR:worsens -> USA-IRN");
    let half = Asked { words: Some("If Russia and Ukraine make peace?"), on: Some("RUS-DEU"), ..asked };
    assert_eq!(read(half), "RUS-UKR:improves -> RUS-DEU");
    let other = Asked { words: Some("relations between Russia and Iran"), shift: Some("USA-RUS:improves"), ..asked };
    assert_eq!(read(other), "USA-RUS:improves -> RUS-IRN");
}

proptest! {
    #[test]
    fn no_words_make_the_reader_panic(s in "\\PC{0,60}") {
        let _ = read_question(&s, DAY, 5);
    }

    #[test]
    fn words_of_questions_in_any_order_do_not_either(s in "(If|the|US|Russia|war|ends|between|and|Iran|,|with|its|ties|treaty|-|Sino){0,12}") {
        let _ = read_question(&s, DAY, 5);
    }
}

#[test]
fn a_state_that_is_not_there_on_the_day_is_named_with_its_years() {
    let error = formal("SUN-USA:improves", Some("USA-CHN"), jiff::civil::date(2024, 1, 1), 5).unwrap_err().to_string();
    assert!(error.contains("SUN (Soviet Union) does not exist on 2024-01-01") && error.contains("1991-12-26"), "{error}");
    assert!(formal("SUN-USA:improves", Some("USA-CHN"), jiff::civil::date(1972, 1, 1), 5).is_ok());
}
