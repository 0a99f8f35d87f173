//! The lines of the chronicle.

use super::{Chronicle, FIRST, LAST, YEARS};

/// A state of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its code in the Correlates of War system.
    pub cow: u16,
    /// Its abbreviation there, such as `USA` or `GMY`.
    pub short: String,
    /// The years in which it existed.
    pub spans: Vec<Span>,
}

/// Calendar years, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first year.
    pub from: u16,
    /// The last year.
    pub to: u16,
}

impl Span {
    /// Whether a year, counted from the first of the chronicle, lies in it.
    #[must_use]
    pub fn has(self, year: usize) -> bool {
        self.years().contains(&year)
    }

    /// Its years with signs, counted from the first of the chronicle.
    #[must_use]
    pub fn years(self) -> std::ops::Range<usize> {
        let from = usize::from(self.from.max(FIRST) - FIRST);
        let to = usize::from(self.to.min(LAST).saturating_sub(FIRST - 1));
        from.min(YEARS)..to
    }
}

/// Something between two states for some years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The number of the state with the lower code.
    pub a: usize,
    /// The number of the other state.
    pub b: usize,
    /// When.
    pub span: Span,
    /// What: the duties as bits (defence 1, offence 2, neutrality 4, non-aggression 8, consultation 16), or a kind.
    pub kind: u16,
}

/// A dispute between two states in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The number of the state with the lower code.
    pub a: usize,
    /// The number of the other state.
    pub b: usize,
    /// The year.
    pub year: u16,
    /// The number of the dispute: many states may be in one.
    pub number: u16,
    /// The highest level reached: 1 none, 2 threat, 3 display, 4 use of force, 5 war.
    pub level: u8,
    /// The level of deaths, 0 for none or unknown.
    pub deaths: u8,
}

/// Numbers of one line.
struct Line<'a> {
    words: std::str::SplitAsciiWhitespace<'a>,
}

impl Line<'_> {
    fn number<T: std::str::FromStr>(&mut self, what: &str) -> Result<T, String> {
        let word = self.words.next().ok_or_else(|| format!("{what} is missing"))?;
        word.parse().map_err(|_| format!("`{word}` is no {what}"))
    }

    fn state(&mut self, of: &Chronicle) -> Result<usize, String> {
        let cow = self.number("code")?;
        of.number(cow).ok_or_else(|| format!("{cow} is the code of no state"))
    }

    fn span(&mut self) -> Result<Span, String> {
        let span = Span { from: self.number("first year")?, to: self.number("last year")? };
        if span.from > span.to { Err(format!("{} comes after {}", span.from, span.to)) } else { Ok(span) }
    }

    fn pair(&mut self, of: &Chronicle) -> Result<Pair, String> {
        Ok(Pair { a: self.state(of)?, b: self.state(of)?, span: self.span()?, kind: self.number("kind")? })
    }

    fn dispute(&mut self, of: &Chronicle) -> Result<Dispute, String> {
        let (a, b, year) = (self.state(of)?, self.state(of)?, self.number("year")?);
        Ok(Dispute {
            a,
            b,
            year,
            number: self.number("dispute")?,
            level: self.number("level")?,
            deaths: self.number("level of deaths")?,
        })
    }

    /// A row of values from the first year on; `-` where nothing is known.
    fn values(&mut self) -> Result<Vec<Option<u32>>, String> {
        let value = |w: &str| if w == "-" { Ok(None) } else { w.parse().map(Some).map_err(|_| format!("`{w}` is no value")) };
        self.words.by_ref().map(value).collect()
    }
}

impl Chronicle {
    /// Reads the text of a chronicle: sections in brackets, one entry a line.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (mut out, mut section) = (Self::default(), "");
        for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
            match line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                Some(name) => section = name,
                None => out.line(section, line).map_err(|what| format!("line {}: {what}", n + 1))?,
            }
        }
        Ok(out)
    }

    fn line(&mut self, section: &str, text: &str) -> Result<(), String> {
        let mut line = Line { words: text.split_ascii_whitespace() };
        match section {
            "states" => self.state_line(&mut line)?,
            "duties" => self.duties.push(line.pair(self)?),
            "disputes" => self.disputes.push(line.dispute(self)?),
            "rivalries" => self.rivalries.push(line.pair(self)?),
            "contiguity" => self.contiguity.push(line.pair(self)?),
            "majors" => self.majors.push((line.state(self)?, line.span()?)),
            "capability" | "democracy" => {
                let (state, values) = (line.state(self)?, line.values()?);
                put(if section == "democracy" { &mut self.democracy } else { &mut self.capability }, state, values);
            }
            other => return Err(format!("`{other}` is no section")),
        }
        line.words.next().map_or(Ok(()), |rest| Err(format!("`{rest}` is one word too many")))
    }

    fn state_line(&mut self, line: &mut Line<'_>) -> Result<(), String> {
        let (cow, short, span) = (line.number("code")?, line.number::<String>("name")?, line.span()?);
        match self.states.last_mut() {
            Some(last) if last.cow == cow => last.spans.push(span),
            Some(last) if last.cow > cow => return Err(format!("{cow} stands after {}", last.cow)),
            _ => self.states.push(State { cow, short, spans: vec![span] }),
        }
        Ok(())
    }
}

fn put(rows: &mut Vec<Vec<Option<u32>>>, state: usize, row: Vec<Option<u32>>) {
    if rows.len() <= state {
        rows.resize(state + 1, Vec::new());
    }
    rows[state] = row;
}
