//! The figures of the guide are those that the command gives.

use serde_json::Value;

use crate::house::root;
use crate::run::Desk;

/// The schemes of `docs/guide/security.md`, as its table names them.
const SCHEMES: [&str; 5] = ["gulf-pact", "gulf-concert", "gulf-balanced", "gcc", "arab-league"];

fn judged(desk: &Desk, scheme: &str) -> Value {
    desk.fetch(&format!("docs/guide/{scheme}.toml"), "scheme.toml");
    let ran = desk.run(&["security", "scheme.toml", "--json"]);
    assert_eq!(ran.code, 0, "{scheme}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn words(list: &Value, between: &str) -> String {
    list.as_array().unwrap().iter().map(|x| x.as_str().unwrap()).collect::<Vec<_>>().join(between)
}

/// A row of the table.
fn row(scheme: &str, found: &Value) -> String {
    let pairs = found["pairs"].as_array().unwrap();
    let count = |hit: &dyn Fn(&Value) -> bool| pairs.iter().filter(|p| hit(p)).count();
    let within = |p: &Value| p["within"] == true;
    let bloc = &found["blocs"][0];
    format!(
        "| `{scheme}` | {} | {} / {} | {} | {} / {} | {} | {}: {:.4} / {:.4} | {} | {} |",
        found["scheme"]["name"]["en"].as_str().unwrap(),
        count(&|p| p["covered"] == true),
        pairs.len(),
        count(&|p| p["outweighs"] == true),
        count(&|p| within(p) && p["covered"] == true),
        count(&within),
        words(&found["left_out"], ", "),
        words(&bloc["members"], "+"),
        bloc["weight"].as_f64().unwrap(),
        bloc["rest"].as_f64().unwrap(),
        if found["balanced"] == true { "yes" } else { "no" },
        found["contradictions"].as_array().unwrap().len(),
    )
}

/// A contradiction as the guide lists it.
fn contradiction(found: &Value) -> String {
    let wars = found["wars"].as_array().unwrap();
    let treaties = words(&found["treaties"], "`, `");
    let (state, first) = (found["state"].as_str().unwrap(), &wars[0]);
    let [a, v] = [0, 1].map(|n| first[n].as_str().unwrap());
    format!("- {state} (`{treaties}`), in {} of the wars asked about, such as {a} against {v}", wars.len())
}

#[test]
fn the_schemes_of_the_guide_are_judged_as_it_says() {
    let guide = std::fs::read_to_string(root().join("docs/guide/security.md")).unwrap();
    let desk = Desk::new();
    for scheme in SCHEMES {
        let found = judged(&desk, scheme);
        let row = row(scheme, &found);
        assert!(guide.contains(&row), "{row}");
        if scheme.starts_with("gulf") {
            for one in found["contradictions"].as_array().unwrap().iter().take(8) {
                assert!(guide.contains(&contradiction(one)), "{scheme}: {}", contradiction(one));
            }
        }
    }
}
