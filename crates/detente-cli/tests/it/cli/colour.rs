//! Colour where it is wanted, and nowhere else.

use crate::run::Desk;

const ESCAPE: char = '\u{1b}';

fn coloured(desk: &Desk, arguments: &[&str]) -> bool {
    let ran = desk.run(arguments);
    ran.out.contains(ESCAPE) || ran.err.contains(ESCAPE)
}

const LINES: [&[&str]; 4] = [&["--help"], &["code", "--help"], &["nonsense"], &["code", "missing.txt"]];

#[test]
fn no_colour_unless_a_terminal_reads() {
    for line in LINES {
        assert!(!coloured(&Desk::new(), line), "{line:?}");
    }
}

#[test]
fn always_means_always_and_never_means_never() {
    for line in [&["--help"][..], &["code", "--help"], &["nonsense"]] {
        let always = [&["--color", "always"], line].concat();
        assert!(coloured(&Desk::new(), &always), "{always:?}");
        assert!(coloured(&Desk::new(), &[&["--color=always"], line].concat()), "{line:?}");
        let never = [&["--color=never"], line].concat();
        assert!(!coloured(&Desk::new().with("CLICOLOR_FORCE", "1"), &never), "{never:?}");
    }
}

#[test]
fn no_color_and_dumb_terminals_are_honoured() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        for line in LINES {
            assert!(!coloured(&Desk::new().with(name, value), line), "{name} {line:?}");
        }
    }
}
