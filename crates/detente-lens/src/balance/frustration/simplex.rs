//! The heaviest fractional packing of given cycles, by the simplex method.
//!
//! # Method
//! Each cycle has a weight of at least 0; the weights of the cycles through a tie add up to no more
//! than its capacity; their sum is to be greatest. The revised simplex method (Dantzig 1963) starts
//! with all weights 0 and keeps the inverse of the basis as a product of elementary matrices. The
//! prices of the ties are the other half of the answer: a cycle whose ties cost less than 1
//! together would make the packing heavier.

/// Below this a number counts as 0.
const TINY: f64 = 1e-9;

/// After so many changes of the basis its inverse is made anew.
const RENEW: usize = 80;

/// The packing as it stands.
pub(super) struct Simplex {
    capacity: Vec<f64>,
    cycles: Vec<Vec<u32>>,
    /// What is basic in each row: the slack of the row, or a cycle.
    basis: Vec<Option<u32>>,
    values: Vec<f64>,
    basic: Vec<bool>,
    changes: Vec<Change>,
    fresh: usize,
    prices: Vec<f64>,
}

/// One elementary matrix: the row where it pivots, and its column.
struct Change {
    row: u32,
    pivot: f64,
    column: Vec<(u32, f64)>,
}

impl Simplex {
    /// The empty packing under these capacities.
    pub(super) fn new(capacity: Vec<f64>) -> Self {
        let rows = capacity.len();
        Self {
            values: capacity.clone(),
            capacity,
            cycles: Vec::new(),
            basis: vec![None; rows],
            basic: Vec::new(),
            changes: Vec::new(),
            fresh: 0,
            prices: vec![0.0; rows],
        }
    }

    /// Offers a cycle.
    pub(super) fn offer(&mut self, cycle: Vec<u32>) {
        self.cycles.push(cycle);
        self.basic.push(false);
    }

    /// What each tie costs.
    pub(super) fn prices(&self) -> &[f64] {
        &self.prices
    }

    /// The cycles of the packing with their weights.
    pub(super) fn weights(&self) -> impl Iterator<Item = (&[u32], f64)> {
        let of = |(c, value): (&Option<u32>, &f64)| Some((self.cycles[(*c)? as usize].as_slice(), *value));
        self.basis.iter().zip(&self.values).filter_map(of)
    }

    /// One improvement; false when the offered cycles allow none.
    pub(super) fn improve(&mut self) -> bool {
        self.price();
        let Some(cycle) = self.entering() else { return false };
        let column = self.column(cycle);
        let Some(row) = self.leaving(&column) else { return false };
        self.exchange(row, cycle, &column);
        if self.fresh >= RENEW {
            self.renew();
        }
        true
    }

    /// Prices every tie under the present basis.
    fn price(&mut self) {
        for (price, basic) in self.prices.iter_mut().zip(&self.basis) {
            *price = if basic.is_some() { 1.0 } else { 0.0 };
        }
        for change in self.changes.iter().rev() {
            let sum: f64 = change.column.iter().map(|(row, x)| self.prices[*row as usize] * x).sum();
            let own = &mut self.prices[change.row as usize];
            *own = (*own - sum) / change.pivot;
        }
    }

    /// The offered cycle that promises most for its length.
    fn entering(&self) -> Option<u32> {
        let mut best = (1e-7, None);
        for (n, cycle) in (0u32..).zip(&self.cycles) {
            if !self.basic[n as usize] {
                let cost: f64 = cycle.iter().map(|e| self.prices[*e as usize]).sum();
                let gain = (1.0 - cost) / length(cycle.len());
                if gain > best.0 {
                    best = (gain, Some(n));
                }
            }
        }
        best.1
    }

    /// A cycle in terms of the basis.
    fn column(&self, cycle: u32) -> Vec<f64> {
        let mut column = vec![0.0; self.capacity.len()];
        for edge in &self.cycles[cycle as usize] {
            column[*edge as usize] = 1.0;
        }
        self.solve(&mut column);
        column
    }

    fn solve(&self, column: &mut [f64]) {
        for change in &self.changes {
            let own = column[change.row as usize];
            if own != 0.0 {
                let share = own / change.pivot;
                for (row, x) in &change.column {
                    column[*row as usize] -= share * x;
                }
                column[change.row as usize] = share;
            }
        }
    }

    /// The row that limits how far a column can enter; of rows that limit alike, the one with the greatest entry.
    fn leaving(&self, column: &[f64]) -> Option<usize> {
        let mut best: Option<(f64, f64, usize)> = None;
        for (row, x) in column.iter().enumerate().filter(|(_, x)| **x > TINY) {
            let ratio = self.values[row].max(0.0) / x;
            if best.is_none_or(|(least, entry, _)| ratio < least - TINY || (ratio < least + TINY && *x > entry)) {
                best = Some((ratio, *x, row));
            }
        }
        best.map(|(_, _, row)| row)
    }

    fn exchange(&mut self, row: usize, cycle: u32, column: &[f64]) {
        let step = self.values[row] / column[row];
        for (value, x) in self.values.iter_mut().zip(column).filter(|(_, x)| **x != 0.0) {
            *value -= step * x;
        }
        self.values[row] = step;
        if let Some(old) = self.basis[row].replace(cycle) {
            self.basic[old as usize] = false;
        }
        self.basic[cycle as usize] = true;
        self.note(row, column);
        self.fresh += 1;
    }

    fn note(&mut self, row: usize, column: &[f64]) {
        let entries = (0u32..).zip(column).filter(|(r, x)| *r as usize != row && x.abs() > 1e-12);
        let change = Change {
            row: u32::try_from(row).unwrap_or(u32::MAX),
            pivot: column[row],
            column: entries.map(|(r, x)| (r, *x)).collect(),
        };
        self.changes.push(change);
    }

    /// Makes the inverse anew: cycles that meet few rows without slack go first, which keeps the product thin.
    fn renew(&mut self) {
        let mut cycles: Vec<u32> = self.basis.iter().filter_map(|b| *b).collect();
        let mut open: Vec<bool> = self.basis.iter().map(Option::is_some).collect();
        self.changes.clear();
        self.fresh = 0;
        self.basis = vec![None; self.capacity.len()];
        while let Some(cycle) = self.take_thinnest(&mut cycles, &open) {
            let column = self.column(cycle);
            let entry = |r: &usize| column[*r].abs();
            let row = (0..open.len()).filter(|r| open[*r]).max_by(|x, y| entry(x).total_cmp(&entry(y)));
            let Some(row) = row.filter(|r| entry(r) > TINY) else {
                self.basic[cycle as usize] = false;
                continue;
            };
            open[row] = false;
            self.basis[row] = Some(cycle);
            self.note(row, &column);
        }
        let mut values = self.capacity.clone();
        self.solve(&mut values);
        self.values = values;
    }

    fn take_thinnest(&self, cycles: &mut Vec<u32>, open: &[bool]) -> Option<u32> {
        let meets = |c: &u32| self.cycles[*c as usize].iter().filter(|e| open[**e as usize]).count();
        let mut best = None;
        for (at, cycle) in cycles.iter().enumerate() {
            let rows = meets(cycle);
            if best.is_none_or(|(least, _)| rows < least) {
                best = Some((rows, at));
                if rows <= 1 {
                    break;
                }
            }
        }
        best.map(|(_, at)| cycles.swap_remove(at))
    }
}

fn length(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX)).sqrt()
}
