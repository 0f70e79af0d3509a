//! The tags that are kept, and the types that they are written with (TIFF 6.0, section 8 and those of each extension).

pub(super) const SUBFILE: u16 = 254;
pub(super) const OLD_SUBFILE: u16 = 255;
pub(super) const WIDTH: u16 = 256;
pub(super) const HEIGHT: u16 = 257;
pub(super) const BITS: u16 = 258;
pub(super) const COMPRESSION: u16 = 259;
pub(super) const PHOTOMETRIC: u16 = 262;
pub(super) const FILL_ORDER: u16 = 266;
pub(super) const STRIP_OFFSETS: u16 = 273;
pub(super) const ORIENTATION: u16 = 274;
pub(super) const SAMPLES: u16 = 277;
pub(super) const ROWS: u16 = 278;
pub(super) const STRIP_BYTES: u16 = 279;
pub(super) const X_RESOLUTION: u16 = 282;
pub(super) const Y_RESOLUTION: u16 = 283;
pub(super) const PLANAR: u16 = 284;
pub(super) const T4_OPTIONS: u16 = 292;
pub(super) const T6_OPTIONS: u16 = 293;
pub(super) const RESOLUTION_UNIT: u16 = 296;
pub(super) const PREDICTOR: u16 = 317;
pub(super) const COLOUR_MAP: u16 = 320;
pub(super) const TILE_WIDTH: u16 = 322;
pub(super) const TILE_HEIGHT: u16 = 323;
pub(super) const TILE_OFFSETS: u16 = 324;
pub(super) const TILE_BYTES: u16 = 325;
pub(super) const SUB_DIRECTORIES: u16 = 330;
pub(super) const EXTRA_SAMPLES: u16 = 338;
pub(super) const SAMPLE_FORMAT: u16 = 339;
pub(super) const JPEG_TABLES: u16 = 347;
pub(super) const YCBCR_COEFFICIENTS: u16 = 529;
pub(super) const YCBCR_SUBSAMPLING: u16 = 530;
pub(super) const YCBCR_POSITIONING: u16 = 531;
pub(super) const REFERENCE: u16 = 532;
pub(super) const PROFILE: u16 = 34_675;
pub(super) const DNG_VERSION: u16 = 50_706;

/// Tags that are read, though not each is written again. Nothing is said of the resolution.
pub(super) const READ: &[u16] = &[
    SUBFILE,
    OLD_SUBFILE,
    WIDTH,
    HEIGHT,
    BITS,
    COMPRESSION,
    PHOTOMETRIC,
    FILL_ORDER,
    STRIP_OFFSETS,
    ORIENTATION,
    SAMPLES,
    ROWS,
    STRIP_BYTES,
    PLANAR,
    T4_OPTIONS,
    T6_OPTIONS,
    PREDICTOR,
    COLOUR_MAP,
    TILE_WIDTH,
    TILE_HEIGHT,
    TILE_OFFSETS,
    TILE_BYTES,
    EXTRA_SAMPLES,
    SAMPLE_FORMAT,
    JPEG_TABLES,
    YCBCR_COEFFICIENTS,
    YCBCR_SUBSAMPLING,
    YCBCR_POSITIONING,
    REFERENCE,
    PROFILE,
    X_RESOLUTION,
    Y_RESOLUTION,
    RESOLUTION_UNIT,
];

/// A type of values, by the number that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Undefined = 7,
    Short = 3,
    Long = 4,
    Rational = 5,
    Long8 = 16,
}

impl Kind {
    /// Bytes of each number; a rational is two.
    pub(super) fn bytes(self) -> usize {
        match self {
            Self::Undefined => 1,
            Self::Short => 2,
            Self::Long | Self::Rational => 4,
            Self::Long8 => 8,
        }
    }
}

/// A field that is written: its numbers in order.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) tag: u16,
    pub(super) kind: Kind,
    pub(super) numbers: Vec<u64>,
}
