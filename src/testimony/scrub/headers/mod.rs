//! Headers of codecs, read to their end, so that nothing can stand behind it: in pictures and in films alike.

pub(super) mod av1;
pub(super) mod bits;
pub(super) mod hevc;

use super::Refusal;
