//! The optimised models against versions written as the equations stand, without a thought of speed.

use detente_lens::bargaining::smp::{SmpInput, SmpOptions, smp};
use detente_lens::bargaining::{EumOptions, ModelError, Stand, eum, median, simulate};
use proptest::prelude::*;

use super::{case, loose, stands};

/// One round of the expected-utility model, every sum written out.
fn plain_eum_round(c: &[f64], s: &[f64], x: &[f64], d: f64) -> Vec<f64> {
    let n = x.len();
    let chance = |i: usize, j: usize, r: &[f64]| -> f64 {
        let vote = |k: usize, i: usize, j: usize| {
            c[k] * s[k] * (((x[k] - x[j]).abs() / d).powf(r[k]) - ((x[k] - x[i]).abs() / d).powf(r[k]))
        };
        let mut all = 0.0;
        for a in 0..n {
            for b in 0..n {
                for k in 0..n {
                    if a != b {
                        all += vote(k, a, b).abs();
                    }
                }
            }
        }
        (0..n).map(|k| vote(k, i, j).max(0.0)).sum::<f64>() / if all > 0.0 { all } else { 1.0 }
    };
    let expected = |i: usize, j: usize, r: f64, exponents: &[f64]| {
        let apart = (x[i] - x[j]).abs() / d;
        let (won, lost, quo) =
            (2.0 - 4.0 * (0.5 - 0.5 * apart).powf(r), 2.0 - 4.0 * (0.5 + 0.5 * apart).powf(r), 2.0 - 4.0 * 0.5f64.powf(r));
        let p = chance(i, j, exponents);
        s[j] * (p * won + (1.0 - p) * lost) + (1.0 - s[j]) * won - quo
    };
    let neutral = vec![1.0; n];
    let sec: Vec<f64> = (0..n).map(|i| (0..n).filter(|j| *j != i).map(|j| expected(j, i, 1.0, &neutral)).sum()).collect();
    let (most, least) = (sec.iter().copied().fold(f64::MIN, f64::max), sec.iter().copied().fold(f64::MAX, f64::min));
    let exponents: Vec<f64> = sec
        .iter()
        .map(|v| {
            let risk = if most - least > 1e-9 { (2.0 * v - most - least) / (most - least) } else { 0.0 };
            (1.0 - risk / 3.0) / (1.0 + risk / 3.0)
        })
        .collect();
    (0..n)
        .map(|i| {
            let mut offers: Vec<(u8, f64, f64)> = Vec::new();
            for j in (0..n).filter(|j| *j != i) {
                let (a, b) = (expected(i, j, exponents[i], &exponents), expected(j, i, exponents[i], &exponents));
                if b > a && a > 0.0 {
                    offers.push((0, (x[i] - x[j]).abs(), x[j]));
                } else if a < 0.0 && b > a.abs() {
                    offers.push((1, (a.abs() * x[i] + b * x[j]) / (a.abs() + b), x[i] + (x[j] - x[i]) * (a / b).abs()));
                } else if a < 0.0 && b > 0.0 {
                    offers.push((2, (x[i] - x[j]).abs(), x[j]));
                }
            }
            offers.into_iter().min_by(|p, q| p.0.cmp(&q.0).then(p.1.total_cmp(&q.1))).map_or(x[i], |o| o.2)
        })
        .collect()
}

/// One turn of the spatial model in one dimension, every table computed for everybody.
fn plain_smp_turn(c: &[f64], s: &[f64], x: &[f64]) -> Vec<f64> {
    let n = x.len();
    let d = |i: usize, y: f64| if s[i] > 0.0 { (x[i] - y).abs() } else { 0.0 };
    let u = |d: f64, r: f64| (1.0 - d) * (1.0 + r * d);
    let elect = |options: usize, value: &dyn Fn(usize, usize) -> f64| -> Vec<f64> {
        let strength = |p: usize, q: usize| 1e-8 + (0..n).map(|a| (c[a] * (value(a, p) - value(a, q))).max(0.0)).sum::<f64>();
        let raw: Vec<f64> =
            (0..options).map(|p| (0..options).map(|q| strength(p, q) / (strength(p, q) + strength(q, p))).product()).collect();
        let total: f64 = raw.iter().sum();
        raw.iter().map(|p| p / total).collect()
    };
    let p = elect(n, &|k, i| u(d(k, x[i]), 0.0));
    let (most, least) = (p.iter().copied().fold(f64::MIN, f64::max), p.iter().copied().fold(f64::MAX, f64::min));
    let risk: Vec<f64> =
        p.iter().map(|p| if most > least { (3.0 * p - most - 2.0 * least) / (2.0 * (most - least)) } else { 0.0 }).collect();
    let mut bargains: Vec<Option<(usize, f64, f64)>> = vec![None; n];
    for i in 0..n {
        let seen = |k: usize, y: f64| u(d(k, y), (2.0 * risk[i] + risk[k]) / 3.0);
        let mut best = (1e-5, None);
        for j in (0..n).filter(|j| *j != i) {
            let own = 1e-10 + (s[i] * c[i] * (seen(i, x[i]) - seen(i, x[j]))).abs();
            let its = 1e-10 + (s[j] * c[j] * (seen(j, x[j]) - seen(j, x[i]))).abs();
            let (mut won, mut all) = (own, own + its);
            for k in (0..n).filter(|k| *k != i && *k != j) {
                let v0 = s[k] * c[k] * (seen(k, x[i]) - seen(k, x[j]));
                let q = (own + v0.max(0.0)) / (own + its + v0.abs());
                let join_i = q * (2.0 * seen(k, x[i]) + 1.0) + (1.0 - q) * 3.0 * seen(k, x[j]);
                let join_j = q * 3.0 * seen(k, x[i]) + (1.0 - q) * (2.0 * seen(k, x[j]) + 1.0);
                let v = s[k] * c[k] * (join_i - join_j);
                won += v.max(0.0);
                all += v.abs();
            }
            let chance = won / all;
            let (a, b) = (seen(i, x[i]), seen(i, x[j]));
            let gain = (1.0 - s[j]) * 2.0 * a + s[j] * (chance * 2.0 * a + (1.0 - chance) * 2.0 * b) - (a + b);
            if gain > best.0 {
                best = (gain, Some((j, chance)));
            }
        }
        if let (_, Some((j, chance))) = best {
            let (a, b) = ((s[i] * chance).powi(2), (s[j] * (1.0 - chance)).powi(2));
            let round = |v: f64| (v * 1e4).round() / 1e4;
            let total = a + b + 1e-6;
            bargains[i] = Some((j, round(((a + 1e-6) * x[i] + b * x[j]) / total), round((a * x[i] + (b + 1e-6) * x[j]) / total)));
        }
    }
    let after = |o: Option<usize>| {
        let mut y = x.to_vec();
        if let Some((i, (j, bi, bj))) = o.and_then(|i| bargains[i].map(|b| (i, b))) {
            y[i] = bi;
            y[j] = bj;
        }
        y
    };
    (0..n)
        .map(|k| {
            let mut open: Vec<Option<usize>> = vec![None];
            open.extend((0..n).filter(|i| bargains[*i].is_some_and(|b| *i == k || b.0 == k)).map(Some));
            let value = |a: usize, o: usize| after(open[o]).iter().map(|y| u(d(a, *y), risk[a])).sum::<f64>() / n as f64;
            let chances = elect(open.len(), &value);
            let mut best = 0;
            for o in 1..open.len() {
                if chances[o] > chances[best] {
                    best = o;
                }
            }
            after(open[best])[k]
        })
        .collect()
}

fn columns(actors: &[Stand]) -> [Vec<f64>; 3] {
    [
        actors.iter().map(|a| a.capability).collect(),
        actors.iter().map(|a| a.salience).collect(),
        actors.iter().map(|a| a.position).collect(),
    ]
}

proptest! {
    #[test]
    fn eum_is_what_the_equations_say(actors in loose(7)) {
        let [c, s, x] = columns(&actors);
        let d = x.iter().copied().fold(f64::MIN, f64::max) - x.iter().copied().fold(f64::MAX, f64::min);
        prop_assume!(d > 1e-3);
        let fast = eum(&actors, &EumOptions { rounds: 1, ..EumOptions::default() });
        for (a, b) in fast[0].iter().zip(plain_eum_round(&c, &s, &x, d)) {
            prop_assert!((a - b).abs() < 1e-9, "{a} and {b}");
        }
    }

    #[test]
    fn smp_is_what_the_equations_say(actors in loose(7)) {
        let [c, s, x] = columns(&actors);
        let input = SmpInput { dimensions: 1, capability: c.clone(), positions: x.clone(), salience: s.clone() };
        let fast = smp(&input, &SmpOptions { most_turns: 1, ..SmpOptions::default() });
        for (a, b) in fast[1].iter().zip(plain_smp_turn(&c, &s, &x)) {
            prop_assert!((a - b).abs() < 1e-9, "{a} and {b}");
        }
    }

    /// The median of sorted weights against the definition: no held position beats it in a vote.
    #[test]
    fn the_median_is_beaten_by_nobody(actors in stands(12)) {
        let weights: Vec<f64> = actors.iter().map(Stand::weight).collect();
        let x: Vec<f64> = actors.iter().map(|a| a.position).collect();
        prop_assume!(weights.iter().sum::<f64>() > 0.0);
        let m = median(&x, &weights);
        for rival in &x {
            let vote = |(y, w): (&f64, &f64)| w * ((rival - y).abs() - (m - y).abs()).signum() * f64::from(u8::from(rival != &m));
            prop_assert!(x.iter().zip(&weights).map(vote).sum::<f64>() >= -1e-9, "{rival} beats {m}");
        }
    }

    /// Sobol indices by running sums against whole new means.
    #[test]
    fn indices_add_up_to_little_more_than_one(actors in loose(6), seed in any::<u64>()) {
        let s = simulate(&case(&actors), 0, 4000, seed, ModelError::fitted());
        let first: f64 = s.by_actor.iter().map(|x| x.first).sum();
        let total: f64 = s.by_actor.iter().map(|x| x.total).sum();
        prop_assert!((first - 1.0).abs() < 0.25 && (0.85..1.4).contains(&total), "{first} {total}");
    }
}
