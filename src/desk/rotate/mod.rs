//! Rotation at the desk: new headers for new recipients, and the proof that they open. Payloads are not needed.
//!
//! ```text
//! H.tar ──rewrap──▶ H2.tar        H2.tar ──prove──▶ receipt.txt
//! ```

pub mod output;
pub mod prove;
pub mod refusal;
pub mod rewrap;
mod runs;

use std::{fs::File, io};

use refusal::Refusal;

use crate::testimony::{
    id::TestimonyId,
    rotation::{
        entries::BeginError,
        finding::Finding,
        head::{OtherTarget, Target},
        write::WriteError,
    },
};

/// What both steps work on.
pub struct Work<'a> {
    /// The archive of headers.
    pub file: &'a File,
    /// What it must be for.
    pub target: Target,
    /// Threads.
    pub jobs: usize,
}

/// What is told as the work goes on.
pub enum Event {
    /// How many headers there are.
    Announced(u64),
    /// A header is done.
    Done(TestimonyId),
    /// A header is left out.
    Refused(TestimonyId, Refusal),
    /// Something is wrong with the file.
    Finding(Finding),
}

/// Why nothing could be done, or the work stopped. What was written so far is of no use.
#[derive(Debug, thiserror::Error)]
pub enum RotateError {
    /// Not the right file.
    #[error("the file of headers cannot be used")]
    Begin(#[from] BeginError),
    /// For another manifest.
    #[error("the file of headers cannot be used")]
    Target(#[from] OtherTarget),
    /// The disk failed.
    #[error("the file of headers could not be read to its end; copy it again")]
    Read(#[source] io::Error),
    /// The disk failed.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Too many recipients for a header.
    #[error("no header can hold all recipients of the manifest: it would be longer than 64 KiB; name fewer")]
    Recipients,
}
