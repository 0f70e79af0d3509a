//! `amanat-desk scrub`

use std::{fs, num::NonZeroUsize, path::PathBuf, thread};

use anyhow::Context as _;
use serde::Serialize;

use super::report::Report;
use crate::desk::scrub::{Found, Outcome, scrub, walk};

/// Rebuild pictures, sound and video without what is hidden in them
///
/// Does to your own files what the server does to a witness's: each is parsed, and a new file is written that has the same
/// pixels, samples and frames, and nothing else that its format does not need. What cannot be rebuilt with certainty is refused
/// and named; no copy of it is written. What is seen and said stays: faces, voices, places.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk scrub IMG_0412.HEIC --out clean
  amanat-desk scrub photos videos --out clean --json

Formats: JPEG, PNG, WebP, GIF, TIFF, HEIC, HEIF, AVIF; MP4, MOV, 3GP, M4A, MKV, WebM; OGG, Opus, FLAC, MP3, AAC, AMR, WAV.
Exit codes: 0 all scrubbed; 1 failed; 2 wrong usage; 3 some refused, all others scrubbed.")]
pub(super) struct Args {
    /// Files, and folders with all that is below them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The folder to write into; made if it does not exist. Names are kept; a wrong extension is put right
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// How many files are scrubbed at once [default: one for each core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Print one line of JSON for each file, and a last one that sums up
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    file: String,
    outcome: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

#[derive(Default, Serialize)]
struct Counts {
    scrubbed: u64,
    refused: u64,
}

#[derive(Serialize)]
struct Summary<'a> {
    summary: &'a Counts,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    fs::create_dir_all(&args.out).with_context(|| format!("the folder {} could not be made", args.out.display()))?;
    let found = walk(&args.paths, &args.out)?;
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let report = Report::new(args.json);
    report.announce(found.len() as u64, "files");
    let mut counts = Counts::default();
    let mut told = Ok(());
    scrub(&found, &args.out, jobs, |one, outcome| {
        report.advance();
        let line = tell(&report, &mut counts, one, &outcome);
        if told.is_ok() {
            told = line;
        }
    });
    told?;
    let also = if counts.refused > 0 { format!(", {} refused", counts.refused) } else { String::new() };
    let text = format!("{} scrubbed into {}{also}.", counts.scrubbed, args.out.display());
    report.sum_up(&Summary { summary: &counts }, &text)?;
    Ok(if counts.refused == 0 { super::ALL_GOOD } else { super::SOME_REFUSED })
}

fn tell(report: &Report, counts: &mut Counts, one: &Found, outcome: &Outcome) -> anyhow::Result<()> {
    let file = one.path.display().to_string();
    let none = Line {
        file,
        outcome: "",
        output: None,
        media_type: None,
        bytes: None,
        sha256: None,
        removed: None,
        reason: None,
        message: None,
    };
    match outcome {
        Outcome::Scrubbed(done) => {
            counts.scrubbed += 1;
            report.good(&Line {
                outcome: "scrubbed",
                output: Some(done.name.display().to_string()),
                media_type: Some(done.format.media_type()),
                bytes: Some(done.bytes),
                sha256: Some(done.sha256.to_string()),
                removed: Some(done.removed.iter().map(|kind| kind.name()).collect()),
                ..none
            })
        }
        Outcome::Refused(failure) => {
            counts.refused += 1;
            let text = format!("{} is not scrubbed: {failure}", one.path.display());
            let message = Some(failure.to_string());
            report.fault(&Line { outcome: "refused", reason: Some(failure.code()), message, ..none }, &text)
        }
    }
}
