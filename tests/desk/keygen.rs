use std::{fs, os::unix::fs::PermissionsExt as _};

use crate::{
    bundles::{self, bundle},
    desk::{Desk, Said},
};

const PASSPHRASE: &str = "correct horse";

fn bundle_for(desk: &Desk, recipient: &str) {
    desk.write(&bundle(&[bundles::sealed(bundles::id(1), "text", &[], recipient)]));
}

/// Runs stock age on a terminal of its own and types the passphrase.
fn on_a_terminal(desk: &Desk, line: &str) -> Said {
    desk.shell(&format!("(sleep 1; echo '{PASSPHRASE}'; sleep 6) | script -qec '{line}' /dev/null"))
}

#[test]
fn a_key_without_passphrase_works_here_and_in_stock_age() {
    let desk = Desk::new();
    let said = desk.run(["keygen", "--out", "new", "--x25519", "--no-passphrase"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(fs::metadata(desk.path("new")).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(desk.shell("age-keygen -y new").out, said.out);
    bundle_for(&desk, said.out.trim());
    assert_eq!(desk.run(["open", "bundle.tar", "-i", "new", "-o", "out"]).code, 0);
    assert_eq!(desk.shell("tar xf bundle.tar; age -d -i new *.age | tar t").out, "testimony.json\n");
}

#[test]
fn a_key_is_never_overwritten() {
    let desk = Desk::new();
    let before = fs::read(desk.path("key")).unwrap();
    let said = desk.run(["keygen", "--out", "key", "--no-passphrase"]);
    assert!(said.code == 1 && said.err.contains("choose another --out"), "{}", said.err);
    assert_eq!(fs::read(desk.path("key")).unwrap(), before);
}

#[test]
fn a_key_with_passphrase_works_here_and_in_stock_age() {
    let desk = Desk::new();
    fs::write(desk.path("words"), format!("{PASSPHRASE}\n")).unwrap();
    let said = desk.run(["keygen", "--out", "new", "--x25519", "--passphrase-file", "words"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let file = fs::read_to_string(desk.path("new")).unwrap();
    assert!(file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"));
    bundle_for(&desk, said.out.trim());
    let opened = desk.run(["open", "bundle.tar", "-i", "new", "-o", "out", "--passphrase-file", "words"]);
    assert_eq!(opened.code, 0, "{}", opened.err);
    desk.shell("tar xf bundle.tar");
    let stock = on_a_terminal(&desk, "age -d -i new -o plain.tar *.age");
    assert_eq!(desk.shell("tar tf plain.tar").out, "testimony.json\n", "{}", stock.out);
}

#[test]
fn a_key_that_stock_age_protected_is_opened() {
    let desk = Desk::new();
    fs::write(desk.path("words"), PASSPHRASE).unwrap();
    let recipient = desk.shell("age-keygen -o stock 2>/dev/null; age-keygen -y stock").out;
    bundle_for(&desk, recipient.trim());
    assert_eq!(desk.run(["open", "bundle.tar", "-i", "stock", "-o", "out1"]).code, 0);

    // Asked for twice.
    let line = "age -p -o locked stock";
    desk.shell(&format!(
        "(sleep 1; echo '{PASSPHRASE}'; sleep 1; echo '{PASSPHRASE}'; sleep 6) | script -qec '{line}' /dev/null"
    ));
    let said = desk.run(["open", "bundle.tar", "-i", "locked", "-o", "out2", "--passphrase-file", "words"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn a_wrong_empty_or_missing_passphrase_is_told_apart() {
    let desk = Desk::new();
    fs::write(desk.path("words"), PASSPHRASE).unwrap();
    fs::write(desk.path("wrong"), "wrong").unwrap();
    fs::write(desk.path("empty"), "\n").unwrap();
    let said = desk.run(["keygen", "--out", "new", "--passphrase-file", "empty"]);
    assert!(said.code == 1 && said.err.contains("passphrase is empty"), "{}", said.err);
    assert!(!desk.path("new").exists());

    let said = desk.run(["keygen", "--out", "new", "--passphrase-file", "words"]);
    bundle_for(&desk, said.out.trim());
    let open = |words: &str| desk.run(["open", "bundle.tar", "-i", "new", "-o", "out", "--passphrase-file", words]);
    let said = open("wrong");
    assert!(said.code == 1 && said.err.contains("the passphrase is wrong"), "{}", said.err);
    let said = open("nowhere");
    assert!(said.code == 1 && said.err.contains("passphrase file could not be read"), "{}", said.err);
    assert!(!desk.path("out").exists());
}
