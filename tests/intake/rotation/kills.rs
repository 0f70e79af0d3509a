//! `amanat rotate import` and `finish` are killed at random moments: every testimony opens after each of them.

use std::{
    thread::{scope, sleep},
    time::{Duration, Instant},
};

use super::rotating::{Rotating, begin};
use crate::house::{form::Form, said, soak};

/// Testimonies: more than fit into two transactions.
const ALL: usize = 1200;
/// Visitors at one time.
const VISITORS: usize = 8;

/// A house of many testimonies, and headers that are rotated and proven.
fn ready() -> Rotating {
    let mut rotating = Rotating::of(&[]);
    scope(|scope| {
        for _ in 0..VISITORS {
            scope.spawn(|| {
                let mut visitor = rotating.house.visitor();
                for n in 0..ALL / VISITORS {
                    assert!(visitor.sends(&Form::text(&n.to_string())).unwrap().is_thanks());
                }
            });
        }
    });
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.prove(0, "H2.tar", "receipt.txt");
    rotating
}

/// Starts the command again and again, and kills it at a moment of a whole run's time; `reset` undoes what it did.
fn killed(rotating: &Rotating, arguments: &[&str], reset: &str, kills: usize) {
    let begun = Instant::now();
    rotating.amanat(0, arguments);
    let whole = u64::try_from(begun.elapsed().as_millis()).unwrap();
    rotating.sql(reset);
    let all = ALL + 1;
    let (mut seed, mut stopped, mut half) = (u64::from(std::process::id()), 0, 0);
    for n in 0..kills {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let mut command = begin(&mut rotating.at_the_server(arguments));
        sleep(Duration::from_millis((seed >> 33) % whole));
        stopped += u32::from(command.try_wait().unwrap().is_none());
        let _ = command.kill();
        command.wait().unwrap();
        assert_eq!(rotating.decrypted(&["old.key", "new.key"]), all, "after kill {n}");
        // Some and not all were done.
        let (to_rotate, waiting) = rotating.status();
        let done = if arguments.contains(&"import") { waiting } else { ALL as u64 - to_rotate };
        half += u32::from(done > 0 && done < ALL as u64);
        if done == ALL as u64 || n % 3 == 2 {
            rotating.sql(reset);
        }
    }
    said(&format!("{arguments:?}: {kills} kills in {whole} ms, {stopped} of them under way, {half} between batches"));
    assert!(stopped > 0);
}

#[test]
fn every_testimony_opens_after_each_kill_of_an_import() {
    let rotating = ready();
    killed(&rotating, &["rotate", "import", "H2.tar"], "DELETE FROM next_header", soak(20, 200));
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.amanat(0, &["rotate", "finish", "receipt.txt"]);
    assert_eq!((rotating.decrypted(&["new.key"]), rotating.status()), (ALL + 1, (0, 0)));
}

#[test]
fn every_testimony_opens_after_each_kill_of_finish() {
    let rotating = ready();
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.sql(
        "CREATE TABLE old AS SELECT id, header FROM testimony WHERE epoch = 1;
         CREATE TABLE new AS SELECT * FROM next_header",
    );
    let reset = "BEGIN; UPDATE testimony SET header = old.header, epoch = 1 FROM old WHERE old.id = testimony.id;
         INSERT INTO next_header SELECT * FROM new ON CONFLICT DO NOTHING; COMMIT";
    // Most of its time goes into erasing: in the second half of the kills it swaps alone.
    for arguments in [&["rotate", "finish", "receipt.txt"][..], &["rotate", "finish", "receipt.txt", "--no-erase"]] {
        killed(&rotating, arguments, reset, soak(10, 100));
    }
    rotating.amanat(0, &["rotate", "finish", "receipt.txt"]);
    assert_eq!((rotating.decrypted(&["new.key"]), rotating.status()), (ALL + 1, (0, 0)));
}
