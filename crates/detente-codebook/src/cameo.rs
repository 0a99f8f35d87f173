//! CAMEO codes, PLOVER types and the Goldstein scale.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::CodebookError;

/// A valid CAMEO event code of three or four digits (Gerner, Schrodt & Yilmaz 2012).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CameoCode(String);

struct Row {
    code: &'static str,
    plover: &'static str,
    goldstein: Option<f64>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let file = include_str!("../../../data/codes/cameo.tsv");
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let (code, plover) = (cells.next()?, cells.next()?);
        Some(Row { code, plover, goldstein: cells.nth(1)?.parse().ok() })
    };
    file.lines().skip(1).filter_map(row).collect()
});

fn row(code: &str) -> Option<&'static Row> {
    ROWS.iter().find(|r| r.code == code)
}

impl CameoCode {
    /// The two-digit root: 01 to 20.
    #[must_use]
    pub fn root(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The PLOVER type of the code as the manual has it; none for statements (root 01).
    #[must_use]
    pub fn plover(&self) -> Option<Plover> {
        row(&self.0).and_then(|r| Plover::named(r.plover))
    }

    /// Whether both sides do the same thing, so that one act is two events.
    #[must_use]
    pub fn is_mutual(&self) -> bool {
        matches!(self.root(), "06") || matches!(self.as_str(), "040" | "041" | "044" | "046" | "050" | "057")
    }
}

/// The Goldstein score of a code, from -10 (war) to 10 (Goldstein 1992); `None` when neither the
/// code nor the one above it carries a score.
#[must_use]
pub fn goldstein(code: &CameoCode) -> Option<f64> {
    let own = |c: &str| row(c).and_then(|r| r.goldstein);
    let root = format!("{}0", code.root());
    own(&code.0).or_else(|| own(code.0.get(..3)?)).or_else(|| own(&root))
}

impl std::str::FromStr for CameoCode {
    type Err = CodebookError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        row(s).map(|r| Self(r.code.to_owned())).ok_or_else(|| CodebookError::CameoCode(s.to_owned()))
    }
}
impl TryFrom<String> for CameoCode {
    type Error = CodebookError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}
impl From<CameoCode> for String {
    fn from(c: CameoCode) -> Self {
        c.0
    }
}
impl std::fmt::Display for CameoCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! plover {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// One of the sixteen PLOVER event types (PLOVER manual, draft of 2021).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "UPPERCASE")]
        pub enum Plover { $($(#[$doc])* $name),+ }

        impl Plover {
            /// The type of that name in capitals.
            #[must_use]
            pub fn named(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }

            /// The name in capitals.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

plover! {
    /// Express intent to cooperate.
    Agree = "AGREE",
    /// Meet, talk, visit, mediate.
    Consult = "CONSULT",
    /// Support in diplomacy, sign, recognise, praise.
    Support = "SUPPORT",
    /// Cooperate in deeds.
    Cooperate = "COOPERATE",
    /// Give aid.
    Aid = "AID",
    /// Yield at home.
    Concede = "CONCEDE",
    /// Yield abroad: ease, release, withdraw.
    Retreat = "RETREAT",
    /// Ask or demand.
    Request = "REQUEST",
    /// Accuse, criticise, investigate.
    Accuse = "ACCUSE",
    /// Reject or refuse.
    Reject = "REJECT",
    /// Threaten.
    Threaten = "THREATEN",
    /// Protest in public.
    Protest = "PROTEST",
    /// Show or ready force.
    Mobilize = "MOBILIZE",
    /// Reduce relations, embargo, boycott.
    Sanction = "SANCTION",
    /// Coerce: seize, arrest, attack by computer.
    Coerce = "COERCE",
    /// Use violence.
    Assault = "ASSAULT",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back_and_has_a_type() {
        assert!(ROWS.len() > 250);
        for r in ROWS.iter() {
            let code: CameoCode = r.code.parse().unwrap();
            assert_eq!(code.to_string(), r.code);
            assert_eq!(code.plover().is_none(), code.root() == "01", "{code}");
        }
    }

    #[test]
    fn oddities_follow_the_manual() {
        let of = |s: &str| s.parse::<CameoCode>().unwrap();
        assert_eq!(of("057").plover(), Some(Plover::Support));
        assert_eq!(of("163").plover(), Some(Plover::Sanction));
        assert_eq!(goldstein(&of("1823")), Some(-10.0));
        assert!("13y".parse::<CameoCode>().is_err());
    }
}
