//! From bytes to text: UTF-8 first, then a byte order mark, the charset a page declares, and last
//! a guess from the bytes themselves.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{LIMIT, ReadError};

/// How much of a page is searched for its charset.
const HEAD: usize = 4096;
/// Of so many characters one may be a control or a replacement character.
const CLEAN: usize = 50;

/// Decodes the bytes of a page; a byte order mark is not part of the text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.len() > LIMIT {
        return Err(ReadError::TooLarge { bytes: bytes.len(), limit: LIMIT });
    }
    let text = text_of(bytes)?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    check(&text)?;
    Ok(text)
}

fn text_of(bytes: &[u8]) -> Result<String, ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned());
    }
    if let Some(encoding) = without_mark(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        return Err(ReadError::NotText { what: "a zero byte".to_owned(), at });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(foreign(bytes)),
    }
}

/// UTF-16 without a mark shows itself by spaces and line ends, whose other byte is zero.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = || bytes.chunks_exact(2);
    let of = |want: fn(&[u8]) -> bool| pairs().filter(|p| want(p)).count();
    let little = of(|p| matches!(p, [b' ' | b'\n' | b'\r' | b'.', 0]));
    let big = of(|p| matches!(p, [0, b' ' | b'\n' | b'\r' | b'.']));
    let zeros = of(|p| matches!(p, [0, 0]));
    let enough = |n: usize, other: usize| zeros == 0 && other == 0 && n * 25 > bytes.len() / 2;
    match (enough(little, big), enough(big, little)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Bytes that are not UTF-8: nearly UTF-8, of the declared charset, or of the likeliest one.
fn foreign(bytes: &[u8]) -> String {
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let whole = lossy.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    if whole > broken.saturating_mul(20) {
        return lossy.into_owned();
    }
    let encoding = declared(bytes).filter(|e| *e != UTF_8).unwrap_or_else(|| guessed(bytes));
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD.min(bytes.len()))?.to_ascii_lowercase();
    let at = head.windows(8).position(|w| w == b"charset=")?;
    let label: Vec<u8> = head
        .iter()
        .skip(at + 8)
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .collect();
    Encoding::for_label(&label)
}

fn check(text: &str) -> Result<(), ReadError> {
    let odd =
        |c: char| c == char::REPLACEMENT_CHARACTER || c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}');
    let count = text.chars().filter(|c| odd(*c)).count();
    if count * CLEAN <= text.chars().count() {
        return Ok(());
    }
    let at = text.char_indices().find(|(_, c)| odd(*c)).map_or(0, |(at, _)| at);
    Err(ReadError::NotText { what: "control characters".to_owned(), at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn utf8_is_untouched(s in "[ -~\u{0621}-\u{064A}\r\n]{1,80}") {
            prop_assume!(!s.trim().is_empty());
            prop_assert_eq!(decode(s.as_bytes()).unwrap(), s);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }

    #[test]
    fn marks_and_old_encodings_are_read() {
        assert_eq!(decode(b"\xEF\xBB\xBFok").unwrap(), "ok");
        let wide: Vec<u8> = "\u{FEFF}one two".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).unwrap(), "one two");
        let bare: Vec<u8> = "one two three".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&bare).unwrap(), "one two three");
        let declared = b"<meta charset=\"iso-8859-6\">\xC7\xE4";
        assert!(decode(declared).unwrap().ends_with("\u{0627}\u{0644}"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(decode(b" \n "), Err(ReadError::Empty)));
        assert!(matches!(decode(b"\x7fELF\0\0\x01"), Err(ReadError::NotText { .. })));
        assert!(matches!(decode(&[1, 2, 3, 4, 5]), Err(ReadError::NotText { at: 0, .. })));
        assert!(matches!(decode(&vec![b'a'; LIMIT + 1]), Err(ReadError::TooLarge { .. })));
    }
}
