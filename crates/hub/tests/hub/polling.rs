//! Lines over plain requests, as a laptop or somebody else sends them.

use super::laptop::Laptop;
use super::{HandClock, counts, hub};
use nabij_protocol::id::Signature;
use nabij_protocol::long_poll::{CLOSE, DOWN, MAX_BODY, OPEN, UP, authorization, body, frames};
use nabij_protocol::message::{Hello, Message, Refusal, Standing, hello_bytes};
use nabij_protocol::noise::{Channel, Handshake};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const ID: [u8; 16] = [5; 16];

/// Status and body of a request on a connection of its own.
async fn ask(hub: SocketAddr, method: &str, path: &str, id: &str, body: &[u8]) -> (u16, Vec<u8>) {
    let mut stream = tokio::net::TcpStream::connect(hub).await.unwrap();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nAuthorization: {id}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    // A hub that has answered already does not read the rest.
    let _ = stream.write_all(body).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let end = answer
        .windows(4)
        .position(|end| end == b"\r\n\r\n")
        .unwrap();
    let status = String::from_utf8(answer[9..12].to_vec()).unwrap();
    (status.parse().unwrap(), answer[end + 4..].to_vec())
}

async fn post(hub: SocketAddr, path: &str, body: &[u8]) -> (u16, Vec<u8>) {
    ask(hub, "POST", path, &authorization(&ID), body).await
}

/// A laptop's end of a line.
struct Polls {
    hub: SocketAddr,
    sent: u64,
    have: u64,
}

impl Polls {
    async fn open(hub: SocketAddr) -> Polls {
        assert_eq!(post(hub, OPEN, &[]).await.0, 200);
        Polls {
            hub,
            sent: 0,
            have: 0,
        }
    }

    async fn send(&mut self, frame: &[u8]) {
        let path = format!("{UP}?from={}", self.sent);
        // Twice, as if the answer had been lost.
        for _ in 0..2 {
            assert_eq!(post(self.hub, &path, &body([frame])).await.0, 200);
        }
        self.sent += 1;
    }

    /// The frames that are there next; none when the line is over.
    async fn receive(&mut self) -> Option<Vec<Vec<u8>>> {
        let path = format!("{DOWN}?have={}", self.have);
        let (status, _) = post(self.hub, &path, &[]).await;
        // Asked again, the same comes again.
        let (again, body) = post(self.hub, &path, &[]).await;
        if again != 200 {
            return None;
        }
        assert_eq!(status, 200);
        let come = frames(&body).unwrap();
        self.have += come.len() as u64;
        Some(come)
    }

    async fn handshake(&mut self, noise: &[u8; 32]) -> Channel {
        let mut handshake = Handshake::initiator(noise).unwrap();
        self.send(&handshake.write().unwrap()).await;
        let answer = self.receive().await.unwrap();
        handshake.read(&answer[0]).unwrap();
        self.send(&handshake.write().unwrap()).await;
        handshake.finish().unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_laptop_is_greeted_although_everything_comes_twice() {
    use ed25519_dalek::Signer as _;
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let mut fatima = Laptop::founder(1);
    fatima.sync(running.address()).await.unwrap();

    let mut polls = Polls::open(running.address()).await;
    let mut channel = polls.handshake(&fatima.noise).await;
    let bytes = hello_bytes(&channel.handshake_hash());
    let hello = Hello {
        version: nabij_protocol::PROTOCOL_VERSION,
        team: fatima.team,
        device: fatima.card(),
        proof: Signature(fatima.signing.sign(&bytes).to_bytes()),
        token: None,
    };
    let hello = channel.seal(&Message::Hello(hello).encode()).unwrap();
    polls.send(&hello).await;
    let come = polls.receive().await.unwrap();
    let welcome = Message::decode(&channel.open(&come[0]).unwrap()).unwrap();
    assert!(matches!(welcome, Message::Welcome(welcome) if welcome.standing == Standing::Member));
    // Opened once more, it is the same line.
    assert_eq!(post(running.address(), OPEN, &[]).await.0, 200);

    // A stop ends a request that waits, at once.
    let waiting = tokio::spawn(async move { while polls.receive().await.is_some() {} });
    let begun = Instant::now();
    running.stop().await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(8));
    let _ = waiting.await;
    assert_eq!(counts(folder.path()).0, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_else_is_sent_is_refused_and_the_hub_lives_on() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let address = running.address();
    // No id, or something else in its place.
    for id in ["", "Bearer 123", "Basic YTpi"] {
        assert_eq!(ask(address, "POST", OPEN, id, &[]).await.0, 401, "{id}");
    }
    // No line, no number, no such way of asking.
    assert_eq!(post(address, "/poll/down?have=0", &[]).await.0, 410);
    assert_eq!(
        post(address, "/poll/up?from=0", &body([&b"x"[..]])).await.0,
        410
    );
    assert_eq!(post(address, DOWN, &[]).await.0, 400);
    assert_eq!(post(address, "/poll/down?have=-1", &[]).await.0, 400);
    assert_eq!(
        ask(address, "GET", OPEN, &authorization(&ID), &[]).await.0,
        405
    );

    // Numbers that do not fit, and a body that is too long: the line goes on.
    let mut polls = Polls::open(address).await;
    assert_eq!(
        post(address, "/poll/up?from=7", &body([&b"x"[..]])).await.0,
        409
    );
    assert_eq!(post(address, "/poll/down?have=7", &[]).await.0, 409);
    assert_eq!(
        post(address, "/poll/up?from=0", &vec![0; MAX_BODY + 1])
            .await
            .0,
        400
    );
    let fatima = Laptop::founder(1);
    let mut channel = polls.handshake(&fatima.noise).await;
    // A message out of turn is refused in words, and then the line is over.
    let early = channel.seal(&Message::Joining.encode()).unwrap();
    polls.send(&early).await;
    let come = polls.receive().await.unwrap();
    let said = Message::decode(&channel.open(&come[0]).unwrap()).unwrap();
    assert_eq!(said, Message::Refused(Refusal::Garbled));
    assert_eq!(polls.receive().await, None);

    // Bytes that are no frames end a line.
    let other = authorization(&[8; 16]);
    assert_eq!(ask(address, "POST", OPEN, &other, &[]).await.0, 200);
    let garbled = ask(address, "POST", "/poll/up?from=0", &other, &[1, 2, 3]);
    assert_eq!(garbled.await.0, 400);
    let over = ask(address, "POST", "/poll/down?have=0", &other, &[]);
    assert_eq!(over.await.0, 410);

    let mut fatima = Laptop::founder(2);
    fatima.sync(address).await.unwrap();
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_left_or_says_nothing_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let address = running.address();
    let mut left = Polls::open(address).await;
    assert_eq!(post(address, CLOSE, &[]).await.0, 200);
    assert_eq!(left.receive().await, None);
    // Opened, and then silence: the greeting takes ten seconds at most, and a request that waits is told.
    let id = authorization(&[6; 16]);
    assert_eq!(ask(address, "POST", OPEN, &id, &[]).await.0, 200);
    let begun = Instant::now();
    let (status, _) = ask(address, "POST", "/poll/down?have=0", &id, &[]).await;
    assert_eq!(status, 410);
    assert!((5..20).contains(&begun.elapsed().as_secs()));
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_as_many_lines_as_seats_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    // All in one go: a line on which nobody says anything lasts ten seconds.
    let mut requests = String::new();
    for number in 0..1030_u128 {
        let id = authorization(&number.to_be_bytes());
        let last = if number == 1029 {
            "close"
        } else {
            "keep-alive"
        };
        requests += &format!(
            "POST {OPEN} HTTP/1.1\r\nHost: hub\r\nConnection: {last}\r\nAuthorization: {id}\r\nContent-Length: 0\r\n\r\n"
        );
    }
    let stream = tokio::net::TcpStream::connect(running.address());
    let (mut read, mut write) = stream.await.unwrap().into_split();
    let writing =
        tokio::spawn(async move { write.write_all(requests.as_bytes()).await.map(|()| write) });
    let mut answers = String::new();
    read.read_to_string(&mut answers).await.unwrap();
    writing.await.unwrap().unwrap();
    let count = |status| answers.matches(&format!("HTTP/1.1 {status}")).count();
    assert_eq!((count(200), count(503)), (1024, 6));
    running.stop().await.unwrap();
}
