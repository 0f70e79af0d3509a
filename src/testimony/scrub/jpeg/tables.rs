//! Quantisation, Huffman and arithmetic tables (ITU-T T.81, annex B.2.4): kept as models, and written only where a scan
//! reads them.

use super::{
    super::{Refusal, sink::Sink},
    frame::{Frame, Process, Scan},
};

/// A Huffman table: how many codes have each length from 1 to 16 bits, and their symbols.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Huffman {
    pub(super) counts: [u8; 16],
    pub(super) symbols: Vec<u8>,
}

/// What stands in the table slots.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in super::super) struct Tables {
    pub(super) quantisation: [Option<[u16; 32 * 2]>; 4],
    pub(super) dc: [Option<Huffman>; 4],
    pub(super) ac: [Option<Huffman>; 4],
    /// Conditioning of arithmetic coding, DC then AC; `None` is the default.
    conditioning: [[Option<u8>; 4]; 2],
    /// MCUs between restart markers; 0 for none.
    pub(super) restart: u16,
}

impl Tables {
    /// Takes in a DQT segment. What follows the last whole table is dropped.
    pub(super) fn quantisation(&mut self, mut body: &[u8]) -> Result<(), Refusal> {
        while let Some((&[kind], rest)) = body.split_first_chunk() {
            let wide = kind >> 4 != 0;
            let Some((values, rest)) = rest.split_at_checked(if wide { 128 } else { 64 }) else { break };
            let slot = self.quantisation.get_mut(usize::from(kind & 15)).filter(|_| kind >> 4 < 2);
            let slot = slot.ok_or(Refusal::Malformed("a quantisation table has no valid number"))?;
            let mut table = [0; 64];
            for (place, value) in table.iter_mut().enumerate() {
                *value = match values.get(place * 2..place * 2 + 2) {
                    Some(&[high, low]) if wide => u16::from_be_bytes([high, low]),
                    _ => values.get(place).copied().map_or(0, u16::from),
                };
            }
            *slot = Some(table);
            body = rest;
        }
        Ok(())
    }

    /// Takes in a DHT segment. What follows the last whole table is dropped.
    pub(super) fn huffman(&mut self, mut body: &[u8]) -> Result<(), Refusal> {
        while let Some((&[kind], rest)) = body.split_first_chunk() {
            let Some((&counts, rest)) = rest.split_first_chunk::<16>() else { break };
            let symbols = counts.iter().map(|count| usize::from(*count)).sum();
            let slots = if kind & 0x10 == 0 { &mut self.dc } else { &mut self.ac };
            let slot = slots.get_mut(usize::from(kind & 15)).filter(|_| kind < 0x20 && symbols <= 256);
            let (Some(slot), Some((symbols, rest))) = (slot, rest.split_at_checked(symbols)) else {
                return Err(Refusal::Malformed("a Huffman table is not valid"));
            };
            *slot = Some(Huffman { counts, symbols: symbols.to_vec() });
            body = rest;
        }
        Ok(())
    }

    /// Takes in a DAC segment.
    pub(super) fn conditioning(&mut self, body: &[u8]) -> Result<(), Refusal> {
        for pair in body.chunks_exact(2) {
            let slots = self.conditioning.get_mut(usize::from(pair[0] >> 4));
            let slot = slots.and_then(|slots| slots.get_mut(usize::from(pair[0] & 15)));
            *slot.ok_or(Refusal::Malformed("an arithmetic table has no valid number"))? = Some(pair[1]);
        }
        Ok(())
    }

    /// What a scan reads of these: the rest of the slots are empty.
    pub(super) fn read_by(&self, scan: &Scan, frame: &Frame) -> (Self, Needs) {
        let (mut read, mut needs) = (Self { restart: self.restart, ..Self::default() }, Needs::default());
        let arithmetic = matches!(frame.coding, Process::ArithmeticSequential | Process::ArithmeticProgressive);
        for &(place, dc, ac) in &scan.components {
            let slot = frame.components.get(place).map_or(0, |component| component.quantisation);
            if frame.coding != Process::Lossless {
                read.quantisation[slot] = self.quantisation[slot];
                needs.quantisation[slot] = true;
            }
            if scan.reads_dc(frame.coding) {
                needs.dc[dc] |= !arithmetic;
                read.dc[dc] = self.dc[dc].clone().filter(|_| !arithmetic);
                read.conditioning[0][dc] = self.conditioning[0][dc].filter(|_| arithmetic);
            }
            if scan.reads_ac(frame.coding) {
                needs.ac[ac] |= !arithmetic;
                read.ac[ac] = self.ac[ac].clone().filter(|_| !arithmetic);
                read.conditioning[1][ac] = self.conditioning[1][ac].filter(|_| arithmetic);
            }
        }
        (read, needs)
    }

    /// The tables in these slots.
    pub(super) fn only(&self, needs: Needs) -> Self {
        let mut only = Self::default();
        for slot in 0..4 {
            only.quantisation[slot] = self.quantisation[slot].filter(|_| needs.quantisation[slot]);
            only.dc[slot] = self.dc[slot].clone().filter(|_| needs.dc[slot]);
            only.ac[slot] = self.ac[slot].clone().filter(|_| needs.ac[slot]);
        }
        only
    }

    /// Writes the quantisation tables that `written` has not, and notes them there.
    pub(super) fn write_quantisation(&self, written: &mut Self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let mut body = Vec::new();
        for (slot, (table, written)) in (0..).zip(self.quantisation.iter().zip(&mut written.quantisation)) {
            let Some(table) = table.filter(|_| table != written) else { continue };
            if table.iter().all(|value| *value < 256) {
                body.push(slot);
                body.extend(table.iter().filter_map(|value| u8::try_from(*value).ok()));
            } else {
                body.push(0x10 | slot);
                body.extend(table.iter().flat_map(|value| value.to_be_bytes()));
            }
            *written = Some(table);
        }
        if body.is_empty() { Ok(()) } else { super::segment(0xdb, &body, sink) }
    }

    /// Writes the other tables and the restart interval that `written` has not, and notes them there.
    pub(super) fn write_coding(&self, written: &mut Self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        if self.restart != written.restart {
            super::segment(0xdd, &self.restart.to_be_bytes(), sink)?;
            written.restart = self.restart;
        }
        let (mut huffman, mut conditioning) = (Vec::new(), Vec::new());
        let classes = [(0, &self.dc, &mut written.dc), (0x10, &self.ac, &mut written.ac)];
        for (class, tables, written) in classes {
            for (slot, (table, written)) in (class..).zip(tables.iter().zip(written)) {
                let Some(new) = table.as_ref().filter(|_| table != written) else { continue };
                huffman.push(slot);
                huffman.extend(new.counts);
                huffman.extend(&new.symbols);
                written.clone_from(table);
            }
        }
        for (class, (values, written)) in
            [0, 0x10].into_iter().zip(self.conditioning.iter().zip(&mut written.conditioning))
        {
            for (slot, (value, written)) in (class..).zip(values.iter().zip(written)) {
                if let Some(new) = value.filter(|_| value != written) {
                    conditioning.extend([slot, new]);
                    *written = Some(new);
                }
            }
        }
        for (marker, body) in [(0xc4, huffman), (0xcc, conditioning)] {
            if !body.is_empty() {
                super::segment(marker, &body, sink)?;
            }
        }
        Ok(())
    }
}

/// Table slots that scans read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Needs {
    pub(super) quantisation: [bool; 4],
    pub(super) dc: [bool; 4],
    pub(super) ac: [bool; 4],
}

impl Needs {
    /// Takes in what another scan reads.
    pub(in super::super) fn add(&mut self, other: Self) {
        for slot in 0..4 {
            self.quantisation[slot] |= other.quantisation[slot];
            self.dc[slot] |= other.dc[slot];
            self.ac[slot] |= other.ac[slot];
        }
    }
}

impl Huffman {
    /// The codes in order: bits, code (in the low bits), symbol. `None` where they are more than there can be.
    pub(super) fn codes(&self) -> Option<Vec<(u32, u32, u8)>> {
        let (mut code, mut symbols, mut codes) = (0_u32, self.symbols.iter(), Vec::with_capacity(self.symbols.len()));
        for (bits, count) in (1..).zip(self.counts) {
            for _ in 0..count {
                if code >> bits != 0 {
                    return None;
                }
                codes.push((bits, code, *symbols.next()?));
                code += 1;
            }
            code <<= 1;
        }
        Some(codes)
    }
}
