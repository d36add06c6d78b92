use super::*;
use crate::test_rng::TestRng;
use proptest::prelude::*;

fn invitation() -> Invitation {
    Invitation {
        hub: "ws://127.0.0.1:8787".into(),
        hub_key: Some(SigningPublic([6; 32])),
        team: TeamId([1; 16]),
        secret: InvitationSecret::generate(&mut TestRng::new(1)),
        expires: Millis(1_795_370_000_000),
    }
}

fn same(a: &Invitation, b: &Invitation) -> bool {
    (&a.hub, a.hub_key, a.team, a.secret.0, a.expires)
        == (&b.hub, b.hub_key, b.team, b.secret.0, b.expires)
}

#[test]
fn a_code_says_all_of_it() {
    let plain = Invitation {
        hub: "wss://hub.example.org/nabij".into(),
        hub_key: None,
        ..invitation()
    };
    for invitation in [invitation(), plain] {
        let code = invitation.to_code();
        assert!(same(&Invitation::from_code(&code).unwrap(), &invitation));
    }
}

#[test]
fn a_code_survives_mail_and_typing() {
    let code = invitation().to_code();
    let ways = [
        code.to_lowercase(),
        code.replace('-', " "),
        code.replace('-', ""),
        code.replace('-', "\u{2011}"),
        code.replace('0', "O").replace('1', "l"),
        format!("\n  {}\r\n", code.replace("-", "-\n")),
    ];
    for way in ways {
        assert!(
            same(&Invitation::from_code(&way).unwrap(), &invitation()),
            "{way}"
        );
    }
}

#[test]
fn any_mistyped_letter_is_refused() {
    let code = invitation().to_code();
    for (place, letter) in code.char_indices().filter(|(_, c)| *c != '-') {
        let other = if letter == 'Z' { "Y" } else { "Z" };
        let mut mistyped = code.clone();
        mistyped.replace_range(place..=place, other);
        let read = Invitation::from_code(&mistyped);
        assert_eq!(read.err(), Some(Error::InvitationInvalid), "letter {place}");
    }
    let (cut, _) = code.split_at(code.len() - 1);
    let swapped = code.replacen("NABIJ", "NABJI", 1);
    for bad in [
        "",
        "NABIJ",
        "NABIJ-",
        "hallo",
        cut,
        &swapped,
        &"A".repeat(5000),
    ] {
        assert_eq!(
            Invitation::from_code(bad).err(),
            Some(Error::InvitationInvalid)
        );
    }
}

/// A code with these bytes and a checksum that fits.
fn coded(bytes: &[u8]) -> String {
    format!(
        "NABIJ-{}",
        base32::encode(&[bytes, &checksum(bytes)].concat())
    )
}

#[test]
fn a_newer_code_is_named_as_such_and_nonsense_is_refused() {
    let newer = Invitation::from_code(&coded(&[2, 0, 0]));
    assert_eq!(newer.err(), Some(Error::Newer { found: 2, known: 1 }));
    let with_hub = |hub: &str| {
        let Invitation {
            hub_key,
            team,
            secret,
            expires,
            ..
        } = &invitation();
        let wire = Wire {
            hub,
            hub_key: *hub_key,
            team: *team,
            secret: secret.0,
            expires: *expires,
        };
        coded(&[&[VERSION][..], &encode(&wire)].concat())
    };
    assert!(Invitation::from_code(&with_hub("ws://hub")).is_ok());
    for bad in [
        coded(&[]),
        coded(&[0]),
        coded(&[1, 9, 9]),
        with_hub("ws://\nhub"),
        with_hub(&"a".repeat(513)),
    ] {
        assert_eq!(
            Invitation::from_code(&bad).err(),
            Some(Error::InvitationInvalid)
        );
    }
}

#[test]
fn a_name_is_for_who_holds_the_secret() {
    let mut rng = TestRng::new(2);
    let secret = invitation().secret;
    let sealed = secret.seal_name("Bram", &mut rng).unwrap();
    assert_eq!(secret.open_name(&sealed).as_deref(), Ok("Bram"));
    let longer = secret
        .seal_name("Wilhelmina van den Heuvel-Åberg", &mut rng)
        .unwrap();
    assert_eq!(longer.len(), sealed.len());
    let other = InvitationSecret::generate(&mut rng);
    assert_eq!(other.open_name(&sealed).err(), Some(Error::CannotOpen));
    for place in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[place] ^= 1;
        assert_eq!(secret.open_name(&altered).err(), Some(Error::CannotOpen));
    }
    let absurd = secret.seal_name(&"a".repeat(1025), &mut rng);
    assert_eq!(absurd.err(), Some(Error::TooLarge("name")));
}

#[test]
fn a_request_proves_invitation_and_laptop() {
    let mut rng = TestRng::new(2);
    let (keys, device) = (
        MemberKeys::generate(&mut rng),
        DeviceKeys::generate(&mut rng),
    );
    let invitation = invitation();
    let member = MemberId([3; 16]);
    let request = ask_to_join(&invitation, member, &keys, &device, "Bram", &mut rng).unwrap();
    assert!(request.check().is_ok());
    assert_eq!(request.ask.invitation, invitation.secret.id());
    assert_eq!(
        (request.ask.team, request.ask.member),
        (invitation.team, member)
    );
    assert_eq!(
        invitation
            .secret
            .open_name(&request.ask.sealed_name)
            .as_deref(),
        Ok("Bram")
    );
    let mut other = request.clone();
    other.ask.member = MemberId([9; 16]);
    assert!(other.check().is_err());
    let stolen = DeviceKeys::generate(&mut rng);
    let mut other = request;
    other.ask.device = stolen.card();
    assert!(other.check().is_err());
}

#[test]
fn what_is_handed_over_stays_as_it_is() {
    let invitation = invitation();
    insta::assert_snapshot!("code", invitation.to_code());
    insta::assert_snapshot!("id", invitation.secret.id());
}

#[test]
fn debug_shows_stars_for_the_secret() {
    assert!(format!("{:?}", invitation()).contains("secret: InvitationSecret(***)"));
}

#[test]
fn secrets_come_back_from_their_bytes() {
    let secret = invitation().secret;
    let again = InvitationSecret::from_secret_bytes(&secret.to_secret_bytes()).unwrap();
    assert_eq!(again.id(), secret.id());
    assert_eq!(
        InvitationSecret::from_secret_bytes(&[1]).err(),
        Some(Error::Damaged)
    );
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>(), ours in any::<bool>(), bytes in any::<Vec<u8>>()) {
        let start = if ours { "NABIJ-" } else { "" };
        let code = [start, &text].concat();
        prop_assert!(Invitation::from_code(&code).is_err());
        let _ = Invitation::from_code(&coded(&bytes));
        let _ = Invitation::from_code(&coded(&[&[VERSION][..], &bytes].concat()));
        prop_assert!(invitation().secret.open_name(&bytes).is_err());
    }
}
