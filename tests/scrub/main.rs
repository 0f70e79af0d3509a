//! Scrubbing, format by format, on files that stock tools make, judged by stock tools.
#![expect(clippy::unwrap_used, reason = "a test stops where something unexpected happens")]
#![expect(clippy::trivially_copy_pass_by_ref, reason = "names of parts are literals, b\"meta\"")]
#![expect(unreachable_pub, reason = "rooms of the tests are for one another")]

mod gif;
mod heif;
mod house;
mod jpeg;
mod matroska;
mod movie;
mod ogg;
mod png;
mod shelf;
mod sound;
mod tiff;
mod webp;
mod work;
