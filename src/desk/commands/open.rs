//! `amanat-desk open`

use std::{
    fs::{self, File},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    thread,
};

use anyhow::Context as _;
use serde::Serialize;

use super::{
    keys_given::KeysGiven,
    report::{Line, Report},
};
use crate::{
    desk::open::{Event, open, refusal::Refusal},
    testimony::questionnaire::Questionnaire,
};

/// Open every testimony of a bundle, each into a folder of its own
///
/// Each folder has testimony.json to the byte, the attachments, and an index.html for reading. A testimony that was changed,
/// cut short, swapped or sealed to another key is named and left out; all others are opened. Run the same command again to go on
/// where it stopped.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk open export.tar --identity researcher.key --out testimonies
  amanat-desk open export.tar -i old.key -i new.key --out testimonies --jobs 4 --json
  amanat-desk open export.tar --share a.txt --share b.txt --share c.txt --out testimonies

Without this tool: `tar xf export.tar`, then for each file `age -d -i researcher.key ID.age | tar x`.")]
pub(super) struct Args {
    /// The bundle that `amanat export` wrote
    bundle: PathBuf,
    #[command(flatten)]
    keys: KeysGiven,
    /// The folder to open into; made if it does not exist
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// The deployment's own questionnaire: pages have its words in the place of ids
    #[arg(long, value_name = "FILE")]
    questionnaire: Option<PathBuf>,
    /// How many testimonies are opened at once [default: one for each core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Print one line of JSON for each testimony, and a last one that sums up
    #[arg(long)]
    json: bool,
}

#[derive(Default, Serialize)]
struct Counts {
    opened: u64,
    already_open: u64,
    refused: u64,
    other_findings: u64,
    #[serde(skip)]
    other_key: u64,
}

#[derive(Serialize)]
struct Summary<'a> {
    summary: &'a Counts,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let bundle = File::open(&args.bundle)
        .with_context(|| format!("the bundle {} could not be opened; check its path", args.bundle.display()))?;
    let identities = args.keys.load()?;
    let form = args.questionnaire.as_deref().map(questionnaire).transpose()?;
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);

    let report = Report::new(args.json);
    let mut counts = Counts::default();
    let mut told = Ok(());
    let done = open(&bundle, (&identities, form.as_ref()), &args.out, jobs, |event| {
        let one = tell(&report, &mut counts, event);
        if told.is_ok() {
            told = one;
        }
    });
    done?;
    told?;
    report.sum_up(&Summary { summary: &counts }, &counts.in_words(args))?;
    Ok(if counts.refused + counts.other_findings == 0 { super::ALL_GOOD } else { super::SOME_REFUSED })
}

fn questionnaire(path: &Path) -> anyhow::Result<Questionnaire> {
    let text = fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))?;
    Questionnaire::parse(&text)
        .with_context(|| format!("{} is no questionnaire that this version knows", path.display()))
}

fn tell(report: &Report, counts: &mut Counts, event: Event) -> anyhow::Result<()> {
    match event {
        Event::Announced(count) => report.announce(count, "testimonies"),
        Event::Opened(id) => {
            report.advance();
            counts.opened += 1;
            report.good(&Line { id: Some(id), outcome: "opened", reason: None, message: None })?;
        }
        Event::OpenedBefore(id) => {
            report.advance();
            counts.already_open += 1;
            report.good(&Line { id: Some(id), outcome: "already-open", reason: None, message: None })?;
        }
        Event::Refused(id, refusal) => {
            report.advance();
            counts.refused += 1;
            counts.other_key += u64::from(matches!(refusal, Refusal::OtherKey));
            report.bad(Some(id), refusal.code(), &format!("testimony {id} is not opened: {refusal}"))?;
        }
        Event::Finding(finding) => {
            counts.other_findings += 1;
            report.bad(finding.id(), finding.code(), &finding.to_string())?;
        }
    }
    Ok(())
}

impl Counts {
    fn in_words(&self, args: &Args) -> String {
        let also = [
            (self.already_open, "were there already"),
            (self.refused, "refused"),
            (self.other_findings, "faults of the bundle"),
        ];
        let mut parts = vec![format!("{} opened into {}", self.opened, args.out.display())];
        parts.extend(also.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
        let mut text = parts.join(", ") + ".";
        if self.other_key > 0 && self.opened + self.already_open == 0 && self.other_key == self.refused {
            text += " None of the identities given opens any testimony of this bundle: it is for another key.";
        }
        text
    }
}
