//! `amanat-desk open` against a shell loop of stock tools.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use age::secrecy::ExposeSecret as _;

use crate::{
    ROUNDS,
    bundles::{bundle, id, sealed},
    files,
    house::House,
    machine::Gauge,
    shell::{peak, said},
    table::{Line, Measured, Table},
};

const STOCK: &str = "set -eu
    tar xf bundle.tar -C raw
    for file in raw/*.age; do
        id=$(basename $file .age)
        mkdir stock/$id
        age -d -i key $file | tar x -C stock/$id
    done";

/// Bundles of many small testimonies and of some large ones.
pub(crate) fn measure(table: &mut Table) {
    for (what, count, text, megabytes) in [
        ("open, 300 texts of 2 KB", 300, "ئ".repeat(1000), 0),
        ("open, 20 files of 5 MB", 20, "a file".to_owned(), files::MEGABYTES),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let identity = age::x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        let attached = if megabytes == 0 { vec![] } else { vec![files::bytes(megabytes)] };
        let parcels: Vec<_> = (0..count).map(|n| sealed(id(n), &text, &attached, &recipient)).collect();
        fs::write(folder.path().join("bundle.tar"), bundle(&parcels)).unwrap();
        fs::write(folder.path().join("key"), identity.to_string().expose_secret()).unwrap();
        compare(folder.path(), what, f64::from(count), ROUNDS, table);
    }
}

/// The export of a whole house, for two recipients.
pub(crate) fn measure_export(house: &House, table: &mut Table) {
    let folder = tempfile::tempdir_in(house.folder()).unwrap();
    let out = folder.path().join("bundle.tar");
    assert!(house.amanat(&["export", "--out", out.to_str().unwrap()]).status.success());
    fs::write(folder.path().join("key"), house.identity.to_string().expose_secret()).unwrap();
    let count = f64::from(u32::try_from(house.count()).unwrap());
    compare(folder.path(), "open, the whole export of 5 MB files", count, 1, table);
}

fn compare(folder: &Path, what: &str, count: f64, rounds: usize, table: &mut Table) {
    let mut best: (Option<Measured>, Option<Measured>) = (None, None);
    let mut memory = 0;
    for _ in 0..rounds {
        said(Command::new("sh").current_dir(folder).args(["-c", "rm -rf out raw stock; mkdir raw stock; sync"]));
        let gauge = Gauge::start(None);
        said(Command::new("sh").current_dir(folder).args(["-c", STOCK]));
        let (seconds, split) = gauge.stop();
        best.1 = Some(Measured { rate: count / seconds, split }.or(best.1));

        said(Command::new("sync").current_dir(folder));
        let mut open = Command::new(env!("CARGO_BIN_EXE_amanat-desk"));
        open.args(["open", "bundle.tar", "--identity", "key", "--out", "out"])
            .current_dir(folder)
            .stdout(Stdio::null());
        let gauge = Gauge::start(None);
        memory = memory.max(peak(&mut open));
        let (seconds, split) = gauge.stop();
        best.0 = Some(Measured { rate: count / seconds, split }.or(best.0));
    }
    let size = fs::metadata(folder.join("bundle.tar")).unwrap().len() / 1_000_000;
    println!("{what}: a bundle of {size} MB, peak memory {memory} MiB");
    let (ours, most) = (best.0.unwrap(), best.1.unwrap());
    table.add(Line {
        what: what.to_owned(),
        against: "a shell loop of age and tar",
        unit: "a second",
        ours,
        most,
        wanted: 1.5,
    });
}
