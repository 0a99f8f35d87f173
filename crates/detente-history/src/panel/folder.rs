//! The folder with the public files.

use std::path::{Path, PathBuf};

use super::PanelError;
use super::table::Table;

/// A folder that holds the public files under the names they are distributed with.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at a path.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where a file stands, compressed or not; the plain name when it is not there.
    pub(crate) fn find(&self, name: &str) -> PathBuf {
        let plain = self.path.join(name);
        let packed = self.path.join(format!("{name}.gz"));
        if !plain.exists() && packed.exists() { packed } else { plain }
    }

    /// Whether a file is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).exists()
    }

    /// Reads a file.
    pub(crate) fn table(&self, name: &str) -> Result<Table, PanelError> {
        Table::open(&self.find(name))
    }
}
