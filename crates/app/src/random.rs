//! Random bytes from the operating system.

use rand_core::Rng as _;

pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    nabij_keys::system_rng().fill_bytes(&mut bytes);
    bytes
}
