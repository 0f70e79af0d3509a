//! Header packets of Xiph's codecs, as Ogg and Matroska carry them: written anew, with nothing that a decoder does not need.

pub(super) mod comments;
pub(super) mod flac;
pub(super) mod opus;
pub(super) mod speex;
pub(super) mod theora;
pub(super) mod vorbis;

mod bits;
mod codebook;
