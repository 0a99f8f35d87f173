//! A layer of which only some columns are kept.

use super::PanelError;
use super::column::Column;
use super::layer::Layer;
use super::line::Line;
use super::place::Place;

/// The layer, and which of its columns stay.
pub(crate) struct Kept {
    inner: Box<dyn Layer>,
    kept: Vec<bool>,
    columns: Vec<Column>,
    scratch: Line,
}

impl Kept {
    /// Keeps the columns named, under their own name or that of both sides, and those that say
    /// whether something goes on or begins.
    pub(crate) fn new(inner: Box<dyn Layer>, keep: &[String]) -> Self {
        let one = |name: &str| keep.iter().any(|k| k == name || name.strip_suffix(['1', '2']) == Some(k.as_str()));
        let always = |name: &str| name.ends_with("ongoing") || name.ends_with("onset") || name.starts_with("init");
        let kept: Vec<bool> = inner.columns().iter().map(|c| one(&c.name) || always(&c.name)).collect();
        let columns = inner.columns().iter().zip(&kept).filter(|(_, k)| **k).map(|(c, _)| c.clone()).collect();
        Self { inner, kept, columns, scratch: Line::default() }
    }
}

impl Layer for Kept {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn write(&mut self, place: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        self.scratch.clear();
        let stays = self.inner.write(place, &mut self.scratch)?;
        let cells = cells(&self.scratch.text);
        for ((cell, value), _) in cells.zip(&self.scratch.values).zip(&self.kept).filter(|(_, kept)| **kept) {
            line.text.push(b',');
            line.text.extend_from_slice(cell);
            line.values.push(*value);
        }
        Ok(stays)
    }
}

/// The cells of a line, each without the comma before it.
fn cells(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut quoted = false;
    let cut = move |byte: &u8| {
        quoted ^= *byte == b'"';
        *byte == b',' && !quoted
    };
    text.split(cut).skip(1)
}
