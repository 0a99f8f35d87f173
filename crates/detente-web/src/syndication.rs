//! Reading feeds of others: Atom (RFC 4287), RSS 2.0 and 1.0. Only what is needed to take a page from one.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// At most so many entries of a feed are shown.
const MOST: usize = 100;
/// A title is cut after so many letters.
const LONGEST: usize = 300;
/// Elements do not lie deeper within each other than this in any feed.
const DEEPEST: usize = 64;

/// One entry of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The title, without markup.
    pub title: String,
    /// The address of the page, http or https.
    pub link: String,
    /// The date as the feed has it.
    pub date: String,
}

/// The entries of a feed that lead to a page, in their order; none for what is no feed. What stands
/// before a fault in the feed is kept.
#[must_use]
pub fn read(bytes: &[u8]) -> Vec<Entry> {
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    reader.config_mut().check_end_names = false;
    let mut reading = Reading::default();
    while reading.entries.len() < MOST {
        match reader.read_event() {
            Ok(Event::Start(tag)) => reading.open(&tag),
            Ok(Event::Empty(tag)) => {
                reading.open(&tag);
                reading.close();
            }
            Ok(Event::End(_)) => reading.close(),
            Ok(Event::Text(words)) => reading.add(&words.decode().unwrap_or_default()),
            Ok(Event::CData(words)) => reading.add(&String::from_utf8_lossy(&words)),
            Ok(Event::GeneralRef(name)) => reading.refer(&String::from_utf8_lossy(&name)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
        if reading.within.len() > DEEPEST {
            break;
        }
    }
    reading.entries
}

#[derive(Default)]
struct Reading {
    within: Vec<String>,
    entry: Option<Entry>,
    entries: Vec<Entry>,
}

impl Reading {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
        if name == "entry" || name == "item" {
            self.entry = Some(Entry::default());
        }
        let own = self.within.last().is_some_and(|w| w == "entry" || w == "item");
        if let (true, "link", Some(entry)) = (own, name.as_str(), &mut self.entry) {
            let value = |key: &[u8]| {
                let found = tag.attributes().flatten().find(|a| a.key.as_ref() == key);
                found.and_then(|a| a.unescape_value().ok().map(|v| v.trim().to_owned()))
            };
            let leads = value(b"rel").is_none_or(|rel| rel == "alternate");
            if let Some(href) = value(b"href").filter(|_| leads && entry.link.is_empty()) {
                entry.link = href;
            }
        }
        self.within.push(name);
    }

    fn close(&mut self) {
        let name = self.within.pop().unwrap_or_default();
        if name == "entry" || name == "item" {
            self.entries.extend(self.entry.take().and_then(whole));
        }
    }

    fn add(&mut self, words: &str) {
        let place: Vec<&str> = self.within.iter().rev().take(2).map(String::as_str).collect();
        let (Some(entry), [name, "entry" | "item"]) = (&mut self.entry, place.as_slice()) else { return };
        let field = match *name {
            "title" => &mut entry.title,
            "link" => &mut entry.link,
            "published" | "pubDate" | "date" => &mut entry.date,
            "updated" if entry.date.is_empty() => &mut entry.date,
            _ => return,
        };
        if field.len() < 8 * LONGEST {
            field.push_str(words);
        }
    }

    /// A reference to a character: the five of XML, or a number.
    fn refer(&mut self, name: &str) {
        let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        };
        let letter = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => name.strip_prefix('#').and_then(number).and_then(char::from_u32),
        };
        if let Some(letter) = letter {
            self.add(letter.encode_utf8(&mut [0; 4]));
        }
    }
}

/// An entry whose link can be followed; its title in one line.
fn whole(entry: Entry) -> Option<Entry> {
    let link = entry.link.trim().to_owned();
    // No address holds spaces or control characters; such a one would also break the line that shows it.
    let plain = !link.contains(|c: char| c.is_control() || c.is_whitespace());
    let leads = plain && (link.starts_with("https://") || link.starts_with("http://"));
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect::<String>();
    let title = Some(line(&entry.title)).filter(|t| !t.is_empty()).unwrap_or_else(|| link.clone());
    (leads && link.len() <= 2048).then(|| Entry { title, link, date: line(&entry.date) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn atom_and_rss_give_the_same_entries() {
        let atom = "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A feed</title><link href=\"https://e.org/\"/><entry><title>Talks &amp; a &#x645;</title><link rel=\"self\" href=\"https://e.org/self\"/><link href=\"https://e.org/1?a=1&amp;b=2\"/><published>2025-03-01</published></entry></feed>";
        let rss = "<rss version=\"2.0\"><channel><title>A feed</title><link>https://e.org/</link><item><title><![CDATA[Talks & a \u{645}]]></title><link>https://e.org/1?a=1&amp;b=2</link><pubDate>2025-03-01</pubDate></item></channel></rss>";
        let entry = Entry {
            title: "Talks & a \u{645}".to_owned(),
            link: "https://e.org/1?a=1&b=2".to_owned(),
            date: "2025-03-01".to_owned(),
        };
        assert_eq!(read(atom.as_bytes()), std::slice::from_ref(&entry));
        assert_eq!(read(rss.as_bytes()), [entry]);
    }

    #[test]
    fn what_leads_nowhere_is_left_out() {
        let item = |link: &str| format!("<rss><channel><item><title>x</title><link>{link}</link></item></channel></rss>");
        assert!(read(item("javascript:alert(1)").as_bytes()).is_empty());
        assert!(read(item("file:///etc/passwd").as_bytes()).is_empty());
        assert!(read(item("https://e.org/\0a\nb").as_bytes()).is_empty());
        assert!(read(b"<html><body>no feed</body></html>").is_empty());
        let deep = format!("{}<item><link>https://e.org</link></item>", "<a>".repeat(100_000));
        assert!(read(deep.as_bytes()).is_empty());
        assert_eq!(read(item("https://e.org/").repeat(300).as_bytes()).len(), MOST);
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400), inner in "[<>/a-z&;#\" =\\[!\\]]{0,80}") {
            let _ = read(&bytes);
            let _ = read(format!("<rss><channel><item><title>{inner}</title><link>https://e.org</link></item>").as_bytes());
        }
    }
}
