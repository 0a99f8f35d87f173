//! `detente code` on the examples: the whole answer, twice, and by both routes.

use serde_json::Value;

use crate::run::Desk;

const EXAMPLES: [&str; 4] =
    ["rapprochement.ar.txt", "rapprochement.en.txt", "saudi-iran-beijing.en.txt", "armenia-azerbaijan.ar.txt"];

#[test]
fn examples_are_coded_the_same_twice_and_from_standard_input() {
    for name in EXAMPLES {
        let desk = Desk::new();
        desk.fetch(&format!("examples/{name}"), "article.txt");
        let first = desk.run(&["code", "article.txt", "--json"]);
        assert_eq!((first.code, first.err.as_str()), (0, ""), "{name}");
        assert_eq!(desk.run(&["code", "article.txt", "--json"]).out, first.out, "{name}");
        let text = std::fs::read(desk.path("article.txt")).unwrap();
        assert_eq!(desk.run_with(&["code", "-", "--json"], &text).out, first.out, "{name}");
    }
}

/// Every quote is the very substring at its place, in code points.
#[test]
fn quotes_stand_where_they_say() {
    for name in EXAMPLES {
        let desk = Desk::new();
        desk.fetch(&format!("examples/{name}"), "article.txt");
        let coding: Value = serde_json::from_str(&desk.run(&["code", "article.txt", "--json"]).out).unwrap();
        let text: Vec<char> = std::fs::read_to_string(desk.path("article.txt")).unwrap().chars().collect();
        let mut n = 0;
        every_quote(&coding, &mut |exact, start, end| {
            n += 1;
            assert_eq!(text[start..end].iter().collect::<String>(), exact, "{name}");
        });
        assert!(n > 20, "{name} has only {n} quotes");
    }
}

fn every_quote(value: &Value, check: &mut impl FnMut(&str, usize, usize)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| every_quote(item, check)),
        Value::Object(fields) => {
            if let Some(exact) = fields.get("exact").and_then(Value::as_str) {
                let at = |name: &str| usize::try_from(fields[name].as_u64().unwrap()).unwrap();
                check(exact, at("start"), at("end"));
            }
            fields.values().for_each(|field| every_quote(field, check));
        }
        _ => {}
    }
}

/// A few plain sentences, whole: what people see, and what programs see.
#[test]
fn a_short_article() {
    let desk = Desk::new();
    desk.put(
        "article.txt",
        "Russia and Iran sign a treaty\n\nMarch 3, 2025\n\nRussia and Iran signed a treaty on 17 January 2025. The United States \
         imposed sanctions on Iran in February 2025. If Russia leaves Iran alone, Iran may turn to China.\n",
    );
    insta::assert_snapshot!("code-short", desk.run(&["code", "article.txt"]).shown());
    insta::assert_snapshot!("code-short-json", desk.run(&["code", "article.txt", "--json"]).shown());
}

#[test]
fn a_bad_line_does_not_stop_the_others() {
    let desk = Desk::new();
    desk.put(
        "lines.jsonl",
        "{\"id\": \"a\", \"lang\": \"en\", \"date\": \"2025-01-17\", \"text\": \"Russia attacked Ukraine.\"}\nnonsense\n{\"id\": \"c\"}\n\
         {\"id\": 4, \"text\": \"Iran criticised Israel.\"}\n",
    );
    insta::assert_snapshot!(desk.run(&["code", "lines.jsonl", "--from", "jsonl"]).shown());
}
