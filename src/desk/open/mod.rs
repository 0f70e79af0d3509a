//! Opens a bundle: one thread reads its list, some open testimonies, and the caller's is told what became of each.

use std::{
    collections::HashSet,
    fs::File,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use folder::Output;
use refusal::{Failure, OpenError, Refusal};
use testimony::{Opened, Opener};

use super::{identity::Identities, section::Section};
use crate::testimony::{
    bundle::{
        finding::Finding,
        read::{Job, Reader, Step},
    },
    id::TestimonyId,
};

pub mod folder;
pub mod page;
pub mod refusal;
pub mod testimony;
pub mod unpack;

/// Jobs that wait for a thread, for each thread.
const WAITING: usize = 8;

/// What is told as the work goes on.
pub enum Event {
    /// How many testimonies the manifest announces.
    Announced(u64),
    /// A testimony's folder is there.
    Opened(TestimonyId, Opened),
    /// A testimony is not opened.
    Refused(TestimonyId, Refusal),
    /// Something is wrong with the bundle, or with the place of a testimony in it.
    Finding(Finding),
    /// The work stops.
    Stop(OpenError),
}

/// Opens every testimony of `bundle` that one of `identities` fits, into `out`, on `jobs` threads.
pub fn open(
    bundle: &File,
    identities: &Identities,
    out: &Path,
    jobs: usize,
    mut tell: impl FnMut(Event),
) -> Result<(), OpenError> {
    let reader = Section::whole(bundle).and_then(Reader::begin).map_err(OpenError::Bundle)?;
    let output = Output::prepare(out)?;
    let stop = AtomicBool::new(false);
    let under_way = Mutex::new(HashSet::new());
    let jobs = jobs.max(1);
    let (to_openers, queue) = sync_channel::<Job>(WAITING * jobs);
    let queue = Mutex::new(queue);
    let (events, told) = sync_channel(WAITING * jobs);
    let mut stopped = Ok(());
    thread::scope(|scope| {
        for _ in 0..jobs {
            let events = events.clone();
            let (queue, stop, under_way) = (&queue, &stop, &under_way);
            let opener = Opener::new(bundle, identities, &output);
            scope.spawn(move || work(opener, queue, &events, stop, under_way));
        }
        let stop = &stop;
        scope.spawn(move || list(reader, &to_openers, &events, stop));
        for event in told {
            match event {
                Event::Stop(error) if stopped.is_ok() => {
                    stop.store(true, Ordering::Relaxed);
                    stopped = Err(error);
                }
                Event::Stop(_) => {}
                event => tell(event),
            }
        }
    });
    stopped
}

/// The listing thread.
fn list(mut reader: Reader<Section<'_>>, jobs: &SyncSender<Job>, events: &SyncSender<Event>, stop: &AtomicBool) {
    let mut announced = false;
    while let Some(step) = reader.next() {
        if let (false, Some(count)) = (announced, reader.announced()) {
            announced = true;
            let _ = events.send(Event::Announced(count));
        }
        if stop.load(Ordering::Relaxed) {
            return;
        }
        // A send fails only when the other side is gone, and then there is nobody left to tell.
        let _ = match step {
            Ok(Step::Job(job)) => jobs.send(job).is_ok(),
            Ok(Step::Part(..)) => true,
            Ok(Step::Finding(finding)) => events.send(Event::Finding(finding)).is_ok(),
            Err(error) => events.send(Event::Stop(OpenError::Bundle(error))).is_ok(),
        };
    }
}

/// An opening thread.
fn work(
    mut opener: Opener<'_>,
    queue: &Mutex<Receiver<Job>>,
    events: &SyncSender<Event>,
    stop: &AtomicBool,
    under_way: &Mutex<HashSet<TestimonyId>>,
) {
    let ids = || under_way.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        if stop.load(Ordering::Relaxed) {
            continue;
        }
        // A hostile bundle can hold an id twice: two threads must not share a folder.
        let event = if ids().insert(job.id) {
            let end = opener.open(&job);
            ids().remove(&job.id);
            match end {
                Ok(how) => Event::Opened(job.id, how),
                Err(Failure::Refused(refusal)) => Event::Refused(job.id, refusal),
                Err(Failure::Output(error)) => Event::Stop(OpenError::of_output(job.id, error)),
            }
        } else {
            Event::Refused(job.id, Refusal::Twice)
        };
        let _ = events.send(event);
    }
}
