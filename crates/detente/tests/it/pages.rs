//! Prints sample pages where the environment asks for them.
use crate::sample;
#[test]
fn dump() {
    let Ok(dir) = std::env::var("PAGES") else { return };
    for (name, b) in [("rich", sample::rich()), ("cannot", sample::cannot_say()), ("reading", sample::reading()), ("hostile", sample::hostile())] {
        for l in [detente_codebook::Language::Ar, detente_codebook::Language::En] {
            std::fs::write(format!("{dir}/{name}.{}.html", l.tag()), detente::render::html(&b, l)).unwrap();
        }
    }
}
