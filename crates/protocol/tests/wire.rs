//! The encoded form of everything that travels or is kept, as snapshots: what has once been written must
//! be readable for ever. A changed line here is a new protocol version, not a fix.

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::entry::*;
use nabij_protocol::id::*;
use nabij_protocol::join::*;
use nabij_protocol::message::*;
use nabij_protocol::receipt::*;
use nabij_protocol::record::*;
use nabij_protocol::vector::*;

fn key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn public() -> SigningPublic {
    SigningPublic(key().verifying_key().to_bytes())
}

fn sign(bytes: &[u8]) -> Signature {
    Signature(key().sign(bytes).to_bytes())
}

fn card() -> DeviceCard {
    DeviceCard {
        signing: public(),
        noise: NoisePublic([2; 32]),
    }
}

const TEAM: TeamId = TeamId([0x11; 16]);
const MEMBER: MemberId = MemberId([0x22; 16]);
const SPACE: SpaceId = SpaceId([0x33; 16]);
const EPOCH: EpochId = EpochId([0x44; 16]);
const INVITATION: InvitationId = InvitationId([0x55; 32]);
const DOCUMENT: DocumentId = DocumentId([0x66; 16]);

fn log() -> LogId {
    LogId {
        device: card().id(),
        incarnation: Incarnation(7),
    }
}

fn vector() -> Vector {
    let mut vector = Vector::default();
    vector.raise(log(), 300);
    vector
}

fn change(key: Option<SealedKey>) -> SealedChange {
    let payload = Payload::Here(b"ciphertext".to_vec());
    SealedChange {
        document: DOCUMENT,
        nonce: [9; 24],
        payload,
        key,
    }
}

fn sealed_key() -> SealedKey {
    SealedKey {
        epoch: EPOCH,
        nonce: [8; 24],
        sealed: b"sealed key".to_vec(),
    }
}

fn signed(scope: Scope, contents: Vec<Content>) -> Run {
    let mut head = Hash::ZERO;
    for (number, content) in (1..).zip(&contents) {
        head = entry_hash(
            &Place {
                team: TEAM,
                scope,
                log: log(),
                number,
            },
            &head,
            content,
        );
    }
    Run {
        scope,
        log: log(),
        after: 0,
        contents,
        signature: sign(&signed_bytes(&head)),
    }
}

fn run() -> Run {
    let contents = vec![
        Content::Change(change(Some(sealed_key()))),
        Content::Change(change(None)),
    ];
    signed(Scope::Changes(SPACE), contents)
}

fn receipt() -> Receipt {
    let held = Held {
        log: log(),
        number: 7,
        mark: Hash([9; 32]).mark(),
    };
    let stored = vec![
        Stored::Here(Scope::Team, vec![held]),
        Stored::Hidden(Hash([8; 32])),
    ];
    let statement = Statement {
        team: TEAM,
        signer: public(),
        at: Millis(1_700_000_000_000),
        stored,
    };
    let signature = sign(&statement.signed_bytes());
    Receipt {
        statement,
        signature,
    }
}

fn join() -> JoinRequest {
    let ask = Ask {
        team: TEAM,
        invitation: InvitationId(public().0),
        member: MEMBER,
        member_key: b"member key".to_vec(),
        device: card(),
        sealed_name: b"sealed name".to_vec(),
    };
    let signature = sign(&ask.signed_bytes());
    JoinRequest {
        ask,
        by_invitation: signature,
        by_device: signature,
    }
}

/// One line for each value, and each must come back from its bytes as it was.
fn lines<T>(values: Vec<(&'static str, T)>) -> String
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()> + PartialEq + std::fmt::Debug,
{
    let mut text = String::new();
    for (name, value) in values {
        let bytes = encode(&value);
        assert_eq!(decode::<T>("value", &bytes), Ok(value));
        text.push_str(&format!("{name} {}\n", HEXLOWER.encode(&bytes)));
    }
    text
}

fn records() -> Vec<(&'static str, Record)> {
    let cut = Cut {
        scope: Scope::Changes(SPACE),
        log: log(),
        number: 12,
    };
    let kinds = vec![
        (
            "found",
            RecordKind::Found {
                salt: [3; 16],
                member: MEMBER,
                member_key: b"member key".to_vec(),
                device: card(),
            },
        ),
        (
            "appoint",
            RecordKind::Appoint {
                member: MEMBER,
                rank: Rank::Admin,
                life: 1,
                member_key: b"member key".to_vec(),
                cuts: vec![],
                invitation: Some(INVITATION),
            },
        ),
        (
            "appoint_out",
            RecordKind::Appoint {
                member: MEMBER,
                rank: Rank::Coach,
                life: 2,
                member_key: vec![],
                cuts: vec![cut],
                invitation: None,
            },
        ),
        (
            "device",
            RecordKind::Device {
                member: MEMBER,
                device: card(),
                life: 2,
                cuts: vec![cut],
            },
        ),
        (
            "invite",
            RecordKind::Invite {
                invitation: INVITATION,
                rank: Rank::Coach,
                expires: Millis(1_700_000_000_000),
            },
        ),
        (
            "open_space",
            RecordKind::OpenSpace {
                salt: [4; 16],
                kind: SpaceKind::Case,
            },
        ),
        (
            "grant",
            RecordKind::Grant {
                member: MEMBER,
                life: 2,
                cuts: vec![cut],
            },
        ),
        (
            "epoch",
            RecordKind::Epoch {
                epoch: EPOCH,
                generation: 2,
                parents: vec![ParentEpoch {
                    epoch: EpochId([0x45; 16]),
                    nonce: [5; 24],
                    sealed: b"parent".to_vec(),
                }],
                envelopes: vec![Envelope {
                    member: MEMBER,
                    sealed: b"envelope".to_vec(),
                }],
            },
        ),
    ];
    kinds
        .into_iter()
        .map(|(name, kind)| (name, Record { life: 1, kind }))
        .collect()
}

fn messages() -> Vec<(&'static str, Message)> {
    let handshake = Hash([6; 32]);
    let hello = Hello {
        version: 2,
        team: TEAM,
        device: card(),
        proof: sign(&hello_bytes(&handshake)),
        token: Some("token".to_owned()),
    };
    let welcome = Welcome {
        version: 2,
        signing: public(),
        noise: NoisePublic([2; 32]),
        proof: sign(&welcome_bytes(&handshake)),
        now: Millis(1_700_000_000_000),
        standing: Standing::Member,
    };
    let mut vectors = Vectors::default();
    vectors.0.insert(Scope::Space(SPACE), vector());
    let have = Have {
        root: vectors.root(),
        names: vectors.names(),
        receipts: vec![Scope::Space(SPACE)],
        confirmed: 12,
    };
    let digests = Digests {
        scopes: Some(vec![Scope::Space(SPACE)]),
        digests: vector()
            .short_digest(&handshake, &Scope::Space(SPACE))
            .to_vec(),
    };
    let tail = Tail {
        previous: Hash([4; 32]),
        run: run(),
    };
    let confirmed = Confirmed {
        up_to: 13,
        receipts: vec![receipt()],
    };
    let messages = vec![
        Message::Hello(hello),
        Message::Welcome(welcome),
        Message::Refused(Refusal::InvitationExpired),
        Message::Have(have),
        Message::Hold(vec![(Scope::Team, vector())]),
        Message::Page(vec![run()]),
        Message::Receipt(receipt()),
        Message::Join(join()),
        Message::Joining,
        Message::Joiners(vec![join()]),
        Message::Digests(digests),
        Message::Glimpse(vec![tail]),
        Message::Confirmed(confirmed),
    ];
    messages
        .into_iter()
        .map(|message| (message.name(), message))
        .collect()
}

#[test]
fn records_keep_their_form() {
    insta::assert_snapshot!("records", lines(records()));
}

#[test]
fn entries_keep_their_form_and_their_hashes() {
    let erased = Payload::Erased(change(None).payload.hash());
    let content = Content::Change(change(None));
    let place = Place {
        team: TEAM,
        scope: Scope::Changes(SPACE),
        log: log(),
        number: 1,
    };
    let hash = entry_hash(&place, &Hash::ZERO, &content);
    // What was erased leaves the chain as it was.
    let without = Content::Change(SealedChange {
        payload: erased.clone(),
        ..change(None)
    });
    assert_eq!(entry_hash(&place, &Hash::ZERO, &without), hash);
    let mut text = lines(vec![
        ("change", change(None)),
        ("change_with_key", change(Some(sealed_key()))),
        (
            "change_erased",
            SealedChange {
                payload: erased,
                ..change(None)
            },
        ),
    ]);
    text += &lines(vec![("run", run())]);
    text += &lines(vec![("receipt", receipt())]);
    text += &lines(vec![("join_request", join())]);
    let digest = vector().short_digest(&Hash([6; 32]), &Scope::Team);
    let digest = HEXLOWER.encode(&digest);
    text += &format!("entry_hash {hash}\nvector_digest {digest}\n");
    insta::assert_snapshot!("entries", text);
}

#[test]
fn messages_keep_their_form() {
    insta::assert_snapshot!("messages", lines(messages()));
}

#[test]
fn ids_are_derived_as_ever() {
    let text = format!(
        "device {}\nhub {}\nteam {}\nspace {}\n",
        DeviceId::of(&public()),
        HubId::of(&public()),
        TeamId::founded(&[3; 16], &MEMBER, &public()),
        SpaceId::opened(&TEAM, &card().id(), &[4; 16]),
    );
    insta::assert_snapshot!("ids", text);
}

#[test]
fn what_is_signed_holds_and_only_that() {
    assert!(receipt().check().is_ok());
    assert!(join().check().is_ok());
    let mut other = receipt();
    other.statement.at = Millis(0);
    assert!(other.check().is_err());
    let mut other = join();
    other.ask.sealed_name.push(0);
    assert!(other.check().is_err());
}

#[test]
fn a_message_beyond_the_limit_is_not_even_read() {
    let error = Message::decode(&vec![0; MAX_MESSAGE + 1]).unwrap_err();
    assert_eq!(error, nabij_protocol::Error::TooLarge("message"));
}
