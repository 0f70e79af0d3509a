//! What was removed from a file: kinds, never values.

use std::collections::BTreeSet;

/// A kind of data that was in a file and is not in what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Removed {
    /// The name that it had.
    FileName,
    /// The media type that its sender declared.
    DeclaredType,
    /// A place: GPS position, track or address.
    Location,
    /// Times of taking, change or encoding.
    Times,
    /// What names a device or its parts: make, model, serial numbers, maker's notes.
    Device,
    /// What names a program: encoder, vendor, library, writing application.
    Software,
    /// An Exif block beyond the orientation.
    Exif,
    /// An XMP packet.
    Xmp,
    /// IPTC or Photoshop resources.
    Iptc,
    /// A free text comment.
    Comments,
    /// Titles, artists, lyrics and other tags.
    Tags,
    /// A picture in a sound file.
    CoverArt,
    /// A thumbnail or preview.
    Thumbnail,
    /// A colour profile; a standard one may stand in its place.
    ColourProfile,
    /// Further pictures: a depth map, a multi-picture file's others, a burst.
    FurtherPictures,
    /// A film or sound inside a picture.
    EmbeddedMedia,
    /// How many pixels are to fill a metre or an inch.
    Resolution,
    /// Bytes before the start, after the end, or between parts.
    StrayBytes,
    /// Padding and free space.
    Padding,
    /// Parts that no allow-list has.
    UnknownParts,
    /// Unique identifiers and serial numbers of streams, tracks and segments.
    Identifiers,
    /// Names and languages of tracks.
    TrackNames,
    /// Tracks of measurements: GPS telemetry, motion, time code.
    Telemetry,
    /// Subtitles and other text tracks.
    TextTracks,
    /// Chapters and menus.
    Chapters,
    /// Files inside the file.
    Attachments,
    /// User data inside a codec's stream.
    CodecUserData,
    /// Pictures and sound that were cut away, and were still there.
    CutAway,
    /// Pictures and sound that a file says it has, and that were missing when it came.
    TornOff,
}

impl Removed {
    /// As it stands in `testimony.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FileName => "file name",
            Self::DeclaredType => "declared type",
            Self::Location => "location",
            Self::Times => "times",
            Self::Device => "device",
            Self::Software => "software",
            Self::Exif => "Exif",
            Self::Xmp => "XMP",
            Self::Iptc => "IPTC",
            Self::Comments => "comments",
            Self::Tags => "tags",
            Self::CoverArt => "cover art",
            Self::Thumbnail => "thumbnail",
            Self::ColourProfile => "colour profile",
            Self::FurtherPictures => "further pictures",
            Self::EmbeddedMedia => "embedded media",
            Self::Resolution => "resolution",
            Self::StrayBytes => "stray bytes",
            Self::Padding => "padding",
            Self::UnknownParts => "unknown parts",
            Self::Identifiers => "identifiers",
            Self::TrackNames => "track names",
            Self::Telemetry => "telemetry",
            Self::TextTracks => "text tracks",
            Self::Chapters => "chapters",
            Self::Attachments => "attachments",
            Self::CodecUserData => "codec user data",
            Self::CutAway => "cut-away parts",
            Self::TornOff => "an end that was missing",
        }
    }
}

/// What a parser left out, each kind once. Empty for a file that it would write again as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(BTreeSet<Removed>);

impl Report {
    /// Notes a kind.
    pub fn note(&mut self, removed: Removed) {
        self.0.insert(removed);
    }

    /// Notes a kind where `there` holds.
    pub fn note_if(&mut self, there: bool, removed: Removed) {
        if there {
            self.note(removed);
        }
    }

    /// True where nothing was left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The kinds in a fixed order.
    pub fn kinds(&self) -> impl Iterator<Item = Removed> + '_ {
        self.0.iter().copied()
    }
}
