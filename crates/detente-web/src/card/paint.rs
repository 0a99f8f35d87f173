//! Outlines as pixels, and pixels as PNG.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use rustybuzz::ttf_parser::OutlineBuilder;

use super::line::{Faces, Line, line_scale};

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// A picture.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32, paper: Colour) -> Self {
        Self { width, height, pixels: paper.repeat(width as usize * height as usize) }
    }

    /// Fills a rectangle: from the left, from above, width, height.
    pub(super) fn fill(&mut self, (x, y, width, height): (u32, u32, u32, u32), colour: Colour) {
        for row in (y..y + height).take_while(|row| *row < self.height) {
            let at = |column: u32| (row as usize * self.width as usize + column.min(self.width) as usize) * 3;
            let run = self.pixels.get_mut(at(x)..at(x + width)).unwrap_or_default();
            run.chunks_exact_mut(3).for_each(|pixel| pixel.copy_from_slice(&colour));
        }
    }

    /// Writes a line whose letters stand on `baseline`, from `x` on. Only the band of the line is drawn.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture is small"
    )]
    pub(super) fn write(&mut self, faces: &Faces, line: &Line, (x, baseline): (f32, f32), colour: Colour) {
        let top = (baseline - 1.6 * line.size).floor().max(0.0);
        let mut raster = Rasterizer::new(self.width as usize, (line.size * 2.6).ceil() as usize);
        // What reaches over an edge is left out: there is a margin.
        let last = self.width as f32 - line.size;
        for glyph in line.glyphs.iter().filter(|g| (0.0..last).contains(&(x + g.x))) {
            let face = faces.get(glyph.which);
            let at = point(x + glyph.x, baseline - top - glyph.y);
            let mut pen = Pen { raster: &mut raster, origin: at, scale: line_scale(face, line.size), at, begun: at };
            face.outline_glyph(glyph.id, &mut pen);
        }
        self.blend(&raster, top as usize * self.width as usize, colour);
    }

    fn blend(&mut self, raster: &Rasterizer, first: usize, colour: Colour) {
        let pixels = &mut self.pixels;
        raster.for_each_pixel(|at, covered| {
            let (at, covered) = (first + at, covered.abs().min(1.0));
            if covered > 0.0
                && let Some(pixel) = pixels.get_mut(at * 3..at * 3 + 3)
            {
                pixel.iter_mut().zip(colour).for_each(|(old, new)| *old = mixed(*old, new, covered));
            }
        });
    }

    pub(super) fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(out)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes is a byte")]
fn mixed(old: u8, new: u8, covered: f32) -> u8 {
    (f32::from(old) + (f32::from(new) - f32::from(old)) * covered).round() as u8
}

/// Draws the outline of a glyph, whose y runs upwards.
struct Pen<'r> {
    raster: &'r mut Rasterizer,
    origin: Point,
    scale: f32,
    at: Point,
    begun: Point,
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x * self.scale, self.origin.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.place(x, y);
        self.begun = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.raster.draw_line(self.at, to);
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.place(x1, y1), self.place(x, y));
        self.raster.draw_quad(self.at, by, to);
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, via, to) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.raster.draw_cubic(self.at, by, via, to);
        self.at = to;
    }

    fn close(&mut self) {
        self.raster.draw_line(self.at, self.begun);
        self.at = self.begun;
    }
}
