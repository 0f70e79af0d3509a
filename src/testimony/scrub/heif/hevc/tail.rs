//! The end of a unit: zero bytes and `cabac_zero_words` after it decode to nothing, ISO/IEC 23008-2 section 7.3.2.10.

use super::super::{
    super::{Refusal, headers::unit},
    spans::Run,
};

/// Bytes that are looked at together.
const STEP: u64 = 4_096;

/// Bytes of a unit of `bytes` bytes at the run's position without what follows its end. The position stays.
pub(super) fn trimmed(run: &mut Run<'_, '_>, bytes: u64) -> Result<u64, Refusal> {
    let start = run.position();
    let mut kept = bytes;
    // Most units end in another byte than these.
    let mut step = 4;
    loop {
        let look = kept.min(step);
        step = STEP;
        run.seek(start + (kept - look));
        let end = run.take(look, usize::MAX)?;
        let left = unit::trimmed(&end);
        kept -= (end.len() - left) as u64;
        // A word could lie across the border of what was looked at.
        let sure = left > 2 || kept <= 3;
        if left == end.len() || sure {
            break;
        }
    }
    run.seek(start);
    Ok(kept.max(bytes.min(3)))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{
        super::super::{super::source::Source, spans::Span},
        *,
    };

    fn kept(bytes: Vec<u8>) -> u64 {
        let length = bytes.len() as u64;
        let mut content = Cursor::new(bytes);
        let mut source = Source::new(&mut content, length);
        trimmed(&mut Run::new(&mut source, &[Span { start: 0, end: length }]), length).unwrap()
    }

    #[test]
    fn what_follows_a_units_end_is_cut_however_long_it_is() {
        assert_eq!(kept(vec![2, 1, 9, 0x80]), 4);
        assert_eq!(kept(vec![2, 1, 9, 3]), 4);
        assert_eq!(kept(vec![2, 1, 9, 0x80, 0, 0, 3, 0, 0, 3]), 4);
        for words in [1, 1_365, 1_366, 5_000] {
            let mut unit = vec![2, 1, 0x80];
            unit.extend([0, 0, 3].repeat(words));
            assert_eq!(kept(unit.clone()), 3);
            unit.extend(vec![0; words * 2]);
            assert_eq!(kept(unit), 3);
        }
        assert_eq!(kept(vec![0; 9_000]), 3);
    }
}
