//! What is made of the questionnaire, held against other programs that read it.

use std::{fs, path::Path, process::Command};

use super::{SHIPPED, amanat, said};

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("q.toml"), SHIPPED).unwrap();
    folder
}

/// The Python of the tests' own environment, with pyxform and jsonschema.
fn python() -> Command {
    Command::new("tests/stock/python/bin/python")
}

#[test]
fn pyxform_takes_the_xlsform_in_every_language() {
    let folder = folder();
    let locales = fs::canonicalize("config/locales").unwrap();
    let out = folder.path().join("form.xlsx");
    let arguments = ["xlsform", "q.toml", "--locales", locales.to_str().unwrap(), "--out", "form.xlsx"];
    let done = amanat(folder.path(), &arguments);
    assert!(done.status.success(), "{}", said(&done.stderr));
    let xml = folder.path().join("form.xml");
    let read = python().args(["-m", "pyxform.xls2xform", "--skip_validate"]).arg(&out).arg(&xml).output().unwrap();
    assert!(read.status.success(), "{}{}", said(&read.stdout), said(&read.stderr));
    let xml = fs::read_to_string(xml).unwrap();
    for words in [
        "<testimony",
        "Қазақша (kk-Cyrl)",
        "ئۇيغۇرچە (ug-Arab)",
        "use_level",
        "family_made_to_call",
        "region_central_asia",
    ] {
        assert!(xml.contains(words), "{words}");
    }
    // What is not asked, and what is for researchers alone, is not in it.
    assert!(!xml.contains("follow_up") && !xml.contains("hs_refoulement"));
    // It is not written over.
    let again = amanat(folder.path(), &arguments);
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again.stderr).contains("is it there already?"));
}

#[test]
fn the_codebook_has_every_question_and_choice_and_reads_as_csv() {
    let folder = folder();
    let csv = said(&amanat(folder.path(), &["codebook", "q.toml", "--format", "csv"]).stdout);
    fs::write(folder.path().join("codebook.csv"), &csv).unwrap();
    let script = "import csv,sys; rows=list(csv.DictReader(open(sys.argv[1],newline='')));\
        print(len(rows), len({r['field'] for r in rows}), {r['choice_esf'] for r in rows if r['choice']=='threat_me'})";
    let read = python().args(["-c", script]).arg(folder.path().join("codebook.csv")).output().unwrap();
    assert_eq!(said(&read.stdout).trim(), "437 26 {'020103010100'}", "{}", said(&read.stderr));
    let markdown = said(&amanat(folder.path(), &["codebook", "q.toml"]).stdout);
    for words in
        ["### `follow_up` (not asked)", "- a blank: `read_only`", "| `hs_refoulement` |", "for researchers alone"]
    {
        assert!(markdown.contains(words), "{words}");
    }
}

#[test]
fn the_published_codebook_and_schema_are_those_of_the_shipped_questionnaire() {
    for (arguments, file) in
        [(["codebook", "q.toml"], "docs/codebook.md"), (["schema", "q.toml"], "docs/testimony.schema.json")]
    {
        let made = said(&amanat(folder().path(), &arguments).stdout);
        assert!(made == fs::read_to_string(file).unwrap(), "{file} is old: run `make published`");
    }
}

#[test]
fn a_command_without_its_file_says_so() {
    let done = amanat(Path::new("/"), &["check", "nowhere.toml"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(said(&done.stderr).contains("nowhere.toml could not be read"));
}

#[test]
fn a_note_of_the_questionnaire_is_no_markup_in_the_codebook() {
    let folder = tempfile::tempdir().unwrap();
    let note = "why = \"`unsure` is treated as yes in redaction.\"";
    let text = SHIPPED.replacen(note, "why = \"a\\n\\n# b <script>c</script> | d\"", 1);
    assert_ne!(text, SHIPPED);
    fs::write(folder.path().join("q.toml"), text).unwrap();
    let done = amanat(folder.path(), &["codebook", "q.toml"]);
    assert!(said(&done.stdout).contains("- note: a  # b &lt;script>c&lt;/script> \\| d\n"), "{}", said(&done.stdout));
}
