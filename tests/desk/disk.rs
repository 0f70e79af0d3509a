//! What becomes of a testimony when the disk is full, or the power goes. Each disk is mounted where only its test sees it,
//! which takes root.

use std::fs;

use crate::{
    bundles,
    desk::{Desk, Said},
};

/// Runs a line of shell that may mount what it likes.
#[expect(clippy::print_stdout, reason = "a test that did not run should not look as if it had")]
pub(crate) fn on_its_own_mounts(desk: &Desk, test: &str, line: &str) -> Option<Said> {
    if desk.shell("unshare -m sh -c 'mount -t tmpfs none .'").code != 0 {
        println!("{test} did not run: it takes root to mount a disk");
        return None;
    }
    let tool = env!("CARGO_BIN_EXE_amanat-desk");
    fs::write(desk.path("line"), format!("set -u\nopen() {{ {tool} open bundle.tar -i key -o out; }}\n{line}"))
        .unwrap();
    Some(desk.shell("unshare -m sh line"))
}

#[test]
fn a_full_disk_is_told_apart_and_a_second_run_goes_on_after_room_was_made() {
    let desk = Desk::new();
    let parcels = [desk.sealed(1, "text", &[]), desk.sealed(2, "text", &[vec![1; 3_000_000]])];
    desk.write(&bundles::bundle(&parcels));
    let line = "mkdir out; mount -t tmpfs -o size=2m none out
        open; echo code $?; echo there: $(ls -A out)
        mount -o remount,size=20m out
        open; echo code $?; echo there: $(ls -A out)";
    let Some(said) = on_its_own_mounts(&desk, "the test of a full disk", line) else { return };
    let [one, two] = parcels.map(|parcel| parcel.id);
    let full = format!("the disk is full: testimony {two} did not fit; free some space and run the same command again");
    assert!(said.err.contains(&full), "{} {}", said.out, said.err);
    assert!(said.out.starts_with(&format!("code 1\nthere: {one}\n")), "{}", said.out);
    let end = format!("1 opened into out, 1 were there already.\ncode 0\nthere: {one} {two}\n");
    assert!(said.out.ends_with(&end), "{}", said.out);
}

#[test]
fn a_file_that_may_not_grow_is_not_called_a_full_disk() {
    let desk = Desk::new();
    desk.write(&bundles::bundle(&[desk.sealed(1, "text", &[vec![1; 3_000_000]])]));
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

#[test]
fn what_is_said_to_be_open_is_there_after_a_power_cut() {
    let desk = Desk::new();
    let parcels: Vec<_> = (0..20).map(|n| desk.sealed(n, "text", &[vec![7; 70_000]])).collect();
    desk.write(&bundles::bundle(&parcels));
    // The disk is a file. Its copy holds what had reached it when the tool was done, and nothing that was still in memory.
    let line = "truncate -s 64M disk && mkfs.ext4 -q disk && mkdir out after || exit 9
        mount -o loop,commit=300 disk out; open; echo code $?
        cp disk copy; mount -o loop copy after && diff -rq out after && ls after | wc -l";
    let Some(said) = on_its_own_mounts(&desk, "the test of a power cut", line) else { return };
    // With ext4's own lost+found.
    let words = said.out.split_once("code 0\n").map(|(_, rest)| rest);
    assert_eq!(words, Some("21\n"), "{} {}", said.out, said.err);
}
