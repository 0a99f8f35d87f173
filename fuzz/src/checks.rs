//! What must hold for any input: shared by the fuzz targets and by the tests that run their corpora.

use detente_codebook::{Anchor, Edtf, Language, Quote, Selector, Span, Text};
use detente_coder::conllu;
use detente_coder::petrarch::{self, Kind};
use detente_coder::precise::{self, Dictionaries, Source};
use detente_coder::read::dates::{find_dates, find_durations};
use detente_coder::read::{self as reader, Form, Page, ReadOptions};

fn hold(text: &Text, quote: &Quote) {
    assert_eq!(text.get(quote.span()), Some(quote.exact.as_str()), "a quote is not the words of its span");
}

/// Every quote of a page is the very substring of its text, and its paragraphs stand in order.
fn hold_page(page: &Page) {
    let document = &page.document;
    let own = [&document.title, &document.question, &document.category, &document.byline, &document.short_link];
    own.into_iter().flatten().for_each(|q| hold(&page.text, q));
    document.published.iter().for_each(|p| hold(&page.text, &p.quote));
    document.headings.iter().for_each(|q| hold(&page.text, q));
    page.furniture.iter().for_each(|f| hold(&page.text, &f.quote));
    assert!(page.paragraphs.windows(2).all(|w| matches!(w, [a, b] if a.span.end <= b.span.start)), "paragraphs overlap");
    for sentence in reader::segment(page) {
        let paragraph = page.paragraphs.get(sentence.paragraph).map(|p| p.span);
        assert!(paragraph.is_some_and(|p| p.holds(sentence.span)), "a sentence leaves its paragraph");
    }
}

/// Any bytes are read or refused, as text, as HTML and as what they look like.
pub fn read(data: &[u8]) {
    for form in [None, Some(Form::Text), Some(Form::Html)] {
        if let Ok(page) = reader::read(data, &ReadOptions { form, ..ReadOptions::default() }) {
            hold_page(&page);
            assert_eq!(page.document.text.as_deref().unwrap_or(page.text.as_str()), page.text.as_str());
        }
    }
}

/// Dates lie in order within the span, none overlaps the next, and each reads back.
pub fn dates(data: &[u8]) {
    let text = Text::new(&String::from_utf8_lossy(data));
    let span = Span::new(0, text.len());
    let day = "2025-02-27".parse::<Edtf>().ok();
    for language in [Language::Ar, Language::En] {
        for published in [None, day] {
            let found = find_dates(&text, span, language, published);
            assert!(found.iter().all(|(s, d)| span.holds(*s) && !s.is_empty() && d.to_string().parse() == Ok(*d)));
            assert!(found.windows(2).all(|w| matches!(w, [a, b] if a.0.end <= b.0.start)), "dates overlap");
        }
        assert!(find_durations(&text, span, language).iter().all(|(s, years)| span.holds(*s) && *years > 0));
    }
}

/// Furniture and body share no character, and nothing but white space and parts of the head is in
/// neither.
pub fn furniture(data: &[u8]) {
    let options = ReadOptions { form: Some(Form::Text), ..ReadOptions::default() };
    let Ok(page) = reader::read(data, &options) else { return };
    hold_page(&page);
    for piece in &page.furniture {
        assert!(page.paragraphs.iter().all(|p| !p.span.touches(piece.quote.span())), "furniture in the body");
    }
}

/// A quote is found where it stands; in a changed text only between the same surroundings.
///
/// The first two bytes say where the quote begins and how long it is; a zero byte parts the text
/// from the changed one.
pub fn anchor(data: &[u8]) {
    let Some((&[start, length], rest)) = data.split_first_chunk::<2>() else { return };
    let mut texts = rest.splitn(2, |b| *b == 0).map(|t| Text::new(&String::from_utf8_lossy(t)));
    let Some(text) = texts.next() else { return };
    let span = Span::new(usize::from(start), usize::from(start) + usize::from(length));
    let Some(selector) = Selector::of(&text, span) else { return };
    assert_eq!(selector.anchor(&text), Anchor::Here(span));
    let later = texts.next().unwrap_or_default();
    match selector.anchor(&later) {
        Anchor::Here(found) | Anchor::Moved(found) => {
            assert_eq!(later.get(found), Some(selector.exact.as_str()), "other words were found");
        }
        Anchor::NotFound => {}
    }
}

/// Any text is coded, and any parse by frames and by dictionaries; every quote is the words of its span.
pub fn code(data: &[u8]) {
    const LONGEST: usize = 4096;
    let all = String::from_utf8_lossy(data.get(..LONGEST.min(data.len())).unwrap_or_default());
    let text = Text::new(&all);
    for language in [Language::Ar, Language::En] {
        let coding = detente_coder::code_events(&all, Some(language), None);
        coding.events.iter().for_each(|e| hold(&text, &e.quote));
        coding.gaps.iter().for_each(|g| hold(&text, &g.quote));
    }
    let Ok(sentences) = conllu::read(&all) else { return };
    let day = "2015-06-09".parse::<Edtf>().ok();
    for sentence in &sentences {
        let text = Text::new(&sentence.text);
        let coding = detente_coder::code_parsed(sentence, None, day);
        coding.events.iter().for_each(|e| hold(&text, &e.quote));
        hold_answer(&text, &precise::code(precise::built_in(), sentence, day));
    }
    let whole: Vec<&str> = sentences.iter().map(|s| s.text.as_str()).collect();
    let whole = whole.join(" ");
    hold_answer(&Text::new(&whole), &precise::code_all(precise::built_in(), &sentences, &whole, day));
}

fn hold_answer(text: &Text, answer: &precise::Answer) {
    for event in &answer.events {
        hold(text, &event.quote);
        hold(text, &event.why.verb);
        event.why.words.iter().for_each(|q| hold(text, q));
        assert!(event.source != event.target && event.why.pattern.line > 0, "{event:?}");
    }
    answer.gaps.iter().for_each(|g| hold(text, &g.quote));
}

const PARSE: &str = "1\tArdania\tArdania\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tsent\tsend\tVERB\t_\t_\t0\troot\t_\t_\n\
                     3\theavy\theavy\tADJ\t_\t_\t4\tamod\t_\t_\n4\tguns\tgun\tNOUN\t_\t_\t2\tobj\t_\t_\n\
                     5\tto\tto\tADP\t_\t_\t6\tcase\t_\t_\n6\tBelmora\tBelmora\tPROPN\t_\t_\t2\tobl\t_\t_\n";

/// Any bytes are read as a dictionary of each kind: faults name lines that are there, in order, and the rest is used.
pub fn dictionary(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    let lines = text.lines().count().max(1);
    let kinds = [Kind::Actors, Kind::Agents, Kind::Verbs, Kind::Discards, Kind::Issues, Kind::Ontology];
    for kind in kinds {
        let (_, problems) = petrarch::lint(&text, kind);
        assert!(problems.iter().all(|p| (1..=lines).contains(&p.line) && !p.what.is_empty()), "{problems:?}");
        assert!(problems.windows(2).all(|w| matches!(w, [a, b] if a.line <= b.line)), "faults out of order");
    }
    let file = |kind, text: &str| Source { name: "ours".to_owned(), kind, text: text.to_owned() };
    let mut sources: Vec<Source> = kinds.into_iter().map(|k| file(k, &text)).collect();
    sources.push(file(Kind::Actors, "ARDANIA_ [ARD]\nBELMORA_ [BEL]\n"));
    sources.push(file(Kind::Verbs, "--- GIVE [070] ---\nSEND {SENT SENDS SENDING}\n- * {HEAVY GUN} [072]\n"));
    let (all, _) = Dictionaries::new(sources);
    let Ok(sentences) = conllu::read(PARSE) else { return };
    for sentence in &sentences {
        hold_answer(&Text::new(&sentence.text), &precise::code(&all, sentence, None));
    }
    let _ = petrarch::kind_in(&text);
}
