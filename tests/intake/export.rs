//! Exports: whole, incremental, and refused when the database gives something else than it announced.

use std::{collections::BTreeSet, fs, process::Command};

use crate::{
    house::{House, form::Form, opened},
    sound::wav,
};

fn export(house: &House, arguments: &[&str]) -> Result<(), String> {
    let done = house.amanat(&[&["export"], arguments].concat());
    if done.status.success() { Ok(()) } else { Err(String::from_utf8(done.stderr).unwrap()) }
}

fn texts(house: &House, bundle: &str) -> BTreeSet<String> {
    opened::open(&house.path(bundle), &house.identity).iter().map(|one| one.text().to_owned()).collect()
}

fn write(house: &House, texts: &[&str]) {
    for text in texts {
        assert!(house.visitor().sends(&Form::text(text)).unwrap().is_thanks());
    }
}

#[test]
fn stock_tools_alone_open_a_bundle() {
    let house = House::open();
    let file: Vec<u8> = (0..700_000_u32).map(|n| u8::try_from(n % 253).unwrap()).collect();
    assert!(house.visitor().sends(&Form::text("stock").sound("a", &file)).unwrap().is_thanks());
    export(&house, &["--out", "b.tar"]).unwrap();
    let key = age::secrecy::ExposeSecret::expose_secret(&house.identity.to_string()).to_owned();
    fs::write(house.path("key"), key).unwrap();
    let recipe = "mkdir out && cd out && tar xf ../b.tar && sha256sum --quiet -c SHA256SUMS && for f in *.age; do age -d -i ../key $f | tar x || exit 1; done";
    let shell = Command::new("sh").args(["-ec", recipe]).current_dir(house.folder()).status().unwrap();
    assert!(shell.success());
    assert_eq!(fs::read(house.path("out/attachments/01.wav")).unwrap(), wav(&file));
    assert!(fs::read_to_string(house.path("out/testimony.json")).unwrap().contains("stock"));
}

#[test]
fn since_takes_only_what_earlier_bundles_lacked() {
    let house = House::open();
    write(&house, &["1", "2"]);
    export(&house, &["--out", "a.tar"]).unwrap();
    write(&house, &["3"]);
    export(&house, &["--out", "b.tar", "--since", "a.tar"]).unwrap();
    write(&house, &["4", "5"]);
    export(&house, &["--out", "c.tar", "--since", "b.tar"]).unwrap();
    export(&house, &["--out", "d.tar", "--since", "c.tar"]).unwrap();
    let set = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(texts(&house, "a.tar"), set(&["1", "2"]));
    assert_eq!(texts(&house, "b.tar"), set(&["3"]));
    assert_eq!(texts(&house, "c.tar"), set(&["4", "5"]));
    assert_eq!(texts(&house, "d.tar"), set(&[]));
    // Each bundle names the one that it follows by its hash.
    let sum = Command::new("sha256sum").arg(house.path("b.tar")).output().unwrap().stdout;
    let manifest =
        Command::new("tar").args(["xOf"]).arg(house.path("c.tar")).arg("manifest.json").output().unwrap().stdout;
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    assert_eq!(manifest["previous"].as_str().unwrap(), String::from_utf8(sum).unwrap().split(' ').next().unwrap());
    assert_eq!(manifest["count"], 2);
    // A damaged bundle is nothing to go on from.
    let bytes = fs::read(house.path("c.tar")).unwrap();
    fs::write(house.path("cut.tar"), &bytes[..bytes.len() - 3000]).unwrap();
    assert!(export(&house, &["--out", "e.tar", "--since", "cut.tar"]).is_err());
    assert!(!house.path("e.tar").exists());
}

#[test]
fn nothing_is_ever_overwritten() {
    let house = House::open();
    fs::write(house.path("mine.tar"), "mine").unwrap();
    assert!(export(&house, &["--out", "mine.tar"]).unwrap_err().contains("exists already"));
    assert_eq!(fs::read(house.path("mine.tar")).unwrap(), b"mine");
}

#[test]
fn an_empty_archive_makes_an_empty_bundle() {
    let house = House::open();
    export(&house, &["--out", "a.tar"]).unwrap();
    assert!(texts(&house, "a.tar").is_empty());
}

#[test]
fn what_the_database_lost_is_named_and_left_out_and_all_else_is_exported() {
    let house = House::open();
    write(&house, &["whole"]);
    let large = Form::text("x").sound("a", &vec![1; 2_000_000]);
    for damage in [
        "DELETE FROM payload_chunk WHERE n = 2",
        "UPDATE payload_chunk SET bytes = 'x' WHERE n = 1",
        "DELETE FROM payload_chunk WHERE n = 0 AND testimony IN (SELECT id FROM testimony WHERE chunks > 1)",
        "DELETE FROM payload_chunk WHERE testimony IN (SELECT id FROM testimony WHERE chunks > 1)",
    ] {
        assert!(house.visitor().sends(&large).unwrap().is_thanks());
        let id = house.sql("amanat_owner", "SELECT id FROM testimony WHERE chunks > 1").unwrap();
        house.sql("amanat_owner", damage).unwrap();
        let _ = fs::remove_file(house.path("a.tar"));
        let done = house.amanat(&["export", "--out", "a.tar"]);
        assert_eq!(done.status.code(), Some(3), "{damage}");
        assert!(String::from_utf8(done.stderr).unwrap().contains(&id), "{damage}");
        assert_eq!(texts(&house, "a.tar"), BTreeSet::from(["whole".to_owned()]));
        house.sql("amanat_owner", "DELETE FROM testimony WHERE chunks > 1").unwrap();
    }
}

#[test]
fn bytes_that_changed_stop_the_export_until_they_are_left_out_by_name() {
    let house = House::open();
    write(&house, &["whole", "rotten"]);
    let id = house.sql("amanat_owner", "SELECT id FROM testimony LIMIT 1").unwrap();
    house
        .sql(
            "amanat_owner",
            &format!("UPDATE payload_chunk SET bytes = substr(bytes, 2) || 'x' WHERE testimony = '{id}'"),
        )
        .unwrap();
    assert!(export(&house, &["--out", "a.tar"]).unwrap_err().contains(&id));
    assert!(!house.path("a.tar").exists());
    let left = fs::read_dir(house.folder()).unwrap().flatten();
    assert!(!left.into_iter().any(|file| file.file_name().to_string_lossy().starts_with(".export")));
    export(&house, &["--out", "a.tar", "--without", &id]).unwrap();
    assert_eq!(texts(&house, "a.tar").len(), 1);
}

#[test]
fn rows_that_only_the_intake_role_would_write_stop_no_export() {
    let house = House::open();
    write(&house, &["whole"]);
    let id = house.sql("amanat_owner", "SELECT id FROM testimony").unwrap();
    let row = |week: &str, epoch: &str, bytes: &str| {
        format!(
            "INSERT INTO testimony VALUES (gen_random_uuid(), '{week}', {epoch}, decode(repeat('00', 200), 'hex'), 1, {bytes}, decode(repeat('00', 32), 'hex'))"
        )
    };
    house.sql("amanat_intake", &row("2026-W48", "0", "1000")).unwrap();
    for refused in [row("2026-W99", "0", "1"), row("2026-W48", "-1", "1"), row("2026-W48", "0", "9223372036854775807")]
    {
        assert!(house.sql("amanat_intake", &refused).unwrap_err().contains("check constraint"));
    }
    house.sql("amanat_intake", &format!("INSERT INTO payload_chunk VALUES ('{id}', 1, 'more')")).unwrap();
    let done = house.amanat(&["export", "--out", "a.tar"]);
    assert_eq!(done.status.code(), Some(3));
    assert_eq!(texts(&house, "a.tar"), BTreeSet::from(["whole".to_owned()]));
}

#[test]
fn the_order_of_a_bundle_is_not_the_order_of_arrival() {
    let house = House::open();
    let written: Vec<_> = (0..12).map(|n| n.to_string()).collect();
    write(&house, &written.iter().map(String::as_str).collect::<Vec<_>>());
    let found: Vec<_> = house.opens_all().iter().map(|one| one.text().to_owned()).collect();
    assert_ne!(found, written);
    assert_eq!(found.len(), 12);
}
