//! Completions and manual pages come from the definition of the command line.

use crate::run::Desk;

#[test]
fn completions_know_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish"] {
        let ran = desk.run(&["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
        for command in detente_cli::command().get_subcommands() {
            assert!(ran.out.contains(command.get_name()), "{shell} does not complete {}", command.get_name());
        }
    }
}

/// Bash reads the script without complaint; where there is no bash, nothing is to be checked.
#[cfg(unix)]
#[test]
fn bash_accepts_its_completions() {
    let script = Desk::new().run(&["completions", "bash"]).out;
    let Ok(ran) = std::process::Command::new("bash").args(["-n", "-c", &script]).output() else { return };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn the_manual_names_every_command_and_has_examples() {
    let desk = Desk::new();
    let page = desk.run(&["man"]);
    assert_eq!(page.code, 0);
    assert!(page.out.contains(".SH EXAMPLES") && page.out.contains(".TH detente 1"), "{}", page.out);
    for command in detente_cli::command().get_subcommands() {
        assert!(page.out.contains(&format!("detente\\-{}(1)", command.get_name())), "{}", command.get_name());
    }
}

#[test]
fn each_command_has_a_page_of_its_own() {
    let desk = Desk::new();
    let page = desk.run(&["man", "ledger", "add"]);
    assert_eq!((page.code, page.err.as_str()), (0, ""));
    assert!(
        page.out.contains(".TH detente-ledger-add 1") && page.out.contains("detente ledger add my.ledger article.txt"),
        "{}",
        page.out
    );
    let none = desk.run(&["man", "nonsense"]);
    assert_eq!((none.code, none.out.as_str()), (3, ""));
    assert!(none.err.contains("nonsense") && none.err.contains("detente --help"), "{}", none.err);
}
