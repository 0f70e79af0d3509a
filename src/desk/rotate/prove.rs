//! `H2.tar → receipt.txt`: each new header is opened, and found to be of its testimony.

use std::io::{self, Write};

use super::{Event, RotateError, Work, refusal::Refusal, runs};
use crate::{
    desk::{identity::Identities, section::Section, unseal::file_key},
    testimony::{
        bundle::walk::Walk,
        digest::Sha256,
        header::Header,
        recipients::Recipients,
        rotation::{
            SUFFIX,
            entries::{Entries, Entry},
            head::Kind,
            proof::Proof,
            receipt::{Proven, first_line},
        },
    },
};

/// Opens a new header, and checks that somebody who held its file key made it for this testimony.
pub fn prove(entry: &Entry, identities: &Identities, recipients: &Recipients) -> Result<Proven, Refusal> {
    let (proof, bytes) = Proof::split(&entry.bytes)?;
    let header = Header::parse(bytes).map_err(|_| Refusal::Damaged)?;
    if !header.has_stanzas_for(recipients) {
        return Err(Refusal::Recipients);
    }
    let key = file_key(&header, identities)?;
    if !proof.is_of(&key, entry.id) {
        return Err(Refusal::Swapped);
    }
    Ok(Proven { id: entry.id, old: proof.replaces, new: Sha256::of(bytes) })
}

/// Writes a receipt for all headers that one of `identities` opens. Gives the output back and how many there are.
pub fn run<W: Write>(
    work: &Work<'_>,
    identities: &Identities,
    recipients: &Recipients,
    mut out: W,
    mut tell: impl FnMut(Event),
) -> Result<(W, u64), RotateError> {
    let written = |error: io::Error| RotateError::Write(error.into());
    let whole = Section::whole(work.file).map_err(RotateError::Read)?;
    let entries = Entries::begin(whole.clone(), Kind::Rotated)?;
    entries.head().target.is(work.target)?;
    tell(Event::Announced(count(whole).map_err(RotateError::Read)?));
    out.write_all(first_line(work.target).as_bytes()).map_err(written)?;
    let mut proven = 0;
    runs::each(
        entries,
        work.jobs,
        |entry| prove(entry, identities, recipients),
        &mut tell,
        |entry, done, tell| {
            match done {
                Ok(line) => {
                    out.write_all(line.line().as_bytes()).map_err(written)?;
                    proven += 1;
                    tell(Event::Done(entry.id));
                }
                Err(refusal) => tell(Event::Refused(entry.id, refusal)),
            }
            Ok(())
        },
    )?;
    out.flush().map_err(written)?;
    Ok((out, proven))
}

/// How many headers there are: the first line of such a file was written before anybody knew.
fn count(whole: Section<'_>) -> io::Result<u64> {
    let headers = Walk::begin(whole)?.flatten().filter(|found| found.name.ends_with(SUFFIX));
    Ok(headers.count() as u64)
}
