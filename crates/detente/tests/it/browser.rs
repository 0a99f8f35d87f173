//! The page in a real browser: nothing overflows, letters join, names in the picture do not overlap.
//!
//! Needs `chromium` on the path; without it the test says so and passes.

use std::path::Path;
use std::process::{Command, Stdio};

use detente::render::html;
use detente_codebook::Language;

use crate::sample;

/// Flags for a browser that talks to nobody.
const QUIET: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

fn browser() -> Option<&'static str> {
    let there = |name: &&str| {
        let run = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        run.is_ok_and(|s| s.success())
    };
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find(there)
}

/// Runs the browser on a page and gives what it prints.
fn run(browser: &str, dir: &Path, page: &Path, more: &[&str]) -> String {
    let profile = format!("--user-data-dir={}", dir.join("profile").display());
    let url = format!("file://{}", page.display());
    let out = Command::new(browser).args(QUIET).arg(profile).args(more).arg(url).stderr(Stdio::null()).output().unwrap();
    assert!(out.status.success(), "the browser ended with {}", out.status);
    String::from_utf8(out.stdout).unwrap()
}

/// A page that shows the brief in frames of several widths and writes down what it measures.
///
/// The frames stand for windows: a headless window is never narrower than about 500 pixels. The
/// last one may run no script; it has to look as the one before it.
fn measuring(page: &str) -> String {
    let escaped = page.replace('&', "&amp;").replace('"', "&quot;");
    let frame = |(width, more)| format!("<iframe width=\"{width}\" height=\"900\" {more} srcdoc=\"{escaped}\"></iframe>");
    let frames: String = [(360, ""), (1200, ""), (1200, "sandbox=\"allow-same-origin\"")].into_iter().map(frame).collect();
    format!("<!DOCTYPE html><meta charset=\"utf-8\"><body>{frames}<pre id=\"found\"></pre><script>{MEASURE}</script></body>")
}

const MEASURE: &str = "
const widest = page => [...page.querySelectorAll('body *')].filter(e => !e.closest('.scroll'))
  .map(e => [e.getBoundingClientRect(), e]).filter(([r]) => r.left < 0 || r.right > page.documentElement.clientWidth)
  .map(([r, e]) => `${e.tagName}.${e.className} ${r.left} ${r.right}`).slice(0, 3).join('; ');
addEventListener('load', () => {
  const say = [];
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument, width = frame.width, root = page.documentElement;
    if (root.scrollWidth > root.clientWidth) say.push(`overflow at ${width}: ${widest(page)}`);
    const names = page.querySelectorAll('svg text.name');
    const boxes = [...page.querySelectorAll('svg.picture-network rect.node')].map(t => t.getBoundingClientRect());
    boxes.forEach((x, n) => boxes.slice(n + 1).forEach(y => {
      const apart = x.right <= y.left || y.right <= x.left || x.bottom <= y.top || y.bottom <= x.top;
      if (!apart) say.push(`boxes meet at ${width}: ${x.left},${x.top} and ${y.left},${y.top}`);
    }));
    for (const name of names) {
      const t = name.getBoundingClientRect(), y = (t.top + t.bottom) / 2;
      const inside = r => r.left <= t.left + 1 && t.right <= r.right + 1 && r.top <= y && y <= r.bottom;
      if (!boxes.some(inside)) say.push(`a name leaves its box at ${width}: ${name.textContent}`);
    }
    for (const text of page.querySelectorAll('svg text')) {
      const whole = text.getComputedTextLength();
      if (!(whole > 0)) say.push(`no width: ${text.textContent}`);
    }
    for (const link of page.querySelectorAll('nav a')) {
      if (link.getBoundingClientRect().height < 24) say.push(`small target: ${link.textContent}`);
    }
    say.push(`measured ${names.length} names at ${width}`);
  }
  const [, scripted, bare] = [...document.querySelectorAll('iframe')].map(f => f.contentDocument);
  const seen = page => page.documentElement.scrollHeight + ' ' + page.body.innerText;
  if (seen(scripted) !== seen(bare)) say.push('the page looks otherwise without scripts');
  document.getElementById('found').textContent = say.join('\\n');
});";

#[test]
fn a_browser_shows_the_whole_page_in_both_languages() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no chromium on the path, the page was not seen in a browser");
        return;
    };
    for language in [Language::Ar, Language::En] {
        let dir = tempfile::tempdir().unwrap();
        let page = html(&sample::rich(), language);
        measure(browser, dir.path(), &page, language);
        picture(browser, dir.path(), &page);
    }
}

fn measure(browser: &str, dir: &Path, page: &str, language: Language) {
    let path = dir.join("measure.html");
    std::fs::write(&path, measuring(page)).unwrap();
    let seen = run(browser, dir, &path, &["--window-size=1300,2000", "--virtual-time-budget=5000", "--dump-dom"]);
    let found = seen.rsplit_once("<pre id=\"found\">").unwrap().1.split_once("</pre>").unwrap().0;
    let lines: Vec<&str> = found.lines().collect();
    let (good, bad): (Vec<&str>, Vec<&str>) = lines.iter().partition(|l| l.starts_with("measured "));
    assert_eq!(good.len(), 3, "{}: {found}", language.tag());
    assert!(good.iter().all(|l| !l.contains(" 0 names")), "{found}");
    assert_eq!(bad, Vec::<&str>::new(), "{}", language.tag());
}

/// A picture of the page can be taken, and it is not empty.
fn picture(browser: &str, dir: &Path, page: &str) {
    let (path, shot) = (dir.join("page.html"), dir.join("page.png"));
    std::fs::write(&path, page).unwrap();
    run(browser, dir, &path, &["--window-size=1200,1600", &format!("--screenshot={}", shot.display())]);
    assert!(std::fs::metadata(&shot).unwrap().len() > 20_000, "the picture of the page is empty");
}
