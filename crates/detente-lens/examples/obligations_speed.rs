//! How long the obligations engine takes: one question with reasons over the built-in base, the full
//! cascade for every ordered pair of states over 745 alliances, and 10,000 sampled cascades.
//!
//! Without an argument the alliances are made up in the sizes of ATOP's (Leeds et al. 2002: most have
//! two members, a few have twenty and more), since its file is not part of the repository; with the name
//! of one of ATOP's CSV files it is read instead.

use std::io::Write as _;
use std::time::Instant;

use detente_codebook::{ActorCode, ActorKind, ActorTable};
use detente_history::{TreatyText, base, treaties_of_atop};
use detente_lens::treaty::engine::{Book, Query};

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn query(attacker: &ActorCode, target: &ActorCode, day: &str) -> Fallible<Query> {
    let (attackers, targets) = (vec![attacker.clone()], vec![target.clone()]);
    Ok(Query { attackers, targets, day: day.parse()?, place: None, help_requested: false })
}

/// The numbers of states of the day.
fn states(day: &str) -> Fallible<Vec<(u16, ActorCode)>> {
    let day = day.parse()?;
    let all = ActorTable::builtin()?.actors().iter().filter(|a| a.kind == ActorKind::State);
    Ok(all.filter_map(|a| Some((a.cow_on(day)?.number(), a.code.clone()))).collect())
}

/// 745 alliances over the states, as a file in ATOP's form; 334 of them in force at the end of 2016.
fn alliances(states: &[(u16, ActorCode)]) -> Fallible<Vec<TreatyText>> {
    let members: Vec<String> = (1..=30).map(|n| format!("mem{n}")).collect();
    let mut text = format!("atopid,begyr,endyr,defense,offense,neutral,nonagg,consul,{}\n", members.join(","));
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for id in 0..745 {
        let size = if id % 40 == 0 { 24 } else { 2 + id % 2 };
        let codes: Vec<String> =
            (0..30).map(|m| if m < size { states[next(states.len())].0.to_string() } else { String::new() }).collect();
        // Promises to join a war have been rare since 1945.
        let (end, flag) = (if id % 9 < 4 { 0 } else { 1950 }, |k: usize| usize::from(id % 3 == k || id % 5 == 0));
        text.push_str(&format!(
            "{},1900,{end},{},{},{},{},{},{}\n",
            id + 1000,
            flag(0),
            usize::from(id % 12 == 0),
            flag(1),
            flag(1),
            flag(2),
            codes.join(",")
        ));
    }
    Ok(treaties_of_atop("made.csv", &text)?)
}

/// The alliances of a file in one of ATOP's forms, else made-up ones.
fn given(states: &[(u16, ActorCode)]) -> Fallible<(String, Vec<TreatyText>)> {
    let Some(file) = std::env::args().nth(1) else { return Ok(("made up".to_owned(), alliances(states)?)) };
    let text = std::fs::read_to_string(&file)?;
    let read = treaties_of_atop(&file, &text)?;
    Ok((file, read))
}

/// Every ordered pair of states, by number; one pair in a hundred the plain way too.
fn all_pairs(out: &mut impl std::io::Write, day: &str) -> Fallible<()> {
    let states = states(day)?;
    let (name, treaties) = given(&states)?;
    let book = Book::new(treaties)?;
    let mut pairs = Vec::new();
    for (_, a) in &states {
        for (_, b) in states.iter().filter(|(_, b)| b != a) {
            pairs.push(query(a, b, day)?);
        }
    }
    let start = Instant::now();
    let on = book.on(day.parse()?);
    let muster = on.muster();
    let made = start.elapsed().as_secs_f64();
    let (mut joined, mut deepest) = (0, 0);
    for pair in &pairs {
        let (n, rounds) = muster.size(pair)?;
        (joined, deepest) = (joined + n, deepest.max(rounds));
    }
    let all = start.elapsed().as_secs_f64();
    let (n, count) = (book.treaties().count(), pairs.len());
    writeln!(out, "{count} ordered pairs over {n} alliances ({name}): {all:.3} s, of it {made:.3} s to take the day apart")?;
    writeln!(out, "  {joined} join, in at most {deepest} rounds")?;
    let start = Instant::now();
    let few: Vec<&Query> = pairs.iter().step_by(100).collect();
    for pair in &few {
        if on.spread(pair)? != muster.spread(pair)? {
            return Err(format!("both ways differ: {pair:?}").into());
        }
    }
    let each = start.elapsed().as_secs_f64() / few.len() as f64;
    writeln!(out, "  the plain way, {} pairs: {:.3} ms each, {:.0} s for all", few.len(), each * 1e3, each * count as f64)?;
    Ok(())
}

fn main() -> Fallible<()> {
    let mut out = std::io::stdout();
    let base = base()?;
    let book = Book::of_base(base)?;
    let (iran, qatar): (ActorCode, ActorCode) = ("IRN".parse()?, "QAT".parse()?);
    let asked = query(&iran, &qatar, "2025-06-23")?;
    let _ = book.answer(&asked, base)?;
    let start = Instant::now();
    for _ in 0..100 {
        let _ = book.answer(&asked, base)?;
    }
    writeln!(out, "one question, {} treaties: {:.3} ms", book.treaties().count(), start.elapsed().as_secs_f64() * 10.0)?;
    let start = Instant::now();
    let sample = book.on(asked.day).sample(&asked, base, 10_000, 1)?;
    writeln!(out, "10,000 sampled cascades: {:.3} s (mean {:.2} join)", start.elapsed().as_secs_f64(), sample.mean)?;
    all_pairs(&mut out, "2016-06-01")
}
