//! Post-quantum keys, both ways against the npm package age-encryption: the second implementation that there is.

use std::fs;

use crate::{
    bundles::{self, bundle},
    desk::{Desk, Said},
};

/// Runs tests/stock/age.mjs in the desk's folder. `deploy/needs.sh test` installed its package.
fn npm(desk: &Desk, arguments: &str) -> Said {
    desk.shell(&format!("node {}/tests/stock/age.mjs {arguments}", env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn keys_are_post_quantum_unless_another_kind_is_asked_for() {
    let desk = Desk::new();
    let said = desk.run(["keygen", "--out", "new", "--no-passphrase"]);
    assert!(said.out.starts_with("age1pq1") && said.out.trim().len() == 1959, "{}", said.out);
    let file = fs::read_to_string(desk.path("new")).unwrap();
    assert!(file.lines().any(|line| line.starts_with("AGE-SECRET-KEY-PQ-1")));
    let said = desk.run(["keygen", "--out", "classic", "--x25519", "--no-passphrase"]);
    assert!(said.out.trim().len() == 62, "{}", said.out);
}

#[test]
fn what_is_sealed_here_opens_with_the_npm_package_and_at_the_desk() {
    let desk = Desk::new();
    let recipient = npm(&desk, "keygen theirs");
    assert_eq!(recipient.code, 0, "{}", recipient.err);
    let parcel = bundles::sealed(bundles::id(1), "a text", &[vec![7; 200_000]], recipient.out.trim());
    desk.write(&bundle(std::slice::from_ref(&parcel)));
    let opened = desk.run(["open", "bundle.tar", "-i", "theirs", "-o", "out"]);
    assert_eq!(opened.code, 0, "{}", opened.err);
    assert!(desk.page(&parcel).contains("a text"));
    desk.shell("tar xf bundle.tar");
    let theirs = npm(&desk, &format!("decrypt theirs {}.age plain.tar", parcel.id));
    assert_eq!(theirs.code, 0, "{}", theirs.err);
    assert_eq!(desk.shell("tar tf plain.tar").out, "testimony.json\nattachments/01.wav\n");
}

#[test]
fn what_the_npm_package_seals_to_a_key_made_here_opens_at_the_desk() {
    let desk = Desk::new();
    let said = desk.run(["keygen", "--out", "ours", "--no-passphrase"]);
    let made = bundles::sealed(bundles::id(1), "a text", &[], said.out.trim());
    desk.write(&bundle(std::slice::from_ref(&made)));
    desk.shell("tar xf bundle.tar");
    assert_eq!(npm(&desk, &format!("decrypt ours {}.age plain.tar", made.id)).code, 0);
    // The same envelope, sealed by them.
    let theirs = npm(&desk, &format!("encrypt {} plain.tar theirs.age", said.out.trim()));
    assert_eq!(theirs.code, 0, "{}", theirs.err);
    desk.write(&bundle(&[bundles::split(bundles::id(1), fs::read(desk.path("theirs.age")).unwrap())]));
    let opened = desk.run(["open", "bundle.tar", "-i", "ours", "-o", "out"]);
    assert_eq!(opened.code, 0, "{}", opened.err);
    assert!(desk.page(&made).contains("a text"));
}

#[test]
fn a_passphrase_protects_a_post_quantum_key_too() {
    let desk = Desk::new();
    fs::write(desk.path("words"), "correct horse").unwrap();
    let said = desk.run(["keygen", "--out", "new", "--passphrase-file", "words"]);
    desk.write(&bundle(&[bundles::sealed(bundles::id(1), "text", &[], said.out.trim())]));
    let said = desk.run(["open", "bundle.tar", "-i", "new", "-o", "out", "--passphrase-file", "words"]);
    assert_eq!(said.code, 0, "{}", said.err);
}
