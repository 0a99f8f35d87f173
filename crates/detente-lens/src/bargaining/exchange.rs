//! The exchange model for linked issues (Stokman & van Oosten 1994): two actors who stand on opposite
//! sides of two issues each give way on the one they care less about, to equal gain.

use std::collections::BTreeMap;

use super::case::Case;
use super::centre::mean;
use super::error::CaseError;

/// All pairs of actors and of issues are compared.
const MOST: usize = 100;

/// How fast positions follow what was exchanged: a fixed part, and a part for those who care little.
const FOLLOW: f64 = 0.1;
const FOLLOW_INDIFFERENT: f64 = 0.4;

/// One exchange.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The issue on which the first actor is given what it wants, by its place in the file.
    pub issue: usize,
    /// The actor that gains there.
    pub gains: String,
    /// The actor that gives way there, and gains on the other issue.
    pub gives: String,
    /// The other issue.
    pub against: usize,
    /// What either gains, in shares of an axis times salience.
    pub gain: f64,
}

/// A round of exchanges.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeRound {
    /// By issue: the weighted mean before the exchanges, in units of the issue.
    pub preference: Vec<f64>,
    /// By issue: the weighted mean of what the actors vote for after them.
    pub voting: Vec<f64>,
    /// The exchanges made, the most gainful first.
    pub exchanges: Vec<Exchange>,
}

/// Runs the model on linked issues. Actors are the same where their names are; who is absent from an
/// issue does not trade on it.
///
/// # Errors
/// [`CaseError::TooMany`] beyond 100 actors, and [`CaseError::OneDimension`].
pub fn exchange(cases: &[Case], rounds: usize) -> Result<Vec<ExchangeRound>, CaseError> {
    if cases.iter().any(|c| c.dimensions() != 1) {
        return Err(CaseError::OneDimension("exchange"));
    }
    let mut table = Table::new(cases);
    let actors = table.names.len();
    if actors > MOST {
        return Err(CaseError::TooMany { model: "exchange", most: MOST, actors });
    }
    Ok((0..rounds).map(|_| table.round(cases)).collect())
}

#[derive(Clone, Copy)]
struct Cell {
    position: f64,
    salience: f64,
    /// Share of the weight on the issue: what one unit of movement does to its mean.
    lever: f64,
}

struct Table {
    names: Vec<String>,
    /// By issue, then actor.
    cells: Vec<Vec<Option<Cell>>>,
    votes: Vec<Vec<f64>>,
}

/// A possible exchange: `i` gains on `p` where `j` moves, `j` gains on `q` where `i` moves.
struct Deal {
    i: usize,
    j: usize,
    p: usize,
    q: usize,
    j_to: f64,
    i_to: f64,
    gain: f64,
}

impl Table {
    fn new(cases: &[Case]) -> Self {
        let mut index = BTreeMap::new();
        let mut names = Vec::new();
        for actor in cases.iter().flat_map(|c| &c.actors) {
            index.entry(actor.name.clone()).or_insert_with(|| {
                names.push(actor.name.clone());
                names.len() - 1
            });
        }
        let mut cells = vec![vec![None; names.len()]; cases.len()];
        for (case, row) in cases.iter().zip(&mut cells) {
            let stands = case.stands(0);
            let total: f64 = stands.iter().map(super::Stand::weight).sum();
            for (actor, s) in case.actors.iter().zip(&stands) {
                let lever = if total > 0.0 { s.weight() / total } else { 0.0 };
                row[index[&actor.name]] = Some(Cell { position: s.position, salience: s.salience, lever });
            }
        }
        let votes = vec![vec![0.0; names.len()]; cases.len()];
        Self { names, cells, votes }
    }

    fn centre(&self, p: usize, of: impl Fn(usize, &Cell) -> f64) -> f64 {
        let (x, w): (Vec<f64>, Vec<f64>) =
            self.cells[p].iter().enumerate().filter_map(|(i, c)| c.as_ref().map(|c| (of(i, c), c.lever))).unzip();
        mean(&x, &w)
    }

    fn round(&mut self, cases: &[Case]) -> ExchangeRound {
        let issues = 0..self.cells.len();
        let before: Vec<f64> = issues.clone().map(|p| self.centre(p, |_, c| c.position)).collect();
        for (votes, cells) in self.votes.iter_mut().zip(&self.cells) {
            votes.iter_mut().zip(cells).for_each(|(v, c)| *v = c.map_or(0.0, |c| c.position));
        }
        let exchanges = self.trade(&before);
        let after: Vec<f64> = issues.map(|p| self.centre(p, |i, _| self.votes[p][i])).collect();
        self.follow();
        let on_axis = |x: &[f64]| x.iter().zip(cases).map(|(x, c)| c.scale.at(*x)).collect();
        ExchangeRound { preference: on_axis(&before), voting: on_axis(&after), exchanges }
    }

    /// Makes the most gainful exchange first; a supply once used cannot be given again.
    fn trade(&mut self, centres: &[f64]) -> Vec<Exchange> {
        let mut deals = self.deals(centres);
        deals.sort_by(|a, b| b.gain.total_cmp(&a.gain));
        let mut used = vec![vec![false; self.names.len()]; self.cells.len()];
        let mut made = Vec::new();
        for d in deals {
            if used[d.p][d.j] || used[d.q][d.i] {
                continue;
            }
            (used[d.p][d.j], used[d.q][d.i]) = (true, true);
            self.votes[d.p][d.j] = d.j_to;
            self.votes[d.q][d.i] = d.i_to;
            let name = |i: usize| self.names[i].clone();
            made.push(Exchange { issue: d.p, gains: name(d.i), gives: name(d.j), against: d.q, gain: d.gain });
        }
        made
    }

    fn deals(&self, centres: &[f64]) -> Vec<Deal> {
        let (n, m) = (self.names.len(), self.cells.len());
        let mut deals = Vec::new();
        for (i, j) in (0..n * n).map(|c| (c / n, c % n)).filter(|(i, j)| i != j) {
            for (p, q) in (0..m * m).map(|c| (c / m, c % m)).filter(|(p, q)| p != q) {
                deals.extend(self.deal((i, j), (p, q), centres));
            }
        }
        deals
    }

    /// The exchange in which `i` gains on `p` and `j` on `q`, if both stand on opposite sides of both
    /// and `i` cares relatively more about `p`.
    fn deal(&self, (i, j): (usize, usize), (p, q): (usize, usize), centres: &[f64]) -> Option<Deal> {
        let (ip, iq, jp, jq) = (self.cells[p][i]?, self.cells[q][i]?, self.cells[p][j]?, self.cells[q][j]?);
        let opposite = |a: Cell, b: Cell, o: f64| (a.position - o) * (b.position - o) < 0.0;
        let cares = ip.salience * jq.salience > iq.salience * jp.salience;
        if !cares || !opposite(ip, jp, centres[p]) || !opposite(iq, jq, centres[q]) {
            return None;
        }
        let ratio = (ip.salience + jp.salience) / (iq.salience + jq.salience);
        let (full_p, full_q) = ((ip.position - jp.position).abs(), (jq.position - iq.position).abs());
        // The whole way on p, unless its price on q is more than there is to give.
        let shift_p = (full_p * jp.lever).min(full_q * iq.lever / ratio);
        let shift_q = shift_p * ratio;
        let gain = shift_p * ip.salience - shift_q * iq.salience;
        let toward = |from: f64, to: f64, shift: f64, lever: f64| from + (to - from).signum() * shift / lever;
        (gain > 1e-12).then(|| Deal {
            i,
            j,
            p,
            q,
            j_to: toward(jp.position, ip.position, shift_p, jp.lever),
            i_to: toward(iq.position, jq.position, shift_q, iq.lever),
            gain,
        })
    }

    /// Where the next round starts: between what one wanted and what one voted for.
    fn follow(&mut self) {
        for (cells, votes) in self.cells.iter_mut().zip(&self.votes) {
            for (cell, vote) in cells.iter_mut().zip(votes) {
                if let Some(c) = cell {
                    let step = (1.0 - c.salience) * FOLLOW_INDIFFERENT + FOLLOW;
                    c.position += step * (vote - c.position);
                }
            }
        }
    }
}
