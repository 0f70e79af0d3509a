//! Animations.

use super::*;

fn animation() -> Vec<u8> {
    let frames = "convert -delay 7 -loop 3 -size 40x30 plasma: plasma: plasma: it.gif";
    made(&[frames, "gif2webp -quiet -mixed it.gif -o it.webp"], "it.webp")
}

/// What `webpmux` says of the frames.
fn frames(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("it.webp"), bytes).unwrap();
    house::run("webpmux", &["-info", "it.webp"], folder.path()).lines().filter(|line| line.contains(':')).collect()
}

/// Frame by frame, what is in each.
fn pictures(its: &[Chunk]) -> Vec<Vec<u8>> {
    its.iter().filter(|(name, _)| name == b"ANMF").map(|(_, data)| data.clone()).collect()
}

#[test]
fn frames_stay_and_what_is_hidden_in_them_goes() {
    let before = animation();
    let clean = scrub(&before).unwrap();
    let its = chunks(&clean.bytes);
    assert_eq!(names(&its), "VP8X ANIM ANMF ANMF ANMF");
    assert_eq!(pictures(&its), pictures(&chunks(&before)));
    assert_eq!(its[1].1, [0, 0, 0, 0, 3, 0]);
    assert!(frames(&clean.bytes).contains("Number of frames: 3"));
    let mut dirty = chunks(&before);
    let song = |name: &[u8; 4]| (*name, CANARY.as_bytes().to_vec());
    for (name, data) in &mut dirty {
        match &*name {
            b"VP8X" => (data[0], data[1]) = (0xff, b'C'),
            b"ANIM" => data[..4].copy_from_slice(b"Cana"),
            b"ANMF" => {
                data[15] |= 0xfc;
                let hidden = list(&[song(b"CNRY"), song(b"EXIF"), song(b"VP8 ")]);
                data.extend([hidden, b"Canary".to_vec()].concat());
            }
            _ => {}
        }
    }
    dirty.insert(3, song(b"CNRY"));
    dirty.extend([song(b"XMP "), song(b"EXIF")]);
    let after = scrub(&file(&dirty)).unwrap();
    assert!(!sings(&after.bytes));
    assert_eq!(after.bytes, clean.bytes);
    assert_eq!(after.removed, ["Exif", "XMP", "further pictures", "stray bytes", "unknown parts"]);
}

#[test]
fn an_animation_ends_before_a_frame_that_cannot_be_one() {
    let its = chunks(&scrub(&animation()).unwrap().bytes);
    let two = file(&its[..4]);
    let with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut its = its.clone();
        change(&mut its[4].1);
        scrub(&file(&its)).unwrap()
    };
    for after in [
        with(&|frame| frame.truncate(15)),
        with(&|frame| frame.truncate(16)),
        with(&|frame| frame[0] = 1),
        with(&|frame| frame[6] ^= 1),
        with(&|frame| frame[16] = b'C'),
    ] {
        assert_eq!(names(&chunks(&after.bytes)), "VP8X ANIM ANMF ANMF");
        assert_eq!(chunks(&after.bytes)[1..], chunks(&two)[1..]);
        assert!(after.removed.contains(&"further pictures"));
    }
    // The first frame is none, so there is no picture.
    let mut none = its.clone();
    none[2].1[6] ^= 1;
    assert_eq!(scrub(&file(&none)).err().unwrap().code(), "malformed");
}

#[test]
fn a_file_that_does_not_say_that_it_is_animated_is_not() {
    let mut its = chunks(&animation());
    its[0].1[0] = 0;
    assert_eq!(scrub(&file(&its)).err().unwrap().code(), "malformed");
}
