//! Bytes and claims that are wrong: refused, and the hub lives on.

use super::laptop::Laptop;
use super::sharing::two;
use super::wire::{Wire, frame, socket};
use super::{HandClock, counts, hub};
use futures_util::SinkExt;
use nabij_protocol::entry::Content;
use nabij_protocol::id::{Incarnation, LogId, Scope, Signature};
use nabij_protocol::message::{Have, Message, Refusal};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::tungstenite::Message as Frame;

pub(crate) async fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn garbage_at_every_step_is_refused_and_the_hub_lives_on() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let address = running.address();
    let mut fatima = Laptop::founder(1);

    // In place of the handshake: bytes, text, nothing.
    for garbage in [
        Frame::Binary(vec![0xff; 4000].into()),
        Frame::Text("hallo".into()),
        Frame::Binary(vec![].into()),
    ] {
        let mut socket = socket(address).await;
        socket.send(garbage).await.unwrap();
        assert_eq!(frame(&mut socket).await, None);
    }
    // In place of the hello.
    let mut wire = Wire::handshake(address, &fatima.noise).await;
    wire.raw(Frame::Binary(vec![1; 90].into())).await;
    assert_eq!(
        wire.receive().await,
        Some(Message::Refused(Refusal::Garbled))
    );
    let mut wire = Wire::handshake(address, &fatima.noise).await;
    assert_eq!(wire.refused(&Message::Joining).await, Refusal::Garbled);
    // After it: a frame of other bytes, and one beyond the limit.
    fatima.sync(address).await.unwrap();
    let (mut wire, _) = Wire::connect(address, &fatima).await.unwrap();
    wire.raw(Frame::Binary(vec![1; 90].into())).await;
    assert_eq!(
        wire.receive().await,
        Some(Message::Refused(Refusal::Garbled))
    );
    let (mut wire, _) = Wire::connect(address, &fatima).await.unwrap();
    wire.raw(Frame::Binary(vec![1; 6 << 20].into())).await;
    // Told, or cut off while still sending.
    assert!(matches!(
        wire.receive().await,
        Some(Message::Refused(Refusal::Garbled)) | None
    ));

    let health = get(address, "/health").await;
    assert!(health.starts_with("HTTP/1.1 200"), "{health}");
    assert!(health.contains(r#"{"status":"ok","version":""#), "{health}");
    assert!(get(address, "/elsewhere").await.starts_with("HTTP/1.1 404"));
    fatima.sync(address).await.unwrap();
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_hello_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let address = running.address();
    let mut fatima = Laptop::founder(1);
    fatima.sync(address).await.unwrap();

    let mut wire = Wire::handshake(address, &fatima.noise).await;
    let mut hello = wire.hello(&fatima);
    hello.version += 1;
    assert_eq!(wire.introduce(hello).await, Err(Refusal::Version));
    let mut wire = Wire::handshake(address, &fatima.noise).await;
    let mut hello = wire.hello(&fatima);
    hello.proof = Signature([7; 64]);
    assert_eq!(wire.introduce(hello).await, Err(Refusal::BadProof));
    // A proof from another session, and somebody else's Noise key.
    let old = wire.hello(&fatima);
    let mut wire = Wire::handshake(address, &fatima.noise).await;
    assert_eq!(wire.introduce(old).await, Err(Refusal::BadProof));
    let mut wire = Wire::handshake(address, &[9; 32]).await;
    let hello = wire.hello(&fatima);
    assert_eq!(wire.introduce(hello).await, Err(Refusal::BadProof));
    // The right signing key with another Noise key than the roster knows.
    let mut other = Laptop::founder(1);
    other.noise = [9; 32];
    assert_eq!(
        Wire::connect(address, &other).await.err(),
        Some(Refusal::BadProof)
    );
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_page_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let address = running.address();
    let (mut fatima, bram, space) = two(address).await;
    let scope = Scope::Changes(space);
    fatima.change(space, "sealed: one");
    fatima.sync(address).await.unwrap();
    let held = counts(folder.path());
    fatima.change(space, "sealed: two");
    fatima.change(space, "sealed: three");
    let good = fatima.run(scope, fatima.log(), 1);

    let deliver = async |runs| {
        let (mut wire, _) = Wire::connect(address, &fatima).await.unwrap();
        wire.send(&Message::Have(Have::default())).await;
        while !matches!(wire.receive().await, Some(Message::Hold(_))) {}
        wire.send(&Message::Page(runs)).await;
        loop {
            match wire.receive().await {
                Some(Message::Refused(refusal)) => return Some(refusal),
                Some(Message::Receipt(_)) => return None,
                Some(_) => {}
                None => panic!("no answer"),
            }
        }
    };
    let mut altered = good.clone();
    if let Content::Change(change) = &mut altered.contents[0] {
        change.nonce[3] ^= 1;
    }
    assert_eq!(deliver(vec![altered]).await, Some(Refusal::BadProof));
    let gap = fatima.run(scope, fatima.log(), 2);
    assert_eq!(
        deliver(vec![good.clone(), {
            let mut gap = gap.clone();
            gap.after = 9;
            gap
        }])
        .await,
        Some(Refusal::Garbled)
    );
    assert_eq!(deliver(vec![gap]).await, Some(Refusal::Garbled));
    // A log of nobody in the team.
    let mut strange = Laptop::newcomer(9, fatima.team);
    strange.change(space, "sealed");
    assert_eq!(
        deliver(vec![good.clone(), strange.own_run(scope)]).await,
        Some(Refusal::NotAllowed)
    );
    // Records where changes belong.
    let mut wrong = bram.own_run_of(scope, Content::Record(vec![1]));
    assert_eq!(deliver(vec![wrong.clone()]).await, Some(Refusal::Garbled));
    wrong.contents.clear();
    assert_eq!(
        deliver(vec![good.clone(), wrong]).await,
        None,
        "an empty run is nothing"
    );
    assert_eq!(counts(folder.path()).1, held.1 + 2);

    // The same numbers again with other words: a fork. The first stays.
    let mut clone = Laptop::founder(1);
    clone.team = fatima.team;
    for text in ["sealed: one", "sealed: two", "another three"] {
        clone.change(space, text);
    }
    assert_eq!(
        deliver(vec![clone.own_run(scope)]).await,
        Some(Refusal::Fork)
    );
    assert_eq!(
        deliver(vec![good]).await,
        None,
        "what is held is taken again"
    );
    assert_eq!(counts(folder.path()).1, held.1 + 2);
    running.stop().await.unwrap();
}

impl Laptop {
    /// A signed run of one entry that has no place in its scope.
    fn own_run_of(&self, scope: Scope, content: Content) -> nabij_protocol::entry::Run {
        let mut scratch = Laptop::newcomer(2, self.team);
        scratch.write(scope, content);
        let mut run = scratch.own_run(scope);
        run.log = LogId {
            device: self.card().id(),
            incarnation: Incarnation(5),
        };
        run
    }
}
