//! What a model wrote of an article, held against the article.

use detente_coder::code;
use detente_coder::read::{Page, ReadOptions, read};
use detente_coder::second::{Second, examine};
use serde_json::{Value, json};

fn page(text: &str) -> Page {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn second(text: &str, items: &Value) -> Second {
    let page = page(text);
    examine(&page, &code(&page), "m", &items.to_string()).unwrap()
}

#[test]
fn of_several_places_the_one_that_was_meant() {
    let text = "Russia attacked Ukraine. Later that day Russia attacked Ukraine.";
    let event = |quote: Value| json!({"events": [{"source": "RUS", "target": "UKR", "cameo": "190", "quote": quote}]});
    let start = |quote: Value| second(text, &event(quote)).coding.events[0].quote.start;
    assert_eq!(start(json!("Russia attacked Ukraine")), 0);
    assert_eq!(start(json!({"exact": "Russia attacked Ukraine", "start": 38, "end": 61})), 40);
    assert_eq!(start(json!({"exact": " Russia attacked Ukraine ", "start": 999_999})), 40);
}

#[test]
fn letters_and_marks_must_be_those_of_the_text() {
    let text = "هاجمت روسيا أوكرانيا يوم الاثنين.";
    let tie = |quote: &str| json!({"ties": [{"dyad": ["RUS", "UKR"], "sign": "-", "quote": quote}]});
    assert_eq!(second(text, &tie("روسيا أوكرانيا")).coding.ties.len(), 1);
    for other in ["روسيا اوكرانيا", "رُوسيا أوكرانيا", "روسيا  أوكرانيا", "روسيا\u{200f} أوكرانيا"]
    {
        let read = second(text, &tie(other));
        assert_eq!((read.coding.ties.len(), read.rejected.len()), (0, 1), "{other}");
    }
}

#[test]
fn too_many_items_are_not_read() {
    let item = json!({"dyad": ["RUS", "UKR"], "sign": "-", "quote": "nowhere"});
    let read = second("Russia attacked Ukraine.", &json!({"ties": vec![item; 5000]}));
    assert_eq!(read.rejected.len(), 401);
    assert!(read.rejected.iter().any(|r| r.reason.starts_with("4600 more items")));
}

/// Whatever a model writes, nothing is kept that is not in the text, and nothing panics.
#[test]
fn any_answer_is_survived() {
    let page = page("Russia attacked Ukraine on Monday. If France leaves, Germany may leave.");
    let grammar = code(&page);
    let odd =
        [json!(null), json!(-1), json!(1e308), json!(""), json!("\u{0}"), json!([]), json!({}), json!([[["x"]]]), json!(true)];
    let fields = ["source", "cameo", "date", "quote", "holder", "certainty", "if", "then", "clauses", "parties", "dyad", "item"];
    for kind in ["events", "treaties", "transfers", "statements", "conditionals", "hedges", "ties"] {
        for field in fields {
            for value in &odd {
                let mut item = json!({"source": "RUS", "target": "UKR", "cameo": "190", "quote": "Russia attacked Ukraine", "from": "RUS",
                    "to": "UKR", "parties": ["RUS", "UKR"], "dyad": ["RUS", "UKR"], "sign": "-", "if": "France leaves", "then": "Germany may leave",
                    "marker": "may", "item": "Russia", "category": "arms", "status": "delivered", "verb": "leaves", "speaker_name": "France"});
                item[field] = value.clone();
                let read = examine(&page, &grammar, "m", &json!({ kind: [item] }).to_string()).unwrap();
                let kept = serde_json::to_value(&read.coding).unwrap();
                assert!(kept[kind].as_array().unwrap().len() + read.rejected.len() == 1, "{kind} {field} {value}");
            }
        }
    }
}
