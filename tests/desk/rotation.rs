//! What a rotation needs: keys, signers, two manifests, and archives of headers.

use std::{fs, io::Cursor};

use amanat::testimony::{
    digest::Sha256,
    id::TestimonyId,
    keys::manifest::Manifest,
    rotation::{
        entries::{Entries, Step},
        head::{Head, Kind, Target},
        proof::{self, Proof},
        write::Writer,
    },
};

use crate::{
    bundles::{self, Parcel},
    desk::{Desk, Said},
};

/// A desk with `old.key` and `new.key`, and the manifests `1.json` and `2.json` for the one and the other.
pub(crate) struct Rotation {
    pub(crate) desk: Desk,
    pub(crate) parcels: Vec<Parcel>,
}

/// Arguments that `rotate` and `prove` have in common.
const GIVEN: [&str; 4] = ["--manifest", "2.json", "--trust", "1.json"];

impl Rotation {
    /// Keys of the kinds that `keygen` makes with these flags, and `count` testimonies for the old one.
    pub(crate) fn new(from: &str, to: &str, count: u16) -> Self {
        let desk = Desk::new();
        let tool = env!("CARGO_BIN_EXE_amanat-desk");
        let said = desk.shell(&format!(
            "exec 2>/dev/null
            {tool} keygen --no-passphrase {from} --out old.key >old.txt
            {tool} keygen --no-passphrase {to} --out new.key >new.txt
            {tool} signer new --no-passphrase --out signer.key
            {tool} manifest propose --recipient old=old.txt --signer s=signer.key.pub --out 1.json
            {tool} manifest propose --previous 1.json --remove-recipient old --recipient new=new.txt --out 2.json
            {tool} manifest sign 1.json --key signer.key
            {tool} manifest sign 2.json --key signer.key"
        ));
        assert_eq!(said.code, 0, "{}", said.out);
        let old = fs::read_to_string(desk.path("old.txt")).unwrap();
        let parcels: Vec<_> =
            (0..count).map(|n| bundles::sealed(bundles::id(n), &format!("text {n}"), &[], &old)).collect();
        let rotation = Self { desk, parcels };
        rotation.write("H.tar", &rotation.headers());
        rotation
    }

    /// What the manifest `2.json` makes of an archive's first line.
    pub(crate) fn target(&self) -> Target {
        Target::of(&Manifest::parse(&fs::read(self.desk.path("2.json")).unwrap()).unwrap())
    }

    /// As `amanat rotate export` writes it.
    pub(crate) fn headers(&self) -> Vec<u8> {
        let entries = self.parcels.iter().map(|parcel| (parcel.id, parcel.header.clone()));
        archive(Kind::Headers, self.target(), &entries.collect::<Vec<_>>())
    }

    /// As `amanat-desk rotate` writes it.
    pub(crate) fn rotated(&self, entries: &[(TestimonyId, Vec<u8>)]) -> Vec<u8> {
        archive(Kind::Rotated, self.target(), entries)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.desk.path(name), bytes).unwrap();
    }

    pub(crate) fn rotate(&self, more: &[&str]) -> Said {
        let args = ["rotate", "H.tar", "--identity", "old.key", "--out", "H2.tar"];
        self.desk.run(args.into_iter().chain(GIVEN).chain(more.iter().copied()))
    }

    pub(crate) fn prove(&self, more: &[&str]) -> Said {
        let args =
            ["rotate", "prove", "H2.tar", "--identity", "new.key", "--signer", "signer.key", "--out", "receipt.txt"];
        self.desk.run(args.into_iter().chain(GIVEN).chain(more.iter().copied()))
    }

    /// What stands in `H2.tar`, line and header.
    pub(crate) fn entries(&self) -> Vec<(TestimonyId, Vec<u8>)> {
        let bytes = fs::read(self.desk.path("H2.tar")).unwrap();
        let entries = Entries::begin(Cursor::new(bytes), Kind::Rotated).unwrap();
        let entry = |step: std::io::Result<Step>| match step.unwrap() {
            Step::Entry(entry) => (entry.id, entry.bytes),
            Step::Finding(finding) => panic!("{finding}"),
        };
        entries.map(entry).collect()
    }

    /// The parcels with the headers of `H2.tar`.
    pub(crate) fn rotated_parcels(&self) -> Vec<Parcel> {
        let entries = self.entries();
        assert_eq!(entries.len(), self.parcels.len());
        let of = |parcel: &Parcel, (id, bytes): (TestimonyId, Vec<u8>)| {
            assert_eq!(id, parcel.id);
            assert_eq!(Proof::split(&bytes).unwrap().0.replaces, Sha256::of(&parcel.header));
            Parcel { header: bytes[proof::LINE..].to_vec(), ..parcel.clone() }
        };
        self.parcels.iter().zip(entries).map(|(parcel, entry)| of(parcel, entry)).collect()
    }

    /// Opens a bundle of `parcels` with `key`; nothing of it was opened before.
    pub(crate) fn open(&self, parcels: &[Parcel], key: &str) -> Said {
        let _ = fs::remove_dir_all(self.desk.path("out"));
        self.open_again(parcels, key)
    }

    /// The same, into what an earlier run left.
    pub(crate) fn open_again(&self, parcels: &[Parcel], key: &str) -> Said {
        self.desk.write(&bundles::bundle(parcels));
        self.desk.run(["open", "bundle.tar", "--identity", key, "--out", "out"])
    }
}

fn archive(kind: Kind, target: Target, entries: &[(TestimonyId, Vec<u8>)]) -> Vec<u8> {
    let count = (kind == Kind::Headers).then_some(entries.len() as u64);
    let mut writer = Writer::begin(Vec::new(), &Head { kind, target, count }).unwrap();
    for (id, bytes) in entries {
        writer.entry(*id, &[bytes]).unwrap();
    }
    writer.finish().unwrap().0
}
