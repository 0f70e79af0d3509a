//! config/columns.toml and the live schema name the same columns.

use std::{collections::BTreeSet, fs};

use crate::house::House;

#[test]
fn every_column_is_listed_with_what_a_thief_learns() {
    let mut house = House::built("");
    house.migrates();
    house.serves();
    let listed: toml::Table = fs::read_to_string("config/columns.toml").unwrap().parse().unwrap();
    let mut known = BTreeSet::new();
    for (table, columns) in &listed {
        for (column, learns) in columns.as_table().unwrap() {
            assert!(!learns.as_str().unwrap().is_empty(), "{table}.{column}");
            known.insert(format!("{table}.{column}"));
        }
    }
    let live = house
        .sql(
            "amanat_owner",
            "SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v', 'f') AND a.attnum > 0 AND NOT a.attisdropped",
        )
        .unwrap();
    let live: BTreeSet<_> = live.lines().map(str::to_owned).collect();
    assert_eq!(known, live);
    let sequences = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'";
    assert_eq!(house.sql("amanat_owner", sequences).unwrap(), "0");
    let storage =
        "SELECT attstorage FROM pg_attribute WHERE attrelid = 'payload_chunk'::regclass AND attname = 'bytes'";
    assert_eq!(house.sql("amanat_owner", storage).unwrap(), "e");
    assert_eq!(house.sql("amanat_intake", "SHOW synchronous_commit").unwrap(), "on");
}
