//! The transcripts of README.md are true: every `$ detente …` line of a console block is run again.

use crate::house::{none, root, text};

/// A command as a reader would type it, and what the page says it prints.
#[derive(Debug, PartialEq, Eq)]
struct Turn {
    command: String,
    printed: Vec<String>,
}

/// A line that stands for any lines left out.
const LEFT_OUT: &str = "…";

/// The turns of every console block of a page.
fn turns(page: &str) -> Vec<Turn> {
    let mut out: Vec<Turn> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside && line.starts_with("$ ") {
            out.push(Turn { command: line[2..].to_owned(), printed: Vec::new() });
        } else if let Some(turn) = out.last_mut().filter(|_| inside) {
            turn.printed.push(line.to_owned());
        }
    }
    out
}

/// Runs a line in a shell at the root of the repository, with nothing in the environment.
fn run(command: &str) -> Vec<String> {
    let folder = std::path::Path::new(crate::run::DETENTE).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let mut shell = std::process::Command::new("/bin/sh");
    shell.args(["-c", command]).current_dir(root()).env_clear().envs([("PATH", path.as_str()), ("TZ", "UTC")]);
    let output = shell.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    text.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Whether lines are as the page says, `…` standing for any number of them.
fn agrees(page: &[String], lines: &[String]) -> bool {
    match page.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == LEFT_OUT => (0..=lines.len()).any(|n| agrees(rest, &lines[n..])),
        Some((first, rest)) => lines.first().is_some_and(|l| l == first.trim_end()) && agrees(rest, &lines[1..]),
    }
}

/// The page with what the commands print today; turns that still agree are left as they are.
fn rewritten(page: &str, printed: &[(Turn, Vec<String>)]) -> String {
    let mut out = page.to_owned();
    for (turn, lines) in printed.iter().filter(|(turn, lines)| !agrees(&turn.printed, lines)) {
        let old = [vec![format!("$ {}", turn.command)], turn.printed.clone()].concat().join("\n");
        let new = [vec![format!("$ {}", turn.command)], lines.clone()].concat().join("\n");
        out = out.replacen(&old, &new, 1);
    }
    out
}

#[cfg(unix)]
#[test]
fn transcripts_are_true() {
    let page = text("README.md").unwrap();
    let printed: Vec<(Turn, Vec<String>)> = turns(&page).into_iter().map(|t| (run(&t.command), t)).map(|(l, t)| (t, l)).collect();
    assert!(!printed.is_empty(), "README.md shows no transcript");
    if std::env::var("DETENTE_README").is_ok_and(|v| v == "write") {
        return std::fs::write(root().join("README.md"), rewritten(&page, &printed)).unwrap();
    }
    let wrong = printed.iter().filter(|(turn, lines)| !agrees(&turn.printed, lines));
    let wrong: Vec<String> = wrong.map(|(turn, lines)| format!("$ {}\n{}", turn.command, lines.join("\n"))).collect();
    none(&wrong, "DETENTE_README=write cargo test -p detente-cli readme, then read the difference");
}

#[test]
fn every_command_of_a_transcript_is_ours() {
    for turn in turns(&text("README.md").unwrap()) {
        assert!(turn.command.starts_with("detente "), "`{}` shows another program", turn.command);
    }
}

#[test]
fn a_transcript_that_lies_is_found() {
    let lines = |s: &str| -> Vec<String> { s.lines().map(str::to_owned).collect() };
    assert!(agrees(&lines("a\n…\nd"), &lines("a\nb\nc\nd")) && agrees(&lines("a"), &lines("a")));
    assert!(!agrees(&lines("a\n…\ne"), &lines("a\nb\nc\nd")) && !agrees(&lines("a"), &lines("a\nb")));
    let page = "x\n```console\n$ detente a\nold\n```\n";
    let turn = turns(page).remove(0);
    assert_eq!(turn, Turn { command: "detente a".to_owned(), printed: vec!["old".to_owned()] });
    assert_eq!(rewritten(page, &[(turn, lines("new\ntwo"))]), "x\n```console\n$ detente a\nnew\ntwo\n```\n");
}
