//! What is shown of keys to visitors, outsiders and admins.

use std::{fs, process::Command};

use minisign::KeyPair;

use crate::{
    house::{House, keys::KeyHolders},
    keys::{age_key, said},
};

#[test]
fn every_page_shows_the_fingerprint_and_outsiders_can_check_the_signatures() {
    let house = House::open();
    let manifest = house.first();
    let fingerprint = manifest.fingerprint().to_string();
    for address in ["/", "/en/thanks", "/nowhere", "/en/send/x"] {
        assert!(house.visitor().gets(address).unwrap().body.contains(&fingerprint), "{address}");
    }
    let index = house.visitor().gets("/.well-known/amanat/").unwrap().body;
    let names: Vec<_> = index.lines().collect();
    assert_eq!((names[0], names.len()), ("recipients.json", 3));
    for name in &names {
        let file = house.visitor().gets(&format!("/.well-known/amanat/{name}")).unwrap();
        assert_eq!(file.status, 200);
        fs::write(house.path(name), file.body).unwrap();
    }
    assert_eq!(fs::read(house.path("recipients.json")).unwrap(), manifest.bytes());
    for (name, pair) in names[1..].iter().zip(sorted(&house.holders)) {
        let mut minisign = Command::new("minisign");
        minisign.current_dir(house.folder()).args(["-Vm", "recipients.json", "-x", name, "-P", &pair.pk.to_base64()]);
        let done = minisign.output().unwrap();
        assert!(done.status.success(), "{}", said(&done));
    }
    assert_eq!(
        house.visitor().gets("/.well-known/amanat/recipients.json.0000000000000000.minisig").unwrap().status,
        404
    );
    let shown = house.amanat(&["keys", "show", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!((json["fingerprint"].as_str(), json["epoch"].as_i64()), (Some(&*fingerprint), Some(1)));
}

/// As the files' names sort them.
fn sorted(holders: &KeyHolders) -> Vec<&KeyPair> {
    let id = |pair: &&KeyPair| {
        let key: amanat::testimony::keys::signer::SignerKey = pair.pk.to_base64().parse().unwrap();
        key.id().to_string()
    };
    let mut pairs: Vec<_> = holders.signers.iter().collect();
    pairs.sort_by_key(id);
    pairs
}

#[test]
fn the_last_days_of_a_manifest_are_warned_of() {
    for (days, warned) in
        [(40, None), (29, Some("30 day")), (13, Some("14 day")), (6, Some("7 day")), (0, Some("1 day"))]
    {
        let house = House::built("");
        house.migrates();
        let mut content = house.holders.content(1, None, &[age_key().1]);
        content.not_after = content.not_before.after(days).unwrap();
        house.installs(&content, &house.holders.signers);
        let mut house = house;
        house.serves();
        let doctor = house.amanat(&["doctor", "--json"]);
        let findings = said(&doctor);
        assert_eq!(findings.contains("ends within"), warned.is_some(), "{days}: {findings}");
        let log = house.log();
        match warned {
            Some(words) => assert!(log.contains(words) && findings.contains(words), "{days}: {log}{findings}"),
            None => assert!(!log.contains("ends within"), "{log}"),
        }
    }
}

#[test]
fn the_handshake_is_post_quantum_unless_the_visitor_cannot() {
    let house = House::open();
    assert_eq!(house.visitor().negotiates(None), "X25519MLKEM768");
    assert_eq!(house.visitor().negotiates(Some("X25519")), "X25519");
    assert_eq!(house.visitor().negotiates(Some("X25519MLKEM768")), "X25519MLKEM768");
}
