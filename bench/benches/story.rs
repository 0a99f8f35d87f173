//! The same pieces of work with their distributions.

use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

#[divan::bench]
fn sentences(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(detente_bench::SENTENCES)).bench(|| detente_bench::coding().unwrap());
}

#[divan::bench]
fn ledger_append() {
    detente_bench::append().unwrap();
}

#[divan::bench]
fn relations_derive() {
    detente_bench::relations().unwrap();
}

#[divan::bench(args = [10, 12, 14, 16, 20, 24])]
fn frustration_packed(n: usize) {
    detente_bench::bound(n).unwrap();
}

#[divan::bench(args = [10, 12, 14, 16])]
fn frustration_exhaustive(n: usize) {
    detente_bench::exhaustive(n).unwrap();
}

#[divan::bench(args = [10, 12, 14, 16])]
fn frustration_plain(n: usize) {
    detente_bench::plain(n).unwrap();
}

#[divan::bench(args = [60, 100, 150])]
fn frustration_of_states(n: usize) {
    detente_bench::proved(n).unwrap();
}

#[divan::bench(args = [60, 100, 150])]
fn triangles(n: usize) {
    detente_bench::census(n).unwrap();
}

#[divan::bench(args = [60, 100, 150])]
fn triangles_plain(n: usize) {
    detente_bench::census_plain(n).unwrap();
}

#[divan::bench]
fn analogues() {
    detente_bench::analogues().unwrap();
}

#[divan::bench]
fn brief() {
    detente_bench::brief().unwrap();
}
