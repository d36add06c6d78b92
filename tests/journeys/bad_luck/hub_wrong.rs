//! Hubs that are down, slow, somebody else's, or no hub at all. Fatima writes on, and everything goes to a
//! good hub later.

use super::outcome;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::json;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};
use support::{Laptop, PASSPHRASE, Stage, nabij};
use tokio_tungstenite::tungstenite::Message as Frame;

/// Something that listens where a hub should: does `act` with each connection, then keeps it open.
struct Impostor {
    address: SocketAddr,
    _open: Sender<()>,
}

impl Impostor {
    fn start(act: impl Fn(&mut TcpStream) + Send + Clone + 'static) -> Impostor {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let (open, closed) = channel::<()>();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let act = act.clone();
                std::thread::spawn(move || {
                    act(&mut stream);
                    // Says no more, and does not go away either.
                    let _ = stream.set_read_timeout(Some(Duration::from_secs(60)));
                    let _ = stream.read_to_end(&mut Vec::new());
                });
            }
            drop(closed);
        });
        Impostor {
            address,
            _open: open,
        }
    }

    fn url(&self) -> String {
        format!("ws://{}", self.address)
    }
}

/// Reads a request to its empty line.
fn hear_request(stream: &mut TcpStream) {
    let (mut heard, mut byte) = (Vec::new(), [0]);
    while !heard.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        heard.push(byte[0]);
    }
}

/// A web socket on which `frames` are sent one after another, whatever comes.
fn web_socket(frames: Vec<Frame>) -> impl Fn(&mut TcpStream) + Send + Clone + 'static {
    move |stream| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let copy = stream.try_clone().expect("a socket");
        runtime.block_on(async {
            copy.set_nonblocking(true).expect("a socket");
            let copy = tokio::net::TcpStream::from_std(copy).expect("a socket");
            let Ok(mut socket) = tokio_tungstenite::accept_async(copy).await else {
                return;
            };
            for frame in frames.clone() {
                let _ = socket.next().await;
                let _ = socket.send(frame).await;
            }
            let _ = tokio::time::timeout(Duration::from_secs(15), socket.next()).await;
        });
        let _ = stream.set_nonblocking(false);
    }
}

fn noise(length: usize) -> Vec<u8> {
    (0..length as u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect()
}

/// Fatima meets `hub`, and what comes of it is `wanted`; the command line ends with `exit`. Nothing is lost,
/// and a good hub gets it all afterwards.
fn meets(hub: &str, wanted: &str, exit: i32) {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(hub));
    fatima.records(None, "Voor het delen bewaard.");
    let status = fatima.syncs();
    assert_eq!(outcome(&status), wanted, "{status}");
    assert_eq!(
        status["waiting"], 4,
        "the team's name, her own, what she wrote, and the place it names"
    );
    fatima.records(None, "Na het delen bewaard.");
    assert!(fatima.finds_wrong().contains(&"hub".to_owned()));
    fatima.does("lock_vault", json!({}));
    let ended = nabij(fatima.home(), PASSPHRASE, &["sync"]);
    assert_eq!(ended.code, Some(exit), "{ended:?}");
    shares_after_all(&stage, &fatima);
}

fn shares_after_all(stage: &Stage, fatima: &Laptop) {
    let good = stage.hub();
    if fatima.does("vault_state", json!({}))["state"] == "locked" {
        fatima.unlocks();
    }
    fatima.does("set_hub", json!({ "hub": good.url() }));
    fatima.shares();
    let street = fatima.street();
    assert_eq!(street.len(), 2);
    assert!(
        street.iter().all(|item| item["share"] == "shared"),
        "{street:?}"
    );
    assert_eq!(fatima.finds_wrong(), [""; 0]);
}

#[test]
fn a_hub_that_is_down() {
    let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    meets(&format!("ws://{}", free.expect("a port")), "offline", 14);
}

#[test]
fn a_hub_that_never_answers_and_writing_does_not_wait_for_it() {
    let slow = Impostor::start(|_| {});
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(&slow.url()));
    fatima.app().start_sync();
    let began = Instant::now();
    fatima.records(None, "Terwijl de hub niets zegt.");
    fatima.records(None, "En nog een.");
    assert_eq!(fatima.street().len(), 2);
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "the hub's silence takes ten"
    );
    assert_eq!(outcome(&fatima.syncs()), "offline");
    shares_after_all(&stage, &fatima);
}

#[test]
fn a_web_socket_that_never_says_a_word() {
    let silent = Impostor::start(web_socket(Vec::new()));
    meets(&silent.url(), "hubGarbled", 30);
}

#[test]
fn a_web_site_instead_of_a_hub() {
    let site = Impostor::start(|stream| {
        hear_request(stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nWelkom hier!");
    });
    meets(&site.url(), "hubGarbled", 30);
}

#[test]
fn random_bytes_instead_of_a_hub() {
    let garbage = Impostor::start(|stream| {
        hear_request(stream);
        let _ = stream.write_all(&noise(5_000));
    });
    meets(&garbage.url(), "hubGarbled", 30);
}

#[test]
fn random_frames_on_a_web_socket() {
    let frames = vec![
        Frame::Binary(noise(96).into()),
        Frame::Binary(noise(700).into()),
    ];
    meets(&Impostor::start(web_socket(frames)).url(), "hubGarbled", 30);
    let words = vec![Frame::Text("hallo, wie is daar?".into())];
    meets(&Impostor::start(web_socket(words)).url(), "hubGarbled", 30);
}

#[test]
fn another_hub_at_the_same_address() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    fatima.records(None, "Bij de echte hub gedeeld.");
    fatima.shares();
    hub.becomes_another(&stage.folder("other-hub"));
    fatima.clock().advance(1000);
    fatima.records(None, "Niet aan een vreemde gegeven.");
    let status = fatima.syncs();
    assert_eq!(outcome(&status), "hubRefused", "{status}");
    assert_eq!(fatima.street()[0]["share"], "waiting");
    fatima.does("lock_vault", json!({}));
    let ended = nabij(fatima.home(), PASSPHRASE, &["sync"]);
    assert_eq!(ended.code, Some(29), "{ended:?}");
    let other = nabij_hub::StoreAt::Folder(stage.folder("other-hub"));
    let teams = nabij_hub::status(&other).expect("the other hub's data");
    assert_eq!(teams.len(), 0, "it was given nothing");

    hub.becomes_another(&stage.folder("hub"));
    fatima.unlocks();
    fatima.shares();
    bram.shares();
    assert_eq!(bram.street().len(), 2);
}
