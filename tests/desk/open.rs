use std::{fs, os::unix::fs::PermissionsExt as _};

use crate::{bundles, desk::Desk};

#[test]
fn all_testimonies_are_opened_and_give_the_same_bytes_as_stock_tools() {
    let desk = Desk::new();
    let long = vec![42; 200_000];
    let parcels = [
        desk.sealed(1, "ئامانەت", &[]),
        desk.sealed(2, "two files", &[long, vec![1]]),
        desk.sealed(3, &"a".repeat(40_000), &[vec![9; 65_536], vec![8; 1]]),
    ];
    desk.write(&bundles::bundle(&parcels));
    let said = desk.open();
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.starts_with("3 opened into out."), "{}", said.out);

    let stock = desk.shell(
        "mkdir raw stock; tar xf bundle.tar -C raw; (cd raw; sha256sum -c --quiet SHA256SUMS)
         for file in raw/*.age; do id=$(basename $file .age); mkdir stock/$id; age -d -i key $file | tar x -C stock/$id; done
         diff -r -x index.html -x .sealed stock out",
    );
    assert_eq!((stock.code, stock.out.as_str()), (0, ""), "{}", stock.err);
}

#[test]
fn what_is_opened_is_for_its_owner_alone() {
    let desk = Desk::new();
    let parcel = desk.sealed(1, "text", &[vec![1; 10]]);
    desk.write(&bundles::bundle(std::slice::from_ref(&parcel)));
    assert_eq!(desk.open().code, 0);
    let mode = |name: &str| fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
    let folder = format!("out/{}", parcel.id);
    for name in ["out", &folder, &format!("{folder}/attachments")] {
        assert_eq!(mode(name), 0o700, "{name}");
    }
    for name in ["testimony.json", "index.html", ".sealed", "attachments/01.wav"] {
        assert_eq!(mode(&format!("{folder}/{name}")), 0o600, "{name}");
    }
}

#[test]
fn a_testimony_for_another_key_is_named_and_the_others_are_opened() {
    let desk = Desk::new();
    let mut parcels = desk.some(3);
    let other = age::x25519::Identity::generate().to_public().to_string();
    parcels[1] = bundles::sealed(bundles::id(1), "not for you", &[], &other);
    desk.all_but_one(&parcels, &bundles::bundle(&parcels), &parcels[1], "another key");
}

#[test]
fn a_bundle_for_another_key_says_so() {
    let desk = Desk::new();
    desk.write(&bundles::bundle(&Desk::new().some(2)));
    let said = desk.open();
    assert_eq!(said.code, 3);
    assert!(said.out.contains("None of the identities given opens any testimony"), "{}", said.out);
    assert!(desk.listed().is_empty());
}

#[test]
fn json_has_a_line_for_each_testimony_and_a_summary() {
    let desk = Desk::new();
    desk.write(&bundles::bundle(&desk.some(2)));
    let said = desk.run(["open", "bundle.tar", "-i", "key", "-o", "out", "--json"]);
    let lines: Vec<serde_json::Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[..2].iter().all(|line| line["outcome"] == "opened" && line["id"].is_string()));
    assert_eq!(lines[2]["summary"]["opened"], 2);
}

#[test]
fn a_missing_bundle_or_identity_is_an_error_that_says_what_to_do() {
    let desk = Desk::new();
    let said = desk.open();
    assert!(said.code == 1 && said.err.contains("check its path"), "{}", said.err);
    desk.write(&bundles::bundle(&[]));
    let said = desk.run(["open", "bundle.tar", "-i", "nothing", "-o", "out"]);
    assert!(said.code == 1 && said.err.contains("--identity"), "{}", said.err);
    fs::write(desk.path("key"), "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p").unwrap();
    let said = desk.open();
    assert!(said.code == 1 && said.err.contains("line 1"), "{}", said.err);
}
