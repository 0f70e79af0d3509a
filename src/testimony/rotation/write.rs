//! Writes an archive of headers as a stream.

use std::io::{self, Write};

use super::{HEAD, SUFFIX, head::Head};
use crate::testimony::{id::TestimonyId, ustar};

/// Why an archive could not be written. The unfinished file is of no use and should be deleted.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The disk, or whatever it is written to, failed.
    #[error("the headers could not be written")]
    Io(#[from] io::Error),
    /// Ids must rise.
    #[error("headers came out of order; run the same command again")]
    Order,
    /// Another number of headers came than was announced.
    #[error("the database announced another number of headers than it gave; run the same command again")]
    Count,
}

/// The writer.
pub struct Writer<W> {
    out: W,
    last: Option<TestimonyId>,
    announced: Option<u64>,
    written: u64,
}

impl<W: Write> Writer<W> {
    /// Writes the first line.
    pub fn begin(out: W, head: &Head) -> Result<Self, WriteError> {
        let mut writer = Self { out, last: None, announced: head.count, written: 0 };
        writer.file(HEAD, &[head.line().as_bytes()])?;
        Ok(writer)
    }

    /// Writes the next header, in parts, by rising id.
    pub fn entry(&mut self, id: TestimonyId, parts: &[&[u8]]) -> Result<(), WriteError> {
        if self.last.replace(id).is_some_and(|last| last >= id) {
            return Err(WriteError::Order);
        }
        self.written += 1;
        self.file(&format!("{id}{SUFFIX}"), parts)
    }

    fn file(&mut self, name: &str, parts: &[&[u8]]) -> Result<(), WriteError> {
        let size = parts.iter().map(|part| part.len() as u64).sum();
        self.out.write_all(&ustar::header(name, size)?)?;
        parts.iter().try_for_each(|part| self.out.write_all(part))?;
        Ok(self.out.write_all(ustar::padding(size))?)
    }

    /// Writes the end mark, and gives the output back with the number of headers.
    pub fn finish(mut self) -> Result<(W, u64), WriteError> {
        if self.announced.is_some_and(|announced| announced != self.written) {
            return Err(WriteError::Count);
        }
        self.out.write_all(&ustar::END)?;
        self.out.flush()?;
        Ok((self.out, self.written))
    }
}
