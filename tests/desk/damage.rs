use amanat::testimony::digest::Sha256;

use crate::{
    bundles::{Parcel, bundle},
    desk::Desk,
};

/// Where `needle` begins in `bundle`.
fn find(bundle: &[u8], needle: &[u8]) -> usize {
    bundle.windows(needle.len()).position(|window| window == needle).unwrap()
}

/// The bundle of `parcels` with one byte changed, `at` bytes into the `n`th age file.
fn changed(parcels: &[Parcel], n: usize, at: usize) -> Vec<u8> {
    let mut bundle = bundle(parcels);
    let start = find(&bundle, &parcels[n].header);
    bundle[start + at] ^= 1;
    bundle
}

#[test]
fn a_changed_header_or_payload_is_named_wherever_it_was_changed() {
    let desk = Desk::new();
    let parcels = desk.some(3);
    let header = parcels[1].header.len();
    for (at, why) in [
        (3, "header"),
        (60, "header"),
        (header - 5, "header"),
        (header + 3, "payload"),
        (header + 16, "payload"),
        (header + parcels[1].payload.len() - 1, "payload"),
    ] {
        let desk = Desk::with_key_of(&desk);
        desk.all_but_one(
            &parcels,
            &changed(&parcels, 1, at),
            &parcels[1],
            &format!("its {why} was changed or damaged"),
        );
    }
}

#[test]
fn a_changed_payload_is_refused_even_if_all_checksums_were_made_to_fit() {
    let desk = Desk::new();
    let mut parcels = desk.some(3);
    parcels[1].payload[500] ^= 1;
    desk.all_but_one(&parcels, &bundle(&parcels), &parcels[1], "its payload was changed or damaged");
}

#[test]
fn a_changed_attachment_in_a_late_chunk_leaves_no_half_folder() {
    let desk = Desk::new();
    let mut parcels = desk.some(2);
    parcels[1] = desk.sealed(1, "text", &[vec![1; 500_000]]);
    let last = parcels[1].payload.len() - 20;
    parcels[1].payload[last] ^= 1;
    desk.all_but_one(&parcels, &bundle(&parcels), &parcels[1], "its payload was changed or damaged");
}

#[test]
fn swapped_testimonies_are_refused_by_the_id_inside() {
    let desk = Desk::new();
    let mut parcels = desk.some(4);
    let (one, two) = (parcels[1].clone(), parcels[2].clone());
    parcels[1] = Parcel { id: one.id, ..two.clone() };
    parcels[2] = Parcel { id: two.id, ..one };
    desk.write(&bundle(&parcels));
    let said = desk.open();
    assert_eq!(said.code, 3);
    assert_eq!(said.err.matches("the id inside does not match").count(), 2, "{}", said.err);
    assert!(said.err.contains(&parcels[1].id.to_string()) && said.err.contains(&parcels[2].id.to_string()));
    assert!(desk.is_open(&parcels[0]) && desk.is_open(&parcels[3]) && desk.listed().len() == 2);
}

#[test]
fn a_bundle_that_was_cut_short_gives_all_that_is_whole() {
    let desk = Desk::new();
    let parcels = desk.some(3);
    let whole = bundle(&parcels);
    let start = |n: usize| find(&whole, &parcels[n].header);
    // After how many bytes, and how many testimonies are whole there.
    let cuts =
        [(start(0) - 700, 0), (start(0) + 100, 0), (start(2) - 1500, 1), (start(2) - 512, 2), (start(2) + 9000, 2)];
    for (at, opened) in cuts.into_iter().chain([(whole.len() - 1500, 3)]) {
        let desk = Desk::with_key_of(&desk);
        desk.write(&whole[..at]);
        let said = desk.open();
        assert_eq!(said.code, 3, "{at}: {}", said.err);
        assert!(said.err.contains("was cut short"), "{at}: {}", said.err);
        assert_eq!(desk.listed().len(), opened, "{at}: {}", said.err);
        for parcel in &parcels[opened..] {
            assert!(at < 1000 || said.err.contains(&parcel.id.to_string()), "{at}: {}", said.err);
        }
    }
}

#[test]
fn a_damaged_tar_header_costs_one_testimony() {
    let desk = Desk::new();
    let parcels = desk.some(4);
    let mut damaged = bundle(&parcels);
    let start = find(&damaged, &parcels[1].header);
    damaged[start - 400] ^= 1;
    desk.all_but_one(&parcels, &damaged, &parcels[1], "not where it belongs");
}

#[test]
fn a_tar_header_that_lies_about_a_size_hides_no_other_testimony() {
    let desk = Desk::new();
    let parcels = desk.some(4);
    for lie in [0, 512, 20_000, 60_000, 1 << 40] {
        let desk = Desk::with_key_of(&desk);
        let mut bundle = bundle(&parcels);
        let start = find(&bundle, &parcels[1].header) - 512;
        let mut header = tar::Header::from_byte_slice(&bundle[start..start + 512]).clone();
        header.set_size(lie);
        header.set_cksum();
        bundle[start..start + 512].copy_from_slice(header.as_bytes());
        desk.all_but_one(&parcels, &bundle, &parcels[1], "another size than the manifest says");
    }
}

#[test]
fn a_digest_in_the_manifest_that_does_not_fit_costs_one_testimony() {
    let desk = Desk::new();
    let parcels = desk.some(3);
    for digest in [&parcels[1].header, &parcels[1].payload].map(|bytes| Sha256::of(bytes).to_string()) {
        let desk = Desk::with_key_of(&desk);
        let mut bundle = bundle(&parcels);
        let at = find(&bundle, digest.as_bytes());
        let digit = &mut bundle[at];
        *digit = if *digit == b'0' { b'1' } else { b'0' };
        desk.all_but_one(&parcels, &bundle, &parcels[1], "changed or damaged");
    }
}

#[test]
fn a_damaged_manifest_costs_no_testimony() {
    let desk = Desk::new();
    let parcels = desk.some(3);
    let mut damaged = bundle(&parcels);
    let line = find(&damaged, parcels[1].id.to_string().as_bytes());
    damaged[line - 3] = b'?';
    desk.write(&damaged);
    let said = desk.open();
    assert_eq!(said.code, 3, "{}", said.err);
    assert!(said.err.contains("line 3 of manifest.json") && said.err.contains("not in the manifest"), "{}", said.err);
    assert!(parcels.iter().all(|parcel| desk.is_open(parcel)), "{}", said.err);
}

#[test]
fn a_file_that_was_taken_out_or_put_in_is_named() {
    let desk = Desk::new();
    let parcels = desk.some(3);
    let whole = bundle(&parcels);
    let (start, end) = (find(&whole, &parcels[1].header) - 512, find(&whole, &parcels[2].header) - 512);
    let without = [&whole[..start], &whole[end..]].concat();
    desk.all_but_one(&parcels, &without, &parcels[1], "not where it belongs");

    let twice = [&whole[..end], &whole[start..]].concat();
    let desk = Desk::with_key_of(&desk);
    desk.write(&twice);
    let said = desk.open();
    assert!(said.code == 3 && said.err.contains("out of order or stands twice"), "{}", said.err);
    assert_eq!(desk.listed().len(), 3);
}

#[test]
fn what_is_no_bundle_at_all_is_said_to_be_none() {
    let desk = Desk::new();
    for bytes in [&b""[..], b"hello", &[0; 4096], &[b'x'; 4096]] {
        desk.write(bytes);
        let said = desk.open();
        assert!(said.code == 3 && said.err.contains("does not begin with manifest.json"), "{}", said.err);
    }
}
