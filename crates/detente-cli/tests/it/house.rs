//! The files of the repository.

use std::path::{Path, PathBuf};

/// Folders that hold what was built, found or downloaded, and nothing written by hand.
const MADE: [&str; 7] = [".git", "target", "artifacts", "corpus", "coverage", "node_modules", "__pycache__"];

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

/// Every file under a folder of the repository, sorted; paths are relative to the root, with `/`.
pub(crate) fn files(under: &str) -> Vec<String> {
    let mut out = Vec::new();
    walk(&root().join(under), &mut out);
    out.sort();
    out
}

fn walk(folder: &Path, out: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if MADE.contains(&name.as_str()) || path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            walk(&path, out);
        } else if path.is_file() && !name.ends_with(".snap.new") && !name.ends_with(".pending-snap") {
            let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            out.push(path);
        }
    }
}

/// The text of a file; none when it is not text.
pub(crate) fn text(path: &str) -> Option<String> {
    String::from_utf8(std::fs::read(root().join(path)).unwrap()).ok().filter(|t| !t.contains('\0'))
}

/// Fails with every complaint at once, so that one run shows all there is to mend.
pub(crate) fn none(complaints: &[String], mend: &str) {
    assert!(complaints.is_empty(), "\n{}\n\nmend: {mend}\n", complaints.join("\n"));
}
