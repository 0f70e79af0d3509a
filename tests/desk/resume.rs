use std::fs;

use amanat::testimony::id::TestimonyId;

use crate::{
    bundles::{self, Parcel},
    desk::Desk,
};

/// Tells whether the one testimony is refused for `why` and its folder stays as it is.
fn refused(desk: &Desk, id: TestimonyId, why: &str, code: &str) {
    let text = || fs::read(desk.path("out").join(id.to_string()).join("testimony.json")).unwrap();
    let before = text();
    let said = desk.run(["open", "bundle.tar", "-i", "key", "-o", "out", "--json"]);
    assert_eq!(said.code, 3, "{}", said.out);
    let line: serde_json::Value = serde_json::from_str(said.out.lines().next().unwrap()).unwrap();
    assert_eq!((&line["id"], &line["reason"]), (&id.to_string().into(), &code.into()), "{}", said.out);
    assert!(line["message"].as_str().unwrap().contains(why), "{}", said.out);
    assert!(said.out.contains("\"already_open\":0"), "{}", said.out);
    assert_eq!(text(), before);
}

#[test]
fn a_second_run_goes_on_where_a_killed_one_stopped() {
    let desk = Desk::new();
    let parcels = desk.some(4);
    let folder = |name: &str| desk.path("out").join(name);
    // As after a SIGKILL: one is done, one is half done.
    desk.write(&bundles::bundle(&parcels[..1]));
    assert_eq!(desk.open().code, 0);
    let (done, half) = (parcels[0].id.to_string(), format!(".partial-{}", parcels[1].id));
    fs::write(folder(&done).join("index.html"), "kept").unwrap();
    fs::create_dir_all(folder(&half).join("attachments")).unwrap();
    fs::write(folder(&half).join("testimony.json"), "ha").unwrap();

    desk.write(&bundles::bundle(&parcels));
    let said = desk.open();
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("3 opened into out, 1 were there already"), "{}", said.out);
    assert_eq!(desk.page(&parcels[0]), "kept");
    assert!(parcels[1..].iter().all(|parcel| desk.is_open(parcel)));
    assert!(desk.listed().iter().all(|name| !name.starts_with('.')), "{:?}", desk.listed());
}

#[test]
fn another_payload_under_an_opened_id_is_refused_even_if_it_is_sound() {
    let desk = Desk::new();
    let (first, second) = (desk.sealed(1, "what was said", &[]), desk.sealed(1, "what was never said", &[]));
    desk.write(&bundles::bundle(&[first]));
    assert_eq!(desk.open().code, 0);
    desk.write(&bundles::bundle(std::slice::from_ref(&second)));
    refused(&desk, second.id, "another payload under this id", "differs");
}

#[test]
fn a_payload_that_was_damaged_since_it_was_opened_is_not_called_opened() {
    let desk = Desk::new();
    let parcel = desk.sealed(1, "text", &[]);
    let mut bundle = bundles::bundle(std::slice::from_ref(&parcel));
    desk.write(&bundle);
    assert_eq!(desk.open().code, 0);
    let at = bundle.windows(64).position(|window| window == &parcel.payload[..64]).unwrap();
    bundle[at + 300] ^= 1;
    desk.write(&bundle);
    refused(&desk, parcel.id, "changed or damaged", "tampered");
}

#[test]
fn a_payload_whose_header_is_another_is_known_again() {
    let desk = Desk::new();
    let parcel = desk.sealed(1, "text", &[]);
    desk.write(&bundles::bundle(std::slice::from_ref(&parcel)));
    assert_eq!(desk.open().code, 0);
    // As after a rotation of keys: the payload stays.
    let header = Desk::new().sealed(1, "text", &[]).header;
    desk.write(&bundles::bundle(&[Parcel { header, ..parcel }]));
    let said = desk.open();
    assert!(said.code == 0 && said.out.contains("1 were there already"), "{} {}", said.out, said.err);
}

#[test]
fn a_folder_without_its_own_mark_is_neither_trusted_nor_touched() {
    let desk = Desk::new();
    let parcels = desk.some(2);
    desk.write(&bundles::bundle(&parcels));
    assert_eq!(desk.open().code, 0);
    let mark = |n: usize| desk.path("out").join(parcels[n].id.to_string()).join(".sealed");
    let (own, other) = (fs::read(mark(0)).unwrap(), fs::read(mark(1)).unwrap());
    desk.write(&bundles::bundle(&parcels[..1]));
    // As file systems leave a file after a power cut: empty, in part or all zeros. And the mark of another.
    for bad in [vec![], own[..own.len() - 1].to_vec(), vec![0; own.len()], other] {
        fs::write(mark(0), bad).unwrap();
        refused(&desk, parcels[0].id, "move the folder away", "unmarked");
    }
    fs::remove_file(mark(0)).unwrap();
    refused(&desk, parcels[0].id, "move the folder away", "unmarked");

    desk.shell("mv out/* .");
    let said = desk.open();
    assert!(said.code == 0 && desk.is_open(&parcels[0]), "{}", said.err);
    assert_eq!(fs::read(mark(0)).unwrap(), own);
}

#[test]
fn what_an_earlier_run_refused_is_tried_again() {
    let desk = Desk::new();
    let parcels = desk.some(2);
    let bundle = bundles::bundle(&parcels);
    let mut damaged = bundle.clone();
    *damaged.iter_mut().rev().nth(4096).unwrap() ^= 1;
    desk.all_but_one(&parcels, &damaged, &parcels[1], "changed or damaged");
    desk.write(&bundle);
    assert_eq!(desk.open().code, 0);
    assert!(parcels.iter().all(|parcel| desk.is_open(parcel)));
}
