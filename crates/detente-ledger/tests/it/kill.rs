//! A ledger outlives the process that writes it, and serves two at once.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use detente_ledger::Ledger;
use detente_ledger::site::{Site, Wanted};

use crate::fixture::{snapshot, stamp};

/// The example that writes. `cargo test` builds it; asked for this test alone, cargo does not.
fn writer(example: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let name = format!("{example}{}", std::env::consts::EXE_SUFFIX);
    let path = test.ancestors().nth(2).unwrap().join("examples").join(name);
    if !path.exists() {
        let cargo = ["build", "--package", "detente-ledger", "--example", example];
        assert!(Command::new(env!("CARGO")).args(cargo).status().unwrap().success());
    }
    path
}

fn start(ledger: &Path, name: &str, count: usize) -> Child {
    let mut command = Command::new(writer("add_until_killed"));
    command.arg(ledger).arg(name).arg(count.to_string());
    command.stdout(Stdio::piped()).spawn().unwrap()
}

/// A short series of numbers that looks random and is the same in every run.
fn scatter(seed: u64) -> u64 {
    seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33
}

/// Kills a writer after some articles and a moment; how many it said were safe.
fn interrupted(ledger: &Path, round: u64) -> usize {
    let mut child = start(ledger, &format!("round{round}"), usize::MAX);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let wanted = scatter(round) % 4;
    let mut safe = (0..wanted).filter(|_| lines.next().is_some()).count();
    std::thread::sleep(Duration::from_micros(scatter(round + 1000) % 12_000));
    child.kill().unwrap();
    child.wait().unwrap();
    safe += lines.filter(|line| line.as_ref().is_ok_and(|l| l.starts_with("round"))).count();
    safe
}

#[test]
fn a_ledger_is_whole_after_a_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.ledger");
    let mut safe = 0;
    for round in 0..100 {
        safe += interrupted(&path, round);
        // A process that was killed before its ledger stood has left nothing, or an empty file.
        let ledger = Ledger::open_or_create(&path).unwrap();
        let report = ledger.verify().unwrap();
        assert!(report.is_whole(), "round {round}: {:?}", report.problems);
        let log = ledger.log().unwrap();
        assert!(log.iter().all(|op| op.n_records == 20), "round {round}: half an operation");
        assert!(log.len() >= safe, "round {round}: {safe} were safe, {} are there", log.len());
        assert_eq!(ledger.records(None).unwrap().len(), log.len() * 20);
    }
    assert!(safe > 0);
}

/// Kills a site at work after a moment; how many rounds it said were safe.
fn interrupted_site(path: &Path, letters: &Path, round: u64) -> u32 {
    let mut command = Command::new(writer("site_until_killed"));
    let mut child = command.arg(path).arg(letters).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut safe: u32 = if scatter(round).is_multiple_of(3) { u32::from(lines.next().is_some()) } else { 0 };
    std::thread::sleep(Duration::from_micros(scatter(round + 5000) % 25_000));
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines {
        safe += u32::from(line.is_ok_and(|l| l.starts_with("round")));
    }
    safe
}

#[test]
fn a_site_is_whole_after_two_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let (path, letters) = (folder.path().join("site.db"), folder.path().join("letters"));
    let mut safe = 0;
    for round in 0..200 {
        safe += interrupted_site(&path, &letters, round);
        let site = Site::open(&path).unwrap();
        let votes = if site.latest_poll().unwrap().is_some() { site.poll(1).unwrap().n() } else { 0 };
        assert!(votes >= safe, "round {round}: {safe} votes were safe, {votes} are there");
        let listed = site.list(&Wanted { limit: 100_000, ..Wanted::default() }).unwrap();
        assert_eq!(site.find("interrupted", 100_000).unwrap().len(), listed.len(), "round {round}: half a page");
        for brief in listed.iter().take(3) {
            let version = site.version(brief.id, brief.version).unwrap().unwrap();
            assert_eq!((version.body.len(), site.versions(brief.id).unwrap().len()), (20_000, 1), "round {round}");
        }
        assert!(site.ledger().verify().unwrap().is_whole());
    }
    let sent = std::fs::read_to_string(&letters).unwrap();
    let mut lines: Vec<&str> = sent.lines().collect();
    let n = lines.len();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), n, "no letter goes out twice");
    assert!(safe > 10 && n > 10, "{safe} rounds, {n} letters");
}

/// Kills a site that is being restored after a moment; how many rounds it said were safe.
fn interrupted_restoring(copy: &Path, path: &Path, round: u64) -> usize {
    let mut command = Command::new(writer("restore_until_killed"));
    let mut child = command.arg(copy).arg(path).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = if scatter(round).is_multiple_of(2) { lines.next() } else { None };
    std::thread::sleep(Duration::from_micros(scatter(round + 9000) % 30_000));
    child.kill().unwrap();
    child.wait().unwrap();
    first.into_iter().chain(lines).filter(|line| line.as_ref().is_ok_and(|l| l.starts_with("round"))).count()
}

#[test]
fn a_restored_site_is_whole_after_two_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy, letters) = (folder.path().join("site.db"), folder.path().join("copy.db"), folder.path().join("letters"));
    while !path.exists() || Site::open(&path).unwrap().list(&Wanted { limit: 9, ..Wanted::default() }).unwrap().len() < 3 {
        interrupted_site(&path, &letters, 0);
    }
    Site::open(&path).unwrap().back_up(&copy).unwrap();
    let kept = Site::open(&copy).unwrap().list(&Wanted { limit: 100_000, ..Wanted::default() }).unwrap();
    let mut safe = 0;
    for round in 0..200 {
        safe += interrupted_restoring(&copy, &path, round);
        let site = Site::open(&path).unwrap();
        let listed = site.list(&Wanted { limit: 100_000, ..Wanted::default() }).unwrap();
        let told = |id| listed.iter().any(|l| l.id == id);
        assert!(kept.iter().all(|l| told(l.id)), "round {round}: what the copy holds is there");
        assert!(listed.len() <= kept.len() + 1 || round == 0, "round {round}: the old site and the new one are mixed");
        assert_eq!(site.find("interrupted", 100_000).unwrap().len(), listed.len(), "round {round}: half a page");
        assert!(site.ledger().verify().unwrap().is_whole(), "round {round}");
    }
    assert!(safe > 10, "{safe} rounds");
}

#[test]
fn a_site_in_use_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("site.db"), folder.path().join("copy.db"));
    let used = Site::open(&path).unwrap();
    used.back_up(&copy).unwrap();
    let refused = Site::restore(&copy, &path).unwrap_err().to_string();
    assert!(refused.contains("in use"), "{refused}");
    drop(used);
    Site::restore(&copy, &path).unwrap();
}

#[test]
fn two_processes_queue_and_neither_loses() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.ledger");
    let count = 60;
    let children = ["first", "second", "third"].map(|name| start(&path, name, count));
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        assert_eq!(output.stdout.iter().filter(|b| **b == b'\n').count(), count);
    }
    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(ledger.log().unwrap().len(), 3 * count);
    assert_eq!(ledger.records(None).unwrap().len(), 3 * count * 20);
    assert!(ledger.verify().unwrap().is_whole());
}

/// Opens one ledger in three threads at once, and adds texts from each.
fn crowd(path: &Path, texts: usize) {
    let work = |name: &'static str| {
        let path = path.to_owned();
        std::thread::spawn(move || {
            let mut ledger = Ledger::open_or_create(path).unwrap();
            for n in 0..texts {
                let text = snapshot(&format!("{name} {n}"));
                ledger.add_source(&text, &stamp(1)).unwrap();
            }
        })
    };
    for thread in ["a", "b", "c"].map(work) {
        thread.join().unwrap();
    }
    assert_eq!(Ledger::open(path).unwrap().log().unwrap().len(), 3 * texts);
}

#[test]
fn many_may_make_the_ledger_at_once() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..40 {
        crowd(&folder.path().join(format!("{round}.ledger")), 2);
    }
    crowd(&folder.path().join("long.ledger"), 25);
}

#[test]
fn a_ledger_that_was_killed_at_birth_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..60 {
        let path = folder.path().join(format!("{round}.ledger"));
        let mut child = start(&path, "birth", 1);
        std::thread::sleep(Duration::from_micros(scatter(round) % 9_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let ledger = Ledger::open_or_create(&path).unwrap();
        assert!(ledger.verify().unwrap().is_whole(), "round {round}");
    }
}
