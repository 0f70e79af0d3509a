//! Splitting, and the text of a share, without the tool around them.

use age::secrecy::{ExposeSecret as _, SecretString};
use amanat::desk::custody::{
    combine::{CombineError, Whole, combine},
    key::{BYTES, Key, Kind, recipient_of},
    parse::{ShareError, parse},
    share::{Plan, Share},
    split::{randomness, split},
    text::write,
};
use bip39::Language;
use proptest::{prelude::*, sample::subsequence};
use rand::{SeedableRng as _, rngs::StdRng};

const RECIPIENT: &str = "age1pq1thepublickeyofsomebody";
/// What may stand between two words.
const GAPS: [&str; 8] = ["  ", "\n", "\t", "\n\n# a remark about words\n", " ", " \n ", ", ", "\u{a0}"];
const SECRET: [u8; BYTES] = [0x5a; BYTES];

fn shares_of(kind: Kind, secret: &[u8; BYTES], needed: u8, of: u8) -> Vec<Share> {
    let plan = Plan::new(needed, of).unwrap();
    split(&Key::new(kind, secret), RECIPIENT, plan, &mut randomness().unwrap()).ok().unwrap()
}

/// On paper and back.
fn typed(share: &Share) -> Share {
    parse(&write(share, RECIPIENT).unwrap()).ok().unwrap()
}

fn whole(shares: &[Share]) -> Result<Whole, CombineError> {
    combine(shares, |_| Some(RECIPIENT.to_owned()))
}

/// Always the same one, so that its words are not those that a test looks for.
fn text() -> String {
    let key = Key::new(Kind::Hybrid, &SECRET);
    let shares = split(&key, RECIPIENT, Plan::new(3, 5).unwrap(), &mut StdRng::seed_from_u64(1)).ok().unwrap();
    write(&shares[1], RECIPIENT).unwrap().to_string()
}

/// What the words of a share stand for.
fn values(text: &str) -> Vec<u8> {
    let (words, _) = text.split_once("needed\n").unwrap().1.rsplit_once("check").unwrap();
    let (values, _) = bip39::Mnemonic::parse_in_normalized(Language::English, words).unwrap().to_entropy_array();
    values[..BYTES].to_vec()
}

fn fault(text: &str) -> ShareError {
    parse(text).err().unwrap()
}

/// The share's words with `other` in place of one of them.
fn with_word(text: &str, at: usize, other: &str) -> String {
    let (fields, rest) = text.split_once("needed\n").unwrap();
    let (words, check) = rest.rsplit_once("check").unwrap();
    let mut words: Vec<_> = words.split_whitespace().collect();
    words[at] = other;
    format!("{fields}needed\n{}\ncheck{check}", words.join(" "))
}

fn plans() -> impl Strategy<Value = (u8, u8, Vec<usize>)> {
    let counts = (2_u8..=16).prop_flat_map(|of| (2..=of, Just(of)));
    counts.prop_flat_map(|(needed, of)| {
        let all: Vec<usize> = (0..of.into()).collect();
        (Just(needed), Just(of), subsequence(all, usize::from(needed)..=usize::from(of)).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn as_many_shares_as_needed_give_the_key_back_in_any_order(
        (needed, of, chosen) in plans(),
        secret in any::<[u8; BYTES]>(),
        pq in any::<bool>(),
    ) {
        let kind = if pq { Kind::Hybrid } else { Kind::X25519 };
        let shares = shares_of(kind, &secret, needed, of);
        let given: Vec<_> = chosen.iter().map(|at| typed(&shares[*at])).collect();
        let line = whole(&given).ok().unwrap().line;
        let expected = Key::new(kind, &secret).to_line().unwrap();
        prop_assert!(line.expose_secret() == expected.expose_secret());

        let too_few = whole(&given[..usize::from(needed) - 1]).err().unwrap();
        let is_too_few = matches!(too_few, CombineError::TooFew { .. });
        prop_assert!(is_too_few, "{too_few}");
        // The scheme itself says nothing either, whoever asks it without this tool.
        let points = given[..usize::from(needed) - 1].iter().map(|share| {
            let point = [vec![share.label().number], values(&write(share, RECIPIENT).unwrap())].concat();
            blahaj::Share::try_from(point.as_slice()).unwrap()
        });
        let guess = blahaj::Sharks(needed - 1).recover(&points.collect::<Vec<_>>()).unwrap();
        prop_assert!(guess != secret);
    }

    #[test]
    fn a_share_is_read_however_it_was_typed(seed in any::<u64>(), crlf in any::<bool>()) {
        let share = &shares_of(Kind::X25519, &SECRET, 2, 3)[0];
        let text = write(share, RECIPIENT).unwrap();
        let mut bits = seed;
        let mut noisy = String::from(" # Found in the blue folder\n\n");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for word in line.split(' ') {
                let word = if bits & 1 == 1 { word.to_uppercase() } else { word.to_owned() };
                noisy.push_str(&word);
                noisy.push_str(GAPS[usize::try_from(bits % 8).unwrap()]);
                bits = bits.rotate_right(3);
            }
        }
        let noisy = if crlf { noisy.replace('\n', "\r\n") } else { noisy };
        let read = parse(&noisy);
        prop_assert!(read.is_ok(), "{:?}\n{noisy}", read.err());
        let read = read.ok().unwrap();
        prop_assert_eq!(read.label(), share.label());
        prop_assert!(*write(&read, RECIPIENT).unwrap() == *text);
    }

    #[test]
    fn nothing_that_is_typed_makes_the_reader_panic(text in "\\PC{0,200}", at in 0_usize..500, other in "\\PC{0,9}") {
        let _ = parse(&text);
        let share = self::text();
        let at = at.min(share.len());
        let _ = parse(&format!("{}{other}{}", &share[..at], &share[at..]));
    }
}

#[test]
fn a_real_key_is_known_again_by_its_public_key() {
    let identity = age::x25519::Identity::generate();
    let line = identity.to_string();
    let recipient = recipient_of(&line).unwrap();
    assert_eq!(recipient, identity.to_public().to_string());
    let key = Key::parse(&line).unwrap();
    let shares = split(&key, &recipient, Plan::new(2, 3).unwrap(), &mut randomness().unwrap()).ok().unwrap();
    let whole = combine(&shares[1..], recipient_of).ok().unwrap();
    assert_eq!((whole.recipient, whole.line.expose_secret()), (recipient, line.expose_secret()));

    let other = combine(&shares[1..], |_| Some("age1another".to_owned())).err().unwrap();
    assert!(matches!(other, CombineError::NotTheKey), "{other}");
    let unknown = combine(&shares[1..], |_| None).err().unwrap();
    assert!(matches!(unknown, CombineError::UnknownKind), "{unknown}");
}

#[test]
fn a_line_of_either_kind_is_read_and_written_to_the_letter() {
    // The one with PQ is c2sp.org/age's own example.
    let lines = [
        "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR",
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
    ];
    for (line, kind) in lines.into_iter().zip([Kind::Hybrid, Kind::X25519]) {
        let key = Key::parse(&SecretString::from(line)).unwrap();
        assert!(key.kind() == kind && key.to_line().unwrap().expose_secret() == line, "{line}");
    }
    for other in ["", "age1qysly33aqs4g9wu6w0serklfgnue88jhet8h46mg695jtfqusv7q29vt2d", &lines[0][..70]] {
        assert!(Key::parse(&SecretString::from(other)).is_none(), "{other}");
    }
}

#[test]
fn one_share_rules_out_no_value_of_any_byte() {
    let key = Key::new(Kind::Hybrid, &SECRET);
    let mut rng = StdRng::seed_from_u64(7);
    let mut seen = [false; 256];
    for _ in 0..200 {
        let shares = split(&key, RECIPIENT, Plan::new(2, 2).unwrap(), &mut rng).ok().unwrap();
        let text = write(&shares[0], RECIPIENT).unwrap();
        values(&text).iter().zip(SECRET).for_each(|(value, secret)| seen[usize::from(value ^ secret)] = true);
    }
    assert!(seen.iter().all(|seen| *seen));
}

#[test]
fn every_single_word_that_is_mistyped_for_another_of_the_list_is_found() {
    let text = text();
    let list = Language::English.word_list();
    let (words, _) = text.split_once("needed\n").unwrap().1.rsplit_once("check").unwrap();
    let written: Vec<_> = words.split_whitespace().collect();
    let mut by_check = 0;
    for (at, right) in written.iter().enumerate() {
        for other in list.iter().filter(|other| *other != right) {
            match fault(&with_word(&text, at, other)) {
                ShareError::Words => {}
                ShareError::Check => by_check += 1,
                fault => panic!("{fault}"),
            }
        }
    }
    // BIP-39's own checksum lets about one of 256 through.
    assert!((100..400).contains(&by_check), "{by_check}");
}

#[test]
fn each_fault_of_a_text_is_told_apart() {
    let text = text();
    let line = |line| ShareError::Line { line };
    let replaced = |from: &str, to: &str| {
        assert!(text.contains(from), "{text}");
        fault(&text.replace(from, to))
    };
    assert_eq!(fault(""), ShareError::NotAShare);
    assert_eq!(fault("# amanat-share-1"), ShareError::NotAShare);
    assert_eq!(fault("amanat-share-1"), line("check"));
    assert_eq!(replaced("amanat-share-1", "amanat-share-2"), ShareError::Version);
    for (missing, named) in
        [("set ", "set"), ("deal ", "deal"), ("kind ", "kind"), ("check ", "check"), (" needed", "share")]
    {
        assert_eq!(replaced(missing, ""), line(named), "{missing}");
    }
    assert_eq!(replaced("kind pq", "kind rsa"), line("kind"));
    assert_eq!(replaced("share 2", "share two"), line("share"));
    assert_eq!(replaced("share 2", "share 256"), line("share"));
    assert_eq!(replaced("deal ", "deal 0"), line("deal"));
    assert_eq!(replaced("set ", "set é"), line("set"));
    for (from, to) in
        [("share 2", "share 3"), (" of 5,", " of 6,"), ("3 needed", "2 needed"), ("kind pq", "kind x25519")]
    {
        assert_eq!(replaced(from, to), ShareError::Check, "{to}");
    }
    assert_eq!(replaced("check", "zoo check"), ShareError::WordCount { found: 25 });
    assert_eq!(fault(&with_word(&text, 11, "")), ShareError::WordCount { found: 23 });
    assert_eq!(fault(&with_word(&text, 11, "secretive")), ShareError::UnknownWord { number: 12 });
}
