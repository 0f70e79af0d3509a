//! Shares and keys that are of no use, each refused with its own words.

use std::fs;

use amanat::desk::custody::{parse::parse, share::Share, text::write};
use zeroize::Zeroizing;

use super::{Custody, words};

#[test]
fn a_share_that_was_typed_wrongly_is_refused_and_the_place_is_named() {
    let custody = Custody::new();
    let text = custody.text(2);
    let with = |from: &str, to: &str| {
        let (before, after) = text.rsplit_once(from).unwrap();
        format!("{before}{to}{after}").into_bytes()
    };
    let retyped = |change: fn(&mut Vec<&str>)| {
        let mut list: Vec<_> = words(&text).split_whitespace().collect();
        change(&mut list);
        with(words(&text), &format!("{}\n", list.join(" ")))
    };

    custody.refused(&retyped(|list| list[6] = "zzgarbled"), "its word 7 of 24 is mistyped, because no such word");
    custody.refused(&retyped(|list| list[6] = ""), "it has 23 words instead of 24");
    custody.refused(&with("\nshare 2 of 5", "\nshare 4 of 5"), "its `check` does not fit");
    custody.refused(&with("\ncheck ", "\ncheck 0"), "its line `check` is missing, incomplete");
    custody.refused(&with("\nkind x25519", ""), "its line `kind` is missing");
    custody.refused(&with("amanat-share-1", "amanat-share-2"), "a share of another format");

    // A share that was typed well beside them shows that nothing else was wrong.
    fs::write(custody.desk.path("third"), text.to_uppercase()).unwrap();
    let said = custody.open(&["shares/share-1.txt", "shares/share-3.txt", "third"], "out");
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn shares_that_do_not_belong_together_are_refused() {
    let custody = Custody::new();
    custody.refused(custody.text(1).as_bytes(), "share 1 was given twice");
    assert_eq!(custody.split("later").code, 0);
    let later = fs::read(custody.desk.path("later/share-2.txt")).unwrap();
    custody.refused(&later, "the key was split more than once, and share 2 was not made together with share 1");
    let other = Custody::new();
    custody.refused(other.text(2).as_bytes(), "the shares are of different keys");
}

#[test]
fn a_share_that_somebody_forged_is_found_by_the_key_that_comes_out() {
    let custody = Custody::new();
    let label = parse(&custody.text(2)).ok().unwrap().label();
    let forged = Share::new(label, Zeroizing::new(vec![0; 32])).unwrap();
    custody.refused(write(&forged, "").unwrap().as_bytes(), "the shares give another key than the one that they name");
}

#[test]
fn what_is_no_share_at_all_is_refused() {
    let custody = Custody::new();
    let no_share = "it does not begin with `amanat-share-1`";
    custody.refused(b"", no_share);
    custody.refused(b"\xff\xfe\x00garbage", no_share);
    custody.refused(custody.secret.as_bytes(), no_share);
    custody.refused(&vec![b'#'; 20_000], "longer than 16384 bytes");
    custody.refused(&vec![b'a'; 50_000_000], "longer than 16384 bytes");
    custody.refused_with(&["shares/share-1.txt", "nowhere"], "the share nowhere could not be read");
    custody.refused_with(&["shares"], "the share shares could not be read");
    custody.refused_with(&["/dev/zero"], "longer than 16384 bytes");
}

#[test]
fn what_cannot_be_split_is_refused() {
    let custody = Custody::new();
    let desk = &custody.desk;
    let refused = |identity: &str, needed: &str, shares: &str, why: &str| {
        let said = custody
            .run(&["identity", "split", "-i", identity, "--needed", needed, "--shares", shares, "--out", "none"]);
        assert!(said.code == 1 && said.err.contains(why), "{} {}", said.code, said.err);
        assert!(!desk.path("none").exists());
    };
    for (needed, shares) in [("1", "3"), ("4", "3"), ("0", "0"), ("2", "17"), ("200", "255")] {
        refused("key", needed, shares, "there are as many or more, and 16 at most");
    }
    fs::write(desk.path("two"), format!("{}\n# and\n{}\n", custody.secret, custody.secret)).unwrap();
    refused("two", "2", "3", "holds more than one key");
    fs::write(desk.path("empty"), "# nothing\n").unwrap();
    refused("empty", "2", "3", "holds no key");
    fs::write(desk.path("damaged"), custody.secret.replace("KEY-1", "KEY-1QQQ")).unwrap();
    refused("damaged", "2", "3", "is not an age secret key");
    refused("nowhere", "2", "3", "could not be read");
}
