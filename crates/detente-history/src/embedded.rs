//! The data files as they are compiled in.

use include_dir::{Dir, include_dir};

use crate::HistoryError;

static TREATIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/treaties");
static BASE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/base");

/// A data file: its name relative to `data/`, and its text.
pub(crate) struct DataFile {
    pub(crate) name: String,
    pub(crate) text: &'static str,
}

impl DataFile {
    pub(crate) fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, HistoryError> {
        toml::from_str(self.text).map_err(|e| self.wrong(e.to_string()))
    }

    pub(crate) fn wrong(&self, what: String) -> HistoryError {
        HistoryError::Data { file: self.name.clone(), what }
    }
}

fn files(folder: &str, dir: &'static Dir<'static>) -> Vec<DataFile> {
    let file = |f: &'static include_dir::File<'static>| {
        let name = f.path().file_name()?.to_str()?;
        let data = name.ends_with(".toml") && !name.ends_with(".origin.toml");
        data.then_some(DataFile { name: format!("{folder}/{name}"), text: f.contents_utf8()? })
    };
    let mut out: Vec<DataFile> = dir.files().filter_map(file).collect();
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

/// The files of treaties, by name.
pub(crate) fn treaties() -> Vec<DataFile> {
    files("treaties", &TREATIES)
}

/// The file of kept rates first, then those of facts, by name.
pub(crate) fn base() -> (Vec<DataFile>, Vec<DataFile>) {
    files("base", &BASE).into_iter().partition(|f| f.name == "base/kept_rates.toml")
}
