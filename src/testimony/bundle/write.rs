//! Writes a bundle as a stream: first all manifest lines, then the ids of earlier exports, then the files.

use std::io::{self, BufReader, BufWriter, Read, Seek, Write};

use super::{
    EARLIER, MANIFEST, SUMS,
    manifest::{Entry, Head, TAIL},
};
use crate::testimony::{
    digest::{Hasher, Sha256},
    id::TestimonyId,
    ustar,
};

/// Why a bundle could not be written. The unfinished file is of no use and should be deleted.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The disk, or whatever the bundle is written to, failed.
    #[error("the bundle could not be written")]
    Io(#[from] io::Error),
    /// What came is not what was announced: the store changed under the export, or is damaged.
    #[error(
        "{what} of testimony {id} is not what the database announced; run the export again, and if it persists check the disk"
    )]
    Differs {
        /// Whose.
        id: TestimonyId,
        /// Which part.
        what: &'static str,
    },
    /// More or fewer testimonies came than were announced.
    #[error("the database announced another number of testimonies than it gave; run the export again")]
    Count,
}

/// Longest line of `SHA256SUMS`: a digest, two spaces, `<id>.age`, a line feed.
const SUM_LINE: usize = 64 + 2 + 36 + 4 + 1;

/// Line of `earlier.txt`: an id and a line feed.
const EARLIER_LINE: u64 = TestimonyId::TEXT_LEN as u64 + 1;

/// What all stages share. `S` is scratch space for checksums, so that memory does not grow with the bundle.
struct Tar<W, S: Write> {
    out: W,
    scratch: BufWriter<S>,
    sums_bytes: u64,
    hasher: Hasher,
    left: u64,
    written: u64,
}

impl<W: Write, S: Write> Tar<W, S> {
    fn begin(&mut self, name: &str, bytes: u64) -> io::Result<()> {
        self.out.write_all(&ustar::header(name, bytes)?)?;
        self.hasher = Hasher::default();
        self.left = bytes;
        self.written = bytes;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(WriteError::Count)?;
        self.hasher.update(bytes);
        Ok(self.out.write_all(bytes)?)
    }

    fn end(&mut self, name: &str) -> Result<(), WriteError> {
        if self.left != 0 {
            return Err(WriteError::Count);
        }
        self.out.write_all(ustar::padding(self.written))?;
        let line = format!("{}  {name}\n", std::mem::take(&mut self.hasher).finish());
        self.sums_bytes += line.len() as u64;
        Ok(self.scratch.write_all(line.as_bytes())?)
    }
}

/// First stage: the manifest's lines.
pub struct ManifestStage<W, S: Write> {
    tar: Tar<W, S>,
    count: u64,
    left: u64,
}

impl<W: Write, S: Read + Write + Seek> ManifestStage<W, S> {
    /// Announces `head.count` testimonies to `out`. `scratch` must be empty.
    pub fn begin(out: W, scratch: S, head: &Head) -> Result<Self, WriteError> {
        let scratch = BufWriter::new(scratch);
        let mut tar = Tar { out, scratch, sums_bytes: 0, hasher: Hasher::default(), left: 0, written: 0 };
        tar.begin(MANIFEST, head.manifest_bytes())?;
        tar.write(head.line().as_bytes())?;
        Ok(Self { tar, count: head.count, left: head.count })
    }

    /// The next testimony, by rising id.
    pub fn entry(&mut self, entry: &Entry) -> Result<(), WriteError> {
        self.left = self.left.checked_sub(1).ok_or(WriteError::Count)?;
        self.tar.write(entry.line(self.left == 0).as_bytes())
    }

    /// Ends the manifest and announces `count` ids of earlier exports, by rising id; with none there is no such file.
    pub fn earlier(mut self, count: u64) -> Result<EarlierStage<W, S>, WriteError> {
        if self.left != 0 {
            return Err(WriteError::Count);
        }
        self.tar.write(TAIL.as_bytes())?;
        self.tar.end(MANIFEST)?;
        if count > 0 {
            self.tar.begin(EARLIER, count * EARLIER_LINE)?;
        }
        Ok(EarlierStage { tar: self.tar, any: count > 0, left: self.count })
    }
}

/// Second stage: the ids that earlier exports hold.
pub struct EarlierStage<W, S: Write> {
    tar: Tar<W, S>,
    any: bool,
    left: u64,
}

impl<W: Write, S: Read + Write + Seek> EarlierStage<W, S> {
    /// The next id.
    pub fn id(&mut self, id: TestimonyId) -> Result<(), WriteError> {
        self.tar.write(format!("{id}\n").as_bytes())
    }

    /// Goes on to the files.
    pub fn files(mut self) -> Result<FileStage<W, S>, WriteError> {
        if self.any {
            self.tar.end(EARLIER)?;
        }
        Ok(FileStage { tar: self.tar, current: None, left: self.left })
    }
}

/// Third stage: the age files, in the manifest's order.
pub struct FileStage<W, S: Write> {
    tar: Tar<W, S>,
    current: Option<(Entry, Hasher)>,
    left: u64,
}

impl<W: Write, S: Read + Write + Seek> FileStage<W, S> {
    /// Starts the next file with its age header.
    pub fn begin(&mut self, entry: Entry, header: &[u8]) -> Result<(), WriteError> {
        if header.len() as u64 != u64::from(entry.header_bytes) || Sha256::of(header) != entry.header_sha256 {
            return Err(WriteError::Differs { id: entry.id, what: "the header" });
        }
        self.left = self.left.checked_sub(1).ok_or(WriteError::Count)?;
        self.tar.begin(&entry.file_name(), entry.file_bytes())?;
        self.tar.write(header)?;
        self.current = Some((entry, Hasher::default()));
        Ok(())
    }

    /// More of the payload.
    pub fn payload(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        let (entry, hasher) = self.current.as_mut().ok_or(WriteError::Count)?;
        if bytes.len() as u64 > self.tar.left {
            return Err(WriteError::Differs { id: entry.id, what: "the payload" });
        }
        hasher.update(bytes);
        self.tar.write(bytes)
    }

    /// Ends the file; its payload must be what the manifest says.
    pub fn end(&mut self) -> Result<(), WriteError> {
        let (entry, hasher) = self.current.take().ok_or(WriteError::Count)?;
        if self.tar.left != 0 || hasher.finish() != entry.payload_sha256 {
            return Err(WriteError::Differs { id: entry.id, what: "the payload" });
        }
        self.tar.end(&entry.file_name())
    }

    /// Writes the checksums and the end of the archive, and gives the output back.
    pub fn finish(self) -> Result<W, WriteError> {
        if self.left != 0 || self.current.is_some() {
            return Err(WriteError::Count);
        }
        let Tar { out, scratch, sums_bytes, .. } = self.tar;
        let mut scratch = scratch.into_inner().map_err(io::IntoInnerError::into_error)?;
        scratch.rewind()?;
        let mut tar = Tar {
            out,
            scratch: BufWriter::new(io::sink()),
            sums_bytes: 0,
            hasher: Hasher::default(),
            left: 0,
            written: 0,
        };
        tar.begin(SUMS, sums_bytes)?;
        let mut lines = BufReader::with_capacity(64 * 1024, scratch).take(sums_bytes);
        let mut buf = vec![0; 64 * SUM_LINE];
        loop {
            let n = lines.read(&mut buf)?;
            if n == 0 {
                break;
            }
            tar.write(&buf[..n])?;
        }
        tar.end(SUMS)?;
        tar.out.write_all(&ustar::END)?;
        tar.out.flush()?;
        Ok(tar.out)
    }
}
