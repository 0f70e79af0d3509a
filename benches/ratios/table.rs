//! What was measured, as Markdown.

use crate::machine::Split;

/// A rate, and who used the processors meanwhile.
pub(crate) struct Measured {
    pub(crate) rate: f64,
    pub(crate) split: Split,
}

impl Measured {
    /// The faster of two.
    pub(crate) fn or(self, best: Option<Self>) -> Self {
        match best {
            Some(best) if best.rate > self.rate => best,
            _ => self,
        }
    }
}

/// A share of the machine that others may use before what was measured says little.
const DISTURBED: f64 = 0.15;

/// One line, as it is measured.
pub(crate) struct Line {
    pub(crate) what: String,
    /// What Amanat is compared with.
    pub(crate) against: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) ours: Measured,
    pub(crate) most: Measured,
    pub(crate) wanted: f64,
}

#[derive(Default)]
pub(crate) struct Table(Vec<Line>);

impl Table {
    pub(crate) fn add(&mut self, line: Line) {
        println!("{}: {:.2}", line.what, line.ours.rate / line.most.rate);
        self.0.push(line);
    }

    pub(crate) fn print(&self) {
        println!("\n| | Amanat | against | | ratio | wanted | what limits Amanat |\n|---|---|---|---|---|---|---|");
        for Line { what, against, unit, ours, most, wanted } in &self.0 {
            let (rate, base, limit) = (ours.rate, most.rate, ours.split.limit());
            let ratio = rate / base;
            println!(
                "| {what} | {rate:.0} {unit} | {against} | {base:.0} {unit} | **{ratio:.2}** | {wanted} | {limit} |"
            );
        }
        println!(
            "\nShares of all processor time of the machine:\n\n| | {} |\n|---|---|---|---|---|---|",
            Split::HEADINGS
        );
        for Line { what, against, ours, most, .. } in &self.0 {
            println!("| {what}: Amanat | {} |\n| {what}: {against} | {} |", ours.split, most.split);
        }
        if self.0.iter().any(|line| line.ours.split.others().max(line.most.split.others()) > DISTURBED) {
            println!("\nOther programs used the machine meanwhile: measure again when it is quiet.");
        }
    }
}
