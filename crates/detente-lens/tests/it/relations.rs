//! Signs of dyads.

use detente_codebook::{CameoCode, Certainty, Event, Item, Plover, Record, Sign};
use detente_history::base;
use detente_lens::relations::TieSign;
use detente_lens::{Direction, Relations};
use jiff::civil::date;

use crate::world::{DAY, code, dyad, inquiry, question, quote, record, thaw, tie};

fn event(id: &str, certainty: Certainty, year: Option<i16>, goldstein: f64) -> Record {
    let event = Event {
        id: id.to_owned(),
        date: year.and_then(detente_codebook::Edtf::year),
        source: code("AAAGOV"),
        target: code("BBBMIL"),
        cameo: "190".parse::<CameoCode>().unwrap(),
        plover: Plover::Assault,
        certainty,
        holder: None,
        goldstein: Some(goldstein),
        quote: quote("words", 0),
        also: Vec::new(),
        rule: "test".to_owned(),
    };
    record(id, Item::Event(event))
}

fn net(records: &[Record]) -> Option<f64> {
    let relations = Relations::derive(records, base().unwrap(), DAY);
    relations.of(&dyad("AAA-BBB")).map(detente_lens::relations::Relation::net)
}

#[test]
fn signs_follow_the_base() {
    let relations = Relations::derive(&[], base().unwrap(), DAY);
    for (pair, sign) in [
        ("USA-RUS", TieSign::Hostile),
        ("USA-IRN", TieSign::Hostile),
        ("RUS-IRN", TieSign::Friendly),
        ("USA-GBR", TieSign::Friendly),
        ("RUS-UKR", TieSign::Hostile),
        ("IRN-ISR", TieSign::Hostile),
        ("RUS-PRK", TieSign::Friendly),
    ] {
        assert_eq!(relations.sign(&dyad(pair)), sign, "{pair}");
    }
    assert_eq!(relations.sign(&dyad("FJI-TCD")), TieSign::Unknown);
    assert!(relations.of(&dyad("FJI-TCD")).is_none());
}

#[test]
fn order_of_names_and_roles_do_not_matter() {
    let relations = Relations::derive(&[], base().unwrap(), DAY);
    assert_eq!(relations.of(&dyad("RUS-IRN")), relations.of(&dyad("IRN-RUS")));
    let mut asked = thaw();
    asked.target = dyad("RUSGOV-IRNMIL");
    assert_eq!(inquiry(asked, Vec::new()).question.target, dyad("RUS-IRN"));
}

#[test]
fn only_what_a_text_asserts_or_plans_weighs() {
    assert_eq!(net(&[event("1", Certainty::Asserted, None, -10.0)]), Some(-0.5));
    assert_eq!(net(&[event("1", Certainty::Planned, Some(2026), 8.0)]), Some(0.25));
    for certainty in [Certainty::Reported, Certainty::Alleged, Certainty::Denied, Certainty::Hypothetical] {
        assert_eq!(net(&[event("1", certainty, None, -10.0)]), None);
    }
    assert_eq!(net(&[event("1", Certainty::Asserted, Some(2011), -10.0)]), None);
    assert_eq!(net(&[event("1", Certainty::Asserted, Some(2026), -10.0)]), None);
    assert_eq!(net(&[tie("1", "AAA-BBB", Sign::Positive), tie("2", "BBB-AAA", Sign::Positive)]), Some(1.0));
}

#[test]
fn a_shift_is_supposed_and_nothing_else_changes() {
    let asked = inquiry(thaw(), Vec::new());
    assert_eq!(asked.supposed.sign(&dyad("USA-RUS")), TieSign::Friendly);
    let others = |r: &Relations| {
        r.dyads().filter(|(d, _)| **d != dyad("USA-RUS")).map(|(d, r)| (d.clone(), r.clone())).collect::<Vec<_>>()
    };
    assert_eq!(others(&asked.relations), others(&asked.supposed));
    let unheard = inquiry(question("FJI-TCD", Direction::Worsens, "PER-NPL"), Vec::new());
    assert_eq!(unheard.supposed.sign(&dyad("FJI-TCD")), TieSign::Hostile);
}

#[test]
fn nothing_rests_on_a_record_before_it_was_known() {
    let mut asked = thaw();
    asked.as_of = date(2025, 2, 26);
    assert!(inquiry(asked, vec![tie("1", "RUS-IRN", Sign::Negative)]).records.is_empty());
    assert_eq!(inquiry(thaw(), vec![tie("1", "RUS-IRN", Sign::Negative)]).records.len(), 1);
}

#[test]
fn one_dyad_alone_is_as_it_is_among_all() {
    let base = detente_history::base().unwrap();
    for day in [jiff::civil::date(1939, 9, 1), jiff::civil::date(2003, 6, 1), jiff::civil::date(2025, 3, 1)] {
        let all = Relations::derive(&[], base, day);
        for (dyad, relation) in all.dyads().step_by(97) {
            assert_eq!(*relation, Relations::between(dyad, &[], base, day), "{dyad} on {day}");
        }
    }
}
