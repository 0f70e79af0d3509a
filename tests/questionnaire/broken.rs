//! Broken questionnaires, each refused by its own rule, and by no other.

use std::fs;

use super::{SHIPPED, amanat, said};

/// What is replaced, by what, and the rule that it breaks.
const BROKEN: &[(&str, &str, &str)] = &[
    // What must be filled in.
    ("label = \"How often?\"", "label = \"How often?\"\nrequired = true", "one-required"),
    ("type = \"text_long\"\nrequired = true", "type = \"text_long\"", "one-required"),
    // What kind of answers there are.
    ("type = \"select_one\"\nchoices = \"month\"", "type = \"date\"", "field-type"),
    ("type = \"select_one\"\nchoices = \"frequency\"", "type = \"phone\"", "field-type"),
    ("type = \"select_one\"\nchoices = \"frequency\"", "type = \"geopoint\"", "field-type"),
    ("type = \"select_one\"\nchoices = \"frequency\"", "type = \"text_short\"\nmax_len = 100", "free-text"),
    ("max_len = 40000", "max_len = 400000", "text-length"),
    (
        "section = \"last\"\ntype = \"select_one\"\nchoices = \"urgent\"",
        "section = \"last\"\ntype = \"files\"",
        "one-files",
    ),
    // How much is asked.
    (
        "id = \"relation\"\nsection = \"happened\"\ntype = \"select_one\"",
        "id = \"relation\"\nquasi_identifier = true\nsection = \"happened\"\ntype = \"select_one\"",
        "published-quasi-identifiers",
    ),
    // Nothing is chosen beforehand.
    (
        "label = \"Which community do you belong to?\"",
        "label = \"Which community do you belong to?\"\ndefault = \"uyghur\"",
        "preselected",
    ),
    ("{ id = \"quote\", label", "{ id = \"quote\", checked = true, label", "preselected"),
    // What is never asked.
    ("id = \"relation\"", "id = \"employer\"", "forbidden-field"),
    ("id = \"frequency\"\n", "id = \"first_name\"\n", "forbidden-field"),
    ("id = \"community\"", "id = \"home_county\"", "forbidden-field"),
    ("label = \"How often?\"", "label = \"What is your phone number?\"", "asks-for-identity"),
    ("label = \"How often?\"", "label = \"Please give names of those who did it.\"", "asks-for-identity"),
    // How fine.
    ("granularity = \"country\"", "granularity = \"city\"", "granularity"),
    ("granularity = \"month\"", "granularity = \"day\"", "granularity"),
    (
        "granularity = \"month\"\nlabel = \"About which month?\"\nhelp = \"Skip this if someone could link the month to you.\"\nsensitivity = \"high\"\npublish = \"never\"",
        "granularity = \"month\"\nlabel = \"About which month?\"\nsensitivity = \"high\"\npublish = \"count\"",
        "month-published",
    ),
    (
        "sensitivity = \"critical\"\nquasi_identifier = true\nspecial_category = true\npublish = \"count_region\"",
        "sensitivity = \"critical\"\nquasi_identifier = true\npublish = \"count\"",
        "critical-published",
    ),
    (
        "sensitivity = \"high\"\nspecial_category = true\npublish = \"count_region\"",
        "sensitivity = \"high\"\nspecial_category = true\npublish = \"count\"",
        "special-published",
    ),
    // What cannot be kept yet.
    ("silence = \"no_code\"\nenabled = false", "silence = \"no_code\"", "needs-codes"),
    // Lists.
    ("choices = \"urgent\"", "choices = \"urgency\"", "list-missing"),
    ("group = \"digital\", esf = \"X040100000000\"", "group = \"digtal\", esf = \"X040100000000\"", "group-missing"),
    (
        "  { id = \"ongoing\", label = \"It still goes on\" },\n  { id = \"prefer_not\", label = \"Prefer not to say\" },\n",
        "  { id = \"ongoing\", label = \"It still goes on\" },\n",
        "prefer-not",
    ),
    (
        "{ id = \"other\", label = \"Another way\" }",
        "{ id = \"other\", label = \"Another way\", text = true }",
        "other-box",
    ),
    ("{ id = \"wechat\", label", "{ id = \"we chat\", label", "choice-id"),
    ("\"KZ\", \"MN\"", "\"KZ\", \"Mongolia\"", "territory"),
    ("years_from = 1997", "years_from = 97", "years-from"),
    // Consent.
    ("silence = \"unsure\"", "silence = \"maybe\"", "silence-missing"),
    ("silence = \"read_only\"", "silence = \"full\"", "silence-wide"),
    ("silence = \"nobody\"", "silence = \"press\"", "silence-wide"),
    ("silence = \"six_months\"", "silence = \"now\"", "silence-wide"),
    (
        "choices = \"share_with\"\nsilence = \"nobody\"",
        "choices = \"share_with\"\nsilence = \"nobody\"\nenabled = false",
        "consent-missing",
    ),
    ("[choices.use_level]\nordered = true", "[choices.use_level]", "consent-order"),
    ("{ id = \"full\", label", "{ id = \"full_with_name\", label", "named-consent"),
    // Words.
    ("no_download = \"", "no_downloads = \"", "texts"),
    ("title = \"Write to us\"", "title = \"Write to us at https://example.org\"", "markup"),
    ("title = \"Your story\"", "title = \"<b>Your story</b>\"", "markup"),
    ("label = \"How often?\"", "label = \"Call 0090212555123 or tell how often?\"", "markup"),
    // Ids.
    ("id = \"relation\"", "id = \"Relation\"", "field-id"),
    ("id = \"frequency\"\n", "id = \"relation\"\n", "twice"),
    ("section = \"you\"\ntype = \"select_many\"", "section = \"me\"\ntype = \"select_many\"", "section-missing"),
];

#[test]
fn each_broken_questionnaire_is_refused_by_its_own_rule() {
    let folder = tempfile::tempdir().unwrap();
    let mut rules: Vec<&str> = BROKEN.iter().map(|(.., rule)| *rule).collect();
    for (from, to, rule) in BROKEN {
        assert!(SHIPPED.contains(from), "{from}");
        fs::write(folder.path().join("q.toml"), SHIPPED.replacen(from, to, 1)).unwrap();
        let done = amanat(folder.path(), &["check", "q.toml", "--json"]);
        let lines = said(&done.stdout);
        let found: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(done.status.code(), Some(1), "{rule}: {}", said(&done.stderr));
        assert!(!found.is_empty() && found.iter().all(|line| line["rule"] == *rule), "{rule}: {lines}");
        // It says why, in words.
        assert!(found[0]["what"].as_str().unwrap().len() > 20);
    }
    rules.sort_unstable();
    rules.dedup();
    assert!(rules.len() >= 20, "{}", rules.len());
}

#[test]
fn twenty_seven_questions_are_too_many() {
    let folder = tempfile::tempdir().unwrap();
    let more = (b'a'..=b'f')
        .map(|letter| {
            format!(
                "[[field]]\nid = \"more_{}\"\nsection = \"you\"\ntype = \"select_one\"\nchoices = \"frequency\"\n\
                 label = \"More?\"\nsensitivity = \"low\"\npublish = \"never\"\n\n",
                char::from(letter)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let text = SHIPPED.replacen("[[field]]\nid = \"urgent\"", &format!("{more}[[field]]\nid = \"urgent\""), 1);
    fs::write(folder.path().join("q.toml"), text).unwrap();
    let done = amanat(folder.path(), &["check", "q.toml"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(said(&done.stdout).starts_with("field-count: "), "{}", said(&done.stdout));
}

#[test]
fn what_is_no_questionnaire_says_where() {
    let folder = tempfile::tempdir().unwrap();
    for (from, to, reason) in [
        ("[meta]", "[meta]\nsurprise = 1", "surprise"),
        ("publish = \"never\"", "publish = \"everything\"", "everything"),
        ("[meta]", "[meta", "line"),
    ] {
        fs::write(folder.path().join("q.toml"), SHIPPED.replacen(from, to, 1)).unwrap();
        let done = amanat(folder.path(), &["check", "q.toml"]);
        assert_eq!(done.status.code(), Some(1));
        assert!(said(&done.stderr).contains(reason), "{}", said(&done.stderr));
    }
}

#[test]
fn an_id_is_never_renamed_and_may_be_retired() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.toml"), SHIPPED).unwrap();
    let wechat = "{ id = \"wechat\", label = \"WeChat\" }";
    let checks = |text: String| {
        fs::write(folder.path().join("new.toml"), text).unwrap();
        let done = amanat(folder.path(), &["check", "new.toml", "--since", "old.toml"]);
        (done.status.code(), said(&done.stdout))
    };
    let (code, lines) = checks(SHIPPED.replacen(wechat, "{ id = \"weixin\", label = \"WeChat\" }", 1));
    assert_eq!((code, lines.starts_with("renamed: choice `wechat` of `channels`")), (Some(1), true), "{lines}");
    let (code, _) = checks(SHIPPED.replacen(wechat, "{ id = \"wechat\", label = \"WeChat\", retired = true }", 1));
    assert_eq!(code, Some(0));
    let (code, lines) = checks(SHIPPED.replacen("id = \"told\"\n", "id = \"told_before\"\n", 1));
    assert_eq!((code, lines.starts_with("renamed: field `told`")), (Some(1), true), "{lines}");
}
