//! deploy/rotation.md, followed to the letter: every command of a scheduled change and of a compromise.
#![cfg(feature = "desk")]

use std::{fs, process::Command};

use crate::house::{House, form::Form, said};

const DESK: &str = env!("CARGO_BIN_EXE_amanat-desk");

/// Its commands between two headings, each on one line, with where it is run.
fn commands(from: &str, to: &str) -> Vec<(bool, String)> {
    let text = fs::read_to_string("deploy/rotation.md").unwrap();
    let part = text.split_once(from).unwrap().1.split_once(to).unwrap().0.replace("\\\n", " ");
    let lines =
        part.lines().map(|line| line.split(" # ").next().unwrap().split_whitespace().collect::<Vec<_>>().join(" "));
    let on = |line: &str| line.strip_prefix("desk ").map(|rest| (true, rest.to_owned()));
    lines
        .filter_map(|line| on(&line).or_else(|| line.strip_prefix("server ").map(|rest| (false, rest.to_owned()))))
        .collect()
}

fn sh(house: &House, line: &str) -> String {
    let line = line.replace("amanat-desk ", &format!("{DESK} "));
    let line = line.strip_prefix("amanat ").map_or(line.clone(), |rest| format!("{} {rest}", crate::house::AMANAT));
    let done = Command::new("sh").current_dir(house.folder()).args(["-ec", &line]).output().unwrap();
    let text = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    assert!(done.status.success(), "{line}\n{text}");
    text
}

#[test]
fn every_command_of_the_runbook_works_as_written() {
    let mut house = House::built("");
    for researcher in ["a", "b", "f", "g"] {
        let file = format!("researcher-{researcher}");
        sh(&house, &format!("amanat-desk keygen --no-passphrase --out {file}.key > {file}.txt"));
    }
    for signer in ["signer-c", "signer-d", "signer-e", "signer-h", "root-1", "root-2"] {
        sh(&house, &format!("amanat-desk signer new --no-passphrase --out {signer}.key"));
    }
    sh(&house, "mkdir 1 2 3");
    let line = |name: &str| {
        let text = fs::read_to_string(house.path(&format!("{name}.key.pub"))).unwrap();
        format!("{:?}", text.lines().nth(1).unwrap())
    };
    let list = |names: [&str; 3]| {
        names.iter().filter(|name| !name.is_empty()).map(|name| line(name)).collect::<Vec<_>>().join(",")
    };
    let pins = format!(
        "signers = [{}]\nneeded = 2\nroot_signers = [{}]\nroot_needed = 2\n",
        list(["signer-c", "signer-d", "signer-e"]),
        list(["root-1", "root-2", ""])
    );
    fs::write(house.path("pins.toml"), &pins).unwrap();
    let config = fs::read_to_string(house.config()).unwrap();
    fs::write(house.config(), config.replace(&house.holders.pins(), &format!("[keys]\n{pins}"))).unwrap();
    house.migrates();

    let mut run = 0;
    let mut follow = |house: &House, commands: Vec<(bool, String)>| {
        for (_, command) in
            commands.iter().filter(|(_, line)| !line.contains(" keygen ") && !line.contains(" signer new "))
        {
            sh(house, command);
            run += 1;
        }
    };
    follow(&house, commands("## The first time", "## Scheduled"));
    house.serves();
    assert!(house.visitor().sends(&Form::text("before")).unwrap().is_thanks());
    follow(&house, commands("## Scheduled", "## Compromise"));
    let opens = |house: &House, key: &str| {
        sh(house, "rm -rf all.tar out");
        sh(house, "amanat export --config amanat.toml --out all.tar");
        sh(house, &format!("amanat-desk open all.tar --identity {key} --out out --json || true"))
            .contains("\"opened\":1")
    };
    let opened = ["a", "b", "f"].map(|name| opens(&house, &format!("researcher-{name}.key")));
    assert_eq!(opened, [false, true, true]);
    follow(&house, commands("## Compromise", "## No single laptop"));
    said(&format!("{run} commands of the runbook"));
    assert!(run >= 20, "{run}");
    assert!(sh(&house, "amanat keys show --config amanat.toml").contains("epoch"));
}
