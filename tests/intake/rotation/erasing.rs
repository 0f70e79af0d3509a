//! Old headers leave the database's files, without keeping anybody waiting.

use std::{
    fs,
    process::{Command, Stdio},
    thread::{scope, sleep},
    time::{Duration, Instant},
};

use super::rotating::Rotating;

#[test]
fn erasing_waits_for_readers_and_keeps_no_testimony_waiting_behind_them() {
    let mut rotating = Rotating::of(&["one"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.prove(0, "H2.tar", "receipt.txt");
    let marks = rotating.marks();
    let reader = |table: &str, seconds: u32| {
        let read = format!("SELECT count(*) FROM {table}; SELECT pg_sleep({seconds})");
        let mut psql = Command::new("psql");
        psql.args(["-X", "-q", "-U", "amanat_export", "-d", "amanat", "-h"]).arg(rotating.house.path("data/run"));
        psql.args(["-c", &format!("BEGIN ISOLATION LEVEL REPEATABLE READ; {read}")]);
        let reader = psql.stdout(Stdio::null()).spawn().unwrap();
        let locked = format!("SELECT count(*) FROM pg_locks WHERE relation = '{table}'::regclass");
        rotating.house.until("a reader", || rotating.sql(&locked) != "0");
        reader
    };
    // It can still read old headers, though it has no lock on their table.
    let before = reader("key_manifest", 5);
    rotating.amanat(0, &["rotate", "finish", "--no-erase", "receipt.txt"]);
    assert!(!rotating.holders_of(&marks).is_empty());
    let (mut slowest, mut after) = (Duration::ZERO, None);
    scope(|scope| {
        let erasing = scope.spawn(|| rotating.amanat(0, &["rotate", "erase"]));
        sleep(Duration::from_secs(1));
        // It reads new headers alone, and has a lock.
        after = Some(reader("testimony", 9));
        while !erasing.is_finished() {
            let begun = Instant::now();
            rotating.arrives("meanwhile");
            slowest = slowest.max(begun.elapsed());
        }
        erasing.join().unwrap();
    });
    assert!(slowest < Duration::from_secs(4), "{slowest:?}");
    for mut reader in [Some(before), after].into_iter().flatten() {
        reader.wait().unwrap();
    }
    assert!(rotating.holders_of(&marks).is_empty());
}

#[test]
fn without_the_owners_url_it_says_what_is_left_to_do() {
    let mut rotating = Rotating::of(&["one"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.prove(0, "H2.tar", "receipt.txt");
    let marks = rotating.marks();
    let text = fs::read_to_string(rotating.house.config()).unwrap();
    let url = |role: &str| {
        let socket = rotating.house.path("data/run");
        format!("{role}_url = \"postgres://amanat_{role}@localhost/amanat?host={}\"\n", socket.display())
    };
    fs::write(rotating.house.config(), format!("{text}\n[database]\n{}", url("export"))).unwrap();
    let said = rotating.amanat(3, &["rotate", "finish", "receipt.txt"]);
    assert!(said.contains("1 headers swapped") && said.contains("database.owner_url"), "{said}");
    assert!(!rotating.holders_of(&marks).is_empty());
    fs::write(rotating.house.config(), format!("{text}\n[database]\n{}", url("owner"))).unwrap();
    rotating.amanat(0, &["rotate", "erase"]);
    // The write-ahead log of a server of your own is not Amanat's.
    let left = rotating.holders_of(&marks);
    assert!(left.iter().all(|file| file.contains("/pg_wal/")), "{left:?}");
}
