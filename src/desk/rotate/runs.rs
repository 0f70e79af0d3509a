//! Headers in runs: a run is read, worked on by all threads, and taken in order. Memory holds one run.

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
    loop {
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
        if run.is_empty() {
            return Ok(());
        }
        for (entry, done) in run.iter().zip(side_by_side(&run, jobs, &work)) {
            take(entry, done, tell)?;
        }
    }
}

/// The same as a loop, in as many threads as `jobs` says.
fn side_by_side<T: Send>(run: &[Entry], jobs: usize, work: &(impl Fn(&Entry) -> T + Sync)) -> Vec<T> {
    let share = run.len().div_ceil(jobs.max(1)).max(1);
    thread::scope(|scope| {
        let shares = run.chunks(share);
        let threads: Vec<_> =
            shares.map(|share| scope.spawn(move || share.iter().map(work).collect::<Vec<_>>())).collect();
        let done = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|fault| panic::resume_unwind(fault)));
        done.flatten().collect()
    })
}
