//! Invitations: a short text that takes a colleague into a team.

use crate::aead::{bound, lock, unlock};
use crate::padding::{only_padding, pad};
use crate::secret::{random, stars};
use crate::{DeviceKeys, Error, MemberKeys, base32};
use ed25519_dalek::{Signer, SigningKey};
use minicbor::{Decode, Encode};
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::{Hash, InvitationId, MemberId, Millis, Signature, SigningPublic, TeamId};
use nabij_protocol::join::{Ask, JoinRequest};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const PREFIX: &str = "NABIJ";
const VERSION: u8 = 1;
/// The longest code that is looked at, in bytes.
const MAX_CODE: usize = 2048;
/// The longest hub address, in bytes.
const MAX_HUB: usize = 512;
/// The longest name that is sealed, in bytes.
const MAX_NAME: usize = 1024;
/// Sealed names are padded to a multiple of this, so that their length does not give a person away.
const NAME_STEP: usize = 64;

/// The secret of an invitation: whoever holds it may ask to join, once, until it expires.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct InvitationSecret([u8; 16]);

stars!(InvitationSecret);

impl InvitationSecret {
    /// A new random secret of 128 bits.
    pub fn generate(rng: &mut impl CryptoRng) -> InvitationSecret {
        InvitationSecret(random(rng))
    }

    /// 16 bytes. To be written into the encrypted database and nowhere else.
    pub fn to_secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.to_vec())
    }

    /// From what [`InvitationSecret::to_secret_bytes`] gave.
    ///
    /// # Errors
    /// [`Error::Damaged`] for any other length.
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<InvitationSecret, Error> {
        bytes
            .try_into()
            .map(InvitationSecret)
            .map_err(|_| Error::Damaged)
    }

    /// The public half of the key that the secret yields: what the roster knows of the invitation.
    pub fn id(&self) -> InvitationId {
        InvitationId(self.signing().verifying_key().to_bytes())
    }

    /// The proof that whoever asks holds the invitation.
    pub fn sign(&self, ask: &Ask) -> Signature {
        Signature(self.signing().sign(&ask.signed_bytes()).to_bytes())
    }

    /// A newcomer's name, readable only to who holds the secret: nonce, then ciphertext.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub fn seal_name(&self, name: &str, rng: &mut impl CryptoRng) -> Result<Vec<u8>, Error> {
        if name.len() > MAX_NAME {
            return Err(Error::TooLarge("name"));
        }
        let mut plain = Zeroizing::new(encode(&name));
        let length = plain.len().next_multiple_of(NAME_STEP);
        pad(&mut plain, length);
        let nonce: [u8; 24] = random(rng);
        let sealed = lock(&self.name_key(), &nonce, &self.name_bound(), &plain)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// The name that [`InvitationSecret::seal_name`] sealed.
    ///
    /// # Errors
    /// [`Error::CannotOpen`], [`Error::Damaged`].
    pub fn open_name(&self, bytes: &[u8]) -> Result<String, Error> {
        let (nonce, sealed) = bytes.split_first_chunk::<24>().ok_or(Error::CannotOpen)?;
        let plain = unlock(&self.name_key(), nonce, &self.name_bound(), sealed)?;
        let mut decoder = minicbor::Decoder::new(&plain);
        let name = decoder.str().map_err(|_| Error::Damaged)?;
        if name.len() > MAX_NAME || !only_padding(&plain, decoder.position()) {
            return Err(Error::Damaged);
        }
        Ok(name.to_owned())
    }

    fn signing(&self) -> SigningKey {
        let seed = Zeroizing::new(Hash::derive("nabij 2026 invitation signing", &self.0).0);
        SigningKey::from_bytes(&seed)
    }

    fn name_key(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(Hash::derive("nabij 2026 invitation name", &self.0).0)
    }

    fn name_bound(&self) -> Vec<u8> {
        bound("nabij 2026 name", &self.id())
    }
}

/// What a colleague hands to a newcomer.
#[derive(Debug)]
pub struct Invitation {
    /// The address of the team's hub; at most 512 bytes.
    pub hub: String,
    /// The hub's signing key, if it is known already: the newcomer then pins it before first contact.
    pub hub_key: Option<SigningPublic>,
    /// The team.
    pub team: TeamId,
    /// What proves the invitation.
    pub secret: InvitationSecret,
    /// Until when it counts, by the hub's clock.
    pub expires: Millis,
}

/// The form within the code.
#[derive(Encode, Decode)]
struct Wire<'a> {
    #[b(0)]
    hub: &'a str,
    #[n(1)]
    hub_key: Option<SigningPublic>,
    #[n(2)]
    team: TeamId,
    #[cbor(n(3), with = "minicbor::bytes")]
    secret: [u8; 16],
    #[n(4)]
    expires: Millis,
}

impl Drop for Wire<'_> {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl Invitation {
    /// As text: capitals and digits in groups of five. Whoever reads it can ask to join, so it is handed
    /// over like a key.
    pub fn to_code(&self) -> String {
        let wire = Wire {
            hub: &self.hub,
            hub_key: self.hub_key,
            team: self.team,
            secret: self.secret.0,
            expires: self.expires,
        };
        let bytes = Zeroizing::new([&[VERSION][..], &encode(&wire)].concat());
        let whole = Zeroizing::new([&bytes[..], &checksum(&bytes)].concat());
        let mut code = String::from(PREFIX);
        for (place, letter) in base32::encode(&whole).chars().enumerate() {
            if place % 5 == 0 {
                code.push('-');
            }
            code.push(letter);
        }
        code
    }

    /// From text, in either case and however it was broken up on its way.
    ///
    /// # Errors
    /// [`Error::InvitationInvalid`] for anything mistyped or cut off, [`Error::Newer`].
    pub fn from_code(code: &str) -> Result<Invitation, Error> {
        if code.len() > MAX_CODE {
            return Err(Error::InvitationInvalid);
        }
        let letters: Zeroizing<String> =
            Zeroizing::new(code.chars().filter(|c| !is_break(*c)).collect());
        let body = match letters.split_at_checked(PREFIX.len()) {
            Some((start, body)) if start.eq_ignore_ascii_case(PREFIX) => body,
            _ => return Err(Error::InvitationInvalid),
        };
        let whole = Zeroizing::new(base32::decode(body).ok_or(Error::InvitationInvalid)?);
        let (bytes, sum) = whole
            .split_last_chunk::<4>()
            .ok_or(Error::InvitationInvalid)?;
        if checksum(bytes) != *sum {
            return Err(Error::InvitationInvalid);
        }
        let (version, bytes) = bytes.split_first().ok_or(Error::InvitationInvalid)?;
        if *version > VERSION {
            return Err(Error::Newer {
                found: u16::from(*version),
                known: u16::from(VERSION),
            });
        }
        let wire: Wire<'_> = decode("invitation", bytes).map_err(|_| Error::InvitationInvalid)?;
        let badly_addressed = wire.hub.len() > MAX_HUB || wire.hub.chars().any(char::is_control);
        if *version != VERSION || badly_addressed {
            return Err(Error::InvitationInvalid);
        }
        Ok(Invitation {
            hub: wire.hub.to_owned(),
            hub_key: wire.hub_key,
            team: wire.team,
            secret: InvitationSecret(wire.secret),
            expires: wire.expires,
        })
    }
}

/// White space, and every dash or invisible character that a mail program makes of a hyphen or a line end.
fn is_break(letter: char) -> bool {
    letter.is_whitespace()
        || letter == '-'
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{feff}')
}

/// Catches mistyping: one wrong code in four thousand million is let through, to be refused by the hub.
fn checksum(bytes: &[u8]) -> [u8; 4] {
    let [a, b, c, d, ..] = Hash::derive("nabij 2026 invitation checksum", bytes).0;
    [a, b, c, d]
}

/// A newcomer's request to join, signed by the invitation and by the new laptop. The name is readable only
/// to who holds the invitation's secret.
///
/// # Errors
/// [`Error::TooLarge`] for an absurd name.
pub fn ask_to_join(
    invitation: &Invitation,
    member: MemberId,
    member_keys: &MemberKeys,
    device: &DeviceKeys,
    name: &str,
    rng: &mut impl CryptoRng,
) -> Result<JoinRequest, Error> {
    let ask = Ask {
        team: invitation.team,
        invitation: invitation.secret.id(),
        member,
        member_key: member_keys.public(),
        device: device.card(),
        sealed_name: invitation.secret.seal_name(name, rng)?,
    };
    let by_invitation = invitation.secret.sign(&ask);
    let by_device = device.sign(&ask.signed_bytes());
    Ok(JoinRequest {
        ask,
        by_invitation,
        by_device,
    })
}

#[cfg(test)]
mod tests;
