//! Padding, so that lengths tell less.
//!
//! Padmé (Nikitin and others, PETS 2019) leaves at most twelve per cent of overhead and lets the length
//! of a ciphertext tell only its order of magnitude and a few bits.

use zeroize::Zeroize;

/// The padded length for `length` bytes.
pub(crate) fn padme(length: usize) -> usize {
    let Some(exponent) = length.checked_ilog2().filter(|exponent| *exponent > 0) else {
        return length;
    };
    // The low bits that are rounded up: all but the few highest.
    let low = exponent.saturating_sub(exponent.ilog2().saturating_add(1));
    let mask = (1_usize << low).saturating_sub(1);
    length.saturating_add(mask) & !mask
}

/// Appends zero bytes up to `length`, without leaving a copy of a secret behind.
pub(crate) fn pad(bytes: &mut Vec<u8>, length: usize) {
    let mut padded = Vec::with_capacity(length.max(bytes.len()));
    padded.extend_from_slice(bytes);
    padded.resize(length.max(bytes.len()), 0);
    core::mem::swap(bytes, &mut padded);
    padded.zeroize();
}

/// Whether everything from `position` on is padding.
pub(crate) fn only_padding(bytes: &[u8], position: usize) -> bool {
    bytes.iter().skip(position).all(|byte| *byte == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padme_costs_at_most_an_eighth() {
        for length in 0..100_000 {
            let padded = padme(length);
            assert!(
                padded >= length && padded - length <= length / 8,
                "{length} {padded}"
            );
            assert_eq!(padme(padded), padded);
        }
        assert_eq!(
            [padme(9), padme(100), padme(1000), padme(10_000)],
            [10, 104, 1024, 10_240]
        );
    }
}
