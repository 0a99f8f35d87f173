//! Our own articles set into pages of several systems: what is read and coded must stay the same.

use std::path::{Path, PathBuf};

use detente_codebook::FurnitureKind;
use detente_coder::read::{Form, Page, ReadOptions, read};
use serde_json::Value;

/// The kinds of pages, each with the marks around a paragraph and around a heading.
const SHAPES: [(&str, [&str; 2], [&str; 2]); 5] = [
    ("wordpress", ["<p>", "</p>"], ["<h2>", "</h2>"]),
    ("bare", ["<p>", "</p>"], ["<p><b>", "</b></p>"]),
    ("table", ["", "<br><br>"], ["<b>", "</b><br><br>"]),
    ("headless", ["<div>", "</div>"], ["<div><strong>", "</strong></div>"]),
    ("blog", ["", "<br/><br/>"], ["<b>", "</b><br/><br/>"]),
];

const ARTICLES: [&str; 4] = ["armenia-azerbaijan.ar", "rapprochement.ar", "rapprochement.en", "saudi-iran-beijing.en"];

fn crate_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn plain(article: &str) -> Page {
    let path = crate_dir().join(format!("../../examples/{article}.txt"));
    let form = Some(Form::Text);
    read(text_of(&path).as_bytes(), &ReadOptions { form, ..ReadOptions::default() }).unwrap()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('“', "&ldquo;").replace('”', "&#8221;")
}

fn html(article: &str, page: &Page, shape: &(&str, [&str; 2], [&str; 2])) -> String {
    let language = article.rsplit('.').next().unwrap();
    let template = text_of(&crate_dir().join(format!("tests/data/html/{}.{language}.html", shape.0)));
    let marked = |p: &detente_coder::read::Paragraph| {
        let [before, after] = if p.heading { shape.2 } else { shape.1 };
        format!("{before}{}{after}\n", escaped(&page.text.slice(p.span)))
    };
    let body: String = page.paragraphs.iter().map(marked).collect();
    let document = &page.document;
    let words = |q: &Option<detente_codebook::Quote>| escaped(&q.as_ref().unwrap().exact);
    let published = document.published.as_ref().unwrap();
    template
        .replace("{{title}}", &words(&document.title))
        .replace("{{byline}}", &words(&document.byline))
        .replace("{{link}}", &words(&document.short_link))
        .replace("{{date}}", &published.quote.exact)
        .replace("{{iso}}", &published.date.to_string())
        .replace("{{body}}", &body)
}

/// What is coded, without what must differ: offsets, digest, the extracted text, the furniture.
fn coded(page: &Page) -> Value {
    let mut coding = serde_json::to_value(detente_coder::code(page)).unwrap();
    for key in ["digest", "text", "body"] {
        coding["document"].as_object_mut().unwrap().remove(key);
    }
    coding.as_object_mut().unwrap().remove("furniture");
    without_offsets(&mut coding);
    coding
}

fn without_offsets(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("start");
            fields.remove("end");
            fields.values_mut().for_each(without_offsets);
        }
        Value::Array(items) => items.iter_mut().for_each(without_offsets),
        _ => {}
    }
}

/// Every quote within a value is the very substring of the text.
pub(crate) fn check_quotes(value: &Value, text: &[char]) {
    if let (Some(exact), Some(start), Some(end)) = (value["exact"].as_str(), value["start"].as_u64(), value["end"].as_u64()) {
        let range = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
        let there: String = text.get(range).unwrap_or_else(|| panic!("{value} leaves the text")).iter().collect();
        assert_eq!(there, exact);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|v| check_quotes(v, text)),
        Value::Array(items) => items.iter().for_each(|v| check_quotes(v, text)),
        _ => {}
    }
}

#[test]
fn pages_of_every_shape_are_coded_like_the_plain_text() {
    for article in ARTICLES {
        let plain = plain(article);
        for shape in &SHAPES {
            let page = read(html(article, &plain, shape).as_bytes(), &ReadOptions::default()).unwrap();
            let name = format!("{article} as {}", shape.0);
            let mut want = coded(&plain);
            if shape.0 == "headless" {
                // What only the head says is written as the head says it.
                want["document"]["published"]["quote"]["exact"] = plain.published.unwrap().to_string().into();
            }
            let got = coded(&page);
            for (key, part) in want.as_object().unwrap() {
                assert_eq!(&got[key], part, "{name}: {key}");
            }
            let text: Vec<char> = page.document.text.as_ref().unwrap().chars().collect();
            check_quotes(&serde_json::to_value(detente_coder::code(&page)).unwrap(), &text);
        }
    }
}

#[test]
fn furniture_is_listed_by_the_kind_it_is_marked_as() {
    let kinds = |article: &str| {
        let page = read(html(article, &plain(article), &SHAPES[0]).as_bytes(), &ReadOptions::default()).unwrap();
        let mut kinds: Vec<FurnitureKind> = page.furniture.iter().map(|f| f.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    };
    use FurnitureKind::{
        Comments, CookieNotice, FollowTwitter, LatestTvAppearances, LoadingPlaceholder, NewsletterSubscription, OpinionPoll,
        Other, PollQuestion, RelatedHeadlines, ShareBar,
    };
    let arabic = kinds("rapprochement.ar");
    let want = [
        NewsletterSubscription,
        LatestTvAppearances,
        OpinionPoll,
        PollQuestion,
        LoadingPlaceholder,
        ShareBar,
        CookieNotice,
        Comments,
        RelatedHeadlines,
        Other,
    ];
    assert!(want.iter().all(|k| arabic.contains(k)), "{arabic:?}");
    let english = kinds("rapprochement.en");
    let want = [NewsletterSubscription, FollowTwitter, ShareBar, CookieNotice, Comments, RelatedHeadlines, Other];
    assert!(want.iter().all(|k| english.contains(k)), "{english:?}");
}
