use std::fs;

use crate::{bundles, desk::Desk};

#[test]
fn a_second_run_goes_on_where_a_killed_one_stopped() {
    let desk = Desk::new();
    let parcels = desk.some(4);
    desk.write(&bundles::bundle(&parcels));
    let folder = |name: &str| desk.path("out").join(name);
    // As after a SIGKILL: one is done, one is half done.
    let (done, half) = (parcels[0].id.to_string(), format!(".partial-{}", parcels[1].id));
    fs::create_dir_all(folder(&done)).unwrap();
    fs::write(folder(&done).join("testimony.json"), "kept").unwrap();
    fs::create_dir_all(folder(&half).join("attachments")).unwrap();
    fs::write(folder(&half).join("testimony.json"), "ha").unwrap();

    let said = desk.open();
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("3 opened into out, 1 were there already"), "{}", said.out);
    assert_eq!(fs::read_to_string(folder(&done).join("testimony.json")).unwrap(), "kept");
    assert!(parcels[1..].iter().all(|parcel| desk.is_open(parcel)));
    assert!(desk.listed().iter().all(|name| !name.starts_with('.')), "{:?}", desk.listed());
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

#[test]
fn a_full_disk_is_told_apart_and_leaves_nothing_half_done() {
    let desk = Desk::new();
    desk.write(&bundles::bundle(&[desk.sealed(1, "text", &[vec![1; 3_000_000]])]));
    // Linux has no full disk at hand without privileges; a limit on a file's size fails in the same place.
    let tool = env!("CARGO_BIN_EXE_amanat-desk");
    let said = desk.shell(&format!("trap '' XFSZ; ulimit -f 2048; {tool} open bundle.tar -i key -o out"));
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.contains("could not be written") && said.err.contains("run the same command again"),
        "{}",
        said.err
    );
    assert!(desk.listed().is_empty(), "{:?}", desk.listed());
}
