//! What a witness sent, before anything was removed from it.

use std::io::{self, Read, Seek, Write};

use super::{answers::Answers, digest::Sha256};

/// An attachment's plaintext, wherever it is held. It can be read twice.
pub trait Content: Read + Seek + Send {}
impl<T: Read + Seek + Send> Content for T {}

/// A place for one file: it is written once, then read back.
pub trait Shelf: Write {
    /// The file, at its start.
    fn back(self: Box<Self>) -> io::Result<Box<dyn Content>>;
}

/// A shelf in memory, for files that are small.
impl Shelf for Vec<u8> {
    fn back(self: Box<Self>) -> io::Result<Box<dyn Content>> {
        Ok(Box::new(io::Cursor::new(*self)))
    }
}

/// One file as it arrived. Its name and declared type were dropped at the door.
pub struct Received {
    /// The bytes, at their start.
    pub content: Box<dyn Content>,
    /// How many bytes `content` yields.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: Sha256,
}

/// Checked answers and the files that came with them.
pub struct Draft {
    pub(super) answers: Answers,
    pub(super) attachments: Vec<Received>,
}

impl Draft {
    /// Joins what came in one form.
    #[must_use]
    pub fn new(answers: Answers, attachments: Vec<Received>) -> Self {
        Self { answers, attachments }
    }
}
