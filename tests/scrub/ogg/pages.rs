//! What can hide in pages and headers, built byte by byte.

use amanat::testimony::scrub::Refusal;

use super::{
    build::{Page, comment, file, opus, page, pages},
    made,
};
use crate::house::{CANARY, decoded, scrub, sings};

#[test]
fn nothing_stands_before_between_or_after_pages() {
    let bytes = made("-vn -c:a libvorbis -page_duration 100000", "ogg");
    let clean = scrub(&bytes).unwrap();
    let mut dirty = Vec::new();
    for page in pages(&clean.bytes) {
        dirty.extend(file(&[page]));
        dirty.extend_from_slice(CANARY.as_bytes());
        dirty.extend_from_slice(b"OggS\0\0OggOgg");
    }
    let again = scrub(&dirty).unwrap();
    assert!(again.bytes == clean.bytes, "the same file without them");
    assert_eq!(again.removed, ["stray bytes"]);
    assert!(!clean.removed.contains(&"stray bytes"));
}

#[test]
fn serials_numbers_flags_and_empty_pages_are_anew() {
    let clean = scrub(&made("-vn -c:a libvorbis -page_duration 100000", "ogg")).unwrap();
    let mut dirty = Vec::new();
    for page in pages(&clean.bytes) {
        dirty.push(Page { serial: 0xdead_beef, number: page.number * 7 + 3, flags: page.flags | 0xf0, ..page });
    }
    let word = u64::from_be_bytes(*b"Urumqi\0\0");
    dirty.insert(3, Page { granule: word, segments: Vec::new(), body: Vec::new(), flags: 0, ..dirty[3].clone() });
    let again = scrub(&file(&dirty)).unwrap();
    assert!(again.bytes == clean.bytes);
    assert!(again.removed.contains(&"identifiers"));
}

#[test]
fn a_page_with_a_wrong_checksum_is_left_out_as_decoders_do() {
    let bytes = made("-vn -c:a flac -page_duration 100000", "ogg");
    let all = pages(&bytes);
    let mut wrong = file(&all[..4]);
    let at = wrong.len();
    wrong.extend(file(&all[4..]));
    wrong[at + 100] ^= 0x10;
    let clean = scrub(&wrong).unwrap();
    assert_eq!(clean.removed.iter().filter(|kind| **kind == "stray bytes").count(), 1);
    assert_eq!(decoded(&clean.bytes, "ogg"), decoded(&wrong, "ogg"));
    assert_eq!(pages(&clean.bytes).len(), all.len() - 1);
}

#[test]
fn pieces_of_packets_that_nothing_completes_are_left_out() {
    let whole = opus(&[&[0x08, 1, 2, 3], &[0x08, 4, 5, 6]]);
    let expected = scrub(&file(&whole)).unwrap();
    let mut torn = whole.clone();
    // An end without a start.
    torn[2].flags |= 1;
    torn[2].segments.insert(0, 14);
    torn[2].body.splice(0..0, CANARY.bytes());
    // A start without an end, on the page of a whole packet and on two pages of its own.
    let long = [&[0x08][..], CANARY.as_bytes(), &[7; 600]].concat();
    torn[3].segments.extend([255, 255]);
    torn[3].body.extend_from_slice(&long[..510]);
    let open = Page { segments: vec![255], body: long[..255].to_vec(), ..page(77, 9, 0, u64::MAX, &[]) };
    torn.extend([open.clone(), Page { flags: 1, number: 10, ..open }]);
    let clean = scrub(&file(&torn)).unwrap();
    assert!(!sings(&clean.bytes));
    assert!(clean.bytes == expected.bytes, "only the whole packets");
    assert!(clean.removed.contains(&"stray bytes"));
}

#[test]
fn a_packet_over_many_pages_is_kept_whole() {
    let long: Vec<u8> = (0..200_000_u32).map(|number| number.to_be_bytes()[3]).collect();
    let mut all = opus(&[]);
    all[0] = page(5, 0, 2, 0, &[&[b"\x7fFLAC\x01\0\0\x01fLaC\0\0\0\x22", &[0x10; 34][..]].concat()]);
    all[1] = page(5, 1, 0, 0, &[&comment(b"\x84\0\0\x40", b"")]);
    let packet = [&[0xff][..], &long].concat();
    let body = page(5, 0, 0, 0, &[]);
    let mut segments = vec![255; packet.len() / 255];
    segments.push(u8::try_from(packet.len() % 255).unwrap());
    let mut at = 0;
    for (number, piece) in (2..).zip(segments.chunks(255)) {
        let length: usize = piece.iter().map(|segment| usize::from(*segment)).sum();
        let flags = u8::from(number > 2);
        let part = packet[at..at + length].to_vec();
        all.push(Page { flags, granule: 99, number, segments: piece.to_vec(), body: part, ..body.clone() });
        at += length;
    }
    let clean = scrub(&file(&all)).unwrap();
    let data = pages(&clean.bytes).split_off(2);
    assert_eq!(data.iter().map(|page| page.body.clone()).collect::<Vec<_>>().concat(), packet);
    let (last, before) = data.split_last().unwrap();
    assert!(
        last.granule == 99 && before.iter().all(|page| page.granule == u64::MAX),
        "a place only where a packet ends"
    );
}

#[test]
fn slack_in_headers_is_cut_off() {
    let plain = scrub(&made("-c:v libtheora -c:a libvorbis", "ogv")).unwrap();
    let mut dirty = pages(&plain.bytes);
    // The first packets with something behind them.
    for first in dirty.iter_mut().filter(|page| page.flags & 2 != 0) {
        first.body.extend_from_slice(CANARY.as_bytes());
        first.segments[0] += 14;
    }
    let clean = scrub(&file(&dirty)).unwrap();
    assert!(clean.bytes == plain.bytes && clean.removed.contains(&"padding"));
    // And the tables.
    for serial in [1, 2] {
        let mut dirty = pages(&plain.bytes);
        let end = dirty.iter().rposition(|page| page.serial == serial && page.flags & 2 == 0 && page.granule == 0);
        let tables = &mut dirty[end.unwrap()];
        let last = tables.segments.last_mut().unwrap();
        if let Some(more) = last.checked_add(14).filter(|more| *more < 255) {
            *last = more;
            tables.body.extend_from_slice(CANARY.as_bytes());
            let clean = scrub(&file(&dirty)).unwrap();
            assert!(clean.bytes == plain.bytes && clean.removed.contains(&"padding"));
        }
    }
}

#[test]
fn padding_of_opus_packets_is_zeroed_and_spoken_of() {
    let hidden = [&[0x0b, 0x41, 14, 1, 2, 3][..], CANARY.as_bytes()].concat();
    let clean = scrub(&file(&opus(&[&hidden]))).unwrap();
    assert_eq!(clean.removed, ["identifiers", "codec user data"]);
    assert_eq!(pages(&clean.bytes)[2].body, [&[0x0b, 0x41, 14, 1, 2, 3][..], &[0; 14]].concat());
    // One that lies on two pages cannot be changed any more, so it is refused if anything is in it.
    for (filler, refused) in [(0, false), (9, true)] {
        let long = [&[0x0b, 0x41, 255, 255, 9, 1, 2, 3][..], &[filler; 517]].concat();
        let mut all = opus(&[&long]);
        let second = Page {
            flags: 1,
            segments: all[2].segments.split_off(1),
            body: all[2].body.split_off(255),
            ..all[2].clone()
        };
        all[2].granule = u64::MAX;
        all.push(second);
        let result = scrub(&file(&all));
        assert_eq!(matches!(result, Err(Refusal::Unsupported(_))), refused);
        assert_eq!(result.is_ok(), !refused);
    }
}

#[test]
fn what_is_not_understood_is_refused() {
    let foreign = file(&[page(1, 0, 2, 0, &[b"\x80daala\0\0\0"])]);
    assert!(matches!(scrub(&foreign), Err(Refusal::Unsupported(_))));
    let twice = [opus(&[])[0].clone(), opus(&[])[0].clone()];
    assert!(matches!(scrub(&file(&twice)), Err(Refusal::Malformed(_))));
    assert!(matches!(scrub(&file(&opus(&[])[..1])), Err(Refusal::Short)), "no comments");
    assert!(matches!(scrub(&file(&opus(&[])[1..])), Err(Refusal::Malformed(_))), "no beginning");
    assert!(matches!(scrub(b"OggS and no page"), Err(Refusal::Malformed(_))));
    let text = [page(9, 0, 2, 0, &[b"\x80kate\0\0\0\0"]), page(9, 1, 0, 0, &[CANARY.as_bytes()])];
    assert!(matches!(scrub(&file(&text)), Err(Refusal::Malformed(_))), "text alone is neither sound nor film");
    let first = opus(&[&[8, 1]]);
    let both = [&[first[0].clone(), text[0].clone(), first[1].clone(), text[1].clone()], &first[2..]].concat();
    let clean = scrub(&file(&both)).unwrap();
    assert!(!sings(&clean.bytes) && clean.removed.contains(&"text tracks"));
}
