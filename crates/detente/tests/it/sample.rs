//! Briefs made up in code, to be rendered: a rich one, a reading without a question, and a hostile one.

use std::collections::BTreeMap;

use detente::brief::*;
use detente_codebook::{ActorCode, ActorTable, Confidence, Dyad, Edtf, Language, Phrase, Quote, RecordId, Selector, Sign};
use detente_lens::{Direction, Forecast, Shift, Stance};
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Deserialize)]
struct Words {
    article: BTreeMap<String, String>,
    phrase: BTreeMap<String, Phrase>,
}

fn words() -> Words {
    toml::from_str(include_str!("sample.toml")).unwrap()
}

fn say(key: &str) -> Phrase {
    words().phrase.get(key).unwrap_or_else(|| panic!("no phrase `{key}`")).clone()
}

fn article(key: &str) -> String {
    words().article.get(key).unwrap_or_else(|| panic!("no words `{key}`")).clone()
}

fn id(text: &str) -> RecordId {
    RecordId(text.to_owned())
}

fn dyad(text: &str) -> Dyad {
    text.parse().unwrap()
}

fn edtf(text: &str) -> Option<Edtf> {
    Some(text.parse().unwrap())
}

const DIGEST: &str = "9f2c41d07be83a55a1c3e6f4b7d8091223344556677889900aabbccddeeff001";
const CONDITIONAL: &str = "src:9f2c41d0:c1";
const TREATY: &str = "src:9f2c41d0:t1";
const STATEMENT: &str = "src:9f2c41d0:s1";
const CLAUSE: &str = "base:treaty:irn_rus_2025:3";
const SANCTIONS: &str = "base:sanctions-usa-irn";
const RATE: &str = "base:kept-rate-defense";

/// A brief in which every part is filled.
pub(crate) fn rich() -> Brief {
    Brief {
        schema: SCHEMA.to_owned(),
        id: "5e0a77c1".to_owned(),
        language: Language::Ar,
        article: Some(head()),
        question: Some(asking()),
        answer: answer(),
        findings: vec![evidence_lens(), treaty_lens(), balance_lens(), analogues_lens()],
        synthesis: synthesis(),
        unknown: vec![say("unknown1"), say("unknown2")],
        questions: Vec::new(),
        reading: reading_items(),
        network: Some(network()),
        timeline: timeline(),
        evidence: evidence(),
        seed: 7,
        made_with: "0.1.0".to_owned(),
    }
}

/// The same without a forecast in the synthesis.
pub(crate) fn cannot_say() -> Brief {
    let synthesis = Synthesis { note: say("no_pool"), ..Synthesis::default() };
    Brief { synthesis, ..rich() }
}

/// What an article without a question gives.
pub(crate) fn reading() -> Brief {
    let questions =
        vec![Suggested { text: say("suggested"), shift: shift("RUS-IRN", Direction::Worsens), target: dyad("IRN-CHN") }];
    Brief {
        question: None,
        answer: Vec::new(),
        findings: Vec::new(),
        synthesis: Synthesis::default(),
        unknown: Vec::new(),
        questions,
        network: None,
        timeline: Vec::new(),
        ..rich()
    }
}

/// A brief whose every captured text tries to break the page.
pub(crate) fn hostile() -> Brief {
    let bad = "<script>alert('x')</script>\u{202E}&\"quoted\" “open «nested\u{200B}» close” | `code` ]( # \u{7}";
    let mut brief = rich();
    brief.id = "\"><b>".to_owned();
    if let Some(head) = &mut brief.article {
        head.title = bad.to_owned();
        head.byline = Some(bad.to_owned());
        head.category = Some(bad.to_owned());
        head.url = Some("javascript:alert(1)".to_owned());
    }
    if let Some(question) = &mut brief.question {
        question.text = Some(bad.to_owned());
    }
    for evidence in &mut brief.evidence {
        evidence.source.url = Some("https://example.org/\"onmouseover=\"alert(1)".to_owned());
        evidence.source.title = bad.to_owned();
        if let Some(quote) = &mut evidence.quote {
            quote.exact = bad.to_owned();
        }
    }
    for claim in brief.findings.iter_mut().flat_map(|f| &mut f.claims) {
        claim.text = Phrase { ar: bad.to_owned(), en: bad.to_owned() };
    }
    if let Some(network) = &mut brief.network {
        network.actors.iter_mut().for_each(|n| n.name = Phrase { ar: bad.to_owned(), en: bad.to_owned() });
    }
    brief
}

fn head() -> Head {
    Head {
        title: article("title"),
        category: Some(article("category")),
        byline: Some(article("byline")),
        published: edtf("2025-02-27"),
        url: Some("https://example.org/?p=102".to_owned()),
        digest: DIGEST.to_owned(),
        language: Language::Ar,
    }
}

fn shift(on: &str, direction: Direction) -> Shift {
    Shift { dyad: dyad(on), direction }
}

fn asking() -> Asking {
    Asking {
        text: Some(article("title")),
        shift: shift("USA-RUS", Direction::Improves),
        target: dyad("RUS-IRN"),
        as_of: Date::constant(2025, 2, 27),
        horizon_years: 5,
        restated: say("restated"),
    }
}

fn answer() -> Vec<Sentence> {
    let claims = |ids: &[&str]| ids.iter().map(|i| (*i).to_owned()).collect();
    vec![
        Sentence { text: say("answer1"), claims: claims(&["5e0a77c1-evidence-1", "5e0a77c1-balance-1"]) },
        Sentence { text: say("answer2"), claims: claims(&["5e0a77c1-treaty-1"]) },
    ]
}

fn claim(id: &str, text: &str, stance: Stance, evidence: &[&str]) -> ClaimView {
    ClaimView {
        id: format!("5e0a77c1-{id}"),
        text: say(text),
        stance,
        value: None,
        unit: None,
        interval: None,
        n: None,
        evidence: evidence.iter().map(|e| RecordId((*e).to_owned())).collect(),
    }
}

fn lens(name: &str, claims: Vec<ClaimView>) -> LensFinding {
    LensFinding {
        lens: name.to_owned(),
        title: say(&format!("{name}_title")),
        grounds: !claims.is_empty(),
        forecast: None,
        n: None,
        claims,
        assumptions: Vec::new(),
        method: Phrase::default(),
    }
}

fn evidence_lens() -> LensFinding {
    let claims = vec![
        claim("evidence-1", "evidence_claim", Stance::For, &[CONDITIONAL]),
        claim("evidence-2", "evidence_against", Stance::Against, &[STATEMENT, TREATY]),
    ];
    LensFinding { method: say("evidence_method"), ..lens("evidence", claims) }
}

fn treaty_lens() -> LensFinding {
    let rate = ClaimView {
        value: Some(0.87),
        unit: Some("share".to_owned()),
        interval: Some([0.664, 0.9722]),
        n: Some(23),
        ..claim("treaty-2", "treaty_rate", Stance::Neither, &[RATE])
    };
    let claims = vec![claim("treaty-1", "treaty_claim", Stance::Against, &[CLAUSE, TREATY]), rate];
    LensFinding { assumptions: vec![say("treaty_assumption")], method: say("treaty_method"), ..lens("treaty", claims) }
}

fn balance_lens() -> LensFinding {
    let index = ClaimView {
        value: Some(3.0),
        unit: Some("ties".to_owned()),
        ..claim("balance-2", "balance_index", Stance::Neither, &[SANCTIONS])
    };
    let claims = vec![claim("balance-1", "balance_claim", Stance::For, &[SANCTIONS, CLAUSE]), index];
    let forecast = Some(Forecast { worsens: 0.31, holds: 0.57, improves: 0.12 });
    LensFinding { forecast, n: Some(41), ..lens("balance", claims) }
}

fn analogues_lens() -> LensFinding {
    lens("analogues", Vec::new())
}

fn synthesis() -> Synthesis {
    Synthesis {
        forecast: Some(Forecast { worsens: 0.28, holds: 0.6, improves: 0.12 }),
        weights: BTreeMap::from([("balance".to_owned(), 0.4), ("analogues".to_owned(), 0.6)]),
        disagreement: Some(say("disagreement")),
        note: say("note"),
    }
}

fn quote(key: &str, start: usize) -> Quote {
    let exact = article(key);
    let end = start + exact.chars().count();
    Quote { exact, start, end }
}

fn reading_items() -> Vec<Coded> {
    let item = |id_: &str, kind: &str, text: &str, key: &str, at: usize| Coded {
        id: id(id_),
        kind: kind.to_owned(),
        text: say(text),
        quote: quote(key, at),
    };
    vec![
        item(TREATY, "treaty", "coded_treaty", "treaty", 120),
        item(CONDITIONAL, "conditional", "coded_conditional", "quote", 380),
        item(STATEMENT, "statement", "coded_statement", "statement", 610),
        item("src:9f2c41d0:e1", "event", "fact_talks", "quote", 380),
    ]
}

fn network() -> NetworkView {
    let asked = ["USA", "RUS", "IRN"];
    let codes = ["ARE", "ARM", "AZE", "CHN", "IND", "IRN", "ISR", "PRK", "RUS", "SAU", "SYR", "TUR", "UKR", "USA"];
    let actors = codes.iter().map(|code| node(code, asked.contains(code))).collect();
    let ties = TIES.iter().map(|(pair, before, after)| TieView {
        dyad: dyad(pair),
        before: *before,
        after: *after,
        evidence: vec![id(SANCTIONS)],
    });
    NetworkView { actors, ties: ties.collect() }
}

const TIES: [(&str, i8, i8); 30] = [
    ("ARE-IRN", -1, -1),
    ("ARE-ISR", 1, 1),
    ("ARE-SAU", 1, 1),
    ("ARE-USA", 1, 1),
    ("ARM-AZE", -1, -1),
    ("ARM-IRN", 1, 1),
    ("ARM-RUS", 0, 0),
    ("AZE-IRN", -1, -1),
    ("AZE-ISR", 1, 1),
    ("AZE-TUR", 1, 1),
    ("CHN-IND", -1, -1),
    ("CHN-IRN", 1, 1),
    ("CHN-PRK", 1, 1),
    ("CHN-RUS", 1, 1),
    ("CHN-USA", -1, -1),
    ("IND-RUS", 1, 1),
    ("IND-USA", 1, 1),
    ("IRN-ISR", -1, -1),
    ("IRN-RUS", 1, 1),
    ("IRN-SAU", 0, 0),
    ("IRN-SYR", 1, 1),
    ("IRN-USA", -1, -1),
    ("ISR-SYR", -1, -1),
    ("ISR-USA", 1, 1),
    ("PRK-RUS", 1, 1),
    ("PRK-USA", -1, -1),
    ("RUS-SYR", 1, 1),
    ("RUS-UKR", -1, -1),
    ("RUS-USA", -1, 1),
    ("UKR-USA", 1, 1),
];

fn node(code: &str, asked: bool) -> Node {
    let code: ActorCode = code.parse().unwrap();
    let table = ActorTable::builtin().unwrap();
    let name = Phrase { ar: table.name(&code, Language::Ar), en: table.name(&code, Language::En) };
    Node { code, name, asked }
}

fn timeline() -> Vec<Moment> {
    let moment = |date: &str, text: &str, sign: Option<Sign>| Moment {
        date: date.parse().unwrap(),
        text: say(text),
        sign,
        evidence: id(SANCTIONS),
    };
    let (friendly, hostile) = (Some(Sign::Positive), Some(Sign::Negative));
    vec![
        moment("1933-11-16", "fact_recognition", friendly),
        moment("1979-11-14/..", "fact_sanctions", hostile),
        moment("1980-04-07", "fact_break", hostile),
        moment("2015-09/2024-12", "fact_support", friendly),
        moment("2022-02-24", "fact_war", hostile),
        moment("2022-02-24/..", "fact_war", hostile),
        moment("2023", "fact_vote", None),
        moment("2024-06", "fact_vote", None),
        moment("2025-01-17", "coded_treaty", friendly),
        moment("2025-02-18", "fact_talks", friendly),
    ]
}

fn evidence() -> Vec<Evidence> {
    let seen = |id_: &str, kind: &str, text: &str, key: &str, at: usize| Evidence {
        id: id(id_),
        kind: kind.to_owned(),
        quote: Some(quote(key, at)),
        selector: Some(selector(key, at)),
        text: say(text),
        source: Cited {
            title: article("title"),
            url: Some("https://example.org/?p=102".to_owned()),
            date: edtf("2025-02-27"),
            digest: Some(DIGEST.to_owned()),
        },
        confidence: Confidence::Cited,
        known: edtf("2025-02-27"),
    };
    let base = |id_: &str, kind: &str, text: &str, confidence: Confidence| Evidence {
        id: id(id_),
        kind: kind.to_owned(),
        quote: None,
        selector: None,
        text: say(text),
        source: Cited { title: "Treaty series, sample entry".to_owned(), url: None, date: edtf("2025"), digest: None },
        confidence,
        known: edtf("1979-11-14"),
    };
    vec![
        seen(CONDITIONAL, "conditional", "coded_conditional", "quote", 380),
        seen(STATEMENT, "statement", "coded_statement", "statement", 610),
        seen(TREATY, "treaty", "coded_treaty", "treaty", 120),
        base(CLAUSE, "clause", "treaty_claim", Confidence::Cited),
        base(RATE, "rate", "treaty_rate", Confidence::Cited),
        base(SANCTIONS, "sanctions", "fact_sanctions", Confidence::Recalled),
    ]
}

fn selector(key: &str, start: usize) -> Selector {
    let Quote { exact, start, end } = quote(key, start);
    Selector { exact, prefix: article("before"), suffix: article("after"), start, end }
}
