//! Goes past the rows of facsimile data (ITU-T T.4, 4.1 and 4.2; T.6, 2.2), to find where the last one ends. Only where
//! colours change is held.

use super::{
    super::super::{Refusal, source::Source},
    Kind, ZEROS,
    codes::{Codes, MOST, Mode},
};

/// Bits of data, first bit topmost.
pub(super) struct Bits<'s, 'a> {
    source: &'s mut Source<'a>,
    end: u64,
    turned: bool,
    held: u64,
    ready: u32,
    pub(super) taken: u64,
}

impl<'s, 'a> Bits<'s, 'a> {
    pub(super) fn new(source: &'s mut Source<'a>, end: u64, turned: bool) -> Self {
        Self { source, end, turned, held: 0, ready: 0, taken: 0 }
    }

    /// The next bits, at most 32; those after the end are zeros.
    fn peek(&mut self, bits: u32) -> Result<usize, Refusal> {
        while self.ready < bits && self.source.position() < self.end {
            let byte = self.source.byte()?;
            self.held = self.held << 8 | u64::from(if self.turned { byte.reverse_bits() } else { byte });
            self.ready += 8;
        }
        let there = self.ready.min(bits);
        let top = self.held >> (self.ready - there) & ((1 << there) - 1);
        Ok(usize::try_from(top << (bits - there)).unwrap_or(0))
    }

    /// False at the end.
    fn skip(&mut self, bits: u32) -> bool {
        let Some(ready) = self.ready.checked_sub(bits) else { return false };
        (self.ready, self.taken) = (ready, self.taken + u64::from(bits));
        true
    }

    /// Goes past zeros and the one that ends them. False where they are not enough of them.
    fn mark(&mut self) -> Result<bool, Refusal> {
        let mut zeros = 0_u32;
        loop {
            let window = u32::try_from(self.peek(32)?).unwrap_or(0);
            if window > 0 {
                let more = window.leading_zeros();
                return Ok(zeros.saturating_add(more) >= ZEROS && self.skip(more + 1));
            }
            if !self.skip(16) {
                return Ok(false);
            }
            zeros = zeros.saturating_add(16);
        }
    }

    fn align(&mut self) -> bool {
        let rest = u32::try_from(self.taken % 8).unwrap_or(0);
        self.peek(8).is_ok() && self.skip((8 - rest) % 8)
    }
}

/// Goes past all rows, and the marks behind them. False where the data is not what it should be.
pub(super) fn pass(bits: &mut Bits<'_, '_>, kind: Kind, (width, rows): (u64, u64)) -> Result<bool, Refusal> {
    let codes = Codes::new();
    let mut above = Vec::new();
    for _ in 0..rows {
        let two = match kind {
            Kind::Group4 => true,
            Kind::Plain => {
                if !bits.align() {
                    return Ok(false);
                }
                false
            }
            Kind::Group3 { tagged } => {
                if !bits.mark()? {
                    return Ok(false);
                }
                tagged && bits.peek(1)? == 0
            }
        };
        if matches!(kind, Kind::Group3 { tagged: true }) && !bits.skip(1) {
            return Ok(false);
        }
        let Some(row) = row(bits, &codes, width, two.then_some(&above))? else { return Ok(false) };
        above = row;
    }
    marks(bits, kind)?;
    Ok(true)
}

/// Goes past the marks that end the data, if all of them are there.
fn marks(bits: &mut Bits<'_, '_>, kind: Kind) -> Result<(), Refusal> {
    let (times, ahead) = match kind {
        Kind::Plain => return Ok(()),
        Kind::Group4 => (1, 24),
        Kind::Group3 { tagged } => (6, if tagged { 13 } else { 12 }),
    };
    let code = match ahead {
        24 => 0x00_1001,
        13 => 3,
        _ => 1,
    };
    for _ in 0..times {
        if bits.peek(ahead)? != code || !bits.skip(ahead) {
            return Ok(());
        }
    }
    Ok(())
}

/// Where colours change in the next row, white first; coded by the row above if there is one. `None` where it is damaged.
fn row(
    bits: &mut Bits<'_, '_>,
    codes: &Codes,
    width: u64,
    above: Option<&Vec<u64>>,
) -> Result<Option<Vec<u64>>, Refusal> {
    let (mut row, mut at, mut black, mut place) = (Vec::new(), 0_u64, false, 0_usize);
    let mut begun = false;
    while at < width {
        let Some(above) = above else {
            let Some(run) = run(bits, codes, black)? else { return Ok(None) };
            at += run;
            row.push(at);
            black = !black;
            continue;
        };
        // The first change above to the right of here, to the other colour.
        while place > 0 && above.get(place - 1).is_some_and(|change| *change > at) {
            place -= 1;
        }
        while above.get(place).is_some_and(|change| *change < at + u64::from(begun)) || place % 2 != usize::from(black)
        {
            place += 1;
        }
        let change = |place: usize| above.get(place).copied().unwrap_or(width).min(width);
        let (length, mode) = codes.modes.get(bits.peek(MOST)?).copied().unwrap_or((0, Mode::Pass));
        if length == 0 || !bits.skip(length) {
            return Ok(None);
        }
        match mode {
            Mode::Pass => at = change(place + 1),
            Mode::Horizontal => {
                for colour in [black, !black] {
                    let Some(run) = run(bits, codes, colour)? else { return Ok(None) };
                    at += run;
                    row.push(at);
                }
            }
            Mode::Vertical(far) => {
                let Some(to) = change(place).checked_add_signed(i64::from(far)).filter(|to| *to >= at) else {
                    return Ok(None);
                };
                at = to;
                row.push(at);
                black = !black;
            }
        }
        begun = true;
    }
    Ok((at == width).then_some(row))
}

/// A run: codes of many, and one of few.
fn run(bits: &mut Bits<'_, '_>, codes: &Codes, black: bool) -> Result<Option<u64>, Refusal> {
    let mut sum = 0_u64;
    loop {
        let (length, run) = codes.runs[usize::from(black)].get(bits.peek(MOST)?).copied().unwrap_or((0, 0));
        if length == 0 || !bits.skip(length) {
            return Ok(None);
        }
        sum = sum.saturating_add(run);
        if run < 64 {
            return Ok(Some(sum));
        }
    }
}
