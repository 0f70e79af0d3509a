//! The format of the samples: the `fmt ` chunk, field by field (RFC 2361 lists the codings).

use crate::testimony::scrub::Refusal;

/// Most channels.
const MOST_CHANNELS: u16 = 256;
/// The end of the identifier of a coding in an extended format.
const MICROSOFT: [u8; 14] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
/// The same for Ambisonics in B format.
const AMBISONIC: [u8; 14] = [0, 0, 0x21, 0x07, 0xd3, 0x11, 0x86, 0x44, 0xc8, 0xc1, 0xca, 0, 0, 0];
/// The coefficients of Microsoft's ADPCM: no decoder knows others.
const COEFFICIENTS: [[i16; 2]; 7] = [[256, 0], [512, -256], [0, 0], [192, 64], [240, 0], [460, -208], [392, -232]];

const PCM: u16 = 1;
const MICROSOFT_ADPCM: u16 = 2;
const FLOAT: u16 = 3;
const A_LAW: u16 = 6;
const MU_LAW: u16 = 7;
const IMA_ADPCM: u16 = 0x11;
const YAMAHA_ADPCM: u16 = 0x20;
const GSM: u16 = 0x31;
const G726: u16 = 0x45;
const MPEG: u16 = 0x50;
const MP3: u16 = 0x55;
const G726_OTHER: u16 = 0x64;
const G722: u16 = 0x028f;
const EXTENDED: u16 = 0xfffe;

/// How samples are written down.
pub(super) struct Coding {
    tag: u16,
    channels: u16,
    /// Samples a second.
    rate: u32,
    /// Bytes a second.
    speed: u32,
    /// Bytes of a sample of every channel, or of a block.
    block: u16,
    /// Bits of a sample.
    depth: u16,
    extended: Option<Extended>,
}

struct Extended {
    /// Bits of a sample that count.
    valid: u16,
    /// Places of loudspeakers.
    speakers: u32,
    kind: [u8; 14],
}

impl Coding {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Refusal> {
        let wrong = Refusal::Malformed("what the sound is like is not told");
        let Some([t0, t1, c0, c1, r0, r1, r2, r3, s0, s1, s2, s3, b0, b1, rest @ ..]) = bytes.get(..14).map(|_| bytes)
        else {
            return Err(wrong);
        };
        let two = |at: usize| rest.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]));
        let mut coding = Self {
            tag: u16::from_le_bytes([*t0, *t1]),
            channels: u16::from_le_bytes([*c0, *c1]),
            rate: u32::from_le_bytes([*r0, *r1, *r2, *r3]),
            speed: u32::from_le_bytes([*s0, *s1, *s2, *s3]),
            block: u16::from_le_bytes([*b0, *b1]),
            depth: if rest.len() < 2 { 8 } else { two(0) },
            extended: None,
        };
        if coding.tag == EXTENDED {
            let (Some([m0, m1, m2, m3, tag0, tag1]), Some(kind)) =
                (rest.get(6..12), rest.get(12..).and_then(<[u8]>::first_chunk))
            else {
                return Err(wrong);
            };
            if *kind != MICROSOFT && *kind != AMBISONIC {
                return Err(Refusal::Unsupported("a coding of sound that is not known here"));
            }
            coding.tag = u16::from_le_bytes([*tag0, *tag1]);
            let valid = if two(4) > coding.depth { coding.depth } else { two(4) };
            let speakers = u32::from_le_bytes([*m0, *m1, *m2, *m3]);
            coding.extended = Some(Extended { valid, speakers, kind: *kind });
        }
        if coding.channels == 0 || coding.channels > MOST_CHANNELS || coding.rate == 0 {
            return Err(wrong);
        }
        coding.settle()?;
        Ok(coding)
    }

    /// Refuses what is not known, and sets what follows from the rest.
    fn settle(&mut self) -> Result<(), Refusal> {
        let (channels, depth) = (u32::from(self.channels), u32::from(self.depth));
        let straight = match self.tag {
            PCM | FLOAT if (1..=64).contains(&depth) => depth.div_ceil(8) * channels,
            A_LAW | MU_LAW => channels,
            MICROSOFT_ADPCM if u32::from(self.block) > 7 * channels => 0,
            IMA_ADPCM if u32::from(self.block) > 4 * channels && matches!(depth, 2..=5) => 0,
            GSM if channels == 1 && self.block >= 65 => 0,
            YAMAHA_ADPCM | G726 | G726_OTHER | G722 => 0,
            MPEG | MP3 => return Ok(()),
            PCM | FLOAT | MICROSOFT_ADPCM | IMA_ADPCM | GSM => {
                return Err(Refusal::Malformed("what the sound is like is told wrongly"));
            }
            _ => return Err(Refusal::Unsupported("a coding of sound that is not known here")),
        };
        if straight > 0 {
            // Some writers tell another size of a sample than the depth gives; decoders go by the depth.
            self.block = u16::try_from(straight).map_err(|_| Refusal::Large)?;
            self.speed = self.rate.saturating_mul(straight);
        }
        if self.block == 0 {
            self.block = 1;
        }
        Ok(())
    }

    /// True for frames of MPEG audio.
    pub(super) fn mpeg(&self) -> bool {
        matches!(self.tag, MPEG | MP3)
    }

    fn straight(&self) -> bool {
        matches!(self.tag, PCM | FLOAT | A_LAW | MU_LAW)
    }

    /// Bytes that are whole samples.
    pub(super) fn whole(&self, bytes: u64) -> u64 {
        if self.straight() { bytes - bytes % u64::from(self.block) } else { bytes }
    }

    /// Samples of a channel in so many bytes of sound. `None` where readers need no number.
    pub(super) fn samples(&self, bytes: u64, told: Option<u64>) -> Option<u64> {
        if self.tag == PCM {
            return None;
        }
        if self.straight() {
            return Some(bytes / u64::from(self.block));
        }
        let blocks = bytes.div_ceil(u64::from(self.block));
        let most = match self.of_block() {
            Some(samples) => blocks.saturating_mul(samples.into()),
            None => bytes.saturating_mul(4),
        };
        told.map(|told| told.min(most))
    }

    /// Samples of a channel in a block.
    fn of_block(&self) -> Option<u16> {
        let (channels, block) = (u32::from(self.channels), u32::from(self.block));
        let samples = match self.tag {
            MICROSOFT_ADPCM => (block - 7 * channels) * 2 / channels + 2,
            IMA_ADPCM => (block - 4 * channels) * 8 / (u32::from(self.depth) * channels) + 1,
            GSM => 320,
            _ => return None,
        };
        u16::try_from(samples).ok()
    }

    /// The chunk's content.
    pub(super) fn put(&self) -> Vec<u8> {
        let tag = if self.extended.is_some() { EXTENDED } else { self.tag };
        let mut bytes = Vec::with_capacity(64);
        for two in [tag, self.channels] {
            bytes.extend_from_slice(&two.to_le_bytes());
        }
        for four in [self.rate, self.speed] {
            bytes.extend_from_slice(&four.to_le_bytes());
        }
        for two in [self.block, self.depth] {
            bytes.extend_from_slice(&two.to_le_bytes());
        }
        let mut more = Vec::new();
        if let Some(Extended { valid, speakers, kind }) = &self.extended {
            more.extend_from_slice(&valid.to_le_bytes());
            more.extend_from_slice(&speakers.to_le_bytes());
            more.extend_from_slice(&self.tag.to_le_bytes());
            more.extend_from_slice(kind);
        } else if let Some(samples) = self.of_block() {
            more.extend_from_slice(&samples.to_le_bytes());
            if self.tag == MICROSOFT_ADPCM {
                more.extend_from_slice(&7_u16.to_le_bytes());
                more.extend(COEFFICIENTS.iter().flatten().flat_map(|number| number.to_le_bytes()));
            }
        }
        if self.extended.is_some() || self.tag != PCM {
            bytes.extend_from_slice(&u16::try_from(more.len()).unwrap_or(0).to_le_bytes());
            bytes.extend_from_slice(&more);
        }
        bytes
    }
}
