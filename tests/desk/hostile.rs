use amanat::testimony::{digest::Sha256, id::TestimonyId, scrub::Nonce};

use crate::{
    bundles::{self, bundle, forged},
    desk::Desk,
};

/// What an attacker who knows the public key can put into an envelope.
struct Envelope(tar::Builder<Vec<u8>>);

impl Envelope {
    fn new() -> Self {
        Self(tar::Builder::new(Vec::new()))
    }

    /// Names are written as they are, which the tar crate itself would refuse to.
    fn with(mut self, name: &str, kind: tar::EntryType, content: &[u8]) -> Self {
        let mut header = tar::Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(content.len() as u64);
        header.set_entry_type(kind);
        if kind == tar::EntryType::Symlink {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_cksum();
        self.0.append(&header, content).unwrap();
        self
    }

    fn file(self, name: &str, content: &[u8]) -> Self {
        self.with(name, tar::EntryType::Regular, content)
    }

    fn finish(self) -> Vec<u8> {
        self.0.into_inner().unwrap()
    }
}

/// A record that lists one attachment of the content `x`, and calls it scrubbed.
fn record(id: TestimonyId, name: &str) -> Vec<u8> {
    let (sha, nonce) = (Sha256::of(b"x"), Nonce::new([5; 32]));
    let json = serde_json::json!({
        "format": "amanat-testimony-1", "id": id.to_string(),
        "questionnaire": { "id": "\u{202e}form", "version": 1, "sha256": sha },
        "language": "en", "arrival_day": "2026-11-23", "evidence_nonce": nonce,
        "answers": { "testimony": { "text": "t" } },
        "attachments": [{ "name": name, "media_type": "image/jpeg", "bytes": 1, "hmac_received": nonce.evidence(&sha),
            "sha256_kept": sha, "removed": [], "scrubbed": true }],
    });
    serde_json::to_vec(&json).unwrap()
}

#[test]
fn an_envelope_that_amanat_never_seals_is_refused_and_writes_nothing() {
    let id = bundles::id(1);
    let good = "attachments/01.jpg";
    let begun = |name: &str| Envelope::new().file("testimony.json", &record(id, name));
    let symlink = tar::EntryType::Symlink;
    let mut hidden = begun(good).file(good, b"x").finish();
    hidden.extend_from_slice(b"hidden");
    let mut cut = begun(good).file(good, b"x").finish();
    cut.truncate(2 * 512 + 5);
    let cases = [
        (begun("../../evil").file("../../evil", b"x").finish(), "a name that Amanat does not give"),
        (begun("/tmp/evil").file("/tmp/evil", b"x").finish(), "a name that Amanat does not give"),
        (begun("attachments/02.jpg").file("attachments/02.jpg", b"x").finish(), "a name that Amanat does not give"),
        (begun(good).file("../../evil", b"x").finish(), "not the ones that it lists"),
        (begun(good).with(good, symlink, b"").finish(), "something else than plain files"),
        (begun(good).with(good, tar::EntryType::Directory, b"").finish(), "something else than plain files"),
        (begun(good).file(good, b"y").finish(), "SHA-256"),
        (begun(good).file(good, b"xx").finish(), "not the ones that it lists"),
        (begun(good).finish(), "not in it"),
        (begun(good).file(good, b"x").file("attachments/02.jpg", b"x").finish(), "does not list"),
        (Envelope::new().file(good, b"x").finish(), "not testimony.json"),
        (Envelope::new().file("testimony.json", b"{}").finish(), "not of the known form"),
        (Envelope::new().file("testimony.json", b"{\"format\":\"amanat-testimony-9\"}").finish(), "newer amanat-desk"),
        (hidden, "hidden after its end"),
        (cut, "ends too early"),
        (Vec::new(), "ends too early"),
    ];
    for (tar, why) in cases {
        let desk = Desk::new();
        let parcels = [desk.sealed(0, "good", &[]), forged(id, &tar, &desk.recipient), desk.sealed(2, "good", &[])];
        desk.all_but_one(&parcels, &bundle(&parcels), &parcels[1], why);
        assert!(!desk.path("evil").exists());
    }
}

#[test]
fn a_well_made_envelope_of_the_same_kind_is_opened() {
    let desk = Desk::new();
    let (id, name) = (bundles::id(1), "attachments/01.jpg");
    let tar = Envelope::new().file("testimony.json", &record(id, name)).file(name, b"x").finish();
    desk.write(&bundle(&[forged(id, &tar, &desk.recipient)]));
    let said = desk.open();
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn hostile_text_is_inert_in_the_page() {
    let desk = Desk::new();
    let text = "</div><script>alert(1)</script><img src=x onerror=alert(2)>\u{202e}moc.elpmaxe\" onload=\"x\n<!-- & '";
    // No server of ours seals a page as an attachment; another one may.
    let id = bundles::id(1);
    let name = "attachments/01.htm";
    let json = String::from_utf8(record(id, name)).unwrap();
    let json = json.replace("{\"text\":\"t\"}", &serde_json::json!({ "text": text }).to_string());
    let json = json
        .replace("\"answers\":{", "\"answers\":{\"use_level\":{\"choice\":{\"id\":\"read_only\",\"given\":false}},");
    assert!(json.contains("moc.elpmaxe") && json.contains("given"), "{json}");
    let tar = Envelope::new().file("testimony.json", json.as_bytes()).file(name, b"x").finish();
    let parcel = forged(id, &tar, &desk.recipient);
    desk.write(&bundle(std::slice::from_ref(&parcel)));
    assert_eq!(desk.open().code, 0);
    let page = desk.page(&parcel);
    for alive in ["<script", "<img", "<!--", "onload=\"x", "http:", "https:", "url(", "@import"] {
        assert!(!page.contains(alive), "{alive}");
    }
    assert!(page.contains("&#60;script&#62;alert(1)"), "{page}");
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    assert!(page.contains("dir=\"auto\"") && page.contains("unicode-bidi: plaintext"));
    assert!(page.contains("Left blank: read as <bdi><code>read_only</code></bdi>"));
    assert!(page.contains("it may run code or call a network"));
}

#[test]
fn what_the_server_wrote_of_a_file_is_called_the_servers_statement() {
    let desk = Desk::new();
    let (id, name) = (bundles::id(1), "attachments/01.jpg");
    let tar = Envelope::new().file("testimony.json", &record(id, name)).file(name, b"x").finish();
    let parcel = forged(id, &tar, &desk.recipient);
    desk.write(&bundle(std::slice::from_ref(&parcel)));
    assert_eq!(desk.open().code, 0);
    let page = desk.page(&parcel);
    assert!(page.contains("<dd>The server states that it rebuilt this file without hidden data."), "{page}");
    for claim in ["(as it was received", "nothing", "(the day in UTC"] {
        assert!(page.contains(&format!("{claim}, the server states")), "{claim}");
    }
    // An override of direction ends where the record's words end, and turns none of ours around.
    assert!(page.contains("<bdi>\u{202e}form</bdi>, version"), "{page}");
    assert!(!page.contains("it may run code"), "a common image needs no warning");
}
