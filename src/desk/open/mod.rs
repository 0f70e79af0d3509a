//! Opens a bundle: one thread reads its list, some open testimonies, and the caller's keeps them and tells what became of
//! each.

use std::{
    collections::HashSet,
    fs::File,
    iter,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use folder::{Folder, Output};
use refusal::{Failure, OpenError, Refusal};
use testimony::{Opened, Opener};

use super::{identity::Identities, section::Section};
use crate::testimony::{
    bundle::{
        finding::Finding,
        read::{Job, Reader, Step},
    },
    id::TestimonyId,
    questionnaire::Questionnaire,
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
    /// A testimony's folder is there, and on the disk.
    Opened(TestimonyId),
    /// It was there already.
    OpenedBefore(TestimonyId),
    /// A testimony is not opened.
    Refused(TestimonyId, Refusal),
    /// Something is wrong with the bundle, or with the place of a testimony in it.
    Finding(Finding),
}

/// From the threads to the caller's.
enum Message {
    Tell(Event),
    /// Opened, and to be kept.
    Whole(Folder),
    /// The work stops.
    Stop(OpenError),
}

/// Opens every testimony of `bundle` that one of `identities` fits, into `out`, on `jobs` threads. Their pages have the words of
/// `form`, if it is what they answered.
pub fn open(
    bundle: &File,
    (identities, form): (&Identities, Option<&Questionnaire>),
    out: &Path,
    jobs: usize,
    mut tell: impl FnMut(Event),
) -> Result<(), OpenError> {
    let reader = Section::whole(bundle).and_then(Reader::begin).map_err(OpenError::Bundle)?;
    let output = Output::prepare(out)?;
    let stop = AtomicBool::new(false);
    let seen = Mutex::new(HashSet::new());
    let jobs = jobs.max(1);
    let (to_openers, queue) = sync_channel::<Job>(WAITING * jobs);
    let queue = Mutex::new(queue);
    let (messages, told) = sync_channel(WAITING * jobs);
    let mut stopped = Ok(());
    thread::scope(|scope| {
        for _ in 0..jobs {
            let messages = messages.clone();
            let (queue, stop, seen) = (&queue, &stop, &seen);
            let opener = Opener::new(bundle, identities, form, &output);
            scope.spawn(move || work(opener, queue, &messages, stop, seen));
        }
        let stop = &stop;
        scope.spawn(move || list(reader, &to_openers, &messages, stop));
        let mut end = |error| {
            stop.store(true, Ordering::Relaxed);
            if stopped.is_ok() {
                stopped = Err(error);
            }
        };
        // Whatever is whole by now goes to the disk at once: the slower the disk, the more at a time.
        while let Ok(first) = told.recv() {
            let mut whole = Vec::new();
            for message in iter::once(first).chain(told.try_iter().take(WAITING * jobs)) {
                match message {
                    Message::Tell(event) => tell(event),
                    Message::Whole(folder) => whole.push(folder),
                    Message::Stop(error) => end(error),
                }
            }
            match output.keep(whole) {
                Ok(ids) => ids.into_iter().map(Event::Opened).for_each(&mut tell),
                Err(error) => end(error),
            }
        }
    });
    stopped
}

/// The listing thread.
fn list(mut reader: Reader<Section<'_>>, jobs: &SyncSender<Job>, messages: &SyncSender<Message>, stop: &AtomicBool) {
    let mut announced = false;
    while let Some(step) = reader.next() {
        if let (false, Some(count)) = (announced, reader.announced()) {
            announced = true;
            let _ = messages.send(Message::Tell(Event::Announced(count)));
        }
        if stop.load(Ordering::Relaxed) {
            return;
        }
        // A send fails only when the other side is gone, and then there is nobody left to tell.
        let _ = match step {
            Ok(Step::Job(job)) => jobs.send(job).is_ok(),
            Ok(Step::Part(..)) => true,
            Ok(Step::Finding(finding)) => messages.send(Message::Tell(Event::Finding(finding))).is_ok(),
            Err(error) => messages.send(Message::Stop(OpenError::Bundle(error))).is_ok(),
        };
    }
}

/// An opening thread.
fn work(
    mut opener: Opener<'_>,
    queue: &Mutex<Receiver<Job>>,
    messages: &SyncSender<Message>,
    stop: &AtomicBool,
    seen: &Mutex<HashSet<TestimonyId>>,
) {
    let ids = || seen.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        if stop.load(Ordering::Relaxed) {
            continue;
        }
        // A hostile bundle can hold an id twice: two threads must not share a folder.
        let message = if ids().insert(job.id) {
            match opener.open(&job) {
                Ok(Opened::Now(folder)) => Message::Whole(folder),
                Ok(Opened::Before) => Message::Tell(Event::OpenedBefore(job.id)),
                Err(Failure::Refused(refusal)) => {
                    ids().remove(&job.id);
                    Message::Tell(Event::Refused(job.id, refusal))
                }
                Err(Failure::Output(error)) => Message::Stop(OpenError::of_output(job.id, error)),
            }
        } else {
            Message::Tell(Event::Refused(job.id, Refusal::Twice))
        };
        let _ = messages.send(message);
    }
}
