//! Pages for readers, without a script.

use crate::site::Site;

const PAGES: [&str; 12] = [
    "/{l}/",
    "/{l}/b/2",
    "/{l}/b/1/v/1",
    "/{l}/c/regional-security",
    "/{l}/d/IRN-RUS",
    "/{l}/a/RUS",
    "/{l}/t/rus_irn_2025",
    "/{l}/ask",
    "/{l}/search?q=Iran",
    "/{l}/record",
    "/{l}/tv",
    "/{l}/newsletter",
];

fn followed(site: &Site, path: &str) -> crate::site::Answer {
    let answer = site.get(path);
    if answer.status == 301 { site.get(answer.header("location").unwrap()) } else { answer }
}

#[test]
fn every_page_stands_in_both_languages() {
    let site = Site::demo();
    for (tag, dir) in [("ar", "rtl"), ("en", "ltr")] {
        for page in PAGES {
            let path = page.replace("{l}", tag);
            let answer = followed(&site, &path);
            let text = answer.text();
            assert_eq!(answer.status, 200, "{path}");
            assert!(text.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\"")), "{path}");
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
            assert!(text.contains("rel=\"canonical\"") && text.contains("hreflang=\"x-default\""), "{path}");
            assert!(!text.contains(" style=") && !text.contains("<style"), "{path}");
            let scripts = text.matches("<script").count();
            let known = text.matches("<script src=\"/assets/site.js\"").count() + text.matches("application/ld+json").count();
            assert_eq!(scripts, known, "{path}");
            assert!(!text.contains("site-") || !text.contains(">site-"), "a word is missing on {path}");
            // Unpacked; what goes over the wire is held below 100 kB by the next test. The longest has 230 records.
            assert!(answer.body.len() < 450_000, "{path} has {} bytes", answer.body.len());
        }
    }
}

#[test]
fn a_brief_is_small_over_the_wire() {
    let site = Site::demo();
    for id in 1..=3 {
        for tag in ["ar", "en"] {
            let to = site.get(&format!("/{tag}/b/{id}"));
            let answer = site.get_with(to.header("location").unwrap(), &[("accept-encoding", "gzip")]);
            assert_eq!(answer.header("content-encoding"), Some("gzip"));
            assert!(answer.body.len() <= 100_000, "brief {id} in {tag}: {} bytes", answer.body.len());
        }
    }
}

#[test]
fn short_links_lead_to_the_brief_for_ever() {
    let site = Site::demo();
    for path in ["/?p=2", "/b/2"] {
        let answer = site.get(path);
        assert_eq!(answer.status, 301, "{path}");
        assert!(answer.header("location").unwrap().starts_with("/ar/b/2/"));
    }
    assert_eq!(site.get("/en/b/2/an-old-slug").header("location"), Some("/en/b/2/trump-putin-rapprochement"));
    assert_eq!(site.get("/en/b/2/trump-putin-rapprochement").status, 200);
    assert_eq!(site.get("/en/d/RUS-IRN").header("location"), Some("/en/d/IRN-RUS"));
    assert_eq!(site.get("/b/2/v/1").header("location"), Some("/ar/b/2/v/1"));
}

#[test]
fn a_claim_leads_to_its_quote_in_two_clicks() {
    let site = Site::demo();
    let page = site.get("/en/b/2/trump-putin-rapprochement").text();
    assert!(page.contains("href=\"#evidence-1\""), "one click leads from a claim to its evidence");
    let links: Vec<&str> = page.split("<a class=\"captured\" href=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
    assert!(!links.is_empty(), "another leads from the evidence to the captured text");
    for link in links {
        let captured = site.get(&link.replace("&amp;", "&")).text();
        let marked = captured.split("<mark id=\"quote\"").nth(1).unwrap_or_else(|| panic!("nothing is marked at {link}"));
        assert!(!marked.split('>').nth(1).unwrap().starts_with('<'), "{link}");
    }
}

#[test]
fn a_correction_is_visible_and_the_version_before_it_stays() {
    let site = Site::demo();
    let page = site.get("/en/b/1/beijing-agreement-collapses").text();
    assert!(page.contains("The byline named a person"));
    let old = site.get("/en/b/1/v/1");
    assert_eq!(old.status, 200);
    assert!(old.text().contains("/en/b/1/beijing-agreement-collapses"));
    assert!(!old.text().contains("The byline named a person"));
    assert_eq!(site.get("/en/b/1/v/3").status, 404);
}

#[test]
fn what_is_not_there_offers_a_search_and_what_was_withdrawn_says_so() {
    let site = Site::demo();
    for path in ["/nothing", "/en/b/99", "/en/b/x", "/en/d/RUS-XXX", "/en/t/none", "/en/a/rus", "/en/c/none", "/en/s/00"] {
        let answer = site.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("role=\"search\""), "{path}");
    }
    let note = detente_codebook::Phrase { ar: "-".to_owned(), en: "It rested on a forged page.".to_owned() };
    let stamp = site.app.stamp("editor", "withdrawn in a test");
    site.app.write(|s| s.withdraw(detente_ledger::site::BriefId(3), &note, &stamp)).unwrap();
    let gone = site.get("/en/b/3/armenia-azerbaijan-reconciliation");
    assert_eq!(gone.status, 410);
    assert!(gone.text().contains("It rested on a forged page."));
    assert_eq!(site.get("/b/3").status, 410);
    assert!(!site.get("/en/").text().contains("armenia-azerbaijan"));
}

#[test]
fn search_folds_spellings() {
    let site = Site::demo();
    let count = |words: &str| {
        site.get(&format!("/ar/search?q={}", crate::site::encoded(words))).text().matches("class=\"entry\"").count()
    };
    let words = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/spellings.txt")).unwrap();
    for line in words.lines().filter(|l| !l.starts_with('#')) {
        let (plain, spelt) = line.split_once('=').unwrap();
        assert!(count(plain) > 0, "{plain}");
        assert_eq!(count(plain), count(spelt), "{line}");
    }
    assert_eq!(count("\"'* OR NEAR("), 0);
}

#[test]
fn feeds_and_maps_name_the_briefs() {
    let site = Site::demo();
    for (path, n) in
        [("/feed.atom", 3), ("/en/feed.atom", 3), ("/ar/c/regional-security/feed.atom", 2), ("/en/d/IRN-RUS/feed.atom", 1)]
    {
        let answer = site.get(path);
        assert_eq!(answer.header("content-type"), Some("application/atom+xml; charset=utf-8"), "{path}");
        assert_eq!(answer.text().matches("<entry").count(), n, "{path}");
        assert_eq!(answer.text().matches("<entry").count(), answer.text().matches("</entry>").count());
    }
    assert!(site.get("/sitemap.xml").text().contains("/en/b/2/trump-putin-rapprochement</loc>"));
    assert!(site.get("/robots.txt").text().contains("Sitemap: http://centre.example/sitemap.xml"));
}

#[test]
fn a_question_is_restated_and_answered_or_refused_with_help() {
    let site = Site::demo();
    let asked = "If India and China normalise relations, how would Pakistan and China get on?";
    let answer = site.get(&format!("/en/ask?q={}", crate::site::encoded(asked)));
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains("CHN-IND improves") || answer.text().contains("IND-CHN improves"));
    let unread = site.get("/en/ask?q=why");
    assert_eq!(unread.status, 200);
    assert!(unread.text().contains("role=\"alert\""));
    assert_eq!(site.get(&format!("/en/ask?q={}", "a".repeat(401))).status, 400);
}

#[test]
fn the_front_page_follows_the_browser() {
    let site = Site::demo();
    assert!(site.get_with("/", &[("accept-language", "en-GB,en;q=0.9")]).text().contains("<html lang=\"en\""));
    assert!(site.get_with("/", &[("accept-language", "ar,en;q=0.5")]).text().contains("<html lang=\"ar\""));
    assert_eq!(site.get("/").header("vary"), Some("accept-encoding"));
}

#[test]
fn the_track_record_counts_what_is_past_and_leaves_void_out() {
    let site = Site::demo();
    let page = site.get("/en/record").text();
    // (0.7 - 1)² and (0.2 - 0)²: the mean is 0.065.
    assert!(page.contains("Brier score 0.065 over 2 forecasts"), "{page}");
    for state in ["open", "yes", "no", "void"] {
        assert!(page.contains(&format!("outcome-{state}")), "{state}");
    }
}

#[test]
fn a_link_to_a_page_has_a_picture() {
    let site = Site::demo();
    for path in ["/ar/", "/en/b/2/trump-putin-rapprochement", "/ar/d/IRN-RUS"] {
        let page = site.get(path).text();
        let at = page.find("property=\"og:image\" content=\"").unwrap() + 29;
        let address = page[at..].split('"').next().unwrap().replace("http://centre.example", "");
        let picture = site.get(&address);
        assert_eq!((picture.status, picture.header("content-type")), (200, Some("image/png")), "{address}");
        assert!(picture.body.starts_with(b"\x89PNG\r\n\x1a\n") && picture.body.len() > 4_000, "{path}");
    }
    assert_eq!(site.get("/ar/b/2/v/9/card.png").status, 404);
}
