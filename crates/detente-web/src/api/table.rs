//! Tables as CSV (RFC 4180), safe to open in a spreadsheet.

/// A cell. One that a spreadsheet would take for a formula is made plain with an apostrophe.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let plain = if formula { format!("'{text}") } else { text.to_owned() };
    if plain.contains([',', '"', '\n', '\r']) { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain }
}

/// A table with a head.
pub(super) fn csv(head: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<String>| cells.join(",") + "\r\n";
    let mut out = line(head.iter().map(|c| cell(c)).collect());
    rows.iter().for_each(|r| out.push_str(&line(r.iter().map(|c| cell(c)).collect())));
    out
}

/// Words inside XML.
pub(super) fn xml(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_words_and_a_number_stays() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(cell("-0.5"), "-0.5");
        assert_eq!(cell("-cmd"), "'-cmd");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }

    #[test]
    fn xml_has_no_markup_of_others() {
        assert_eq!(xml("<a b=\"&\">\u{1}"), "&lt;a b=&quot;&amp;&quot;&gt;");
    }
}
