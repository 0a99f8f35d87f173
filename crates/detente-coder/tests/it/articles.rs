//! What a text refers back to: actors, days, treaties and goods that a sentence does not name itself.

use detente_codebook::{Coding, Stage};
use detente_coder::code;
use detente_coder::read::{ReadOptions, read};

/// A text of 27 February 2025, a Thursday, coded as an article.
fn coded(text: &str) -> Coding {
    let date = "2025-02-27".parse().ok();
    code(&read(text.as_bytes(), &ReadOptions { date, ..ReadOptions::default() }).unwrap())
}

/// The events as `SOURCE>TARGET ROOT DATE`, in order.
fn events(text: &str) -> Vec<String> {
    let date = |e: &detente_codebook::Event| e.date.map_or_else(|| "-".to_owned(), |d| d.to_string());
    coded(text).events.iter().map(|e| format!("{}>{} {} {}", e.source, e.target, e.cameo.root(), date(e))).collect()
}

/// The transfers as `GIVER>RECEIVER item status`.
fn transfers(text: &str) -> Vec<String> {
    coded(text).transfers.iter().map(|t| format!("{}>{} {} {:?}", t.from, t.to, t.item, t.status).to_lowercase()).collect()
}

#[test]
fn the_country_is_the_one_spoken_of() {
    let text = "China condemned the United States on Monday. The country threatened Japan with sanctions.";
    assert_eq!(events(text), ["CHN>USA 11 2025-02-24", "CHN>JPN 13 -"]);
    let arabic = "أدانت الصين الولايات المتحدة يوم الاثنين. وهددت البلاد اليابان بعقوبات.";
    assert_eq!(events(arabic), ["CHN>USA 11 2025-02-24", "CHN>JPN 13 -"]);
}

#[test]
fn the_country_of_two_is_neither() {
    for text in [
        "Russia and Iran signed a treaty on Monday. The country threatened Japan with sanctions.",
        "وقعت روسيا وإيران معاهدة يوم الاثنين. وهددت البلاد اليابان بعقوبات.",
    ] {
        let all = events(text);
        assert!(all.len() == 2 && all.iter().all(|e| e.contains(" 05 2025-02-24")), "{all:?}");
    }
    let all = events("Israel spoke of Iran on Monday. It said the country had attacked Jordan.");
    assert!(!all.iter().any(|e| e.starts_with("ISR>JOR")), "{all:?}");
}

#[test]
fn a_capital_speaks_for_its_state_and_a_pronoun_goes_on() {
    let text = "Egypt expelled the Turkish ambassador on Monday. It recalled its own ambassador from Ankara.";
    assert_eq!(events(text), ["EGY>TURGOV 16 2025-02-24", "EGY>TUR 16 -"]);
    let arabic = "طردت مصر السفير التركي يوم الاثنين. واستدعت سفيرها من أنقرة.";
    assert_eq!(events(arabic), ["EGY>TURGOV 16 2025-02-24", "EGY>TUR 16 -"]);
}

#[test]
fn both_sides_act_again_in_one_sentence() {
    let pairs = ["EGY>TUR 05 2023", "EGY>TUR 05 2025-01", "TUR>EGY 05 2023", "TUR>EGY 05 2025-01"];
    for text in [
        "Egypt criticised Turkey. Both countries restored ties in 2023, and the two sides signed a trade agreement last month.",
        "انتقدت مصر تركيا. واستأنف البلدان علاقاتهما في عام 2023، ووقع الجانبان اتفاقا تجاريا الشهر الماضي.",
    ] {
        let mut all = events(text).split_off(1);
        all.sort();
        assert_eq!(all, pairs, "{text}");
    }
}

#[test]
fn a_dual_verb_speaks_of_the_two() {
    let all = events("استضافت السعودية مسؤولين إيرانيين في الرياض عام 2023. ووقعا اتفاقا.");
    assert!(all.iter().any(|e| e.starts_with("SAU>IRN") && e.contains(" 05")), "{all:?}");
}

#[test]
fn days_that_count_from_the_day_of_writing() {
    let cases = [
        ("China summoned the American ambassador three days ago.", "2025-02-24"),
        ("France attacked Mali last Friday.", "2025-02-21"),
        ("France attacked Mali last year.", "2024"),
        ("France attacked Mali two months ago.", "2024-12"),
        ("هاجمت فرنسا مالي قبل ثلاثة أيام.", "2025-02-24"),
        ("هاجمت فرنسا مالي قبل شهرين.", "2024-12"),
        ("هاجمت فرنسا مالي العام الماضي.", "2024"),
        ("هاجمت فرنسا مالي يوم الجمعة الماضي.", "2025-02-21"),
        ("هاجمت فرنسا مالي قبل ثلاثة أيام من الانتخابات.", "-"),
    ];
    for (text, date) in cases {
        let all = events(text);
        assert!(all.len() == 1 && all[0].ends_with(&format!(" {date}")), "{text}: {all:?}");
    }
}

#[test]
fn goods_are_followed_and_named_without_what_is_written_on_to_them() {
    let text = "France will deliver Rafale jets to Egypt next year. The jets were delivered to Cairo yesterday.";
    assert_eq!(transfers(text), ["fra>egy rafale jets planned", "fra>egy jets delivered"]);
    assert_eq!(
        transfers("زودت روسيا الجزائر بدبابات وبطائرات مقاتلة العام الماضي."),
        ["rus>dza دبابات delivered", "rus>dza طائرات مقاتلة delivered"]
    );
    assert_eq!(transfers("وافقت روسيا على بيع إيران طائرات تدريب."), ["rus>irn طائرات تدريب planned"]);
    assert_eq!(transfers("France spoke of jets. The tanks were delivered yesterday."), Vec::<String>::new());
}

#[test]
fn the_stage_belongs_to_the_treaty_beside_it() {
    let text =
        "Russia and Iran signed a treaty on 17 January 2025. Russia was a party to the JCPOA, which Trump abandoned in 2018.";
    let treaties = coded(text).treaties;
    let stages: Vec<(usize, Stage)> = treaties.iter().map(|t| (t.parties.len(), t.stage)).collect();
    assert_eq!(stages, [(2, Stage::Signed), (7, Stage::Denounced)], "{treaties:#?}");
}

#[test]
fn it_is_the_treaty_of_the_sentence_before() {
    let text = "On 17 February 1966 France and Spain signed the Lisbon Agreement. It contains no promise to defend anybody.";
    let clauses: Vec<_> = coded(text).treaties.into_iter().flat_map(|t| t.clauses).map(|c| (c.kind.name(), c.present)).collect();
    assert_eq!(clauses, [("DEFENSE", false)]);
    let other = "On 17 February 1966 France and Spain signed the Lisbon Agreement. Spain was calm. It contains no duty to defend anybody.";
    assert!(coded(other).treaties.iter().all(|t| t.clauses.is_empty()));
}

#[test]
fn the_ally_behind_a_list_is_its_last() {
    let ties = coded("Iran and Israel, the close ally of the United States, exchanged fire on Monday.").ties;
    let usa: Vec<String> = ties.iter().map(|t| t.dyad.to_string()).filter(|d| d.contains("USA")).collect();
    assert!(usa.len() == 1 && usa[0].contains("ISR"), "{ties:?}");
}

#[test]
fn a_comma_inside_the_marks_is_no_part_of_the_words() {
    let statements = coded("“We will not leave,” said President Emmanuel Macron on Monday. France stays.").statements;
    assert_eq!(statements.iter().map(|s| s.quote.exact.as_str()).collect::<Vec<_>>(), ["We will not leave"]);
}

#[test]
fn a_question_tells_of_nothing() {
    assert_eq!(events("Will Russia attack Ukraine? France did not say."), Vec::<String>::new());
    assert_eq!(events("هل ستهاجم روسيا أوكرانيا؟ لم تقل فرنسا شيئا."), Vec::<String>::new());
    assert_eq!(events("Russia attacked Ukraine. Why?"), ["RUS>UKR 19 -"]);
}

#[test]
fn a_deal_described_by_whom_it_serves() {
    let all = events("President Donald Trump proposed talks on a new deal that would allow Iran to prosper.");
    assert!(all.iter().any(|e| e.starts_with("USAGOV>IRN")), "{all:?}");
}
