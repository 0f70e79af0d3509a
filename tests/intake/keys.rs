//! Whom the server seals to: whoever the right signers signed for, and nobody else, whatever is written where.

use std::{fs, process::Output, time::Duration};

use amanat::testimony::{
    calendar::Day,
    keys::manifest::{Content, Manifest, Path},
};
use minisign::KeyPair;

use crate::house::{
    House,
    form::Form,
    keys::{KeyHolders, write},
    opened::open,
};

pub(crate) fn said(done: &Output) -> String {
    [&done.stdout[..], &done.stderr].map(String::from_utf8_lossy).concat()
}

pub(crate) fn age_key() -> (age::x25519::Identity, String) {
    let identity = age::x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    (identity, recipient)
}

/// Waits until pages show `manifest`.
fn in_force(house: &House, manifest: &Manifest) {
    let fingerprint = manifest.fingerprint().to_string();
    house.until("the new keys", || house.visitor().gets("/").is_ok_and(|page| page.body.contains(&fingerprint)));
}

#[test]
fn without_a_manifest_the_page_is_calm_and_nothing_is_taken() {
    let mut house = House::built("");
    house.migrates();
    house.serves();
    for address in ["/", "/.well-known/amanat/", "/.well-known/amanat/recipients.json"] {
        let page = house.visitor().gets(address).unwrap();
        assert_eq!((page.status, page.header("retry-after")), (503, Some("120")), "{address}");
        assert!(page.body.contains("not taking anything just now"), "{}", page.body);
    }
    assert!(house.log().contains("no manifest of recipients is installed"), "{}", house.log());
    let shown = house.amanat(&["keys", "show"]);
    assert!(!shown.status.success() && said(&shown).contains("amanat keys install"), "{}", said(&shown));
    let manifest = house.has_recipients();
    in_force(&house, &manifest);
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
}

#[test]
fn a_form_that_was_opened_before_the_manifest_ended_is_answered_calmly() {
    let house = House::open();
    let mut visitor = house.visitor();
    let address = visitor.opens_form().unwrap();
    // Two days ago it ended; only the database's owner can put such a one in.
    let mut over = house.holders.content(1, None, &[age_key().1]);
    over.not_before = Day::parse("2026-01-01").unwrap();
    over.not_after = Day::parse("2026-01-02").unwrap();
    let (manifest, file) = write(&house.path("over"), &over, &house.holders.signers);
    let refused = house.amanat(&["keys", "install", file.to_str().unwrap()]);
    assert!(said(&refused).contains("is that of the trusted manifest"), "{}", said(&refused));
    put_in(&house, &manifest, &[]);
    // The running server keeps what it trusted; a new one finds nothing to trust.
    assert!(visitor.posts(&address, &Form::text("x")).unwrap().is_thanks());
    let mut house = house;
    house.stops();
    house.serves();
    assert_eq!(house.visitor().posts(&address, &Form::text("y")).unwrap().status, 503);
    assert_eq!(house.count(), 1);
}

#[test]
fn a_next_manifest_is_sealed_to_within_seconds_and_hostile_ones_never() {
    let house = House::open();
    let first = house.first();
    let holders = &house.holders;
    let (new, recipient) = age_key();
    let (_, thief) = age_key();
    let after =
        |epoch, recipient: &String| holders.content(epoch, Some(first.sha256()), std::slice::from_ref(recipient));
    let strangers = KeyHolders::new();
    let mut own = after(2, &thief);
    own.signers = strangers.content(2, None, &[]).signers;
    let future = Content {
        not_before: Day::parse("2027-06-01").unwrap(),
        not_after: Day::parse("2027-07-01").unwrap(),
        ..after(2, &recipient)
    };
    let hostile: [(&str, &Content, &[KeyPair], &str); 6] = [
        ("unsigned", &after(2, &thief), &[], "it is not signed"),
        ("alone", &after(2, &thief), &holders.signers[..1], "1 of the 2 signers"),
        ("strangers", &own, &strangers.signers, "makes a signer itself"),
        ("gap", &after(3, &thief), &holders.signers, "what came in between is missing"),
        ("other", &holders.content(1, None, std::slice::from_ref(&thief)), &holders.signers, "its content is another"),
        ("future", &future, &holders.signers, "not yet"),
    ];
    for (name, content, by, why) in hostile {
        let (manifest, file) = write(&house.path(name), content, by);
        for action in ["check", "install"] {
            let done = house.amanat(&["keys", action, file.to_str().unwrap()]);
            assert!(!done.status.success() && said(&done).contains(why), "{name}: {}", said(&done));
        }
        // Whoever owns the database puts it in all the same.
        if name != "other" && name != "future" {
            put_in(&house, &manifest, &by.iter().map(|pair| signature(pair, &manifest)).collect::<Vec<_>>());
        }
    }
    std::thread::sleep(Duration::from_secs(6));
    assert!(house.visitor().gets("/").unwrap().body.contains(&first.fingerprint().to_string()));
    assert!(house.log().contains("the manifest of epoch 2 is refused"), "{}", house.log());
    let doctor = house.amanat(&["doctor"]);
    assert!(doctor.status.code() == Some(1) && said(&doctor).contains("that is refused"), "{}", said(&doctor));

    let second = house.installs(&after(2, &recipient), &house.holders.signers);
    in_force(&house, &second);
    assert!(house.visitor().sends(&Form::text("for the new key")).unwrap().is_thanks());
    assert!(house.amanat(&["export", "--out", "all.tar"]).status.success());
    assert_eq!(open(&house.path("all.tar"), &new)[0].text(), "for the new key");
    assert_eq!(house.sql("amanat_owner", "SELECT epoch FROM testimony").unwrap(), "2");
}

fn signature(pair: &KeyPair, manifest: &Manifest) -> String {
    minisign::sign(None, &pair.sk, manifest.bytes(), Some("x"), Some("y")).unwrap().into_string()
}

/// As the database's owner would, without asking `amanat`.
fn put_in(house: &House, manifest: &Manifest, signatures: &[String]) {
    let hex: Vec<_> = manifest.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let hex = hex.concat();
    let list: Vec<_> = signatures.iter().map(|text| format!("'{}'", text.replace('\'', "''"))).collect();
    let list = if list.is_empty() { "'none'".to_owned() } else { list.join(",") };
    let (epoch, compromise) = (manifest.epoch(), manifest.content().path == Path::Compromise);
    let statement = format!(
        "INSERT INTO key_manifest VALUES ({epoch}, {compromise}, '\\x{hex}', ARRAY[{list}]) ON CONFLICT (epoch) DO UPDATE \
         SET manifest = excluded.manifest, signatures = excluded.signatures"
    );
    house.sql("amanat_owner", &statement).unwrap();
}

#[test]
fn after_a_compromise_the_old_epoch_is_refused_at_once() {
    let house = House::open();
    let first = house.first();
    let (_, recipient) = age_key();
    let mut content = house.holders.content(2, Some(first.sha256()), &[recipient]);
    content.path = Path::Compromise;
    let (_, file) = write(&house.path("by-signers"), &content, &house.holders.signers);
    let refused = house.amanat(&["keys", "install", file.to_str().unwrap()]);
    assert!(said(&refused).contains("only the root signers may sign"), "{}", said(&refused));

    let mut visitor = house.visitor();
    let address = visitor.opens_form().unwrap();
    let (second, file) = write(&house.path("by-roots"), &content, &house.holders.roots);
    let done = house.amanat(&["keys", "install", file.to_str().unwrap()]);
    assert!(said(&done).contains(&format!("anchor = \"{}\"", second.sha256())), "{}", said(&done));
    // In the seconds before the server has heard, the database itself keeps nothing for the old keys.
    let row = "INSERT INTO testimony VALUES (gen_random_uuid(), '2026-W48', 1, decode(repeat('00', 200), 'hex'), 1, 1, decode(repeat('00', 32), 'hex'))";
    let refused = house.sql("amanat_intake", row).unwrap_err();
    assert!(refused.contains("compromised"), "{refused}");
    let answer = visitor.posts(&address, &Form::text("x")).unwrap();
    assert!(answer.status == 503 || answer.is_thanks(), "{}", answer.status);
    in_force(&house, &second);
    assert!(visitor.posts(&address, &Form::text("x")).unwrap().is_thanks());
    assert_eq!(house.sql("amanat_owner", "SELECT epoch, count(*) FROM testimony GROUP BY 1").unwrap(), "2|1");
}

#[test]
fn a_restored_database_brings_no_old_manifest_back_to_an_anchored_server() {
    let mut house = House::open();
    let first = house.first();
    let (_, recipient) = age_key();
    let second = house.installs(&house.holders.content(2, Some(first.sha256()), &[recipient]), &house.holders.signers);
    house.stops();
    let text = fs::read_to_string(house.config()).unwrap();
    fs::write(house.config(), text.replace("[keys]\n", &format!("[keys]\nanchor = \"{}\"\n", second.sha256())))
        .unwrap();
    house.serves();
    assert!(house.visitor().gets("/").unwrap().body.contains(&second.fingerprint().to_string()));
    house.sql("amanat_owner", "DELETE FROM key_manifest WHERE epoch = 2").unwrap();
    house.stops();
    house.serves();
    assert_eq!(house.visitor().gets("/").unwrap().status, 503);
}

#[test]
fn a_running_server_is_not_led_astray_by_retired_signers_who_own_the_database() {
    let house = House::open();
    let (first, others) = (house.first(), KeyHolders::new());
    let (_, recipient) = age_key();
    let mut content = house.holders.content(2, Some(first.sha256()), &[recipient]);
    content.signers = others.content(2, None, &[]).signers;
    let (second, file) = write(&house.path("2"), &content, &house.holders.signers);
    let done = house.amanat(&["keys", "install", file.to_str().unwrap()]);
    assert!(said(&done).contains(&format!("anchor = \"{}\"", second.sha256())), "{}", said(&done));
    in_force(&house, &second);
    assert!(said(&house.amanat(&["doctor"])).contains("write anchor = "));
    let put = |manifest: &Manifest| {
        put_in(&house, manifest, &house.holders.signers.each_ref().map(|pair| signature(pair, manifest)));
    };
    let branch = Manifest::write(&house.holders.content(2, Some(first.sha256()), &[age_key().1])).unwrap();
    let further = Manifest::write(&house.holders.content(3, Some(branch.sha256()), &[age_key().1])).unwrap();
    put(&branch);
    put(&further);
    std::thread::sleep(Duration::from_secs(6));
    assert!(house.visitor().gets("/").unwrap().body.contains(&second.fingerprint().to_string()));
    house.sql("amanat_owner", "DELETE FROM key_manifest WHERE epoch < 3").unwrap();
    std::thread::sleep(Duration::from_secs(6));
    assert!(house.visitor().gets("/").unwrap().body.contains(&second.fingerprint().to_string()));
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
    assert_eq!(house.sql("amanat_owner", "SELECT epoch FROM testimony").unwrap(), "2");
}

#[test]
fn neither_the_intake_role_nor_a_file_of_the_server_makes_it_seal_to_another_key() {
    let house = House::open();
    let first = house.first();
    for statement in [
        "INSERT INTO key_manifest VALUES (2, false, '\\x00', ARRAY['x'])",
        "UPDATE key_manifest SET manifest = '\\x00'",
        "DELETE FROM key_manifest",
        "TRUNCATE key_manifest",
        "ALTER TABLE testimony DISABLE TRIGGER ALL",
        "DROP TRIGGER refuse_compromised_epoch ON testimony",
        "CREATE OR REPLACE FUNCTION refuse_compromised_epoch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TEMP TABLE key_manifest (x int)",
        "SET session_replication_role = replica",
    ] {
        let refused = house.sql("amanat_intake", statement);
        assert!(
            refused.as_ref().is_err_and(|text| text.contains("permission denied") || text.contains("must be owner")),
            "{statement}: {refused:?}"
        );
    }
    // Whatever the web process could write: its data folder, and a signed-looking file of a thief's.
    let thieves = KeyHolders::new();
    let content = thieves.content(2, Some(first.sha256()), &[age_key().1]);
    for folder in ["data", "data/spool", "data/keys"] {
        write(&house.path(folder), &content, &thieves.signers);
    }
    let (evil, _) = write(&house.path("evil"), &content, &thieves.signers);
    put_in(&house, &evil, &thieves.signers.iter().map(|pair| signature(pair, &evil)).collect::<Vec<_>>());
    house.signals("HUP");
    std::thread::sleep(Duration::from_secs(6));
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
    assert_eq!(house.sql("amanat_owner", "SELECT epoch FROM testimony").unwrap(), "1");
    assert!(house.visitor().gets("/").unwrap().body.contains(&first.fingerprint().to_string()));
    assert_eq!(house.opens_all()[0].text(), "x");
}
