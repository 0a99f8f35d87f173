//! A side that the words give only by the place of the deed: whoever lives where it is done, or the
//! doer's own people.
//!
//! `shelled the market in Tyre`, `staged a sit-in in Lima`, `imposed a curfew`. Nobody is guessed: the place
//! is named, or the frame says that such a thing is done at home.

use detente_codebook::{ActorCode, CameoCode, Language, Span};

use crate::argument::Slots;
use crate::event::{Act, Found};
use crate::frame::Part;
use crate::inflect::Tense;
use crate::mood::Mood;
use crate::party::{Naming, Party};

/// Prepositions that lead to an object, and none at all.
const OBJECT_MARKS: [&str; 9] = ["", "to", "against", "with", "from", "of", "for", "towards", "into"];

impl Act<'_> {
    /// The event of a deed of which one side is missing, by its place.
    pub(crate) fn somewhere(&self, slots: &Slots) -> Vec<Found> {
        if self.trigger.part == Part::Verb(Tense::Progressive) {
            return Vec::new(); // `for helping`: whoever stands before it may be no doer.
        }
        let first = |list: &[usize]| list.first().and_then(|i| self.clauses.parties.get(*i));
        match (first(&slots.sources), first(&slots.targets)) {
            (Some(_), None) => slots.sources.iter().filter_map(|i| self.on_those_there(self.clauses.parties.get(*i)?)).collect(),
            (None, Some(target)) => self.by_those_there(target).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// In a sentence that stands alone: whoever is named next behind the verb, under whatever preposition
    /// leads to an object. `resumed shipments of wheat destined to A`.
    pub(crate) fn on_the_next(&self, sources: &[usize]) -> Vec<Found> {
        let c = self.clauses;
        let verb = !matches!(self.trigger.part, Part::Noun | Part::Verb(Tense::Progressive)) && c.language == Language::En;
        let Some(source) = sources.first().and_then(|i| c.parties.get(*i)).filter(|_| verb && self.setting.open) else {
            return Vec::new();
        };
        let past = self.trigger.to.max(source.to);
        let end = c.reach(self.trigger).end;
        let leads = |m: &str| OBJECT_MARKS.contains(&m);
        let fits = |i: &usize| {
            c.parties.get(*i).is_some_and(|p| {
                let mark = p.mark.as_deref().unwrap_or_default();
                let known = !p.code.is_unknown() && p.code.state() != source.code.state();
                p.from >= past && p.to <= end && !p.place && known && leads(mark)
            })
        };
        let Some(first) = (0..c.parties.len()).find(fits) else { return Vec::new() };
        self.between(sources, &c.group_from(first))
    }

    /// What the deed is, whatever the mood makes of it.
    fn root(&self) -> &str {
        self.frame.cameo.as_ref().map_or("", CameoCode::root)
    }

    /// A state whose land a preposition of place names in the clause, the nearest behind the deed first; else
    /// the one state whose land the whole sentence names.
    fn place(&self) -> Option<&Party> {
        let c = self.clauses;
        let clause = c.clause(self.trigger.from);
        let ruled = |p: &&Party| p.mark.as_deref().is_some_and(|m| c.grammar.is_place(m));
        // `near the Afghan border`: on which side is not said.
        let border = |p: &&Party| c.class_at(p.to, "border").is_some();
        let placed = |p: &&Party| p.place && !border(p) && ruled(p) && !p.code.is_unknown() && p.naming != Naming::Pronoun;
        let near = |p: &&Party| clause.contains(&p.from) && placed(p);
        let behind = c.parties.iter().filter(near).find(|p| p.from >= self.trigger.to);
        behind.or_else(|| c.parties.iter().rev().filter(near).find(|p| p.to <= self.trigger.from)).or_else(|| {
            let mut all = c.parties.iter().filter(placed);
            let first = all.next()?;
            all.all(|p| p.code.state() == first.code.state()).then_some(first)
        })
    }

    fn on_those_there(&self, source: &Party) -> Option<Found> {
        let place = self.place();
        let own = source.code.state();
        let home = || self.frame.home.then(|| own.with_role("CVL"));
        let (target, words) = match self.root() {
            "14" => (place.map_or_else(|| own.clone(), |p| p.code.state()).with_role("GOV"), place.map(|p| p.span)),
            "17" | "18" | "19" | "20" => {
                let place = place.filter(|p| self.root() != "17" || p.code.state() != own || self.frame.home);
                (place.map(|p| p.code.state().with_role("CVL")).or_else(home)?, place.map(|p| p.span))
            }
            "06" | "07" | "08" | "09" | "13" | "15" => match place.filter(|p| p.from >= self.trigger.to && p.code.state() != own)
            {
                Some(p) => (p.code.state(), Some(p.span)),
                None => (home()?, None),
            },
            _ => (home()?, None),
        };
        if target.is_unknown() {
            return None;
        }
        let source_code = self.doer(&source.code, &target)?;
        self.event(source_code, target, words.map_or(source.span, |w| source.span.to(w)))
    }

    /// The doer: a state that acts on its own people does so by its government; a crowd without a name is
    /// of the place where it stands. Who codes Arabic unrest leaves such a crowd without a state.
    fn doer(&self, source: &ActorCode, target: &ActorCode) -> Option<ActorCode> {
        let role = source.as_str().get(3..).unwrap_or_default();
        match source.is_unknown() {
            true if role.is_empty() => None,
            true if self.clauses.language == Language::Ar => Some(source.clone()),
            true => Some(target.state().with_role(role)),
            // A people that protests at home is a crowd, not its government.
            false if role.is_empty() && self.root() == "14" => Some(source.with_role("CVL")),
            false if role.is_empty() && source.state() == target.state() => Some(source.with_role("GOV")),
            false => Some(source.clone()),
        }
    }

    /// `were killed in a bombing near Basra`: by armed men of the place, whoever they are.
    fn by_those_there(&self, target: &Party) -> Option<Found> {
        let told = self.mood == Mood::Plain && matches!(self.root(), "18" | "19" | "20") && self.trigger.part != Part::Noun;
        if !told
            || self.clauses.pronoun_before(self.trigger)
            || !self.setting.open
            || target.code.is_unknown()
            || target.place
            || self.clauses.language == Language::Ar
        {
            return None;
        }
        let place = self.place()?;
        let words: Span = target.span.to(place.span);
        self.event(place.code.state().with_role("UAF"), target.code.clone(), words)
    }
}
