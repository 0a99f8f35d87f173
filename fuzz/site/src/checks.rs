//! What must hold for anything that is sent.

use std::cell::RefCell;

use detente_web::{ROUTES, Route, form, syndication};

use super::stand::Stand;

const BOUNDARY: &str = "multipart/form-data; boundary=XX";

thread_local! {
    static STAND: RefCell<Option<Stand>> = const { RefCell::new(None) };
}

/// The routes that take a form.
fn routes(are: fn(&str) -> bool) -> Vec<&'static Route> {
    ROUTES.iter().filter(|r| r.method == "POST" && are(r.path)).collect()
}

/// Sends a form to the route that the first byte names, with the number or name that the second picks.
fn send(routes: &[&Route], data: &[u8], kind: &str) {
    let [route, part, body @ ..] = data else { return };
    let Some(sent) = form::read(kind, body) else { return };
    let Some(route) = routes.get(usize::from(*route) % routes.len().max(1)) else { return };
    if fetches(route, &sent) {
        return;
    }
    STAND.with_borrow_mut(|kept| {
        let stand = kept.get_or_insert_with(|| Stand::new().expect("the example site can be made"));
        stand.pass().expect("the database answers");
        let part = PARTS.get(usize::from(*part) % PARTS.len()).copied().unwrap_or("1");
        let named = if route.path.contains("{token}") { stand.end_of_letters(part) } else { part.to_owned() };
        let pairs = stand.marks(route.path, part).into_iter().chain(sent.pairs).collect();
        stand.send(route, &named, form::Form { pairs, file: sent.file });
    });
}

/// Numbers of briefs, polls and readers, steps of a brief, names of accounts.
const PARTS: [&str; 8] = ["1", "2", "publish", "review", "fuzz", "withdraw", "correct", "0"];

/// Whether a form makes the site fetch something: nothing leaves the machine here.
fn fetches(route: &Route, sent: &form::Form) -> bool {
    matches!(route.path, "/desk/take" | "/desk/feed") && sent.pairs.iter().any(|(n, v)| n == "address" && !v.trim().is_empty())
}

/// Forms of readers: polls, newsletter, login.
pub fn form(data: &[u8]) {
    send(&routes(|p| !p.starts_with("/api") && !p.starts_with("/desk")), data, "application/x-www-form-urlencoded");
}

/// Objects of programs.
pub fn json(data: &[u8]) {
    send(&routes(|p| p.starts_with("/api")), data, "application/json");
}

/// Forms of the desk, as pairs.
pub fn desk(data: &[u8]) {
    send(&routes(|p| p.starts_with("/desk")), data, "application/x-www-form-urlencoded");
}

/// Forms with files: what is read holds no more than was sent; the desk takes any file or refuses it.
pub fn multipart(data: &[u8]) {
    let Some(read) = form::read(BOUNDARY, data.get(2..).unwrap_or_default()) else { return };
    let held = read.file.as_ref().map_or(0, Vec::len);
    assert!(held <= data.len() && read.pairs.len() <= data.len(), "more is read than was sent");
    send(&routes(|p| matches!(p, "/desk/take" | "/desk/b/{id}" | "/desk/compose/{digest}")), data, BOUNDARY);
}

/// Feeds of others: every entry leads to a page of the web and fits a line.
pub fn feed(data: &[u8]) {
    for entry in syndication::read(data) {
        assert!(entry.link.starts_with("http://") || entry.link.starts_with("https://"), "{entry:?}");
        assert!(entry.link.len() <= 2048 && !entry.title.is_empty() && !entry.title.contains(['\n', '\r', '\t']), "{entry:?}");
        assert!(entry.title.chars().count() <= 300 || entry.title == entry.link, "{entry:?}");
    }
}
