//! What a file is, by its parser: the name that it came with and its declared type count for nothing.

use super::{
    Refusal, Report, aac, amr, flac, gif, heif, jpeg, matroska, movie, mp3, ogg, png, sink::Sink, source::Source, tiff,
    wav, webp,
};

/// Bytes at a file's start that choose its parser. The parser then decides.
pub(super) const HEAD: usize = 32;

/// A format that can be rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// ISO/IEC 10918-1.
    Jpeg,
    /// PNG 3rd edition, APNG included.
    Png,
    /// RFC 9649.
    Webp,
    /// `GIF89a`.
    Gif,
    /// TIFF 6.0.
    Tiff,
    /// ISO/IEC 23008-12 with HEVC.
    Heic,
    /// The same with another codec than HEVC or AV1.
    Heif,
    /// The same with AV1.
    Avif,
    /// ISO/IEC 14496-14.
    Mp4,
    /// `QuickTime` File Format.
    Mov,
    /// 3GPP TS 26.244.
    ThreeGp,
    /// MP4 of sound alone.
    M4a,
    /// RFC 9559.
    Matroska,
    /// Matroska of sound alone.
    Mka,
    /// Matroska of the `WebM` codecs.
    Webm,
    /// RFC 3533.
    Ogg,
    /// RFC 7845.
    Opus,
    /// RFC 9639.
    Flac,
    /// ISO/IEC 11172-3, layer III (and II).
    Mp3,
    /// ADTS or ADIF, ISO/IEC 13818-7.
    Aac,
    /// RFC 4867, section 5.
    Amr,
    /// RIFF/WAVE and RF64.
    Wav,
}

impl Format {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Heic => "image/heic",
            Self::Heif => "image/heif",
            Self::Avif => "image/avif",
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::ThreeGp => "video/3gpp",
            Self::M4a => "audio/mp4",
            Self::Matroska => "video/matroska",
            Self::Mka => "audio/matroska",
            Self::Webm => "video/webm",
            Self::Ogg => "application/ogg",
            Self::Opus => "audio/ogg",
            Self::Flac => "audio/flac",
            Self::Mp3 => "audio/mpeg",
            Self::Aac => "audio/aac",
            Self::Amr => "audio/amr",
            Self::Wav => "audio/wav",
        }
    }

    /// File name extensions that are right for it; the first is the one that Amanat gives.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif", "mpo"],
            Self::Png => &["png", "apng"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
            Self::Tiff => &["tif", "tiff"],
            Self::Heic => &["heic", "heif", "hif", "heics"],
            Self::Heif => &["heif", "hif", "heic"],
            Self::Avif => &["avif"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Mov => &["mov", "qt"],
            Self::ThreeGp => &["3gp", "3g2", "3gpp"],
            Self::M4a => &["m4a", "m4b", "mp4"],
            Self::Matroska => &["mkv"],
            Self::Mka => &["mka"],
            Self::Webm => &["webm"],
            Self::Ogg => &["ogg", "oga", "ogv", "ogx", "spx"],
            Self::Opus => &["opus", "ogg", "oga"],
            Self::Flac => &["flac"],
            Self::Mp3 => &["mp3", "mp2", "mpga"],
            Self::Aac => &["aac", "adts"],
            Self::Amr => &["amr", "awb"],
            Self::Wav => &["wav", "wave"],
        }
    }
}

/// Rebuilds a file by the parser that its first bytes choose, and says what it is.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let mut head = [0; HEAD];
    let there = usize::try_from(source.length()).unwrap_or(HEAD).min(HEAD);
    source.seek(0);
    source.read(&mut head[..there])?;
    source.seek(0);
    let parser = match &head {
        [0xff, 0xd8, 0xff, ..] => jpeg::rebuild,
        [0x89, b'P', b'N', b'G', ..] => png::rebuild,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp::rebuild,
        [b'R', b'I' | b'F', b'F' | b'6', b'F' | b'4', _, _, _, _, b'W', b'A', b'V', b'E', ..] => wav::rebuild,
        [b'G', b'I', b'F', b'8', ..] => gif::rebuild,
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => tiff::rebuild,
        [0x1a, 0x45, 0xdf, 0xa3, ..] => matroska::rebuild,
        [b'O', b'g', b'g', b'S', ..] => ogg::rebuild,
        [b'#', b'!', b'A', b'M', b'R', ..] => amr::rebuild,
        _ if heif::is(source)? => heif::rebuild,
        _ if movie::is(&head) => movie::rebuild,
        // Tags may stand before these three.
        _ if flac::is(source)? => flac::rebuild,
        _ if aac::is(source)? => aac::rebuild,
        _ if mp3::is(source)? => mp3::rebuild,
        _ => return Err(Refusal::Unknown),
    };
    source.seek(0);
    parser(source, sink, report)
}
