//! Input that is broken, strange or made to do harm.

use std::fmt::Write as _;

use detente_coder::read::{Form, LIMIT, Page, ReadError, ReadOptions, read};
use proptest::prelude::*;

use super::html::check_quotes;

fn html(page: &str) -> Result<Page, ReadError> {
    read(page.as_bytes(), &ReadOptions { form: Some(Form::Html), ..ReadOptions::default() })
}

const SENTENCE: &str = "The two governments signed the treaty on the first day of the talks and left the capital.";

fn check(page: &Page) {
    let text: Vec<char> = page.text.as_str().chars().collect();
    check_quotes(&serde_json::to_value(&page.document).unwrap(), &text);
    check_quotes(&serde_json::to_value(&page.furniture).unwrap(), &text);
    assert!(page.paragraphs.iter().all(|p| p.span.start <= p.span.end && p.span.end <= text.len()));
}

#[test]
fn ten_thousand_elements_deep_is_read() {
    for tag in ["div", "b", "blockquote", "font", "span", "table"] {
        let page = html(&format!("{}<p>{SENTENCE}</p>", format!("<{tag}>").repeat(10_000))).unwrap();
        assert!(page.text.as_str().contains(SENTENCE), "{tag}");
    }
}

#[test]
fn deeper_than_that_is_refused_and_says_where() {
    let page = "<div>".repeat(300_000);
    assert!(matches!(html(&page), Err(ReadError::TooDeep { at }) if at > 10_000));
    let message = html(&page).unwrap_err().to_string();
    assert!(message.contains("nested too deep near byte") && message.contains("plain text"), "{message}");
}

#[test]
fn too_long_empty_or_bare_input_is_refused() {
    let long = vec![b'a'; LIMIT + 1];
    assert!(matches!(read(&long, &ReadOptions::default()), Err(ReadError::TooLarge { .. })));
    for empty in ["", " \n ", "\u{feff}"] {
        assert_eq!(html(empty), Err(ReadError::Empty), "{empty:?}");
    }
    for bare in ["<html></html>", "<script>var a = 'text';</script>", "<div id=app></div><noscript>Turn scripts on.</noscript>"] {
        assert_eq!(html(bare), Err(ReadError::OnlyFurniture), "{bare}");
    }
    let menu =
        "<nav><a href=a>Home</a></nav><p>Subscribe to our newsletter</p><p>Follow us on Twitter</p><footer>Contact</footer>";
    assert_eq!(html(menu), Err(ReadError::OnlyFurniture));
}

#[test]
fn encodings_are_told_by_mark_declaration_or_likelihood() {
    let arabic = include_str!("../data/encoding.ar.html");
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(arabic);
    let utf16: Vec<u8> = format!("\u{feff}{arabic}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let bare: Vec<u8> = arabic.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let undeclared = arabic.replace("charset=\"windows-1256\"", "name=\"none\"");
    let (guessed, _, _) = encoding_rs::WINDOWS_1256.encode(&undeclared);
    let marked = [b"\xEF\xBB\xBF".as_slice(), arabic.as_bytes()].concat();
    let want = read(arabic.as_bytes(), &ReadOptions::default()).unwrap();
    for page in [bytes.as_ref(), &utf16, &bare, guessed.as_ref(), &marked] {
        assert_eq!(read(page, &ReadOptions::default()).unwrap().text, want.text);
    }
}

#[test]
fn entities_marks_and_direction_controls() {
    let page = html(&format!(
        "<p>{SENTENCE} &ldquo;Yes&rdquo; &amp; &#x645;&#1583;; caf&#101;&#x301;, soft&shy;ly, a\u{202E}b &lt;b&gt;, &unknown; &#xFFFFFF;</p>"
    ))
    .unwrap();
    let text = page.text.as_str();
    assert!(text.contains("“Yes” & \u{645}\u{62f}; caf\u{e9}, softly, a\u{202E}b <b>, &unknown; \u{FFFD}"), "{text}");
    assert_eq!(page.hidden.iter().map(|s| page.text.slice(*s)).collect::<Vec<_>>(), ["\u{202E}"]);
}

#[test]
fn what_is_not_shown_is_not_read() {
    let page = html(&format!(
        "<p>{SENTENCE}</p><p hidden>One.</p><p style='display:none'>Two.</p><template><p>Three.</p></template>
         <svg><title>Four</title></svg><!-- Five --><select><option>Six</select><textarea>Seven</textarea><iframe>Eight</iframe>"
    ))
    .unwrap();
    assert_eq!(page.text.as_str(), SENTENCE);
}

#[test]
fn pages_made_to_be_slow_are_read_in_time() {
    let mut page = format!("<p>{SENTENCE}</p>");
    for n in 0..3_000 {
        write!(page, "<font size={n}><p>a<table><tr><td>b").unwrap();
    }
    let links = "<a href=x>Link</a> ".repeat(50_000);
    let started = std::time::Instant::now();
    let _ = html(&page);
    let _ = html(&format!("<p>{SENTENCE}</p><div>{links}</div>"));
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

fn piece() -> impl Strategy<Value = String> {
    let tags = "<(/?)(div|p|h1|li|ul|table|td|time datetime=2025-01-02|span class=byline|a href=x|br|article|nav|title|pre|b)>";
    prop_oneof![
        tags.prop_map(|s: String| s),
        "[a-zA-Z \u{0627}-\u{064A}.?:|\u{202E}\u{200F}]{0,30}",
        "&[a-z#0-9]{0,6};?",
        "\\PC{0,6}",
        Just("2025-03-04".to_owned()),
        Just("https://example.org/?p=12".to_owned()),
        Just("\n".to_owned())
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for form in [None, Some(Form::Text), Some(Form::Html)] {
            if let Ok(page) = read(&bytes, &ReadOptions { form, ..ReadOptions::default() }) {
                check(&page);
            }
        }
    }

    #[test]
    fn quotes_of_any_page_are_in_its_text(pieces in proptest::collection::vec(piece(), 0..60)) {
        let page = pieces.concat();
        for form in [Form::Text, Form::Html] {
            if let Ok(page) = read(page.as_bytes(), &ReadOptions { form: Some(form), ..ReadOptions::default() }) {
                check(&page);
                let coding = serde_json::to_value(detente_coder::code(&page)).unwrap();
                check_quotes(&coding, &page.text.as_str().chars().collect::<Vec<_>>());
            }
        }
    }
}
