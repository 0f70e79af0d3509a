mod format;
mod refused;

use std::{
    fs,
    os::unix::fs::{PermissionsExt as _, symlink},
    path::PathBuf,
};

use crate::{
    bundles,
    desk::{Desk, Said},
    disk::on_its_own_mounts,
};

const PASSPHRASE: &str = "correct horse";

/// A desk whose key is split 3 of 5, with a bundle for that key.
struct Custody {
    desk: Desk,
    secret: String,
}

impl Custody {
    fn new() -> Self {
        let desk = Desk::new();
        let secret = fs::read_to_string(desk.path("key")).unwrap();
        desk.write(&bundles::bundle(&desk.some(2)));
        let custody = Self { desk, secret };
        let said = custody.split("shares");
        assert_eq!(said.code, 0, "{}", said.err);
        custody
    }

    fn split(&self, out: &str) -> Said {
        self.run(&["identity", "split", "--identity", "key", "--needed", "3", "--shares", "5", "--out", out])
    }

    /// Runs the tool, which must say nothing of the key, and no three words of a share.
    fn run(&self, args: &[&str]) -> Said {
        let said = self.desk.run(args.iter().copied());
        let heard = format!("{}{}", said.out, said.err);
        assert!(!self.tells(&heard) && !heard.contains("zzgarbled"), "{heard}");
        for number in 1..=5 {
            let Ok(text) = fs::read_to_string(self.share(number)) else { continue };
            let words: Vec<_> = words(&text).split_whitespace().collect();
            assert!(words.windows(3).all(|run| !heard.contains(&run.join(" "))), "{heard}");
        }
        said
    }

    /// Whether a text has a good part of the key in it.
    fn tells(&self, text: &str) -> bool {
        let (text, secret) = (text.to_uppercase(), &self.secret["AGE-SECRET-KEY-1".len()..]);
        secret.as_bytes().chunks_exact(12).any(|part| text.contains(std::str::from_utf8(part).unwrap()))
    }

    fn share(&self, number: u8) -> PathBuf {
        self.desk.path(format!("shares/share-{number}.txt"))
    }

    fn text(&self, number: u8) -> String {
        fs::read_to_string(self.share(number)).unwrap()
    }

    /// Opens the bundle with shares alone; none of the files needs to be one of ours.
    fn open(&self, shares: &[&str], out: &str) -> Said {
        let given = shares.iter().flat_map(|share| ["--share", share]);
        self.run(&["open", "bundle.tar", "--out", out].into_iter().chain(given).collect::<Vec<_>>())
    }

    /// Shares 1 and 3, and `third` in a file of that name: nothing is opened, because of `why`.
    #[track_caller]
    fn refused(&self, third: &[u8], why: &str) {
        fs::write(self.desk.path("third"), third).unwrap();
        self.refused_with(&["shares/share-1.txt", "shares/share-3.txt", "third"], why);
    }

    #[track_caller]
    fn refused_with(&self, shares: &[&str], why: &str) {
        let opened = self.open(shares, "out");
        let combine = ["identity", "combine", "--out", "whole", "--no-passphrase"];
        let combined = self.run(&combine.into_iter().chain(shares.iter().copied()).collect::<Vec<_>>());
        for said in [opened, combined] {
            assert!(said.code == 1 && said.out.is_empty() && said.err.contains(why), "{} {}", said.code, said.err);
        }
        assert!(!self.desk.path("out").exists() && !self.desk.path("whole").exists());
    }
}

fn words(text: &str) -> &str {
    text.split_once("needed\n").unwrap().1.rsplit_once("check").unwrap().0
}

fn names(numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|number| format!("shares/share-{number}.txt")).collect()
}

#[test]
fn any_three_of_five_shares_open_a_bundle_and_no_two_do() {
    let custody = Custody::new();
    fs::remove_file(custody.desk.path("key")).unwrap();
    for set in 0_usize..1 << 5 {
        let chosen: Vec<_> = (1..=5).filter(|number| set >> (number - 1) & 1 == 1).collect();
        let files = names(&chosen);
        let files: Vec<_> = files.iter().map(String::as_str).collect();
        match chosen.len() {
            0 => {}
            1 | 2 => custody
                .refused_with(&files, &format!("3 shares are needed to open anything, and {} given", files.len())),
            _ => {
                let said = custody.open(&files, &format!("out-{set}"));
                assert_eq!((said.code, said.err.as_str()), (0, ""));
                assert!(said.out.starts_with("2 opened"), "{}", said.out);
            }
        }
    }
}

#[test]
fn no_file_but_the_keys_own_has_the_key_in_it() {
    let custody = Custody::new();
    assert!(custody.tells(&custody.secret) && custody.tells(&custody.secret[30..60].to_lowercase()));
    let said = custody.open(&["shares/share-5.txt", "shares/share-1.txt", "shares/share-2.txt"], "out");
    assert_eq!(said.code, 0, "{}", said.err);
    let mut folders = vec![custody.desk.path("")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if entry.file_name() != "key" {
                let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
                assert!(!custody.tells(&text), "{}", entry.path().display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 5 + 1 + 2 * 3, "{seen}");
}

#[test]
fn shares_are_for_their_owner_alone_and_say_what_they_are() {
    let custody = Custody::new();
    let mode = |name: &str| fs::metadata(custody.desk.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("shares"), 0o700);
    for number in 1..=5 {
        assert_eq!(mode(&format!("shares/share-{number}.txt")), 0o600);
        let text = custody.text(number);
        assert!(text.starts_with(&format!("# Amanat key share {number} of 5. Any 3 of them")), "{text}");
        assert!(
            text.contains(&custody.desk.recipient[..24]) && !text.contains(&custody.desk.recipient[..25]),
            "{text}"
        );
        assert!(text.is_ascii() && text.lines().all(|line| line.len() <= 76), "{text}");
    }
}

#[test]
fn nothing_that_exists_is_overwritten_and_a_split_is_whole_or_not_there() {
    let custody = Custody::new();
    let before = custody.text(4);
    let said = custody.split("shares");
    assert!(said.code == 1 && said.err.contains("share-1.txt exists already"), "{}", said.err);
    assert_eq!(custody.text(4), before);

    // A link that leads nowhere counts too.
    fs::create_dir(custody.desk.path("half")).unwrap();
    symlink("elsewhere", custody.desk.path("half/share-5.txt")).unwrap();
    let said = custody.split("half");
    assert!(said.code == 1 && said.err.contains("share-5.txt exists already"), "{}", said.err);
    assert_eq!(fs::read_dir(custody.desk.path("half")).unwrap().count(), 1);

    fs::write(custody.desk.path("file"), "").unwrap();
    let said = custody.split("file");
    assert!(said.code == 1 && said.err.contains("could not be written to file"), "{}", said.err);

    let files = names(&[1, 2, 3]);
    let combine = ["identity", "combine", "--out", "key", "--no-passphrase"];
    let said = custody.run(&combine.into_iter().chain(files.iter().map(String::as_str)).collect::<Vec<_>>());
    assert!(said.code == 1 && said.err.contains("choose another --out"), "{}", said.err);
    assert_eq!(fs::read_to_string(custody.desk.path("key")).unwrap(), custody.secret);
}

#[test]
fn a_split_that_the_disk_has_no_room_for_leaves_nothing() {
    let custody = Custody::new();
    let tool = env!("CARGO_BIN_EXE_amanat-desk");
    // The folder itself is one of the four.
    let line = format!(
        "mkdir few; mount -t tmpfs -o nr_inodes=4 none few
         {tool} identity split -i key --needed 2 --shares 5 -o few; echo code $?; echo there: $(ls -A few)
         {tool} identity split -i key --needed 2 --shares 3 -o few; echo code $?; echo there: $(ls -A few)"
    );
    let Some(said) = on_its_own_mounts(&custody.desk, "the test of a split", &line) else { return };
    assert!(said.err.contains("could not be written to few, and none is left there"), "{}", said.err);
    assert!(said.out.starts_with("code 1\nthere:\n"), "{}", said.out);
    assert!(said.out.ends_with("code 0\nthere: share-1.txt share-2.txt share-3.txt\n"), "{}", said.out);
}

#[test]
fn combine_shows_that_shares_fit_and_writes_nothing() {
    let custody = Custody::new();
    let listed = |folder: &str| fs::read_dir(custody.desk.path(folder)).unwrap().count();
    let before = (listed(""), listed("shares"));
    let files = names(&[2, 4, 5]);
    let said =
        custody.run(&[&["identity", "combine"], &*files.iter().map(String::as_str).collect::<Vec<_>>()].concat());
    assert_eq!((said.code, said.out.trim()), (0, custody.desk.recipient.as_str()), "{}", said.err);
    assert!(said.err.contains("Nothing was written"), "{}", said.err);
    assert_eq!((listed(""), listed("shares")), before);
}

#[test]
fn a_key_with_a_passphrase_is_split_and_one_is_combined() {
    let custody = Custody::new();
    let desk = &custody.desk;
    fs::write(desk.path("words"), PASSPHRASE).unwrap();
    let made = desk.run(["keygen", "--x25519", "--out", "locked", "--passphrase-file", "words"]);
    assert_eq!(made.code, 0, "{}", made.err);
    desk.write(&bundles::bundle(&[bundles::sealed(bundles::id(1), "text", &[], made.out.trim())]));
    let split = "identity split -i locked --needed 2 --shares 2 -o two --passphrase-file words";
    assert_eq!(desk.run(split.split(' ')).code, 0);

    let combine = "identity combine two/share-2.txt two/share-1.txt --out again --passphrase-file words";
    let said = desk.run(combine.split(' '));
    assert_eq!((said.code, &said.out), (0, &made.out), "{}", said.err);
    assert_eq!(fs::metadata(desk.path("again")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(fs::read_to_string(desk.path("again")).unwrap().starts_with("-----BEGIN AGE ENCRYPTED FILE-----"));
    let opened = desk.run("open bundle.tar -i again -o out --passphrase-file words".split(' '));
    assert_eq!(opened.code, 0, "{}", opened.err);

    let plain = desk.run("identity combine two/share-1.txt two/share-2.txt --out plain --no-passphrase".split(' '));
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert_eq!(desk.shell("age-keygen -y plain").out, made.out);
}

#[test]
fn a_share_and_an_identity_open_together_what_either_opens() {
    let custody = Custody::new();
    let other = Desk::new();
    fs::copy(other.path("key"), custody.desk.path("other")).unwrap();
    let for_other = bundles::sealed(bundles::id(9), "text", &[], &other.recipient);
    custody.desk.write(&bundles::bundle(&[custody.desk.sealed(1, "text", &[]), for_other]));
    let files = ["shares/share-1.txt", "shares/share-2.txt", "shares/share-3.txt"];
    let said = custody.open(&files, "alone");
    assert_eq!(said.code, 3, "{}", said.err);
    let with_both = ["open", "bundle.tar", "-o", "both", "-i", "other", "--share"];
    let said = custody.run(&[&with_both[..], &[files[0], "--share", files[1], "--share", files[2]]].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    // Neither is wrong use.
    assert_eq!(custody.run(&["open", "bundle.tar", "-o", "none"]).code, 2);
}

#[test]
fn a_post_quantum_key_is_split_and_combined_too() {
    let desk = Desk::new();
    // c2sp.org/age's own example.
    let line = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR\n";
    let recipient = fs::read_to_string("tests/vectors/recipient.txt").unwrap();
    fs::write(desk.path("pq"), line).unwrap();
    desk.write(&bundles::bundle(&[bundles::sealed(bundles::id(1), "text", &[], recipient.trim())]));
    let split = desk.run(["identity", "split", "-i", "pq", "--needed", "2", "--shares", "3", "--out", "shares"]);
    assert_eq!(split.code, 0, "{}", split.err);
    let shares = ["shares/share-1.txt", "shares/share-3.txt"];
    let combined = desk.run(["identity", "combine", shares[0], shares[1]]);
    assert!(combined.code == 0 && combined.out.contains(recipient.trim()), "{}{}", combined.out, combined.err);
    let opened = desk.run(["open", "bundle.tar", "--share", shares[0], "--share", shares[1], "--out", "out"]);
    assert_eq!(opened.code, 0, "{}", opened.err);
}
