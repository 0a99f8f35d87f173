//! The reasons of the engine as messages.

use detente_codebook::{ActorCode, Edtf};
use detente_history::{ClauseText, Strength, TreatyText, Trigger, View};

use super::Query;
use super::answer::{Breach, Conflict, Join, NotBound};
use super::book::Day;
use super::breach::{Broken, Clash, Conflict as Clashing};
use super::case::Miss;
use super::due::{Doubt, Due};
use super::place::Known;
use super::refuse::Why;
use super::rounds::Step;
use super::scene::Scene;
use crate::treaty::duty::article;
use crate::{Arg, Message};

fn actor(code: &ActorCode) -> Arg {
    Arg::Actor(code.clone())
}

fn actors<'a>(codes: impl IntoIterator<Item = &'a ActorCode>) -> Arg {
    Arg::List(codes.into_iter().map(actor).collect())
}

fn treaty(text: &TreatyText) -> Arg {
    Arg::Phrase(text.short.clone())
}

fn inner(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

/// Why a duty is due: what sets it off, then every condition and doubt.
pub(super) fn why(text: &TreatyText, due: &Due, scene: &Scene) -> Message {
    let parts = std::iter::once(set_off(due, scene)).chain(conditions(due, scene)).chain(due.doubt.map(|d| doubt(d, due, scene)));
    Message::new("obligation-why")
        .with("state", actor(due.who))
        .with("toward", actor(due.toward))
        .with("duty", Arg::Clause(due.clause.kind))
        .with("treaty", treaty(text))
        .with("article", article(due.clause))
        .with("reasons", Arg::List(parts.map(inner).collect()))
}

fn set_off(due: &Due, scene: &Scene) -> Message {
    let enemies = || actors(scene.enemies(due.toward));
    match due.clause.when {
        Trigger::AtWar => Message::new("obligation-at-war").with("partner", actor(due.toward)).with("enemies", enemies()),
        Trigger::AtWarWithTwo | Trigger::AttackedByTwoGreatPowers => {
            Message::new("obligation-two-enemies").with("partner", actor(due.toward)).with("enemies", enemies())
        }
        Trigger::Breach => Message::new("obligation-breach").with("attackers", actors(&scene.attackers)),
        Trigger::PartyActs => Message::new("obligation-party-acts").with("partner", actor(due.toward)),
        _ if due.clause.by_party_request => {
            Message::new("obligation-border").with("partner", actor(due.toward)).with("attackers", actors(&scene.attackers))
        }
        _ => Message::new("obligation-attacked").with("partner", actor(due.toward)).with("enemies", enemies()),
    }
}

fn conditions(due: &Due, scene: &Scene) -> Vec<Message> {
    let clause = due.clause;
    let mut out = Vec::new();
    if !clause.against.is_empty() {
        out.push(Message::new("obligation-named").with("adversaries", actors(&clause.against)));
    }
    if clause.unprovoked {
        out.push(Message::new("obligation-unprovoked"));
    }
    out.extend(place(due, scene));
    out.extend(clause.automatic.map(strength));
    if clause.request_required && scene.help_requested {
        out.push(Message::new("obligation-requested"));
    } else if clause.request_required {
        out.push(Message::new("obligation-awaits-request"));
    }
    out
}

fn place(due: &Due, scene: &Scene) -> Option<Message> {
    let area = due.clause.area.as_ref()?;
    let site = scene.site(due.toward)?;
    let area = Arg::Text(area.clone());
    Some(match site.known {
        Known::Named => Message::new("obligation-in-area").with("area", area),
        Known::Assumed | Known::Unread => Message::new("obligation-area-assumed").with("area", area),
    })
}

fn strength(strength: Strength) -> Message {
    match strength {
        Strength::Automatic => Message::new("obligation-automatic"),
        Strength::Decision => Message::new("obligation-decision"),
        Strength::AsDeemsNecessary => Message::new("obligation-deems"),
        Strength::ConstitutionalProcess => Message::new("obligation-constitutional"),
    }
}

fn doubt(doubt: Doubt, due: &Due, scene: &Scene) -> Message {
    match doubt {
        Doubt::Began => Message::new("obligation-doubt-began")
            .with("partner", actor(due.toward))
            .with("holders", Arg::Text(scene.begun(due.toward).map(|b| b.holders.clone()).unwrap_or_default())),
        Doubt::Ally => Message::new("obligation-doubt-ally").with("state", actor(due.who)),
        Doubt::Standing => {
            Message::new("obligation-doubt-standing").with("state", actor(due.who)).with("toward", actor(due.toward))
        }
        Doubt::LastDay => Message::new("obligation-doubt-last-day"),
        Doubt::Aimed => Message::new("obligation-doubt-aimed").with("adversaries", actors(&due.clause.aimed_at)),
        Doubt::Caveat => {
            Message::new("obligation-doubt-caveat").with("caveat", Arg::Text(due.clause.caveat.clone().unwrap_or_default()))
        }
        Doubt::Place => Message::new("obligation-doubt-place"),
    }
}

/// A breach in words.
pub(super) fn breach(broken: &Broken) -> Breach {
    let why = Message::new("obligation-broken")
        .with("state", actor(broken.who))
        .with("toward", actor(broken.toward))
        .with("duty", Arg::Clause(broken.clause.kind))
        .with("treaty", treaty(broken.treaty))
        .with("article", article(broken.clause));
    Breach {
        state: broken.who.clone(),
        toward: broken.toward.clone(),
        treaty: broken.treaty.id.clone(),
        duty: broken.clause.duty,
        article: broken.clause.article.clone(),
        why,
    }
}

/// A conflict in words, with which undertaking prevails.
pub(super) fn conflict(found: &Clashing) -> Conflict {
    let (who, toward) = (actor(found.who), actor(found.toward));
    let names = Arg::List(found.treaties.iter().map(|t| treaty(t)).collect());
    let against = found.against.map_or_else(|| toward.clone(), actor);
    let why = match found.clash {
        Clash::BothSides => Message::new("obligation-conflict-both")
            .with("state", who)
            .with("toward", toward)
            .with("attacker", against)
            .with("treaties", names)
            .with("prevails", inner(prevails(&found.treaties))),
        Clash::NoHelp => Message::new("obligation-conflict-no-help")
            .with("state", who)
            .with("toward", toward)
            .with("attacker", against)
            .with("treaties", names)
            .with("prevails", inner(prevails(&found.treaties))),
        Clash::OwnWard => {
            Message::new("obligation-conflict-own-ward").with("state", who).with("toward", toward).with("treaties", names)
        }
        Clash::Aggressor => {
            Message::new("obligation-conflict-aggressor").with("state", who).with("toward", toward).with("treaties", names)
        }
    };
    Conflict {
        state: found.who.clone(),
        treaties: found.treaties.iter().map(|t| t.id.clone()).collect(),
        clash: found.clash,
        why,
    }
}

/// Which of several treaties prevails: one that says so, else the later between the same parties.
pub(super) fn prevails(treaties: &[&TreatyText]) -> Message {
    if let Some((text, article)) = treaties.iter().find_map(|t| Some((t, t.prevails.as_ref()?))) {
        return Message::new("obligation-prevails-clause")
            .with("treaty", treaty(text))
            .with("article", Arg::Text(article.clone()));
    }
    let parties = |t: &TreatyText| {
        let mut all: Vec<ActorCode> = t.parties.iter().map(|p| p.code.clone()).collect();
        all.sort();
        all.dedup();
        all
    };
    let first = treaties.first().map(|t| parties(t));
    let same = treaties.iter().all(|t| Some(parties(t)) == first);
    let latest = treaties.iter().max_by_key(|t| t.signed);
    match latest {
        Some(text) if same && treaties.len() > 1 => Message::new("obligation-prevails-later").with("treaty", treaty(text)),
        _ => Message::new("obligation-prevails-none"),
    }
}

/// A step of the cascade in words.
pub(super) fn join(day: &Day, step: &Step) -> Join {
    let text = day.alive[step.due.treaty].text;
    let (who, toward) = (actor(step.due.who), actor(step.due.toward));
    let because = if step.attacks {
        Message::new("obligation-joins-attack")
            .with("state", who)
            .with("toward", toward)
            .with("treaty", treaty(text))
            .with("article", article(step.due.clause))
    } else {
        Message::new("obligation-joins-defence")
            .with("state", who)
            .with("toward", toward)
            .with("treaty", treaty(text))
            .with("article", article(step.due.clause))
    };
    Join { round: step.round, state: step.due.who.clone(), joins: step.due.toward.clone(), treaty: text.id.clone(), because }
}

fn date(date: Option<Edtf>) -> Arg {
    date.map_or_else(|| inner(Message::new("obligation-day-unknown")), Arg::Date)
}

/// Why a treaty does not bind anybody to help a victim.
pub(super) fn refused(text: &TreatyText, victim: &ActorCode, why: Why, query: &Query) -> NotBound {
    let (name, who) = (treaty(text), actor(victim));
    let why = match why {
        Why::Ended => Message::new("obligation-not-ended").with("treaty", name).with("date", date(text.ended)),
        Why::Signed => match text.in_force {
            Some(later) => Message::new("obligation-not-yet")
                .with("treaty", name)
                .with("signed", Arg::Date(text.signed))
                .with("later", Arg::Date(later)),
            None => Message::new("obligation-not-signed").with("treaty", name).with("signed", Arg::Date(text.signed)),
        },
        Why::NotParty => Message::new("obligation-not-party").with("treaty", name).with("victim", who),
        Why::Suspended => Message::new("obligation-not-suspended-all").with("treaty", name),
        Why::NoHelp => Message::new("obligation-not-help").with("treaty", name).with("victim", who),
        Why::Failed(miss) => failed(text, victim, miss, query),
    };
    NotBound { state: None, treaty: Some(text.id.clone()), why }
}

fn failed(text: &TreatyText, victim: &ActorCode, miss: Miss, query: &Query) -> Message {
    let (name, who, by) = (treaty(text), actor(victim), || actors(&query.attackers));
    match miss {
        Miss::NotOwed => Message::new("obligation-not-party").with("treaty", name).with("victim", who),
        Miss::Attacks => Message::new("obligation-not-attacked").with("treaty", name),
        Miss::CoMember => Message::new("obligation-not-co-member").with("treaty", name).with("attackers", by()),
        Miss::Adversary => Message::new("obligation-not-adversary")
            .with("treaty", name)
            .with("attackers", by())
            .with("adversaries", actors(named(text))),
        Miss::Excluded => Message::new("obligation-not-excluded").with("treaty", name).with("attackers", by()),
        Miss::TooFewPowers => Message::new("obligation-not-powers").with("treaty", name),
        Miss::TooFewEnemies => Message::new("obligation-not-enemies").with("treaty", name).with("victim", who),
        Miss::Authorised => Message::new("obligation-not-authorised").with("treaty", name).with("victim", who),
        Miss::Area => Message::new("obligation-not-area").with("treaty", name).with("area", Arg::Text(area(text))),
        Miss::AreaUnread => Message::new("obligation-not-area-read").with("treaty", name).with("area", Arg::Text(area(text))),
        Miss::Foreign => Message::new("obligation-not-foreign").with("treaty", name).with("victim", who),
        Miss::Conflict => Message::new("obligation-not-conflict").with("treaty", name).with("area", Arg::Text(area(text))),
        Miss::Trigger => Message::new("obligation-not-trigger").with("treaty", name),
    }
}

fn helps(text: &TreatyText) -> impl Iterator<Item = &ClauseText> {
    text.clauses.iter().filter(|c| c.duty.fights())
}

fn named(text: &TreatyText) -> Vec<&ActorCode> {
    let mut out: Vec<&ActorCode> = helps(text).flat_map(|c| &c.against).collect();
    out.sort();
    out.dedup();
    out
}

fn area(text: &TreatyText) -> String {
    helps(text).find_map(|c| c.area.clone()).unwrap_or_default()
}

/// A member that is not bound because the treaty is suspended between it and the victim.
pub(super) fn suspended(text: &TreatyText, member: &ActorCode, victim: &ActorCode) -> NotBound {
    let why = Message::new("obligation-not-suspended")
        .with("state", actor(member))
        .with("victim", actor(victim))
        .with("treaty", treaty(text));
    NotBound { state: Some(member.clone()), treaty: Some(text.id.clone()), why }
}

/// A great power that no treaty of the list binds.
pub(super) fn no_treaty(power: &ActorCode, victims: &[ActorCode]) -> NotBound {
    let why = Message::new("obligation-not-none").with("state", actor(power)).with("victims", actors(victims));
    NotBound { state: Some(power.clone()), treaty: None, why }
}

/// What the question left open.
pub(super) fn notes(query: &Query, scene: &Scene, unknown: &[ActorCode]) -> Vec<Message> {
    let mut out: Vec<Message> = Vec::new();
    if !unknown.is_empty() {
        let codes = unknown.iter().map(|a| Arg::Text(a.to_string())).collect();
        out.push(Message::new("obligation-note-unknown").with("actors", Arg::List(codes)));
    }
    for victim in scene.victims {
        match (scene.site(victim).map(|s| s.known), &query.place) {
            (Some(Known::Assumed), _) => out.push(Message::new("obligation-note-place").with("victim", actor(victim))),
            (Some(Known::Unread), Some(place)) => out.push(
                Message::new("obligation-note-place-unread")
                    .with("place", Arg::Text(place.clone()))
                    .with("victim", actor(victim)),
            ),
            _ => {}
        }
    }
    out
}

/// The views of the standing of treaties between the two sides, where one of these holds a view of its own.
pub(super) fn views<'a>(treaties: impl Iterator<Item = &'a TreatyText>, query: &Query) -> Vec<Message> {
    let joins = |t: &&TreatyText| {
        let has = |side: &[ActorCode]| side.iter().any(|s| t.parties.iter().any(|p| p.code == *s));
        has(&query.attackers) && has(&query.targets)
    };
    let begun = |v: &&View| v.from.and_then(Edtf::first).is_none_or(|from| from <= query.day);
    let holds = |v: &View| query.attackers.iter().chain(&query.targets).any(|s| v.holders.contains(s));
    let differs = |t: &&TreatyText| t.views.iter().any(|v| begun(&v) && holds(v));
    let said = |t: &TreatyText, v: &View| {
        Message::new("obligation-note-view")
            .with("treaty", treaty(t))
            .with("holders", actors(&v.holders))
            .with("view", Arg::Phrase(v.text.clone()))
    };
    treaties.filter(joins).filter(differs).flat_map(|t| t.views.iter().filter(begun).map(move |v| said(t, v))).collect()
}
