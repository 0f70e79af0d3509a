//! Walks the codes of a picture to find where it ends and which colours it uses (`GIF89a`, appendix F).
//!
//! Every colour of a picture is the first one of some code in it: a code stands for an earlier code's colours and one
//! more, which is the first of the code that came next. So no string has to be written out.

/// Codes have at most twelve bits.
const CODES: usize = 4096;
const MOST_BITS: u8 = 12;
/// Steps to begin a walk: its tables are made.
pub(super) const TABLES: u64 = 8192;

/// A walk over the codes of one picture.
pub(super) struct Walk {
    clear: u16,
    /// Bits of the next code.
    width: u8,
    least: u8,
    /// The next code that will be given a meaning.
    next: u16,
    last: Option<u16>,
    first: Box<[u8; CODES]>,
    length: Box<[u16; CODES]>,
    buffer: u64,
    bits: u8,
    /// Bits of the codes that are kept.
    kept: u64,
    /// Pixels that are still to come.
    left: u64,
    pixels: u64,
    used: [u64; 4],
}

/// Whether a walk goes on.
pub(super) enum Step {
    /// It wants more bytes.
    More,
    /// It does not go on, and the last `later` bytes were not looked at.
    Done {
        /// How many.
        later: usize,
    },
}

/// What a walk found.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// Bits of the picture's codes.
    pub(super) bits: u64,
    /// The code that ends the picture, and the bits that it has here.
    pub(super) end: (u16, u8),
    /// Pixels that there are.
    pub(super) pixels: u64,
    used: [u64; 4],
}

impl Found {
    /// The colours that are in use are marked.
    pub(super) fn mark(&self, used: &mut [bool; 256]) {
        for (index, used) in used.iter_mut().enumerate() {
            *used |= self.used.get(index / 64).is_some_and(|bits| bits >> (index % 64) & 1 == 1);
        }
    }
}

impl Walk {
    /// Of a picture of this many pixels, whose colours have `bits` bits: 1 to 8.
    pub(super) fn new(bits: u8, pixels: u64) -> Self {
        let clear = 1_u16 << bits.clamp(1, 8);
        let least = bits.clamp(1, 8) + 1;
        let mut first = Box::new([0; CODES]);
        for (colour, first) in (0..=u8::MAX).zip(first.iter_mut()) {
            *first = colour;
        }
        Self {
            clear,
            width: least,
            least,
            next: clear + 2,
            last: None,
            first,
            length: Box::new([1; CODES]),
            buffer: 0,
            bits: 0,
            kept: 0,
            left: pixels,
            pixels: 0,
            used: [0; 4],
        }
    }

    /// Goes on with `bytes`, until the picture is complete, it is ended, or a code has no meaning.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Step {
        for (later, byte) in (0..bytes.len()).rev().zip(bytes) {
            self.buffer |= u64::from(*byte) << self.bits;
            self.bits += 8;
            while self.bits >= self.width {
                let code = u16::try_from(self.buffer & ((1 << self.width) - 1)).unwrap_or(u16::MAX);
                let width = self.width;
                if self.left == 0 || !self.code(code) {
                    return Step::Done { later };
                }
                self.kept = self.kept.saturating_add(u64::from(width));
                self.buffer >>= width;
                self.bits -= width;
            }
        }
        Step::More
    }

    /// Takes a code. False for the one that ends the picture, and for one without a meaning.
    fn code(&mut self, code: u16) -> bool {
        if code == self.clear {
            (self.width, self.next, self.last) = (self.least, self.clear + 2, None);
            return true;
        }
        if code == self.clear + 1 || code > self.next {
            return false;
        }
        let (first, length) = match self.last {
            None if code < self.clear => (self.first(code), 1),
            None => return false,
            // A code whose meaning is only just being given.
            Some(last) if code == self.next => (self.first(last), self.length(last).saturating_add(1)),
            Some(_) => (self.first(code), self.length(code)),
        };
        if let Some(last) = self.last.filter(|_| usize::from(self.next) < CODES) {
            let (start, length) = (self.first(last), self.length(last).saturating_add(1));
            let next = usize::from(self.next);
            if let (Some(first_of), Some(length_of)) = (self.first.get_mut(next), self.length.get_mut(next)) {
                (*first_of, *length_of) = (start, length);
            }
            self.next += 1;
            if self.next == 1 << self.width && self.width < MOST_BITS {
                self.width += 1;
            }
        }
        self.last = Some(code);
        self.left = self.left.saturating_sub(u64::from(length));
        self.pixels = self.pixels.saturating_add(u64::from(length));
        if let Some(used) = self.used.get_mut(usize::from(first / 64)) {
            *used |= 1 << (first % 64);
        }
        true
    }

    fn first(&self, code: u16) -> u8 {
        self.first.get(usize::from(code)).copied().unwrap_or_default()
    }

    fn length(&self, code: u16) -> u16 {
        self.length.get(usize::from(code)).copied().unwrap_or(1)
    }

    /// What was found so far.
    pub(super) fn found(&self) -> Found {
        Found { bits: self.kept, end: (self.clear + 1, self.width), pixels: self.pixels, used: self.used }
    }

    /// True if nothing but the end of the picture stood after what was kept, `more` bytes of data included.
    pub(super) fn ends_well(&self, more: u64) -> bool {
        let end = u64::from(self.clear + 1);
        let rest = self.buffer >> self.width.min(self.bits);
        let whole = self.bits >= self.width && self.buffer & ((1 << self.width) - 1) == end;
        more == 0 && whole && rest == 0 && self.bits - self.width < 8
    }
}
