//! Every question from the form to the opened record, and the record against its published schema.

use std::{fs, process::Command};

use serde_json::json;

use crate::house::{AMANAT, House, form::Form};

/// An answer to every question that is asked.
fn all() -> Form {
    let answers = [
        ("testimony", "x"),
        ("testimony_lang", "ug-Cyrl"),
        ("use_level", "quote"),
        ("share_with", "court"),
        ("share_with", "partner_ngo"),
        ("hold_until", "now"),
        ("third_party", "no"),
        ("relation", "me"),
        ("incident_types", "passport_refused"),
        ("incident_types", "threat_me"),
        ("channels", "embassy"),
        ("actors", "embassy"),
        ("actors", "homeland_police"),
        ("demands", "silence"),
        ("effects", "fear"),
        ("country", "TR"),
        ("year", "2019"),
        ("month", "03"),
        ("frequency", "once"),
        ("evidence", "messages"),
        ("told", "nobody"),
        ("community", "uyghur"),
        ("urgent", "worried"),
    ];
    answers.into_iter().fold(Form::new(), |form, (name, value)| form.field(name, value))
}

#[test]
fn every_answer_is_in_the_record_and_blanks_are_the_strictest_reading() {
    let house = House::open();
    assert!(house.visitor().sends(&all().sound("a", b"1")).unwrap().is_thanks());
    let full = house.opens_all().remove(0);
    let answers = full.answers();
    let one = |id: &str| json!({"choice": {"id": id, "given": true}});
    let some = |ids: &[&str]| json!({"choices": {"ids": ids, "given": true}});
    assert_eq!(answers["use_level"], one("quote"));
    assert_eq!(answers["hold_until"], one("now"));
    assert_eq!(answers["country"], one("TR"));
    assert_eq!(answers["month"], one("03"));
    // In the order of the list, whatever the order in which they came.
    assert_eq!(answers["share_with"], some(&["partner_ngo", "court"]));
    assert_eq!(answers["incident_types"], some(&["threat_me", "passport_refused"]));
    assert_eq!(answers["actors"], some(&["embassy", "homeland_police"]));
    assert_eq!(answers.as_object().unwrap().len(), 20);

    let house = House::open();
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
    let answers = house.opens_all().remove(0).answers();
    for (field, answer) in answers.as_object().unwrap() {
        let given =
            answer.get("text").is_some() || answer["choice"]["given"] == true || answer["choices"]["given"] == true;
        assert_eq!(given, field == "testimony", "{field}: {answer}");
    }
    assert_eq!(answers["use_level"]["choice"]["id"], "read_only");
    assert_eq!(answers["share_with"]["choices"]["ids"], json!(["nobody"]));
    assert_eq!(answers["hold_until"]["choice"]["id"], "six_months");
}

#[test]
fn a_record_is_valid_by_its_published_schema_and_a_changed_one_is_not() {
    let house = House::open();
    assert!(house.visitor().sends(&all().sound("a", b"1")).unwrap().is_thanks());
    assert!(house.visitor().sends(&Form::text("blank")).unwrap().is_thanks());
    let schema =
        Command::new(AMANAT).args(["questionnaire", "schema"]).arg(house.path("questionnaire.toml")).output().unwrap();
    fs::write(house.path("schema.json"), schema.stdout).unwrap();
    let validates = |record: &serde_json::Value| {
        fs::write(house.path("record.json"), record.to_string()).unwrap();
        let script = "import json,sys,jsonschema; s=json.load(open(sys.argv[1])); jsonschema.Draft202012Validator.check_schema(s);\
            jsonschema.Draft202012Validator(s).validate(json.load(open(sys.argv[2])))";
        let mut python = Command::new("tests/stock/python/bin/python");
        let done =
            python.args(["-c", script]).arg(house.path("schema.json")).arg(house.path("record.json")).output().unwrap();
        (done.status.success(), String::from_utf8(done.stderr).unwrap())
    };
    for opened in house.opens_all() {
        let record = serde_json::to_value(&opened.record).unwrap();
        let (valid, why) = validates(&record);
        assert!(valid, "{why}");
        for (place, value) in [
            ("/answers/use_level/choice/id", json!("everything")),
            ("/answers/country/choice/id", json!("Kashgar")),
            ("/answers/year/choice/id", json!("19")),
            ("/questionnaire/version", json!(1)),
            ("/arrival_day", json!("2026-11-23T10:00")),
        ] {
            let mut changed = record.clone();
            *changed.pointer_mut(place).unwrap() = value;
            assert!(!validates(&changed).0, "{place}");
        }
    }
}

#[test]
fn what_no_page_of_ours_sends_is_refused() {
    let house = House::open();
    for (name, value) in [
        ("follow_up", "code"),
        ("contact_note", "call me"),
        ("phone", "1"),
        ("country", "Kashgar"),
        ("year", "3000"),
        ("incident_types", "hs_refoulement"),
        ("use_level", "with_name"),
    ] {
        let answer = house.visitor().sends(&Form::text("x").field(name, value)).unwrap();
        // Such as of a page that was open while the questionnaire was changed: the text is given back, the choice is not.
        assert_eq!((answer.status, answer.heading()), (400, "Your form was not sent"), "{name}");
        assert!(answer.body.contains(">\nx</textarea>") && !answer.body.contains(" checked"), "{name}");
        assert!(answer.body.contains("This is not an emergency line"), "the advice that a question speaks of is there");
    }
    // Two answers where one is asked for.
    let two = Form::text("x").field("use_level", "count").field("use_level", "full");
    assert_eq!(house.visitor().sends(&two).unwrap().status, 400);
    assert_eq!(house.count(), 0);
}
