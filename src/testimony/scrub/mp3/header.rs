//! The four bytes at the start of a frame: ISO/IEC 11172-3, 2.4.1.3.

/// Kilobits a second by layer, of MPEG-1.
const RATES: [[u16; 14]; 3] = [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
];
/// The same of layer I, and of layers II and III, of MPEG-2 and 2.5.
const LOW_RATES: [[u16; 14]; 2] = [
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
/// Samples a second of MPEG-1.
const SAMPLES: [u32; 3] = [44_100, 48_000, 32_000];

/// A valid header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header(pub(super) [u8; 4]);

impl Header {
    /// The header that begins here; `None` where none does.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let [first, second, third, fourth, ..] = *bytes else { return None };
        let valid = first == 0xff
            && second >= 0xe0
            && second >> 3 & 3 != 1
            && second >> 1 & 3 != 0
            && third >> 4 != 15
            && third >> 2 & 3 != 3;
        let header = Self([first, second, third, fourth]);
        // Low rates were never made for layers I and II.
        (valid && (header.layer() == 3 || second >> 3 & 3 != 0)).then_some(header)
    }

    /// 1 to 3.
    pub(super) fn layer(self) -> u8 {
        4 - (self.0[1] >> 1 & 3)
    }

    /// True for MPEG-2 and 2.5: half as many samples in a frame of layer III.
    pub(super) fn low(self) -> bool {
        self.0[1] & 8 == 0
    }

    /// True where two bytes of a CRC follow.
    pub(super) fn guarded(self) -> bool {
        self.0[1] & 1 == 0
    }

    /// True where the size of a frame is told by where the next one begins.
    pub(super) fn free(self) -> bool {
        self.0[2] >> 4 == 0
    }

    /// True for one channel.
    pub(super) fn mono(self) -> bool {
        self.0[3] >> 6 == 3
    }

    /// Samples of each channel in a frame.
    pub(super) fn samples(self) -> u64 {
        match (self.layer(), self.low()) {
            (1, _) => 384,
            (3, true) => 576,
            _ => 1152,
        }
    }

    /// Bytes of side information.
    pub(super) fn side(self) -> usize {
        match (self.low(), self.mono()) {
            (false, false) => 32,
            (false, true) | (true, false) => 17,
            (true, true) => 9,
        }
    }

    /// Where main data begins in a frame of layer III.
    pub(super) fn head(self) -> usize {
        4 + self.side() + if self.guarded() { 2 } else { 0 }
    }

    /// Bytes of padding.
    pub(super) fn padding(self) -> usize {
        let slot = if self.layer() == 1 { 4 } else { 1 };
        usize::from(self.0[2] >> 1 & 1) * slot
    }

    /// Bytes of the frame. `free` is the size without padding of frames in free format.
    pub(super) fn bytes(self, free: usize) -> Option<usize> {
        let layer = usize::from(self.layer()) - 1;
        let table = if self.low() { LOW_RATES.get(layer.min(1)) } else { RATES.get(layer) };
        let without = match usize::from(self.0[2] >> 4) {
            0 => free,
            code => {
                let bits = 1000 * u32::from(*table?.get(code - 1)?);
                let rate = SAMPLES.get(usize::from(self.0[2] >> 2 & 3))? >> self.shift();
                let slots = match (layer, self.low()) {
                    (0, _) => 12 * bits / rate * 4,
                    (2, true) => 72 * bits / rate,
                    _ => 144 * bits / rate,
                };
                usize::try_from(slots).ok()?
            }
        };
        let least = if self.layer() == 3 { self.head() + 1 } else { 8 };
        Some(without + self.padding()).filter(|bytes| *bytes >= least)
    }

    fn shift(self) -> u32 {
        match self.0[1] >> 3 & 3 {
            3 => 0,
            2 => 1,
            _ => 2,
        }
    }

    /// True where the other is of the same stream: version, layer and samples a second.
    pub(super) fn like(self, other: Self) -> bool {
        self.0[1] & 0xfe == other.0[1] & 0xfe && self.0[2] & 0x0c == other.0[2] & 0x0c && self.free() == other.free()
    }

    /// Without what no decoder needs: the private, copyright and original bits, a mode extension without its mode.
    pub(super) fn plain(self, emphasis: u8) -> Self {
        let [first, second, third, fourth] = self.0;
        let joint = fourth >> 6 == 1;
        let mode = fourth & if joint { 0xf0 } else { 0xc0 };
        Self([first, second, third & 0xfe, mode | emphasis])
    }

    /// The emphasis: 0, 1 or 3.
    pub(super) fn emphasis(self) -> u8 {
        let emphasis = self.0[3] & 3;
        if emphasis == 2 { 0 } else { emphasis }
    }
}
