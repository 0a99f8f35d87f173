//! Alliances in ATOP's own CSV (Leeds, Ritter, Mitchell & Long 2002): the files by alliance, by
//! member and by directed dyad-year, told apart by their header.
//!
//! ATOP says which kinds of obligation a treaty holds and not on which conditions; the treaties read
//! from it are therefore wider than their texts. Its states are numbers of the Correlates of War.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, ActorTable, Confidence, Edtf, Phrase, RecordId, Stage};
use jiff::civil::Date;

use crate::treaty_ids::Ids;
use crate::{ClauseText, Duty, HistoryError, Party, TreatySource, TreatyText, Trigger};

/// The kinds of obligation, by ATOP's columns without the prefix of the dyad-year file.
const KINDS: [(&str, Duty); 5] = [
    ("defense", Duty::Defence),
    ("offense", Duty::Offence),
    ("neutral", Duty::Neutrality),
    ("nonagg", Duty::Nonaggression),
    ("consul", Duty::Consultation),
];

/// A CSV file by rows, its header in lower case.
struct Table<'t> {
    file: &'t str,
    columns: BTreeMap<String, usize>,
    rows: Vec<(usize, Vec<&'t str>)>,
}

impl<'t> Table<'t> {
    fn new(file: &'t str, text: &'t str) -> Result<Self, HistoryError> {
        let mut lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
        let cells = |l: &'t str| l.split(',').map(|c| c.trim().trim_matches('"')).collect::<Vec<_>>();
        let wrong = |what: String| HistoryError::Treaties { file: file.to_owned(), what };
        let (_, header) = lines.next().ok_or_else(|| wrong("the file is empty".to_owned()))?;
        let columns: BTreeMap<String, usize> =
            cells(header).iter().enumerate().map(|(i, c)| (c.trim_start_matches('\u{feff}').to_lowercase(), i)).collect();
        let rows: Vec<_> = lines.map(|(i, l)| (i + 1, cells(l))).collect();
        if let Some((line, row)) = rows.iter().find(|(_, r)| r.len() < columns.len()) {
            return Err(wrong(format!("line {line}: {} fields, and the header has {}", row.len(), columns.len())));
        }
        Ok(Self { file, columns, rows })
    }

    fn has(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }

    fn wrong(&self, line: usize, what: &str) -> HistoryError {
        HistoryError::Treaties { file: self.file.to_owned(), what: format!("line {line}: {what}") }
    }

    /// A number of a row; none where the cell is empty, NA, or a code for missing below zero.
    fn number(&self, (line, row): &(usize, Vec<&str>), name: &str) -> Result<Option<i32>, HistoryError> {
        let Some(cell) = self.columns.get(name).and_then(|i| row.get(*i)) else { return Ok(None) };
        if matches!(*cell, "" | "NA" | "." | "NaN") {
            return Ok(None);
        }
        let whole = cell.split_once('.').map_or(*cell, |(w, _)| w);
        let read = whole.parse::<i32>().map_err(|_| self.wrong(*line, &format!("field `{name}`: `{cell}` is no number")))?;
        Ok((read >= 0).then_some(read))
    }

    /// A date from three columns; none when the year is missing or 0, as for what is still in force.
    fn date(&self, row: &(usize, Vec<&str>), names: [&str; 3]) -> Result<Option<Edtf>, HistoryError> {
        let [y, m, d] = names;
        let year = self.number(row, y)?.filter(|y| *y > 0).and_then(|y| i16::try_from(y).ok());
        let small = |n: Option<i32>| n.filter(|n| *n > 0).and_then(|n| i8::try_from(n).ok());
        let (month, day) = (small(self.number(row, m)?), small(self.number(row, d)?));
        Ok(match (year, month, day) {
            (None, ..) => None,
            (Some(y), Some(m), Some(d)) => Date::new(y, m, d).ok().map(Edtf::day).or_else(|| Edtf::year(y)),
            (Some(y), Some(m), None) => Edtf::month(y, m),
            (Some(y), None, _) => Edtf::year(y),
        })
    }
}

/// The treaties of one of ATOP's CSV files; `file` is its name, for errors.
///
/// # Errors
/// [`HistoryError::Treaties`] with line and field when the text is not of one of the three forms.
pub fn treaties_of_atop(file: &str, text: &str) -> Result<Vec<TreatyText>, HistoryError> {
    let table = Table::new(file, text)?;
    if table.has("ccode1") && table.has("ccode2") && table.has("year") {
        return dyad_years(&table);
    }
    if !table.has("atopid") {
        let what = "the header has neither `atopid` nor `ccode1, ccode2, year`: this is no file of ATOP".to_owned();
        return Err(HistoryError::Treaties { file: file.to_owned(), what });
    }
    if table.has("member") { members(&table) } else { alliances(&table) }
}

fn state(cow: i32, day: Option<Edtf>) -> Option<ActorCode> {
    let table = ActorTable::builtin().ok()?;
    let day = day.and_then(Edtf::last);
    let has = |a: &&detente_codebook::Actor| {
        a.cow.iter().any(|t| i32::from(t.code.number()) == cow && day.is_none_or(|d| t.held.has(d)))
    };
    let any = |a: &&detente_codebook::Actor| a.cow.iter().any(|t| i32::from(t.code.number()) == cow);
    let found = table.actors().iter().find(has).or_else(|| table.actors().iter().find(any))?;
    Some(found.code.clone())
}

/// One treaty from its parts.
fn treaty(id: String, from: Edtf, to: Option<Edtf>, parties: Vec<Party>, kinds: &[(Duty, Vec<ActorCode>)]) -> TreatyText {
    let record = RecordId(format!("file:treaty:{id}"));
    let mut ids = Ids::new(record.clone());
    let name = Phrase { ar: id.clone(), en: id.clone() };
    let clauses = kinds.iter().zip(1..).map(|((d, who), n)| clause(*d, who.clone(), n, &mut ids)).collect();
    TreatyText {
        record,
        short: name.clone(),
        name,
        names_en: Vec::new(),
        names_ar: Vec::new(),
        form: "treaty".to_owned(),
        subject: "alliance".to_owned(),
        binding: Some(true),
        stage: if to.is_some() { Stage::Expired } else { Stage::InForce },
        signed: from,
        in_force: Some(from),
        ended: to,
        term_years: None,
        term: None,
        parties_complete: true,
        parties,
        clauses,
        absent: Vec::new(),
        suspensions: Vec::new(),
        views: Vec::new(),
        sources: vec![TreatySource { cite: "ATOP, file given by the user".to_owned(), url: None }],
        confidence: Confidence::Cited,
        prevails: None,
        lead: false,
        id,
    }
}

fn clause(duty: Duty, obliged: Vec<ActorCode>, number: usize, ids: &mut Ids) -> ClauseText {
    let when = match duty {
        Duty::Nonaggression => Trigger::Always,
        Duty::Offence => Trigger::AtWar,
        Duty::Consultation => Trigger::Threatened,
        _ => Trigger::Attacked,
    };
    ClauseText {
        record: ids.clause(number, None),
        kind: duty.kind(),
        duty,
        article: None,
        unnumbered: false,
        text: Phrase { ar: duty.word().to_owned(), en: duty.word().to_owned() },
        obliged,
        by_all_states: false,
        beneficiary: Vec::new(),
        against: Vec::new(),
        not_against: Vec::new(),
        when,
        automatic: None,
        area: None,
        zone: Vec::new(),
        co_members: None,
        aimed_at: Vec::new(),
        by_party_request: false,
        caveat: None,
        scope: None,
        request_required: false,
        unprovoked: false,
    }
}

fn party(code: ActorCode, from: Option<Edtf>, to: Option<Edtf>) -> Party {
    Party { code, from, to, role: None }
}

/// One row a treaty, with its members in columns `mem1`, `mem2` …
fn alliances(table: &Table) -> Result<Vec<TreatyText>, HistoryError> {
    let mut out = Vec::new();
    for row in &table.rows {
        let id = table.number(row, "atopid")?.ok_or_else(|| table.wrong(row.0, "field `atopid` is missing"))?;
        let from = table.date(row, ["begyr", "begmo", "begday"])?;
        let from = from.ok_or_else(|| table.wrong(row.0, "field `begyr` is missing"))?;
        let to = table.date(row, ["endyr", "endmo", "endday"])?;
        let mut parties = Vec::new();
        for name in (1..=80).map(|n| format!("mem{n}")).take_while(|n| table.has(n)) {
            let code = table.number(row, &name)?.filter(|c| *c > 0).and_then(|c| state(c, Some(from)));
            parties.extend(code.map(|c| party(c, None, None)));
        }
        let mut kinds = Vec::new();
        for (column, duty) in KINDS {
            if table.number(row, column)?.is_some_and(|v| v > 0) {
                kinds.push((duty, Vec::new()));
            }
        }
        out.push(treaty(format!("atop_{id}"), from, to, parties, &kinds));
    }
    Ok(out)
}

/// One row a member: what each owes may differ.
fn members(table: &Table) -> Result<Vec<TreatyText>, HistoryError> {
    let mut by_id: BTreeMap<i32, Vec<&(usize, Vec<&str>)>> = BTreeMap::new();
    for row in &table.rows {
        let id = table.number(row, "atopid")?.ok_or_else(|| table.wrong(row.0, "field `atopid` is missing"))?;
        by_id.entry(id).or_default().push(row);
    }
    by_id.into_iter().filter_map(|(id, rows)| of_members(table, id, &rows).transpose()).collect()
}

fn of_members(table: &Table, id: i32, rows: &[&(usize, Vec<&str>)]) -> Result<Option<TreatyText>, HistoryError> {
    let mut parties = Vec::new();
    let mut owed: BTreeMap<Duty, Vec<ActorCode>> = BTreeMap::new();
    let (mut first, mut last, mut open) = (None::<Edtf>, None::<Edtf>, false);
    for row in rows {
        let from = table.date(row, ["yrent", "moent", "dayent"])?;
        let to = table.date(row, ["yrexit", "moexit", "dayexit"])?;
        let Some(code) = table.number(row, "member")?.and_then(|c| state(c, from)) else { continue };
        first = [first, from].into_iter().flatten().min();
        last = [last, to].into_iter().flatten().max();
        open |= to.is_none();
        for (column, duty) in KINDS {
            if table.number(row, column)?.is_some_and(|v| v > 0) {
                owed.entry(duty).or_default().push(code.clone());
            }
        }
        parties.push(party(code, from, to));
    }
    let all = parties.len();
    let kinds: Vec<_> = owed.into_iter().map(|(d, who)| (d, if who.len() == all { Vec::new() } else { who })).collect();
    Ok(first.map(|from| treaty(format!("atop_{id}"), from, last.filter(|_| !open), parties, &kinds)))
}

/// Runs of years of a directed dyad with the same obligations become one treaty of the two.
fn dyad_years(table: &Table) -> Result<Vec<TreatyText>, HistoryError> {
    let mut runs: BTreeMap<(i32, i32, [bool; 5]), Vec<i16>> = BTreeMap::new();
    for row in &table.rows {
        let cell = |name: &str| table.number(row, name)?.ok_or_else(|| table.wrong(row.0, &format!("field `{name}` is missing")));
        let (a, b, year) = (cell("ccode1")?, cell("ccode2")?, cell("year")?);
        let mut flags = [false; 5];
        for (flag, (kind, _)) in flags.iter_mut().zip(KINDS) {
            *flag = table.number(row, &format!("atop_{kind}"))?.is_some_and(|v| v > 0);
        }
        let year = i16::try_from(year).map_err(|_| table.wrong(row.0, "field `year` is out of range"))?;
        runs.entry((a, b, flags)).or_default().push(year);
    }
    Ok(runs.into_iter().flat_map(|((a, b, flags), years)| of_run(a, b, flags, years)).collect())
}

fn of_run(a: i32, b: i32, flags: [bool; 5], mut years: Vec<i16>) -> Vec<TreatyText> {
    years.sort_unstable();
    years.dedup();
    let mut spans: Vec<(i16, i16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => spans.push((year, year)),
        }
    }
    let kinds: Vec<Duty> = KINDS.iter().zip(flags).filter(|(_, f)| *f).map(|((_, d), _)| *d).collect();
    let of = |(from, to): (i16, i16)| {
        let (start, end) = (Edtf::year(from)?, Edtf::year(to)?);
        let (who, whom) = (state(a, Some(start))?, state(b, Some(start))?);
        let duties: Vec<_> = kinds.iter().map(|d| (*d, vec![who.clone()])).collect();
        let parties = vec![party(who.clone(), None, None), party(whom, None, None)];
        Some(treaty(format!("atop_{a}_{b}_{from}"), start, Some(end), parties, &duties))
    };
    spans.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_three_forms_read() {
        let alliances = treaties_of_atop("a.csv", "ATOPID,BEGYR,BEGMO,BEGDAY,ENDYR,ENDMO,ENDDAY,DEFENSE,OFFENSE,NEUTRAL,NONAGG,CONSUL,MEM1,MEM2\n3180,1949,4,4,0,0,0,1,0,0,1,1,2,20\n").unwrap();
        assert_eq!(alliances[0].members(date(1950, 1, 1)).len(), 2);
        assert_eq!(alliances[0].clauses.len(), 3);
        let members = treaties_of_atop("m.csv", "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul\n1,2,1951,9,8,0,0,0,1,0,0,0,0\n1,740,1951,9,8,0,0,0,0,0,0,0,1\n").unwrap();
        let defence = members[0].clauses.iter().find(|c| c.duty == Duty::Defence).unwrap();
        assert_eq!(defence.obliged, ["USA".parse().unwrap()]);
        let years = treaties_of_atop("d.csv", "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n2,20,1950,1,0,0,0,0\n2,20,1951,1,0,0,0,0\n2,20,1953,1,0,0,0,0\n").unwrap();
        assert_eq!(years.len(), 2);
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_field() {
        let said = |text: &str| treaties_of_atop("x.csv", text).unwrap_err().to_string();
        assert!(said("a,b\n1,2\n").contains("neither `atopid`"));
        assert!(said("atopid,begyr,mem1\nx,1949,2\n").contains("line 2: field `atopid`: `x` is no number"));
        assert!(said("atopid,begyr,mem1\n1,1949\n").contains("line 2: 2 fields"));
        assert!(said("").contains("empty"));
    }
}
