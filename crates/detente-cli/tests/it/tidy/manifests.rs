//! Every manifest against the dependency diagram: `cli → web → detente → {coder, ledger, lens → history} → codebook`.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::house::{files, none, root, text};

/// The crates of ours that each crate may use.
const DIAGRAM: [(&str, &[&str]); 8] = [
    ("detente-codebook", &[]),
    ("detente-coder", &["detente-codebook"]),
    ("detente-history", &["detente-codebook"]),
    ("detente-ledger", &["detente-codebook"]),
    ("detente-lens", &["detente-codebook", "detente-history"]),
    ("detente", &["detente-codebook", "detente-coder", "detente-history", "detente-ledger", "detente-lens"]),
    ("detente-web", &["detente", "detente-codebook", "detente-coder", "detente-history", "detente-ledger", "detente-lens"]),
    (
        "detente-cli",
        &["detente", "detente-codebook", "detente-coder", "detente-history", "detente-ledger", "detente-lens", "detente-web"],
    ),
];

/// What only some crates may know, and why.
const KEPT: [(&[&str], &[&str], &str); 4] = [
    (&["rusqlite", "libsqlite3-sys", "sqlx", "diesel"], &["detente-ledger"], "only the ledger knows SQL"),
    (
        &["tokio", "axum", "hyper", "tower", "tower-http", "reqwest", "async-std", "smol", "futures"],
        &["detente-web"],
        "only the web knows async and the network",
    ),
    (&["maud", "fluent-bundle", "askama"], &["detente", "detente-web"], "only rendering knows layout and language"),
    (&["clap", "anstream", "indicatif"], &["detente-cli"], "only the command line knows the terminal"),
];

fn manifests() -> BTreeMap<String, Table> {
    let is_manifest = |p: &String| p.matches('/').count() == 2 && p.ends_with("/Cargo.toml");
    let read = |path: String| {
        let manifest: Table = text(&path).unwrap().parse().unwrap();
        (manifest["package"]["name"].as_str().unwrap().to_owned(), manifest)
    };
    files("crates").into_iter().filter(is_manifest).map(read).collect()
}

fn names(manifest: &Table, sections: &[&str]) -> Vec<String> {
    let table = |section: &&str| manifest.get(*section).and_then(Value::as_table).cloned().unwrap_or_default();
    sections.iter().flat_map(|section| table(section).into_iter().map(|(name, _)| name)).collect()
}

#[test]
fn dependencies_run_one_way() {
    let mut wrong = Vec::new();
    for (name, manifest) in manifests() {
        let Some((_, allowed)) = DIAGRAM.iter().find(|(crate_, _)| *crate_ == name) else {
            wrong.push(format!("{name} is not in the diagram"));
            continue;
        };
        let ours = names(&manifest, &["dependencies", "dev-dependencies", "build-dependencies"]);
        let ours = ours.iter().filter(|d| *d == "detente" || d.starts_with("detente-"));
        wrong.extend(ours.filter(|d| !allowed.contains(&d.as_str())).map(|d| format!("{name} uses {d}")));
    }
    none(&wrong, "move the code down to where both may see it, or draw the diagram anew in ARCHITECTURE.md and here");
}

#[test]
fn heavy_knowledge_stays_where_it_belongs() {
    let mut wrong = Vec::new();
    for (name, manifest) in manifests() {
        for dependency in names(&manifest, &["dependencies", "build-dependencies"]) {
            let kept = KEPT.iter().filter(|(what, who, _)| what.contains(&dependency.as_str()) && !who.contains(&name.as_str()));
            wrong.extend(kept.map(|(_, _, why)| format!("{name} uses {dependency}: {why}")));
        }
    }
    none(&wrong, "put it behind the crate that may know it");
}

#[test]
fn every_crate_inherits_lints_and_package_fields() {
    let mut wrong = Vec::new();
    for (name, manifest) in manifests() {
        let inherits = |table: Option<&Value>| table.and_then(|t| t.get("workspace")).and_then(Value::as_bool) == Some(true);
        if !inherits(manifest.get("lints")) {
            wrong.push(format!("{name}: no `[lints] workspace = true`"));
        }
        let fields = ["version", "edition", "rust-version", "license", "repository", "publish"];
        let own = fields.iter().filter(|field| !inherits(manifest["package"].get(field)));
        wrong.extend(own.map(|field| format!("{name}: `{field}` is not `{field}.workspace = true`")));
    }
    none(&wrong, "inherit it from the workspace, so that one place decides");
}

/// `cargo run -- brief …` from the root needs to know which binary is meant.
#[test]
fn there_is_one_binary_and_it_is_detente() {
    let mut found = Vec::new();
    for (name, manifest) in manifests() {
        let listed = manifest.get("bin").and_then(Value::as_array).cloned().unwrap_or_default();
        found.extend(listed.iter().map(|bin| bin["name"].as_str().unwrap().to_owned()));
        let folder = root().join("crates").join(&name).join("src");
        if listed.is_empty() && (folder.join("main.rs").exists() || folder.join("bin").exists()) {
            found.push(name);
        }
    }
    assert_eq!(found, ["detente"], "a second binary makes `cargo run` ask which one is meant");
}

/// Members that are hidden from a plain `cargo test` break unseen.
#[test]
fn the_workspace_has_no_default_members() {
    let workspace: Table = text("Cargo.toml").unwrap().parse().unwrap();
    assert!(workspace["workspace"].get("default-members").is_none());
}
