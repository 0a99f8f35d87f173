//! Help begins with examples, and the examples are right.

use clap::Parser as _;

use crate::run::Desk;

/// Every command with its path: `ledger add`.
fn commands() -> Vec<(Vec<String>, clap::Command)> {
    let mut out = Vec::new();
    let mut waiting = vec![(Vec::new(), detente_cli::command())];
    while let Some((path, command)) = waiting.pop() {
        for inner in command.get_subcommands() {
            waiting.push(([path.clone(), vec![inner.get_name().to_owned()]].concat(), inner.clone()));
        }
        out.push((path, command));
    }
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

/// The example lines of a command.
fn examples(command: &clap::Command) -> Vec<String> {
    let help = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    help.lines().skip(1).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The arguments of the `detente` in an example line: to the pipe, the redirection or the remark.
fn arguments(example: &str) -> Vec<String> {
    let from = example.find("detente ").unwrap_or_else(|| panic!("`{example}` shows no detente"));
    let mut out = vec![String::new()];
    let mut quoted = false;
    let mut spaces = 0;
    for c in example[from..].chars() {
        spaces = if c == ' ' && !quoted { spaces + 1 } else { 0 };
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted && spaces > 2 => break,
            ' ' if !quoted => out.push(String::new()),
            '|' | '>' if !quoted => break,
            c => out.last_mut().unwrap().push(c),
        }
    }
    out.retain(|argument| !argument.is_empty());
    out
}

#[test]
fn help_of_every_command_begins_with_examples() {
    let desk = Desk::new();
    for (path, _) in commands() {
        let mut line: Vec<&str> = path.iter().map(String::as_str).collect();
        line.push("--help");
        let ran = desk.run(&line);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{line:?}");
        assert!(ran.out.starts_with("Examples:\n  "), "{line:?} begins with\n{}", ran.out);
        assert!(ran.out.contains("Usage:"), "{line:?}");
    }
}

/// An example that the command itself refuses teaches the wrong thing.
#[test]
fn examples_are_accepted() {
    let mut seen = 0;
    for (path, command) in commands() {
        for example in examples(&command) {
            let arguments = arguments(&example);
            seen += 1;
            let parsed = detente_cli::Cli::try_parse_from(&arguments);
            assert!(parsed.is_ok(), "{path:?}: `{example}` gives {}", parsed.unwrap_err());
        }
    }
    assert!(seen >= 20, "only {seen} examples");
}

/// Help is wrapped at 100 columns when there is no terminal; a wrapped example cannot be copied.
#[test]
fn examples_stand_on_one_line() {
    for (path, command) in commands() {
        let wide: Vec<String> = examples(&command).into_iter().filter(|e| e.chars().count() > 97).collect();
        assert!(wide.is_empty(), "{path:?}: {wide:#?}");
    }
}

#[test]
fn an_example_is_cut_into_arguments() {
    assert_eq!(arguments("curl -s x | detente code - --from html > y"), ["detente", "code", "-", "--from", "html"]);
    assert_eq!(arguments("detente ask \"If A, then B?\"    a remark"), ["detente", "ask", "If A, then B?"]);
}

#[test]
fn every_option_and_argument_is_explained() {
    for (path, command) in commands() {
        let silent: Vec<String> = command
            .get_arguments()
            .filter(|a| a.get_help().is_none() && !["help", "version"].contains(&a.get_id().as_str()))
            .map(|a| a.get_id().to_string())
            .collect();
        assert!(silent.is_empty(), "{path:?} does not explain {silent:?}");
    }
}

#[test]
fn help_of_code_and_ledger() {
    let desk = Desk::new();
    insta::assert_snapshot!("help-code", desk.run(&["code", "--help"]).shown());
    insta::assert_snapshot!("help-ledger", desk.run(&["ledger", "--help"]).shown());
    insta::assert_snapshot!("help-ledger-add", desk.run(&["ledger", "add", "-h"]).shown());
}

#[test]
fn version_names_the_program() {
    let ran = Desk::new().run(&["--version"]);
    assert_eq!((ran.out.as_str(), ran.code), (concat!("detente ", env!("CARGO_PKG_VERSION"), "\n"), 0));
}
