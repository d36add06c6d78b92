//! From the passphrase to the key of the database.
//!
//! Argon2id turns the passphrase into a key, and that key wraps the random vault key. Changing the
//! passphrase wraps the same vault key anew, so the database stays as it is.

use crate::aead::{bound, lock, unlock_key};
use crate::secret::{random, stars};
use crate::{Cost, Error};
use argon2::{Algorithm, Argon2, Version};
use minicbor::{Decode, Encode};
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::Hash;
use rand_core::CryptoRng;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// What every key file starts with.
const MAGIC: &[u8] = b"NABIJ-KEY";
/// The version of the key file that this room writes.
const VERSION: u16 = 1;
/// The bytes of the checksum that ends a key file.
const CHECKSUM: usize = 16;

/// The key under which the database is encrypted.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct VaultKey([u8; 32]);

stars!(VaultKey);

impl VaultKey {
    /// The 32 bytes, for the database only.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The vault key, wrapped under a passphrase: a small file beside the database. Holds nothing that helps
/// anyone without the passphrase, other than something to try passphrases on.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyFile(Body);

stars!(KeyFile);

/// The body as it is written, between version and checksum.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
struct Body {
    #[n(0)]
    memory_kib: u32,
    #[n(1)]
    passes: u32,
    #[n(2)]
    lanes: u32,
    #[cbor(n(3), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[cbor(n(4), with = "minicbor::bytes")]
    nonce: [u8; 24],
    /// The vault key's 32 bytes and the tag.
    #[cbor(n(5), with = "minicbor::bytes")]
    wrapped: [u8; 48],
}

impl KeyFile {
    /// A new random vault key, wrapped under `passphrase`. Takes the time and memory of `cost`.
    ///
    /// # Errors
    /// [`Error::Cost`], [`Error::OutOfMemory`].
    pub fn create(
        passphrase: &str,
        cost: Cost,
        rng: &mut impl CryptoRng,
    ) -> Result<(KeyFile, VaultKey), Error> {
        let key = VaultKey(random(rng));
        let file = KeyFile::wrap(&key, passphrase, cost, rng)?;
        Ok((file, key))
    }

    /// The vault key. Takes the time and memory of the file's cost. The passphrase may have white space
    /// around it and any Unicode form.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::OutOfMemory`].
    pub fn open(&self, passphrase: &str) -> Result<VaultKey, Error> {
        let body = &self.0;
        let wrapping = stretch(passphrase, self.cost(), &body.salt)?;
        let aad = associated(self.cost(), &body.salt);
        unlock_key(&wrapping, &body.nonce, &aad, &body.wrapped)
            .map(|key| VaultKey(*key))
            .map_err(|_| Error::WrongPassphrase)
    }

    /// The same vault key under another passphrase.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] if `current` does not open it, [`Error::Cost`], [`Error::OutOfMemory`].
    pub fn rewrap(
        &self,
        current: &str,
        next: &str,
        cost: Cost,
        rng: &mut impl CryptoRng,
    ) -> Result<KeyFile, Error> {
        KeyFile::wrap(&self.open(current)?, next, cost, rng)
    }

    /// What one try of a passphrase on this file costs.
    pub fn cost(&self) -> Cost {
        let Body {
            memory_kib,
            passes,
            lanes,
            ..
        } = self.0;
        Cost {
            memory_kib,
            passes,
            lanes,
        }
    }

    /// As it is kept: magic, version (two bytes, big end first), CBOR, checksum.
    pub fn to_bytes(&self) -> Vec<u8> {
        let covered = [MAGIC, &VERSION.to_be_bytes(), &encode(&self.0)].concat();
        let sum = checksum(&covered);
        [covered, sum.to_vec()].concat()
    }

    /// From what [`KeyFile::to_bytes`] gave.
    ///
    /// # Errors
    /// [`Error::Foreign`] for anything else, [`Error::Newer`], [`Error::Damaged`] (among which a cost that
    /// nobody would choose, so that a planted file cannot exhaust the laptop).
    pub fn from_bytes(bytes: &[u8]) -> Result<KeyFile, Error> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(Error::Foreign)?;
        let (version, rest) = rest.split_first_chunk::<2>().ok_or(Error::Damaged)?;
        let found = u16::from_be_bytes(*version);
        if found > VERSION {
            return Err(Error::Newer {
                found,
                known: VERSION,
            });
        }
        let (body, _) = rest.split_last_chunk::<CHECKSUM>().ok_or(Error::Damaged)?;
        let (covered, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(Error::Damaged)?;
        if found != VERSION || checksum(covered) != *sum {
            return Err(Error::Damaged);
        }
        let file = KeyFile(decode("key file", body).map_err(|_| Error::Damaged)?);
        file.cost().params().map_err(|_| Error::Damaged)?;
        Ok(file)
    }

    fn wrap(
        key: &VaultKey,
        passphrase: &str,
        cost: Cost,
        rng: &mut impl CryptoRng,
    ) -> Result<KeyFile, Error> {
        let (salt, nonce) = (random(rng), random(rng));
        let wrapping = stretch(passphrase, cost, &salt)?;
        let wrapped = lock(&wrapping, &nonce, &associated(cost, &salt), &key.0)?;
        let wrapped = wrapped.try_into().map_err(|_| Error::Damaged)?;
        let Cost {
            memory_kib,
            passes,
            lanes,
        } = cost;
        Ok(KeyFile(Body {
            memory_kib,
            passes,
            lanes,
            salt,
            nonce,
            wrapped,
        }))
    }
}

/// Argon2id over the passphrase, without white space around it and in Unicode's composed form: what a
/// person sees as the same text must open the same file, whatever keyboard or clipboard it came from.
fn stretch(passphrase: &str, cost: Cost, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, Error> {
    let params = cost.params()?;
    // Room for the worst case, so that no copy is left behind by growing.
    let mut typed = Zeroizing::new(String::with_capacity(passphrase.len().saturating_mul(3)));
    typed.extend(passphrase.trim().nfc());
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), salt, &mut *key)
        .map_err(|_| Error::OutOfMemory)?;
    Ok(key)
}

fn associated(cost: Cost, salt: &[u8; 16]) -> Vec<u8> {
    let context = (
        VERSION,
        cost.memory_kib,
        cost.passes,
        cost.lanes,
        Hash::derive("salt", salt),
    );
    bound("nabij 2026 vault key", &context)
}

/// Tells damage from a wrong passphrase. No protection: whoever can write the file can write this too.
fn checksum(covered: &[u8]) -> [u8; CHECKSUM] {
    let mut short = [0; CHECKSUM];
    for (to, from) in short
        .iter_mut()
        .zip(Hash::derive("nabij 2026 key file checksum", covered).0)
    {
        *to = from;
    }
    short
}

#[cfg(test)]
mod tests;
