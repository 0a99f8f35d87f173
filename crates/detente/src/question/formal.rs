//! Formal questions: `USA-RUS:improves` on `RUS-IRN`; either half may stand in for that of the words.

use detente_codebook::{ActorCode, ActorTable, Dyad};
use detente_lens::{Direction, Question, Shift};
use jiff::civil::Date;

use super::{QuestionError, cut, error::Found, scan::Scan, title};

/// A question as a caller puts it: in words, formally, or half and half. What is formal overrides the words.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The question in plain words, or a title.
    pub words: Option<&'a str>,
    /// The shift: `A-B:improves` or `A-B:worsens`.
    pub shift: Option<&'a str>,
    /// The target: `C-D`.
    pub on: Option<&'a str>,
    /// The day as of which the world is known.
    pub as_of: Date,
    /// Over how many years the answer reaches.
    pub horizon: u8,
}

impl Asked<'_> {
    /// Reads the question.
    ///
    /// # Errors
    /// [`QuestionError`] when a formal part is malformed, or the words do not give what is not formal.
    pub fn read(&self) -> Result<Question, QuestionError> {
        if self.horizon == 0 || self.horizon > 50 {
            return Err(QuestionError::Horizon(self.horizon));
        }
        let given = self.shift.map(shift).transpose()?;
        let asked = self.on.map(dyad).transpose()?;
        let (shift, target) = match (given, asked) {
            (Some(shift), Some(target)) => (shift, target),
            (shift, target) => self.complete(shift, target)?,
        };
        if shift.dyad == target {
            return Err(QuestionError::SameDyad { suggestions: cut::thirds(&shift), shift });
        }
        for code in [&shift.dyad.a, &shift.dyad.b, &target.a, &target.b] {
            there(code, self.as_of)?;
        }
        let text = self.words.map(|w| w.trim().to_owned()).filter(|w| !w.is_empty());
        Ok(Question { text, shift, target, as_of: self.as_of, horizon_years: self.horizon })
    }

    /// Takes from the words the half that was not given formally.
    fn complete(&self, shift: Option<Shift>, target: Option<Dyad>) -> Result<(Shift, Dyad), QuestionError> {
        let words = self.words.unwrap_or_default();
        let read = super::read(words, self.as_of);
        match (shift, target) {
            (Some(shift), None) => match read {
                Ok(read) => Ok((shift, read.target)),
                Err(_) => self.target_beside(shift, words),
            },
            (None, Some(target)) => match read {
                Ok(read) => Ok((read.shift, target)),
                Err(e) => self.shift_alone(words).map(|s| (s, target)).ok_or(e),
            },
            _ => read.map(|r| (r.shift, r.target)),
        }
    }

    fn target_beside(&self, shift: Shift, words: &str) -> Result<(Shift, Dyad), QuestionError> {
        let target = title::attempts(words).iter().find_map(|w| cut::only_dyad(&Scan::of(w, self.as_of)));
        match target.filter(|t| *t != shift.dyad) {
            Some(target) => Ok((shift, target)),
            None => Err(QuestionError::NoTarget { suggestions: cut::thirds(&shift), shift, found: Found::default() }),
        }
    }

    fn shift_alone(&self, words: &str) -> Option<Shift> {
        title::attempts(words).iter().find_map(|w| cut::only_shift(&Scan::of(w, self.as_of)))
    }
}

/// A question in codes alone: `formal("USA-RUS:improves", Some("RUS-IRN"), …)`.
///
/// # Errors
/// [`QuestionError`] when a code is unknown, a part is malformed, or no target is given.
pub fn formal(shift: &str, on: Option<&str>, as_of: Date, horizon: u8) -> Result<Question, QuestionError> {
    Asked { words: None, shift: Some(shift), on, as_of, horizon }.read()
}

fn shift(text: &str) -> Result<Shift, QuestionError> {
    let wrong = || QuestionError::Shift(text.to_owned());
    let (ends, direction) = text.rsplit_once(':').ok_or_else(wrong)?;
    let direction = match direction.trim().to_ascii_lowercase().as_str() {
        "improves" => Direction::Improves,
        "worsens" => Direction::Worsens,
        _ => return Err(wrong()),
    };
    let dyad = dyad(ends).map_err(|e| if matches!(e, QuestionError::Dyad(_)) { wrong() } else { e })?;
    Ok(Shift { dyad, direction })
}

fn dyad(text: &str) -> Result<Dyad, QuestionError> {
    let dyad: Dyad = text.trim().to_ascii_uppercase().parse().map_err(|_| QuestionError::Dyad(text.to_owned()))?;
    known(&dyad.a)?;
    known(&dyad.b)?;
    Ok(dyad)
}

/// Refuses an actor that is not there on the day.
fn there(code: &ActorCode, day: Date) -> Result<(), QuestionError> {
    let actor = ActorTable::builtin().ok().and_then(|t| t.get(code));
    match actor {
        Some(a) if !a.held.has(day) => Err(QuestionError::NotThen {
            code: a.code.clone(),
            name: a.en.names.first().cloned().unwrap_or_default(),
            day,
            held: a.held.to_string(),
        }),
        _ => Ok(()),
    }
}

fn known(code: &ActorCode) -> Result<(), QuestionError> {
    let table = ActorTable::builtin().ok();
    let there = table.is_some_and(|t| t.get(code).is_some());
    if there { Ok(()) } else { Err(QuestionError::UnknownActor(code.to_string())) }
}
