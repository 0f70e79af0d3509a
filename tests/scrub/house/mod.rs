//! What every format's test needs: a place for files, stock tools, and the scrubber's public door.

use std::{io::Read as _, path::Path, process::Command};

use amanat::testimony::scrub::{Clean, Format, Refusal, Removed, clean};

pub mod mutate;

/// A word that is planted in metadata, and must be in no byte of what was kept.
pub const CANARY: &str = "CanaryOfUrumqi";

/// What came of a file.
pub struct Cleaned {
    pub bytes: Vec<u8>,
    pub format: Format,
    pub removed: Vec<&'static str>,
}

/// Scrubs, and proves that scrubbing again changes nothing.
pub fn scrub(bytes: &[u8]) -> Result<Cleaned, Refusal> {
    let one = once(bytes)?;
    let two = once(&one.bytes).unwrap();
    assert!(one.bytes == two.bytes && two.removed.is_empty(), "scrubbed twice is not scrubbed once: {:?}", two.removed);
    Ok(one)
}

fn once(bytes: &[u8]) -> Result<Cleaned, Refusal> {
    let mut content = std::io::Cursor::new(bytes.to_vec());
    let Clean { format, mut content, removed, .. } = clean(&mut content, bytes.len() as u64, Box::new(Vec::new()))?;
    let mut bytes = Vec::new();
    content.read_to_end(&mut bytes).unwrap();
    Ok(Cleaned { bytes, format, removed: removed.kinds().map(Removed::name).collect() })
}

/// True if the canary is in the bytes in any of the ways that a tool writes text.
pub fn sings(bytes: &[u8]) -> bool {
    let wide = |big: bool| -> Vec<u8> {
        CANARY.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    [CANARY.as_bytes().to_vec(), wide(false), wide(true)]
        .iter()
        .any(|song| bytes.windows(song.len()).any(|window| window == song))
}

/// Runs a stock tool; what it printed on standard output.
pub fn run(program: &str, args: &[&str], folder: &Path) -> String {
    let out = Command::new(program).args(args).current_dir(folder).output().unwrap();
    assert!(out.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// `ffmpeg` with these arguments, which makes a file in `folder`.
pub fn ffmpeg(args: &str, folder: &Path) {
    let args: Vec<&str> = ["-nostdin", "-v", "error", "-y"].into_iter().chain(args.split(' ')).collect();
    run("ffmpeg", &args, folder);
}

/// A digest of every decoded picture and sample of a file, stream by stream.
pub fn decoded(bytes: &[u8], extension: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("it.{extension}");
    std::fs::write(folder.path().join(&name), bytes).unwrap();
    let args = "-nostdin -v error -i NAME -map 0:V? -map 0:a? -map_metadata -1 -c:a pcm_s16le -c:v rawvideo \
                -f streamhash -hash md5 -";
    let args: Vec<&str> = args.split_whitespace().map(|arg| if arg == "NAME" { name.as_str() } else { arg }).collect();
    let text = run("ffmpeg", &args, folder.path());
    let mut streams: Vec<&str> = text.lines().filter_map(|line| line.split_once(',').map(|(_, rest)| rest)).collect();
    streams.sort_unstable();
    assert!(!streams.is_empty());
    streams.join("\n")
}

/// Everything that exiftool finds, unknown tags included.
pub fn tags(bytes: &[u8], extension: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("it.{extension}");
    std::fs::write(folder.path().join(&name), bytes).unwrap();
    run("exiftool", &["-a", "-u", "-ee", "-G1", "-s", &name], folder.path())
}

/// How often something is done: a few times, or for as long as it takes with `AMANAT_SOAK=1`.
pub fn soak(short: u64, long: u64) -> u64 {
    #[expect(clippy::disallowed_methods, reason = "how long a test is belongs to whoever runs it")]
    let soaking = std::env::var_os("AMANAT_SOAK").is_some();
    if soaking { long } else { short }
}
