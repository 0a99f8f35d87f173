//! Forms as browsers send them: pairs, and files beside them.

/// A form taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The fields.
    pub pairs: Vec<(String, String)>,
    /// The file, when one was chosen.
    pub file: Option<Vec<u8>>,
}

/// A form has at most so many fields.
const MOST: usize = 500;

/// The pairs of an address or a form.
pub(crate) fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).take(MOST).map(|(n, v)| (n.into_owned(), v.into_owned())).collect()
}

/// A form of a media type; none when it cannot be read. Programs send an object of JSON instead.
#[must_use]
pub fn read(kind: &str, bytes: &[u8]) -> Option<Form> {
    if kind.starts_with("application/x-www-form-urlencoded") {
        return Some(Form { pairs: pairs(bytes), file: None });
    }
    if kind.starts_with("application/json") {
        return json(bytes);
    }
    let boundary = kind.strip_prefix("multipart/form-data")?.split("boundary=").nth(1)?.trim_matches('"');
    if boundary.is_empty() || boundary.len() > 70 {
        return None;
    }
    multipart(bytes, format!("--{boundary}").as_bytes())
}

/// The fields of an object: words, numbers, yes and no. Anything within anything is none of ours.
fn json(bytes: &[u8]) -> Option<Form> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(bytes).ok()?;
    let field = |(name, value): (String, serde_json::Value)| match value {
        serde_json::Value::String(text) => Some((name, text)),
        serde_json::Value::Number(_) | serde_json::Value::Bool(_) => Some((name, value.to_string())),
        _ => None,
    };
    let pairs = (object.len() <= MOST).then(|| object.into_iter().map(field).collect::<Option<Vec<_>>>()).flatten()?;
    Some(Form { pairs, file: None })
}

/// The parts between the marks (RFC 7578). What stands before the first and after the last is left out.
fn multipart(bytes: &[u8], mark: &[u8]) -> Option<Form> {
    let mut form = Form::default();
    let mut rest = bytes.get(find(bytes, mark)? + mark.len()..)?;
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, &[b"\r\n", mark].concat())?;
        add(&mut form, part.get(..end)?)?;
        rest = part.get(end + 2 + mark.len()..)?;
        if form.pairs.len() > MOST {
            return None;
        }
    }
    rest.starts_with(b"--").then_some(form)
}

fn add(form: &mut Form, part: &[u8]) -> Option<()> {
    let end = find(part, b"\r\n\r\n")?;
    let (head, body) = (String::from_utf8_lossy(part.get(..end)?).into_owned(), part.get(end + 4..)?);
    let value = |name: &str| head.split(&format!("{name}=\"")).nth(1).and_then(|v| v.split('"').next()).map(str::to_owned);
    let name = value("; name")?;
    match value("; filename") {
        Some(file) if !file.is_empty() && form.file.is_none() => form.file = Some(body.to_vec()),
        Some(_) => {}
        None => form.pairs.push((name, String::from_utf8_lossy(body).into_owned())),
    }
    Some(())
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|w| w == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_sent_is_read_or_refused(kind in "(application/x-www-form-urlencoded|multipart/form-data; boundary=XX|\\PC{0,20})", bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&kind, &bytes);
            let framed = [b"--XX\r\n", bytes.as_slice(), b"\r\n--XX--"].concat();
            let _ = read(KIND, &framed);
        }
    }

    const KIND: &str = "multipart/form-data; boundary=XX";

    #[test]
    fn fields_and_a_file() {
        let sent = "--XX\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\nb\r\n--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.html\"\r\nContent-Type: text/html\r\n\r\n<p>\r\n--XX--\r\n";
        let form = read(KIND, sent.as_bytes()).unwrap();
        assert_eq!(form.pairs, [("text".to_owned(), "a\r\nb".to_owned())]);
        assert_eq!(form.file.as_deref(), Some(&b"<p>"[..]));
        assert_eq!(read("application/x-www-form-urlencoded", b"a=1&b=%20").unwrap().pairs.len(), 2);
    }

    #[test]
    fn half_a_form_is_none() {
        for sent in [
            "",
            "--XX",
            "--XX\r\n",
            "--XX\r\nno head\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XX",
        ] {
            assert_eq!(read(KIND, sent.as_bytes()), None, "{sent:?}");
        }
        for sent in ["", "[1]", "{\"a\": {}}", "{\"a\": null}", "{\"a\": 1"] {
            assert_eq!(read("application/json", sent.as_bytes()), None, "{sent}");
        }
        let pairs = read("application/json; charset=utf-8", b"{\"a\": \"x\", \"b\": 2}").unwrap().pairs;
        assert_eq!(pairs, [("a".to_owned(), "x".to_owned()), ("b".to_owned(), "2".to_owned())]);
        assert_eq!(read("text/plain", b"a=1"), None);
        assert_eq!(read("multipart/form-data", b"a=1"), None);
    }
}
