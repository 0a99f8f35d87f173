//! Reading the TOML tables that are compiled in.

use serde::de::DeserializeOwned;
use toml::de::Error;

/// A table that is compiled in. It is taken apart once, here, and each type takes its part from the values: read
/// straight from the text, every type would be compiled once more for each way in which TOML writes a table, which was
/// two fifths of all code of the coder. The price is that errors name no line; the tests of a table do.
///
/// # Errors
/// When the text is no TOML, or no `T`.
pub fn embedded<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    value(text)?.try_into()
}

fn value(text: &str) -> Result<toml::Value, Error> {
    toml::from_str(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_from_its_text() {
        #[derive(serde::Deserialize, PartialEq, Debug)]
        #[serde(deny_unknown_fields)]
        struct Row {
            name: String,
            years: (i16, i16),
            day: Option<crate::Edtf>,
        }
        let text = "[[row]]\nname = \"a\"\nyears = [1816, 1817]\nday = \"1816-01\"\n[[row]]\nname = \"b\"\nyears = [1, 2]\n";
        type File = std::collections::BTreeMap<String, Vec<Row>>;
        let read: File = embedded(text).unwrap();
        assert_eq!(read, toml::from_str::<File>(text).unwrap());
        assert!(embedded::<File>("[[row]]\nname = \"a\"\nyears = [1, 2]\nmore = 1\n").is_err());
        assert!(embedded::<File>("row =").is_err());
    }
}
