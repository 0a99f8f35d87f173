//! The ledger against a plain list: whatever is added, corrected and undone, every past day
//! answers as the list does, and as it did when it was asked on that day.

use std::collections::BTreeMap;

use detente_codebook::Record;
use detente_ledger::{Ledger, OpId};
use jiff::civil::Date;
use proptest::prelude::*;

use crate::fixture::{TEXT, day, praise, snapshot, stamp};

/// A step: what to do, to which of the things there are, and how many days later.
#[derive(Clone, Debug)]
enum Step {
    Add { n: usize, known: i8 },
    Correct { which: usize, own_id: bool },
    Undo { which: usize },
}

fn step() -> impl Strategy<Value = (Step, i8)> {
    let add = (0usize..3, 0i8..28).prop_map(|(n, known)| Step::Add { n, known });
    let correct = (any::<usize>(), any::<bool>()).prop_map(|(which, own_id)| Step::Correct { which, own_id });
    let undo = any::<usize>().prop_map(|which| Step::Undo { which });
    (prop_oneof![add, correct, undo], 0i8..2)
}

struct Change {
    day: Date,
    undoes: Option<usize>,
}

struct Fact {
    operation: usize,
    replaces: Option<usize>,
    record: Record,
}

#[derive(Default)]
struct Model {
    changes: Vec<Change>,
    facts: Vec<Fact>,
}

impl Model {
    fn counts(&self, operation: usize, upto: usize) -> bool {
        let undoings = self.changes.iter().enumerate().take(upto);
        !undoings.filter(|(_, c)| c.undoes == Some(operation)).any(|(n, _)| self.counts(n, upto))
    }

    fn replaced(&self, fact: usize, upto: usize) -> bool {
        !self.replacements(fact, upto).is_empty()
    }

    fn replacements(&self, fact: usize, upto: usize) -> Vec<usize> {
        let by = self.facts.iter().enumerate().filter(|(_, f)| f.replaces == Some(fact) && f.operation < upto);
        by.filter(|(n, f)| self.counts(f.operation, upto) || self.replaced(*n, upto)).map(|(n, _)| n).collect()
    }

    fn standing(&self, upto: usize) -> Vec<usize> {
        let stands = |n: usize, f: &Fact| f.operation < upto && self.counts(f.operation, upto) && !self.replaced(n, upto);
        self.facts.iter().enumerate().filter(|(n, f)| stands(*n, f)).map(|(n, _)| n).collect()
    }

    fn records(&self, as_of: Date) -> Vec<Record> {
        let upto = self.changes.iter().filter(|c| c.day <= as_of).count();
        let records = self.standing(upto).into_iter().filter_map(|n| self.facts.get(n)).map(|f| f.record.clone());
        records.filter(|r| r.known.is_none_or(|k| k.last().unwrap() <= as_of)).collect()
    }

    fn is_sound(&self) -> bool {
        let upto = self.changes.len();
        let mut ids: Vec<&str> = self.standing(upto).iter().map(|n| self.facts[*n].record.id.0.as_str()).collect();
        let n = ids.len();
        ids.sort_unstable();
        ids.dedup();
        ids.len() == n && (0..self.facts.len()).all(|f| self.replacements(f, upto).len() < 2)
    }

    fn change(&mut self, day: Date, undoes: Option<usize>, facts: Vec<(Record, Option<usize>)>) {
        let operation = self.changes.len();
        self.changes.push(Change { day, undoes });
        let fact = |(record, replaces)| Fact { operation, replaces, record };
        self.facts.extend(facts.into_iter().map(fact));
    }
}

fn take(step: &Step, today: i8, ledger: &mut Ledger, model: &mut Model) {
    let now = stamp(today);
    match step {
        Step::Add { n, known } => {
            let mut records: Vec<Record> = (0..*n).map(|i| praise(&format!("{}.{i}", model.changes.len()))).collect();
            records.iter_mut().for_each(|r| r.known = format!("2025-03-{known:02}").parse().ok());
            ledger.add(Some(&snapshot(TEXT).id()), &records, &now).unwrap();
            model.change(now.day, None, records.into_iter().map(|r| (r, None)).collect());
        }
        Step::Correct { which, own_id } => {
            if model.facts.is_empty() {
                return;
            }
            let old = which % model.facts.len();
            let id = model.facts[old].record.id.clone();
            let upto = model.changes.len();
            let stands = model.standing(upto).into_iter().find(|n| model.facts[*n].record.id == id);
            let mut new = praise(&if *own_id { id.0.clone() } else { format!("{upto}.c") });
            new.source.title = format!("correction {upto}");
            let corrected = ledger.correct(&id, &new, &now);
            assert_eq!(corrected.is_ok(), stands.is_some(), "{corrected:?}");
            if let Some(old) = stands {
                model.change(now.day, None, vec![(new, Some(old))]);
            }
        }
        Step::Undo { which } => {
            let operation = which % model.changes.len();
            let withdrawn = !model.counts(operation, model.changes.len());
            model.change(now.day, Some(operation), Vec::new());
            let fits = !withdrawn && model.is_sound();
            let number = OpId(i64::try_from(operation).unwrap() + 1);
            let undone = ledger.undo(number, &now);
            assert_eq!(undone.is_ok(), fits, "{undone:?}");
            if !fits {
                model.changes.pop();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_past_day_answers_as_a_plain_list(steps in prop::collection::vec(step(), 1..24)) {
        let mut ledger = Ledger::in_memory().unwrap();
        let mut model = Model::default();
        ledger.add_source(&snapshot(TEXT), &stamp(1)).unwrap();
        model.change(day(1), None, Vec::new());
        let mut today = 1;
        let mut answers: BTreeMap<i8, Vec<u8>> = BTreeMap::new();
        for (step, days) in &steps {
            for past in today..today + days {
                answers.insert(past, serde_json::to_vec(&ledger.records(Some(day(past))).unwrap()).unwrap());
            }
            today += days;
            take(step, today, &mut ledger, &mut model);
        }
        for (past, bytes) in answers {
            let again = serde_json::to_vec(&ledger.records(Some(day(past))).unwrap()).unwrap();
            prop_assert_eq!(again, bytes, "day {}", past);
        }
        for any in 1..=28 {
            prop_assert_eq!(ledger.records(Some(day(any))).unwrap(), model.records(day(any)), "day {}", any);
        }
        prop_assert!(ledger.verify().unwrap().is_whole());
    }
}
