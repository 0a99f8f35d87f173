//! Every form of a brief, and the way back from every claim.

use serde_json::Value;

use crate::run::Desk;

const ARTICLES: [&str; 2] = ["rapprochement.ar.txt", "rapprochement.en.txt"];
const FORMATS: [&str; 4] = ["terminal", "markdown", "html", "json"];

fn desk(article: &str) -> Desk {
    let desk = Desk::new();
    desk.fetch(&format!("examples/{article}"), "article.txt");
    desk
}

#[test]
fn a_brief_is_the_same_twice_in_every_form() {
    for article in ARTICLES {
        let desk = desk(article);
        for format in FORMATS {
            let line = ["brief", "article.txt", "--format", format];
            let first = desk.run(&line);
            assert_eq!((first.code, first.err.as_str()), (0, ""), "{line:?}");
            assert_eq!(desk.run(&line).out, first.out, "{line:?}");
            let to_file = [&line[..], &["--out", "brief.out"]].concat();
            assert_eq!(desk.run(&to_file).code, 0, "{to_file:?}");
            assert_eq!(std::fs::read_to_string(desk.path("brief.out")).unwrap().trim_end(), first.out.trim_end());
        }
    }
}

/// Every claim names evidence that is listed, and `why` walks back to it.
#[test]
fn every_claim_can_be_asked_why() {
    for article in ARTICLES {
        let desk = desk(article);
        assert_eq!(desk.run(&["brief", "article.txt", "--format", "json", "--out", "brief.json"]).code, 0);
        let brief: Value = serde_json::from_str(&std::fs::read_to_string(desk.path("brief.json")).unwrap()).unwrap();
        let listed: Vec<&Value> = brief["evidence"].as_array().unwrap().iter().map(|e| &e["id"]).collect();
        let findings = brief["findings"].as_array().unwrap();
        let claims: Vec<&Value> = findings.iter().flat_map(|f| f["claims"].as_array().unwrap()).collect();
        assert!(claims.len() > 5, "{article} has {} claims", claims.len());
        for claim in claims {
            let id = claim["id"].as_str().unwrap();
            assert!(claim["evidence"].as_array().unwrap().iter().all(|e| listed.contains(&e)), "{article} {id}");
            let why = desk.run(&["why", id, "--brief", "brief.json"]);
            assert_eq!((why.code, why.err.as_str()), (0, ""), "{article} {id}");
            assert!(why.out.contains(id), "{article} {id}: {}", why.out);
        }
    }
}
