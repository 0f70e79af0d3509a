//! The rows of a picture whose pixels are smaller than bytes, or places in a palette, with their filters undone (PNG 3rd
//! edition, 9.2): which entries of the palette they use, and whether the bits that fill up their last byte are zero.

/// The rows of one picture, one after the other.
pub(super) struct Indices<'u> {
    used: &'u mut [bool; 256],
    /// Bits of an index.
    depth: u8,
    width: u32,
    bytes: usize,
    filter: u8,
    above: Vec<u8>,
    row: Vec<u8>,
    /// Bits of the last byte of a row that are of no pixel.
    spare: u8,
    /// One of them was not zero.
    stray: bool,
    /// True once nothing more can be learnt of the palette.
    all: bool,
}

impl<'u> Indices<'u> {
    pub(super) fn new(depth: u8, used: &'u mut [bool; 256]) -> Self {
        Self {
            used,
            depth,
            width: 0,
            bytes: 0,
            filter: 0,
            above: Vec::new(),
            row: Vec::new(),
            spare: 0,
            stray: false,
            all: false,
        }
    }

    /// For pixels that are no indices.
    pub(super) fn of_no_palette(mut self) -> Self {
        self.all = true;
        self
    }

    /// True if there was something in a place that is of no pixel.
    pub(super) fn is_stray(&self) -> bool {
        self.stray
    }

    /// A pass begins, whose rows have `width` pixels in `bytes` bytes.
    pub(super) fn begin(&mut self, width: u32, bytes: usize) {
        (self.width, self.bytes, self.spare) = (width, bytes, spare(width, self.depth));
        self.above.clear();
        self.above.resize(bytes, 0);
    }

    /// A row begins.
    pub(super) fn filter(&mut self, filter: u8) {
        self.filter = filter;
        self.row.clear();
    }

    /// Goes on with the row.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        if self.all && self.spare == 0 {
            return;
        }
        self.row.extend_from_slice(bytes);
        if self.row.len() == self.bytes {
            undo(self.filter, &mut self.row, &self.above);
            self.stray |= self.row.last().is_some_and(|last| last & self.spare != 0);
            if !self.all {
                self.mark();
            }
            std::mem::swap(&mut self.above, &mut self.row);
        }
    }

    fn mark(&mut self) {
        let mut mark = |index: u8| {
            if let Some(used) = self.used.get_mut(usize::from(index)) {
                *used = true;
            }
        };
        if self.depth == 8 {
            self.row.iter().copied().for_each(mark);
        } else {
            let (per_byte, bits) = (8 / self.depth, (1 << self.depth) - 1);
            let pixels = self.row.iter().flat_map(|byte| (1..=per_byte).map(move |place| (*byte, place)));
            // What fills up the last byte of a row is no pixel.
            let count = usize::try_from(self.width).unwrap_or(usize::MAX);
            pixels.take(count).for_each(|(byte, place)| mark(byte >> (8 - self.depth * place) & bits));
        }
        self.all = self.used.iter().take(1 << self.depth).all(|used| *used);
    }
}

/// The bits of a row's last byte that are of no pixel.
pub(super) fn spare(width: u32, depth: u8) -> u8 {
    match u64::from(width) * u64::from(depth) % 8 {
        0 => 0,
        used => 0xff >> used,
    }
}

/// Undoes the filter of a row whose pixels have at most eight bits: so the pixel to the left is the byte to the left.
pub(super) fn undo(filter: u8, row: &mut [u8], above: &[u8]) {
    let (mut left, mut corner) = (0_u8, 0_u8);
    for (byte, above) in row.iter_mut().zip(above) {
        let guess = match filter {
            1 => left,
            2 => *above,
            3 => left.midpoint(*above),
            4 => paeth(left, *above, corner),
            _ => 0,
        };
        *byte = byte.wrapping_add(guess);
        (left, corner) = (*byte, *above);
    }
}

/// PNG 3rd edition, 9.4.
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, above, corner].map(i16::from);
    let guess = a + b - c;
    let [to_a, to_b, to_c] = [a, b, c].map(|it| guess.abs_diff(it));
    if to_a <= to_b && to_a <= to_c {
        left
    } else if to_b <= to_c {
        above
    } else {
        corner
    }
}
