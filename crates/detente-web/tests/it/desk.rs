//! The editors' desk: from a pasted article to a published brief, and what is refused on the way.

use detente_ledger::site::{BriefId, Role};
use detente_web::secret;

use crate::site::{Answer, Site};

const PASSWORD: &str = "a long enough password";

fn account(site: &Site, name: &str, role: Role, factor: bool) -> Option<String> {
    let stamp = site.app.stamp("test", "test");
    let kept = secret::keep(PASSWORD).unwrap();
    let id = site.app.write(|s| s.add_account(name, role, &kept, &stamp)).unwrap();
    let made = factor.then(|| secret::new_factor().unwrap());
    if let Some(made) = &made {
        site.app.write(|s| s.set_totp(id, made, &stamp)).unwrap();
    }
    made
}

fn enter(site: &Site, name: &str, password: &str, code: &str) -> Answer {
    site.post("/desk/login", &[], &[("name", name), ("password", password), ("code", code)])
}

fn logged_in(site: &Site, name: &str, role: Role) -> String {
    let factor = account(site, name, role, role >= Role::Editor);
    let code = factor.and_then(|f| secret::current(&f, site.app.clock.seconds())).unwrap_or_default();
    let answer = enter(site, name, PASSWORD, &code);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.cookie()
}

struct Session<'a> {
    site: &'a Site,
    cookie: String,
}

impl Session<'_> {
    fn get(&self, path: &str) -> Answer {
        self.site.get_with(path, &[("cookie", &self.cookie), ("accept-language", "en")])
    }

    /// Sends a form of the page `from`, with the mark that stands there.
    fn post(&self, from: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.site.wait(15);
        let mark = self.get(from).hidden("form");
        let mut all = vec![("form", mark.as_str())];
        all.extend(fields);
        self.site.post(path, &[("cookie", &self.cookie)], &all)
    }
}

const ARTICLE: &str = "Does a thaw between India and China affect relations between Pakistan and China?\n\nMarch 4, 2025\n\nIndia and China held talks in Beijing on 3 March 2025. Pakistan signed an agreement with China on 1 March 2025. If India and China reach a settlement, Pakistan may lose support.\n\nA second paragraph says that the talks will continue in the summer of this year, as officials announced.\n";

#[test]
fn from_a_pasted_article_to_a_published_brief() {
    let site = Site::demo();
    let analyst = Session { site: &site, cookie: logged_in(&site, "amal", Role::Analyst) };
    let taken = analyst.post("/desk/take", "/desk/take", &[("text", ARTICLE), ("url", "https://example.org/thaw")]);
    assert_eq!(taken.status, 303, "{}", taken.text());
    let source = taken.header("location").unwrap().to_owned();
    let review = analyst.get(&source);
    let record = review.hidden("record");
    let decided = analyst.post(&source, &source, &[("record", &record), ("do", "accept")]);
    assert_eq!(decided.status, 303, "{}", decided.text());
    let stands = site.app.read(|s| s.ledger().show(&detente_codebook::RecordId(record.clone()))).unwrap().unwrap();
    assert_eq!(stands.operation.actor, "amal");
    assert_eq!(analyst.post(&source, &source, &[("record", &record), ("do", "reject")]).status, 303);
    let gone = site.app.read(|s| s.ledger().show(&detente_codebook::RecordId(record.clone()))).unwrap().unwrap();
    assert!(gone.operation.undone_by.is_some(), "a rejection withdraws, and keeps the past");
    let digest = source.trim_start_matches("/desk/source/");
    let compose = format!("/desk/compose/{digest}");
    let fields = [("shift", "IND-CHN:improves"), ("on", "PAK-CHN"), ("as_of", "2025-03-04"), ("category", "regional-security")];
    let made = analyst.post(&compose, &compose, &fields);
    assert_eq!(made.status, 303, "{}", made.text());
    let desk = made.header("location").unwrap().to_owned();
    let id: i64 = desk.trim_start_matches("/desk/b/").parse().unwrap();
    assert_eq!(site.get(&format!("/b/{id}")).status, 404, "a draft is not seen");
    assert_eq!(analyst.post(&desk, &format!("{desk}/hand-in"), &[]).status, 303);
    assert_eq!(analyst.post(&desk, &format!("{desk}/publish"), &[]).status, 403, "analysts do not publish");
    let editor = Session { site: &site, cookie: logged_in(&site, "edith", Role::Editor) };
    assert_eq!(editor.post(&desk, &format!("{desk}/publish"), &[]).status, 303);
    assert_eq!(site.get(&format!("/b/{id}")).status, 301);
    let bare = editor.post(&desk, &format!("{desk}/correct"), &[("note_en", "only English")]);
    assert_eq!(bare.status, 400, "a correction says in both languages what it corrects");
    let corrected = editor.post(&desk, &format!("{desk}/correct"), &[("note_en", "a date"), ("note_ar", "-")]);
    assert_eq!(corrected.status, 303);
    assert_eq!(site.app.read(|s| s.versions(BriefId(id))).unwrap().len(), 2);
    assert_eq!(editor.post(&desk, &format!("{desk}/withdraw"), &[("why_en", "no"), ("why_ar", "-")]).status, 303);
    assert_eq!(site.get(&format!("/b/{id}")).status, 410);
    let log = editor.get("/desk/audit").text();
    for action in ["take", "review", "draft", "publish", "correct", "withdraw", "login", "refused"] {
        assert!(log.contains(action), "{action}");
    }
}

/// The fields of the form that corrects a record, as the page has them.
fn fields_of(page: &str, record: &str) -> Vec<(String, String)> {
    let part =
        page.split(&format!("value=\"{record}\"")).find(|p| p.contains("value=\"correct\"") && !p.starts_with("<!DOCTYPE"));
    let form = part.unwrap_or_else(|| panic!("no form for {record}")).split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        let at = tag.find(&format!("{name}=\""))? + name.len() + 2;
        tag[at..].split('"').next().map(|v| v.replace("&quot;", "\"").replace("&amp;", "&"))
    };
    let mut out = Vec::new();
    for tag in form.split('<') {
        let name = attribute(tag, " name");
        match (tag.split([' ', '>']).next(), name) {
            (Some("input"), Some(name)) => out.push((name, attribute(tag, " value").unwrap_or_default())),
            (Some("textarea"), Some(name)) => {
                out.push((name, tag.split_once('>').unwrap().1.replace("&quot;", "\"").replace("&amp;", "&")))
            }
            (Some("select"), Some(name)) => out.push((name, String::new())),
            (Some("option"), _) if tag.contains(" selected") => out.last_mut().unwrap().1 = attribute(tag, " value").unwrap(),
            _ => {}
        }
    }
    out
}

#[test]
fn items_of_every_kind_are_corrected_and_their_words_stand_in_the_text() {
    let site = Site::demo();
    let analyst = Session { site: &site, cookie: logged_in(&site, "amal", Role::Analyst) };
    let text = include_str!("../../../../examples/rapprochement.en.txt");
    let taken = analyst.post("/desk/take", "/desk/take", &[("text", &format!("{text}\nAn end of our own.\n"))]);
    let source = taken.header("location").unwrap().to_owned();
    let page = analyst.get(&source).text();
    let all = page.split("name=\"record\" value=\"").skip(1).map(|p| p.split('"').next().unwrap().to_owned());
    let mut records: Vec<String> = all.collect();
    records.dedup();
    let mut kinds = std::collections::BTreeSet::new();
    for record in records {
        let id = detente_codebook::RecordId(record.clone());
        let mut fields = fields_of(&page, &record);
        fields.iter_mut().filter(|(n, _)| n == "reason").for_each(|(_, v)| "checked against the text".clone_into(v));
        let send = |fields: &[(String, String)]| {
            let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            all.extend([("record", record.as_str()), ("do", "correct")]);
            analyst.post(&source, &source, &all)
        };
        let proposed = page.contains(&record);
        assert!(proposed && site.app.read(|s| s.ledger().show(&id)).unwrap().is_none());
        let same = send(&fields);
        assert_eq!(same.status, 303, "{record}: {} {fields:?}", same.text());
        let kept = site.app.read(|s| s.ledger().show(&id)).unwrap().unwrap();
        if !kinds.insert(kept.record.item.kind()) {
            continue;
        }
        let words = fields.iter().position(|(n, _)| n == "quote" || n == "if").unwrap();
        let mut false_words = fields.clone();
        false_words[words].1 = "words that stand nowhere in it".to_owned();
        assert_eq!(send(&false_words).status, 400, "{record}");
        let mut new = fields.clone();
        new[words].1 = "An end of our own.".to_owned();
        assert_eq!(send(&new).status, 303, "{record}");
        let now = site.app.read(|s| s.ledger().show(&id)).unwrap().unwrap();
        assert_eq!(now.record.item.quote().unwrap().exact, "An end of our own.", "{record}");
        assert_eq!(now.operation.reason, "checked against the text");
        assert!(!now.earlier.is_empty(), "the past is kept");
    }
    assert!(kinds.len() >= 5, "{kinds:?}");
    assert!(site.app.read(|s| s.ledger().verify()).unwrap().is_whole());
}

#[test]
fn a_page_is_taken_as_a_file_and_no_address_within_is_read() {
    let site = Site::demo();
    let analyst = Session { site: &site, cookie: logged_in(&site, "amal", Role::Analyst) };
    let mark = analyst.get("/desk/take").hidden("form");
    let body = format!(
        "--XX\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{mark}\r\n--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n{ARTICLE}\r\n--XX--\r\n"
    );
    let lines = [
        ("cookie", analyst.cookie.as_str()),
        ("origin", "http://centre.example"),
        ("content-type", "multipart/form-data; boundary=XX"),
    ];
    let taken = site.send("POST", "/desk/take", &lines, &body);
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert!(analyst.get(taken.header("location").unwrap()).text().contains("the talks will continue in the summer"));
    for address in [
        format!("http://{}/en/", site.address),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "file:///etc/passwd".to_owned(),
    ] {
        let refused = analyst.post("/desk/take", "/desk/take", &[("address", &address)]);
        assert_eq!(refused.status, 400, "{address}");
    }
}

#[test]
fn publishing_is_refused_while_a_claim_lacks_a_source() {
    let site = Site::demo();
    let editor = Session { site: &site, cookie: logged_in(&site, "edith", Role::Editor) };
    let stamp = site.app.stamp("edith", "test");
    let id = site
        .app
        .write(|s| {
            let mut draft = s.desk(BriefId(2))?.draft;
            let mut brief: detente::Brief = serde_json::from_str(&draft.body).unwrap();
            brief.findings.iter_mut().flat_map(|f| &mut f.claims).next().unwrap().evidence.clear();
            draft.unsourced = detente_web::draft::unsourced(&brief);
            assert_eq!(draft.unsourced.len(), 1);
            let id = s.draft(&draft, &stamp)?;
            s.hand_in(id, &stamp)?;
            Ok::<_, detente_ledger::LedgerError>(id)
        })
        .unwrap();
    let desk = format!("/desk/b/{id}");
    let refused = editor.post(&desk, &format!("{desk}/publish"), &[]);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("lack a source"));
    assert_eq!(site.get(&format!("/b/{id}")).status, 404);
}

#[test]
fn the_wrong_password_name_or_code_all_get_the_same_answer() {
    let site = Site::demo();
    let factor = account(&site, "edith", Role::Editor, true).unwrap();
    let code = secret::current(&factor, site.app.clock.seconds()).unwrap();
    let tries = [
        enter(&site, "edith", "not the password at all", &code),
        enter(&site, "nobody", PASSWORD, &code),
        enter(&site, "edith", PASSWORD, ""),
        enter(&site, "edith", PASSWORD, "000000"),
    ];
    assert!(tries.iter().all(|a| a.status == 200 && a.header("set-cookie").is_none() && a.body == tries[0].body));
    assert_eq!(enter(&site, "edith", PASSWORD, &code).status, 303);
    assert_eq!(enter(&site, "edith", PASSWORD, &code).status, 200, "a code counts once");
    let log = site.app.read(|s| s.audit(i64::MAX, 100)).unwrap();
    let failed: Vec<_> =
        log.iter().filter(|l| l.action == "login failed").map(|l| (l.actor.as_str(), l.reason.as_str())).collect();
    assert!(failed.contains(&("edith", "wrong password")) && failed.contains(&("edith", "wrong code")), "{failed:?}");
    assert!(failed.iter().any(|(actor, _)| *actor == "nobody") && !format!("{log:?}").contains("not the password"));
}

#[test]
fn an_account_rests_after_wrong_attempts() {
    let site = Site::demo();
    account(&site, "amal", Role::Analyst, false);
    for _ in 0..5 {
        site.wait(40);
        assert_eq!(enter(&site, "amal", "not the password at all", "").status, 200);
    }
    assert_eq!(enter(&site, "amal", PASSWORD, "").status, 200, "the right password does not help just now");
    site.wait(120);
    assert_eq!(enter(&site, "amal", PASSWORD, "").status, 303);
}

#[test]
fn sessions_end_and_forms_need_their_mark() {
    let site = Site::demo();
    let cookie = logged_in(&site, "amal", Role::Analyst);
    let session = Session { site: &site, cookie: cookie.clone() };
    assert_eq!(session.get("/desk").status, 200);
    let bare = site.post("/desk/take", &[("cookie", &cookie)], &[("text", ARTICLE)]);
    assert_eq!(bare.status, 403);
    let foreign = site.post(
        "/desk/take",
        &[("cookie", &cookie), ("origin", "https://elsewhere.example")],
        &[("form", &session.get("/desk/take").hidden("form")), ("text", ARTICLE)],
    );
    assert_eq!(foreign.status, 403);
    assert_eq!(session.get("/desk/accounts").status, 403, "an analyst keeps no accounts");
    assert_eq!(session.get("/desk/audit").status, 403);
    assert_eq!(session.get("/desk/b/2").status, 403, "nor changes what others wrote");
    site.wait(3 * 3600);
    assert_eq!(session.get("/desk").header("location"), Some("/desk/login"), "idle too long");
    let again = enter(&site, "amal", PASSWORD, "").cookie();
    assert_ne!(again, cookie);
    let session = Session { site: &site, cookie: again };
    let out = session.post("/desk/me", "/desk/logout", &[("everywhere", "yes")]);
    assert_eq!((out.status, out.header("clear-site-data")), (303, Some("\"cache\"")));
    assert_eq!(session.get("/desk").status, 303);
}

#[test]
fn editors_need_a_second_factor() {
    let site = Site::demo();
    account(&site, "bare", Role::Editor, false);
    let session = Session { site: &site, cookie: enter(&site, "bare", PASSWORD, "").cookie() };
    assert_eq!(session.get("/desk/audit").status, 403);
    let page = session.get("/desk/me");
    let fresh = page.hidden("secret");
    let plain = fresh.split('.').next().unwrap();
    let code = secret::current(plain, site.app.clock.seconds()).unwrap();
    let set = site.post(
        "/desk/me/factor",
        &[("cookie", &session.cookie)],
        &[("form", &page.hidden("form")), ("secret", &fresh), ("code", &code), ("current", PASSWORD)],
    );
    assert_eq!(set.status, 303, "{}", set.text());
    assert_eq!(session.get("/desk/audit").status, 200);
}

#[test]
fn a_password_is_changed_with_the_old_one_and_kept_as_it_is() {
    let site = Site::demo();
    let session = Session { site: &site, cookie: logged_in(&site, "amal", Role::Analyst) };
    let change = |old: &str, new: &str| session.post("/desk/me", "/desk/me/password", &[("old", old), ("new", new)]).status;
    assert_eq!(change("not the password at all", "another good one, long"), 400);
    assert_eq!(change(PASSWORD, "amal-amal-amal"), 400, "what is guessed first");
    assert_eq!(change(PASSWORD, " spaces are part of it "), 303);
    assert_eq!(session.get("/desk").status, 303, "every session has ended");
    assert_eq!(enter(&site, "amal", "spaces are part of it", "").status, 200);
    assert_eq!(enter(&site, "amal", " spaces are part of it ", "").status, 303);
}
