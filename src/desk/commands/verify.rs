//! `amanat-desk verify`

use std::{fs::File, path::PathBuf};

use anyhow::Context as _;
use serde::Serialize;

use super::report::Report;
use crate::desk::verify::verify;

/// Check a bundle for damage, without any key
///
/// Checks the bundle's structure, all sizes and every SHA-256, and names each testimony that is faulty. What somebody changed
/// on purpose, checksums included, only `open` can find.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  amanat-desk verify export.tar\n  amanat-desk verify export.tar --json")]
pub(super) struct Args {
    /// The bundle that `amanat export` wrote
    bundle: PathBuf,
    /// Print one line of JSON for each fault, and a last one that sums up
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Summary {
    summary: Counts,
}

#[derive(Serialize)]
struct Counts {
    testimonies: u64,
    faults: u64,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let bundle = File::open(&args.bundle)
        .with_context(|| format!("the bundle {} could not be opened; check its path", args.bundle.display()))?;
    let report = Report::new(args.json);
    let mut told = Ok(());
    let verified = verify(&bundle, |fault| {
        let one = report.bad(fault.id(), fault.code(), &fault.to_string());
        if told.is_ok() {
            told = one;
        }
    })
    .with_context(|| format!("the bundle {} could not be read to its end; copy it again", args.bundle.display()))?;
    told?;
    let counts = Counts { testimonies: verified.testimonies, faults: verified.faults };
    let text = match verified.faults {
        0 => format!("{} testimonies, all in order.", counts.testimonies),
        faults => format!("{} testimonies, {faults} faults: see above.", counts.testimonies),
    };
    report.sum_up(&Summary { summary: counts }, &text)?;
    Ok(if verified.faults == 0 { super::ALL_GOOD } else { super::SOME_REFUSED })
}
