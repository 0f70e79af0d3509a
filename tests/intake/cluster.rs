//! The private cluster: whose it is, when it runs, and which schema `serve` accepts.

use std::{fs, os::unix::fs::MetadataExt as _};

use crate::house::{House, form::Form, is_running};

#[test]
fn it_runs_unprivileged_on_a_socket_alone_and_stops_with_the_server() {
    let mut house = House::open();
    let pid = house.postmaster().unwrap();
    assert_ne!(fs::metadata(format!("/proc/{pid}")).unwrap().uid(), 0);
    assert_eq!(house.sql("amanat_owner", "SHOW listen_addresses").unwrap(), "");
    assert_eq!(fs::metadata(house.path("data/run")).unwrap().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(house.path("data/postgres")).unwrap().mode() & 0o777, 0o700);
    assert!(house.stops().success());
    assert!(!is_running(pid));
}

#[test]
fn a_damaged_cluster_is_refused_and_never_replaced() {
    let mut house = House::open();
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
    house.stops();
    let version = house.path("data/postgres/PG_VERSION");
    fs::rename(&version, house.path("elsewhere")).unwrap();
    for command in ["migrate", "serve"] {
        let done = house.amanat(&[command]);
        assert!(!done.status.success());
        assert!(String::from_utf8(done.stderr).unwrap().contains("PG_VERSION is missing"));
    }
    fs::rename(house.path("elsewhere"), &version).unwrap();
    house.serves();
    assert_eq!(house.count(), 1);
}

#[test]
fn no_link_in_the_clusters_folder_is_followed_by_a_privileged_command() {
    let mut house = House::open();
    house.stops();
    let (target, data) = (house.path("precious"), house.path("data/postgres"));
    fs::write(&target, "precious").unwrap();
    for name in ["postgresql.conf", "pg_hba.conf", "pg_ident.conf"] {
        let _ = fs::remove_file(data.join(name));
        std::os::unix::fs::symlink(&target, data.join(name)).unwrap();
    }
    house.serves();
    assert_eq!(fs::read(&target).unwrap(), b"precious");
    assert_eq!(fs::metadata(&target).unwrap().uid(), fs::metadata(house.config()).unwrap().uid());
    let settings = fs::metadata(house.path("data/settings")).unwrap();
    assert_eq!((settings.uid(), settings.mode() & 0o022), (fs::metadata(house.config()).unwrap().uid(), 0));
}

#[test]
fn a_cluster_that_outlived_a_crash_is_taken_over_and_stopped() {
    let mut house = House::open();
    assert!(house.visitor().sends(&Form::text("before")).unwrap().is_thanks());
    let pid = house.postmaster().unwrap();
    house.crashes();
    assert!(is_running(pid));
    house.serves();
    assert_eq!(house.postmaster(), Some(pid));
    assert!(house.visitor().sends(&Form::text("after")).unwrap().is_thanks());
    assert_eq!(house.opens_all().len(), 2);
    house.stops();
    assert!(!is_running(pid));
}

#[test]
fn a_command_beside_the_server_leaves_its_cluster_running() {
    let house = House::open();
    let pid = house.postmaster();
    house.opens_all();
    assert_eq!(house.postmaster(), pid);
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
}

#[test]
fn an_export_without_a_server_starts_and_stops_the_cluster() {
    let mut house = House::open();
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
    house.stops();
    assert_eq!(house.opens_all().len(), 1);
    assert_eq!(house.postmaster(), None);
}

#[test]
fn serve_refuses_a_schema_that_it_does_not_know() {
    let mut house = House::built("");
    let refused = |house: &House| {
        let done = house.amanat(&["serve"]);
        assert_eq!(done.status.code(), Some(1));
        String::from_utf8(done.stderr).unwrap()
    };
    assert!(refused(&house).contains("amanat migrate"));
    house.migrates();
    house.serves();
    house.sql("amanat_owner", "UPDATE _sqlx_migrations SET checksum = '\\x00'").unwrap();
    house.stops();
    assert!(refused(&house).contains("is not the one that this version carries"));
    // Nor does `migrate` mend what it does not know.
    assert!(!house.amanat(&["migrate"]).status.success());
}

#[test]
fn a_broken_configuration_is_refused_with_its_reason() {
    let house = House::built("");
    let good = fs::read_to_string(house.config()).unwrap();
    let pins = house.holders.pins();
    let first = house.holders.signers[0].pk.to_base64();
    let cases = [
        (good.clone() + "\n[surprise]\n", "surprise"),
        (good.replace("certificate = \"cert.pem\"\n", ""), "go together"),
        (good.replace("certificate = \"cert.pem\"\nkey = \"key.pem\"\n", ""), "development = true"),
        (good.replace(&pins, ""), "no signer is pinned"),
        (good.replace(&first, "RWnonsense"), "not a minisign public key"),
        (good.replace("signers = [", &format!("signers = [{first:?},")), "stands in the list twice"),
        (good.replace("\nneeded = 2", "\nneeded = 3"), "3 of 2 signers cannot be needed"),
        (good.replace("root_needed = 2", "root_needed = 0"), "root_signers: 0 of 2"),
        (good.clone() + "\n[limits]\npage_hours = 1000\n", "page_hours"),
        (good.clone() + "\n[limits]\nform_mb = 0\n", "limits"),
        (good.clone() + "\n[database]\nintake_ulr = \"postgres://u:hunter2@h/d\"\n", "intake_ulr"),
        (good.clone() + "\n[database]\nintake_url = \"a\"\nintake_url_file = \"b\"\n", "as a value and as a file"),
        (good.clone() + "\n[database]\nintake_url = \"nonsense\"\n", "postgres://"),
        (good.clone() + "\n[database]\ncluster_user = \"nobody-of-that-name\"\n", "nobody-of-that-name"),
        (good.clone() + "\n[database]\ncluster_user = \"root\"\n", "never runs it as root"),
        (good.clone() + "\n[database]\nbin_dir = \"/nowhere\"\n", "apt-get install postgresql"),
        (good.replace("questionnaire.toml", "gone.toml"), "gone.toml"),
    ];
    for (text, reason) in cases {
        fs::write(house.config(), &text).unwrap();
        let done = house.amanat(&["serve"]);
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{said}");
        assert!(said.contains(reason), "{reason}: {said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}
