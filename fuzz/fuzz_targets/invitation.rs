//! Invitations: any text, and any bytes within a code whose checksum fits; what is read says the same when it is
//! written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_fuzz::Dice;
use nabij_keys::{Invitation, InvitationSecret};
use nabij_protocol::id::{Hash, Millis, SigningPublic, TeamId};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fuzz_target!(init: nabij_fuzz::sow(seeds()), |input: &[u8]| {
    if let Ok(text) = std::str::from_utf8(input) {
        reads(text);
    }
    let sum = Hash::derive("nabij 2026 invitation checksum", input).0;
    reads(&format!("NABIJ{}", base32(&[input, &sum[..4]].concat())));
});

fn reads(code: &str) {
    let Ok(invitation) = Invitation::from_code(code) else {
        return;
    };
    let again = Invitation::from_code(&invitation.to_code()).expect("what was written is read");
    assert_eq!(again.hub, invitation.hub);
    assert_eq!(again.hub_key, invitation.hub_key);
    assert_eq!((again.team, again.expires), (invitation.team, invitation.expires));
    assert_eq!(again.secret.id(), invitation.secret.id());
}

fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut kept) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        kept += 8;
        while kept >= 5 {
            kept -= 5;
            text.push(char::from(LETTERS[(bits >> kept & 31) as usize]));
        }
        bits &= (1 << kept) - 1;
    }
    if kept > 0 {
        text.push(char::from(LETTERS[(bits << (5 - kept) & 31) as usize]));
    }
    text
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for hub_key in [None, Some(SigningPublic([2; 32]))] {
        let invitation = Invitation {
            hub: "wss://hub.example.nl".to_owned(),
            hub_key,
            team: TeamId([1; 16]),
            secret: InvitationSecret::generate(&mut Dice(3)),
            expires: Millis(1_790_000_000_000),
        };
        let code = invitation.to_code();
        let letters = code.replace('-', "");
        let letters = letters.trim_start_matches("NABIJ").bytes();
        let (mut bytes, mut bits, mut kept) = (Vec::new(), 0_u32, 0);
        for letter in letters {
            let value = LETTERS.iter().position(|known| *known == letter).expect("a letter");
            bits = bits << 5 | value as u32;
            kept += 5;
            if kept >= 8 {
                kept -= 8;
                bytes.push((bits >> kept) as u8);
                bits &= (1 << kept) - 1;
            }
        }
        bytes.truncate(bytes.len() - 4);
        let sum = Hash::derive("nabij 2026 invitation checksum", &bytes).0;
        assert_eq!(
            format!("NABIJ{}", base32(&[&bytes[..], &sum[..4]].concat())),
            code.replace('-', ""),
            "the form of invitations"
        );
        seeds.extend([bytes, code.into_bytes()]);
    }
    seeds
}
