//! Accounts, content and copies of a site on the command line.

use crate::run::Desk;

#[test]
fn an_account_needs_a_long_password_and_a_free_name() {
    let desk = Desk::new();
    let add = |password: &[u8]| desk.run_with(&["site", "account", "a.db", "edith", "--role", "admin"], password).code;
    assert_eq!(add(b"short\n"), 4);
    assert_eq!(add(b"a long enough password\n"), 0);
    assert_eq!(add(b"a long enough password\n"), 4);
}

#[test]
fn a_copy_brings_a_site_back() {
    let desk = Desk::new();
    desk.put("c.toml", "[[poll]]\nquestion = { ar = \"a\", en = \"Q?\" }\nanswers = [{ ar = \"b\", en = \"yes\" }, { ar = \"c\", en = \"no\" }]\n");
    assert_eq!(desk.run(&["site", "content", "a.db", "c.toml"]).code, 0);
    assert_eq!(desk.run(&["site", "backup", "a.db", "copy.db"]).code, 0);
    assert_eq!(desk.run(&["site", "backup", "a.db", "copy.db"]).code, 4, "a copy is not overwritten");
    std::fs::remove_file(desk.path("a.db")).unwrap();
    assert_eq!(desk.run(&["site", "restore", "copy.db", "a.db"]).code, 0);
    assert_eq!(desk.run(&["site", "reader", "a.db", "x@example.org"]).code, 3);
    desk.put("broken.toml", "[[pol]]\n");
    assert_eq!(desk.run(&["site", "content", "a.db", "broken.toml"]).code, 4);
    desk.put("text.db", "no database at all");
    assert_ne!(desk.run(&["site", "restore", "text.db", "a.db"]).code, 0);
    assert_eq!(desk.run(&["site", "reader", "a.db", "x@example.org"]).code, 3, "the site is as it was");
}

#[test]
fn a_site_is_named() {
    assert_eq!(Desk::new().run(&["serve"]).code, 2);
}
