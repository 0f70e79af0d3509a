//! What `open`, `verify` and `scrub` print: a line for people, or a line of JSON for programs.

use std::io::{self, IsTerminal as _, Write as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use crate::testimony::id::TestimonyId;

/// One line of `--json`.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<TestimonyId>,
    pub(super) outcome: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<&'a str>,
}

/// Where lines go.
pub(super) struct Report {
    json: bool,
    bar: ProgressBar,
}

impl Report {
    pub(super) fn new(json: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(4));
        if !io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        Self { json, bar }
    }

    /// Shows how far the work is, out of `count` things of a kind.
    pub(super) fn announce(&self, count: u64, things: &str) {
        self.bar.set_length(count);
        if let Ok(style) =
            ProgressStyle::with_template(&format!("{{bar:40}} {{pos}} of {{len}} {things}, {{eta}} left"))
        {
            self.bar.set_style(style);
        }
    }

    pub(super) fn advance(&self) {
        self.bar.inc(1);
    }

    /// Something that is in order: only programs want each of these.
    pub(super) fn good(&self, line: &impl Serialize) -> anyhow::Result<()> {
        if self.json { self.value(line) } else { Ok(()) }
    }

    /// Something that is not: a line for programs, or a sentence for people.
    pub(super) fn fault(&self, line: &impl Serialize, message: &str) -> anyhow::Result<()> {
        if self.json {
            return self.value(line);
        }
        Ok(self.bar.suspend(|| writeln!(io::stderr(), "error: {message}"))?)
    }

    /// A testimony, or a bundle's part, that is not.
    pub(super) fn bad(&self, id: Option<TestimonyId>, reason: &str, message: &str) -> anyhow::Result<()> {
        self.fault(&Line { id, outcome: "refused", reason: Some(reason), message: Some(message) }, message)
    }

    /// The last line.
    pub(super) fn sum_up(&self, value: &impl Serialize, text: &str) -> anyhow::Result<()> {
        self.bar.finish_and_clear();
        if self.json { self.value(value) } else { Ok(writeln!(io::stdout(), "{text}")?) }
    }

    fn value(&self, value: &impl Serialize) -> anyhow::Result<()> {
        let line = serde_json::to_string(value)?;
        Ok(self.bar.suspend(|| writeln!(io::stdout(), "{line}"))?)
    }
}
