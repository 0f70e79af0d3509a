//! What is shipped for an admin and said to one agrees with what the configuration takes.
#![cfg(feature = "intake")]
#![expect(clippy::unwrap_used, reason = "a test stops where something unexpected happens")]

use std::{fs, path::Path};

use amanat::intake::config::{Config, ConfigError, Limits};

const EXAMPLE: &str = "deploy/amanat.toml";

/// The keys that a table takes, from the refusal of one that it does not take.
fn keys_of(table: &str) -> Vec<String> {
    let example = fs::read_to_string(EXAMPLE).unwrap();
    let wrong = match table {
        "" => format!("surprise = 1\n{example}"),
        table => {
            assert!(example.contains(&format!("\n{table}\n")), "{table}");
            example.replacen(&format!("\n{table}\n"), &format!("\n{table}\nsurprise = 1\n"), 1)
        }
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("amanat.toml");
    fs::write(&file, wrong).unwrap();
    let Err(ConfigError::Syntax { reason, .. }) = Config::load(&file) else { panic!("{table} takes anything") };
    let (_, expected) = reason.split_once("expected").unwrap();
    let keys: Vec<_> = expected.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!keys.is_empty(), "{reason}");
    keys
}

const TABLES: [&str; 7] = ["", "[languages]", "[listen]", "[keys]", "[database]", "[limits]", "[log]"];

#[test]
fn the_example_loads_and_shows_the_default_limits() {
    let config = Config::load(Path::new(EXAMPLE)).map_err(|error| error.to_string()).ok().unwrap();
    let numbers = |limits: &Limits| {
        let Limits {
            files,
            file_mb,
            form_mb,
            idle_seconds,
            form_seconds,
            slowest,
            disk_reserve_mb,
            page_hours,
            forms_at_once,
            database_seconds,
        } = limits.clone();
        let counts = [files as u64, forms_at_once as u64, page_hours.into()];
        (counts, [file_mb, form_mb, idle_seconds, form_seconds, slowest, disk_reserve_mb, database_seconds])
    };
    assert_eq!(numbers(&config.limits), numbers(&Limits::default()));
    assert!(config.database.is_private() && !config.development);
    // Nobody trusts the example's signers.
    assert!(config.trust().is_err());
}

#[test]
fn the_example_explains_every_key() {
    let example = fs::read_to_string(EXAMPLE).unwrap();
    for table in TABLES {
        for key in keys_of(table) {
            let shown = example.lines().any(|line| {
                let line = line.strip_prefix("# ").unwrap_or(line);
                line.starts_with(&format!("{key} = ")) || line.trim_matches(['[', ']']) == key
            });
            assert!(shown, "{table} {key}");
        }
    }
}

#[test]
fn the_readme_lists_every_key() {
    let readme = fs::read_to_string("README.md").unwrap();
    for table in TABLES {
        let name = table.trim_matches(['[', ']']);
        for key in keys_of(table) {
            let full = if name.is_empty() { key } else { format!("{name}.{key}") };
            let is_table = TABLES.iter().any(|table| table.trim_matches(['[', ']']) == full);
            assert!(is_table || readme.contains(&format!("`{full}`")), "{full}");
        }
    }
}
