//! Any bytes where a decrypted envelope belongs, bare or behind a sound tar header: a record of the right id, or a refusal.
#![no_main]

use amanat::{desk::open::unpack::Unpacker, testimony::id::TestimonyId};
use libfuzzer_sys::fuzz_target;

fn behind_a_header(json: &[u8]) -> Vec<u8> {
    let mut header = [0; 512];
    header[..14].copy_from_slice(b"testimony.json");
    header[124..136].copy_from_slice(format!("{:011o}\0", json.len()).as_bytes());
    header[148..156].copy_from_slice(b"        ");
    header[156] = b'0';
    header[257..265].copy_from_slice(b"ustar\x0000");
    let sum: u64 = header.iter().map(|byte| u64::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let mut bytes = [&header[..], json].concat();
    bytes.resize(bytes.len().next_multiple_of(512) + 1024, 0);
    bytes
}

fuzz_target!(|bytes: &[u8]| {
    let id = TestimonyId::from_random([1; 16]);
    for plain in [bytes.to_vec(), behind_a_header(bytes)] {
        let mut buffer = [0; 4096];
        let mut envelope = Unpacker::new(plain.as_slice(), &mut buffer);
        if let Ok((_, record)) = envelope.record(id) {
            assert_eq!(record.id, id);
            assert!(record.attachments.iter().all(|one| !one.name.contains("..")));
        }
        let _ = envelope.end();
    }
});
