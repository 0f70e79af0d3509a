//! Any bytes as a manifest of recipients, as a signature of one, and as a share of a key: refused, or read.
#![no_main]

use amanat::{
    desk::custody::parse,
    testimony::keys::{manifest::Manifest, signature::Signature, signer::SignerKey},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(manifest) = Manifest::parse(bytes) {
        let again = Manifest::write(manifest.content()).expect("it was read");
        assert_eq!(again.content(), manifest.content());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(signature) = Signature::parse(text) {
            assert_eq!(signature.as_str(), text);
        }
        let _ = text.parse::<SignerKey>();
        let _ = parse::parse(text);
    }
});
