//! Reads an envelope's tar as it is decrypted. Everything in it is hostile until the testimony's last byte was read.

use std::io::{self, Read, Write as _};

use zeroize::Zeroizing;

use super::{
    folder::Folder,
    refusal::{Failure, Refusal},
};
use crate::testimony::{
    digest::Hasher,
    id::TestimonyId,
    record::{self, Attachment, Record},
    scrub::MOST_FILES,
    ustar::{self, BLOCK, Block, Header},
};

/// No `testimony.json` is longer, in bytes.
const LONGEST_RECORD: u64 = 4 << 20;

const CUT: Refusal = Refusal::Content("its tar ends too early");

/// An envelope that is read from front to back through a buffer that is wiped by its owner.
pub struct Unpacker<'a, R> {
    plain: R,
    buffer: &'a mut [u8],
}

impl<'a, R: Read> Unpacker<'a, R> {
    /// `buffer` must hold a block at least.
    pub fn new(plain: R, buffer: &'a mut [u8]) -> Self {
        Self { plain, buffer }
    }

    /// The first entry: `testimony.json`, to the byte and as a record.
    pub fn record(&mut self, id: TestimonyId) -> Result<(Zeroizing<Vec<u8>>, Record), Refusal> {
        let header = self.header()?.ok_or(CUT)?;
        if header.name != record::FILE_NAME || header.size > LONGEST_RECORD {
            return Err(Refusal::Content("its first entry is not testimony.json"));
        }
        let mut json = Zeroizing::new(vec![0; usize::try_from(header.size).map_err(|_| CUT)?]);
        self.exact(&mut json)?;
        self.padding(header.size)?;
        let format: Format = serde_json::from_slice(&json).map_err(|_| NOT_A_RECORD)?;
        if format.format != record::FORMAT {
            return Err(Refusal::Format);
        }
        let record: Record = serde_json::from_slice(&json).map_err(|_| NOT_A_RECORD)?;
        if record.id != id {
            return Err(Refusal::OtherId);
        }
        let named = (1..).zip(&record.attachments).all(|(place, attachment)| is_name(&attachment.name, place));
        if !named || record.attachments.len() > MOST_FILES {
            return Err(Refusal::Content("it lists an attachment under a name that Amanat does not give"));
        }
        Ok((json, record))
    }

    /// The next entry: the attachment that the record lists next.
    pub fn attachment(&mut self, listed: &Attachment, folder: &Folder) -> Result<(), Failure> {
        let header = self.header()?.ok_or(Refusal::Content("an attachment that it lists is not in it"))?;
        if header.name != listed.name || header.size != listed.bytes {
            return Err(Refusal::Content("its files are not the ones that it lists").into());
        }
        let mut file = folder.file(&listed.name).map_err(Failure::Output)?;
        let mut hasher = Hasher::default();
        let mut left = header.size;
        while left > 0 {
            let most = usize::try_from(left).unwrap_or(usize::MAX).min(self.buffer.len());
            let n = self.read(most)?;
            if n == 0 {
                return Err(CUT.into());
            }
            hasher.update(&self.buffer[..n]);
            file.write_all(&self.buffer[..n]).map_err(Failure::Output)?;
            left -= n as u64;
        }
        if hasher.finish() != listed.sha256_kept {
            return Err(Refusal::Content("an attachment does not have the SHA-256 that it lists").into());
        }
        Ok(self.padding(header.size)?)
    }

    /// After the last attachment: the end mark, and zeros up to the end of the payload, whose MAC is checked there.
    pub fn end(mut self) -> Result<(), Refusal> {
        if self.header()?.is_some() {
            return Err(Refusal::Content("it holds a file that it does not list"));
        }
        let mut zeros = BLOCK;
        loop {
            match self.read(self.buffer.len())? {
                0 if zeros < 2 * BLOCK => return Err(CUT),
                0 => return Ok(()),
                n if self.buffer[..n].iter().any(|byte| *byte != 0) => {
                    return Err(Refusal::Content("something is hidden after its end"));
                }
                n => zeros = zeros.saturating_add(n),
            }
        }
    }

    fn header(&mut self) -> Result<Option<Header>, Refusal> {
        let mut block = Zeroizing::new([0; BLOCK]);
        self.exact(&mut *block)?;
        match ustar::parse(&block) {
            Ok(Block::File(header)) => Ok(Some(header)),
            Ok(Block::Zeros) => Ok(None),
            Err(_) => Err(Refusal::Content("its tar holds something else than plain files")),
        }
    }

    fn padding(&mut self, size: u64) -> Result<(), Refusal> {
        let mut rest = [0; BLOCK];
        let rest = &mut rest[..usize::try_from(ustar::in_blocks(size) - size).unwrap_or(0)];
        self.exact(rest)?;
        if rest.iter().all(|byte| *byte == 0) {
            Ok(())
        } else {
            Err(Refusal::Content("something is hidden in its padding"))
        }
    }

    fn exact(&mut self, mut to: &mut [u8]) -> Result<(), Refusal> {
        while !to.is_empty() {
            match self.plain.read(to) {
                Ok(0) => return Err(CUT),
                Ok(n) => to = &mut to[n..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Refusal::of_payload(error)),
            }
        }
        Ok(())
    }

    fn read(&mut self, most: usize) -> Result<usize, Refusal> {
        loop {
            match self.plain.read(&mut self.buffer[..most]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => return other.map_err(Refusal::of_payload),
            }
        }
    }
}

const NOT_A_RECORD: Refusal = Refusal::Content("its testimony.json is not of the known form");

/// Looked at first, so that a later format is not called a forgery.
#[derive(serde::Deserialize)]
struct Format {
    format: String,
}

/// `attachments/NN.ext`, numbered without gaps: nothing else reaches the file system.
fn is_name(name: &str, place: usize) -> bool {
    let Some(ext) = name.strip_prefix(&format!("attachments/{place:02}.")) else { return false };
    (1..=5).contains(&ext.len()) && ext.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_neutral_numbered_names_reach_the_file_system() {
        assert!(is_name("attachments/01.jpg", 1) && is_name("attachments/99.bin", 99));
        for bad in ["attachments/02.jpg", "attachments/01.", "attachments/01.JPG", "attachments/01.tar.gz", "01.jpg"] {
            assert!(!is_name(bad, 1), "{bad}");
        }
        assert!(!is_name("attachments/01./../x", 1) && !is_name("/attachments/01.jpg", 1));
    }

    proptest! {
        #[test]
        fn any_bytes_end_in_a_record_or_a_refusal(
            size in prop_oneof![0_u64..3000, any::<u64>()], noise in proptest::collection::vec(any::<u8>(), 0..3000),
        ) {
            let mut header = tar::Header::new_ustar();
            header.set_path(record::FILE_NAME).unwrap();
            header.set_size(size);
            header.set_entry_type(tar::EntryType::Regular);
            header.set_cksum();
            let bytes = [header.as_bytes(), noise.as_slice()].concat();
            for plain in [bytes.as_slice(), &noise] {
                let mut buffer = [0; BLOCK];
                prop_assert!(Unpacker::new(plain, &mut buffer).record(TestimonyId::from_random([1; 16])).is_err());
                let _ = Unpacker::new(plain, &mut buffer).end();
            }
        }
    }
}
