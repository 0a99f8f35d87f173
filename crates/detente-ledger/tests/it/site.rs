//! The tables of a site.

use detente_codebook::{Language, Phrase};
use detente_ledger::site::{
    Appearance, BriefId, Criteria, Draft, Head, LetterKind, Outcome, Poll, Role, Site, SiteError, State, Subscription, Topic,
    Vote, Wanted,
};
use detente_ledger::{ErrorKind, LedgerError, Stamp};
use jiff::civil::date;

fn stamp(n: u8) -> Stamp {
    Stamp {
        time: format!("2025-03-{n:02}T09:00:00Z"),
        day: date(2025, 3, n.try_into().unwrap()),
        actor: "edith".into(),
        reason: "test".into(),
    }
}

fn phrase(en: &str) -> Phrase {
    Phrase { ar: format!("{en}-ar"), en: en.into() }
}

fn draft(title: &str) -> Draft {
    Draft {
        head: Head { title: phrase(title), category: "general".into(), language: Language::En, ..Head::default() },
        body: format!("{{\"title\":\"{title}\"}}"),
        words: phrase("oil and gas"),
        topics: vec![Topic { kind: "dyad".into(), key: "IRN-RUS".into() }],
        unsourced: Vec::new(),
    }
}

fn published(site: &mut Site, title: &str, n: u8) -> BriefId {
    let id = site.draft(&draft(title), &stamp(n)).unwrap();
    site.hand_in(id, &stamp(n)).unwrap();
    site.publish(id, None, &stamp(n)).unwrap();
    id
}

#[test]
fn a_brief_goes_its_way_and_no_other() {
    let mut site = Site::in_memory().unwrap();
    let id = site.draft(&draft("one"), &stamp(1)).unwrap();
    let early = site.publish(id, None, &stamp(1)).unwrap_err();
    assert!(matches!(early, LedgerError::Site(SiteError::Step { state: State::Draft, .. })));
    assert_eq!(early.kind(), ErrorKind::Refused);
    assert!(site.listed(id).is_err(), "a draft is not listed");
    site.hand_in(id, &stamp(1)).unwrap();
    assert_eq!(site.publish(id, None, &stamp(2)).unwrap(), 1);
    assert!(site.publish(id, None, &stamp(2)).is_err(), "a correction says what it corrects");
    assert_eq!(site.publish(id, Some(&phrase("a date")), &stamp(3)).unwrap(), 2);
    let listed = site.listed(id).unwrap();
    assert_eq!((listed.version, listed.published.as_str()), (2, "2025-03-02T09:00:00Z"));
    site.withdraw(id, &phrase("forged"), &stamp(4)).unwrap();
    assert_eq!(site.listed(id).unwrap().withdrawn.unwrap().en, "forged");
    assert!(site.list(&Wanted { limit: 9, ..Wanted::default() }).unwrap().is_empty());
    assert!(site.find("oil", 9).unwrap().is_empty());
    assert_eq!(site.versions(id).unwrap().len(), 2, "what was published stays");
}

#[test]
fn a_claim_without_source_keeps_a_brief_back() {
    let mut site = Site::in_memory().unwrap();
    let id = site.draft(&Draft { unsourced: vec!["x-e1".into()], ..draft("one") }, &stamp(1)).unwrap();
    site.hand_in(id, &stamp(1)).unwrap();
    let refused = site.publish(id, None, &stamp(1)).unwrap_err();
    assert!(refused.to_string().contains("x-e1"));
    assert_eq!(refused.kind(), ErrorKind::Refused);
}

#[test]
fn two_editors_do_not_overwrite_each_other() {
    let mut site = Site::in_memory().unwrap();
    let id = site.draft(&draft("one"), &stamp(1)).unwrap();
    let read = site.desk(id).unwrap().revision;
    site.redraft(id, read, &draft("first"), &stamp(1)).unwrap();
    let second = site.redraft(id, read, &draft("second"), &stamp(1)).unwrap_err();
    assert!(matches!(second, LedgerError::Site(SiteError::Stale { .. })));
    assert_eq!(site.desk(id).unwrap().draft.head.title.en, "first");
}

#[test]
fn lists_run_from_the_latest_and_are_paged() {
    let mut site = Site::in_memory().unwrap();
    let ids: Vec<BriefId> = (1..=5).map(|n| published(&mut site, &format!("brief {n}"), n)).collect();
    let first = site.list(&Wanted { limit: 2, ..Wanted::default() }).unwrap();
    assert_eq!(first.iter().map(|l| l.id).collect::<Vec<_>>(), [ids[4], ids[3]]);
    let after = Some((first[1].published.clone(), first[1].id));
    let topic = Some(Topic { kind: "dyad".into(), key: "IRN-RUS".into() });
    let rest = site.list(&Wanted { after, topic, limit: 9, ..Wanted::default() }).unwrap();
    assert_eq!(rest.iter().map(|l| l.id).collect::<Vec<_>>(), [ids[2], ids[1], ids[0]]);
    assert_eq!(site.categories().unwrap(), [("general".to_owned(), 5)]);
    assert_eq!(site.find("Oil GAS", 9).unwrap().len(), 5);
}

#[test]
fn a_token_votes_once_and_a_closed_poll_takes_none() {
    let mut site = Site::in_memory().unwrap();
    let id = site.open_poll(&Poll { question: phrase("?"), answers: vec![phrase("yes"), phrase("no")] }, &stamp(1)).unwrap();
    assert_eq!(site.vote(id, "a", 0).unwrap(), Vote::Counted);
    assert_eq!(site.vote(id, "a", 1).unwrap(), Vote::Before);
    assert_eq!(site.vote(id, "b", 1).unwrap(), Vote::Counted);
    assert!(site.vote(id, "c", 2).is_err());
    site.close_poll(id, &stamp(1)).unwrap();
    assert_eq!(site.vote(id, "d", 0).unwrap(), Vote::Closed);
    let count = site.poll(id).unwrap();
    assert_eq!((count.votes.clone(), count.n(), count.open), (vec![1, 1], 2, false));
}

#[test]
fn a_confirmation_is_good_once_and_for_two_days() {
    let mut site = Site::in_memory().unwrap();
    let day = 24 * 3600;
    assert!(matches!(site.subscribe("A@Example.ORG", Language::Ar, "t1", 0).unwrap(), Subscription::Confirm(_)));
    assert_eq!(site.subscribe("A@example.org", Language::Ar, "t2", 60).unwrap(), Subscription::Quiet, "no second letter at once");
    assert!(!site.confirm("t1", 3 * day).unwrap(), "too late");
    assert!(matches!(site.subscribe("A@example.org", Language::Ar, "t3", 4 * day).unwrap(), Subscription::Confirm(_)));
    assert!(!site.confirm("t1", 4 * day).unwrap());
    assert!(site.confirm("t3", 4 * day + 1).unwrap());
    assert!(!site.confirm("t3", 4 * day + 2).unwrap());
    assert_eq!(site.subscribe("A@example.org", Language::En, "t4", 9 * day).unwrap(), Subscription::Quiet);
    for wrong in ["", "a", "a@b", "a@b..c", "a b@c.d", "a@b.c\r\nBcc: x@y.z", "<a@b.c>"] {
        assert!(site.subscribe(wrong, Language::En, "t", 0).is_err(), "{wrong:?}");
    }
}

fn reader(site: &mut Site, address: &str) -> i64 {
    let Subscription::Confirm(id) = site.subscribe(address, Language::En, address, 0).unwrap() else { panic!("known") };
    assert!(site.confirm(address, 1).unwrap());
    id
}

#[test]
fn a_letter_that_was_cut_off_is_never_sent_twice() {
    let mut site = Site::in_memory().unwrap();
    let readers = [reader(&mut site, "a@x.org"), reader(&mut site, "b@x.org"), reader(&mut site, "c@x.org")];
    let id = published(&mut site, "one", 1);
    assert_eq!(site.queue_brief(id.0, "2025-03-01T09:00:00Z").unwrap(), 3);
    assert_eq!(site.queue_brief(id.0, "2025-03-01T09:00:00Z").unwrap(), 0, "a brief is mailed once");
    let first = site.take_letter(9).unwrap().unwrap();
    assert_eq!((first.body.kind, first.to.id), (LetterKind::Brief, readers[0]));
    site.settle_letter(&first, None).unwrap();
    let _cut_off = site.take_letter(9).unwrap().unwrap();
    assert_eq!(site.resume_letters(false).unwrap(), 1);
    let third = site.take_letter(9).unwrap().unwrap();
    assert_eq!(third.to.id, readers[2]);
    site.settle_letter(&third, Some(("refused", 100))).unwrap();
    assert!(site.take_letter(9).unwrap().is_none());
    assert!(site.take_letter(100).unwrap().is_some());
    assert_eq!(site.queue().unwrap(), [("failed".to_owned(), 1), ("sending".to_owned(), 1), ("sent".to_owned(), 1)]);
    site.unsubscribe(readers[2], 200).unwrap();
    assert!(site.erase("a@x.org", &stamp(2)).unwrap());
    assert!(site.subscriber("a@x.org").unwrap().is_none());
}

#[test]
fn a_forecast_is_frozen_and_resolved_with_a_source() {
    let mut site = Site::in_memory().unwrap();
    let criteria =
        Criteria { question: phrase("?"), criteria: phrase("if"), closes: date(2025, 3, 10), chance: 0.3, brief: None };
    let id = site.register(&criteria, &stamp(1)).unwrap();
    assert!(site.register(&Criteria { chance: 1.2, ..criteria.clone() }, &stamp(1)).is_err());
    assert!(site.register(&Criteria { closes: date(2025, 3, 1), ..criteria.clone() }, &stamp(1)).is_err());
    assert!(site.resolve(id, Outcome::No, "x", &stamp(9)).is_err(), "it may still happen");
    assert!(site.resolve(id, Outcome::Yes, " ", &stamp(9)).is_err(), "a source is named");
    site.resolve(id, Outcome::Yes, "a report", &stamp(9)).unwrap();
    site.resolve(id, Outcome::No, "a better report", &stamp(11)).unwrap();
    let kept = site.forecast(id).unwrap();
    assert_eq!((kept.outcome(), kept.verdicts.len(), kept.is_whole()), (Some(Outcome::No), 2, true));
    assert_eq!(site.resolve(99, Outcome::Void, "x", &stamp(11)).unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn sessions_end_by_themselves() {
    let mut site = Site::in_memory().unwrap();
    let id = site.add_account("amal", Role::Analyst, "phc", &stamp(1)).unwrap();
    assert!(site.add_account("amal", Role::Admin, "phc", &stamp(1)).is_err());
    assert!(site.begin_session(id, "t", Some(7), 0, &stamp(1)).unwrap());
    assert!(!site.begin_session(id, "u", Some(7), 0, &stamp(1)).unwrap(), "a code counts once");
    assert!(site.session("t", 3600).unwrap().is_some());
    assert!(site.session("t", 3 * 3600).unwrap().is_none(), "idle");
    for hour in 1..=13 {
        site.touch_session("t", hour * 3600).unwrap();
    }
    assert!(site.session("t", 13 * 3600).unwrap().is_none(), "too long in any case");
    site.set_account("amal", Role::Reader, true, &stamp(1)).unwrap();
    assert!(site.session("t", 3600).unwrap().is_none());
}

#[test]
fn a_copy_brings_everything_back_and_a_damaged_one_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("site.db"), folder.path().join("copy.db"));
    let mut site = Site::open(&path).unwrap();
    let id = published(&mut site, "one", 1);
    let appearance = Appearance {
        day: date(2025, 3, 1),
        who: phrase("w"),
        programme: phrase("p"),
        subject: phrase("s"),
        url: None,
        language: Language::Ar,
    };
    site.add_appearance(&appearance, &stamp(1)).unwrap();
    site.back_up(&copy).unwrap();
    assert!(site.back_up(&copy).is_err(), "a copy is not overwritten");
    published(&mut site, "two", 2);
    drop(site);
    Site::restore(&copy, &path).unwrap();
    let site = Site::open(&path).unwrap();
    assert_eq!(site.list(&Wanted { limit: 9, ..Wanted::default() }).unwrap().iter().map(|l| l.id).collect::<Vec<_>>(), [id]);
    assert_eq!(site.appearances(9).unwrap(), [appearance]);
    drop(site);
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(7);
    std::fs::write(&copy, bytes).unwrap();
    assert!(Site::restore(&copy, &path).is_err());
    assert_eq!(Site::open(&path).unwrap().listed(id).unwrap().head.title.en, "one");
}

#[test]
fn what_is_frozen_cannot_be_changed_by_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("site.db");
    let mut site = Site::open(&path).unwrap();
    published(&mut site, "one", 1);
    let criteria =
        Criteria { question: phrase("?"), criteria: phrase("if"), closes: date(2025, 3, 10), chance: 0.3, brief: None };
    site.register(&criteria, &stamp(1)).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    for sql in [
        "UPDATE site_version SET body = '{}'",
        "DELETE FROM site_version",
        "UPDATE site_forecast SET chance = 0.9",
        "DELETE FROM site_forecast",
        "UPDATE site_audit SET actor = 'x'",
        "DELETE FROM site_audit",
    ] {
        assert!(other.execute(sql, []).is_err(), "{sql}");
    }
    assert!(site.audit(i64::MAX, 100).unwrap().len() >= 4);
}
