//! A proposed collective security system, as its TOML file writes it.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::{ActorCode, Confidence, Edtf, Phrase, RecordId, Stage};
use detente_history::{ClauseText, Duty, Party, Strength, TreatyText, Trigger};
use jiff::civil::Date;
use serde::Deserialize;

use crate::treaty::engine::EngineError;

/// A scheme: members, patrons, duties, and the weights by which coalitions are compared.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Its id.
    pub id: String,
    /// Its English name.
    pub en: String,
    /// Its Arabic name.
    pub ar: String,
    /// The day on which it is judged when no other is given.
    pub as_of: Option<Edtf>,
    /// An existing treaty that is judged as it stands; members and duties are then its own.
    pub treaty: Option<String>,
    /// Its members.
    #[serde(default)]
    pub members: Vec<ActorCode>,
    /// Powers that stand behind it and are no members.
    #[serde(default)]
    pub patrons: Vec<ActorCode>,
    /// Outsiders whose attack is asked about.
    #[serde(default)]
    pub rivals: Vec<ActorCode>,
    /// The duties.
    #[serde(default)]
    pub duty: Vec<SchemeDuty>,
    /// The weights.
    pub weights: Option<Weights>,
}

/// One duty of a scheme.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemeDuty {
    /// What it asks for.
    #[serde(rename = "type")]
    pub duty: Duty,
    /// Who owes it: codes, `members`, `patrons`.
    pub obliged: Vec<String>,
    /// To whom: codes, `members`, `patrons`.
    pub toward: Vec<String>,
    /// The attackers to which it is limited.
    #[serde(default)]
    pub against: Vec<String>,
    /// The attackers that it leaves out.
    #[serde(default)]
    pub not_against: Vec<String>,
    /// Whether an attack by one of those who owe it sets it off too.
    #[serde(default)]
    pub co_members: bool,
    /// What sets it off; an attack when not given.
    pub when: Option<Trigger>,
    /// How strongly it binds.
    pub automatic: Option<Strength>,
    /// Whether help must be asked for.
    #[serde(default)]
    pub request_required: bool,
}

/// Weights of states, such as shares of the world's capabilities.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Their year.
    pub year: i16,
    /// What they measure.
    pub unit: String,
    /// Where they were seen.
    pub source: String,
    /// By state.
    pub shares: BTreeMap<ActorCode, f64>,
}

impl Scheme {
    /// Reads a scheme; `file` is its name, for errors.
    ///
    /// # Errors
    /// [`EngineError::Scheme`] with line and field when the text is malformed, and with what stands
    /// against what when the scheme contradicts itself.
    pub fn read(file: &str, text: &str) -> Result<Self, EngineError> {
        let scheme: Self = toml::from_str(text).map_err(|e| EngineError::Scheme(format!("{file}: {e}")))?;
        match scheme.wrong() {
            Some(what) => Err(EngineError::Scheme(format!("{file}: {what}"))),
            None => Ok(scheme),
        }
    }

    fn wrong(&self) -> Option<String> {
        let twice = |all: &[ActorCode]| {
            let mut seen = BTreeSet::new();
            all.iter().find(|c| !seen.insert((*c).clone())).cloned()
        };
        let two_parts = self.members.iter().find(|m| self.patrons.contains(m));
        if let Some(code) = twice(&self.members).or_else(|| twice(&self.patrons)) {
            return Some(format!("`{code}` is listed twice"));
        }
        match (&self.treaty, two_parts) {
            (_, Some(code)) => Some(format!("`{code}` is both member and patron; a patron stands outside")),
            (Some(_), _) if !self.members.is_empty() || !self.duty.is_empty() => {
                Some("`treaty` judges a treaty as it stands; `members` and `duty` cannot stand beside it".to_owned())
            }
            (None, _) if self.members.len() < 2 => Some("`members` needs two states at least".to_owned()),
            (None, _) if self.duty.is_empty() => Some("there is no `[[duty]]`: nobody would be bound to anything".to_owned()),
            _ => self.wrong_duty().or_else(|| self.wrong_weights()),
        }
    }

    fn wrong_duty(&self) -> Option<String> {
        let parties: BTreeSet<&ActorCode> = self.members.iter().chain(&self.patrons).collect();
        for (n, duty) in self.duty.iter().enumerate() {
            let at = |what: String| Some(format!("duty {}: {what}", n + 1));
            for (field, list) in [
                ("obliged", &duty.obliged),
                ("toward", &duty.toward),
                ("against", &duty.against),
                ("not_against", &duty.not_against),
            ] {
                let codes = match self.codes(list) {
                    Ok(codes) => codes,
                    Err(what) => return at(format!("`{field}`: {what}")),
                };
                let outsider = codes.iter().find(|c| !parties.contains(c));
                if let (true, Some(code)) = (field == "obliged" || field == "toward", outsider) {
                    return at(format!("`{field}`: `{code}` is neither member nor patron"));
                }
            }
            let (against, not) = (self.codes(&duty.against).ok()?, self.codes(&duty.not_against).ok()?);
            if let Some(code) = against.iter().find(|c| not.contains(c)) {
                return at(format!("`{code}` stands in `against` and in `not_against`"));
            }
            if let Some(other) = self.duty[..n].iter().position(|d| self.contradict(d, duty)) {
                return at(format!("it forbids what duty {} asks of the same states towards the same partner", other + 1));
            }
        }
        None
    }

    /// Whether one duty asks somebody to fight for a partner and another forbids to take part in the
    /// same war.
    fn contradict(&self, a: &SchemeDuty, b: &SchemeDuty) -> bool {
        let (fight, stay) = match (a.duty.fights(), b.duty.fights()) {
            (true, false) if b.duty == Duty::Neutrality => (a, b),
            (false, true) if a.duty == Duty::Neutrality => (b, a),
            _ => return false,
        };
        let meet = |x: &[String], y: &[String]| {
            let (x, y) = (self.codes(x).unwrap_or_default(), self.codes(y).unwrap_or_default());
            x.iter().any(|c| y.contains(c))
        };
        let same_foe = fight.against.is_empty() || stay.against.is_empty() || meet(&fight.against, &stay.against);
        meet(&fight.obliged, &stay.obliged) && meet(&fight.toward, &stay.toward) && same_foe
    }

    fn wrong_weights(&self) -> Option<String> {
        let shares = &self.weights.as_ref()?.shares;
        let (code, share) = shares.iter().find(|(_, s)| !(0.0..=1.0).contains(*s))?;
        Some(format!("weights: the share of `{code}` is {share}; a share lies between 0 and 1"))
    }

    /// The codes of a list that may name `members` and `patrons`.
    fn codes(&self, list: &[String]) -> Result<Vec<ActorCode>, String> {
        let mut out = Vec::new();
        for word in list {
            match word.as_str() {
                "members" => out.extend(self.members.iter().cloned()),
                "patrons" => out.extend(self.patrons.iter().cloned()),
                code => out.push(code.parse().map_err(|e: detente_codebook::CodebookError| e.to_string())?),
            }
        }
        Ok(out)
    }

    /// The scheme as a treaty in force since `day`.
    pub(super) fn treaty(&self, day: Date) -> TreatyText {
        let record = RecordId(format!("scheme:{}", self.id));
        let party = |code: &ActorCode| Party { code: code.clone(), from: None, to: None, role: None };
        let name = Phrase { ar: self.ar.clone(), en: self.en.clone() };
        TreatyText {
            clauses: self.duty.iter().zip(1..).map(|(d, n)| self.clause(d, n)).collect(),
            parties: self.members.iter().chain(&self.patrons).map(party).collect(),
            id: self.id.clone(),
            record,
            short: name.clone(),
            name,
            names_en: Vec::new(),
            names_ar: Vec::new(),
            form: "scheme".to_owned(),
            subject: "alliance".to_owned(),
            binding: None,
            stage: Stage::InForce,
            signed: Edtf::day(day),
            in_force: Some(Edtf::day(day)),
            ended: None,
            term_years: None,
            term: None,
            parties_complete: true,
            absent: Vec::new(),
            suspensions: Vec::new(),
            views: Vec::new(),
            sources: Vec::new(),
            confidence: Confidence::Cited,
            prevails: None,
            lead: false,
        }
    }

    fn clause(&self, duty: &SchemeDuty, number: usize) -> ClauseText {
        let codes = |list: &[String]| self.codes(list).unwrap_or_default();
        let said = format!("{} {number}", duty.duty);
        ClauseText {
            record: RecordId(format!("scheme:{}#{number}", self.id)),
            kind: duty.duty.kind(),
            duty: duty.duty,
            article: Some(number.to_string()),
            unnumbered: false,
            text: Phrase { ar: said.clone(), en: said },
            obliged: codes(&duty.obliged),
            by_all_states: false,
            beneficiary: codes(&duty.toward),
            against: codes(&duty.against),
            not_against: codes(&duty.not_against),
            when: duty.when.unwrap_or(Trigger::Attacked),
            automatic: duty.automatic,
            area: None,
            zone: Vec::new(),
            co_members: Some(duty.co_members),
            aimed_at: Vec::new(),
            by_party_request: false,
            caveat: None,
            scope: None,
            request_required: duty.request_required,
            unprovoked: false,
        }
    }
}
