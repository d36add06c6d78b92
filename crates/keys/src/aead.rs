//! XChaCha20-Poly1305 under a 32-byte key, with a label per purpose in the associated data.

use crate::Error;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use minicbor::Encode;
use nabij_protocol::entry::encode;
use zeroize::Zeroizing;

/// The associated data for one purpose: its label, a zero byte, and the context in its encoded form.
/// Labels hold no zero byte, so that no two purposes share associated data.
pub(crate) fn bound<T: Encode<()>>(label: &str, context: &T) -> Vec<u8> {
    [label.as_bytes(), &[0], &encode(context)].concat()
}

/// Encrypts; 16 bytes longer than `plain`. The nonce must be random.
pub(crate) fn lock(
    key: &[u8; 32],
    nonce: &[u8; 24],
    aad: &[u8],
    plain: &[u8],
) -> Result<Vec<u8>, Error> {
    XChaCha20Poly1305::new(key.into())
        .encrypt(<&XNonce>::from(nonce), Payload { msg: plain, aad })
        .map_err(|_| Error::TooLarge("text"))
}

/// Decrypts.
///
/// # Errors
/// [`Error::CannotOpen`] for another key, nonce or associated data, or any altered byte.
pub(crate) fn unlock(
    key: &[u8; 32],
    nonce: &[u8; 24],
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    XChaCha20Poly1305::new(key.into())
        .decrypt(<&XNonce>::from(nonce), Payload { msg: sealed, aad })
        .map(Zeroizing::new)
        .map_err(|_| Error::CannotOpen)
}

/// Decrypts a 32-byte key.
///
/// # Errors
/// As [`unlock`]; [`Error::Damaged`] if what was sealed is not 32 bytes.
pub(crate) fn unlock_key(
    key: &[u8; 32],
    nonce: &[u8; 24],
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<[u8; 32]>, Error> {
    let plain = unlock(key, nonce, aad, sealed)?;
    let bytes = plain.as_slice().try_into().map_err(|_| Error::Damaged)?;
    Ok(Zeroizing::new(bytes))
}
