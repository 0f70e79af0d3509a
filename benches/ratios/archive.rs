//! `amanat rotate` on rows with small and with large payloads.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use age::secrecy::ExposeSecret as _;
use amanat::testimony::keys::manifest::Manifest;

use crate::{
    house::{AMANAT, House, form::Form},
    rotate::{DESK, timed},
    shell::said,
    table::{Line, Measured, Table},
};

/// Every step on rows with payloads of 16 KiB and of 5 MB: the second must not take longer.
pub(crate) fn measure(rows: u32, table: &mut Table) {
    let [small, large] = [1, 10].map(|chunks| Archive::of(rows, chunks));
    for step in ["export", "import", "finish"] {
        let [most, ours] = [&small, &large].map(|archive| archive.step(step, rows));
        let what = format!("rotate {step}, {rows} testimonies of 5 MB");
        table.add(Line { what, against: "the same with 2 KB", unit: "a second", ours, most, wanted: 0.8 });
    }
}

/// A house with many rows of the same testimony, and a manifest that they are to be rotated to.
struct Archive {
    house: House,
    folder: PathBuf,
}

impl Archive {
    fn of(rows: u32, chunks: u32) -> Self {
        let house = House::open();
        let letter = Form::text(&"ئ".repeat(1000));
        assert!(house.visitor().sends(&letter).unwrap().is_thanks());
        let bytes = if chunks == 1 { "bytes" } else { "decode(repeat('5a', 524288), 'hex')" };
        house
            .sql(
                "amanat_owner",
                &format!(
                    "WITH kept AS (
                         INSERT INTO testimony (id, week, epoch, header, chunks, payload_bytes, payload_sha256)
                         SELECT gen_random_uuid(), week, epoch, header, {chunks}, payload_bytes, payload_sha256
                         FROM testimony, generate_series(1, {rows} - 1) RETURNING id
                     )
                     INSERT INTO payload_chunk (testimony, n, bytes)
                     SELECT id, n, {bytes} FROM kept, generate_series(0, {chunks} - 1) AS n,
                     (SELECT bytes FROM payload_chunk LIMIT 1) AS one"
                ),
            )
            .unwrap();
        // The payloads themselves are on the disk before anything is measured.
        house.sql("amanat_admin", "CHECKPOINT").unwrap();
        let folder = house.folder().to_owned();
        fs::write(folder.join("old"), house.identity.to_string().expose_secret()).unwrap();
        said(Command::new(DESK).current_dir(&folder).args(["keygen", "--no-passphrase", "--out", "new"]));
        for (name, pair) in ["signer.key", "other.key"].into_iter().zip(&house.holders.signers) {
            fs::write(folder.join(name), pair.sk.to_box(None).unwrap().into_string()).unwrap();
        }
        let first = Manifest::parse(&fs::read(folder.join("epoch-1/recipients.json")).unwrap()).unwrap();
        let file = fs::read_to_string(folder.join("new")).unwrap();
        let key = file.lines().find_map(|line| line.strip_prefix("# public key: ")).unwrap().to_owned();
        house.installs(&house.holders.content(2, Some(first.sha256()), &[key]), &house.holders.signers);
        Self { house, folder }
    }

    fn desk(&self, arguments: &[&str]) {
        let given = ["--manifest", "epoch-2/recipients.json", "--trust", "epoch-1/recipients.json"];
        said(Command::new(DESK).current_dir(&self.folder).args(arguments).args(given));
    }

    fn step(&self, step: &str, rows: u32) -> Measured {
        let arguments: &[&str] = match step {
            "export" => &["--out", "H.tar"],
            "import" => {
                self.desk(&["rotate", "H.tar", "-i", "old", "--out", "H2.tar"]);
                &["H2.tar"]
            }
            _ => {
                let prove = [
                    "rotate",
                    "prove",
                    "H2.tar",
                    "-i",
                    "new",
                    "--signer",
                    "signer.key",
                    "--signer",
                    "other.key",
                    "--out",
                    "receipt.txt",
                ];
                self.desk(&prove);
                &["receipt.txt"]
            }
        };
        let mut command = Command::new(AMANAT);
        command
            .current_dir(&self.folder)
            .args(["rotate", step])
            .args(arguments)
            .arg("--config")
            .arg(self.house.config());
        let (measured, memory) = timed(command.stdout(Stdio::null()).stderr(Stdio::null()), rows);
        println!("rotate {step}: peak memory {memory} MiB");
        measured
    }
}
