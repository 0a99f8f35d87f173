//! Runs `detente` where nothing of the machine shows: no environment, UTC, a folder of its own.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The command under test.
pub(crate) const DETENTE: &str = env!("CARGO_BIN_EXE_detente");

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Ran {
    /// The run as a snapshot shows it.
    pub(crate) fn shown(&self) -> String {
        let mut shown = self.out.clone();
        if !self.err.is_empty() {
            let _ = write!(shown, "--- standard error\n{}", self.err);
        }
        let _ = write!(shown, "--- exit code {}", self.code);
        shown
    }
}

/// A folder for one test, gone with it.
pub(crate) struct Desk {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let environment = vec![("TZ".to_owned(), "UTC".to_owned()), ("USER".to_owned(), "salma".to_owned())];
        Self { folder: tempfile::Builder::new().prefix("detente-").tempdir().unwrap(), environment }
    }

    /// The same desk with one more variable of the environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file on the desk.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    /// Puts a file of the repository on the desk.
    pub(crate) fn fetch(&self, path: &str, name: &str) {
        self.put(name, std::fs::read(crate::house::root().join(path)).unwrap());
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    /// Runs `detente` on the desk with bytes on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut command = Command::new(DETENTE);
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        finish(command, input, self.folder.path())
    }
}

fn finish(mut command: Command, input: &[u8], folder: &Path) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A command that does not read its input closes it: that is no failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&*folder.to_string_lossy(), "[desk]");
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap_or(-1) }
}
