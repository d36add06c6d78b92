//! Counting before unpacking: a change's columns are run-length coded, so sixty bytes can claim a
//! quadrillion operations. This walks a chunk without building anything and refuses such claims.
//!
//! The layout is Automerge's change chunk (alexjg.github.io/automerge-storage-docs, "Change chunks"): magic,
//! checksum, type, length; then predecessors, actor, counters, message, other actors, column list, columns.

use super::change::MAX_BYTES;
use super::refused::CannotTakeIn;

/// First bytes of every chunk.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// The type byte of an uncompressed change. Documents (0), deflated changes (2) and bundles (3) stay out.
const UNCOMPRESSED_CHANGE: u8 = 1;
/// More than one edit can cause: a summary of 20,000 characters replaced whole is 40,000 operations.
const MAX_ITEMS: u64 = 1 << 17;
/// The column of what each operation does.
const ACTION: u64 = 4 << 4 | 2;
/// The last that Nabij writes: makes a map, sets, makes a list, deletes, makes a text. Counters, tables and marks stay
/// out. Marks above all: checks of the library that are on in development panic once more while they clean up after a
/// malformed one, and no net catches that.
const LAST_ACTION: u64 = 4;
/// The columns that only marks have, without their type.
const OF_MARKS: [u64; 2] = [9, 10];
/// Length of a hash, in bytes.
const HASH: u64 = 32;

/// Walks one chunk. Gives the checksum it claims.
pub(super) fn check(bytes: &[u8]) -> Result<[u8; 4], CannotTakeIn> {
    let (checksum, reader) = open(bytes)?;
    body(reader)?;
    Ok(checksum)
}

/// Who a chunk says has written it.
pub(super) fn actor(bytes: &[u8]) -> Result<&[u8], CannotTakeIn> {
    let (_, mut reader) = open(bytes)?;
    skip_predecessors(&mut reader)?;
    let length = reader.unsigned()?;
    reader.take(length)
}

/// The checksum of a chunk, and what is in it.
fn open(bytes: &[u8]) -> Result<([u8; 4], Reader<'_>), CannotTakeIn> {
    if bytes.len() > MAX_BYTES {
        return Err(CannotTakeIn::TooLarge);
    }
    let not_a_change = CannotTakeIn::NotAChange;
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(not_a_change)?;
    let (checksum, rest) = rest.split_first_chunk::<4>().ok_or(not_a_change)?;
    let (kind, rest) = rest.split_first().ok_or(not_a_change)?;
    if *magic != MAGIC || *kind != UNCOMPRESSED_CHANGE {
        return Err(not_a_change);
    }
    let mut reader = Reader(rest);
    let length = reader.unsigned().map_err(|_| not_a_change)?;
    if u64::try_from(reader.0.len()) != Ok(length) {
        return Err(not_a_change);
    }
    Ok((*checksum, reader))
}

fn skip_predecessors(reader: &mut Reader<'_>) -> Result<(), CannotTakeIn> {
    let predecessors = reader.unsigned()?;
    reader.skip(
        predecessors
            .checked_mul(HASH)
            .ok_or(CannotTakeIn::Malformed)?,
    )
}

fn body(mut reader: Reader<'_>) -> Result<(), CannotTakeIn> {
    skip_predecessors(&mut reader)?;
    reader.skip_prefixed()?; // actor
    reader.unsigned()?; // sequence number
    reader.unsigned()?; // first operation
    reader.signed()?; // time
    reader.skip_prefixed()?; // message
    for _ in 0..reader.unsigned()? {
        reader.skip_prefixed()?; // other actors; each takes a byte at least, so the bytes bound this
    }
    let count = reader.unsigned()?;
    let mut columns = Vec::new();
    for _ in 0..count {
        columns.push((reader.unsigned()?, reader.unsigned()?));
    }
    for (specification, length) in columns {
        column(specification, Reader(reader.take(length)?))?;
    }
    Ok(())
}

/// What a column's values look like, from the low bits of its specification.
fn column(specification: u64, data: Reader<'_>) -> Result<(), CannotTakeIn> {
    const DEFLATED: u64 = 0b1000;
    if specification & DEFLATED != 0 {
        return Err(CannotTakeIn::NotAChange);
    }
    if OF_MARKS.contains(&(specification >> 4)) {
        return Err(CannotTakeIn::Malformed);
    }
    match specification & 0b111 {
        _ if specification == ACTION => runs(data, |reader| match reader.unsigned()? {
            ..=LAST_ACTION => Ok(1),
            _ => Err(CannotTakeIn::Malformed),
        }),
        // How many items belong to each row: the sum must fit too.
        0 => runs(data, |reader| reader.unsigned()),
        // Actors, numbers, and the lengths of raw values.
        1 | 2 | 6 => runs(data, |reader| reader.unsigned().map(|_| 1)),
        3 => runs(data, |reader| reader.signed().map(|_| 1)),
        4 => switches(data),
        5 => runs(data, |reader| reader.skip_prefixed().map(|()| 1)),
        // Raw values: only as long as they are.
        _ => Ok(()),
    }
}

/// A run-length coded column: `n > 0` repeats one value, `n < 0` lists values, `0` is a run of nothing.
/// `weigh` reads one value and says how many items it stands for.
fn runs(
    mut data: Reader<'_>,
    weigh: impl Fn(&mut Reader<'_>) -> Result<u64, CannotTakeIn>,
) -> Result<(), CannotTakeIn> {
    let mut budget = Budget::new();
    while !data.0.is_empty() {
        match data.signed()? {
            0 => budget.spend(data.unsigned()?)?,
            repeat if repeat > 0 => {
                let weight = weigh(&mut data)?.max(1);
                budget.spend(repeat.unsigned_abs().saturating_mul(weight))?;
            }
            list => {
                for _ in 0..list.unsigned_abs() {
                    budget.spend(weigh(&mut data)?.max(1))?;
                }
            }
        }
    }
    Ok(())
}

/// A column of yes and no: lengths of alternating runs.
fn switches(mut data: Reader<'_>) -> Result<(), CannotTakeIn> {
    let mut budget = Budget::new();
    while !data.0.is_empty() {
        budget.spend(data.unsigned()?)?;
    }
    Ok(())
}

/// How many items a column may still claim.
struct Budget(u64);

impl Budget {
    fn new() -> Self {
        Budget(MAX_ITEMS)
    }

    fn spend(&mut self, items: u64) -> Result<(), CannotTakeIn> {
        self.0 = self.0.checked_sub(items).ok_or(CannotTakeIn::TooLarge)?;
        Ok(())
    }
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, CannotTakeIn> {
        let (byte, rest) = self.0.split_first().ok_or(CannotTakeIn::Malformed)?;
        self.0 = rest;
        Ok(*byte)
    }

    /// A LEB128 number without sign.
    fn unsigned(&mut self) -> Result<u64, CannotTakeIn> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(CannotTakeIn::Malformed);
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(CannotTakeIn::Malformed)
    }

    /// A LEB128 number with sign.
    fn signed(&mut self) -> Result<i64, CannotTakeIn> {
        let mut value = 0_i64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = i64::from(byte & 0x7f);
            if shift == 63 && bits != 0 && bits != 0x7f {
                return Err(CannotTakeIn::Malformed);
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                if shift < 57 && byte & 0x40 != 0 {
                    value |= -1_i64 << (shift + 7);
                }
                return Ok(value);
            }
        }
        Err(CannotTakeIn::Malformed)
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], CannotTakeIn> {
        let length = usize::try_from(length).map_err(|_| CannotTakeIn::Malformed)?;
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or(CannotTakeIn::Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn skip(&mut self, length: u64) -> Result<(), CannotTakeIn> {
        self.take(length).map(|_| ())
    }

    fn skip_prefixed(&mut self) -> Result<(), CannotTakeIn> {
        let length = self.unsigned()?;
        self.skip(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_they_are_written() {
        let unsigned = |bytes: &[u8]| Reader(bytes).unsigned();
        let signed = |bytes: &[u8]| Reader(bytes).signed();
        assert_eq!(unsigned(&[0x7f]), Ok(127));
        assert_eq!(unsigned(&[0xe5, 0x8e, 0x26]), Ok(624_485));
        assert_eq!(
            unsigned(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]),
            Ok(u64::MAX)
        );
        assert_eq!(unsigned(&[0xff; 10]), Err(CannotTakeIn::Malformed));
        assert_eq!(unsigned(&[0x80]), Err(CannotTakeIn::Malformed));
        assert_eq!(signed(&[0x7f]), Ok(-1));
        assert_eq!(signed(&[0x3f]), Ok(63));
        assert_eq!(signed(&[0xc0, 0xbb, 0x78]), Ok(-123_456));
        let least = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
        assert_eq!(signed(&least), Ok(i64::MIN));
    }

    #[test]
    fn a_few_bytes_cannot_claim_a_mountain() {
        // 2^40 times the number 1; 2^40 nothings; a group of 2^40; a run of 2^40 yeses.
        let large = [0x80, 0x80, 0x80, 0x80, 0x80, 0x20];
        let column_of = |specification, bytes: &[u8]| column(specification, Reader(bytes));
        let repeat = [&large[..], &[1]].concat();
        let nothings = [&[0], &large[..]].concat();
        let group = [&[1], &large[..]].concat();
        assert_eq!(column_of(2, &repeat), Err(CannotTakeIn::TooLarge));
        assert_eq!(column_of(5, &nothings), Err(CannotTakeIn::TooLarge));
        assert_eq!(column_of(0, &group), Err(CannotTakeIn::TooLarge));
        assert_eq!(column_of(4, &large), Err(CannotTakeIn::TooLarge));
        assert_eq!(column_of(2, &[2, 1, 0, 3, 0x7f, 9]), Ok(()));
        assert_eq!(column_of(0b1010, &[]), Err(CannotTakeIn::NotAChange));
    }
}
