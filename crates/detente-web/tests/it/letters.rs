//! The newsletter from the form to the letter to the end of it.

use std::path::Path;
use std::time::{Duration, Instant};

use detente_ledger::site::BriefId;

use crate::site::{Answer, Site};

fn ask(site: &Site, address: &str) -> Answer {
    let form = site.get("/en/newsletter").hidden("form");
    site.wait(5);
    site.post("/en/newsletter", &[], &[("form", &form), ("address", address), ("language", "en")])
}

/// The letters in the maildir, by name, once there are `n`.
fn letters(site: &Site, n: usize) -> Vec<String> {
    let folder = site.folder.path().join("mail/new");
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        let mut found = read(&folder);
        if found.len() >= n || Instant::now() > end {
            found.sort();
            return found;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn read(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.map(|e| std::fs::read_to_string(e.unwrap().path()).unwrap()).collect()
}

/// The address in a letter that begins so; lines of quoted-printable are put together first.
fn link(letter: &str, begins: &str) -> String {
    let whole = letter.replace("=\r\n", "").replace("=3D", "=");
    let at = whole.find(begins).unwrap_or_else(|| panic!("no {begins} in {whole}"));
    whole[at..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || ":/.-_".contains(*c))
        .collect::<String>()
        .replace("http://centre.example", "")
}

fn publish(site: &Site) {
    let stamp = site.app.stamp("editor", "test");
    site.app
        .write(|s| {
            let draft = s.desk(BriefId(2))?.draft;
            let id = s.draft(&draft, &stamp)?;
            s.hand_in(id, &stamp)?;
            s.publish(id, None, &stamp)?;
            s.queue_brief(id.0, &stamp.time)
        })
        .unwrap();
}

#[test]
fn from_the_form_to_the_letter_and_out_again() {
    let site = Site::demo();
    assert_eq!(ask(&site, "reader@example.org").status, 200);
    let confirm = letters(&site, 1).remove(0);
    assert!(!confirm.contains("List-Unsubscribe"), "a confirmation has nothing to end");
    let path = link(&confirm, "http://centre.example/newsletter/confirm/");
    assert_eq!(site.get(&path).status, 200);
    let english = [("accept-language", "en")];
    assert_eq!(site.app.read(|s| s.n_subscribers()).unwrap(), 0, "looking is not confirming");
    assert!(site.post(&path, &english, &[]).text().contains("Confirmed"));
    assert!(site.post(&path, &english, &[]).text().contains("no longer good"), "the link is good once");
    publish(&site);
    let letter = letters(&site, 2).into_iter().find(|l| l.contains("List-Unsubscribe")).unwrap();
    assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    assert!(letter.contains("text/plain") && letter.contains("text/html"));
    let unfolded = letter.replace("\r\n ", "");
    let out = link(&unfolded, "http://centre.example/newsletter/u/");
    assert_eq!(site.get(&out).status, 200);
    assert_eq!(site.app.read(|s| s.n_subscribers()).unwrap(), 1, "looking is not leaving");
    let left = site.send("POST", &out, &[("content-type", "application/x-www-form-urlencoded")], "List-Unsubscribe=One-Click");
    assert_eq!(left.status, 200, "no cookie, no origin, no second step");
    publish(&site);
    std::thread::sleep(Duration::from_millis(1200));
    assert_eq!(letters(&site, 2).len(), 2, "no letter after the end");
    assert_eq!(site.post(&format!("{out}/erase"), &[], &[]).status, 200);
    assert!(site.app.read(|s| s.subscriber("reader@example.org")).unwrap().is_none());
    assert_eq!(site.get(&out).status, 404);
}

#[test]
fn the_answer_is_the_same_for_the_known_and_the_unknown() {
    let site = Site::demo();
    let first = ask(&site, "one@example.org");
    let again = ask(&site, "one@example.org");
    let trapped = {
        let form = site.get("/en/newsletter").hidden("form");
        site.wait(5);
        site.post("/en/newsletter", &[], &[("form", &form), ("address", "two@example.org"), ("language", "en"), ("website", "x")])
    };
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(first.body, trapped.body);
    assert_eq!(letters(&site, 1).len(), 1);
    assert!(site.app.read(|s| s.subscriber("two@example.org")).unwrap().is_none());
}

#[test]
fn a_form_that_comes_too_fast_too_late_or_from_elsewhere_is_refused() {
    let site = Site::demo();
    let fields = |form: &str| [("form".to_owned(), form.to_owned()), ("address".to_owned(), "a@example.org".to_owned())];
    let send = |form: &str, lines: &[(&str, &str)]| {
        let all = fields(form);
        let all: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        site.post("/en/newsletter", lines, &all).status
    };
    let form = site.get("/en/newsletter").hidden("form");
    assert_eq!(send(&form, &[]), 400);
    site.wait(5);
    assert_eq!(send(&form, &[("origin", "https://elsewhere.example")]), 403);
    assert_eq!(send("1.2", &[]), 400);
    site.wait(2 * 24 * 3600);
    assert_eq!(send(&form, &[]), 400);
}

#[test]
fn a_title_cannot_add_lines_to_the_head_of_a_letter() {
    let site = Site::demo();
    let stamp = site.app.stamp("editor", "test");
    site.app
        .write(|s| {
            let asked = s.subscribe("x@example.org", detente_codebook::Language::En, "digest", 0)?;
            assert!(matches!(asked, detente_ledger::site::Subscription::Confirm(_)));
            assert!(s.confirm("digest", 1)?);
            let mut draft = s.desk(BriefId(2))?.draft;
            draft.head.title.en = "Hello\r\nBcc: everyone@example.org".to_owned();
            let id = s.draft(&draft, &stamp)?;
            s.hand_in(id, &stamp)?;
            s.publish(id, None, &stamp)?;
            s.queue_brief(id.0, &stamp.time)
        })
        .unwrap();
    // The site's own sender works off the queue; a second sender beside it would be one too many.
    let folder = site.folder.path().join("mail/new");
    let mut all = read(&folder);
    for _ in 0..100 {
        if !all.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
        all = read(&folder);
    }
    assert_eq!(all.len(), 1);
    let head = all[0].split("\r\n\r\n").next().unwrap().to_owned();
    assert!(!head.lines().any(|l| l.to_ascii_lowercase().starts_with("bcc")), "{head}");
}
