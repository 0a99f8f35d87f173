//! The compiled-in model: it opens for every year, and says what it should of ties that are known.

use detente_codebook::ActorCode;
use detente_history::chronicle::chronicle;
use detente_history::forecast::{Fate, NoOutlook, Outlook, Tie, outlook, text, weight};
use jiff::civil::{Date, date};

fn of(a: (&str, u16), b: (&str, u16), day: Date) -> Result<Outlook, NoOutlook> {
    let chronicle = chronicle().unwrap();
    let (x, y): (ActorCode, ActorCode) = (a.0.parse().unwrap(), b.0.parse().unwrap());
    let states = (chronicle.number(a.1).unwrap(), chronicle.number(b.1).unwrap());
    outlook(chronicle, detente_history::base().unwrap(), Tie { a: &x, b: &y, states }, day).unwrap()
}

const USA: (&str, u16) = ("USA", 2);
const GBR: (&str, u16) = ("GBR", 200);
const RUS: (&str, u16) = ("RUS", 365);
const UKR: (&str, u16) = ("UKR", 369);

#[test]
fn every_year_has_its_forecast() {
    for year in 1981..=2026 {
        let o = of(USA, GBR, date(year, 6, 1)).unwrap();
        let sum = o.model.worsens + o.model.holds + o.model.improves;
        assert!((sum - 1.0).abs() < 1e-12 && o.sign == 1 && o.model.improves == 0.0, "{year}: {o:?}");
        assert_eq!((o.carried, o.tested.is_some()), (year > 2014, year > 1985), "{year}");
        assert!(o.known.1 + 5 < year && o.origin < year && o.base.n > 0, "{year}: nothing later than the day is known");
    }
    assert_eq!(of(USA, GBR, date(1980, 6, 1)), Err(NoOutlook::Early));
}

#[test]
fn a_war_that_goes_on_is_seen_across_the_seam() {
    let o = of(RUS, UKR, date(2024, 6, 1)).unwrap();
    assert_eq!((o.sign, o.fate(), o.carried), (-1, Fate::Better, true));
    assert!(o.records.iter().any(|r| r.0 == "base:war-rus-ukr-2022"));
    assert!(o.model.improves < o.base.shares().improves, "an enmity at war eases less often than others");
    // Every tie of the same sign in a state of its own is one of all.
    assert!(o.own.n <= o.base.n && o.own.better <= o.base.better);
}

#[test]
fn strangers_and_states_that_are_no_more_get_no_number() {
    assert_eq!(of(("ISL", 395), ("NPL", 790), date(2024, 1, 1)), Err(NoOutlook::Strangers));
    assert_eq!(of(("DDR", 265), GBR, date(2020, 1, 1)), Err(NoOutlook::NoState));
}

#[test]
fn weights_are_those_known_on_the_day() {
    assert_eq!(weight(date(1980, 1, 1)).unwrap(), None);
    assert_eq!(weight(date(1981, 1, 1)).unwrap(), Some(0.5));
    assert_eq!(weight(date(2015, 1, 1)).unwrap(), weight(date(2026, 1, 1)).unwrap());
    assert!(text().unwrap().lines().filter(|l| l.starts_with("origin ")).count() == 8);
}
