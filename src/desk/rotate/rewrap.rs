//! `H.tar → H2.tar`: each header is opened and written anew.

use std::io::Write;

use super::{Event, RotateError, Work, refusal::Refusal, runs};
use crate::{
    desk::{identity::Identities, section::Section, unseal::file_key},
    testimony::{
        digest::Sha256,
        header::{self, Header},
        id::TestimonyId,
        recipients::Recipients,
        rotation::{
            entries::Entries,
            head::{Head, Kind},
            proof::Proof,
            write::Writer,
        },
    },
};

/// A header for `recipients` that has the file key of `old`, after the line that proves that it replaces `old`. `None` when no
/// header can hold so many recipients.
pub fn rewrap(
    id: TestimonyId,
    old: &[u8],
    identities: &Identities,
    recipients: &Recipients,
) -> Result<Option<(Proof, Vec<u8>)>, Refusal> {
    let key = file_key(&Header::parse(old).map_err(|_| Refusal::Damaged)?, identities)?;
    let proof = Proof::new(&key, id, Sha256::of(old));
    Ok(proof.zip(header::write(&key, recipients).ok()))
}

/// Writes a new archive for all headers that one of `identities` opens. Gives the output back and how many there are.
pub fn run<W: Write>(
    work: &Work<'_>,
    identities: &Identities,
    recipients: &Recipients,
    out: W,
    mut tell: impl FnMut(Event),
) -> Result<(W, u64), RotateError> {
    let whole = Section::whole(work.file).map_err(RotateError::Read)?;
    let entries = Entries::begin(whole, Kind::Headers)?;
    let Head { target, count, .. } = *entries.head();
    target.is(work.target)?;
    tell(Event::Announced(count.unwrap_or(0)));
    let mut writer = Writer::begin(out, &Head { kind: Kind::Rotated, target, count: None })?;
    runs::each(
        entries,
        work.jobs,
        |entry| rewrap(entry.id, &entry.bytes, identities, recipients),
        &mut tell,
        |entry, done, tell| {
            match done {
                Ok(new) => {
                    let (proof, header) = new.ok_or(RotateError::Recipients)?;
                    writer.entry(entry.id, &[proof.line().as_bytes(), &header])?;
                    tell(Event::Done(entry.id));
                }
                Err(refusal) => tell(Event::Refused(entry.id, refusal)),
            }
            Ok(())
        },
    )?;
    Ok(writer.finish()?)
}
