//! From the compiled-in file to cells.

use super::{Cell, Chronicle, MEMORY, NONE, YEARS};
use crate::HistoryError;

static FILE: &str = include_str!("../../../../data/history/chronicle.txt");

/// Opens the compiled-in chronicle.
pub(super) fn embedded() -> Result<Chronicle, HistoryError> {
    let wrong = |what: String| HistoryError::Data { file: "history/chronicle.txt".to_owned(), what };
    let mut chronicle = Chronicle::parse(FILE).map_err(wrong)?;
    chronicle.fill();
    Ok(chronicle)
}

impl Chronicle {
    /// Makes the cells of what was read.
    fn fill(&mut self) {
        self.alive = self.states.iter().map(|s| years(s.spans.iter().map(|span| span.years()))).collect();
        self.pairs = vec![NONE; self.states.len() * self.states.len()];
        for pair in std::mem::take(&mut self.duties) {
            self.mark(pair.a, pair.b, pair.span.years(), pair.kind & 31);
            self.duties.push(pair);
        }
        for pair in std::mem::take(&mut self.rivalries) {
            let what = if pair.kind == 1 { Cell::RIVALS } else { Cell::RIVALS_2012 };
            self.mark(pair.a, pair.b, pair.span.years(), what);
            self.rivalries.push(pair);
        }
        self.fill_force();
    }

    /// The cells of a dyad, made when first asked for.
    fn cells_of(&mut self, a: usize, b: usize) -> &mut [Cell] {
        let n = self.states.len();
        if self.pairs[a * n + b] == NONE {
            let next = u32::try_from(self.cells.len() / YEARS).unwrap_or(NONE);
            self.cells.resize(self.cells.len() + YEARS, Cell::default());
            (self.pairs[a * n + b], self.pairs[b * n + a]) = (next, next);
            self.dyads.push((a.min(b), a.max(b)));
        }
        let start = self.pairs[a * n + b] as usize * YEARS;
        &mut self.cells[start..start + YEARS]
    }

    fn mark(&mut self, a: usize, b: usize, years: std::ops::Range<usize>, what: u16) {
        for cell in &mut self.cells_of(a, b)[years] {
            cell.add(what);
        }
    }

    /// Uses of force and how long they are remembered.
    fn fill_force(&mut self) {
        let mut disputes = std::mem::take(&mut self.disputes);
        disputes.sort_by_key(|d| (d.a, d.b, d.year, d.number));
        for of_dyad in disputes.chunk_by(|x, y| (x.a, x.b) == (y.a, y.b)) {
            let cells = self.cells_of(of_dyad[0].a, of_dyad[0].b);
            let mut uses = [0u8; YEARS];
            for dispute in of_dyad {
                let year = usize::from(dispute.year.saturating_sub(super::FIRST));
                let until = (year + MEMORY).min(YEARS);
                if dispute.level >= 5 || dispute.deaths > 0 {
                    cells[year..until].iter_mut().for_each(|c| c.add(Cell::SEVERE));
                }
                if dispute.level >= 4 {
                    cells[year..until].iter_mut().for_each(|c| c.add(Cell::FORCE));
                    uses[year..until].iter_mut().for_each(|u| *u = u.saturating_add(1));
                }
            }
            remember(cells, &uses, of_dyad);
        }
        self.disputes = disputes;
    }
}

/// Whether force was used twice, and how long ago it was used last.
fn remember(cells: &mut [Cell], uses: &[u8; YEARS], disputes: &[super::Dispute]) {
    let mut last = None;
    for (year, cell) in cells.iter_mut().enumerate() {
        let now = |d: &super::Dispute| d.level >= 4 && usize::from(d.year - super::FIRST) == year;
        if disputes.iter().any(now) {
            last = Some(year);
        }
        if let Some(last) = last {
            cell.set_since(u8::try_from(year - last).unwrap_or(Cell::LONG).min(Cell::LONG));
        }
        if uses[year] >= 2 {
            cell.add(Cell::TWICE);
        }
    }
}

fn years(spans: impl Iterator<Item = std::ops::Range<usize>>) -> [bool; YEARS] {
    let mut out = [false; YEARS];
    for span in spans {
        out[span].iter_mut().for_each(|y| *y = true);
    }
    out
}
