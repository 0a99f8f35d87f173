//! The API and its document.

use detente_web::{Class, ROUTES};
use serde_json::Value;

use crate::site::Site;

fn json(site: &Site, path: &str) -> Value {
    let answer = site.get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

#[test]
fn the_document_lists_every_route() {
    let site = Site::demo();
    let document = json(&site, "/api/v1/openapi.json");
    assert_eq!(document["openapi"], "3.1.0");
    for route in ROUTES {
        let entry = &document["paths"][route.path][route.method.to_lowercase()];
        assert!(entry.is_object(), "{route:?}");
        for name in route.path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}')) {
            let listed = entry["parameters"].as_array().unwrap().iter().any(|p| p["name"] == name && p["in"] == "path");
            assert!(listed, "{route:?} {name}");
        }
    }
    let n: usize = document["paths"].as_object().unwrap().values().map(|p| p.as_object().unwrap().len()).sum();
    assert_eq!(n, ROUTES.len());
}

#[test]
fn no_route_fails_whatever_stands_in_its_path() {
    let site = Site::demo();
    for route in ROUTES.iter().filter(|r| r.method == "GET" && r.class != Class::Work) {
        for value in ["1", "-1", "9223372036854775808", "RUS-IRN", "%00", "%D9%85", "..%2F..", "'%22%3C"] {
            let path: String =
                route.path.split('/').map(|p| if p.starts_with('{') { value } else { p }).collect::<Vec<_>>().join("/");
            let status = site.get(&path).status;
            site.wait(5);
            assert!(status < 500, "{path}: {status}");
        }
    }
}

#[test]
fn lists_are_paged_by_a_cursor() {
    let site = Site::demo();
    let mut seen = Vec::new();
    let mut next = String::new();
    loop {
        let page = json(&site, &format!("/api/v1/briefs?limit=1{next}"));
        let items = page["items"].as_array().unwrap().clone();
        seen.extend(items.iter().map(|i| i["id"].as_i64().unwrap()));
        match page["next"].as_str() {
            Some(cursor) => next = format!("&after={}", crate::site::encoded(cursor)),
            None => break,
        }
    }
    assert_eq!(seen, [3, 2, 1]);
    assert_eq!(json(&site, "/api/v1/briefs?dyad=RUS-IRN")["items"].as_array().unwrap().len(), 1);
    assert_eq!(json(&site, "/api/v1/briefs?category=regional-security")["items"].as_array().unwrap().len(), 2);
}

#[test]
fn a_problem_is_a_document() {
    let site = Site::demo();
    for (path, status) in
        [("/api/v1/briefs/99", 404), ("/api/v1/briefs?limit=0", 400), ("/api/v1/nothing", 404), ("/api/v1/search", 400)]
    {
        let answer = site.get(path);
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        let problem: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(problem["status"], status);
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    }
}

#[test]
fn the_files_of_a_brief_are_what_they_say() {
    let site = Site::demo();
    let body = json(&site, "/b/2/v/1/brief.json");
    assert_eq!(body["schema"], "detente.brief/1");
    let csv = site.get("/b/2/v/1/evidence.csv").text();
    assert!(csv.starts_with("number,id,kind,text_en,text_ar,quote,start,end,source,url,date,confidence\r\n"));
    let graph = site.get("/b/2/v/1/network.graphml").text();
    assert!(graph.contains("<node id=\"RUS\">") && graph.ends_with("</graphml>\n"));
    assert!(site.get("/b/2/v/1/network.gexf").text().contains("version=\"1.3\""));
    assert!(site.get("/b/2/v/1/cite.bib").text().starts_with("@techreport{detente-2-v1,"));
    assert_eq!(json(&site, "/b/2/v/1/cite.json")[0]["type"], "report");
    assert_eq!(site.get("/b/2/v/1/other.exe").status, 404);
}

#[test]
fn a_relation_names_its_treaties_and_records() {
    let site = Site::demo();
    let found = json(&site, "/api/v1/dyads/RUS-IRN");
    assert_eq!(found["dyad"], "IRN-RUS");
    assert!(found["treaties"].as_array().unwrap().iter().any(|t| t == "rus_irn_2025"));
    assert!(!found["records"].as_array().unwrap().is_empty());
    assert!(json(&site, "/api/v1/treaties/rus_irn_2025")["clauses"].as_array().is_some_and(|c| !c.is_empty()));
    assert_eq!(json(&site, "/api/v1/forecasts")["score"]["n"], 2);
    assert_eq!(json(&site, "/api/v1/polls/1")["sample"], false);
}

/// Sends an object as a program does.
fn send(site: &Site, path: &str, lines: &[(&str, &str)], object: &Value) -> crate::site::Answer {
    let mut all = vec![("content-type", "application/json")];
    all.extend(lines);
    site.send("POST", path, &all, &object.to_string())
}

#[test]
fn a_program_votes_under_the_rules_of_the_form() {
    let site = Site::demo();
    let mut ballot = json(&site, "/api/v1/polls/1/ballot");
    ballot["answer"] = 1.into();
    let path = "/api/v1/polls/1/votes";
    assert_eq!(send(&site, path, &[], &ballot).status, 400, "too fast");
    site.wait(5);
    let said = |lines: &[(&str, &str)]| send(&site, path, lines, &ballot);
    assert_eq!(said(&[("origin", "https://elsewhere.example")]).status, 403);
    assert!(said(&[]).text().contains("counted"));
    assert!(said(&[]).text().contains("before"), "a ticket votes once");
    assert_eq!(json(&site, "/api/v1/polls/1")["votes"], serde_json::json!([0, 1, 0]));
    let refused = site.send("POST", path, &[("content-type", "application/x-www-form-urlencoded")], "answer=1");
    assert_eq!((refused.status, refused.header("content-type")), (400, Some("application/problem+json")));
    assert_eq!(send(&site, path, &[], &serde_json::json!({"answer": 1})).status, 400);
    assert_eq!(send(&site, path, &[], &serde_json::json!({"answer": [1]})).status, 400);
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let mut ballot = json(&site, "/api/v1/polls/1/ballot");
        ballot["answer"] = 0.into();
        site.wait(13);
        statuses.push(send(&site, path, &[], &ballot).status);
    }
    assert!(statuses.contains(&429), "one network has few votes: {statuses:?}");
}

#[test]
fn a_program_asks_for_the_newsletter_and_is_told_the_same_in_every_case() {
    let site = Site::demo();
    let mut wish = json(&site, "/api/v1/newsletter");
    wish["address"] = "program@example.org".into();
    wish["language"] = "ar".into();
    site.wait(5);
    let first = send(&site, "/api/v1/newsletter", &[], &wish);
    let again = send(&site, "/api/v1/newsletter", &[], &wish);
    assert_eq!((first.status, &first.body), (200, &again.body));
    assert_eq!(site.app.read(|s| s.subscriber("program@example.org")).unwrap().unwrap().state, "pending");
    wish["address"] = "no address".into();
    assert_eq!(send(&site, "/api/v1/newsletter", &[], &wish).status, 400);
}

#[test]
fn tables_and_pictures_have_their_files() {
    let site = Site::demo();
    for path in ["/en/d/IRN-RUS", "/ar/a/RUS", "/en/t/rus_irn_2025", "/ar/record"] {
        let page = site.get(path).text();
        let part = page.split("<ul class=\"files\"").nth(1).unwrap_or_else(|| panic!("{path} names no files"));
        let links: Vec<&str> =
            part.split("</ul>").next().unwrap().split("href=\"").skip(1).map(|p| p.split('"').next().unwrap()).collect();
        assert!(links.len() >= 2, "{path}");
        for link in links {
            let file = site.get(link);
            assert_eq!(file.status, 200, "{link}");
            let text = file.text();
            match file.header("content-type").unwrap() {
                "text/csv; charset=utf-8" => {
                    assert!(text.lines().count() > 1 && text.lines().next().unwrap().contains(','), "{link}")
                }
                "application/xml; charset=utf-8" => {
                    assert!(text.contains("source=\"RUS\"") || text.contains("target=\"RUS\""), "{link}")
                }
                _ => assert!(serde_json::from_str::<Value>(&text).is_ok(), "{link}"),
            }
        }
    }
    assert_eq!(site.get("/api/v1/actors/RUS/network.exe").status, 404);
}
