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

/// Why an event was coded, or was not, in the language of the article.
#[test]
fn reasons_for_people() {
    let desk = Desk::new();
    desk.put("article.txt", "France did not attack Italy on 1 March 2025. It expelled two Italian diplomats last Friday.\n");
    let english = desk.run(&["code", "article.txt", "--explain", "--date", "2025-03-03"]).shown();
    desk.fetch("examples/armenia-azerbaijan.ar.txt", "arabic.txt");
    let arabic = desk.run(&["code", "arabic.txt", "--explain"]).shown();
    // The line of a frame is shown; that it moves when its file grows is no change of this command.
    insta::with_settings!({filters => vec![(r"\.toml:[0-9]+", ".toml:[line]")]}, {
        insta::assert_snapshot!("code-explain", english);
        insta::assert_snapshot!("code-explain-ar", arabic.lines().take(9).collect::<Vec<_>>().join("\n"));
    });
}

/// A batch is explained record by record, in order; a bad one is named and the rest goes on.
#[test]
fn reasons_for_a_batch() {
    let desk = Desk::new();
    let parse = "1\\tFrance\\tFrance\\tPROPN\\t_\\t_\\t2\\tnsubj\\t_\\t_\\n2\\tleft\\tleave\\tVERB\\t_\\t_\\t0\\troot\\t_\\t_\\n";
    let lines = format!(
        "{{\"id\": \"one\", \"text\": \"France expelled Italian diplomats.\"}}\n{{\"id\": 2}}\n{{\"id\": 3, \"conllu\": \"{parse}\"}}\n"
    );
    desk.put("lines.jsonl", lines);
    let ran = desk.run(&["code", "lines.jsonl", "--from", "jsonl", "--explain"]);
    let heads: Vec<&str> = ran.out.lines().filter(|l| l.starts_with(['#', '{'])).collect();
    assert_eq!((ran.code, heads.len(), heads[0], heads[2]), (0, 3, "# one", "# 3"), "{}", ran.out);
    assert!(heads[1].contains("neither `text` nor `conllu`"));
    assert!(
        ran.out.contains("[data/frames/") && ran.out.contains("FRA France > ITA") && ran.out.contains("\nFrance left\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_line_that_is_too_long_is_not_held() {
    let desk = Desk::new();
    let long = format!(
        "{{\"id\": 1, \"text\": \"{}\"}}\n{{\"id\": 2, \"text\": \"Iran criticised Israel.\"}}\n",
        "x".repeat(20_000_001)
    );
    let ran = desk.run_with(&["code", "-", "--from", "jsonl"], long.as_bytes());
    let lines: Vec<Value> = ran.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!((ran.code, lines.len(), &lines[1]["id"]), (0, 2, &Value::from(2)));
    assert_eq!(lines[0]["error"]["line"], 1);
    assert!(lines[0]["error"]["message"].as_str().unwrap().contains("more than 20000000"), "{}", lines[0]);
}

#[test]
fn answers_keep_the_order_of_the_records() {
    let desk = Desk::new();
    let record = |n: usize| format!("{{\"id\": {n}, \"text\": \"Iran criticised Israel {}.\"}}\n", "again ".repeat(n % 7));
    desk.put("lines.jsonl", (0..5000).map(record).collect::<String>());
    let ran = desk.run(&["code", "lines.jsonl", "--from", "jsonl"]);
    let ids: Vec<u64> = ran.out.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].as_u64().unwrap()).collect();
    assert_eq!((ran.err.as_str(), ids), ("", (0..5000).collect()));
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
