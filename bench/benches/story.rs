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
fn frustration_bounded(n: usize) {
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

#[divan::bench]
fn brief() {
    detente_bench::brief().unwrap();
}
