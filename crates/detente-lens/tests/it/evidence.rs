//! What texts say for and against.

use detente_codebook::{Conditional, Hedge, Item, Record, RecordId, Sign, Statement, Tie};
use detente_lens::{Direction, Inquiry, Stance};

use crate::world::{check, code, dyad, finding, ids, inquiry, question, quote, record, thaw, tie};

fn conditional(id: &str, antecedent: &str, holder: &str) -> Record {
    let item = Conditional {
        antecedent: quote(antecedent, 100),
        consequent: quote("each will help the other", 200),
        holder: holder.to_owned(),
    };
    record(id, Item::Conditional(item))
}

fn hedge(id: &str, marker: &str, start: usize) -> Record {
    let item = Hedge { marker: marker.to_owned(), holder: "article".to_owned(), quote: quote(marker, start) };
    record(id, Item::Hedge(item))
}

fn naming(inquiry: Inquiry, named: &[(&str, &[&str])]) -> Inquiry {
    let of = |(id, actors): &(&str, &[&str])| (RecordId(format!("src:0:{id}")), actors.iter().map(|a| code(a)).collect());
    inquiry.with_mentions(named.iter().map(of).collect())
}

#[test]
fn a_conditional_on_shift_and_target_speaks_for_an_effect() {
    let records = vec![
        conditional("1", "if the two sides settle the war in Ukraine", "A. Analyst"),
        conditional("2", "if Iran refuses a new deal", "A. Analyst"),
        conditional("3", "if a party is attacked", "treaty"),
        hedge("4", "may", 210),
    ];
    let all: &[&str] = &["USA", "RUSGOV", "IRN"];
    let asked = naming(inquiry(thaw(), records), &[("1", all), ("2", all), ("3", &["RUS", "IRN"])]);
    let found = finding(&asked, "evidence");
    check(&asked, &found);
    let said: Vec<(&str, Stance)> = found.claims.iter().map(|c| (c.message.id.as_str(), c.stance)).collect();
    assert_eq!(said[1], ("evidence-conditional-effect-hedged", Stance::For));
    assert!(said.contains(&("evidence-conditional-target", Stance::Neither)), "{said:?}");
    assert!(said.contains(&("evidence-conditional-rule", Stance::Neither)), "{said:?}");
    assert_eq!(found.assumptions.len(), 1);
}

#[test]
fn ties_speak_by_their_sign_and_holder() {
    let said = record(
        "9",
        Item::Statement(Statement {
            speaker: None,
            speaker_name: "A. Analyst".to_owned(),
            role: None,
            verb: "said".to_owned(),
            quote: quote("some words and more", 5),
        }),
    );
    let records = vec![
        tie("1", "RUS-IRN", Sign::Positive),
        tie("2", "IRN-RUS", Sign::Negative),
        record("3", Item::Tie(Tie { dyad: dyad("RUSGOV-IRN"), sign: Sign::Positive, quote: quote("and", 16) })),
        tie("4", "USA-RUS", Sign::Positive),
        tie("5", "RUS-IRN", Sign::Positive),
        said,
    ];
    let asked = inquiry(thaw(), records);
    let found = finding(&asked, "evidence");
    check(&asked, &found);
    assert_eq!(ids(&found), ["evidence-summary", "evidence-tie-hostile", "evidence-tie-friendly", "evidence-shift-friendly"]);
    let friendly = &found.claims[2];
    assert_eq!((friendly.stance, friendly.n, friendly.evidence.len()), (Stance::Against, Some(2), 3), "one passage counts once");
    assert!(format!("{:?}", found.claims[2].message).contains("A. Analyst"));
}

#[test]
fn a_word_of_strain_speaks_for_an_effect() {
    let asked = naming(
        inquiry(thaw(), vec![hedge("1", "معرضة للخطر", 0), hedge("2", "perhaps", 50)]),
        &[("1", &["RUS", "IRN"]), ("2", &["RUS", "IRN"])],
    );
    let found = finding(&asked, "evidence");
    assert_eq!(ids(&found)[..3], ["evidence-summary", "evidence-strain", "evidence-hedges"]);
}

#[test]
fn without_a_text_the_base_speaks() {
    let asked = inquiry(thaw(), Vec::new());
    let found = finding(&asked, "evidence");
    check(&asked, &found);
    assert!(found.grounds && ids(&found).contains(&"evidence-fact-since"));
    let asked = inquiry(question("FJI-TCD", Direction::Improves, "PER-NPL"), Vec::new());
    let found = finding(&asked, "evidence");
    assert!(!found.grounds && found.claims.is_empty());
    assert_eq!(found.unknown.len(), 2);
}
