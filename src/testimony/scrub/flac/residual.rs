//! Coded residuals: RFC 9639, 9.2.7.

use super::bits::{Bits, Wrong};

/// Goes over the residual of `samples` samples, the first `order` of which are not in it.
pub(super) fn all(bits: &mut Bits<'_>, samples: u32, order: u32) -> Result<(), Wrong> {
    let wide = match bits.number(2)? {
        0 => 4,
        1 => 5,
        _ => return Err(Wrong::Never),
    };
    let partitions = bits.number(4)?;
    let each = samples >> partitions;
    if each << partitions != samples || each < order {
        return Err(Wrong::Never);
    }
    let escape = (1 << wide) - 1;
    for partition in 0..1_u32 << partitions {
        let count = if partition == 0 { each - order } else { each };
        let parameter = bits.number(wide)?;
        if parameter == escape {
            let raw = bits.number(5)?;
            bits.skip(u64::from(count) * u64::from(raw))?;
        } else {
            bits.rice(count, parameter)?;
        }
    }
    Ok(())
}
