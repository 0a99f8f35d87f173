//! A brief as Markdown (CommonMark with GitHub's tables), for repositories and editors.
//!
//! Words of others are escaped, so that none of them can open a heading, a link or a tag. Evidence
//! and claims carry anchors, so that numbers lead to entries as on the page of HTML.

mod escape;
mod parts;

use detente_codebook::Language;
use detente_lens::Arg;

use crate::brief::{Asking, Brief, Head};
use crate::render::{command, label};
use crate::words::date;
use escape::{code, plain};
use parts::Sheet;

/// The brief as Markdown in `language`; the same brief gives the same bytes.
#[must_use]
pub fn markdown(brief: &Brief, language: Language) -> String {
    let mut sheet = Sheet::new(brief, language);
    sheet.line(&format!("<div lang=\"{}\" dir=\"{}\">", language.tag(), language.dir()));
    head(&mut sheet);
    question(&mut sheet);
    sheet.answer();
    suggested(&mut sheet);
    sheet.compare();
    sheet.synthesis();
    sheet.findings();
    sheet.unknown();
    sheet.network();
    sheet.timeline();
    sheet.reading();
    sheet.evidence();
    again(&mut sheet);
    sheet.line("</div>");
    sheet.finish()
}

fn head(sheet: &mut Sheet<'_>) {
    let title = super::html::plain_title(sheet.brief, sheet.language);
    sheet.line(&format!("# {}", plain(&title)));
    if let Some(article) = &sheet.brief.article {
        let parts = source(article, sheet.language);
        sheet.line(&parts.join(" · "));
        sheet.line(&format!("{} {}", sheet.say("page-digest"), code(&article.digest)));
    }
}

fn source(article: &Head, language: Language) -> Vec<String> {
    let with = |id: &str, name: &str, text: String| label::with(id, &[(name, Arg::Text(text))], language);
    let mut out: Vec<String> = article.category.iter().map(|c| plain(c)).collect();
    out.extend(article.byline.iter().map(|b| plain(b)));
    out.extend(article.published.map(|d| with("page-published", "date", date(d, language))));
    out.extend(article.url.iter().map(|u| escape::address(u)));
    out
}

fn question(sheet: &mut Sheet<'_>) {
    sheet.heading(2, "page-question");
    let Some(asking) = &sheet.brief.question else {
        let none = sheet.say("page-no-question");
        return sheet.line(&none);
    };
    if let Some(asked) = &asking.text {
        sheet.line(&format!("{}: {}", sheet.say("page-asked"), plain(asked)));
    }
    sheet.line(&format!("**{}**", plain(asking.restated.get(sheet.language))));
    sheet.line(&code(&command::formal(&asking.shift, &asking.target)));
    let scope = scope(asking, sheet.language);
    sheet.line(&scope);
}

fn scope(asking: &Asking, language: Language) -> String {
    let as_of = label::with("page-as-of", &[("date", Arg::Text(label::day(asking.as_of, language)))], language);
    let years = Arg::Count(u64::from(asking.horizon_years));
    format!("{as_of} · {}", label::with("page-horizon", &[("count", years)], language))
}

fn suggested(sheet: &mut Sheet<'_>) {
    if sheet.brief.questions.is_empty() {
        return;
    }
    sheet.heading(2, "page-suggested");
    let note = sheet.say("page-suggested-note");
    sheet.line(&note);
    for question in &sheet.brief.questions {
        sheet.line(&plain(question.text.get(sheet.language)));
        sheet.shell(&command::suggested(question, sheet.language));
    }
}

fn again(sheet: &mut Sheet<'_>) {
    if let Some(command) = command::again(sheet.brief, sheet.language) {
        sheet.heading(2, "page-again");
        let note = if sheet.brief.article.is_some() { "page-again-note" } else { "page-again-note-bare" };
        let note = sheet.say(note);
        sheet.line(&note);
        sheet.shell(&command);
        if let Some(why) = command::why(sheet.brief) {
            sheet.shell(&why);
        }
    }
    let version = Arg::Text(sheet.brief.made_with.clone());
    let made = plain(&label::with("page-made-with", &[("version", version)], sheet.language));
    sheet.line(&format!("{made} · {} · {}", code(&sheet.brief.id), code(&sheet.brief.schema)));
}
