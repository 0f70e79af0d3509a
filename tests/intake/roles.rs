//! What each database role can and cannot do, tried as that role.

use crate::house::{House, form::Form};

#[test]
fn the_intake_role_puts_in_and_reads_nothing_back() {
    let house = House::open();
    assert!(house.visitor().sends(&Form::text("x").sound("a", &[1; 100])).unwrap().is_thanks());
    for statement in [
        "SELECT bytes FROM payload_chunk",
        "SELECT header FROM testimony",
        "SELECT id FROM testimony",
        "SELECT count(*) FROM testimony",
        "SELECT key FROM form_key",
        "SELECT header FROM next_header",
        "INSERT INTO next_header SELECT id, 1, header, sha256('') FROM testimony",
        "DELETE FROM next_header",
        "COPY payload_chunk TO STDOUT",
        "UPDATE testimony SET header = ''",
        "UPDATE payload_chunk SET bytes = ''",
        "DELETE FROM testimony",
        "DELETE FROM payload_chunk",
        "TRUNCATE testimony CASCADE",
        "INSERT INTO testimony SELECT * FROM testimony RETURNING header",
        "INSERT INTO form_key VALUES ('2026-W01', '')",
        "CREATE TABLE mine (x int)",
        "DROP TABLE testimony CASCADE",
        "ALTER TABLE testimony ADD x int",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SET ROLE amanat_owner",
        "COPY testimony FROM PROGRAM 'true'",
        "SELECT pg_read_file('PG_VERSION')",
    ] {
        let refused = house.sql("amanat_intake", statement).unwrap_err();
        assert!(refused.contains("permission denied") || refused.contains("must be"), "{statement}: {refused}");
    }
    assert_eq!(house.count(), 1);
}

#[test]
fn the_export_role_reads_and_replaces_headers_alone() {
    let house = House::open();
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
    assert_eq!(house.sql("amanat_export", "SELECT count(*) FROM payload_chunk").unwrap(), "1");
    for allowed in [
        "INSERT INTO next_header SELECT id, 1, header, sha256(header) FROM testimony",
        "UPDATE next_header SET epoch = 2",
        "UPDATE testimony SET header = header, epoch = epoch",
        "DELETE FROM next_header",
    ] {
        house.sql("amanat_export", allowed).unwrap();
    }
    for statement in [
        "DELETE FROM testimony",
        "DELETE FROM payload_chunk",
        "TRUNCATE testimony CASCADE",
        "UPDATE testimony SET id = gen_random_uuid()",
        "UPDATE testimony SET week = week",
        "UPDATE testimony SET chunks = chunks",
        "UPDATE testimony SET payload_bytes = payload_bytes",
        "UPDATE testimony SET payload_sha256 = payload_sha256",
        "UPDATE payload_chunk SET bytes = bytes",
        "INSERT INTO testimony SELECT * FROM testimony",
        "TRUNCATE next_header",
        "UPDATE key_manifest SET manifest = manifest",
        "INSERT INTO key_manifest SELECT * FROM key_manifest",
        "DELETE FROM key_manifest",
        "SELECT key FROM form_key",
        "SELECT form_key('2026-W01', '', '')",
        "SELECT kept(gen_random_uuid())",
        "INSERT INTO payload_chunk SELECT * FROM payload_chunk",
        "CREATE TABLE mine (x int)",
    ] {
        let refused = house.sql("amanat_export", statement).unwrap_err();
        assert!(refused.contains("permission denied"), "{statement}: {refused}");
    }
    assert!(house.sql("amanat_export", "UPDATE testimony SET header = ''").unwrap_err().contains("check constraint"));
}

#[test]
fn a_testimony_is_whole_or_not_there() {
    let house = House::open();
    let orphan = "INSERT INTO payload_chunk VALUES (gen_random_uuid(), 0, 'x')";
    assert!(house.sql("amanat_intake", orphan).unwrap_err().contains("foreign key"));
}
