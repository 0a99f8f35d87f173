//! The style sheet knows beginnings and ends, no left and right, and loads nothing from elsewhere.

#[test]
fn only_logical_properties() {
    let css = detente_web::assets::style();
    for word in ["left", "right"] {
        for (n, line) in css.lines().enumerate() {
            let code = line.split("/*").next().unwrap_or_default();
            assert!(!code.contains(word), "line {}: {line}", n + 1);
        }
    }
    for physical in
        ["margin-top", "margin-bottom", "padding-top", "padding-bottom", "border-top", "border-bottom", "letter-spacing"]
    {
        assert!(!css.contains(physical), "{physical}");
    }
    assert!(!css.contains("http:") && !css.contains("https:") && !css.contains("//"));
}

#[test]
fn arabic_has_room_between_lines() {
    assert!(detente_web::assets::style().contains(":lang(ar) { line-height: 1.85"));
}
