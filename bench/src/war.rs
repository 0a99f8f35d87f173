//! Who is bound if one state attacks another: one question, every pair of states, sampled wars.

use std::hint::black_box;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, ActorKind, ActorTable};
use detente_history::{TreatyText, treaties_of_atop};
use detente_lens::treaty::engine::{Book, Query};
use jiff::civil::Date;

use crate::Failure;

const DAY: Date = jiff::civil::date(2016, 6, 1);

/// States of the plain way, which takes minutes for all of them.
pub const FEW: usize = 24;

fn query(attacker: &ActorCode, target: &ActorCode) -> Query {
    Query { attackers: vec![attacker.clone()], targets: vec![target.clone()], day: DAY, place: None, help_requested: false }
}

fn states() -> Result<Vec<(u16, ActorCode)>, Failure> {
    let all = ActorTable::builtin()?.actors().iter().filter(|a| a.kind == ActorKind::State);
    Ok(all.filter_map(|a| Some((a.cow_on(DAY)?.number(), a.code.clone()))).collect())
}

/// 745 alliances in the sizes of ATOP's (Leeds et al. 2002), made up: most have two or three members, one in
/// forty has 24; four in nine are in force.
fn alliances(states: &[(u16, ActorCode)]) -> Result<Vec<TreatyText>, Failure> {
    let members: Vec<String> = (1..=24).map(|n| format!("mem{n}")).collect();
    let mut text = format!("atopid,begyr,endyr,defense,offense,neutral,nonagg,consul,{}\n", members.join(","));
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for id in 0..745 {
        let size = if id % 40 == 0 { 24 } else { 2 + id % 2 };
        let code = |m: usize| if m < size { states[next(states.len())].0.to_string() } else { String::new() };
        let codes: Vec<String> = (0..24).map(code).collect();
        let (end, flag) = (if id % 9 < 4 { 0 } else { 1950 }, |k: usize| usize::from(id % 3 == k || id % 5 == 0));
        let offence = usize::from(id % 12 == 0);
        let flags = [flag(0), offence, flag(1), flag(1), flag(2)].map(|f| f.to_string()).join(",");
        text.push_str(&format!("{},1900,{end},{flags},{}\n", id + 1000, codes.join(",")));
    }
    Ok(treaties_of_atop("made.csv", &text)?)
}

/// The alliances with every ordered pair of states.
type World = (Book, Vec<Query>);

static WORLD: LazyLock<Option<World>> = LazyLock::new(|| world().ok());

fn world() -> Result<World, Failure> {
    let states = states()?;
    let book = Book::new(alliances(&states)?)?;
    let others = |a: &ActorCode| states.iter().filter(|(_, b)| b != a).map(|(_, b)| query(a, b)).collect::<Vec<_>>();
    let pairs = states.iter().flat_map(|(_, a)| others(a)).collect();
    Ok((book, pairs))
}

fn made() -> Result<&'static World, Failure> {
    WORLD.as_ref().ok_or_else(|| "the alliances cannot be made".into())
}

fn asked() -> Result<Query, Failure> {
    Ok(Query { day: jiff::civil::date(2025, 6, 23), ..query(&"IRN".parse()?, &"QAT".parse()?) })
}

/// One question over the built-in base, with every reason in words.
///
/// # Errors
/// When the base cannot be read.
pub fn question() -> Result<(), Failure> {
    let _ = black_box(Book::builtin()?.answer(&asked()?, detente_history::base()?)?);
    Ok(())
}

/// The same question, the duties to fight alone.
///
/// # Errors
/// When the base cannot be read.
pub fn question_plain() -> Result<(), Failure> {
    let asked = asked()?;
    black_box(Book::builtin()?.on(asked.day).spread(&asked)?);
    Ok(())
}

/// The full cascade for every ordered pair of states on one day.
///
/// # Errors
/// When the alliances cannot be made.
pub fn pairs() -> Result<(), Failure> {
    spread(usize::MAX)
}

/// The full cascade for the pairs of a few states.
///
/// # Errors
/// When the alliances cannot be made.
pub fn few_pairs() -> Result<(), Failure> {
    spread(FEW)
}

fn spread(first: usize) -> Result<(), Failure> {
    let (book, pairs) = made()?;
    let on = book.on(DAY);
    let muster = on.muster();
    for pair in pairs.iter().take(first) {
        black_box(muster.size(pair)?);
    }
    Ok(())
}

/// The same, each clause asked anew in each round.
///
/// # Errors
/// When the alliances cannot be made.
pub fn few_pairs_plain() -> Result<(), Failure> {
    let (book, pairs) = made()?;
    let on = book.on(DAY);
    for pair in pairs.iter().take(FEW) {
        black_box(on.spread(pair)?);
    }
    Ok(())
}

/// 10,000 wars in which each duty is kept as often as its kind was.
///
/// # Errors
/// When the base cannot be read.
pub fn sampled() -> Result<(), Failure> {
    let asked = asked()?;
    let _ = black_box(Book::builtin()?.on(asked.day).sample(&asked, detente_history::base()?, 10_000, 1)?);
    Ok(())
}

/// As many wars in which every duty is kept.
///
/// # Errors
/// When the base cannot be read.
pub fn sampled_plain() -> Result<(), Failure> {
    let asked = asked()?;
    let on = Book::builtin()?.on(asked.day);
    for _ in 0..10_000 {
        black_box(on.spread(&asked)?);
    }
    Ok(())
}
