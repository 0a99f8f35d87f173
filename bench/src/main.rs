//! Prints what each piece of work costs and how that compares with its baseline.

use std::time::{Duration, Instant};

use detente_bench::{Failure, cases};

/// The median of runs that together take about half a second, after one to warm up.
fn median(work: fn() -> Result<(), Failure>) -> Result<Duration, Failure> {
    work()?;
    let began = Instant::now();
    let mut runs = Vec::new();
    while runs.len() < 5 || (began.elapsed() < Duration::from_millis(500) && runs.len() < 10_000) {
        let start = Instant::now();
        work()?;
        runs.push(start.elapsed());
    }
    runs.sort();
    Ok(runs[runs.len() / 2])
}

fn main() -> Result<(), Failure> {
    println!("{:<38} {:>12} {:>18} {:>8}  baseline", "work", "median", "rate", "ratio");
    for case in cases() {
        let (work, plain) = (median(case.work)?, median(case.plain)?);
        let (n, item) = case.items;
        let rate = format!("{:.0} {item}/s", n as f64 / work.as_secs_f64());
        let ratio = work.as_secs_f64() / plain.as_secs_f64();
        println!("{:<38} {:>12} {:>18} {:>8}  {}", case.name, format!("{work:.1?}"), rate, format!("{ratio:.2}"), case.baseline);
    }
    Ok(())
}
