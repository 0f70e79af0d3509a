use crate::{bundles::bundle, desk::Desk};

#[test]
fn a_sound_bundle_is_in_order_and_needs_no_key() {
    let desk = Desk::new();
    desk.write(&bundle(&desk.some(3)));
    let said = desk.run(["verify", "bundle.tar"]);
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "3 testimonies, all in order.\n", ""));
}

#[test]
fn every_byte_of_a_bundle_counts() {
    let desk = Desk::new();
    let sound = bundle(&desk.some(2));
    let padding = sound.len() - 1024;
    for at in (0..sound.len()).step_by(211).chain([sound.len() - 1]) {
        let mut damaged = sound.clone();
        damaged[at] ^= 0x20;
        desk.write(&damaged);
        let said = desk.run(["verify", "bundle.tar"]);
        assert_eq!(said.code, 3, "byte {at} of {} ({padding})", sound.len());
    }
}

#[test]
fn each_faulty_testimony_is_named() {
    let desk = Desk::new();
    let parcels = desk.some(4);
    let mut damaged = bundle(&parcels);
    for n in [1, 3] {
        let start = damaged.windows(64).position(|window| window == &parcels[n].payload[..64]).unwrap();
        damaged[start] ^= 1;
    }
    desk.write(&damaged);
    let said = desk.run(["verify", "bundle.tar", "--json"]);
    assert_eq!(said.code, 3);
    let lines: Vec<serde_json::Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (n, parcel) in parcels.iter().enumerate() {
        let named = lines.iter().any(|line| line["id"] == parcel.id.to_string() && line["reason"] == "tampered");
        assert_eq!(named, n % 2 == 1, "{}", said.out);
    }
    assert_eq!(lines.last().unwrap()["summary"]["testimonies"], 4);
}

#[test]
fn a_bundle_cut_anywhere_is_not_in_order() {
    let desk = Desk::new();
    let sound = bundle(&desk.some(2));
    for at in (0..sound.len()).step_by(997) {
        desk.write(&sound[..at]);
        let said = desk.run(["verify", "bundle.tar"]);
        assert_eq!(said.code, 3, "{at}");
        assert!(said.err.contains("was cut short"), "{at}: {}", said.err);
    }
}
