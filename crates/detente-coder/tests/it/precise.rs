//! The precise route on sentences of our own, by a small set of dictionaries.

use detente_codebook::Certainty;
use detente_coder::conllu::read;
use detente_coder::petrarch::Kind;
use detente_coder::precise::{Answer, Coded, Dictionaries, Source, built_in, code};

const ACTORS: &str = include_str!("../data/precise/ardania.actors.txt");
const AGENTS: &str = include_str!("../data/precise/ardania.agents.txt");
const VERBS: &str = include_str!("../data/precise/ardania.verbs.txt");
const DISCARDS: &str = include_str!("../data/precise/ardania.discards.txt");

fn dictionaries() -> Dictionaries {
    let file = |name: &str, kind, text: &str| Source { name: name.to_owned(), kind, text: text.to_owned() };
    let (all, faults) = Dictionaries::new(vec![
        file("actors", Kind::Actors, ACTORS),
        file("agents", Kind::Agents, AGENTS),
        file("verbs", Kind::Verbs, VERBS),
        file("discards", Kind::Discards, DISCARDS),
    ]);
    assert!(faults.is_empty(), "{faults:?}");
    all
}

/// A parse as one word a line: form, lemma, part of speech, head, relation.
fn parse(words: &str) -> String {
    let line = |(n, w): (usize, &str)| {
        let c: Vec<&str> = w.split_whitespace().collect();
        format!("{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\t_\n", n + 1, c[0], c[1], c[2], c[3], c[4])
    };
    words.trim().lines().enumerate().map(line).collect()
}

fn answer(day: Option<&str>, words: &str) -> Answer {
    let parsed = read(&parse(words)).unwrap();
    code(&dictionaries(), &parsed[0], day.map(|d| d.parse().unwrap()))
}

fn events(day: Option<&str>, words: &str) -> Vec<String> {
    let short = |e: &Coded| format!("{} {} {}", e.source, e.target, e.cameo);
    answer(day, words).events.iter().map(short).collect()
}

#[test]
fn the_pattern_that_asks_for_most_is_taken_with_its_line() {
    let words = "Ardania Ardania PROPN 2 nsubj\nsent send VERB 0 root\nheavy heavy ADJ 4 amod\nguns gun NOUN 2 obj\n\
                 to to ADP 6 case\nBelmora Belmora PROPN 2 obl";
    let found = answer(None, words);
    let [event] = found.events.as_slice() else { panic!("{found:?}") };
    assert_eq!((event.source.as_str(), event.target.as_str(), event.cameo.as_str()), ("ARD", "BEL", "072"));
    let line = VERBS.lines().position(|l| l.contains("{HEAVY &ARMS}")).unwrap() + 1;
    assert_eq!(event.rule, format!("verbs:{line} * {{HEAVY &ARMS}}"));
    assert_eq!(event.why.words.iter().map(|q| q.exact.as_str()).collect::<Vec<_>>(), ["heavy", "guns"]);
    assert_eq!((event.why.source[0].file.as_str(), event.why.source[0].line), ("actors", 1));
    assert_eq!(event.quote.exact, "Ardania sent heavy guns to Belmora");
}

#[test]
fn labels_of_both_versions_and_the_passive() {
    for (subject, auxiliary, agent) in [("nsubjpass", "auxpass", "nmod"), ("nsubj:pass", "aux:pass", "obl")] {
        let words = format!(
            "Belmora Belmora PROPN 3 {subject}\nwas be AUX 3 {auxiliary}\nattacked attack VERB 0 root\nby by ADP 5 case\n\
             Ardania Ardania PROPN 3 {agent}"
        );
        assert_eq!(events(None, &words), ["ARD BEL 190"], "{subject}");
    }
}

#[test]
fn codes_are_those_of_the_day() {
    let words = "Orsolo Orsolo PROPN 2 nsubj\nvisited visit VERB 0 root\nBelmora Belmora PROPN 2 obj";
    assert_eq!(events(Some("1995-06-01"), words), ["ARDGOV BEL 042", "BEL ARDGOV 043"]);
    assert_eq!(events(Some("2005-06-01"), words), ["ARDELI BEL 042", "BEL ARDELI 043"]);
    assert_eq!(events(None, words), [] as [&str; 0], "no code holds on an unknown day");
}

#[test]
fn roles_lists_and_joined_nouns() {
    let words = "Ministers minister NOUN 8 nsubj\nand and CCONJ 3 cc\nsoldiers soldier NOUN 1 conj\nof of ADP 5 case\n\
                 Ardania Ardania PROPN 1 nmod\nand and CCONJ 7 cc\nCardum Cardum PROPN 5 conj\nattacked attack VERB 0 root\n\
                 Belmora Belmora PROPN 8 obj";
    assert_eq!(events(None, words), ["ARDGOV BEL 190", "CARGOV BEL 190", "ARDMIL BEL 190", "CARMIL BEL 190"]);
}

#[test]
fn joined_subjects_are_the_targets_of_one_another() {
    let words = "Ardania Ardania PROPN 4 nsubj\nand and CCONJ 3 cc\nBelmora Belmora PROPN 1 conj\nagreed agree VERB 0 root";
    assert_eq!(events(None, words), ["ARD BEL 057", "BEL ARD 057"]);
}

#[test]
fn nested_negated_and_reported() {
    let ask = "Ardania Ardania PROPN 2 nsubj\nasked ask VERB 0 root\nBelmora Belmora PROPN 2 obj\nto to PART 5 mark\n\
               help help VERB 2 xcomp\nCardum Cardum PROPN 5 obj";
    assert_eq!(events(None, ask), ["ARD BEL 023"]);
    let not = "Ardania Ardania PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\nhelp help VERB 0 root\n\
               Belmora Belmora PROPN 4 obj";
    assert_eq!(events(None, not), [] as [&str; 0]);
    let say = "Ardania Ardania PROPN 2 nsubj\nsaid say VERB 0 root\nBelmora Belmora PROPN 4 nsubj\nattacked attack VERB 2 ccomp\n\
               Cardum Cardum PROPN 4 obj";
    assert_eq!(events(None, say), ["ARD BEL 112"]);
    let own = "Ardania Ardania PROPN 2 nsubj\nsaid say VERB 0 root\nit it PRON 5 nsubj\nwould would AUX 5 aux\n\
               help help VERB 2 ccomp\nCardum Cardum PROPN 5 obj";
    let found = answer(None, own);
    assert_eq!(found.events[0].certainty, Certainty::Reported);
    assert_eq!((found.events[0].holder.as_deref(), found.events[0].cameo.as_str()), (Some("Ardania"), "070"));
}

#[test]
fn a_name_of_one_word_is_written_as_names_are() {
    let words = "ardania ardania NOUN 2 nsubj\nattacked attack VERB 0 root\nBelmora Belmora PROPN 2 obj";
    assert_eq!(events(None, words), [] as [&str; 0]);
}

#[test]
fn discards_say_why() {
    let words = "Ardania Ardania PROPN 2 nsubj\nattacked attack VERB 0 root\nBelmora Belmora PROPN 2 obj\nin in ADP 5 case\n\
                 chess chess NOUN 2 obl";
    let found = answer(None, words);
    assert!(found.events.is_empty());
    assert_eq!(
        (found.gaps[0].reason.as_str(), found.gaps[0].quote.exact.as_str()),
        ("discards:1 drops the sentence by these words", "chess")
    );
}

#[test]
fn marks_say_who_is_who() {
    let words = "Ardania Ardania PROPN 2 nsubj\ntook take VERB 0 root\nguns gun NOUN 2 obj\nfrom from ADP 5 case\n\
                 Belmora Belmora PROPN 2 obl";
    assert_eq!(events(None, words), ["BEL ARD 072"], "`+ * &ARMS $`");
}

#[test]
fn circles_chains_and_commas_are_read_in_time() {
    let circle = "Ardania Ardania PROPN 2 nsubj\nattacked attack VERB 3 root\nBelmora Belmora PROPN 2 obj";
    assert_eq!(events(None, circle), [] as [&str; 0]);
    let chain: String = (0..10_000).map(|n| format!("attacked attack VERB {n} xcomp\n")).collect();
    assert_eq!(events(None, &chain), [] as [&str; 0]);
    let flat: String = (0..10_000).map(|n| format!("Ardania Ardania PROPN {} conj\n", n / 2)).collect();
    assert_eq!(events(None, &flat), [] as [&str; 0]);
    let commas: String = std::iter::once("attacked attack VERB 0 root\n".to_owned())
        .chain((0..100_000).map(|_| ", , PUNCT 1 punct\n".to_owned()))
        .collect();
    assert_eq!(events(None, &commas), [] as [&str; 0]);
}

#[test]
fn the_built_in_dictionaries_are_whole_and_code() {
    let all = built_in();
    assert!(all.sizes()[0] > 30_000 && all.sizes()[2] > 1_500, "{:?}", all.sizes());
    let words = "France France PROPN 3 nsubj\nwill will AUX 3 aux\nsend send VERB 0 root\naid aid NOUN 3 obj\nto to ADP 6 case\n\
                 Somalia Somalia PROPN 3 obl";
    let parsed = read(&parse(words)).unwrap();
    let found = code(all, &parsed[0], "2015-01-01".parse().ok());
    let short: Vec<(&str, &str, &str)> =
        found.events.iter().map(|e| (e.source.as_str(), e.target.as_str(), e.cameo.get(..2).unwrap())).collect();
    assert_eq!(short, [("FRA", "SOM", "07")]);
    assert_eq!(found.events[0].certainty, Certainty::Planned);
}
