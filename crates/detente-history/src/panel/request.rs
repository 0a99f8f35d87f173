//! From what is asked for to the layers of a panel.

use super::PanelError;
use super::folder::Folder;
use super::frame::{Frame, Unit};
use super::kept::Kept;
use super::layer::{self, Conflicts, Contiguity, Count, Layer, Relevant, Spell};
use super::leader_years::LeaderYears;
use super::panel::Panel;
use super::source::{known, source};
use super::system::{System, SystemKind};
use super::wish::Wish;

/// A panel that is wanted.
#[derive(Clone, Debug)]
pub struct Request {
    /// What a row is.
    pub unit: Unit,
    /// Whose list of states; for leader-years none stands for the list of leaders itself.
    pub system: Option<SystemKind>,
    /// The first year.
    pub from: i16,
    /// The last year.
    pub to: i16,
    /// Whether A-B and B-A are two rows.
    pub directed: bool,
    /// The data sets, in order.
    pub add: Vec<Wish>,
}

/// What the layers are built from.
struct Ground<'a> {
    request: &'a Request,
    folder: &'a Folder,
    cow: System,
    gw: System,
    panel: Panel,
    /// Whether the rows have codes of either system.
    has: [bool; 2],
}

impl Request {
    /// Reads the files that the panel needs.
    ///
    /// # Errors
    /// [`PanelError`] when a file is missing or malformed, when a name is unknown or does not fit
    /// the unit, and when two data sets give the same column.
    pub fn open(&self, folder: &Folder) -> Result<Panel, PanelError> {
        let (cow, gw) = (System::read(SystemKind::Cow, folder)?, System::read(SystemKind::Gw, folder)?);
        let kind = self.kind();
        let own = if kind == SystemKind::Cow { &cow } else { &gw };
        let leaders = match self.unit {
            Unit::LeaderYears => Some(LeaderYears::read(self.system.map(|_| own), folder, &gw)?),
            _ => None,
        };
        let frame = Frame::new(self.unit, (self.from, self.to), self.directed, own.clone(), leaders, folder)?;
        let has = [kind == SystemKind::Cow, kind == SystemKind::Gw];
        let mut ground = Ground { request: self, folder, cow, gw, panel: Panel::new(frame), has };
        for wish in &self.add {
            ground.add(wish)?;
        }
        Ok(ground.panel)
    }

    fn kind(&self) -> SystemKind {
        let of_list = if self.unit == Unit::LeaderYears { SystemKind::Gw } else { SystemKind::Cow };
        self.system.unwrap_or(of_list)
    }
}

impl Ground<'_> {
    fn add(&mut self, wish: &Wish) -> Result<(), PanelError> {
        match wish.name.as_str() {
            "spells" => self.add_counts(wish, Count::Spells),
            "peace_years" => self.add_counts(wish, Count::PeaceYears),
            "filter_prd" => self.add_relevance(),
            _ => {
                let layer = self.layer(wish)?;
                let layer = match wish.keep() {
                    Some(keep) => Box::new(Kept::new(layer, &keep)),
                    None => layer,
                };
                self.panel.add(layer)
            }
        }
    }

    fn layer(&mut self, wish: &Wish) -> Result<Box<dyn Layer>, PanelError> {
        if source(&wish.name).is_none() {
            return Err(PanelError::Name { name: wish.name.clone(), known: known().join(", ") });
        }
        let sides = self.request.unit.sides();
        if let Some(layer) = self.of_either(wish, sides)? {
            return Ok(layer);
        }
        self.needs(wish, SystemKind::Cow)?;
        if let Some(layer) = if sides == 2 { self.of_dyads(wish)? } else { self.of_states(wish)? } {
            return Ok(layer);
        }
        match layer::state_figures(&wish.name, sides, self.folder, &self.cow)? {
            Some(layer) => Ok(Box::new(layer)),
            None => Err(self.unfit(wish, &format!("is not a data set of {}", self.request.unit.name()))),
        }
    }

    /// Layers that have both lists of states.
    fn of_either(&mut self, wish: &Wish, sides: usize) -> Result<Option<Box<dyn Layer>>, PanelError> {
        let kind = self.request.kind();
        let (own, other) = if kind == SystemKind::Cow { (&self.cow, &self.gw) } else { (&self.gw, &self.cow) };
        Ok(Some(match wish.name.as_str() {
            "gwcode_to_cow" | "ccode_to_gw" => {
                let wanted = if kind == SystemKind::Cow { "gwcode_to_cow" } else { "ccode_to_gw" };
                if wish.name != wanted {
                    return Err(self.unfit(wish, &format!("starts from the other list of states; here it is `{wanted}`")));
                }
                self.has = [true, true];
                Box::new(layer::codes(sides, self.folder, own, other)?)
            }
            "capital_distance" => Box::new(layer::capital_distance(sides, self.folder, own, other)?),
            "archigos" => Box::new(layer::archigos(kind, sides, self.folder, own, &self.gw)?),
            "ucdp_acd" if sides == 1 => {
                self.needs(wish, SystemKind::Gw)?;
                Box::new(layer::conflicts(&conflicts(wish), self.folder, &self.gw)?)
            }
            _ => return Ok(None),
        }))
    }

    fn of_dyads(&self, wish: &Wish) -> Result<Option<Box<dyn Layer>>, PanelError> {
        let (folder, cow, directed) = (self.folder, &self.cow, self.request.directed);
        Ok(Some(match wish.name.as_str() {
            "atop_alliance" => {
                // Without direction the duties of either side count, unless `ndir=false` says otherwise.
                let as_they_stand = wish.option("ndir").is_some_and(|v| !wish.is("ndir") && v != "ndir");
                Box::new(layer::atop(directed || as_they_stand, folder, cow)?)
            }
            "cow_mids" => Box::new(layer::cow_mids(folder, cow)?),
            "gml_mids" => Box::new(layer::gml_mids(directed.then(|| init(wish)), folder, cow)?),
            "cow_wars" if wish.option("type") != Some("intra") => Box::new(layer::interstate(folder, cow)?),
            "contiguity" => layer::contiguity(contiguity(wish), 2, folder, cow)?,
            "strategic_rivalries" => layer::rivalries(2, folder, cow)?,
            "igos" => Box::new(layer::igos(folder, cow)?),
            "minimum_distance" => layer::minimum_distance(2, folder, cow)?,
            "cow_majors" => Box::new(layer::majors(2, folder, cow)?),
            "cow_trade" => return Err(self.unfit(wish, "has no dyadic file here: ask for state-years")),
            _ => return Ok(None),
        }))
    }

    fn of_states(&self, wish: &Wish) -> Result<Option<Box<dyn Layer>>, PanelError> {
        let (folder, cow) = (self.folder, &self.cow);
        Ok(Some(match wish.name.as_str() {
            "gml_mids" => Box::new(layer::gml_state_years(init(wish), folder, cow)?),
            "cow_wars" if wish.option("type") != Some("inter") => {
                Box::new(layer::intrastate(wish.option("intratype").filter(|t| *t != "all"), folder, cow)?)
            }
            "contiguity" => layer::contiguity(contiguity(wish), 1, folder, cow)?,
            "strategic_rivalries" => layer::rivalries(1, folder, cow)?,
            "minimum_distance" => layer::minimum_distance(1, folder, cow)?,
            "cow_majors" => Box::new(layer::majors(1, folder, cow)?),
            _ => return Ok(None),
        }))
    }

    /// Spells of every event that the panel has so far.
    fn add_counts(&mut self, wish: &Wish, count: Count) -> Result<(), PanelError> {
        let event = if wish.option("event") == Some("onset") { "onset" } else { "ongoing" };
        let mut found = false;
        for stem in ["gmlmid", "cowmid", "cowinter", "ucdp", "cowintra"] {
            for (end, shown) in [(event.to_owned(), "spell"), (format!("{event}_init"), "initspell")] {
                let name = format!("{stem}{end}");
                if let Some(at) = self.panel.position(&name) {
                    found = true;
                    self.panel.add(Box::new(Spell::new(count, (at, &name), &format!("{stem}{shown}"))))?;
                }
            }
        }
        if found { Ok(()) } else { Err(self.unfit(wish, "finds no event: add disputes, wars or conflicts before it")) }
    }

    /// The filter brings the columns that it needs.
    fn add_relevance(&mut self) -> Result<(), PanelError> {
        for (column, name) in [("conttype", "contiguity"), ("cowmaj1", "cow_majors")] {
            if self.panel.position(column).is_none() {
                self.add(&Wish::new(name))?;
            }
        }
        let at = |name: &str| self.panel.position(name);
        let (Some(contiguity), Some(a), Some(b)) = (at("conttype"), at("cowmaj1"), at("cowmaj2")) else {
            return Err(self.unfit(&Wish::new("filter_prd"), "is a filter of dyads"));
        };
        self.panel.add(Box::new(Relevant::new(contiguity, [a, b])))
    }

    fn needs(&self, wish: &Wish, kind: SystemKind) -> Result<(), PanelError> {
        let (has, before) = match kind {
            SystemKind::Cow => (self.has[0], "ccode_to_gw"),
            SystemKind::Gw => (self.has[1], "gwcode_to_cow"),
        };
        if has { Ok(()) } else { Err(self.unfit(wish, &format!("goes by codes of {}: add `{before}` before it", kind.title()))) }
    }

    fn unfit(&self, wish: &Wish, what: &str) -> PanelError {
        PanelError::Unit { name: wish.name.clone(), what: what.to_owned() }
    }
}

fn init(wish: &Wish) -> &str {
    wish.option("init").unwrap_or("sidea-all-joiners")
}

fn contiguity(wish: &Wish) -> Contiguity {
    Contiguity { last: wish.option("slice") == Some("last"), onward: wish.is("mry") }
}

fn conflicts(wish: &Wish) -> Conflicts {
    Conflicts { types: wish.list("type"), issues: wish.list("issue"), only_wars: wish.is("only_wars") }
}
