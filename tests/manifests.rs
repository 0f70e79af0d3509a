//! Manifests of recipients that must not be trusted, each for its own reason, and those that must.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use amanat::testimony::{
    calendar::{Day, Timestamp},
    digest::Sha256,
    keys::{
        manifest::{CLOCK_TOLERANCE, Content, FORMAT, LONGEST, Manifest, ManifestError, NamedSigner, Path},
        quorum::{QuorumError, SignersError},
        signature::Signature,
        trust::{Pins, Signed, Trust, TrustError, Trusted},
    },
    recipients::{NamedKey, RecipientsError},
};
use minisign::KeyPair;

const CLASSIC: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
const HYBRID: &str = include_str!("vectors/recipient.txt");

/// Three signers, two of whom must sign, two root signers, and a stranger.
struct People {
    signers: Vec<KeyPair>,
    roots: Vec<KeyPair>,
    stranger: KeyPair,
}

impl People {
    fn new() -> Self {
        let pair = || KeyPair::generate_unencrypted_keypair().unwrap();
        Self { signers: (0..3).map(|_| pair()).collect(), roots: (0..2).map(|_| pair()).collect(), stranger: pair() }
    }

    fn trust(&self) -> Trust {
        let keys = |pairs: &[KeyPair]| pairs.iter().map(|pair| pair.pk.to_base64().parse().unwrap()).collect();
        let (signers, root_signers) = (keys(&self.signers), keys(&self.roots));
        Pins { signers, needed: 2, root_signers, root_needed: 2, anchor: None }.trust().unwrap()
    }

    fn content(&self, epoch: i32, previous: Option<Sha256>) -> Content {
        let named = |(n, pair): (usize, &KeyPair)| NamedSigner {
            label: format!("S{n}"),
            key: pair.pk.to_base64().parse().unwrap(),
        };
        Content {
            format: FORMAT.into(),
            epoch,
            path: Path::Scheduled,
            previous,
            not_before: Day::parse("2026-11-23").unwrap(),
            not_after: Day::parse("2027-05-21").unwrap(),
            recipients: vec![NamedKey { label: "R".into(), key: HYBRID.trim().into() }],
            needed: 2,
            signers: self.signers.iter().enumerate().map(named).collect(),
        }
    }

    /// The first manifest, trusted.
    fn first(&self) -> Trusted {
        let signed = signed(&self.content(1, None), &[&self.signers[0], &self.signers[2]]);
        self.trust().next(None, signed).ok().unwrap()
    }
}

fn signature(pair: &KeyPair, bytes: &[u8]) -> Signature {
    let text = minisign::sign(None, &pair.sk, bytes, Some("x"), Some("y")).unwrap().into_string();
    Signature::parse(&text).unwrap()
}

fn signed(content: &Content, by: &[&KeyPair]) -> Signed {
    let manifest = Manifest::write(content).unwrap();
    let signatures = by.iter().map(|pair| signature(pair, manifest.bytes())).collect();
    Signed { manifest, signatures }
}

#[test]
fn each_manifest_that_must_not_follow_is_refused_for_its_own_reason() {
    let people = People::new();
    let (trust, first) = (people.trust(), people.first());
    let [a, b, c] = &people.signers[..] else { panic!() };
    let (stranger, roots) = (&people.stranger, &people.roots);
    let after = |epoch| people.content(epoch, Some(first.manifest().sha256()));
    let mut own = after(2);
    own.signers.push(NamedSigner { label: "me".into(), key: stranger.pk.to_base64().parse().unwrap() });
    let mut other = people.content(1, None);
    other.recipients[0].key = CLASSIC.into();
    let mut compromise = after(2);
    compromise.path = Path::Compromise;
    let id = |pair: &KeyPair| signature(pair, b"").signer();
    let changed = || {
        let mut changed = signed(&after(2), &[a, b]);
        changed.manifest = signed(&own, &[]).manifest;
        changed
    };

    let table: Vec<(&str, Signed, TrustError)> = vec![
        ("unsigned", signed(&after(2), &[]), QuorumError::Unsigned { needed: 2 }.into()),
        ("too few", signed(&after(2), &[a]), QuorumError::TooFew { have: 1, needed: 2 }.into()),
        (
            "one signer twice",
            signed(&after(2), &[c, c]),
            QuorumError::Twice { signer: id(c), have: 1, needed: 2 }.into(),
        ),
        ("a stranger", signed(&after(2), &[stranger]), QuorumError::Stranger(id(stranger)).into()),
        ("one and a stranger", signed(&after(2), &[a, stranger]), QuorumError::TooFew { have: 1, needed: 2 }.into()),
        ("a signer that signs itself in", signed(&own, &[a, stranger]), TrustError::SignedItselfIn),
        ("changed after it was signed", changed(), QuorumError::Wrong(id(a)).into()),
        ("the same epoch, other content", signed(&other, &[a, b]), TrustError::OtherContent(1)),
        ("the same once more", signed(&people.content(1, None), &[a, b]), TrustError::Same(1)),
        ("an epoch left out", signed(&after(3), &[a, b]), TrustError::Gap { epoch: 3, current: 1 }),
        ("it follows another one", signed(&people.content(2, Some(Sha256([7; 32]))), &[a, b]), TrustError::Previous),
        ("it follows none", signed(&people.content(2, None), &[a, b]), TrustError::Previous),
        ("compromise, by the signers", signed(&compromise, &[a, b, c]), TrustError::NotRoot(id(a))),
        ("compromise, one root", signed(&compromise, &[&roots[0]]), QuorumError::TooFew { have: 1, needed: 2 }.into()),
        (
            "scheduled, by the roots",
            signed(&after(2), &[&roots[0], &roots[1]]),
            QuorumError::Stranger(id(&roots[0])).into(),
        ),
    ];
    let mut messages = Vec::new();
    for (name, signed, expected) in table {
        let refused = trust.next(Some(&first), signed).err().unwrap_or_else(|| panic!("{name} is trusted"));
        assert_eq!(refused, expected, "{name}");
        messages.push(refused.to_string());
    }
    messages.sort();
    messages.dedup();
    assert!(messages.len() >= 11, "{messages:#?}");

    let second = trust.next(Some(&first), signed(&after(2), &[b, c])).ok().unwrap();
    let old = trust.next(Some(&second), signed(&other, &[a, b])).err().unwrap();
    assert_eq!(old, TrustError::Older { epoch: 1, current: 2 });
}

#[test]
fn a_first_manifest_needs_the_pinned_signers() {
    let people = People::new();
    let [a, b, _] = &people.signers[..] else { panic!() };
    let content = people.content(1, None);
    let trust = people.trust();
    assert!(trust.next(None, signed(&content, &[a, b])).is_ok());
    assert!(trust.next(None, signed(&content, &[a, &people.stranger])).is_err());
    let others = People::new();
    assert!(others.trust().next(None, signed(&content, &[a, b])).is_err());
}

#[test]
fn root_signers_alone_replace_signers_and_whatever_these_signed() {
    let people = People::new();
    let thieves = People::new();
    let (trust, first) = (people.trust(), people.first());
    // Two signers' keys are stolen, and the thieves make themselves signers.
    let mut evil = thieves.content(2, Some(first.manifest().sha256()));
    evil.recipients[0].key = CLASSIC.into();
    let evil = signed(&evil, &[&people.signers[0], &people.signers[1]]);
    let mut mended = people.content(3, None);
    mended.path = Path::Compromise;
    mended.signers = vec![NamedSigner { label: "n".into(), key: people.roots[0].pk.to_base64().parse().unwrap() }];
    mended.needed = 1;
    let mended = signed(&mended, &[&people.roots[0], &people.roots[1]]);
    let all = [Signed { manifest: first.manifest().clone(), signatures: first.signatures().to_vec() }, evil, mended];
    let (current, refused) = trust.follow(None, all);
    assert!(refused.is_empty());
    assert_eq!(current.unwrap().manifest().epoch(), 3);
}

#[test]
fn an_anchor_forgets_what_came_before_it() {
    let people = People::new();
    let first = people.first();
    let next = people.content(2, Some(first.manifest().sha256()));
    let next = signed(&next, &[&people.signers[0], &people.signers[1]]);
    let anchored = Trust::anchored(&next.manifest);
    let old = Signed { manifest: first.manifest().clone(), signatures: first.signatures().to_vec() };
    // A thief of the database who takes the newest row away gets no older one used.
    assert!(anchored.follow(None, [old.clone()]).0.is_none());
    assert_eq!(anchored.follow(None, [old, next]).0.unwrap().manifest().epoch(), 2);
}

#[test]
fn it_holds_on_its_days_and_an_hour_around_them() {
    let people = People::new();
    let first = people.first();
    let start = Day::parse("2026-11-23").unwrap().start().unwrap().0;
    let end = Day::parse("2027-05-22").unwrap().start().unwrap().0;
    let holds = |time| first.recipients(Timestamp(time)).is_ok();
    assert!(holds(start - CLOCK_TOLERANCE) && holds(start) && holds(end - 1) && holds(end + CLOCK_TOLERANCE - 1));
    let early = first.recipients(Timestamp(start - CLOCK_TOLERANCE - 1)).err().unwrap();
    assert_eq!(early, TrustError::NotYet("2026-11-23".into()));
    let late = first.recipients(Timestamp(end + CLOCK_TOLERANCE)).err().unwrap();
    assert_eq!(late, TrustError::Over("2027-05-21".into()));
}

#[test]
fn each_file_that_is_no_manifest_is_refused_for_its_own_reason() {
    let people = People::new();
    let good = String::from_utf8(Manifest::write(&people.content(1, None)).unwrap().bytes().to_vec()).unwrap();
    let refused = |text: String| Manifest::parse(text.as_bytes()).err().unwrap_or_else(|| panic!("{text}"));
    let with = |change: &dyn Fn(&mut Content)| {
        let mut content = people.content(1, None);
        change(&mut content);
        refused(serde_json::to_string(&content).unwrap())
    };
    let day = |text| Day::parse(text).unwrap();
    let key = |label: &str, key: &str| NamedKey { label: label.into(), key: key.into() };

    assert_eq!(refused(format!("{good}{}", " ".repeat(LONGEST))), ManifestError::TooLong);
    for surprise in
        [good.replacen('{', "{\"surprise\":1,", 1), good.replacen("\"label\"", "\"surprise\":1,\"label\"", 1)]
    {
        assert!(matches!(refused(surprise), ManifestError::Syntax { reason, .. } if reason.contains("unknown field")));
    }
    assert!(matches!(refused(good[..good.len() / 2].to_owned()), ManifestError::Syntax { .. }));
    let twice = good.replacen("\"epoch\": 1,", "\"epoch\": 1, \"epoch\": 2,", 1);
    assert!(matches!(refused(twice), ManifestError::Syntax { reason, .. } if reason.contains("duplicate")));
    assert!(matches!(refused(format!("{good}{{}}")), ManifestError::Syntax { .. }));
    assert_eq!(with(&|c| c.format = "amanat-recipients-2".into()), ManifestError::Format);
    assert_eq!(with(&|c| c.epoch = 0), ManifestError::Epoch);
    assert_eq!(with(&|c| c.not_after = day("2026-11-22")), ManifestError::Days);
    assert_eq!(with(&|c| c.not_after = day("2027-12-29")), ManifestError::TooLasting);
    assert_eq!(with(&|c| c.recipients.push(key("R", CLASSIC))), ManifestError::Labels);
    assert_eq!(with(&|c| c.signers[2].label = "S1".into()), ManifestError::Labels);
    assert_eq!(with(&|c| c.recipients[0].key += "\r"), ManifestError::Recipients(RecipientsError::Unreadable(1)));
    for label in ["", " ", "B ", "a\u{1b}[2Jb", "a\u{202e}b", &"x".repeat(81)] {
        assert_eq!(with(&|c| c.recipients[0].label = label.into()), ManifestError::Label);
        assert_eq!(with(&|c| c.signers[0].label = label.into()), ManifestError::Label);
    }
    assert_eq!(with(&|c| c.recipients.clear()), ManifestError::Recipients(RecipientsError::None));
    assert_eq!(
        with(&|c| c.recipients.push(key("again", HYBRID.trim()))),
        ManifestError::Recipients(RecipientsError::Twice(2))
    );
    assert_eq!(with(&|c| c.recipients.push(key("x", CLASSIC))), ManifestError::Recipients(RecipientsError::Mixed(2)));
    assert_eq!(
        with(&|c| c.recipients[0] = key("x", "age1")),
        ManifestError::Recipients(RecipientsError::Unreadable(1))
    );
    assert_eq!(
        with(&|c| c.signers.push(NamedSigner { label: "again".into(), ..c.signers[1].clone() })),
        ManifestError::Signers(SignersError::Twice(4))
    );
    assert_eq!(with(&|c| c.signers.clear()), ManifestError::Signers(SignersError::None));
    for needed in [0, 4] {
        assert_eq!(with(&|c| c.needed = needed), ManifestError::Signers(SignersError::Needed { needed, count: 3 }));
    }
}

#[test]
fn one_key_under_two_ids_is_one_signer() {
    let people = People::new();
    let mut bytes = people.signers[0].pk.to_bytes();
    bytes[2] ^= 1;
    let again = minisign::PublicKey::from_bytes(&bytes).unwrap().to_base64();
    let mut content = people.content(1, None);
    content.signers.push(NamedSigner { label: "again".into(), key: again.parse().unwrap() });
    let refused = Manifest::write(&content).err().unwrap();
    assert_eq!(refused, ManifestError::Signers(SignersError::Twice(4)));
}

#[test]
fn who_trusts_a_manifest_is_led_on_by_its_own_signers_alone() {
    let people = People::new();
    let (trust, first) = (people.trust(), people.first());
    // A scheduled change retires all three signers.
    let others = People::new();
    let mut content = people.content(2, Some(first.manifest().sha256()));
    content.signers = others.content(2, None).signers;
    let second = trust.next(Some(&first), signed(&content, &[&people.signers[0], &people.signers[1]])).ok().unwrap();
    // Thieves have the retired keys, and the database: every history that these can sign.
    let thieves = [&people.signers[0], &people.signers[1]];
    let alone = signed(&people.content(3, None), &thieves);
    let mut branch = people.content(2, Some(first.manifest().sha256()));
    branch.recipients[0].key = CLASSIC.into();
    let branch = signed(&branch, &thieves);
    let further = signed(&people.content(3, Some(branch.manifest.sha256())), &thieves);
    let old = || Signed { manifest: first.manifest().clone(), signatures: first.signatures().to_vec() };
    for history in [vec![alone], vec![old()], vec![old(), branch.clone()], vec![old(), branch.clone(), further]] {
        let (current, _) = trust.follow(Some(second.clone()), history);
        assert_eq!(current.unwrap().manifest().bytes(), second.manifest().bytes());
    }
    // Who starts anew knows nothing of the second manifest, unless it is the anchor.
    assert!(trust.wants_anchor(&second) && !trust.wants_anchor(&first));
    assert!(trust.follow(None, [signed(&people.content(3, None), &thieves)]).0.is_none());
    assert!(Trust::anchored(second.manifest()).follow(None, [old(), branch]).0.is_none());
}

#[test]
fn a_compromise_that_was_ended_stays_ended() {
    let people = People::new();
    let (trust, first) = (people.trust(), people.first());
    let mut ended = people.content(2, None);
    ended.path = Path::Compromise;
    let ended = trust.next(Some(&first), signed(&ended, &[&people.roots[0], &people.roots[1]])).ok().unwrap();
    let thieves = [&people.signers[0], &people.signers[1]];
    let branch = signed(&people.content(2, Some(first.manifest().sha256())), &thieves);
    let further = signed(&people.content(3, Some(branch.manifest.sha256())), &thieves);
    let old = Signed { manifest: first.manifest().clone(), signatures: first.signatures().to_vec() };
    let (current, refused) = trust.follow(Some(ended.clone()), [old, branch, further]);
    assert_eq!(current.unwrap().manifest().bytes(), ended.manifest().bytes());
    assert_eq!(refused.len(), 2);
}

#[test]
fn one_key_is_not_a_signer_and_a_root() {
    let people = People::new();
    let key = || people.signers[0].pk.to_base64().parse().unwrap();
    let pins = Pins { signers: vec![key()], needed: 1, root_signers: vec![key()], root_needed: 1, anchor: None };
    assert!(pins.trust().is_err());
}
