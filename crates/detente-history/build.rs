//! Rebuilds the crate when a data file is added, changed or taken away.

fn main() {
    println!("cargo:rerun-if-changed=../../data/treaties");
    println!("cargo:rerun-if-changed=../../data/base");
}
