//! Issues attached to a question, and built from records.

use detente_codebook::{Event, Item, Plover, Record, RecordId, Sign, Statement, Tie};
use detente_lens::bargaining::{Attachment, Attribute, CaseError, Change, Origin, STEP, draft, supposed};
use detente_lens::{Arg, Direction, Finding, Inquiry};

use super::one;
use crate::world::{check, code, dyad, inquiry, question, quote, record, thaw};

const LINE: &str = r#"{"title": "A line", "scale": {"min": 0, "max": 10}, "actors": [
  {"name": "United States", "position": 2, "capability": 3, "salience": 0.5},
  {"name": "RUS", "position": 8, "capability": 1, "salience": 1},
  {"name": "River", "position": 4, "capability": 1, "salience": 0.25}]}"#;

fn attached(changes: Vec<Change>) -> Attachment {
    let origin = Origin::File { cases: vec![one(LINE)], record: RecordId("file:issue:0".to_owned()) };
    Attachment { origin, after: None, changes, step: STEP }
}

fn mean(finding: &Finding, which: &str) -> f64 {
    let said = finding.claims.iter().find(|c| c.message.id == "bargaining-forecast").unwrap();
    let found = said.message.args.iter().find(|(name, _)| name == which).unwrap();
    let Arg::Number(x, _) = found.1 else { panic!("{found:?}") };
    x
}

fn assumes(finding: &Finding, id: &str) -> bool {
    finding.assumptions.iter().any(|m| m.id == id)
}

#[test]
fn a_shift_moves_its_members_and_nobody_else() {
    let case = one(LINE);
    let to = |direction| {
        let shift = question("USA-RUS", direction, "RUS-IRN").shift;
        supposed(&case, &shift, 0.25).iter().map(|c| (c.actor.clone(), c.to)).collect::<Vec<_>>()
    };
    let [usa, rus] = ["United States", "RUS"].map(str::to_owned);
    let mut nearer = to(Direction::Improves);
    nearer.sort_by(|a, b| b.0.cmp(&a.0));
    assert_eq!(nearer, [(usa.clone(), 3.5), (rus.clone(), 6.5)]);
    let mut apart = to(Direction::Worsens);
    apart.sort_by(|a, b| b.0.cmp(&a.0));
    assert_eq!(apart, [(usa, 0.5), (rus, 9.5)]);
    assert!(supposed(&case, &question("USA-CHN", Direction::Improves, "CHN-IRN").shift, 0.25).is_empty());
}

#[test]
fn an_issue_is_examined_before_and_after() {
    let inquiry = inquiry(thaw(), Vec::new());
    let found = attached(Vec::new()).examine(&inquiry).unwrap();
    assert!(found.grounds && assumes(&found, "bargaining-assumes-step"));
    // Weights 1.5, 1 and 0.25 at 2, 8 and 4; after it 3.5, 6.5 and 4.
    assert!((mean(&found, "before") - 12.0 / 2.75).abs() < 1e-9 && (mean(&found, "after") - 12.75 / 2.75).abs() < 1e-9);
    let change = Change { actor: "River".to_owned(), attribute: Attribute::Salience, to: 0.0 };
    let asked = attached(vec![change]).examine(&inquiry).unwrap();
    assert!(assumes(&asked, "bargaining-assumes-given") && (mean(&asked, "after") - 11.0 / 2.5).abs() < 1e-9);
    let nobody = Change { actor: "Moon".to_owned(), attribute: Attribute::Salience, to: 0.0 };
    assert_eq!(attached(vec![nobody]).examine(&inquiry), Err(CaseError::NoActor("Moon".to_owned())));
    let more = Attachment { after: Some(vec![one(LINE), one(LINE)]), ..attached(Vec::new()) };
    assert!(more.examine(&inquiry).unwrap_err().to_string().contains("2 issues after the shift where there are 1"));
}

fn deed(id: &str, source: &str, target: &str, goldstein: f64) -> Record {
    let event = Event {
        id: id.to_owned(),
        date: None,
        source: code(source),
        target: code(target),
        cameo: "040".parse().unwrap(),
        plover: Plover::Consult,
        certainty: detente_codebook::Certainty::Asserted,
        holder: None,
        goldstein: Some(goldstein),
        quote: quote("they met", 3),
        also: Vec::new(),
        rule: "test".to_owned(),
    };
    record(id, Item::Event(event))
}

fn speech(id: &str, speaker: &str) -> Record {
    let statement = Statement {
        speaker: Some(code(speaker)),
        speaker_name: speaker.to_owned(),
        role: None,
        verb: "said".to_owned(),
        quote: quote("a long sentence", 100),
    };
    record(id, Item::Statement(statement))
}

fn world() -> Inquiry {
    let mention = record("t1", Item::Tie(Tie { dyad: dyad("RUS-IRN"), sign: Sign::Negative, quote: quote("long", 102) }));
    let elsewhere = record("t2", Item::Tie(Tie { dyad: dyad("RUS-IRN"), sign: Sign::Positive, quote: quote("far", 900) }));
    let records = vec![
        deed("e1", "RUSGOV", "IRN", 4.0),
        deed("e2", "RUS", "IRN", 8.0),
        deed("e3", "IRNGOV", "RUS", 5.0),
        deed("e4", "USA", "CHN", -9.0),
        speech("s1", "USAGOV"),
        speech("s2", "PSE"),
        mention,
        elsewhere,
    ];
    let both = vec![code("RUS"), code("IRN")];
    let mentions = ["s1", "s2"].map(|s| (RecordId(format!("src:0:{s}")), both.clone()));
    inquiry(thaw(), records).with_mentions(mentions.to_vec())
}

#[test]
fn records_give_an_issue_with_quotes() {
    let built = draft(&world()).unwrap();
    let actor = |name: &str| built.case.actors.iter().find(|a| a.name == name).unwrap();
    assert_eq!(built.case.actors.len(), 3);
    let russia = &actor("Russia").position[0];
    assert_eq!((russia.low, russia.best, russia.high), (4.0, 6.0, 8.0));
    let washington = &actor("United States").position[0];
    assert_eq!((washington.low, washington.best), (-8.0, -5.0));
    assert!(actor("United States").capability.best > actor("Iran").capability.best);
    assert_eq!((actor("Russia").salience[0].best, actor("Iran").salience[0].best), (1.0, 0.5));
    assert_eq!(built.left_out, [code("PSE")]);
    assert_eq!(built.file["actors"][1]["quotes"][0], "they met");
    assert_eq!(one(&built.file.to_string()), built.case);
}

#[test]
fn an_issue_of_records_rests_on_them() {
    let asked = world();
    let from_records = Attachment { origin: Origin::Records, ..attached(Vec::new()) };
    let found = from_records.examine(&asked).unwrap();
    check(&asked, &found);
    assert!(found.grounds && found.unknown.iter().any(|m| m.id == "bargaining-left-out"));
    // Washington weighs more than Moscow, and gives way as much.
    assert!(mean(&found, "after") > mean(&found, "before"));
    let nothing = from_records.examine(&inquiry(thaw(), Vec::new())).unwrap();
    assert!(!nothing.grounds && nothing.unknown.iter().any(|m| m.id == "bargaining-no-draft"));
}
