//! What protects the site: the lines of every head, caching, sizes, methods, limits.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use crate::site::Site;

#[test]
fn every_answer_carries_the_lines_that_protect() {
    let site = Site::demo();
    for path in ["/en/", "/nothing", "/assets/site.css", "/api/v1/briefs", "/feed.atom", "/desk"] {
        let answer = site.get(path);
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert!(answer.header("referrer-policy").is_some() && answer.header("cross-origin-opener-policy").is_some());
    }
}

#[test]
fn a_page_that_has_not_changed_is_not_sent_again() {
    let site = Site::demo();
    let first = site.get("/en/record");
    let tag = first.header("etag").unwrap();
    let again = site.get_with("/en/record", &[("if-none-match", tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    let packed = site.get_with("/en/record", &[("accept-encoding", "gzip")]);
    assert_ne!(packed.header("etag").unwrap(), tag);
    assert!(packed.body.len() < first.body.len());
    assert_eq!(site.get("/en/record").body, first.body, "the same page is the same bytes");
}

#[test]
fn what_is_too_much_is_refused() {
    let site = Site::demo();
    let long = "x".repeat(20_000);
    assert_eq!(site.post("/en/newsletter", &[], &[("address", &long)]).status, 413);
    assert_eq!(site.get(&format!("/en/search?q={}", "x".repeat(5_000))).status, 413);
    assert_eq!(site.send("POST", "/en/newsletter", &[("content-type", "text/plain")], "x").status, 400);
    assert_eq!(site.send("DELETE", "/en/", &[], "").status, 405);
    assert_eq!(site.send("HEAD", "/en/", &[], "").body.len(), 0);
}

#[test]
fn nonsense_does_no_harm() {
    let site = Site::demo();
    for junk in [
        "\r\n\r\n",
        "GET / HTTP/9\r\n\r\n",
        "\u{0}\u{1}\u{2}\r\n\r\n",
        "POST /en/newsletter HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(site.address).unwrap();
        stream.write_all(junk.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert_eq!(site.get("/en/").status, 200);
}

#[test]
fn questions_and_searches_have_a_limit_and_say_when_it_ends() {
    let site = Site::demo();
    let many: Vec<u16> = (0..40).map(|n| site.get(&format!("/en/search?q=word{n}")).status).collect();
    assert!(many.contains(&200) && many.contains(&429), "{many:?}");
    let refused = site.get("/en/search?q=another");
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(site.get("/en/").status, 200, "reading has none");
    site.wait(60);
    assert_eq!(site.get("/en/search?q=another").status, 200);
}

#[test]
fn words_of_others_are_words() {
    let site = Site::demo();
    let sent = "<script>alert(1)</script>\u{202E}";
    let page = site.get(&format!("/en/search?q={}", crate::site::encoded(sent))).text();
    assert!(!page.contains("<script>alert"));
    let lost = site.get("/%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(!lost.text().contains("<script>alert"));
}
