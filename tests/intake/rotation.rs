//! Rotation of keys on its whole way: the real server, a real Postgres, the real `amanat-desk`.

mod erasing;
mod kills;
mod rotating;

use std::fs;

use self::rotating::{Rotating, peak};

#[test]
fn all_opens_with_the_new_key_alone_and_old_headers_are_in_no_file_of_the_database() {
    let mut rotating = Rotating::of(&["one", "two", "three", "four", "five"]);
    let marks = rotating.marks();
    let payloads = "SELECT md5(string_agg(md5(bytes), '' ORDER BY testimony, n)) FROM payload_chunk";
    // Testimonies go on arriving, to the new keys, before, between and after the steps.
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.arrives("between");
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    assert_eq!(rotating.status(), (5, 5));
    assert_eq!(rotating.opened(&["old.key"]), 5);
    rotating.prove(0, "H2.tar", "receipt.txt");
    rotating.arrives("later");
    let before = rotating.sql(payloads);
    // The means of search finds what is there.
    assert!(!rotating.holders_of(&marks).is_empty());
    rotating.amanat(0, &["rotate", "finish", "receipt.txt"]);
    assert_eq!(before, rotating.sql(payloads));
    assert_eq!(rotating.status(), (0, 0));
    assert_eq!(rotating.opened(&["new.key"]), rotating.house.count());
    assert_eq!(rotating.opened(&["old.key"]), 0);
    assert_eq!(rotating.holders_of(&marks), Vec::<String>::new());
    rotating.arrives("after");
    assert_eq!(rotating.opened(&["new.key"]), rotating.house.count());
}

#[test]
fn steps_repeated_and_in_the_wrong_order_do_no_harm() {
    let mut rotating = Rotating::of(&["one", "two", "three"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.prove(0, "H2.tar", "receipt.txt");
    // Proven, and not imported.
    assert!(rotating.amanat(3, &["rotate", "finish", "receipt.txt"]).contains("3 left as they are"));
    assert_eq!((rotating.opened(&["old.key"]), rotating.status()), (3, (3, 0)));
    for _ in 0..2 {
        assert!(rotating.amanat(0, &["rotate", "import", "H2.tar"]).contains("3 headers wait"));
    }
    assert!(rotating.amanat(0, &["rotate", "finish", "receipt.txt"]).contains("3 headers swapped"));
    assert!(rotating.amanat(0, &["rotate", "finish", "receipt.txt"]).contains("3 were swapped before"));
    assert!(
        rotating
            .amanat(0, &["rotate", "import", "H2.tar"])
            .contains("3 left out, because their testimonies are rotated")
    );
    rotating.amanat(0, &["rotate", "erase"]);
    assert_eq!((rotating.opened(&["new.key"]), rotating.status()), (rotating.house.count(), (0, 0)));
    rotating.amanat(0, &["rotate", "export", "--out", "none.tar"]);
    rotating.rotate(0, "none.tar", "none2.tar");
}

#[test]
fn a_part_of_the_headers_can_go_first() {
    let mut rotating = Rotating::of(&["one", "two", "three", "four"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    let whole = fs::read(rotating.house.path("H.tar")).unwrap();
    // The first line and two headers, each of two blocks.
    fs::write(rotating.house.path("part.tar"), &whole[..1024 + 2 * 1024 + 100]).unwrap();
    rotating.rotate(3, "part.tar", "part2.tar");
    rotating.amanat(0, &["rotate", "import", "part2.tar"]);
    rotating.prove(0, "part2.tar", "part.txt");
    rotating.amanat(0, &["rotate", "finish", "part.txt"]);
    assert_eq!(rotating.status(), (2, 0));
    assert_eq!(rotating.opened(&["old.key"]), 2);
    assert_eq!(rotating.opened(&["old.key", "new.key"]), rotating.house.count());
    rotating.amanat(0, &["rotate", "export", "--out", "rest.tar"]);
    rotating.rotate(0, "rest.tar", "rest2.tar");
    rotating.amanat(0, &["rotate", "import", "rest2.tar"]);
    rotating.prove(0, "rest2.tar", "rest.txt");
    rotating.amanat(0, &["rotate", "finish", "rest.txt"]);
    assert_eq!((rotating.opened(&["new.key"]), rotating.status()), (rotating.house.count(), (0, 0)));
}

#[test]
fn what_was_imported_again_must_be_proven_again() {
    let mut rotating = Rotating::of(&["one", "two"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.prove(0, "H2.tar", "receipt.txt");
    rotating.rotate(0, "H.tar", "again.tar");
    rotating.amanat(0, &["rotate", "import", "again.tar"]);
    let said = rotating.amanat(3, &["rotate", "finish", "receipt.txt"]);
    assert!(said.contains("2 left as they are") && said.contains("prove again"), "{said}");
    assert_eq!(rotating.opened(&["old.key"]), 2);
    rotating.prove(0, "again.tar", "again.txt");
    rotating.amanat(0, &["rotate", "finish", "again.txt"]);
    assert_eq!(rotating.opened(&["new.key"]), rotating.house.count());
}

#[test]
fn a_receipt_that_no_signer_signed_as_it_is_changes_nothing() {
    let mut rotating = Rotating::of(&["one", "two"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.prove(0, "H2.tar", "receipt.txt");
    let house = &rotating.house;
    let signature = rotating.shell("cat $(ls receipt.txt.*.minisig | head -1)");
    let copies = |name: &str, text: &str, signatures: &[String]| {
        fs::write(house.path(name), text).unwrap();
        for (n, signature) in signatures.iter().enumerate() {
            fs::write(house.path(&format!("{name}.{n}.minisig")), signature).unwrap();
        }
    };
    let copy = |name: &str, text: &str, signature: &str| copies(name, text, &[signature.to_owned()]);
    let text = fs::read_to_string(house.path("receipt.txt")).unwrap();
    fs::write(house.path("unsigned.txt"), &text).unwrap();
    let stranger = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let sign = |text: &str, pair: &minisign::KeyPair| {
        minisign::sign(None, &pair.sk, text.as_bytes(), Some("x"), Some("y")).unwrap().into_string()
    };
    copy("stranger.txt", &text, &sign(&text, &stranger));
    let line = text.lines().nth(1).unwrap();
    copy("shorter.txt", &text.replace(&format!("{line}\n"), ""), &signature);
    copy("nonsense.txt", &text, "nonsense");
    let other = text.replace("\"epoch\":2", "\"epoch\":3");
    let both = |text: &str| house.holders.signers.each_ref().map(|pair| sign(text, pair));
    copies("other.txt", &other, &both(&other));
    copy("alone.txt", &text, &sign(&text, &house.holders.signers[0]));
    let again = [sign(&text, &house.holders.signers[0]), sign(&text, &house.holders.signers[0])];
    copies("again.txt", &text, &again);
    let bad = format!("{text}{line}\n");
    copies("bad.txt", &bad, &both(&bad));
    for (name, why) in [
        ("unsigned.txt", "is not signed"),
        ("alone.txt", "signed by 1 of the 2 signers"),
        ("again.txt", "signed by 1 of the 2 signers"),
        ("stranger.txt", "no signer of the current manifest"),
        ("shorter.txt", "changed after it was signed"),
        ("nonsense.txt", "is not signed"),
        ("other.txt", "for the manifest of epoch 3"),
        ("bad.txt", "line 4"),
        ("nowhere.txt", "could not be read"),
        ("H2.tar", "is not signed"),
    ] {
        let said = rotating.amanat(1, &["rotate", "finish", name]);
        assert!(said.contains(why), "{why}: {said}");
    }
    assert_eq!((rotating.opened(&["old.key"]), rotating.status()), (2, (2, 2)));
    rotating.amanat(0, &["rotate", "finish", "receipt.txt"]);
}

#[test]
fn files_that_are_not_what_they_should_be_are_not_imported() {
    let mut rotating = Rotating::of(&["one", "two", "three"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    let house = &rotating.house;
    let whole = fs::read(house.path("H2.tar")).unwrap();
    let changed = |old: &str, new: &str| {
        let at = whole.windows(old.len()).position(|window| window == old.as_bytes()).unwrap();
        [&whole[..at], new.as_bytes(), &whole[at + new.len()..]].concat()
    };
    let old = rotating.sql("SELECT encode(sha256(header), 'hex') FROM testimony WHERE epoch = 1 ORDER BY id LIMIT 1");
    let zeros = "0".repeat(64);
    let id = rotating.sql("SELECT id FROM testimony WHERE epoch = 1 ORDER BY id LIMIT 1");
    let cases = [
        (1, fs::read(house.path("H.tar")).unwrap(), "it is what `amanat rotate export` writes"),
        (1, changed("\"epoch\":2", "\"epoch\":1"), "for the manifest of epoch 1"),
        (1, b"hello".to_vec(), "does not begin with rotation.json"),
        (3, whole[..whole.len() - 1024].to_vec(), "was cut short"),
        (3, changed("-> mlkem", "-> mlkex"), "not for exactly as many recipients"),
        (3, changed("age-encryption", "age-encryptiox"), "changed or damaged"),
        (3, changed("amanat-proof-1", "amanat-proof-2"), "the line before its header"),
        (3, changed(&old, &zeros), "have another header by now"),
    ];
    for (code, bytes, why) in cases {
        fs::write(house.path("bad.tar"), &bytes).unwrap();
        let said = rotating.amanat(code, &["rotate", "import", "bad.tar"]);
        assert!(said.contains(why), "{why}: {said}");
    }
    // A testimony that is not here any more.
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.sql(&format!("DELETE FROM testimony WHERE id = '{id}'"));
    assert_eq!(rotating.status(), (2, 2));
    let said = rotating.amanat(3, &["rotate", "import", "H2.tar"]);
    assert!(said.contains("1 left out, because there are no such testimonies"), "{said}");
}

#[test]
fn a_manifest_that_came_meanwhile_makes_everybody_begin_again() {
    let mut rotating = Rotating::of(&["one"]);
    rotating.new_keys_arrive();
    rotating.amanat(0, &["rotate", "export", "--out", "H.tar"]);
    rotating.rotate(0, "H.tar", "H2.tar");
    rotating.amanat(0, &["rotate", "import", "H2.tar"]);
    rotating.prove(0, "H2.tar", "receipt.txt");
    rotating.third_epoch();
    for (step, file) in [("import", "H2.tar"), ("finish", "receipt.txt")] {
        let said = rotating.amanat(1, &["rotate", step, file]);
        assert!(said.contains("manifest of epoch 2, and the manifest here is of epoch 3"), "{said}");
    }
    assert_eq!(rotating.opened(&["old.key", "new.key"]), rotating.house.count());
}

#[test]
fn memory_does_not_grow_with_the_archive() {
    let mut rotating = Rotating::of(&["one"]);
    rotating.new_keys_arrive();
    // Rows of which the header alone is real.
    rotating.sql(
        "INSERT INTO testimony SELECT gen_random_uuid(), week, epoch, header, chunks, payload_bytes, payload_sha256
         FROM testimony, generate_series(1, 20000) WHERE epoch = 1",
    );
    let peaks = [
        peak(&mut rotating.at_the_server(&["rotate", "export", "--out", "H.tar"])),
        peak(&mut rotating.at_the_desk(&["rotate", "H.tar", "-i", "old.key", "--out", "H2.tar"])),
        peak(&mut rotating.at_the_server(&["rotate", "import", "H2.tar"])),
        peak(&mut rotating.at_the_desk(&[
            "rotate",
            "prove",
            "H2.tar",
            "-i",
            "new.key",
            "--signer",
            "signer.key",
            "--signer",
            "other-signer.key",
            "--out",
            "receipt.txt",
        ])),
        peak(&mut rotating.at_the_server(&["rotate", "finish", "receipt.txt"])),
    ];
    crate::house::said(&format!("rotation of 20,000 headers: peaks {peaks:?} MiB"));
    assert!(peaks.iter().all(|peak| *peak < 64), "{peaks:?}");
    assert_eq!(rotating.status(), (0, 0));
}
