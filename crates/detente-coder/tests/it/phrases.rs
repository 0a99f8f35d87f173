//! Who is meant by a phrase, and where a subject stands: sentences of our own with every event they give (English).

use detente_codebook::Language;
use detente_coder::code_events;

/// The events of a sentence with their roots, `CHL>PER 10`; sides are compared on the state.
fn events(text: &str) -> Vec<String> {
    let coding = code_events(text, Some(Language::En), None);
    let of = |e: &detente_codebook::Event| format!("{}>{} {}", e.source.state(), e.target.state(), e.cameo.root());
    coding.events.iter().filter(|e| !e.source.state().is_unknown() && !e.target.state().is_unknown()).map(of).collect()
}

fn hold(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(events(text), *want, "{text}");
    }
}

#[test]
fn a_phrase_is_what_its_head_counts_or_names() {
    hold(&[
        ("A group of Peruvian officials visited Chile.", &["PER>CHL 04", "CHL>PER 04"]),
        ("Rebels in the Central African Republic thanked Chad.", &["CAF>TCD 05"]),
        ("President Ana Bell of Chile rejected an appeal from Peru.", &["CHL>PER 12"]),
        ("French-led troops attacked Mali.", &["FRA>MLI 19"]),
        ("French paper workers protested against Spain.", &["FRA>ESP 14"]),
        ("The Kenyan Union of Teachers thanked the Ugandan government.", &["KEN>UGA 05"]),
        ("Vietnam massed troops on the border with China.", &["VNM>CHN 15"]),
        ("Syrian forces clashed with rioters in Egypt.", &["SYR>EGY 19", "EGY>SYR 19"]),
        ("Congo and Costa Rica attacked Malta.", &["COD>MLT 19", "CRI>MLT 19"]),
    ]);
}

#[test]
fn a_part_of_a_compound_is_no_party() {
    hold(&[
        ("Israeli-made rockets hit Cyprus.", &[]),
        ("A pro-Russian paper criticised Poland.", &[]),
        ("Norway promised aid to war-torn Mali.", &["NOR>MLI 03"]),
    ]);
}

#[test]
fn a_people_without_a_state_is_of_the_land_it_lives_in() {
    hold(&[
        ("The Hungarians of southern Serbia demanded autonomy from Serbian authorities.", &["SRB>SRB 10"]),
        ("Ethnic Turks protested against Bulgaria.", &["BGR>BGR 14"]),
    ]);
}

#[test]
fn a_role_is_of_the_only_state_that_is_named() {
    hold(&[
        ("Workers in Tunisia asked the government for help.", &["TUN>TUN 02"]),
        ("The government blamed Chad and Niger.", &[]),
    ]);
}

#[test]
fn a_subject_may_stand_before_an_aside() {
    hold(&[
        ("Uganda opened the border after two years to allow the delivery of food to Rwanda.", &["UGA>RWA 08"]),
        ("Kenya said it would boycott Uganda.", &["KEN>UGA 13"]),
        ("The Kenyan Union of Teachers (KUT), a body of primary schools, thanked Uganda.", &["KEN>UGA 05"]),
        ("A Georgian train was blown up by a rocket fired by Armenia.", &["ARM>GEO 19"]),
        ("Ghanaian soldiers using tear gas have attacked Togo.", &["GHA>TGO 19"]),
    ]);
}

#[test]
fn what_is_only_spoken_of_is_no_event() {
    hold(&[
        ("Poland blamed Russia for the bombing of Ukraine.", &["POL>RUS 11"]),
        ("Turkey urged Greece to withdraw and attack Bulgaria.", &["TUR>GRC 02"]),
        ("Qatar rejected a Kuwaiti request for sending troops to Oman.", &["QAT>KWT 12"]),
        ("France wants to mend ties with Rwanda.", &["FRA>RWA 03"]),
        ("Norway has once again rejected a Swedish plan.", &["NOR>SWE 12"]),
        ("Denmark is prepared to lift a ban on Norwegian fish.", &["DNK>NOR 03"]),
        ("Japan said Spain was the first to visit since Peru attacked Chile.", &[]),
    ]);
}
