//! What is asked for: the name of a data set and how it is to be read.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A data set by name, with options: `cow_mids`, `cow_mids:none`, `contiguity:slice=last`.
///
/// The names are those of the field's package, with or without `add_`. A bare option is a value
/// whose meaning is plain: the columns to keep, joined by `+`, or `none` for no more than needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The name.
    pub name: String,
    options: BTreeMap<String, String>,
}

impl Wish {
    /// A data set without options.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), options: BTreeMap::new() }
    }

    /// The value of an option.
    #[must_use]
    pub fn option(&self, key: &str) -> Option<&str> {
        self.options.get(key).map(String::as_str)
    }

    /// Whether an option is set.
    #[must_use]
    pub fn is(&self, key: &str) -> bool {
        self.option(key).is_some_and(|v| matches!(v, "true" | "TRUE" | "yes" | "1"))
    }

    /// The values of an option, joined by `+`.
    #[must_use]
    pub fn list(&self, key: &str) -> Vec<String> {
        self.option(key).map_or_else(Vec::new, |v| v.split('+').filter(|w| !w.is_empty()).map(str::to_owned).collect())
    }

    /// The columns to keep; none when all are kept.
    pub(crate) fn keep(&self) -> Option<Vec<String>> {
        let keep = self.option("keep")?;
        Some(if matches!(keep, "none" | "NULL") { Vec::new() } else { self.list("keep") })
    }
}

/// Names under which data sets are asked for besides their own.
const OTHERS: [(&str, &str); 12] = [
    ("atop", "atop_alliance"),
    ("mids", "cow_mids"),
    ("majors", "cow_majors"),
    ("capdist", "capital_distance"),
    ("mindist", "minimum_distance"),
    ("rivalries", "strategic_rivalries"),
    ("gdp", "sim_gdp_pop"),
    ("sdp_gdp", "sim_gdp_pop"),
    ("trade", "cow_trade"),
    ("wars", "cow_wars"),
    ("prd", "filter_prd"),
    ("peace_spells", "spells"),
];

fn key_of(value: &str) -> &'static str {
    match value {
        "inter" | "intra" => "type",
        "first" | "last" => "slice",
        "onset" | "ongoing" => "event",
        "mry" => "mry",
        "only_wars" => "only_wars",
        "sidea-orig" | "sidea-with-joiners" | "sidea-all-joiners" => "init",
        "ndir" => "ndir",
        _ => "keep",
    }
}

impl FromStr for Wish {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split(':');
        let plain = parts.next().unwrap_or_default().trim().replace('-', "_");
        let plain = plain.trim_end_matches("()").to_ascii_lowercase();
        let plain = plain.strip_prefix("add_").unwrap_or(&plain);
        if plain.is_empty() {
            return Err("a name of a data set is wanted, such as cow_mids".to_owned());
        }
        let own = OTHERS.iter().find(|(other, _)| *other == plain).map_or(plain, |(_, own)| own);
        let mut wish = Self::new(own);
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((key_of(part), part));
            let value = if key == part { "true" } else { value };
            let key = if key == "conflict_event_type" { "event" } else { key };
            let value = if part == "mry" || part == "only_wars" { "true" } else { value };
            wish.options.insert(key.to_owned(), value.trim_matches('"').to_owned());
        }
        Ok(wish)
    }
}

impl fmt::Display for Wish {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.name)?;
        self.options.iter().try_for_each(|(key, value)| write!(f, ":{key}={value}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_package_are_understood() {
        let wish: Wish = "add_cow-mids:none".parse().unwrap();
        assert_eq!((wish.name.as_str(), wish.keep()), ("cow_mids", Some(Vec::new())));
        let wish: Wish = "cow_wars:inter".parse().unwrap();
        assert_eq!(wish.option("type"), Some("inter"));
        let wish: Wish = "contiguity:slice=last:mry".parse().unwrap();
        assert_eq!((wish.option("slice"), wish.is("mry")), (Some("last"), true));
        let wish: Wish = "ucdp_acd:type=intrastate+II:only_wars".parse().unwrap();
        assert_eq!((wish.list("type"), wish.is("only_wars")), (vec!["intrastate".to_owned(), "II".to_owned()], true));
        assert!("".parse::<Wish>().is_err());
    }
}
