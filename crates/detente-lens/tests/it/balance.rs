//! The signed network around a question.

use detente_codebook::Sign;
use detente_lens::balance::{Moment, SignedNetwork, triads};
use detente_lens::{Direction, Stance};

use crate::world::{check, code, dyad, finding, ids, inquiry, question, thaw, tie};

#[test]
fn a_thaw_strains_the_triad_that_it_closes() {
    let asked = inquiry(thaw(), Vec::new());
    let network = SignedNetwork::around(&asked);
    assert!(network.actors().len() <= 14);
    let through = triads(&network, &dyad("RUS-IRN"));
    let usa = through.iter().find(|t| t.third == code("USA")).unwrap();
    assert_eq!((usa.before, usa.after), ([1, -1, -1], [1, 1, -1]));
    assert_eq!((usa.balanced_before(), usa.balanced_after()), (Some(true), Some(false)));
    assert_eq!(through.iter().filter(|t| t.is_moved()).count(), 1);
    let found = finding(&asked, "balance");
    check(&asked, &found);
    assert!(found.grounds && found.forecast.is_none());
    assert_eq!(ids(&found)[..2], ["balance-triad-strained", "balance-triad-ways"]);
    assert_eq!(found.claims[0].stance, Stance::For);
    let picture = found.network.unwrap();
    let shift = picture.ties.iter().find(|t| t.dyad == dyad("USA-RUS")).unwrap();
    assert_eq!((shift.before, shift.after), (-1, 1));
    assert!(!shift.evidence.is_empty());
}

#[test]
fn a_small_world_is_counted_by_hand() {
    // A and B are friends with C as their common enemy; A makes peace with C.
    let records =
        vec![tie("1", "AAA-BBB", Sign::Positive), tie("2", "AAA-CCC", Sign::Negative), tie("3", "BBB-CCC", Sign::Negative)];
    let asked = inquiry(question("AAA-CCC", Direction::Improves, "AAA-BBB"), records);
    let network = SignedNetwork::around(&asked);
    assert_eq!(network.actors(), [code("AAA"), code("BBB"), code("CCC")]);
    let before = network.frustration(Moment::Before, None);
    assert_eq!((before.index, before.camps, before.optima), (0, vec![false, false, true], Some(1)));
    let after = network.frustration(Moment::After, None);
    assert_eq!((after.index, after.optima), (1, Some(3)));
    assert_eq!(network.frustration(Moment::After, Some(&dyad("AAA-BBB"))).index, 0);
    let found = finding(&asked, "balance");
    check(&asked, &found);
    let said = ids(&found);
    assert!(said.contains(&"balance-pressure-new") && said.contains(&"balance-camps"), "{said:?}");
    let frustration = found.claims.iter().find(|c| c.message.id == "balance-frustration").unwrap();
    assert_eq!((frustration.value, frustration.n), (Some(1.0), Some(3)));
}

#[test]
fn a_rupture_settles_a_triad_of_two_enemies_and_a_common_friend() {
    let records =
        vec![tie("1", "AAA-BBB", Sign::Negative), tie("2", "AAA-CCC", Sign::Positive), tie("3", "BBB-CCC", Sign::Positive)];
    let asked = inquiry(question("AAA-CCC", Direction::Worsens, "AAA-BBB"), records);
    let found = finding(&asked, "balance");
    assert_eq!(found.claims[0].message.id, "balance-triad-settled");
    assert_eq!(found.claims[0].stance, Stance::Against);
    assert!(ids(&found).contains(&"balance-pressure-none"));
}

#[test]
fn what_is_unknown_is_listed_and_has_no_sign() {
    let records =
        vec![tie("1", "AAA-BBB", Sign::Positive), tie("2", "AAA-CCC", Sign::Positive), tie("3", "AAA-CCC", Sign::Negative)];
    let asked = inquiry(question("AAA-CCC", Direction::Improves, "AAA-BBB"), records);
    let found = finding(&asked, "balance");
    assert!(!found.grounds && found.claims.is_empty() && found.network.is_none());
    let unknown: Vec<&str> = found.unknown.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(unknown, ["balance-mixed-dyad", "balance-unknown-dyad"]);
}

#[test]
fn a_question_about_one_dyad_has_its_triads() {
    let asked = inquiry(question("RUS-IRN", Direction::Worsens, "RUS-IRN"), Vec::new());
    let found = finding(&asked, "balance");
    check(&asked, &found);
    assert!(found.grounds);
    let network = SignedNetwork::around(&asked);
    assert!(triads(&network, &dyad("RUS-IRN")).iter().all(detente_lens::balance::Triad::is_moved));
}
