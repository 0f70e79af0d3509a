//! Broken questionnaires, each refused by its own rule, and by no other.

use std::fs;

use super::{SHIPPED, amanat, said};

/// Days and hours, whatever the list is called.
const DAYS: &str = "{ id = \"d1\", label = \"1 March\" }, { id = \"d2\", label = \"2 March\" }, { id = \"d3\", label = \"3 March\" }, \
     { id = \"d4\", label = \"4 March\" }, { id = \"d5\", label = \"5 March\" }, { id = \"d6\", label = \"6 March\" }";
const HOURS: &str = "{ id = \"h1\", label = \"1:00\" }, { id = \"h2\", label = \"2:00\" }, { id = \"h3\", label = \"3:00\" }, \
     { id = \"h4\", label = \"4:00\" }, { id = \"h5\", label = \"5:00\" }, { id = \"h6\", label = \"6:00\" }";

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
    ("help = \"Please tick a group.", "help = \"Write your full name here too.", "asks-for-identity"),
    ("note = \"All of these", "note = \"Begin with your phone number. All of these", "asks-for-identity"),
    ("label = \"WeChat\"", "label = \"WeChat: which town?\"", "asks-for-identity"),
    // How fine.
    ("{ id = \"once\", label = \"Once\" }", DAYS, "granularity"),
    ("{ id = \"once\", label = \"Once\" }", HOURS, "granularity"),
    ("granularity = \"month\"\nlabel = \"About which month?\"", "label = \"About which month?\"", "granularity"),
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
    ("{ id = \"transit\", label", "{ id = \"KZ\", label", "choice-id"),
    ("{ id = \"earlier\", label", "{ id = \"2019\", label", "choice-id"),
    ("[choices.gender]", "[choices.field]\nitems = []\n[choices.gender]", "choice-id"),
    ("[choices.use_level]\nordered", "[choices.use_level]\nautonyms = true\nordered", "autonyms"),
    // Consent.
    ("label = \"Nobody else\", exclusive = true", "label = \"Nobody else\"", "exclusive"),
    ("choices = \"urgent\"", "choices = \"urgent\"\nsilence = \"no\"", "silence-wide"),
    ("silence = \"unsure\"", "silence = \"no\"", "silence-wide"),
    ("choices = \"country\"", "choices = \"country\"\nsilence = \"transit\"", "silence-wide"),
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
    ("{ id = \"count\", label", "{ id = \"full_text\", label", "consent-order"),
    // Words.
    ("no_download = \"", "no_downloads = \"", "texts"),
    ("title = \"Write to us\"", "title = \"Write to us at https://example.org\"", "markup"),
    ("title = \"Your story\"", "title = \"<b>Your story</b>\"", "markup"),
    ("label = \"How often?\"", "label = \"Call 0090212555123 or tell how often?\"", "markup"),
    ("label = \"How often?\"", "label = \"How \u{202e}often?\"", "markup"),
    ("label = \"How often?\"", "label = \"Your n\u{200b}ame?\"", "markup"),
    // Ids.
    ("id = \"attachments\"", "id = \"uploads\"", "one-files"),
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
fn what_says_what_not_to_write_is_no_question() {
    let folder = tempfile::tempdir().unwrap();
    let text = SHIPPED.replacen("Do not give a name.", "Do not give names of people.", 1);
    fs::write(folder.path().join("q.toml"), text).unwrap();
    let done = amanat(folder.path(), &["check", "q.toml"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done.stdout));
}

#[test]
fn a_quasi_identifier_counts_also_where_the_file_does_not_call_it_one() {
    let folder = tempfile::tempdir().unwrap();
    let relation = "label = \"Who did this happen to?\"\n";
    let text = SHIPPED.replacen(relation, &format!("{relation}quasi_identifier = true\n"), 1);
    let text = text.replacen(
        "sensitivity = \"high\"\nquasi_identifier = true\npublish = \"count\"",
        "sensitivity = \"high\"\npublish = \"count\"",
        1,
    );
    fs::write(folder.path().join("q.toml"), text).unwrap();
    let done = amanat(folder.path(), &["check", "q.toml"]);
    assert!(said(&done.stdout).starts_with("published-quasi-identifiers: "), "{}", said(&done.stdout));
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
