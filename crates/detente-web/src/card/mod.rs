//! Pictures for cards (Open Graph), drawn by the site: Arabic is joined and runs its own way.

mod line;
mod paint;

use std::sync::LazyLock;

use line::{Faces, shape, wrap};
use paint::{Canvas, Colour};

use crate::fault::Fault;

/// The size that services ask for.
pub(crate) const WIDTH: u32 = 1200;
/// The size that services ask for.
pub(crate) const HEIGHT: u32 = 630;

const PAPER: Colour = [0xFD, 0xFC, 0xF8];
const INK: Colour = [0x1D, 0x21, 0x26];
const MUTED: Colour = [0x55, 0x5B, 0x63];
const ACCENT: Colour = [0x1C, 0x44, 0x70];
const RULE: Colour = [0xD8, 0xD3, 0xC4];

/// Between the edge and the words.
const MARGIN: f32 = 80.0;
/// A title has at most so many lines.
const MOST_LINES: usize = 4;

static FACES: LazyLock<Option<Faces>> = LazyLock::new(Faces::load);

/// What stands on a card.
#[derive(Debug)]
pub(crate) struct Card {
    /// The name of the centre.
    pub(crate) name: String,
    /// The category, or what the page is.
    pub(crate) kicker: String,
    /// The title.
    pub(crate) title: String,
    /// The day and the address.
    pub(crate) foot: String,
    /// Whether it runs from the right.
    pub(crate) rtl: bool,
}

/// The card as PNG.
pub(crate) fn draw(card: &Card) -> Result<Vec<u8>, Fault> {
    let faces = FACES.as_ref().ok_or_else(|| Fault::Failed("the fonts of cards are not read".to_owned()))?;
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER);
    canvas.fill((0, 0, WIDTH, 14), ACCENT);
    canvas.fill((80, 520, WIDTH - 160, 2), RULE);
    let mut say = |text: &str, size: f32, baseline: f32, colour: Colour| {
        let line = shape(faces, text, size, card.rtl);
        let x = if card.rtl { 1200.0 - MARGIN - line.width } else { MARGIN };
        canvas.write(faces, &line, (x, baseline), colour);
    };
    say(&card.name, 34.0, 108.0, ACCENT);
    say(&card.kicker, 28.0, 168.0, MUTED);
    let (size, lines) = title(faces, card);
    let step = size * if card.rtl { 1.55 } else { 1.3 };
    for (number, line) in (0_u8..).zip(&lines) {
        say(line, size, 180.0 + step * (f32::from(number) + 0.85), INK);
    }
    say(&card.foot, 26.0, 570.0, MUTED);
    canvas.png().map_err(|e| Fault::Failed(format!("a card cannot be written: {e}")))
}

/// The largest size at which the whole title fits; at the smallest it is cut.
fn title(faces: &Faces, card: &Card) -> (f32, Vec<String>) {
    let fits = |size: f32| {
        let lines = wrap(faces, &card.title, size, card.rtl, 1200.0 - 2.0 * MARGIN);
        let height = size * if card.rtl { 1.55 } else { 1.3 } * f32::from(u8::try_from(lines.len()).unwrap_or(u8::MAX));
        (height <= 330.0 && lines.len() <= MOST_LINES).then_some((size, lines))
    };
    [68.0, 60.0, 52.0, 46.0].into_iter().find_map(fits).unwrap_or_else(|| {
        let mut lines = wrap(faces, &card.title, 46.0, card.rtl, 1200.0 - 2.0 * MARGIN);
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
        (46.0, lines)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str, rtl: bool) -> Card {
        let name = if rtl { "\u{645}\u{631}\u{643}\u{632}" } else { "A centre" };
        Card { name: name.to_owned(), kicker: String::new(), title: title.to_owned(), foot: "2025".to_owned(), rtl }
    }

    fn read(bytes: &[u8]) -> (png::OutputInfo, Vec<u8>) {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info, pixels)
    }

    #[test]
    fn a_card_is_a_picture_of_the_right_size_with_words_on_its_own_side() {
        // The letters of "peace" in Arabic.
        for (title, rtl) in [("\u{633}\u{644}\u{627}\u{645}", true), ("Peace", false)] {
            let (info, pixels) = read(&draw(&card(title, rtl)).unwrap());
            assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
            let dark = |columns: std::ops::Range<usize>| {
                let at = |x: usize, y: usize| pixels[(y * 1200 + x) * 3];
                columns.flat_map(|x| (200..500).map(move |y| (x, y))).filter(|(x, y)| at(*x, *y) < 100).count()
            };
            let (left, right) = (dark(0..600), dark(600..1200));
            assert!(if rtl { left == 0 && right > 500 } else { right == 0 && left > 500 }, "{title}: {left} {right}");
        }
    }

    #[test]
    fn a_title_that_is_too_long_is_cut_and_one_that_is_empty_is_none() {
        let faces = FACES.as_ref().unwrap();
        let (size, lines) = title(faces, &card(&"relations ".repeat(60), false));
        assert!(size == 46.0 && lines.len() == MOST_LINES && lines[3].ends_with('…'), "{size} {lines:?}");
        assert!(draw(&card("", true)).is_ok());
        assert!(draw(&card(&"\u{202E}\u{200B}x".repeat(300), true)).is_ok());
    }
}
