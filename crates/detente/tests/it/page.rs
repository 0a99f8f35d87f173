//! The page of HTML: whole, linked, escaped, in the right language everywhere.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use detente::Brief;
use detente::render::{html, network_svg, timeline_svg};
use detente_codebook::Language;
use dom_query::{Document, NodeRef};

use crate::sample;

const BOTH: [Language; 2] = [Language::Ar, Language::En];

fn samples() -> [(&'static str, Brief); 4] {
    [
        ("rich", sample::rich()),
        ("cannot say", sample::cannot_say()),
        ("reading", sample::reading()),
        ("hostile", sample::hostile()),
    ]
}

fn each(check: impl Fn(&str, Language, &str)) {
    for (name, brief) in samples() {
        for language in BOTH {
            check(&format!("{name} {}", language.tag()), language, &html(&brief, language));
        }
    }
}

/// Tags that have no end.
const VOID: [&str; 4] = ["meta", "br", "hr", "link"];

/// The tags of a page in order, with their attributes; fails on a `<` that opens none.
fn tags(page: &str) -> Vec<(bool, String, String)> {
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap();
    let mut out = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("`<{piece}` is never closed"));
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |t| (true, t));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "<{tag}>");
        out.push((closes, name.to_owned(), attributes.to_owned()));
    }
    out
}

#[test]
fn every_tag_is_closed_in_order() {
    each(|name, _, page| {
        let mut open = Vec::new();
        for (closes, tag, _) in tags(page) {
            match (closes, VOID.contains(&tag.as_str())) {
                (true, _) => assert_eq!(open.pop(), Some(tag), "{name}"),
                (false, false) => open.push(tag),
                (false, true) => {}
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    });
}

fn attributes(page: &str, name: &str) -> Vec<String> {
    let document = Document::from(page);
    let found = document.select(&format!("[{name}]"));
    found.nodes().iter().filter_map(|n| n.attr(name)).map(|v| v.to_string()).collect()
}

#[test]
fn ids_stand_once_and_every_fragment_leads_somewhere() {
    each(|name, _, page| {
        let ids = attributes(page, "id");
        let set: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), set.len(), "{name}: an id stands twice");
        for href in attributes(page, "href") {
            if let Some(fragment) = href.strip_prefix('#') {
                assert!(set.contains(&fragment.to_owned()), "{name}: {href}");
            }
        }
        for list in ["aria-labelledby", "aria-describedby"].iter().flat_map(|a| attributes(page, a)) {
            assert!(list.split(' ').all(|id| set.contains(&id.to_owned())), "{name}: {list}");
        }
    });
}

#[test]
fn from_every_claim_a_click_leads_to_the_evidence_and_back() {
    for language in BOTH {
        let document = Document::from(html(&sample::rich(), language));
        for claim in document.select("li.claim").nodes() {
            let id = claim.attr("id").unwrap();
            let link = claim.find_first_link().unwrap();
            let entry = document.select(&format!("li[id='{}']", link.trim_start_matches('#')));
            assert!(entry.html().contains(&format!("href=\"#{id}\"")), "{id}");
        }
    }
}

trait FirstLink {
    fn find_first_link(&self) -> Option<String>;
}

impl FirstLink for NodeRef<'_> {
    fn find_first_link(&self) -> Option<String> {
        let link = self.descendants().into_iter().find(|n| n.has_name("a"))?;
        link.attr("href").map(|h| h.to_string())
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    each(|name, _, page| {
        let levels: Vec<usize> = tags(page).iter().filter(|(closes, ..)| !closes).filter_map(|(_, tag, _)| level(tag)).collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert!(levels.windows(2).all(|w| w[1] <= w[0] + 1), "{name}: {levels:?}");
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{name}");
    });
}

fn level(tag: &str) -> Option<usize> {
    tag.strip_prefix('h').and_then(|n| n.parse().ok())
}

#[test]
fn hostile_words_stay_words() {
    for language in BOTH {
        let page = html(&sample::hostile(), language);
        assert!(!page.contains("<script") && page.contains("&lt;script&gt;"));
        assert!(page.contains("⟦U+202E⟧") && page.contains("⟦U+200B⟧") && page.contains("⟦U+0007⟧"));
        assert!(!page.contains(['\u{202E}', '\u{200B}', '\u{7}']));
        for href in attributes(&page, "href") {
            assert!(href.starts_with('#') || href.starts_with("https://example.org/"), "{href}");
        }
        let on = |attributes: &str| attributes.split(' ').any(|a| a.starts_with("on") && a.contains('='));
        let opened = tags(&page).into_iter().filter(|(_, _, a)| !a.contains("href=")).any(|(_, _, a)| on(&a));
        assert!(!opened, "an event attribute got in");
    }
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    each(|name, _, page| {
        for bad in ["<script", "<link", "<img", "<iframe", "src=", "@import", "url(", "style=\""] {
            assert!(!page.contains(bad), "{name}: {bad}");
        }
    });
}

/// Which language most letters of a text are of; none when they are few or mixed.
fn script(text: &str) -> Option<Language> {
    let arabic = text.chars().filter(|c| ('\u{600}'..='\u{6FF}').contains(c)).count();
    let latin = text.chars().filter(|c| c.is_ascii_lowercase()).count();
    match (arabic, latin) {
        (6.., 0) => Some(Language::Ar),
        (0, 6..) => Some(Language::En),
        _ => None,
    }
}

fn inherited(node: &NodeRef<'_>, attribute: &str) -> Option<String> {
    std::iter::successors(node.parent(), |n| n.parent()).find_map(|n| n.attr(attribute)).map(|v| v.to_string())
}

#[test]
fn every_text_stands_in_its_own_language_and_direction() {
    for (name, brief) in samples().into_iter().take(3) {
        for language in BOTH {
            let document = Document::from(html(&brief, language));
            for node in document.select("body").nodes().iter().flat_map(|b| b.descendants()).filter(|n| n.is_text()) {
                let parent = node.parent().unwrap();
                let text = node.text().to_string();
                let (Some(own), false) = (script(&text), parent.has_name("code") || parent.has_name("a")) else { continue };
                assert_eq!(inherited(&node, "dir").as_deref(), Some(own.dir()), "{name}: {text}");
                assert_eq!(inherited(&node, "lang").as_deref(), Some(own.tag()), "{name}: {text}");
            }
        }
    }
}

#[test]
fn the_page_names_its_language() {
    each(|name, language, page| {
        let head = format!("<!DOCTYPE html><html lang=\"{}\" dir=\"{}\">", language.tag(), language.dir());
        assert!(page.starts_with(&head), "{name}");
    });
}

#[test]
fn no_label_is_missing() {
    each(|name, _, page| {
        let document = Document::from(page);
        let text = document.select("body").text().to_string();
        assert!(!text.contains("page-"), "{name}: {:?}", text.split_whitespace().find(|w| w.contains("page-")));
    });
}

#[test]
fn the_same_brief_gives_the_same_bytes() {
    each(|name, language, page| {
        let again = samples().into_iter().find(|(n, _)| name.starts_with(n)).unwrap().1;
        assert_eq!(html(&again, language), page, "{name}");
    });
}

#[test]
fn quotes_keep_their_marks() {
    let page = html(&sample::rich(), Language::En);
    assert!(page.contains("if “<q lang=\"ar\"><bdi dir=\"rtl\">"));
    assert!(page.contains("</bdi></q>”, then “<q"));
}

#[test]
fn recalled_records_are_shown_as_such() {
    let document = Document::from(html(&sample::rich(), Language::En));
    let recalled = document.select(".evidence .recalled");
    assert_eq!(recalled.length(), 1);
    assert_eq!(recalled.text().to_string(), "recalled, not seen in a source");
}

#[test]
fn without_a_forecast_the_page_says_why() {
    let document = Document::from(html(&sample::cannot_say(), Language::En));
    let synthesis = document.select("#synthesis");
    assert!(synthesis.text().contains("Cannot say") && synthesis.text().contains("None of the lenses used"));
    assert!(!synthesis.html().contains("<svg"));
}

#[test]
fn a_reading_asks_its_questions_as_commands() {
    let document = Document::from(html(&sample::reading(), Language::En));
    let command = document.select("#questions pre").text().to_string();
    assert_eq!(command, "detente brief ARTICLE --shift RUS-IRN:worsens --on IRN-CHN --lang en");
    assert_eq!(document.select("#answer, #synthesis, #findings, #network").length(), 0);
}

/// Boxes of the class in a picture: x, y, width, height.
fn boxes(svg: &str, class: &str) -> Vec<[f64; 4]> {
    let document = Document::from(svg);
    let found = document.select(&format!("rect.{class}"));
    let number = |n: &NodeRef<'_>, a: &str| n.attr(a).unwrap().parse::<f64>().unwrap();
    found.nodes().iter().map(|n| ["x", "y", "width", "height"].map(|a| number(n, a))).collect()
}

#[test]
fn names_of_fourteen_actors_do_not_overlap() {
    let brief = sample::rich();
    for language in BOTH {
        let svg = network_svg(brief.network.as_ref().unwrap(), None, 7, language);
        let nodes = boxes(&svg, "node");
        assert_eq!(nodes.len(), 14);
        for (n, [ax, ay, aw, ah]) in nodes.iter().enumerate() {
            for [bx, by, bw, bh] in nodes.iter().skip(n + 1) {
                assert!(ax + aw <= *bx || bx + bw <= *ax || ay + ah <= *by || by + bh <= *ay);
            }
        }
    }
}

#[test]
fn arabic_names_stand_whole_and_run_right_to_left() {
    let brief = sample::rich();
    let svg = network_svg(brief.network.as_ref().unwrap(), brief.question.as_ref(), 7, Language::Ar);
    let document = Document::from(svg.as_str());
    for name in document.select("text.name").nodes() {
        assert_eq!(name.attr("direction").as_deref(), Some("rtl"));
        assert_eq!(name.children().len(), 1, "letters of {} are split", name.text());
    }
    assert!(document.select("path.halo-shift").length() == 1 && document.select("path.halo-target").length() == 1);
}

#[test]
fn pictures_stand_on_their_own() {
    let brief = sample::hostile();
    for language in BOTH {
        for svg in [
            network_svg(brief.network.as_ref().unwrap(), brief.question.as_ref(), 7, language),
            timeline_svg(&brief.timeline, language),
        ] {
            assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.ends_with("</svg>"));
            assert!(svg.contains("<title") && svg.contains("<desc") && !svg.contains("NaN"));
            assert!(!tags(&format!("<!DOCTYPE html>{svg}")).is_empty());
        }
    }
}

#[test]
fn pictures_of_nothing_are_no_panic() {
    let mut view = sample::rich().network.unwrap();
    view.actors.clear();
    assert!(network_svg(&view, sample::rich().question.as_ref(), 0, Language::Ar).ends_with("</svg>"));
    assert!(timeline_svg(&[], Language::Ar).ends_with("</svg>"));
}

/// Headings with how many entries stand below each: the shape of the page.
#[test]
fn the_shape_of_the_page() {
    let page = html(&sample::rich(), Language::En);
    let document = Document::from(page.as_str());
    let mut shape = String::new();
    for section in document.select("main > section").nodes() {
        let id = section.attr("id").unwrap();
        let count = |what: &str| section.descendants().iter().filter(|n| n.has_name(what)).count();
        let heading = section.descendants().into_iter().find(|n| n.has_name("h2")).map(|h| h.text().to_string());
        let _ = writeln!(
            shape,
            "{id}: {} | h3 {} | li {} | tr {} | svg {} | blockquote {} | pre {}",
            heading.unwrap_or_default(),
            count("h3"),
            count("li"),
            count("tr"),
            count("svg"),
            count("blockquote"),
            count("pre"),
        );
    }
    insta::assert_snapshot!(shape, @r"
    question: The question | h3 0 | li 0 | tr 0 | svg 0 | blockquote 0 | pre 0
    answer: Short answer | h3 0 | li 0 | tr 0 | svg 0 | blockquote 0 | pre 0
    compare: As it is, and as supposed | h3 0 | li 0 | tr 4 | svg 0 | blockquote 0 | pre 0
    synthesis: The lenses taken together | h3 2 | li 0 | tr 5 | svg 1 | blockquote 0 | pre 0
    findings: What each lens finds | h3 4 | li 7 | tr 2 | svg 1 | blockquote 0 | pre 0
    unknown: What is not known | h3 0 | li 2 | tr 0 | svg 0 | blockquote 0 | pre 0
    network: The network around the question | h3 2 | li 14 | tr 31 | svg 1 | blockquote 0 | pre 0
    timeline: Timeline | h3 1 | li 0 | tr 11 | svg 1 | blockquote 0 | pre 0
    reading: What was coded from the article | h3 0 | li 4 | tr 0 | svg 0 | blockquote 4 | pre 0
    evidence: Evidence | h3 0 | li 6 | tr 0 | svg 0 | blockquote 3 | pre 0
    again: How to ask again | h3 0 | li 0 | tr 0 | svg 0 | blockquote 0 | pre 2
    ");
}
