//! Verifies a bundle without any key: its structure, sizes and every SHA-256.
//!
//! This finds damage and clumsy tampering. Whoever can change a bundle can also write new checksums: only opening it, with
//! age's MACs, shows that a testimony is what was sealed.

use std::{
    fs::File,
    io::{self, Read},
};

use super::section::Section;
use crate::testimony::{
    bundle::{
        finding::Finding,
        lines::Lines,
        read::{Job, Name, Reader, Step},
        walk::{Found, Walk, WalkError},
    },
    digest::{Hasher, Sha256},
    id::TestimonyId,
};

/// One fault.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Of the structure.
    #[error(transparent)]
    Finding(#[from] Finding),
    /// A part of a testimony is not what the manifest says.
    #[error(
        "the {part} of testimony {id} does not have the SHA-256 that the manifest says: it was changed or damaged; export again"
    )]
    Digest {
        /// Whose.
        id: TestimonyId,
        /// Which part.
        part: &'static str,
    },
    /// A line of `SHA256SUMS` is not of the known form.
    #[error("line {line} of SHA256SUMS is damaged; export again")]
    SumsLine {
        /// Counted from 1.
        line: u64,
    },
    /// A file and its line differ, or there is none.
    #[error("{} does not have the SHA-256 that SHA256SUMS says, or is not listed there; export again", told(.0))]
    Sum(Name),
    /// A line that names no file that is there.
    #[error("SHA256SUMS lists {}, which is not where it belongs in the bundle; export again", told(.0))]
    SumOfNothing(Name),
    /// A line of `earlier.txt` is not an id.
    #[error("line {line} of earlier.txt is not a testimony id; export again")]
    Earlier {
        /// Counted from 1.
        line: u64,
    },
}

/// What was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Verified {
    /// Age files that were read.
    pub testimonies: u64,
    /// Faults that were told.
    pub faults: u64,
}

impl Fault {
    /// The testimony that is concerned, if it is one.
    #[must_use]
    pub fn id(&self) -> Option<TestimonyId> {
        match self {
            Self::Finding(finding) => finding.id(),
            Self::Digest { id, .. } | Self::Sum(Name::Testimony(id)) | Self::SumOfNothing(Name::Testimony(id)) => {
                Some(*id)
            }
            _ => None,
        }
    }

    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Finding(finding) => finding.code(),
            Self::Digest { .. } => "tampered",
            Self::SumsLine { .. } | Self::Sum(_) | Self::SumOfNothing(_) => "bad-checksum",
            Self::Earlier { .. } => "bad-earlier",
        }
    }
}

fn told(name: &Name) -> String {
    match name {
        Name::Manifest => "manifest.json".to_owned(),
        Name::Earlier => "earlier.txt".to_owned(),
        Name::Testimony(id) => format!("testimony {id}"),
        Name::Sums => "SHA256SUMS".to_owned(),
    }
}

/// Verifies all of `bundle`; `tell` hears every fault.
pub fn verify(bundle: &File, mut tell: impl FnMut(&Fault)) -> io::Result<Verified> {
    let whole = Section::whole(bundle)?;
    let mut verified = Verified::default();
    let mut tell = |fault: Fault, verified: &mut Verified| {
        verified.faults += 1;
        tell(&fault);
    };
    let mut sums = match find_sums(whole.clone())? {
        Some(found) => Some(Sums { lines: Lines::at(whole.clone(), found.offset, found.size)?, ahead: None }),
        None => None,
    };
    let mut buffer = vec![0; 256 * 1024];
    for step in Reader::begin(whole)? {
        match step? {
            Step::Finding(finding) => tell(finding.into(), &mut verified),
            Step::Part(Name::Sums, _) => {}
            Step::Part(name, found) => {
                if name == Name::Earlier {
                    earlier(bundle, &found, |fault| tell(fault, &mut verified))?;
                }
                let digest = digest(&mut Section::new(bundle, found.offset, found.size), &mut buffer, &mut [])?;
                if let Some(sums) = &mut sums {
                    sums.check(name, digest, |fault| tell(fault, &mut verified))?;
                }
            }
            Step::Job(job) => {
                verified.testimonies += 1;
                let digest = testimony(bundle, &job, &mut buffer, |fault| tell(fault, &mut verified))?;
                if let Some(sums) = &mut sums {
                    sums.check(Name::Testimony(job.id), digest, |fault| tell(fault, &mut verified))?;
                }
            }
        }
    }
    if let Some(mut sums) = sums {
        sums.rest(|fault| tell(fault, &mut verified))?;
    }
    Ok(verified)
}

/// Where the checksums are: they come last, and are read beside the files.
fn find_sums(whole: Section<'_>) -> io::Result<Option<Found>> {
    for found in Walk::begin(whole)? {
        match found {
            Ok(found) if found.whole && Name::parse(&found.name) == Some(Name::Sums) => return Ok(Some(found)),
            Err(WalkError::Io(error)) => return Err(error),
            _ => {}
        }
    }
    Ok(None)
}

/// Checks header and payload, and gives the digest of the whole file.
fn testimony(bundle: &File, job: &Job, buffer: &mut [u8], mut tell: impl FnMut(Fault)) -> io::Result<Sha256> {
    let mut file = Hasher::default();
    let header_bytes = job.entry.as_ref().map_or(0, |entry| u64::from(entry.header_bytes));
    let mut part = |start: u64, length: u64| {
        digest(&mut Section::new(bundle, job.offset + start, length), buffer, &mut [&mut file])
    };
    let header = part(0, header_bytes)?;
    let payload = part(header_bytes, job.size - header_bytes)?;
    if let Some(entry) = &job.entry {
        if header != entry.header_sha256 {
            tell(Fault::Digest { id: job.id, part: "header" });
        }
        if payload != entry.payload_sha256 {
            tell(Fault::Digest { id: job.id, part: "payload" });
        }
    }
    Ok(file.finish())
}

fn digest(input: &mut Section<'_>, buffer: &mut [u8], also: &mut [&mut Hasher]) -> io::Result<Sha256> {
    let mut hasher = Hasher::default();
    loop {
        match input.read(buffer) {
            Ok(0) => return Ok(hasher.finish()),
            Ok(n) => {
                hasher.update(&buffer[..n]);
                for other in also.iter_mut() {
                    other.update(&buffer[..n]);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn earlier(bundle: &File, found: &Found, mut tell: impl FnMut(Fault)) -> io::Result<()> {
    let mut lines = Lines::at(Section::whole(bundle)?, found.offset, found.size)?;
    while let Some(line) = lines.pull()? {
        let id = line.and_then(|line| line.strip_suffix('\n')).and_then(|line| line.parse::<TestimonyId>().ok());
        if id.is_none() {
            // One is enough: after damage there may be millions.
            tell(Fault::Earlier { line: lines.number() });
            break;
        }
    }
    Ok(())
}

/// `SHA256SUMS`, read beside the files: both are in the same order.
struct Sums<'a> {
    lines: Lines<Section<'a>>,
    ahead: Option<(Sha256, Name)>,
}

impl Sums<'_> {
    fn fill(&mut self, mut tell: impl FnMut(Fault)) -> io::Result<()> {
        while self.ahead.is_none() {
            let Some(line) = self.lines.pull()? else { break };
            self.ahead = line.and_then(|line| {
                let (digest, name) = line.strip_suffix('\n')?.split_once("  ")?;
                Some((digest.parse().ok()?, Name::parse(name)?))
            });
            if self.ahead.is_none() {
                tell(Fault::SumsLine { line: self.lines.number() });
            }
        }
        Ok(())
    }

    fn check(&mut self, name: Name, digest: Sha256, mut tell: impl FnMut(Fault)) -> io::Result<()> {
        loop {
            self.fill(&mut tell)?;
            match self.ahead.take() {
                Some((_, listed)) if listed < name => tell(Fault::SumOfNothing(listed)),
                Some((sum, listed)) if listed == name => {
                    if sum != digest {
                        tell(Fault::Sum(name));
                    }
                    return Ok(());
                }
                later => {
                    self.ahead = later;
                    tell(Fault::Sum(name));
                    return Ok(());
                }
            }
        }
    }

    fn rest(&mut self, mut tell: impl FnMut(Fault)) -> io::Result<()> {
        loop {
            self.fill(&mut tell)?;
            let Some((_, listed)) = self.ahead.take() else { return Ok(()) };
            tell(Fault::SumOfNothing(listed));
        }
    }
}
