//! Where the networks come from.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, Edtf};
use detente_history::base;
use detente_history::chronicle::{FIRST, LAST, chronicle};
use detente_lens::Relations;
use detente_lens::balance::frustration::SignedGraph;
use detente_lens::balance::{Named, Reading, network_of_year, networks as read};
use jiff::civil::Date;

use super::BalanceArgs;
use crate::{CliError, input};

/// The networks that the arguments name.
pub(super) fn networks(args: &BalanceArgs) -> Result<Vec<Named>, CliError> {
    match (&args.edges, args.year) {
        (Some(path), _) => of_table(path, args),
        (None, Some(year)) => Ok(vec![of_year(args, year)?]),
        (None, None) => {
            let day = args.as_of.and_then(Edtf::first);
            let day = day.ok_or_else(|| CliError::Usage("--as-of: a day with a beginning is needed".to_owned()))?;
            Ok(vec![of_day(args, day)?])
        }
    }
}

/// The network of a year: of the chronicle as far as it goes, then of the base on the last day of the year.
pub(super) fn of_year(args: &BalanceArgs, year: u16) -> Result<Named, CliError> {
    if year > LAST {
        let day = Date::new(year.cast_signed(), 12, 31).map_err(|e| CliError::Usage(format!("{year}: {e}")))?;
        return Ok(Named { name: year.to_string(), ..of_day(args, day)? });
    }
    let chronicle = chronicle().map_err(|e| CliError::Failed(e.to_string()))?;
    let network = network_of_year(chronicle, usize::from(year - FIRST), args.signs.definition());
    Ok(Named { name: year.to_string(), ..network.map_err(|e| CliError::Failed(e.to_string()))? })
}

/// Reads years as 1816..2025.
pub(super) fn years(text: &str) -> Result<(u16, u16), String> {
    let wrong = || format!("`{text}` is no range of years: write FROM..TO, as 1816..2025, from {FIRST} on");
    let (from, to) = text.split_once("..").ok_or_else(wrong)?;
    let (from, to) = (from.trim().parse().map_err(|_| wrong())?, to.trim().parse().map_err(|_| wrong())?);
    if (FIRST..=to).contains(&from) && to < 2100 { Ok((from, to)) } else { Err(wrong()) }
}

fn of_table(path: &str, args: &BalanceArgs) -> Result<Vec<Named>, CliError> {
    let invalid = |what: String| CliError::Invalid(format!("{}: {what}", input::name(path)));
    let text = String::from_utf8(input::bytes(path)?).map_err(|e| invalid(format!("not UTF-8: {e}")))?;
    let reading = Reading { sign: args.sign.clone(), by: args.by.clone(), weighted: args.weighted };
    let found = read(&text, &reading).map_err(|e| invalid(e.to_string()))?;
    if found.is_empty() {
        return Err(invalid("no ties; the table has only its first line".to_owned()));
    }
    Ok(found)
}

/// The signed ties of the base as of a day; weights are the net weights of the relations, in tenths.
fn of_day(args: &BalanceArgs, day: Date) -> Result<Named, CliError> {
    let base = base().map_err(|e| CliError::Failed(e.to_string()))?;
    let relations = Relations::derive(&[], base, day);
    let signed: Vec<_> = relations.dyads().filter(|(_, r)| r.sign().value() != 0).collect();
    let actors: BTreeMap<&ActorCode, usize> = signed.iter().flat_map(|(d, _)| [(&d.a, 0), (&d.b, 0)]).collect();
    let numbers: BTreeMap<&ActorCode, usize> = actors.into_keys().zip(0..).collect();
    let weight = |sign: i8, net: f64| i64::from(sign) * if args.weighted { tenths(net) } else { 1 };
    let tie = |(dyad, r): &(&detente_codebook::Dyad, &detente_lens::relations::Relation)| {
        Some((*numbers.get(&dyad.a)?, *numbers.get(&dyad.b)?, weight(r.sign().value(), r.net())))
    };
    let graph = SignedGraph::weighted(numbers.len(), signed.iter().filter_map(tie).collect());
    Ok(Named {
        name: day.to_string(),
        actors: numbers.keys().map(ToString::to_string).collect(),
        graph: graph.map_err(|e| CliError::Failed(e.to_string()))?,
        decimals: u32::from(args.weighted),
    })
}

#[expect(clippy::cast_possible_truncation, reason = "net weights are sums of a few reasons")]
fn tenths(net: f64) -> i64 {
    ((net.abs() * 10.0).round() as i64).max(1)
}
