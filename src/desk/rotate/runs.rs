//! Headers in runs: while all threads work on one run, the run before it is taken, in order, and the next one is read. Memory
//! holds three runs.

use std::{
    io::{Read, Seek},
    panic, thread,
};

use super::{Event, RotateError};
use crate::testimony::rotation::entries::{Entries, Entry, Step};

/// Headers in a run.
const MOST: usize = 512;
/// Bytes of headers after which a run is full, whatever their number.
const FULL: usize = 4 << 20;

/// Hands each header to `work`, on `jobs` threads, and what becomes of it to `take`, by rising id.
pub(super) fn each<R: Read + Seek, T: Send>(
    mut entries: Entries<R>,
    jobs: usize,
    work: impl Fn(&Entry) -> T + Sync,
    tell: &mut impl FnMut(Event),
    mut take: impl FnMut(&Entry, T, &mut dyn FnMut(Event)) -> Result<(), RotateError>,
) -> Result<(), RotateError> {
    let (mut before, mut run) = (Vec::new(), read(&mut entries, tell)?);
    while !(before.is_empty() && run.is_empty()) {
        let share = run.len().div_ceil(jobs.max(1)).max(1);
        let (next, done) = thread::scope(|scope| {
            let work = |share: &[Entry]| share.iter().map(&work).collect::<Vec<_>>();
            let threads: Vec<_> = run.chunks(share).map(|share| scope.spawn(move || work(share))).collect();
            for (entry, done) in before.drain(..) {
                take(&entry, done, tell)?;
            }
            let next = read(&mut entries, tell)?;
            let done =
                threads.into_iter().map(|thread| thread.join().unwrap_or_else(|fault| panic::resume_unwind(fault)));
            Ok::<_, RotateError>((next, done.flatten().collect::<Vec<_>>()))
        })?;
        before = run.into_iter().zip(done).collect();
        run = next;
    }
    Ok(())
}

fn read<R: Read + Seek>(entries: &mut Entries<R>, tell: &mut impl FnMut(Event)) -> Result<Vec<Entry>, RotateError> {
    let (mut run, mut bytes) = (Vec::new(), 0);
    while run.len() < MOST && bytes < FULL {
        match entries.next().transpose().map_err(RotateError::Read)? {
            Some(Step::Entry(entry)) => {
                bytes += entry.bytes.len();
                run.push(entry);
            }
            Some(Step::Finding(finding)) => tell(Event::Finding(finding)),
            None => break,
        }
    }
    Ok(run)
}
