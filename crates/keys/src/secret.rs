//! What all secrets share: where their bytes come from, and that they never show.

use rand_core::{CryptoRng, UnwrapErr};

/// Debug that shows the type's name and stars.
macro_rules! stars {
    ($name:ident) => {
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}
pub(crate) use stars;

/// The operating system's source of randomness, for use outside tests.
///
/// Panics inside `getrandom`'s wrapper if the operating system has none to give, which does not happen on
/// the systems that Nabij runs on; there is nothing safe to do without randomness.
pub fn system_rng() -> impl CryptoRng {
    UnwrapErr(getrandom::SysRng)
}

/// `N` random bytes.
pub(crate) fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
