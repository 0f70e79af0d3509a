use std::io::{Cursor, Read};

use proptest::prelude::*;

use super::*;
use crate::testimony::{
    answers::{Answers, Typed},
    calendar::Timestamp,
    draft::Received,
    keys::{
        manifest::{self, Content, Manifest, NamedSigner},
        trust::{Signed, Trust},
    },
    padme,
    questionnaire::Questionnaire,
    recipients::NamedKey,
    record::{Attachment, Context, Stamp},
    scrub::{Nonce, Scrubbed},
};

/// A testimony with files that are what they say they are. Sealing does not look into them.
fn scrubbed(text: &str, files: Vec<Received>) -> (Scrubbed, Context) {
    let form = Questionnaire::parse(include_str!("../../../config/questionnaire.toml")).unwrap();
    let typed = Typed::from([("testimony".to_owned(), vec![Zeroizing::new(text.to_owned())])]);
    let nonce = Nonce::new([5; 32]);
    let described = (1..).zip(files).map(|(place, file): (usize, Received)| {
        let described = Attachment {
            name: format!("attachments/{place:02}.bin"),
            media_type: "application/octet-stream".into(),
            bytes: file.bytes,
            hmac_received: nonce.evidence(&file.sha256),
            sha256_kept: file.sha256,
            removed: Vec::new(),
            scrubbed: true,
        };
        (described, file)
    });
    let answers = Answers::check(&typed, &form, 2026).ok().unwrap();
    let scrubbed = Scrubbed { answers, nonce, attachments: described.collect() };
    let id = TestimonyId::from_random([3; 16]);
    let context =
        Context { id, questionnaire: Stamp::of(&form), language: "en".into(), arrival_day: Timestamp(0).day() };
    (scrubbed, context)
}

fn envelope(text: &str, files: &[Vec<u8>]) -> (Envelope, TestimonyId) {
    let received = files.iter().map(|bytes| Received {
        content: Box::new(Cursor::new(bytes.clone())),
        bytes: bytes.len() as u64,
        sha256: Sha256::of(bytes),
    });
    let (scrubbed, context) = scrubbed(text, received.collect());
    let id = context.id;
    (Envelope::pack(scrubbed, context).unwrap(), id)
}

/// A manifest for one key that holds in the year 1970.
fn trusted(recipient: &str) -> Trusted {
    let signer = minisign::KeyPair::generate_unencrypted_keypair().unwrap().pk.to_base64().parse().unwrap();
    let manifest = Manifest::write(&Content {
        format: manifest::FORMAT.into(),
        epoch: 1,
        path: manifest::Path::Scheduled,
        previous: None,
        not_before: Timestamp(0).day(),
        not_after: Timestamp(0).day(),
        recipients: vec![NamedKey { label: "R".into(), key: recipient.into() }],
        needed: 1,
        signers: vec![NamedSigner { label: "S".into(), key: signer }],
    })
    .unwrap();
    Trust::anchored(&manifest).next(None, Signed { manifest, signatures: Vec::new() }).ok().unwrap()
}

#[test]
fn nothing_is_sealed_to_a_manifest_that_is_over() {
    let (packed, id) = envelope("x", &[]);
    let key = age::x25519::Identity::generate().to_public().to_string();
    let late = Timestamp(3 * 24 * 3600);
    assert!(matches!(
        Sealed::seal(packed, id, late, &trusted(&key), 1 << 20),
        Err(SealError::Keys(TrustError::Over(_)))
    ));
}

fn seal(envelope: Envelope, id: TestimonyId, to: &age::x25519::Identity, chunk: usize) -> Vec<Vec<u8>> {
    let key = to.to_public().to_string();
    let mut sealed = Sealed::seal(envelope, id, Timestamp(0), &trusted(&key), chunk).unwrap();
    let announced = sealed.payload.length();
    let mut parts = vec![sealed.header.as_bytes().to_vec()];
    while let Some(chunk) = sealed.payload.pull().unwrap() {
        parts.push(chunk.as_bytes().to_vec());
    }
    let payload: Vec<u8> = parts[1..].concat();
    assert_eq!(sealed.payload.summary(), (Sha256::of(&payload), announced));
    parts
}

fn open(file: &[u8], identity: &age::x25519::Identity) -> Vec<u8> {
    let mut plain = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "the test plays the desk")]
    let decryptor = age::Decryptor::new(file).unwrap();
    let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)).unwrap();
    reader.read_to_end(&mut plain).unwrap();
    plain
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn header_and_payload_joined_are_an_age_file_of_the_padded_tar(
        text in "\\PC{1,300}[a-z]",
        files in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..200_000), 0..4),
        chunk in 1_usize..300_000,
    ) {
        let identity = age::x25519::Identity::generate();
        let (packed, id) = envelope(&text, &files);
        let length = packed.length();
        prop_assert_eq!(length, padme::padded(length));
        let parts = seal(packed, id, &identity, chunk);
        prop_assert!(parts[0].ends_with(b"\n"));
        prop_assert!(parts[1..parts.len() - 1].iter().all(|part| part.len() == chunk));

        let plain = open(&parts.concat(), &identity);
        prop_assert_eq!(plain.len() as u64, length);
        let mut archive = tar::Archive::new(plain.as_slice());
        let mut entries = archive.entries().unwrap();
        let mut json = String::new();
        entries.next().unwrap().unwrap().read_to_string(&mut json).unwrap();
        let record: crate::testimony::record::Record = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(record.id, id);
        for (file, described) in files.iter().zip(&record.attachments) {
            let mut entry = entries.next().unwrap().unwrap();
            prop_assert_eq!(entry.path_bytes().into_owned(), described.name.as_bytes());
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            prop_assert_eq!(&bytes, file);
            prop_assert_eq!(described.sha256_kept, Sha256::of(file));
        }
        prop_assert!(entries.next().is_none());
    }
}

#[test]
fn two_testimonies_of_text_have_the_same_size_at_rest() {
    let identity = age::x25519::Identity::generate();
    // The header differs by what age adds at random to keep parsers honest, so only the payload is compared.
    let payload = |text: &str| {
        let (packed, id) = envelope(text, &[]);
        seal(packed, id, &identity, 1 << 20)[1].len()
    };
    assert_eq!(payload("a"), payload(&"ئا".repeat(1500)));
}

#[test]
fn an_attachment_that_ends_too_early_fails_the_seal() {
    let short = Received { content: Box::new(Cursor::new(vec![1; 10])), bytes: 11, sha256: Sha256::of(b"") };
    let (scrubbed, context) = scrubbed("a", vec![short]);
    let id = context.id;
    let packed = Envelope::pack(scrubbed, context).unwrap();
    let key = age::x25519::Identity::generate().to_public().to_string();
    let mut sealed = Sealed::seal(packed, id, Timestamp(0), &trusted(&key), 1 << 20).unwrap();
    assert!(matches!(sealed.payload.pull(), Err(SealError::Envelope(_))));
}
