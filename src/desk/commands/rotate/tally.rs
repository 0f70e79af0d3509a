//! What both steps print, a header at a time and at the end.

use serde::Serialize;

use crate::desk::{
    commands::{
        self,
        report::{Line, Report},
    },
    rotate::Event,
};

/// What became of the headers.
#[derive(Default, Serialize)]
struct Counts {
    done: u64,
    refused: u64,
    other_findings: u64,
}

#[derive(Serialize)]
struct Summary<'a> {
    summary: &'a Counts,
}

/// Tells what happens, and counts.
pub(super) struct Tally {
    report: Report,
    outcome: &'static str,
    counts: Counts,
    told: anyhow::Result<()>,
}

impl Tally {
    pub(super) fn new(json: bool, outcome: &'static str) -> Self {
        Self { report: Report::new(json), outcome, counts: Counts::default(), told: Ok(()) }
    }

    pub(super) fn tell(&mut self, event: Event) {
        let one = match event {
            Event::Announced(count) => {
                self.report.announce(count, "testimonies");
                Ok(())
            }
            Event::Done(id) => {
                self.report.advance();
                self.counts.done += 1;
                self.report.good(&Line { id: Some(id), outcome: self.outcome, reason: None, message: None })
            }
            Event::Refused(id, refusal) => {
                self.report.advance();
                self.counts.refused += 1;
                let message = format!("the header of testimony {id} is not {}: {refusal}", self.outcome);
                self.report.bad(Some(id), refusal.code(), &message)
            }
            Event::Finding(finding) => {
                self.counts.other_findings += 1;
                self.report.bad(finding.id(), finding.code(), &finding.to_string())
            }
        };
        if self.told.is_ok() {
            self.told = one;
        }
    }

    pub(super) fn is_faulty(&self) -> bool {
        self.counts.refused + self.counts.other_findings > 0
    }

    /// The last line, and the exit code.
    pub(super) fn end(self, text: &str) -> anyhow::Result<u8> {
        self.told?;
        let Counts { refused, other_findings, .. } = self.counts;
        let also = [(refused, "left out"), (other_findings, "faults of the file")];
        let also = also.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!(", {count} {what}"));
        let text = format!("{text}{}", also.collect::<String>());
        self.report.sum_up(&Summary { summary: &self.counts }, &text)?;
        Ok(if refused + other_findings == 0 { commands::ALL_GOOD } else { commands::SOME_REFUSED })
    }
}
