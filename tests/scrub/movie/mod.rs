//! MP4, `QuickTime`, 3GP and M4A.

mod built;
mod hidden;
mod made;
mod missing;
mod sets;
mod total;
mod tracks;
mod trimmed;

use crate::house::ffmpeg;

/// A picture that moves, and a tone: inputs of `ffmpeg`.
const INPUTS: &str = "-f lavfi -i testsrc2=s=96x64:r=25:d=0.6 -f lavfi -i sine=440:d=0.6:r=44100";

/// What `ffmpeg` writes with these arguments into a file of this extension.
fn made(args: &str, extension: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    ffmpeg(&format!("{INPUTS} {args} out.{extension}"), folder.path());
    std::fs::read(folder.path().join(format!("out.{extension}"))).unwrap()
}

/// A box of this kind around a body.
fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let size = u32::try_from(body.len() + 8).unwrap();
    [&size.to_be_bytes()[..], kind, body].concat()
}

/// Every place where a box of this kind may begin.
fn places(bytes: &[u8], kind: &[u8; 4]) -> Vec<usize> {
    (4..bytes.len() - 4).filter(|at| &bytes[*at..at + 4] == kind).map(|at| at - 4).collect()
}

/// Puts `added` at the end of the box at the end of `path`, and makes all of them longer. Offsets of media are not
/// moved: the boxes must stand behind it.
fn planted(bytes: &[u8], path: &[&[u8; 4]], added: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let (mut from, mut end) = (0, bytes.len());
    let longer = u32::try_from(added.len()).unwrap();
    for kind in path {
        let mut at = from;
        let size = loop {
            let size = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            if &bytes[at + 4..at + 8] == *kind {
                break size;
            }
            at += size as usize;
            assert!(at < end, "no such box");
        };
        bytes[at..at + 4].copy_from_slice(&(size + longer).to_be_bytes());
        // Descriptions stand behind a count, and a picture's boxes behind its fixed part.
        from = at
            + 8
            + if *kind == b"stsd" {
                8
            } else if *kind == b"avc1" {
                78
            } else {
                0
            };
        end = at + size as usize;
    }
    bytes.splice(end..end, added.iter().copied());
    bytes
}
