//! Files of every format from the form to the desk: what is opened is what `amanat-desk scrub` makes, and what cannot be
//! rebuilt ends in a page.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    house::{House, form::Form, peak_memory, said as tell, soak},
    keys::said,
    sound,
};

const CANARY: &str = "CanaryOfUrumqi";
/// 100 ms of picture and sound, with words where such files carry them.
const FILM: &str =
    "-f lavfi -i testsrc2=s=160x120:d=0.4:r=10 -f lavfi -i sine=d=0.4 -metadata title=CANARY -metadata comment=CANARY";
const SOUND: &str = "-f lavfi -i sine=d=0.4:r=8000 -metadata title=CANARY";
const PICTURE: &str = "-f lavfi -i testsrc2=s=64x48:d=0.3:r=10";

/// Each file that stock tools make: its name, and what makes it.
const MADE: [(&str, &str, &str); 19] = [
    ("a.jpg", PICTURE, "-frames:v 1"),
    ("a.png", PICTURE, "-frames:v 1"),
    ("b.png", PICTURE, "-f apng"),
    ("a.webp", PICTURE, "-c:v libwebp -frames:v 1"),
    ("a.gif", PICTURE, ""),
    ("a.tif", PICTURE, "-frames:v 1"),
    ("a.avif", PICTURE, "-frames:v 1 -c:v libaom-av1 -cpu-used 8"),
    ("a.mp4", FILM, "-c:v libx264 -c:a aac"),
    ("b.mp4", FILM, "-c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov"),
    ("a.mov", FILM, "-c:v libx265 -c:a aac"),
    ("a.3gp", FILM, "-c:v h263 -s 176x144 -c:a aac"),
    ("a.m4a", SOUND, "-c:a aac"),
    ("a.mkv", FILM, "-c:v libx264 -c:a flac"),
    ("a.webm", FILM, "-c:v libvpx -c:a libopus"),
    ("a.opus", SOUND, "-c:a libopus"),
    ("a.ogg", SOUND, "-c:a libvorbis"),
    ("a.flac", SOUND, "-c:a flac"),
    ("a.mp3", SOUND, "-c:a libmp3lame"),
    ("a.wav", SOUND, ""),
];

fn shell(line: &str, folder: &Path) {
    let done = Command::new("sh").args(["-ec", line]).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
}

/// One file of each format in `folder`, with a canary in most.
fn files(folder: &Path) -> Vec<PathBuf> {
    fs::create_dir(folder).unwrap();
    for (name, from, how) in MADE {
        let from = from.replace("CANARY", CANARY);
        shell(&format!("ffmpeg -nostdin -v error {from} {how} {name}"), folder);
    }
    shell("heif-enc -q 50 a.jpg -o a.heic >/dev/null", folder);
    shell("ffmpeg -nostdin -v error -f lavfi -i sine=d=0.4:r=8000 -c:a aac a.aac", folder);
    // 20 ms of silence each: frame type 7 of RFC 4867, section 5.3, and "no data".
    let frame = [&[0x3c][..], &[0; 31]].concat();
    fs::write(folder.join("a.amr"), [b"#!AMR\n".to_vec(), frame.repeat(5), vec![0x7c]].concat()).unwrap();
    let tags = format!("-overwrite_original -Comment={CANARY} -Artist={CANARY} -GPSLatitude=43.8 -GPSLatitudeRef=N");
    shell(&format!("exiftool -q {tags} a.jpg a.png a.tif a.heic a.webp"), folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), MADE.len() + 3);
    files
}

#[test]
fn what_the_desk_opens_is_what_the_desk_would_have_scrubbed() {
    let house = House::with("[limits]\nfiles = 99");
    let files = files(&house.path("sent"));
    let tool = env!("CARGO_BIN_EXE_amanat-desk");
    let scrubbed = Command::new(tool).current_dir(house.folder()).args(["scrub", "sent", "--out", "clean"]).output();
    let scrubbed = scrubbed.unwrap();
    assert!(scrubbed.status.success(), "{}", said(&scrubbed));

    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    // The names lie: what a file is, its parser says.
    let form = files.iter().fold(Form::text("files"), |form, path| form.file("IMG.bin", &fs::read(path).unwrap()));
    let answer = house.visitor().sends(&form).unwrap();
    assert!(answer.is_thanks(), "{}", answer.body);
    let opened = house.opens_all().remove(0);
    assert_eq!(opened.files.len(), files.len());
    let mut sung = BTreeMap::new();
    for (attachment, path) in opened.record.attachments.iter().zip(&files) {
        let kept = &opened.files[&attachment.name];
        assert_eq!(*kept, fs::read(house.path("clean").join(name(path))).unwrap(), "{}", attachment.name);
        let extension = Path::new(&attachment.name).extension().unwrap();
        assert!(attachment.scrubbed && Some(extension) == path.extension(), "{}", attachment.name);
        let sings = |bytes: &[u8]| bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
        assert!(!sings(kept), "{}", attachment.name);
        let sent = fs::read(path).unwrap();
        sung.insert(name(path), sings(&sent));
        let evidence = opened.record.evidence_nonce.evidence(&amanat::testimony::digest::Sha256::of(&sent));
        assert_eq!(attachment.hmac_received, evidence);
        assert!(attachment.removed.iter().any(|kind| kind == "file name"));
        assert!(attachment.removed.len() > 2 || !sung[&name(path)], "{}: {:?}", name(path), attachment.removed);
    }
    assert!(sung.values().filter(|sings| **sings).count() > 12, "{sung:?}");
}

#[test]
fn what_cannot_be_scrubbed_ends_in_a_page_that_names_its_place_alone() {
    let house = House::open();
    let good = sound::wav(b"good");
    let cases: [(&str, &[u8], u16, &str); 5] = [
        ("secret-name.pdf", b"%PDF-1.7\n1 0 obj<<>>endobj", 415, "Your form was not sent"),
        ("secret-name.docx", b"PK\x03\x04 and so on", 415, "Your form was not sent"),
        ("secret-name.txt", b"words", 415, "Your form was not sent"),
        ("secret-name.jpg", b"", 415, "Your form was not sent"),
        ("secret-name.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", 422, "Your form was not sent"),
    ];
    for (name, bytes, status, heading) in cases {
        let form = Form::text("words").file("one", &good).file(name, bytes);
        let answer = house.visitor().sends(&form).unwrap();
        assert_eq!((answer.status, answer.heading()), (status, heading), "{name}");
        assert!(
            answer.body.contains("ile number \u{2068}2\u{2069}") && !answer.body.contains("secret"),
            "{}",
            answer.body
        );
        assert!(answer.body.contains("We kept nothing"), "{}", answer.body);
    }
    assert_eq!(house.count(), 0);
    assert!(house.spool_is_empty());
    assert!(!house.log().contains("secret"));
    // The same form without it is taken.
    assert!(house.visitor().sends(&Form::text("words").file("one", &good)).unwrap().is_thanks());
}

#[test]
fn a_film_of_500_mb_is_scrubbed_in_flat_memory() {
    let folder = tempfile::tempdir().unwrap();
    let times = soak(4, 50);
    // Noise does not compress: about 10 MB in 5 seconds, then the same again and again, without encoding it anew.
    let noise = "testsrc2=s=320x240:d=5:r=25,noise=alls=100:allf=t";
    shell(
        &format!(
            "ffmpeg -nostdin -v error -f lavfi -i {noise} -f lavfi -i sine=d=5 -c:v libx264 -preset ultrafast -qp 8 -c:a aac part.mp4
             ffmpeg -nostdin -v error -stream_loop {times} -i part.mp4 -c copy -movflags faststart film.mp4"
        ),
        folder.path(),
    );
    let bytes = fs::metadata(folder.path().join("film.mp4")).unwrap().len();
    let tool = env!("CARGO_BIN_EXE_amanat-desk");
    let mut scrub = Command::new(tool);
    let mut scrub = scrub.current_dir(folder.path()).args(["scrub", "film.mp4", "--out", "clean"]).spawn().unwrap();
    let mut peak = 0;
    while scrub.try_wait().unwrap().is_none() {
        peak = peak.max(std::panic::catch_unwind(|| peak_memory(scrub.id())).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(scrub.wait().unwrap().success());
    tell(&format!("scrub of a film of {bytes} bytes: peak {peak} KiB"));
    assert!(peak > 0 && peak < 64 * 1024, "{peak} KiB");
}
