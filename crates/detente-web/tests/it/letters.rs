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

/// A report that a letter could not be brought, as a relay writes it.
fn report(to: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nTo: <{to}>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; gone@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x--\r\n"
    )
}

#[test]
fn letters_that_come_back_three_times_end() {
    let site = Site::demo();
    let id = site
        .app
        .note(|s| {
            s.subscribe("gone@example.org", detente_codebook::Language::En, "digest", 0)?;
            s.confirm("digest", 1)?;
            s.subscriber("gone@example.org")
        })
        .unwrap()
        .unwrap()
        .id;
    let keys = detente_web::token::Keys::new("the secret of the tests has more than 32 letters").unwrap();
    let to = detente_web::mail::bounce::return_path(&keys, "bounces@centre.example", id).unwrap();
    let reports = site.folder.path().join("reports");
    std::fs::create_dir_all(reports.join("new")).unwrap();
    for n in 0..3 {
        let state = || site.app.read(|s| s.subscriber("gone@example.org")).unwrap().unwrap();
        assert_eq!((state().state.as_str(), state().bounces), ("active", n));
        std::fs::write(reports.join("tmp"), report(&to)).unwrap();
        std::fs::rename(reports.join("tmp"), reports.join(format!("new/{n}"))).unwrap();
        let end = Instant::now() + Duration::from_secs(10);
        while state().bounces == n && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(state().bounces, n + 1, "each report counts once");
    }
    let found = site.app.read(|s| s.subscriber("gone@example.org")).unwrap().unwrap();
    assert_eq!(found.state, "gone");
    assert_eq!(std::fs::read_dir(reports.join("new")).unwrap().count(), 0, "what was read is put away");
}
