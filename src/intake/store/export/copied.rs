//! One row of binary COPY data (Postgres, "COPY", "Binary Format"). Postgres sends a row a message.

use crate::testimony::{bundle::manifest::Entry, calendar::IsoWeek, digest::Sha256, id::TestimonyId};

/// Signature, flags and length of the extension, before the first row.
const START: usize = 11 + 4 + 4;

/// A chunk, and with the first one of a testimony what is known of it.
pub(super) struct Copied<'a> {
    pub(super) id: TestimonyId,
    pub(super) n: i32,
    pub(super) bytes: &'a [u8],
    about: [Option<&'a [u8]>; 5],
}

impl<'a> Copied<'a> {
    /// `None` is a message that is not a row of ours; `Some(None)` the end of the data.
    #[expect(clippy::option_option, reason = "not of our form, the end, or a row")]
    pub(super) fn read(message: &'a [u8], first: bool) -> Option<Option<Self>> {
        let mut rest = if first { message.get(START..)? } else { message };
        if rest.is_empty() {
            return Some(None);
        }
        match i16::from_be_bytes(take(&mut rest, 2)?.try_into().ok()?) {
            -1 => return Some(None),
            8 => {}
            _ => return None,
        }
        let id: [u8; 16] = field(&mut rest)??.try_into().ok()?;
        let n = i32::from_be_bytes(field(&mut rest)??.try_into().ok()?);
        let bytes = field(&mut rest)??;
        let mut about = [None; 5];
        for one in &mut about {
            *one = field(&mut rest)?;
        }
        rest.is_empty().then_some(Some(Self {
            id: TestimonyId::from_uuid(uuid::Uuid::from_bytes(id)),
            n,
            bytes,
            about,
        }))
    }

    /// The manifest's line and the age header, which come with the first chunk.
    pub(super) fn begins(&self) -> Option<(Entry, &'a [u8])> {
        let [week, epoch, payload_bytes, payload_sha256, header] = self.about;
        let header = header?;
        let entry = Entry {
            id: self.id,
            week: IsoWeek::parse(std::str::from_utf8(week?).ok()?)?,
            epoch: i32::from_be_bytes(epoch?.try_into().ok()?),
            header_bytes: u32::try_from(header.len()).ok()?,
            payload_bytes: u64::try_from(i64::from_be_bytes(payload_bytes?.try_into().ok()?)).ok()?,
            header_sha256: Sha256::of(header),
            payload_sha256: Sha256(payload_sha256?.try_into().ok()?),
        };
        Some((entry, header))
    }
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

/// `None` when cut short, `Some(None)` for NULL.
#[expect(clippy::option_option, reason = "cut short, NULL, or a value")]
fn field<'a>(rest: &mut &'a [u8]) -> Option<Option<&'a [u8]>> {
    match i32::from_be_bytes(take(rest, 4)?.try_into().ok()?) {
        -1 => Some(None),
        length => take(rest, usize::try_from(length).ok()?).map(Some),
    }
}
