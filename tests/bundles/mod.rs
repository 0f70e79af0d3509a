//! Bundles as `amanat export` writes them, and some that it never would.

use std::io::{Cursor, Write as _};

use amanat::testimony::{
    answers::{Answers, Typed},
    bundle::{
        manifest::{Entry, FORMAT, Head},
        write::ManifestStage,
    },
    calendar::Timestamp,
    digest::Sha256,
    draft::{Draft, Received, Shelf},
    envelope::Envelope,
    id::TestimonyId,
    keys::{
        manifest::{self, Content, Manifest, NamedSigner},
        trust::{Signed, Trust, Trusted},
    },
    questionnaire::Questionnaire,
    recipients::NamedKey,
    record::{Context, Stamp},
    scrub::{Nonce, scrub},
    seal::Sealed,
};
use minisign::KeyPair;
use zeroize::Zeroizing;

use crate::sound::wav;

const EPOCH: i32 = 1;
const ARRIVAL: Timestamp = Timestamp(1_795_000_000);

/// One sealed testimony, as a row of the database holds it.
#[derive(Clone)]
pub(crate) struct Parcel {
    pub(crate) id: TestimonyId,
    pub(crate) header: Vec<u8>,
    pub(crate) payload: Vec<u8>,
}

/// The `n`th id: a higher number sorts later.
pub(crate) fn id(n: u16) -> TestimonyId {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&n.to_be_bytes());
    TestimonyId::from_random(bytes)
}

/// Seals a testimony on the way that intake takes, to one key or to several with spaces between. Each file is a WAV of
/// the samples that are given.
pub(crate) fn sealed(id: TestimonyId, text: &str, sounds: &[Vec<u8>], to: &str) -> Parcel {
    let form = Questionnaire::parse(include_str!("../../config/questionnaire.toml")).unwrap();
    let typed = Typed::from([("testimony".to_owned(), vec![Zeroizing::new(text.to_owned())])]);
    let files = sounds.iter().map(|samples| {
        let bytes = wav(samples);
        Received { sha256: Sha256::of(&bytes), bytes: bytes.len() as u64, content: Box::new(Cursor::new(bytes)) }
    });
    let draft = Draft::new(Answers::check(&typed, &form, ARRIVAL.year()).ok().unwrap(), files.collect());
    let context = Context { id, questionnaire: Stamp::of(&form), language: "ug".into(), arrival_day: ARRIVAL.day() };
    let mut shelf = || Ok(Box::<Vec<u8>>::default() as Box<dyn Shelf>);
    let envelope = Envelope::pack(scrub(draft, Nonce::new([5; 32]), &mut shelf).unwrap(), context).unwrap();
    let keys = trusted(&to.split_whitespace().collect::<Vec<_>>(), EPOCH);
    let mut sealed = Sealed::seal(envelope, id, ARRIVAL, &keys, 1 << 20).unwrap();
    let mut payload = Vec::new();
    while let Some(chunk) = sealed.payload.pull().unwrap() {
        payload.extend_from_slice(chunk.as_bytes());
    }
    Parcel { id, header: sealed.header.as_bytes().to_vec(), payload }
}

/// A manifest for `recipients`, trusted because it is said so here.
pub(crate) fn trusted(recipients: &[&str], epoch: i32) -> Trusted {
    let named = |(n, key): (usize, &&str)| NamedKey { label: format!("researcher {n}"), key: (*key).to_owned() };
    let signer = KeyPair::generate_unencrypted_keypair().unwrap().pk.to_base64();
    let content = Content {
        format: manifest::FORMAT.to_owned(),
        epoch,
        path: manifest::Path::Scheduled,
        previous: None,
        not_before: ARRIVAL.day(),
        not_after: ARRIVAL.day(),
        recipients: recipients.iter().enumerate().map(named).collect(),
        needed: 1,
        signers: vec![NamedSigner { label: "one".to_owned(), key: signer.parse().unwrap() }],
    };
    let manifest = Manifest::write(&content).unwrap();
    let trust = Trust::anchored(&manifest);
    trust.next(None, Signed { manifest, signatures: Vec::new() }).ok().unwrap()
}

/// Seals any bytes under any id, as only an attacker would.
pub(crate) fn forged(id: TestimonyId, plain: &[u8], to: &str) -> Parcel {
    let recipient: age::x25519::Recipient = to.parse().unwrap();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    split(id, file)
}

/// A whole age file as a row of the database holds it.
pub(crate) fn split(id: TestimonyId, mut file: Vec<u8>) -> Parcel {
    let payload = file.split_off(end_of_header(&file));
    Parcel { id, header: file, payload }
}

/// The bundle of `parcels`, which must rise by id; its checksums are right whatever the parcels hold.
pub(crate) fn bundle(parcels: &[Parcel]) -> Vec<u8> {
    let head = Head { format: FORMAT.to_owned(), previous: None, count: parcels.len() as u64 };
    let mut stage = ManifestStage::begin(Vec::new(), Cursor::new(Vec::new()), &head).unwrap();
    for parcel in parcels {
        stage.entry(&entry(parcel)).unwrap();
    }
    let mut files = stage.earlier(0).unwrap().files().unwrap();
    for parcel in parcels {
        files.begin(entry(parcel), &parcel.header).unwrap();
        files.payload(&parcel.payload).unwrap();
        files.end().unwrap();
    }
    files.finish().unwrap()
}

fn entry(parcel: &Parcel) -> Entry {
    Entry {
        id: parcel.id,
        week: ARRIVAL.week(),
        epoch: EPOCH,
        header_bytes: u32::try_from(parcel.header.len()).unwrap(),
        payload_bytes: parcel.payload.len() as u64,
        header_sha256: Sha256::of(&parcel.header),
        payload_sha256: Sha256::of(&parcel.payload),
    }
}

fn end_of_header(file: &[u8]) -> usize {
    let mac = file.windows(5).position(|window| window == b"\n--- ").unwrap() + 1;
    mac + file[mac..].iter().position(|byte| *byte == b'\n').unwrap() + 1
}
