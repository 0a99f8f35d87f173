//! The poll: a result without a script, one vote a token, and no claim to be a sample.

use crate::site::{Answer, Site};

fn opened(site: &Site) -> (Answer, String) {
    let page = site.get("/en/poll/1");
    let cookie = page.cookie();
    site.wait(5);
    (page, cookie)
}

fn votes(site: &Site) -> Vec<u32> {
    site.app.read(|s| s.poll(1)).unwrap().votes
}

#[test]
fn a_token_votes_once() {
    let site = Site::demo();
    let (page, cookie) = opened(&site);
    let form = page.hidden("form");
    let vote = || site.post("/en/poll/1", &[("cookie", &cookie)], &[("form", &form), ("answer", "0")]);
    assert_eq!(vote().header("location"), Some("/en/poll/1?said=counted"));
    assert_eq!(vote().header("location"), Some("/en/poll/1?said=before"));
    assert_eq!(votes(&site), [1, 0, 0]);
    let shown = site.get_with("/en/poll/1?said=counted", &[("cookie", &cookie)]);
    assert!(shown.header("set-cookie").is_none(), "the ticket is kept");
    assert!(shown.text().contains("One reader voted.") && shown.text().contains("no sample"));
}

#[test]
fn a_vote_without_our_token_is_refused() {
    let site = Site::demo();
    let (page, cookie) = opened(&site);
    let form = page.hidden("form");
    let other = site.get("/en/poll/1").cookie();
    let refused = [
        site.post("/en/poll/1", &[], &[("form", &form), ("answer", "0")]),
        site.post("/en/poll/1", &[("cookie", &other)], &[("form", &form), ("answer", "0")]),
        site.post("/en/poll/1", &[("cookie", "poll1=forged.00")], &[("form", &form), ("answer", "0")]),
        site.post("/en/poll/1", &[("cookie", &cookie)], &[("form", "0-x.00"), ("answer", "0")]),
        site.post("/en/poll/1", &[("cookie", &cookie)], &[("form", &form), ("answer", "9")]),
        site.post(
            "/en/poll/1",
            &[("cookie", &cookie), ("origin", "https://elsewhere.example")],
            &[("form", &form), ("answer", "0")],
        ),
    ];
    assert_eq!(refused.map(|a| a.status), [400, 400, 400, 400, 400, 403]);
    assert_eq!(votes(&site), [0, 0, 0]);
}

#[test]
fn one_reader_cannot_vote_many_times_with_new_tokens() {
    let site = Site::demo();
    let cast = |_| {
        let (page, cookie) = opened(&site);
        site.post("/en/poll/1", &[("cookie", &cookie)], &[("form", &page.hidden("form")), ("answer", "1")]).status
    };
    let statuses: Vec<u16> = (0..8).map(cast).collect();
    assert!(statuses.contains(&429), "{statuses:?}");
    assert!(votes(&site)[1] <= 6);
}
