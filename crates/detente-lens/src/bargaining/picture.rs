//! The picture of an issue as SVG: actors on the axis, the forecast with its bands, the paths.

use std::fmt::Write as _;

use super::case::{Case, Stand};
use super::model::{Answer, Model, Standing};

const WIDTH: f64 = 760.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 720.0;
const AXIS: f64 = 190.0;
const ROUND: f64 = 12.0;
const PANEL_HEAD: f64 = 34.0;

/// One issue to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// The issue.
    pub case: &'a Case,
    /// What the models say.
    pub answers: &'a [Answer],
    /// The intervals that hold half and eight in ten of outcomes, in units of the issue.
    pub bands: Option<[[f64; 2]; 2]>,
}

/// Draws issues of one dimension one below the other; others are left out.
#[must_use]
pub fn picture(drawings: &[Drawing<'_>]) -> String {
    let (mut body, mut y) = (String::new(), 0.0);
    for drawing in drawings.iter().filter(|d| d.case.dimensions() == 1) {
        let _ = write!(body, "<g transform=\"translate(0 {y:.1})\">");
        y += drawing.draw(&mut body);
        body.push_str("</g>");
    }
    let titles: Vec<String> = drawings.iter().map(|d| escaped(title(d.case))).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {y:.1}\" width=\"{WIDTH}\" height=\"{y:.1}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"12\"><title>{}</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{body}</svg>\n",
        titles.join("; ")
    )
}

fn title(case: &Case) -> &str {
    case.title.as_deref().or(case.id.as_deref()).unwrap_or("An issue")
}

fn escaped(text: &str) -> String {
    let one = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        // Control and direction-changing characters must not reach a page unseen.
        c if c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c) => {
            "\u{fffd}".to_owned()
        }
        c => c.to_string(),
    };
    text.chars().map(one).collect()
}

impl Drawing<'_> {
    /// Draws the issue and gives its height.
    fn draw(&self, out: &mut String) -> f64 {
        let unit = self.case.scale.unit.as_deref().unwrap_or("");
        text(out, (LEFT, 22.0), "start", 15, title(self.case));
        self.axis(out, unit);
        self.bands(out);
        self.actors(out);
        self.forecast(out);
        let mut y = AXIS + 76.0;
        for answer in self.answers.iter().filter(|a| a.model.standing() == Standing::PathScenario && a.rounds.len() > 1) {
            y = self.path(out, answer, y);
        }
        y + 10.0
    }

    /// Where a value of the issue lies across the picture.
    fn x(&self, value: f64) -> f64 {
        let share = (value - self.case.scale.min) / (self.case.scale.max - self.case.scale.min);
        LEFT + share.clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    /// Words near an end of the picture run inward.
    fn anchor(x: f64) -> &'static str {
        match x {
            x if x < LEFT + 60.0 => "start",
            x if x > RIGHT - 60.0 => "end",
            _ => "middle",
        }
    }

    fn axis(&self, out: &mut String, unit: &str) {
        line(out, (LEFT, AXIS), (RIGHT, AXIS), "#333", 1.0);
        for k in 0..=4 {
            let value = self.case.scale.at(f64::from(k) / 4.0);
            let x = self.x(value);
            line(out, (x, AXIS), (x, AXIS + 5.0), "#333", 1.0);
            let label = if k == 4 { format!("{} {unit}", short(value)) } else { short(value) };
            text(out, (x, AXIS + 18.0), if k == 4 { "end" } else { "middle" }, 11, &label);
        }
    }

    fn bands(&self, out: &mut String) {
        let Some([half, most]) = self.bands else { return };
        for (band, colour, what) in [(most, "#cfe0f3", "80 %"), (half, "#8fb6de", "50 %")] {
            let (a, b) = (self.x(band[0]).min(self.x(band[1])), self.x(band[0]).max(self.x(band[1])));
            let _ = write!(
                out,
                "<rect x=\"{a:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"10\" fill=\"{colour}\"><title>{what}: {} to {}</title></rect>",
                AXIS + 26.0,
                (b - a).max(1.0),
                short(band[0]),
                short(band[1])
            );
        }
        text(out, (RIGHT, AXIS + 66.0), "end", 11, "dark: half of outcomes; light: eight in ten");
    }

    /// Circles with an area in proportion to capability times salience, stacked where they meet.
    fn actors(&self, out: &mut String) {
        let stands = self.case.stands(0);
        let most = stands.iter().map(Stand::weight).fold(0.0, f64::max);
        let mut order: Vec<usize> = (0..stands.len()).collect();
        order.sort_by(|a, b| stands[*b].weight().total_cmp(&stands[*a].weight()));
        // More circles than this hide each other.
        order.truncate(200);
        let mut placed: Vec<(f64, f64, f64)> = Vec::new();
        for i in order {
            let radius = if most > 0.0 { 3.0 + 13.0 * (stands[i].weight() / most).sqrt() } else { 6.0 };
            let x = self.x(self.case.actors[i].position[0].best);
            let y = free(&placed, x, radius);
            placed.push((x, y, radius));
            self.actor(out, i, (x, y, radius));
        }
    }

    fn actor(&self, out: &mut String, i: usize, (x, y, radius): (f64, f64, f64)) {
        let actor = &self.case.actors[i];
        let name = escaped(&actor.name);
        let _ = write!(
            out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"#d98c3f\" fill-opacity=\"0.75\" stroke=\"#7a4a17\">\
             <title>{name}: wants {}, capability {}, salience {}</title></circle>",
            short(actor.position[0].best),
            short(actor.capability.best),
            short(actor.salience[0].best)
        );
        if self.case.actors.len() <= 20 {
            let _ = write!(
                out,
                "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"{}\" font-size=\"9\">{name}</text>",
                y + 3.0,
                Self::anchor(x)
            );
        }
    }

    fn forecast(&self, out: &mut String) {
        for (model, colour) in [(Model::Median, "#5a8f3c"), (Model::Mean, "#b3202a")] {
            let Some(answer) = self.answers.iter().find(|a| a.model == model) else { continue };
            let Some(value) = answer.forecast.first() else { continue };
            let x = self.x(*value);
            line(out, (x, AXIS + 22.0), (x, AXIS + 40.0), colour, 2.5);
            let (y, label) = if model == Model::Mean { (AXIS + 52.0, "mean") } else { (AXIS + 66.0, "median") };
            text(out, (x, y), Self::anchor(x), 11, &format!("{label} {}", short(*value)));
        }
    }

    /// A panel with one line an actor, rounds downward, and the mean as a thick line.
    fn path(&self, out: &mut String, answer: &Answer, top: f64) -> f64 {
        text(
            out,
            (LEFT, top + 14.0),
            "start",
            12,
            &format!("{} (path scenario, not a forecast): rounds downward", answer.model.name()),
        );
        let y = |i: usize| top + PANEL_HEAD + super::centre::count(i) * ROUND;
        let start: Vec<f64> = self.case.actors.iter().map(|a| a.position[0].best).collect();
        for (actor, from) in start.iter().enumerate() {
            let line = answer.rounds.iter().enumerate().map(|(i, r)| (self.x(r.positions[actor][0]), y(i + 1)));
            trace(out, std::iter::once((self.x(*from), y(0))).chain(line), "#999", 0.8);
        }
        let means = answer.rounds.iter().enumerate().map(|(i, r)| (self.x(r.mean[0]), y(i + 1)));
        trace(out, means, "#b3202a", 2.0);
        y(answer.rounds.len() + 1) + 6.0
    }
}

/// The height, above the axis, at which a circle meets none of those placed.
fn free(placed: &[(f64, f64, f64)], x: f64, radius: f64) -> f64 {
    let mut y = AXIS - radius - 2.0;
    let meets = |y: f64| placed.iter().any(|p| (p.0 - x).hypot(p.1 - y) < p.2 + radius);
    // Beyond the top of the picture circles may overlap.
    while meets(y) && y > 40.0 + radius {
        y -= 4.0;
    }
    y
}

fn line(out: &mut String, (x, y): (f64, f64), (u, v): (f64, f64), colour: &str, width: f64) {
    let _ = write!(
        out,
        "<line x1=\"{x:.1}\" y1=\"{y:.1}\" x2=\"{u:.1}\" y2=\"{v:.1}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>"
    );
}

fn trace(out: &mut String, points: impl Iterator<Item = (f64, f64)>, colour: &str, width: f64) {
    let points: Vec<String> = points.map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let _ = write!(out, "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>", points.join(" "));
}

fn text(out: &mut String, (x, y): (f64, f64), anchor: &str, size: u8, words: &str) {
    let _ =
        write!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-size=\"{size}\">{}</text>", escaped(words));
}

/// A number with at most four digits after the point, and none that say nothing.
fn short(x: f64) -> String {
    let text = format!("{x:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
