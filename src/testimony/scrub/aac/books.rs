//! The Huffman codes of AAC: ISO/IEC 14496-3, tables 4.A.1 to 4.A.12.
//!
//! In each table, codes of one length follow each other as numbers, and so do the lengths: how many codes each length
//! has is all that it takes to read one. Of what a code stands for, only what follows it matters: a sign for each number
//! that is not 0, and an escape for each that is too large.

use super::bits::Bits;

/// One table.
struct Book {
    /// How many codes have 1, 2, 3 bits and so on.
    counts: &'static [u8],
    /// For each code, signs that follow, and three times the escapes; empty where none do.
    after: &'static [u8],
    /// Numbers that a code stands for.
    numbers: usize,
    /// Length, and what follows, of the code that some bits begin with; 0 for a longer one.
    quick: [(u8, u8); 1 << QUICK],
}

/// Bits that are looked up at once.
const QUICK: usize = 9;

const fn book(counts: &'static [u8], after: &'static [u8], numbers: usize) -> Book {
    let mut quick = [(0, 0); 1 << QUICK];
    let (mut length, mut index, mut next) = (1_u8, 0, 0);
    while length as usize <= QUICK && (length as usize) <= counts.len() {
        let mut left = counts[length as usize - 1];
        while left > 0 {
            let digit = if after.is_empty() { 0 } else { after[index] - b'0' };
            let end = next + (1 << (QUICK - length as usize));
            while next < end {
                quick[next] = (length, digit);
                next += 1;
            }
            (index, left) = (index + 1, left - 1);
        }
        length += 1;
    }
    Book { counts, after, numbers, quick }
}

/// The tables of the spectrum, 1 to 11.
static SPECTRUM: [Book; 11] = [
    book(&[1, 0, 0, 0, 8, 0, 24, 0, 24, 8, 16], b"", 4),
    book(&[0, 0, 1, 1, 7, 24, 15, 19, 14], b"", 4),
    book(
        &[1, 0, 0, 4, 2, 6, 3, 5, 15, 15, 8, 9, 3, 3, 5, 2],
        b"011112222232343311223232331221224334323244332333223243344233333344442233434443233",
        4,
    ),
    book(
        &[0, 0, 0, 10, 6, 0, 9, 21, 8, 14, 11, 2],
        b"433331202222121144443333333333332222222222221111444444333333333433344422222243333",
        4,
    ),
    book(&[1, 0, 0, 4, 4, 0, 4, 12, 12, 12, 18, 10, 4], b"", 2),
    book(&[0, 0, 0, 9, 0, 16, 13, 8, 23, 8, 4], b"", 2),
    book(
        &[1, 0, 2, 1, 0, 4, 5, 10, 14, 15, 8, 4],
        b"0112221122211222222221122212122222222211222222222222112222222222",
        2,
    ),
    book(&[0, 0, 1, 5, 7, 10, 14, 15, 8, 4], b"2212120112222222221122222222221212222222121222222222221212222112", 2),
    book(
        &[1, 0, 2, 1, 0, 4, 3, 8, 11, 20, 31, 38, 32, 14, 4],
        b"011222112221122222222112222222121222222221222222221222122221222211222222222222212221222222222222\
          2222222212212222222122222222222222212212222122222222222222222222222222222",
        2,
    ),
    book(
        &[0, 0, 0, 3, 8, 14, 17, 25, 31, 41, 22, 8],
        b"222211222221122220221122222222222212122222222222212122222222222222222212222212222222222222222212\
          1222222212222221222222222222222221212122222222222222212122212221222222122",
        2,
    ),
    book(
        &[0, 0, 0, 2, 6, 7, 16, 59, 55, 95, 43, 6],
        b"028112222221212222222112222222222222225555525121525555222225522555225255525225522215522221255225\
          252222222522122222212222222222222212222222222242222224212222222222222222222222222222221222222222\
          222222222122222222222222222222222222211222222222222222222222222221221212221222221122221221211211\
          2",
        2,
    ),
];
/// The table of scale factors.
static SCALE: Book = book(&[1, 0, 1, 3, 2, 4, 3, 5, 4, 6, 6, 6, 5, 8, 4, 7, 3, 7, 46], b"", 1);

impl Book {
    /// Reads a code; what follows it.
    fn code(&self, bits: &mut Bits<'_>) -> Option<u8> {
        let next = bits.peek(19);
        let (length, after) = *self.quick.get((next >> (19 - QUICK)) as usize)?;
        if length > 0 {
            bits.skip(length.into())?;
            return Some(after);
        }
        let (mut first, mut before) = (0, 0);
        for (length, count) in (1_u32..).zip(self.counts) {
            let code = next >> (19 - length);
            if code < first + u32::from(*count) {
                bits.skip(length as usize)?;
                let index = before + (code - first) as usize;
                return Some(self.after.get(index).map_or(0, |digit| digit - b'0'));
            }
            before += usize::from(*count);
            first = (first + u32::from(*count)) << 1;
        }
        None
    }
}

/// Goes over a scale factor.
pub(super) fn scale(bits: &mut Bits<'_>) -> Option<()> {
    SCALE.code(bits).map(|_| ())
}

/// Goes over `numbers` numbers of the spectrum, coded by table `book`, 1 to 11.
pub(super) fn spectrum(bits: &mut Bits<'_>, book: usize, numbers: usize) -> Option<()> {
    let book = SPECTRUM.get(book.checked_sub(1)?)?;
    for _ in 0..numbers / book.numbers {
        let after = usize::from(book.code(bits)?);
        // Of tables of four, up to four signs follow and no escape.
        let (signs, escapes) = if book.numbers == 4 { (after, 0) } else { (after % 3, after / 3) };
        bits.skip(signs)?;
        for _ in 0..escapes {
            escape(bits)?;
        }
    }
    Some(())
}

/// Goes over an escape: ones, a zero, and four bits more than there were ones (4.6.3.3).
fn escape(bits: &mut Bits<'_>) -> Option<()> {
    let mut ones = 0;
    while bits.bit()? {
        ones += 1;
        if ones > 8 {
            return None;
        }
    }
    bits.skip(ones + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_whole() {
        for (book, codes) in SPECTRUM.iter().zip([81, 81, 81, 81, 81, 81, 64, 64, 169, 169, 289]) {
            let sum: usize = book.counts.iter().map(|count| usize::from(*count)).sum();
            assert_eq!(sum, codes);
            assert!(book.after.is_empty() || book.after.len() == codes);
            let full: u32 = (1..).zip(book.counts).map(|(length, count)| u32::from(*count) << (19 - length)).sum();
            assert_eq!(full, 1 << 19);
            let values = |count: fn(usize) -> usize| (0..codes).map(count).sum::<usize>();
            let signs: usize = book.after.iter().map(|digit| usize::from(digit - b'0')).sum();
            assert!(
                signs == 0
                    || codes != 81
                    || signs == values(|code| (0..4).filter(|at| code / 3_usize.pow(*at) % 3 > 0).count())
            );
        }
    }

    #[test]
    fn codes_that_are_looked_up_are_those_that_are_counted() {
        for book in &SPECTRUM {
            let slow =
                Book { quick: [(0, 0); 1 << QUICK], counts: book.counts, after: book.after, numbers: book.numbers };
            for start in 0..1_u32 << 19 {
                let bytes = (start << 13).to_be_bytes();
                let read = |book: &Book| {
                    let mut bits = Bits::new(&bytes);
                    (book.code(&mut bits), bits.at())
                };
                assert_eq!(read(book), read(&slow));
            }
        }
    }
}
