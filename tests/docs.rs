//! What the documents name is there: files, and functions in them.

use std::{fs, path::Path};

const DOCUMENTS: [&str; 7] = [
    "README.md",
    "ARCHITECTURE.md",
    "SECURITY.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "migrations/README.md",
    "deploy/rotation.md",
];

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_function_that_a_document_names_is_in_its_file() {
    let mut seen = 0;
    for document in DOCUMENTS {
        let text = fs::read_to_string(document).unwrap();
        for named in quoted(&text) {
            let Some((file, name)) = named.split_once(".rs::") else { continue };
            let file =
                [format!("{file}.rs"), format!("src/{file}.rs")].into_iter().find(|file| Path::new(file).is_file());
            let file = file.unwrap_or_else(|| panic!("{document}: no file of `{named}`"));
            let code = fs::read_to_string(&file).unwrap();
            let defined = ["(", "<"].iter().any(|after| code.contains(&format!("fn {name}{after}")));
            assert!(defined, "{document}: {file} has no fn {name}");
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn every_file_that_a_document_names_is_there() {
    for document in DOCUMENTS {
        let text = fs::read_to_string(document).unwrap();
        let folder = Path::new(document).parent().unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            assert!(folder.join(link).exists(), "{document}: {link}");
        }
        let tops = ["src/", "tests/", "config/", "migrations/", "deploy/", "docs/", "fuzz/", ".ci/", ".sqlx/"];
        for named in quoted(&text) {
            let is_path = tops.iter().any(|top| named.starts_with(top)) && !named.contains(['<', '*', ' ', '{']);
            assert!(!is_path || named.contains("::") || Path::new(named).exists(), "{document}: {named}");
        }
    }
}
