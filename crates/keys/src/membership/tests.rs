use super::*;
use crate::test_rng::TestRng;
use proptest::prelude::*;

fn context(epoch: &EpochKey) -> EnvelopeContext {
    EnvelopeContext {
        team: TeamId([1; 16]),
        space: SpaceId([2; 16]),
        epoch: epoch.id(),
        member: MemberId([3; 16]),
    }
}

#[test]
fn an_envelope_opens_for_its_member_only() {
    let mut rng = TestRng::new(1);
    let (fatima, bram) = (
        MemberKeys::generate(&mut rng),
        MemberKeys::generate(&mut rng),
    );
    let epoch = EpochKey::generate(&mut rng);
    let context = context(&epoch);
    let sealed = epoch
        .seal_for(&fatima.public(), &context, &mut rng)
        .unwrap();
    assert_eq!((fatima.public().len(), sealed.len()), (1216, 1168));
    let opened = EpochKey::open_envelope(&fatima, &context, &sealed).unwrap();
    assert_eq!(opened.bytes(), epoch.bytes());
    let other = EpochKey::open_envelope(&bram, &context, &sealed);
    assert_eq!(other.err(), Some(Error::CannotOpen));
}

#[test]
fn an_envelope_is_bound_to_its_context() {
    let mut rng = TestRng::new(1);
    let member = MemberKeys::generate(&mut rng);
    let epoch = EpochKey::generate(&mut rng);
    let right = context(&epoch);
    let sealed = epoch.seal_for(&member.public(), &right, &mut rng).unwrap();
    let wrong = [
        EnvelopeContext {
            team: TeamId([9; 16]),
            ..right
        },
        EnvelopeContext {
            space: SpaceId([9; 16]),
            ..right
        },
        EnvelopeContext {
            epoch: EpochId([9; 16]),
            ..right
        },
        EnvelopeContext {
            member: MemberId([9; 16]),
            ..right
        },
    ];
    for context in wrong {
        let opened = EpochKey::open_envelope(&member, &context, &sealed);
        assert_eq!(opened.err(), Some(Error::CannotOpen));
    }
    let misnamed = epoch.seal_for(&member.public(), &wrong[2], &mut rng);
    assert_eq!(misnamed.err(), Some(Error::OtherEpoch));
}

#[test]
fn an_envelope_with_another_key_than_it_says_is_refused() {
    let mut rng = TestRng::new(1);
    let member = MemberKeys::generate(&mut rng);
    let (said, within) = (EpochKey::generate(&mut rng), EpochKey::generate(&mut rng));
    let context = context(&said);
    let public = Public::from_bytes(&member.public()).unwrap();
    let (encapsulated, sealed) =
        hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &public,
            &context.info(),
            within.bytes(),
            &[],
            &mut rng,
        )
        .unwrap();
    let envelope = [&encapsulated.to_bytes()[..], &sealed].concat();
    let opened = EpochKey::open_envelope(&member, &context, &envelope);
    assert_eq!(opened.err(), Some(Error::OtherEpoch));
}

#[test]
fn a_bad_public_key_is_refused() {
    let mut rng = TestRng::new(1);
    let epoch = EpochKey::generate(&mut rng);
    // Of the right length, but with coefficients beyond ML-KEM's modulus.
    for key in [vec![], vec![0; 1215], vec![0xff; 1216]] {
        let sealed = epoch.seal_for(&key, &context(&epoch), &mut rng);
        assert_eq!(sealed.err(), Some(Error::BadKey));
    }
}

#[test]
fn the_newest_key_opens_the_earlier_one() {
    let mut rng = TestRng::new(1);
    let (old, new) = (EpochKey::generate(&mut rng), EpochKey::generate(&mut rng));
    let (team, space) = (TeamId([1; 16]), SpaceId([2; 16]));
    let parent = new.seal_parent(team, space, &old, &mut rng).unwrap();
    assert_eq!(parent.epoch, old.id());
    assert_eq!(
        new.open_parent(team, space, &parent).unwrap().bytes(),
        old.bytes()
    );
    let wrong = [
        old.open_parent(team, space, &parent),
        new.open_parent(TeamId([9; 16]), space, &parent),
        new.open_parent(team, SpaceId([9; 16]), &parent),
        new.open_parent(
            team,
            space,
            &ParentEpoch {
                epoch: new.id(),
                ..parent.clone()
            },
        ),
    ];
    for opened in wrong {
        assert_eq!(opened.err(), Some(Error::CannotOpen));
    }
}

#[test]
fn member_keys_come_back_from_their_bytes() {
    let keys = MemberKeys::generate(&mut TestRng::new(1));
    let bytes = keys.to_secret_bytes();
    assert_eq!(bytes.len(), 32);
    assert_eq!(
        MemberKeys::from_secret_bytes(&bytes).unwrap().public(),
        keys.public()
    );
    assert_eq!(
        MemberKeys::from_secret_bytes(&bytes[1..]).err(),
        Some(Error::Damaged)
    );
}

#[test]
fn names_of_epochs_stay_as_they_are() {
    insta::assert_snapshot!(EpochKey([7; 32]).id());
}

/// Taken when the format was made: an envelope from then must open for ever.
#[test]
fn an_envelope_stays_as_it_is() {
    let mut rng = TestRng::new(1);
    let member = MemberKeys::generate(&mut rng);
    let epoch = EpochKey::generate(&mut rng);
    let sealed = epoch
        .seal_for(&member.public(), &context(&epoch), &mut rng)
        .unwrap();
    insta::assert_snapshot!(data_encoding::HEXLOWER.encode(&blake3::hash(&sealed).as_bytes()[..]));
}

#[test]
fn debug_shows_stars() {
    let mut rng = TestRng::new(1);
    let (member, epoch) = (MemberKeys::generate(&mut rng), EpochKey::generate(&mut rng));
    assert_eq!(
        format!("{member:?} {epoch:?}"),
        "MemberKeys(***) EpochKey(***)"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_altered_byte_is_refused(place in 0_usize..1168, by in 1_u8..) {
        let mut rng = TestRng::new(1);
        let member = MemberKeys::generate(&mut rng);
        let epoch = EpochKey::generate(&mut rng);
        let context = context(&epoch);
        let mut sealed = epoch.seal_for(&member.public(), &context, &mut rng).unwrap();
        sealed[place] ^= by;
        let opened = EpochKey::open_envelope(&member, &context, &sealed);
        prop_assert_eq!(opened.err(), Some(Error::CannotOpen));
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..1300)) {
        let mut rng = TestRng::new(1);
        let member = MemberKeys::generate(&mut rng);
        let epoch = EpochKey::generate(&mut rng);
        prop_assert!(EpochKey::open_envelope(&member, &context(&epoch), &bytes).is_err());
        let _ = epoch.seal_for(&bytes, &context(&epoch), &mut rng);
        let parent = ParentEpoch { epoch: epoch.id(), nonce: [0; 24], sealed: bytes };
        let opened = epoch.open_parent(TeamId([1; 16]), SpaceId([2; 16]), &parent);
        prop_assert_eq!(opened.err(), Some(Error::CannotOpen));
    }
}
