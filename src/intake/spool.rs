//! The spool: an attachment on its way, never in plaintext on disk and never whole in memory.
//!
//! A short attachment stays in memory. A longer one goes to an unlinked file as an age stream, to a key that exists
//! in this process alone and is forgotten with the attachment.

use std::{
    fs::File,
    io::{self, BufReader, Cursor, Write},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use crate::testimony::{
    digest::Hasher,
    draft::{Content, Received, Shelf},
};

/// An attachment of at most this many bytes stays in memory.
pub const IN_MEMORY: usize = 64 * 1024;

/// An attachment that is arriving.
pub struct Spool {
    place: Place,
    hasher: Hasher,
    bytes: u64,
}

enum Place {
    Memory(Zeroizing<Vec<u8>>),
    Disk { writer: age::stream::StreamWriter<File>, key: age::x25519::Identity },
}

/// Why an attachment could not be spooled.
#[derive(Debug, thiserror::Error)]
pub enum SpoolError {
    /// The spool's file could not be used; most often its disk is full (age's errors do not always say so).
    #[error("the spool could not be written or read")]
    Io(#[from] io::Error),
    /// The spool's own key did not work; it cannot happen unless memory is damaged.
    #[error("the spool could not be read back")]
    Key,
}

impl Default for Spool {
    fn default() -> Self {
        Self { place: Place::Memory(Zeroizing::default()), hasher: Hasher::default(), bytes: 0 }
    }
}

impl Spool {
    /// Takes in more bytes; `folder` is where an unlinked file is made when they no longer fit in memory.
    pub fn write(&mut self, bytes: &[u8], folder: &Path) -> Result<(), SpoolError> {
        self.hasher.update(bytes);
        self.bytes += bytes.len() as u64;
        match &mut self.place {
            Place::Memory(held) if held.len() + bytes.len() <= IN_MEMORY => held.extend_from_slice(bytes),
            Place::Memory(held) => {
                let key = age::x25519::Identity::generate();
                let recipient = key.to_public();
                let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient));
                // Unlinked from birth (O_TMPFILE): nothing is left behind, whatever becomes of this process.
                let file = tempfile::tempfile_in(folder)?;
                let mut writer = encryptor.map_err(|_| SpoolError::Key)?.wrap_output(file)?;
                writer.write_all(held)?;
                writer.write_all(bytes)?;
                self.place = Place::Disk { writer, key };
            }
            Place::Disk { writer, .. } => writer.write_all(bytes)?,
        }
        Ok(())
    }

    /// Bytes taken in so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Ends the attachment and gives it as it can be read back, from its start.
    pub fn finish(self) -> Result<Received, SpoolError> {
        let sha256 = self.hasher.finish();
        let content: Box<dyn Content> = match self.place {
            Place::Memory(held) => Box::new(Cursor::new(held)),
            Place::Disk { writer, key } => {
                let mut file = writer.finish()?;
                io::Seek::rewind(&mut file)?;
                #[expect(
                    clippy::disallowed_methods,
                    reason = "the spool's own stream, under a key that never leaves this process"
                )]
                let decryptor = age::Decryptor::new_buffered(BufReader::new(file)).map_err(|_| SpoolError::Key)?;
                Box::new(decryptor.decrypt(std::iter::once(&key as &dyn age::Identity)).map_err(|_| SpoolError::Key)?)
            }
        };
        Ok(Received { content, bytes: self.bytes, sha256 })
    }
}

/// A spool for a file that is being rebuilt.
pub struct SpoolShelf {
    spool: Spool,
    folder: PathBuf,
}

impl SpoolShelf {
    /// An empty one; `folder` is where an unlinked file is made if need be.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { spool: Spool::default(), folder: folder.to_owned() }
    }
}

impl Write for SpoolShelf {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.spool.write(buf, &self.folder).map_err(io::Error::other)?;
        Ok(buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Shelf for SpoolShelf {
    fn back(self: Box<Self>) -> io::Result<Box<dyn Content>> {
        Ok(self.spool.finish().map_err(io::Error::other)?.content)
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Read as _};

    use super::*;
    use crate::testimony::digest::Sha256;

    #[test]
    fn what_is_spooled_comes_back_and_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        for length in [0, 1, IN_MEMORY, IN_MEMORY + 1, 5 * IN_MEMORY] {
            let bytes: Vec<u8> = (0..length).map(|n| u8::try_from(n % 251).unwrap()).collect();
            let mut spool = Spool::default();
            for part in bytes.chunks(10_000) {
                spool.write(part, folder.path()).unwrap();
                assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
            }
            let mut received = spool.finish().unwrap();
            let mut back = Vec::new();
            received.content.read_to_end(&mut back).unwrap();
            assert_eq!((back, received.sha256, received.bytes), (bytes.clone(), Sha256::of(&bytes), length as u64));
        }
    }
}
