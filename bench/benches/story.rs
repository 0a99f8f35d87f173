//! The same pieces of work with their distributions.

use detente_codebook::Language;
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

#[divan::bench]
fn sentences(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(detente_bench::SENTENCES)).bench(|| detente_bench::coding().unwrap());
}

#[divan::bench(args = ["ar", "en"])]
fn raw_sentences(bencher: Bencher<'_, '_>, language: &str) {
    let language = if language == "ar" { Language::Ar } else { Language::En };
    bencher.counter(ItemsCount::new(detente_bench::LINES)).bench(|| detente_bench::raw(language).unwrap());
}

#[divan::bench]
fn parsed_sentences(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(detente_bench::LINES)).bench(|| detente_bench::parsed().unwrap());
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

#[divan::bench]
fn who_is_bound() {
    detente_bench::question().unwrap();
}

#[divan::bench]
fn who_is_bound_plain() {
    detente_bench::question_plain().unwrap();
}

#[divan::bench(sample_count = 5)]
fn cascades_of_all_pairs() {
    detente_bench::pairs().unwrap();
}

#[divan::bench]
fn cascades_of_few_pairs(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(detente_bench::FEW)).bench(|| detente_bench::few_pairs().unwrap());
}

#[divan::bench(sample_count = 10)]
fn cascades_of_few_pairs_plain(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(detente_bench::FEW)).bench(|| detente_bench::few_pairs_plain().unwrap());
}

#[divan::bench(sample_count = 10)]
fn cascades_sampled() {
    detente_bench::sampled().unwrap();
}

#[divan::bench(sample_count = 10)]
fn cascades_sampled_plain() {
    detente_bench::sampled_plain().unwrap();
}

#[divan::bench(sample_count = 20)]
fn draws_with_indices() {
    detente_bench::draws().unwrap();
}

#[divan::bench]
fn expected_utility() {
    detente_bench::expected_utility().unwrap();
}

#[divan::bench(args = [40, 160], sample_count = 10)]
fn spatial_model(n: u32) {
    detente_bench::spatial(n).unwrap();
}
