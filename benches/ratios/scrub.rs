//! Scrubbing: one core, from memory, and the tool on the same files beside `cat`, exiftool and mat2.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use amanat::testimony::scrub::clean;

use crate::{ROUNDS, shell::peak};

const DESK: &str = env!("CARGO_BIN_EXE_amanat-desk");

/// What makes the files of a format in the present folder. `$n` is the number of one.
const KINDS: [(&str, usize, &str); 6] = [
    // Photographs: plasma has shapes and the noise fills the bytes up as a sensor's does.
    ("jpg", 12, "convert -seed $n -size 4000x3000 plasma:fractal -attenuate 0.4 +noise gaussian -quality 92 $n.jpg"),
    ("png", 8, "convert -seed $n -size 1600x1200 plasma:fractal -attenuate 0.4 +noise gaussian -depth 8 $n.png"),
    (
        "mp4",
        4,
        "ffmpeg -nostdin -v error -f lavfi -i testsrc2=s=640x480:d=20:r=25,noise=alls=60:allf=t -f lavfi -i sine=d=20 \
         -c:v libx264 -preset ultrafast -qp 20 -c:a aac $n.mp4",
    ),
    ("heic", 4, "convert -seed $n -size 2000x1500 plasma:fractal j.jpg; heif-enc -q 80 j.jpg -o $n.heic; rm j.jpg"),
    ("mp3", 4, "ffmpeg -nostdin -v error -f lavfi -i anoisesrc=d=120 -c:a libmp3lame -b:a 192k $n.mp3"),
    ("wav", 4, "ffmpeg -nostdin -v error -f lavfi -i anoisesrc=d=60:r=44100 $n.wav"),
];

/// Prints a table of its own: the units differ from those of the others.
pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    println!(
        "\n| | files | MB | scrub from memory | amanat-desk scrub | cat | exiftool | mat2 |\n|---|---|---|---|---|---|---|---|"
    );
    for (format, count, line) in KINDS {
        let from = folder.path().join(format);
        fs::create_dir(&from).unwrap();
        for n in 1..=count {
            sh(&line.replace("$n", &n.to_string()), &from);
        }
        sh("exiftool -q -overwrite_original -Comment=x -GPSLatitude=1 -GPSLatitudeRef=N . || true", &from);
        row(format, count, &from);
    }
    println!(
        "\nMB a second and files a second, the best of {ROUNDS}; one core for each. Where mat2 refuses, it is fast."
    );
    film(folder.path());
}

fn row(format: &str, count: usize, from: &Path) {
    let files: Vec<PathBuf> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    let held: Vec<Vec<u8>> = files.iter().map(|path| fs::read(path).unwrap()).collect();
    let bytes: usize = held.iter().map(Vec::len).sum();
    let megabytes = f64::from(u32::try_from(bytes).unwrap()) / 1e6;
    let all = f64::from(u32::try_from(count).unwrap());
    let memory = best(|| {
        for file in &held {
            clean(&mut Cursor::new(&file[..]), file.len() as u64, Box::new(Vec::with_capacity(file.len()))).unwrap();
        }
    });
    let one = "taskset -c 0";
    let tool = best(|| sh(&format!("rm -rf ../out; {one} {DESK} scrub . --out ../out --jobs 1 >&2"), from));
    let cat = best(|| sh(&format!("mkdir -p ../out; for f in *; do {one} cat $f > ../out/copy; done"), from));
    let exiftool = best(|| sh(&format!("rm -rf ../out; {one} exiftool -q -q -m -all= -o ../out/ ."), from));
    let mat2 = best(|| sh(&format!("rm -rf ../out; cp -r . ../out; {one} mat2 --inplace ../out/* || true"), from));
    let both = |seconds: f64| format!("{:.0} MB/s, {:.1} files/s", megabytes / seconds, all / seconds);
    println!(
        "| {format} | {count} | {megabytes:.0} | **{}** | {} ({:.0} × mat2's files) | {} | {} | {} |",
        both(memory),
        both(tool),
        mat2 / tool,
        both(cat),
        both(exiftool),
        both(mat2)
    );
}

/// A film of 500 MB, at either end of which the index stands.
fn film(folder: &Path) {
    for (what, flags) in [("at the start", "-movflags faststart"), ("at the end", "")] {
        sh(
            &format!("ffmpeg -nostdin -v error -y -stream_loop 40 -i mp4/1.mp4 -c copy -fs 500M {flags} film.mp4"),
            folder,
        );
        let megabytes = fs::metadata(folder.join("film.mp4")).unwrap().len() / 1_000_000;
        sh("rm -rf out", folder);
        let begun = Instant::now();
        let memory = peak(Command::new(DESK).current_dir(folder).args(["scrub", "film.mp4", "--out", "out"]));
        println!(
            "a film of {megabytes} MB, its index {what}: {:.1} s, peak memory {memory} MiB",
            begun.elapsed().as_secs_f64()
        );
    }
}

fn best(mut work: impl FnMut()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    });
    rounds.fold(f64::INFINITY, f64::min)
}

fn sh(line: &str, folder: &Path) {
    let done = Command::new("sh").args(["-ec", line]).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
}
