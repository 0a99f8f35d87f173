//! Wars beside those of the shared list, answered from the texts of the treaties.

use std::collections::{BTreeMap, BTreeSet};

use detente_lens::treaty::engine::Answer;
use serde::Deserialize;

use super::{ask_base, lines, query};

#[derive(Deserialize)]
struct Wars {
    war: Vec<War>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct War {
    name: String,
    attackers: String,
    targets: String,
    day: String,
    place: Option<String>,
    bound: Vec<String>,
    #[serde(default)]
    many: BTreeMap<String, usize>,
    #[serde(default)]
    broken: Vec<String>,
}

impl War {
    fn answer(&self) -> Answer {
        let mut asked = query(&self.attackers, &self.targets, &self.day);
        asked.place.clone_from(&self.place);
        ask_base(&asked)
    }
}

/// The duties of the answer, but for the treaties that bind many, which are counted by their bearers.
fn told(war: &War, answer: &Answer) -> (Vec<String>, BTreeMap<String, usize>) {
    let is_many = |line: &String| line.split(' ').nth(2).is_some_and(|t| war.many.contains_key(t));
    let (many, few): (Vec<String>, Vec<String>) = lines(answer).into_iter().partition(is_many);
    let mut bearers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in many {
        let mut words = line.split(' ').map(str::to_owned);
        let state = words.next().unwrap();
        bearers.entry(words.nth(1).unwrap()).or_default().insert(state);
    }
    (few, bearers.into_iter().map(|(t, s)| (t, s.len())).collect())
}

#[test]
fn a_lawyer_would_say_the_same() {
    let wars: Wars = toml::from_str(include_str!("wars.toml")).unwrap();
    assert!(wars.war.len() > 20);
    for war in &wars.war {
        let answer = war.answer();
        assert_eq!(told(war, &answer), (war.bound.clone(), war.many.clone()), "{}", war.name);
        let broken: BTreeSet<String> = answer.breaches.iter().map(|b| format!("{} {}", b.state, b.treaty)).collect();
        assert_eq!(broken.into_iter().collect::<Vec<_>>(), war.broken, "{}", war.name);
    }
}
