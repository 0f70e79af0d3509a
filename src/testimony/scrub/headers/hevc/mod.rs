//! Parameter sets of H.265.

mod extension;
mod parts;
mod references;
pub(in crate::testimony::scrub) mod sets;
mod whole;

pub(in crate::testimony::scrub) use whole::cut;

use super::{Refusal, bits::Bits, rewrite::Rewrite, unit};
