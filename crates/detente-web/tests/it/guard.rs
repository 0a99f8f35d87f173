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
        assert!(policy.contains("object-src 'none'"), "{path}");
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

#[test]
fn a_change_by_another_program_is_seen() {
    let site = Site::demo();
    let before = site.get("/en/tv").text();
    let path = site.folder.path().join("site.db");
    let mut other = detente_ledger::site::Site::open(&path).unwrap();
    let text = "[[appearance]]\nday = \"2025-11-30\"\nlanguage = \"en\"\nwho = { ar = \"-\", en = \"A\" }\nprogramme = { ar = \"-\", en = \"B\" }\nsubject = { ar = \"-\", en = \"Told from outside\" }\n";
    let stamp = site.app.stamp("another", "test");
    detente_web::content::Content::read(text).unwrap().keep(&mut other, &stamp).unwrap();
    let end = std::time::Instant::now() + std::time::Duration::from_secs(10);
    let mut now = site.get("/en/tv").text();
    while now == before && std::time::Instant::now() < end {
        std::thread::sleep(std::time::Duration::from_millis(200));
        now = site.get("/en/tv").text();
    }
    assert!(now.contains("Told from outside"));
}

#[test]
fn a_vote_shows_on_the_front_page_and_other_pages_stand() {
    let site = Site::demo();
    assert!(site.get("/en/").text().contains("(0)"));
    let stamp = site.app.stamp("test", "test");
    site.app.write_front(|s| s.vote(1, "a token", 0)).unwrap();
    assert!(site.get("/en/").text().contains("(1)"));
    let brief = site.get("/en/b/2/trump-putin-rapprochement").text();
    site.app
        .write_brief(detente_ledger::site::BriefId(2), |s| {
            s.publish(
                detente_ledger::site::BriefId(2),
                Some(&detente_codebook::Phrase { ar: "-".into(), en: "A date.".into() }),
                &stamp,
            )
        })
        .unwrap();
    let now = site.get("/en/b/2/trump-putin-rapprochement").text();
    assert!(!brief.contains("A date.") && now.contains("A date."), "a correction shows at once");
}

#[test]
fn over_tls_cookies_are_bound_to_the_host_and_browsers_stay_on_it() {
    let site = Site::with(true, "https://centre.example", 32);
    let page = site.get("/en/poll/1");
    assert!(page.header("strict-transport-security").unwrap().starts_with("max-age=63072000"));
    let cookie = page.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-poll1=") && cookie.contains("; Secure") && cookie.contains("Path=/;"), "{cookie}");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Domain"), "{cookie}");
    let stamp = site.app.stamp("test", "test");
    let kept = detente_web::secret::keep("a long enough password").unwrap();
    site.app.write(|s| s.add_account("amal", detente_ledger::site::Role::Analyst, &kept, &stamp)).unwrap();
    let fields = [("name", "amal"), ("password", "a long enough password"), ("code", "")];
    let entered = site.post("/desk/login", &[("origin", "https://centre.example")], &fields);
    let cookie = entered.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-desk=") && cookie.contains("; Secure") && cookie.contains("HttpOnly"), "{cookie}");
    assert_eq!(site.post("/desk/login", &[("origin", "http://elsewhere.example")], &fields).status, 403);
}

#[test]
fn more_than_is_worked_on_is_refused_and_the_site_goes_on() {
    let site = Site::with(true, "http://centre.example", 1);
    let site = &site;
    let ask = |n: usize| {
        site.get(&format!("/en/ask?q=If+India+and+China+normalise+relations%2C+how+would+Pakistan+and+China+get+on+{n}%3F"))
    };
    let answers: Vec<crate::site::Answer> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..12).map(|n| scope.spawn(move || ask(n))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let busy: Vec<_> = answers.iter().filter(|a| a.status == 503).collect();
    assert!(
        !busy.is_empty() && answers.iter().any(|a| a.status == 200),
        "{:?}",
        answers.iter().map(|a| a.status).collect::<Vec<_>>()
    );
    assert!(busy.iter().all(|a| a.header("retry-after").is_some() && a.header("content-security-policy").is_some()));
    assert_eq!(site.get("/en/").status, 200, "it recovers");
}
