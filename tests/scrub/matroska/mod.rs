//! Matroska and `WebM`, made by ffmpeg, by mkvmerge and by hand.

mod build;
mod codecs;
mod hidden;
mod packed;
mod torn;
mod total;

use tempfile::TempDir;

use crate::house::{self, CANARY};

/// A film that ffmpeg makes of moving pictures and a tone with these arguments.
pub fn film(args: &str, name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    made(&folder, args, name);
    std::fs::read(folder.path().join(name)).unwrap()
}

/// The same, left in a folder.
pub fn made(folder: &TempDir, args: &str, name: &str) {
    let inputs = "-f lavfi -i testsrc2=s=96x64:r=10:d=2 -f lavfi -i sine=f=440:d=2";
    let tags = format!("-metadata title={CANARY} -metadata location={CANARY} -metadata:s:a title={CANARY}");
    house::ffmpeg(&format!("{inputs} {tags} {args} {name}"), folder.path());
}
