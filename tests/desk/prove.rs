//! What `rotate prove` finds, and what it puts its signer's name to.

use std::fs;

use amanat::{
    desk::{identity::Identities, passphrase::Source, rotate::rewrap::rewrap},
    testimony::{digest::Sha256, recipients::Recipients, rotation::proof::LINE},
};

use crate::{bundles::Parcel, rotation::Rotation};

#[test]
fn a_receipt_names_what_opens_and_stock_tools_check_it() {
    let rotation = Rotation::new("--x25519", "", 3);
    assert_eq!(rotation.rotate(&[]).code, 0);
    let said = rotation.prove(&[]);
    assert_eq!(said.code, 0, "{}", said.err);
    let receipt = fs::read_to_string(rotation.desk.path("receipt.txt")).unwrap();
    let rotated = rotation.rotated_parcels();
    let lines = rotation.parcels.iter().zip(&rotated).map(|(old, new): (&Parcel, &Parcel)| {
        format!("{} {} {}", old.id, Sha256::of(&old.header), Sha256::of(&new.header))
    });
    assert_eq!(receipt.lines().skip(1).collect::<Vec<_>>(), lines.collect::<Vec<_>>());
    let key = fs::read_to_string(rotation.desk.path("signer.key.pub")).unwrap();
    let key = minisign::PublicKeyBox::from_string(&key).unwrap().into_public_key().unwrap();
    let beside = rotation.desk.shell("cat receipt.txt.*.minisig").out;
    let signature = minisign::SignatureBox::from_string(&beside).unwrap();
    assert!(minisign::verify(&key, &signature, std::io::Cursor::new(&receipt), true, false, false).is_ok());
}

#[test]
fn swapped_damaged_and_foreign_entries_are_not_proven() {
    let rotation = Rotation::new("--x25519", "", 6);
    assert_eq!(rotation.rotate(&[]).code, 0);
    let mut entries = rotation.entries();
    // Whole entries swapped; a header alone swapped; a header damaged; a line damaged.
    let (zero, one) = (entries[0].1.clone(), entries[1].1.clone());
    (entries[0].1, entries[1].1) = (one, zero);
    entries[2].1 = [&entries[2].1[..LINE], &entries[4].1[LINE..]].concat();
    let last = entries[3].1.len() - 5;
    entries[3].1[last] ^= 1;
    entries[5].1[3] ^= 1;
    rotation.write("H2.tar", &rotation.rotated(&entries));
    let said = rotation.prove(&[]);
    assert_eq!(said.code, 3, "{}", said.out);
    let expected = [
        Some("swapped headers"),
        Some("swapped headers"),
        Some("swapped headers"),
        Some("changed or damaged"),
        None,
        Some("the line before its header"),
    ];
    for (parcel, why) in rotation.parcels.iter().zip(expected) {
        let line = said.err.lines().find(|line| line.contains(&parcel.id.to_string()));
        match why {
            Some(why) => assert!(line.is_some_and(|line| line.contains(why)), "{why} {}", said.err),
            None => assert_eq!(line, None),
        }
    }
    let receipt = fs::read_to_string(rotation.desk.path("receipt.txt")).unwrap();
    assert_eq!(
        receipt.lines().skip(1).filter_map(|line| line.split(' ').next()).collect::<Vec<_>>(),
        [entries[4].0.to_string()]
    );
}

#[test]
fn a_line_for_another_old_header_is_not_proven() {
    let rotation = Rotation::new("", "", 1);
    assert_eq!(rotation.rotate(&[]).code, 0);
    let mut entries = rotation.entries();
    let (old, other) = (Sha256::of(&rotation.parcels[0].header).to_string(), Sha256::of(b"other").to_string());
    let at = entries[0].1.windows(64).position(|window| window == old.as_bytes()).unwrap();
    entries[0].1[at..at + 64].copy_from_slice(other.as_bytes());
    rotation.write("H2.tar", &rotation.rotated(&entries));
    let said = rotation.prove(&[]);
    assert!(said.code == 3 && said.err.contains("swapped headers"), "{}", said.err);
    assert!(!rotation.desk.path("receipt.txt").exists());
}

#[test]
fn a_header_for_more_or_other_recipients_than_the_manifests_is_not_proven() {
    let rotation = Rotation::new("", "", 1);
    let new = fs::read_to_string(rotation.desk.path("new.txt")).unwrap();
    let third = rotation.desk.run(["keygen", "--no-passphrase", "--out", "third"]).out;
    // As a thief of the old key would write it: it opens, its line is right, and somebody else can open it too.
    let mut identities = Identities::default();
    identities.load(&rotation.desk.path("old.key"), Source::Terminal).unwrap();
    let recipients = Recipients::parse([new.trim(), third.trim()]).unwrap();
    let parcel = &rotation.parcels[0];
    let (proof, header) = rewrap(parcel.id, &parcel.header, &identities, &recipients).unwrap().unwrap();
    let entry = [proof.line().as_bytes(), &header].concat();
    rotation.write("H2.tar", &rotation.rotated(&[(parcel.id, entry)]));
    let said = rotation.prove(&[]);
    assert!(said.code == 3 && said.err.contains("not for exactly as many recipients"), "{}", said.err);
}

#[test]
fn a_signer_that_the_manifest_does_not_name_signs_no_receipt() {
    let rotation = Rotation::new("", "", 1);
    assert_eq!(rotation.rotate(&[]).code, 0);
    rotation.desk.run(["signer", "new", "--no-passphrase", "--out", "other.key"]);
    let said = rotation.desk.run([
        "rotate",
        "prove",
        "H2.tar",
        "-i",
        "new.key",
        "--manifest",
        "2.json",
        "--trust",
        "1.json",
        "--signer",
        "other.key",
        "--out",
        "receipt.txt",
    ]);
    assert!(said.code == 1 && said.err.contains("none of the manifest's signers"), "{}", said.err);
    assert!(!rotation.desk.path("receipt.txt").exists());
}
