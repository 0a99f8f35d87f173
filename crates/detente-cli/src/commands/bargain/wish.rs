//! Reads a what-if from the command line.

use detente_lens::bargaining::{Attribute, Change};

/// `ACTOR.FIELD=VALUE`; the name of the actor may hold points and signs of equality itself.
pub(crate) fn change(text: &str) -> Result<Change, String> {
    let wrong = || format!("`{text}` is no change; write ACTOR.position=X, ACTOR.capability=X or ACTOR.salience=X");
    let (left, value) = text.rsplit_once('=').ok_or_else(wrong)?;
    let (actor, field) = left.trim().rsplit_once('.').ok_or_else(wrong)?;
    let attribute = match field {
        "position" => Attribute::Position,
        "capability" => Attribute::Capability,
        "salience" => Attribute::Salience,
        _ => return Err(wrong()),
    };
    let to = value.trim().parse::<f64>().ok().filter(|x| x.is_finite()).ok_or_else(wrong)?;
    Ok(Change { actor: actor.to_owned(), attribute, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_hold_points() {
        let read = change("St. Lucia.salience=0.25").unwrap();
        assert_eq!(read, Change { actor: "St. Lucia".to_owned(), attribute: Attribute::Salience, to: 0.25 });
    }

    #[test]
    fn what_is_no_change_is_refused() {
        for text in ["", "a", "a=1", "a.b=1", "a.salience", "a.salience=x", "a.salience=NaN"] {
            assert!(change(text).is_err(), "{text}");
        }
    }
}
