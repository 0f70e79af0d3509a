//! A track's samples: how large they are, when they are shown and where their bytes are.

use super::{MOST_CHUNKS, MOST_ENTRIES, Refusal};

/// Table entries and chunks that a file may still have.
pub(super) struct Budget {
    entries: u32,
    chunks: u32,
}

impl Budget {
    /// All that a file may have.
    pub(super) fn new() -> Self {
        Self { entries: MOST_ENTRIES, chunks: MOST_CHUNKS }
    }

    /// Takes `count` table entries.
    pub(super) fn entries(&mut self, count: u32) -> Result<(), Refusal> {
        self.entries = self.entries.checked_sub(count).ok_or(Refusal::Large)?;
        Ok(())
    }

    /// Takes `count` chunks.
    pub(super) fn chunks(&mut self, count: u32) -> Result<(), Refusal> {
        self.chunks = self.chunks.checked_sub(count).ok_or(Refusal::Large)?;
        Ok(())
    }
}

/// A part of a track's media on the movie's time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// In the movie's time scale.
    pub duration: u64,
    /// Where it begins, in the track's time scale; negative where nothing is shown.
    pub from: i64,
    /// Speed in 65536ths.
    pub rate: u32,
}

/// Equal numbers of samples that follow each other, each with how often it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs(pub Vec<(u32, u32)>);

impl Runs {
    /// Adds a number that stands `count` times.
    pub(super) fn push(&mut self, count: u32, value: u32) {
        if count == 0 {
            return;
        }
        match self.0.last_mut() {
            Some((last, same)) if *same == value && last.checked_add(count).is_some() => *last += count,
            _ => self.0.push((count, value)),
        }
    }

    /// How many samples have a number.
    pub(super) fn count(&self) -> u64 {
        self.0.iter().map(|(count, _)| u64::from(*count)).sum()
    }

    /// Their sum.
    pub(super) fn sum(&self) -> u64 {
        let product = |(count, value): &(u32, u32)| u64::from(*count) * u64::from(*value);
        self.0.iter().map(product).fold(0, u64::saturating_add)
    }

    /// Leaves exactly `count` samples: more than that are cut off, missing ones have the number `or`.
    pub(super) fn fit(&mut self, count: u32, or: u32) {
        let mut left = count;
        self.0.retain_mut(|(run, _)| {
            *run = (*run).min(left);
            left -= *run;
            *run > 0
        });
        self.push(left, or);
    }
}

/// How large the samples are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sizes {
    /// `count` samples in packets of so many samples and bytes: PCM, and the codecs of old `QuickTime` sound.
    Packets { samples: u32, bytes: u32, count: u32 },
    /// Each sample's bytes.
    Each(Vec<u32>),
}

impl Sizes {
    /// How many samples.
    pub(super) fn count(&self) -> u32 {
        match self {
            Self::Packets { count, .. } => *count,
            Self::Each(sizes) => u32::try_from(sizes.len()).unwrap_or(u32::MAX),
        }
    }

    /// Bytes of `count` samples from `first` on.
    pub(super) fn bytes(&self, first: u32, count: u32) -> u64 {
        match self {
            Self::Packets { samples, bytes, .. } => u64::from(count / (*samples).max(1)) * u64::from(*bytes),
            Self::Each(sizes) => {
                let from = sizes.get(first as usize..).unwrap_or_default();
                from.iter().take(count as usize).map(|size| u64::from(*size)).sum()
            }
        }
    }

    /// How many samples from `first` on, at most `count`, are whole in `bytes` bytes.
    pub(super) fn whole(&self, first: u32, count: u32, bytes: u64) -> u32 {
        match self {
            Self::Packets { bytes: 0, .. } => count,
            Self::Packets { samples, bytes: size, .. } => {
                let packets = u32::try_from(bytes / u64::from(*size)).unwrap_or(u32::MAX);
                packets.saturating_mul(*samples).min(count)
            }
            Self::Each(sizes) => {
                let mut left = bytes;
                let fits = |size: &&u32| {
                    left.checked_sub(u64::from(**size)).is_some_and(|rest| {
                        left = rest;
                        true
                    })
                };
                let from = sizes.get(first as usize..).unwrap_or_default();
                u32::try_from(from.iter().take(count as usize).take_while(fits).count()).unwrap_or(u32::MAX)
            }
        }
    }

    /// Leaves `count` samples at most.
    pub(super) fn cut(&mut self, most: u32) {
        match self {
            Self::Packets { count, .. } => *count = (*count).min(most),
            Self::Each(sizes) => sizes.truncate(most as usize),
        }
    }
}

/// Samples whose bytes follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Where they begin in the source.
    pub offset: u64,
    /// Place of its first sample in the track, from 0.
    pub first: u32,
    /// How many samples.
    pub count: u32,
    /// Place of their description, from 0.
    pub entry: u16,
}

/// How a track's samples end in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Whole,
    /// The last are missing.
    Torn,
    /// Some are missing, and others behind them are not.
    Between,
}

/// All of a track's samples.
pub(super) struct Samples {
    pub sizes: Sizes,
    /// How long each is decoded for.
    pub times: Runs,
    /// How much later than decoded each is shown: signed numbers in their bits.
    pub shown: Runs,
    /// Places of those that can be decoded alone, from 0 on and rising; `None` where all can.
    pub sync: Option<Vec<u32>>,
    /// In decoding order.
    pub chunks: Vec<Chunk>,
    /// Sizes in the rebuilt file, where they are not the same.
    pub rebuilt: Option<Vec<u32>>,
}

impl Samples {
    /// No samples.
    pub(super) fn none() -> Self {
        let (sizes, times, shown) = (Sizes::Each(Vec::new()), Runs::default(), Runs::default());
        Self { sizes, times, shown, sync: None, chunks: Vec::new(), rebuilt: None }
    }

    /// Leaves the samples before the first whose bytes are not all in a file of `length` bytes.
    pub(super) fn cut(&mut self, length: u64) -> End {
        let (all, mut kept, mut chunks) = (self.sizes.count(), 0, 0);
        let mut rest = self.chunks.iter_mut();
        for chunk in rest.by_ref() {
            let left = all - kept;
            let wanted = chunk.count.min(left);
            let there = self.sizes.whole(kept, wanted, length.saturating_sub(chunk.offset));
            (chunk.first, chunk.count) = (kept, there);
            kept += there;
            chunks += usize::from(there > 0);
            if there < wanted || kept == all {
                break;
            }
        }
        let there = |chunk: &mut Chunk| {
            let whole = self.sizes.whole(chunk.first, chunk.count, length.saturating_sub(chunk.offset));
            self.sizes.bytes(chunk.first, whole) > 0
        };
        let end = match kept < all {
            false => End::Whole,
            true if rest.any(there) => End::Between,
            true => End::Torn,
        };
        self.chunks.retain(|chunk| chunk.count > 0);
        self.chunks.truncate(chunks);
        self.sizes.cut(kept);
        self.fit();
        end
    }

    /// Brings the other tables to the number of samples, in the form in which they are written.
    pub(super) fn fit(&mut self) {
        let count = self.sizes.count();
        let last = self.times.0.last().map_or(0, |(_, last)| *last);
        self.times.fit(count, last);
        self.shown.fit(count, 0);
        if self.shown.0.iter().all(|(_, later)| *later == 0) {
            self.shown.0.clear();
        }
        if let Some(sync) = &mut self.sync {
            sync.retain(|place| *place < count);
            if sync.len() as u64 == u64::from(count) {
                self.sync = None;
            }
        }
    }
}
