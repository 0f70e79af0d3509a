//! `amanat-desk rotate` and `rotate prove` against the key exchange alone, and against stock age.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use age_core::format::FileKey;
use amanat::{
    desk::{identity::Identities, passphrase::Source},
    testimony::{
        header::{self, Header},
        id::TestimonyId,
        keys::manifest::Manifest,
        recipients::{Recipients, hybrid::HybridRecipient},
        rotation::{
            head::{Head, Kind, Target},
            write::Writer,
        },
    },
};

use crate::{
    archive,
    machine::{Gauge, cores},
    shell::{peak, said},
    table::{Line, Measured, Table},
};

pub(crate) const DESK: &str = env!("CARGO_BIN_EXE_amanat-desk");
/// Headers that differ; the archive has each of them under many ids.
const DIFFERENT: u32 = 64;
/// Two keys for each of two manifests, the second of which follows the first, and a signer.
const PREPARE: &str = "exec 2>/dev/null >/dev/null
    for name in old1 old2 new1 new2; do $DESK keygen --no-passphrase $FLAG --out $name >$name.txt; done
    $DESK signer new --no-passphrase --out signer.key
    $DESK manifest propose --recipient a=old1.txt --recipient b=old2.txt --signer s=signer.key.pub --out 1.json
    $DESK manifest propose --previous 1.json --remove-recipient a --remove-recipient b \\
        --recipient c=new1.txt --recipient d=new2.txt --out 2.json
    $DESK manifest sign 1.json --key signer.key
    $DESK manifest sign 2.json --key signer.key";
const GIVEN: [&str; 4] = ["--manifest", "2.json", "--trust", "1.json"];

/// How much is measured.
pub(crate) struct Size {
    headers: u32,
    /// Rows with payloads, of each kind.
    rows: u32,
}

impl Size {
    pub(crate) const FULL: Self = Self { headers: 100_000, rows: 500 };
    /// To see that all of it works.
    pub(crate) const SMALL: Self = Self { headers: 2_000, rows: 20 };
}

pub(crate) fn measure(size: &Size, table: &mut Table) {
    let mut fastest = None;
    for (kind, flag) in [("X25519", "--x25519"), ("hybrid", "")] {
        let folder = tempfile::tempdir().unwrap();
        said(Command::new("sh").current_dir(&folder).args(["-ec", PREPARE]).env("DESK", DESK).env("FLAG", flag));
        let rotated = headers(folder.path(), kind, size.headers, table);
        fastest = fastest.or(Some(rotated));
    }
    stock(fastest.unwrap(), table);
    archive::measure(size.rows, table);
}

/// Headers a second, each with two recipients before and after; gives the rate of rotating.
fn headers(folder: &Path, kind: &str, count: u32, table: &mut Table) -> Measured {
    let key = |name: &str| fs::read_to_string(folder.join(name)).unwrap().trim().to_owned();
    let keys = ["old1.txt", "old2.txt"].map(key);
    let recipients = Recipients::parse(keys.iter().map(String::as_str)).unwrap();
    let file_key = |n: u32| FileKey::new(Box::new(u128::from(n).to_be_bytes()));
    let different: Vec<_> = (0..DIFFERENT).map(|n| header::write(&file_key(n), &recipients).unwrap()).collect();
    write_headers(folder, &different, count);

    let mut rotate = desk(folder, &["rotate", "H.tar", "-i", "old2", "--out", "H2.tar"]);
    let (rotated, memory) = timed(&mut rotate, count);
    let sealed = key_exchange(folder, &different, "old2", &["new1.txt", "new2.txt"]);
    println!(
        "rotate, {kind}: peak memory {memory} MiB, {:.0} % in the key exchange",
        100.0 * rotated.rate / sealed.rate
    );
    let prove = ["rotate", "prove", "H2.tar", "-i", "new2", "--signer", "signer.key", "--out", "receipt.txt"];
    let (proven, memory) = timed(&mut desk(folder, &prove), count);
    let opened = key_exchange(folder, &different, "old2", &[]);
    println!("prove, {kind}: peak memory {memory} MiB, {:.0} % in the key exchange", 100.0 * proven.rate / opened.rate);
    let mut add = |what: String, against, ours, most| {
        table.add(Line { what, against, unit: "a second", ours, most, wanted: 0.7 });
    };
    let rate = Measured { rate: rotated.rate, split: rotated.split };
    add(format!("rotate {count} headers, {kind}"), "one unwrap and two wraps alone, on all cores", rotated, sealed);
    add(format!("prove {count} headers, {kind}"), "one unwrap alone, on all cores", proven, opened);
    rate
}

/// `H.tar`, as `amanat rotate export` writes it.
fn write_headers(folder: &Path, different: &[Vec<u8>], count: u32) {
    let target = Target::of(&Manifest::parse(&fs::read(folder.join("2.json")).unwrap()).unwrap());
    let head = Head { kind: Kind::Headers, target, count: Some(u64::from(count)) };
    let out = std::io::BufWriter::with_capacity(1 << 20, fs::File::create(folder.join("H.tar")).unwrap());
    let mut writer = Writer::begin(out, &head).unwrap();
    for (n, header) in (0..count).zip(different.iter().cycle()) {
        writer.entry(TestimonyId::from_random((u128::from(n) << 96).to_be_bytes()), &[header]).unwrap();
    }
    writer.finish().unwrap();
}

fn desk(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(DESK);
    command.current_dir(folder).args(arguments).args(GIVEN).stdout(Stdio::null());
    command
}

/// What a second of it does, and its highest memory in MiB.
pub(crate) fn timed(command: &mut Command, count: u32) -> (Measured, u64) {
    said(&mut Command::new("sync"));
    let gauge = Gauge::start(None);
    let memory = peak(command);
    let (seconds, split) = gauge.stop();
    (Measured { rate: f64::from(count) / seconds, split }, memory)
}

/// The public-key work of one header, without files, tar, MACs and hashes, on all cores for two seconds.
fn key_exchange(folder: &Path, different: &[Vec<u8>], identity: &str, recipients: &[&str]) -> Measured {
    let mut identities = Identities::default();
    identities.load(&folder.join(identity), Source::Terminal).unwrap();
    let recipients: Vec<_> = recipients.iter().map(|name| recipient(&folder.join(name))).collect();
    let parsed: Vec<_> = different.iter().map(|bytes| Header::parse(bytes).unwrap()).collect();
    let done = AtomicUsize::new(0);
    let gauge = Gauge::start(None);
    let begun = Instant::now();
    thread::scope(|scope| {
        for _ in 0..cores() {
            scope.spawn(|| {
                for header in parsed.iter().cycle() {
                    let identity = identities.as_age().next().unwrap();
                    // The second of two, where rotation finds it too after the first header.
                    let key = identity.unwrap_stanza(&header.stanzas()[1]).unwrap().unwrap();
                    for recipient in &recipients {
                        recipient.wrap_file_key(&key).unwrap();
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                    if begun.elapsed().as_secs() >= 2 {
                        break;
                    }
                }
            });
        }
    });
    let (seconds, split) = gauge.stop();
    Measured { rate: f64::from(u32::try_from(done.into_inner()).unwrap()) / seconds, split }
}

fn recipient(file: &Path) -> Box<dyn age::Recipient + Send + Sync> {
    let text = fs::read_to_string(file).unwrap();
    match text.trim().parse::<HybridRecipient>() {
        Ok(hybrid) => Box::new(hybrid),
        Err(_) => Box::new(text.trim().parse::<age::x25519::Recipient>().unwrap()),
    }
}

/// Against what is done without rotation: 5 MB are decrypted and encrypted again by stock age.
fn stock(ours: Measured, table: &mut Table) {
    const FILES: u32 = 20;
    let folder = tempfile::tempdir().unwrap();
    let line = "head -c 5000000 /dev/urandom >plain; age-keygen -o old 2>/dev/null; age-keygen -o new 2>/dev/null
        age -r $(age-keygen -y old) -o sealed plain";
    said(Command::new("sh").current_dir(&folder).args(["-ec", line]));
    let again = format!(
        "new=$(age-keygen -y new); for n in $(seq {FILES}); do age -d -i old sealed | age -r $new -r $new -o again$n; done"
    );
    let (most, _) = timed(Command::new("sh").current_dir(&folder).args(["-ec", &again]), FILES);
    let against = "decrypt and encrypt with stock age";
    table.add(Line {
        what: "rotate testimonies of 5 MB, X25519".to_owned(),
        against,
        unit: "a second",
        ours,
        most,
        wanted: 50.0,
    });
}
