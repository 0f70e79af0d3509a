//! New headers for new recipients: what opens them, what does not, and which files are refused.

use std::fs;

use amanat::testimony::digest::Sha256;

use crate::{bundles, rotation::Rotation};

#[test]
fn after_x25519_to_hybrid_the_npm_package_opens_and_the_old_key_does_not() {
    let rotation = Rotation::new("--x25519", "", 3);
    let said = rotation.rotate(&[]);
    assert_eq!((said.code, said.out.as_str()), (0, "3 headers rotated into H2.tar\n"), "{}", said.err);
    let rotated = rotation.rotated_parcels();
    let opened = rotation.open(&rotated, "old.key");
    assert!(opened.code == 3 && opened.out.contains("None of the identities"), "{}", opened.out);
    let opened = rotation.open(&rotated, "new.key");
    assert_eq!(opened.code, 0, "{}", opened.err);
    assert!(rotated.iter().all(|parcel| rotation.desk.is_open(parcel)));
    let npm = format!(
        "tar xf bundle.tar; node {}/tests/stock/age.mjs decrypt new.key {}.age plain.tar; tar tf plain.tar",
        env!("CARGO_MANIFEST_DIR"),
        rotated[1].id
    );
    assert_eq!(rotation.desk.shell(&npm).out, "testimony.json\n");
}

#[test]
fn after_hybrid_to_hybrid_the_payload_is_the_same_to_the_byte() {
    let rotation = Rotation::new("", "", 2);
    assert_eq!(rotation.rotate(&["--jobs", "7"]).code, 0);
    let rotated = rotation.rotated_parcels();
    assert_eq!(rotation.open(&rotated, "new.key").code, 0);
    assert_eq!(rotation.open(&rotated, "old.key").code, 3);
    // A folder that was opened before the rotation is known again after it.
    let rotation = Rotation::new("", "", 2);
    assert_eq!(rotation.open(&rotation.parcels, "old.key").code, 0);
    assert_eq!(rotation.rotate(&[]).code, 0);
    let again = rotation.open_again(&rotation.rotated_parcels(), "new.key");
    assert!(again.out.contains("2 were there already"), "{}", again.out);
}

#[test]
fn stock_age_opens_a_rotated_header_with_the_payload_that_was_never_touched() {
    let rotation = Rotation::new("--x25519", "--x25519", 2);
    assert_eq!(rotation.rotate(&[]).code, 0);
    rotation.desk.write(&bundles::bundle(&rotation.rotated_parcels()));
    let stock = "tar xf bundle.tar; sha256sum --quiet -c SHA256SUMS
        for file in *.age; do age -d -i new.key $file | tar t; ! age -d -i old.key $file 2>/dev/null || exit 9; done";
    let said = rotation.desk.shell(stock);
    assert_eq!((said.code, said.out.as_str()), (0, "testimony.json\ntestimony.json\n"), "{}", said.err);
}

#[test]
fn a_recipient_that_was_removed_opens_no_more() {
    let mut rotation = Rotation::new("", "", 1);
    let both = ["old.txt", "new.txt"].map(|name| fs::read_to_string(rotation.desk.path(name)).unwrap()).concat();
    rotation.parcels = vec![bundles::sealed(bundles::id(1), "text", &[], &both)];
    assert_eq!(rotation.open(&rotation.parcels, "new.key").code, 0);
    rotation.write("H.tar", &rotation.headers());
    assert_eq!(rotation.rotate(&[]).code, 0);
    let rotated = rotation.rotated_parcels();
    assert!(rotated[0].header.len() < rotation.parcels[0].header.len());
    assert_eq!(rotation.open(&rotated, "old.key").code, 3);
    assert_eq!(rotation.open(&rotated, "new.key").code, 0);
}

#[test]
fn a_header_that_was_moved_to_another_payload_is_refused_when_it_is_opened() {
    let rotation = Rotation::new("", "", 3);
    assert_eq!(rotation.rotate(&[]).code, 0);
    let mut rotated = rotation.rotated_parcels();
    let (one, two) = (rotated[0].header.clone(), rotated[1].header.clone());
    rotated[0].header = two;
    rotated[1].header = one;
    let said = rotation.open(&rotated, "new.key");
    assert_eq!(said.code, 3, "{}", said.err);
    assert!(said.out.starts_with("1 opened into out, 2 refused"), "{}", said.out);
}

#[test]
fn a_header_that_does_not_open_is_named_and_all_others_are_done() {
    let mut rotation = Rotation::new("--x25519", "", 5);
    let stranger = age::x25519::Identity::generate().to_public().to_string();
    rotation.parcels[1] = bundles::sealed(bundles::id(1), "not for you", &[], &stranger);
    let last = rotation.parcels[3].header.len() - 5;
    rotation.parcels[3].header[last] ^= 1;
    rotation.write("H.tar", &rotation.headers());
    let said = rotation.rotate(&["--json"]);
    assert_eq!(said.code, 3, "{}", said.err);
    let lines: Vec<serde_json::Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (n, (parcel, line)) in rotation.parcels.iter().zip(&lines).enumerate() {
        assert_eq!(line["id"], parcel.id.to_string());
        let reason = [(1, "other-key"), (3, "tampered")].into_iter().find(|(place, _)| *place == n);
        assert_eq!(line["reason"].as_str(), reason.map(|(_, reason)| reason), "{line}");
    }
    assert_eq!(lines[5]["summary"]["done"], 3);
    assert_eq!(rotation.entries().len(), 3);
}

#[test]
fn with_the_wrong_key_no_file_is_written() {
    let rotation = Rotation::new("", "", 2);
    let said = rotation.desk.shell(&format!(
        "{} rotate H.tar -i new.key --manifest 2.json --trust 1.json --out H2.tar || echo code $?; ls -A",
        env!("CARGO_BIN_EXE_amanat-desk")
    ));
    assert!(said.out.contains("no file was written") && said.out.contains("code 3"), "{}", said.out);
    assert!(!said.out.contains("H2.tar") && !said.out.contains(".rotate-"), "{}", said.out);
}

#[test]
fn an_empty_archive_goes_all_the_way() {
    let rotation = Rotation::new("", "", 0);
    assert_eq!(rotation.rotate(&[]).code, 0);
    assert_eq!(rotation.prove(&[]).code, 0);
    assert_eq!(fs::read_to_string(rotation.desk.path("receipt.txt")).unwrap().lines().count(), 1);
}

#[test]
fn nothing_is_overwritten() {
    let rotation = Rotation::new("", "", 1);
    rotation.write("H2.tar", b"mine");
    let said = rotation.rotate(&[]);
    assert!(said.code == 1 && said.err.contains("exists already"), "{}", said.err);
    assert_eq!(fs::read(rotation.desk.path("H2.tar")).unwrap(), b"mine");
}

#[test]
fn an_untrusted_manifest_gets_no_header() {
    let rotation = Rotation::new("", "", 1);
    rotation.desk.shell("rm 2.json.*.minisig");
    let said = rotation.rotate(&[]);
    assert!(said.code == 1 && said.err.contains("it is not signed"), "{}", said.err);
    assert!(!rotation.desk.path("H2.tar").exists());
}

#[test]
fn headers_for_another_manifest_or_of_another_step_are_refused_with_what_to_do() {
    let rotation = Rotation::new("", "", 1);
    let whole = rotation.headers();
    let with = |old: &str, new: &str| {
        assert_eq!(old.len(), new.len());
        let at = whole.windows(old.len()).position(|window| window == old.as_bytes()).unwrap();
        [&whole[..at], new.as_bytes(), &whole[at + old.len()..]].concat()
    };
    let sha256 = rotation.target().manifest.to_string();
    let cases = [
        (with("\"epoch\":2", "\"epoch\":3"), "manifest of epoch 3, and the manifest here is of epoch 2"),
        (with(&sha256, &Sha256::of(b"other").to_string()), "another manifest of epoch 2"),
        (with("amanat-headers-1", "amanat-headers-2"), "not of a form that this version knows"),
        (rotation.rotated(&[]), "it is what `amanat-desk rotate` writes"),
        (whole[512..].to_vec(), "does not begin with rotation.json"),
        (b"hello".to_vec(), "does not begin with rotation.json"),
        (Vec::new(), "does not begin with rotation.json"),
        (bundles::bundle(&rotation.parcels), "does not begin with rotation.json"),
    ];
    for (bytes, why) in cases {
        rotation.write("H.tar", &bytes);
        let said = rotation.rotate(&[]);
        assert!(said.code == 1 && said.err.contains(why), "{why}: {}", said.err);
    }
}

#[test]
fn a_file_that_was_cut_or_damaged_is_named_and_what_is_whole_is_done() {
    let rotation = Rotation::new("--x25519", "", 3);
    let whole = rotation.headers();
    let start = |n: usize| {
        let header = &rotation.parcels[n].header;
        whole.windows(header.len()).position(|window| window == header).unwrap()
    };
    let mut bad_block = whole.clone();
    bad_block[start(1) - 400] ^= 1;
    let mut lies = whole.clone();
    let lie = amanat::testimony::ustar::header(&format!("{}.header", rotation.parcels[1].id), 1 << 33).unwrap();
    lies[start(1) - 512..start(1)].copy_from_slice(&lie);
    let twice = [&whole[..start(1)], &whole[start(1) - 512..]].concat();
    let cases = [
        (whole[..start(2) + 100].to_vec(), "in the middle of the header", 2),
        (whole[..whole.len() - 1024].to_vec(), "its end mark is not there", 3),
        (bad_block, "damaged at byte", 2),
        (lies, "longer than any header", 2),
        (twice, "damaged at byte", 2),
        (
            [
                &whole[..start(0) - 512],
                &whole[start(1) - 512..start(2) - 512],
                &whole[start(0) - 512..start(1) - 512],
                &whole[start(2) - 512..],
            ]
            .concat(),
            "out of order",
            2,
        ),
    ];
    for (bytes, why, done) in cases {
        rotation.write("H.tar", &bytes);
        let _ = fs::remove_file(rotation.desk.path("H2.tar"));
        let said = rotation.rotate(&[]);
        assert!(said.code == 3 && said.err.contains(why), "{why}: {} {}", said.code, said.err);
        assert_eq!(rotation.entries().len(), done, "{why}: {}", said.err);
    }
}
