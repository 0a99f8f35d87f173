//! Words as glyphs: in the order of the eye (UAX #9), joined by their font, each letter from a face that has it.

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Face, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};

/// The faces of the cards.
pub(super) struct Faces {
    arabic: Face<'static>,
    latin: Face<'static>,
}

/// Which of the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Arabic,
    Latin,
}

impl Faces {
    pub(super) fn load() -> Option<Self> {
        Some(Self {
            arabic: Face::from_slice(include_bytes!("../../assets/fonts/plex-sans-arabic-600.ttf"), 0)?,
            latin: Face::from_slice(include_bytes!("../../assets/fonts/plex-sans-600.otf"), 0)?,
        })
    }

    pub(super) const fn get(&self, which: Which) -> &Face<'static> {
        match which {
            Which::Arabic => &self.arabic,
            Which::Latin => &self.latin,
        }
    }

    /// The face for a letter: the one at hand where it has it.
    fn of(&self, letter: char, now: Which) -> Which {
        let has = |which: &Which| self.get(*which).glyph_index(letter).is_some();
        [now, Which::Arabic, Which::Latin].into_iter().find(has).unwrap_or(now)
    }
}

/// One glyph, at its place from the beginning of the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) which: Which,
    pub(super) id: GlyphId,
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A line of glyphs from left to right.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: f32,
    pub(super) size: f32,
}

/// Shapes one line.
pub(super) fn shape(faces: &Faces, text: &str, size: f32, rtl: bool) -> Line {
    let mut line = Line { size, ..Line::default() };
    let visible: String = text.chars().filter(|c| !c.is_control()).collect();
    let info = BidiInfo::new(&visible, Some(if rtl { Level::rtl() } else { Level::ltr() }));
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let rtl = levels.get(run.start).is_some_and(Level::is_rtl);
            let mut parts = by_face(faces, visible.get(run).unwrap_or_default(), rtl);
            if rtl {
                parts.reverse();
            }
            parts.iter().for_each(|(which, part)| add(&mut line, faces, *which, part, rtl));
        }
    }
    line
}

/// The parts of a run by the face that has their letters, in the order of the text.
fn by_face<'t>(faces: &Faces, run: &'t str, rtl: bool) -> Vec<(Which, &'t str)> {
    let mut now = if rtl { Which::Arabic } else { Which::Latin };
    let (mut parts, mut begun) = (Vec::new(), 0);
    for (at, letter) in run.char_indices() {
        let which = faces.of(letter, now);
        if which != now {
            parts.push((now, run.get(begun..at).unwrap_or_default()));
            (now, begun) = (which, at);
        }
    }
    parts.push((now, run.get(begun..).unwrap_or_default()));
    parts
}

fn add(line: &mut Line, faces: &Faces, which: Which, part: &str, rtl: bool) {
    let face = faces.get(which);
    let scale = line_scale(face, line.size);
    #[expect(clippy::cast_precision_loss, reason = "units of a font are small")]
    let points = |units: i32| units as f32 * scale;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(part);
    buffer.guess_segment_properties();
    buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    let shaped = rustybuzz::shape(face, &[], buffer);
    for (glyph, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let id = GlyphId(u16::try_from(glyph.glyph_id).unwrap_or_default());
        line.glyphs.push(Glyph { which, id, x: line.width + points(place.x_offset), y: points(place.y_offset) });
        line.width += points(place.x_advance);
    }
}

/// How many pixels a unit of a face is at a size.
pub(super) fn line_scale(face: &Face<'_>, size: f32) -> f32 {
    size / f32::from(u16::try_from(face.units_per_em()).unwrap_or(1000).max(1))
}

/// A text in lines that are no wider than `width`, but for words that are wider alone.
pub(super) fn wrap(faces: &Faces, text: &str, size: f32, rtl: bool, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|l| format!("{l} {word}"));
        match (longer.filter(|l| shape(faces, l, size, rtl).width <= width), lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<u16> {
        shape(&Faces::load().unwrap(), text, 40.0, true).glyphs.iter().map(|g| g.id.0).collect()
    }

    #[test]
    fn letters_of_a_word_are_joined() {
        // Ba three times: its last, middle and first form from left to right; alone it has a fourth form.
        let (word, alone) = (ids("\u{628}\u{628}\u{628}"), ids("\u{628}"));
        let mut forms = word.clone();
        forms.extend(&alone);
        forms.sort_unstable();
        forms.dedup();
        assert!(forms.len() >= 4, "{word:?} {alone:?}");
    }

    #[test]
    fn numbers_run_from_the_left_within_arabic() {
        let faces = Faces::load().unwrap();
        let line = shape(&faces, "\u{633}\u{646}\u{629} 2025", 40.0, true);
        let digits = shape(&faces, "2025", 40.0, false);
        let first: Vec<u16> = line.glyphs.iter().take(4).map(|g| g.id.0).collect();
        assert_eq!(first, digits.glyphs.iter().map(|g| g.id.0).collect::<Vec<_>>(), "the number stands on the left, as written");
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let faces = Faces::load().unwrap();
        let text = "\u{627}\u{644}\u{639}\u{644}\u{627}\u{642}\u{627}\u{62A} ".repeat(20);
        let lines = wrap(&faces, &text, 60.0, true, 1000.0);
        assert!(lines.len() > 1 && lines.iter().all(|l| shape(&faces, l, 60.0, true).width <= 1000.0));
    }
}
