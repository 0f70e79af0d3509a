//! Signers and manifests at the desk, with stock minisign beside them.

use std::{fs, os::unix::fs::PermissionsExt as _};

use crate::desk::{Desk, Said};

/// A desk with two researchers' keys, three signers' and two root signers'.
fn prepared() -> Desk {
    let desk = Desk::new();
    for name in ["r1", "r2"] {
        let said = desk.run(["keygen", "--out", name, "--no-passphrase"]);
        fs::write(desk.path(format!("{name}.txt")), said.out).unwrap();
    }
    for name in ["a", "b", "c", "root1", "root2"] {
        let said = desk.run(["signer", "new", "--out", name, "--no-passphrase"]);
        assert_eq!(said.code, 0, "{}", said.err);
        fs::write(desk.path(format!("{name}.line")), said.out.trim()).unwrap();
    }
    let line = |name: &str| fs::read_to_string(desk.path(format!("{name}.line"))).unwrap();
    let pins = format!(
        "signers = [{:?}, {:?}, {:?}]\nneeded = 2\nroot_signers = [{:?}, {:?}]\nroot_needed = 2\n",
        line("a"),
        line("b"),
        line("c"),
        line("root1"),
        line("root2")
    );
    fs::write(desk.path("pins.toml"), pins).unwrap();
    for folder in ["1", "2", "3"] {
        fs::create_dir(desk.path(folder)).unwrap();
    }
    desk
}

fn run(desk: &Desk, line: &str) -> Said {
    desk.run(line.split(' '))
}

#[track_caller]
fn done(desk: &Desk, line: &str) -> Said {
    let said = run(desk, line);
    assert_eq!(said.code, 0, "{line}: {}", said.err);
    said
}

const FIRST: &str = "manifest propose --recipient One=r1.txt --signer A=a.pub --signer B=b.pub --signer C=c.pub --needed 2 --out \
    1/recipients.json";

fn first(desk: &Desk) {
    done(desk, FIRST);
    done(desk, "manifest sign 1/recipients.json --key a");
    done(desk, "manifest sign 1/recipients.json --key c");
}

#[test]
fn a_signers_key_is_one_of_minisign_and_one_of_minisign_signs_here() {
    let desk = prepared();
    assert_eq!(fs::metadata(desk.path("a")).unwrap().permissions().mode() & 0o777, 0o600);
    let again = desk.run(["signer", "new", "--out", "a", "--no-passphrase"]);
    assert!(again.code == 1 && again.err.contains("choose another --out"), "{}", again.err);
    fs::write(desk.path("x"), "x").unwrap();
    let stock = desk.shell("minisign -Sm x -s a -W; minisign -Vm x -p a.pub");
    assert!(stock.out.contains("verified"), "{}{}", stock.out, stock.err);

    fs::write(desk.path("words"), "pw").unwrap();
    for (folder, make) in [("1", "minisign -GW"), ("2", "printf 'pw\\npw\\n' | minisign -Gf")] {
        let made = desk.shell(&format!("{make} -p stock{folder}.pub -s stock{folder} >/dev/null"));
        assert_eq!(made.code, 0, "{}", made.err);
        let propose = "manifest propose --recipient One=r1.txt --signer";
        done(&desk, &format!("{propose} S=stock{folder}.pub --out {folder}/recipients.json"));
        done(&desk, &format!("manifest sign {folder}/recipients.json --key stock{folder} --passphrase-file words"));
        let checked =
            desk.shell(&format!("minisign -Vm {folder}/recipients.json -x {folder}/*.minisig -p stock{folder}.pub"));
        assert!(checked.out.contains("epoch 1, fingerprint"), "{}{}", checked.out, checked.err);
    }
}

#[test]
fn a_passphrase_protects_a_signers_key() {
    let desk = prepared();
    fs::write(desk.path("words"), "correct horse\n").unwrap();
    fs::write(desk.path("wrong"), "wrong").unwrap();
    let made = run(&desk, "signer new --out locked --passphrase-file words");
    assert_eq!(made.code, 0, "{}", made.err);
    first(&desk);
    let sign =
        |words: &str| run(&desk, &format!("manifest sign 1/recipients.json --key locked --passphrase-file {words}"));
    let refused = sign("wrong");
    assert!(refused.code == 1 && refused.err.contains("the passphrase is wrong"), "{}", refused.err);
    assert_eq!(sign("words").code, 0);
    let refused = run(&desk, "manifest sign 1/recipients.json --key a.pub");
    assert!(refused.code == 1 && refused.err.contains("is no secret key of minisign"), "{}", refused.err);
}

/// The name of a signer's signature.
fn name_of(desk: &Desk, signer: &str) -> String {
    let text = fs::read_to_string(desk.path(format!("{signer}.pub"))).unwrap();
    let key: amanat::testimony::keys::signer::SignerKey = text.lines().nth(1).unwrap().parse().unwrap();
    format!("recipients.json.{}.minisig", key.id())
}

#[test]
fn manifests_follow_each_other_and_each_signature_is_one_of_minisign() {
    let desk = prepared();
    first(&desk);
    let stock = desk.shell(
        "for key in a c; do ok=; for signature in 1/*.minisig; do minisign -qVm 1/recipients.json -x $signature -p $key.pub 2>/dev/null && ok=1; done; echo $key$ok; done",
    );
    assert_eq!(stock.out, "a1\nc1\n", "{}", stock.err);
    let said = done(&desk, "manifest verify 1/recipients.json --trust pins.toml --json");
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert!(json["verified"] == true && json["epoch"] == 1 && json["days_left"] == 179, "{json}");
    assert_eq!(json["recipients"][0]["label"], "One");

    done(
        &desk,
        "manifest propose --previous 1/recipients.json --remove-recipient One --recipient Two=r2.txt --out 2/recipients.json",
    );
    let unsigned = run(&desk, "manifest verify 2/recipients.json --trust 1/recipients.json");
    assert!(unsigned.code == 1 && unsigned.err.contains("it is not signed"), "{}", unsigned.err);
    done(&desk, "manifest sign 2/recipients.json --key b");
    let one = run(&desk, "manifest verify 2/recipients.json --trust 1/recipients.json");
    assert!(one.code == 1 && one.err.contains("1 of the 2 signers"), "{}", one.err);
    done(&desk, "manifest sign 2/recipients.json --key c");
    let said = done(&desk, "manifest verify 2/recipients.json --trust 1/recipients.json");
    assert!(said.out.contains("Two") && !said.out.contains("One") && said.out.contains("Enough of the right signers"));
    let skipped = run(&desk, "manifest verify 2/recipients.json --trust pins.toml");
    assert!(skipped.code == 1 && skipped.err.contains("no manifest before it is trusted here"), "{}", skipped.err);

    // A chain: what stands in between must itself be signed.
    done(&desk, "manifest propose --previous 2/recipients.json --recipient Three=r1.txt --out 3/recipients.json");
    for key in ["a", "b"] {
        done(&desk, &format!("manifest sign 3/recipients.json --previous 2/recipients.json --key {key}"));
    }
    let chain = "manifest verify 3/recipients.json --trust 1/recipients.json --trust 2/recipients.json";
    done(&desk, chain);
    let itself = done(&desk, "manifest verify 3/recipients.json --trust 3/recipients.json");
    assert!(itself.out.contains("Its signatures were not checked"), "{}", itself.out);
    fs::remove_file(desk.path("2").join(name_of(&desk, "c"))).unwrap();
    let broken = run(&desk, chain);
    assert!(broken.code == 1 && broken.err.contains("2/recipients.json is not to be trusted"), "{}", broken.err);
    done(&desk, "manifest sign 2/recipients.json --key c");

    // Changed after it was signed.
    let text = fs::read_to_string(desk.path("2/recipients.json")).unwrap();
    fs::write(desk.path("2/recipients.json"), text.replace("\"Two\"", "\"Too\"")).unwrap();
    let changed = run(&desk, "manifest verify 2/recipients.json --trust 1/recipients.json");
    assert!(changed.code == 1 && changed.err.contains("was changed after it was signed"), "{}", changed.err);
}

#[test]
fn after_a_compromise_the_roots_alone_sign() {
    let desk = prepared();
    first(&desk);
    done(
        &desk,
        "manifest propose --previous 1/recipients.json --compromise --remove-recipient One --recipient Two=r2.txt \
         --remove-signer A --out 2/recipients.json",
    );
    for key in ["a", "b"] {
        done(&desk, &format!("manifest sign 2/recipients.json --key {key}"));
    }
    let trust = "manifest verify 2/recipients.json --trust 1/recipients.json";
    let no_root = run(&desk, trust);
    assert!(no_root.code == 1 && no_root.err.contains("no root signers are pinned"), "{}", no_root.err);
    let refused = run(&desk, &format!("{trust} --trust pins.toml"));
    assert!(refused.code == 1 && refused.err.contains("only the root signers may sign"), "{}", refused.err);
    for key in ["root1", "root2"] {
        done(&desk, &format!("manifest sign 2/recipients.json --key {key}"));
    }
    let said = done(&desk, &format!("{trust} --trust pins.toml"));
    assert!(said.out.contains("COMPROMISE"), "{}", said.out);
}

#[test]
fn what_cannot_be_a_manifest_is_not_proposed() {
    let desk = prepared();
    first(&desk);
    let refused = |line: &str, why: &str| {
        let said = run(&desk, &format!("manifest propose {line} --out 3/recipients.json"));
        assert!(said.code == 1 && said.err.contains(why), "{line}: {}", said.err);
        assert!(!desk.path("3/recipients.json").exists() && !said.err.contains("AGE-SECRET"));
    };
    refused("--signer A=a.pub", "no recipient is named");
    refused("--recipient One=r1.txt", "no signer is named");
    refused("--recipient One=r1.txt --recipient Again=r1.txt --signer A=a.pub", "stands in the list twice");
    refused(&format!("--recipient One=r1.txt --recipient Old={} --signer A=a.pub", desk.recipient), "never mix");
    refused("--recipient One=r1 --signer A=a.pub", "holds a SECRET key");
    refused("--recipient One=nowhere --signer A=a.pub", "neither a key nor a file");
    refused("--recipient One=r1.txt --signer A=a", "holds a signer's SECRET key");
    refused("--recipient One=r1.txt --signer A=a.pub --days 401", "more than 400 days");
    refused("--recipient One=r1.txt --signer A=a.pub --from yesterday", "is no day");
    refused("--recipient One=r1.txt --signer A=a.pub --needed 2", "2 of 1 signers");
    refused("--previous 1/recipients.json --remove-recipient Nobody", "no recipient has the label");
    refused("--previous pins.toml --recipient Two=r2.txt", "is no manifest of recipients");
    let twice = run(&desk, FIRST);
    assert!(twice.code == 1 && twice.err.contains("exists already"), "{}", twice.err);
}

#[test]
fn a_manifest_that_is_over_is_told_so() {
    let desk = prepared();
    done(
        &desk,
        "manifest propose --recipient One=r1.txt --signer A=a.pub --from 2026-01-01 --days 30 --out 1/recipients.json",
    );
    done(&desk, "manifest sign 1/recipients.json --key a");
    fs::write(
        desk.path("one.toml"),
        format!("signers = [{:?}]\nneeded = 1", fs::read_to_string(desk.path("a.line")).unwrap()),
    )
    .unwrap();
    let over = run(&desk, "manifest verify 1/recipients.json --trust one.toml");
    assert!(over.code == 1 && over.err.contains("it held until 2026-01-30"), "{}", over.err);
    let shown = done(&desk, "manifest show 1/recipients.json");
    assert!(shown.out.contains("Its signatures were not checked"), "{}", shown.out);
}
