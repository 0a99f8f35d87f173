//! From the text of the file to what one year needs.

use super::write::name;
use super::{Kept, Tested};
use crate::forecast::boost::{Booster, Node};
use crate::forecast::cases::Count;
use crate::forecast::feature::FEATURES;
use crate::forecast::logit::Logit;
use crate::forecast::ours::{Ours, With};
use crate::forecast::outcomes::Fate;

/// The words of one line.
struct Line<'a> {
    words: std::str::SplitAsciiWhitespace<'a>,
}

impl Line<'_> {
    fn number<T: std::str::FromStr>(&mut self) -> Result<T, String> {
        let word = self.words.next().ok_or("a number is missing")?;
        word.parse().map_err(|_| format!("`{word}` is no number of its kind"))
    }

    fn fate(&mut self) -> Result<Fate, String> {
        let word = self.words.next().unwrap_or_default();
        let known = [Fate::Worse, Fate::Held, Fate::Better].into_iter().find(|f| name(*f) == word);
        known.ok_or_else(|| format!("`{word}` is no outcome"))
    }

    fn tested(&mut self) -> Result<(i8, Fate, Tested), String> {
        let (sign, fate) = (self.number()?, self.fate()?);
        let bin = [self.number()?, self.number()?];
        let (n, dyads, predicted, observed) = (self.number()?, self.number()?, self.number()?, self.number()?);
        Ok((sign, fate, Tested { bin, n, dyads, predicted, observed, interval: [self.number()?, self.number()?] }))
    }

    fn tree(&mut self) -> Result<Vec<Node>, String> {
        let mut nodes = Vec::new();
        self.node(&mut nodes, 0)?;
        Ok(nodes)
    }

    /// Reads a node to its place, and gives the place.
    fn node(&mut self, nodes: &mut Vec<Node>, depth: usize) -> Result<usize, String> {
        let at = nodes.len();
        nodes.push(Node::Leaf(0.0));
        nodes[at] = match self.words.next() {
            Some("l") => Node::Leaf(self.number()?),
            Some("s") if depth < 16 => {
                let feature = self.number()?;
                if feature >= FEATURES.len() {
                    return Err(format!("there is no feature {feature}"));
                }
                let most = self.number()?;
                let (low, high) = (self.node(nodes, depth + 1)?, self.node(nodes, depth + 1)?);
                Node::Split { feature, most, low, high }
            }
            other => return Err(format!("a node begins with s or l, not `{}`", other.unwrap_or_default())),
        };
        Ok(at)
    }
}

impl Kept {
    /// What the file holds for the end of a year.
    pub(in crate::forecast) fn parse(text: &str, year: i16) -> Result<Self, String> {
        let lines = || text.lines().enumerate();
        let origin = |line: &str| line.strip_prefix("origin ")?.split(' ').next()?.parse::<i16>().ok();
        let blocks = lines().filter_map(|(n, line)| Some((n, origin(line)?)));
        let first = blocks.take_while(|(_, origin)| *origin <= year).last().map_or(usize::MAX, |(n, _)| n);
        let mut reader = Reader { out: Self::default(), year, served: false };
        for (n, line) in lines().skip(first) {
            if n > first && line.starts_with("origin ") {
                break;
            }
            reader.line(line).map_err(|what| format!("line {}: {what}", n + 1))?;
        }
        if reader.out.models.len() == 3 && !reader.out.cases.counts.is_empty() {
            Ok(reader.out)
        } else {
            Err(format!("nothing is kept for the end of {year}"))
        }
    }
}

struct Reader {
    out: Kept,
    year: i16,
    /// Whether the lines are those of the year.
    served: bool,
}

impl Reader {
    fn line(&mut self, text: &str) -> Result<(), String> {
        let mut line = Line { words: text.split_ascii_whitespace() };
        let keyword = line.words.next().unwrap_or_default();
        match keyword {
            "origin" => (self.out.origin, self.out.weight) = (line.number()?, line.number()?),
            "year" => {
                self.served = line.number::<i16>()? == self.year;
                if self.served {
                    self.out.shift = line.number()?;
                }
            }
            "case" if self.served => self.case(&mut line)?,
            "case" => {}
            "bin" => self.out.tested.push(line.tested()?),
            "usual" => self.usual(&mut line)?,
            "model" => self.out.models.push(Ours { full: Booster { base: 0.0, trees: Vec::new() }, with: With::Level }),
            other => self.part(other, &mut line)?,
        }
        Ok(())
    }

    fn case(&mut self, line: &mut Line<'_>) -> Result<(), String> {
        let key = (line.number()?, line.number()?);
        let count = Count { n: line.number()?, worse: line.number()?, better: line.number()? };
        self.out.cases.counts.insert(key, count);
        Ok(())
    }

    fn usual(&mut self, line: &mut Line<'_>) -> Result<(), String> {
        let sign = line.number()?;
        let values = (0..FEATURES.len()).map(|_| line.number()).collect::<Result<Vec<f32>, String>>()?;
        self.out.usual.push((sign, values));
        Ok(())
    }

    /// A line of the model at hand.
    fn part(&mut self, keyword: &str, line: &mut Line<'_>) -> Result<(), String> {
        let model = self.out.models.last_mut().ok_or("no model has begun")?;
        match (keyword, &mut model.with) {
            ("trees", _) if model.full.trees.is_empty() => model.full.base = line.number()?,
            ("trees", with) => *with = With::Trees(Booster { base: line.number()?, trees: Vec::new() }),
            ("t", With::Trees(short)) => short.trees.push(line.tree()?),
            ("t", _) => model.full.trees.push(line.tree()?),
            ("logit", with) => *with = With::Logit(Logit::of_constant(line.number()?)),
            ("c", With::Logit(logit)) => logit.add((line.number()?, line.number()?, line.number()?, line.number()?)),
            (other, _) => return Err(format!("`{other}` begins no line")),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# words\norigin 1980 0.5\nmodel change\ntrees -1\nt s 0 0.5 l 0.25 l -2\ntrees 1\nt l 3\n\
        model turn_negative\ntrees 0\nt l 1\nlogit -2\nc 1 0 1 0.5\nmodel pact_lost\ntrees 0\nt l 1\n\
        year 1980 0.1\ncase 1 4 10 2 0\nyear 1981 0.2\ncase 1 4 20 2 0\norigin 1985 1\n";

    #[test]
    fn what_one_year_needs_is_read() {
        let kept = Kept::parse(TEXT, 1981).unwrap();
        assert_eq!((kept.origin, kept.weight, kept.shift), (1980, 0.5, 0.2));
        assert_eq!(kept.cases.of_state(1, 4).n, 20);
        // Of -1 + 0.25 and 1 + 3 the middle.
        assert_eq!(kept.models[0].margin(|_| 0.0), 1.625);
        assert_eq!(kept.models[1].margin(|_| 1.0), f64::midpoint(-1.5, 1.0));
    }

    #[test]
    fn faults_are_named_by_line() {
        let said = |from: &str, to: &str| Kept::parse(&TEXT.replace(from, to), 1981).unwrap_err();
        assert!(said("s 0 0.5", "s 99 0.5").starts_with("line 5: there is no feature 99"));
        assert!(said("case 1 4 20", "case 1 4 x").starts_with("line 19: `x`"));
        assert!(Kept::parse(TEXT, 1985).unwrap_err().contains("end of 1985"));
        assert!(Kept::parse(TEXT, 1970).is_err());
    }
}
