//! What municipal networks put between a laptop and a hub: a box that lets no WebSocket through, and a proxy.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Refuses every request for a WebSocket and passes everything else on to a hub.
pub struct Middlebox {
    address: SocketAddr,
    seen: Arc<Seen>,
}

#[derive(Default)]
struct Seen {
    refused: Mutex<usize>,
    refuses: Condvar,
    opened: AtomicUsize,
    lost: AtomicUsize,
    loses: AtomicBool,
    hangs_up: AtomicBool,
}

/// How long something on stage may take to be asked.
const PATIENCE: Duration = Duration::from_secs(30);

impl Seen {
    fn refused(&self) -> MutexGuard<'_, usize> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Middlebox {
    /// Before the hub at this address.
    pub fn before(hub: SocketAddr) -> Middlebox {
        let seen = Arc::new(Seen::default());
        let theirs = Arc::clone(&seen);
        let address = serve(move |laptop| pass(laptop, hub, &theirs));
        Middlebox { address, seen }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What laptops are told as the hub's address.
    pub fn url(&self) -> String {
        format!("ws://{}", self.address)
    }

    /// From now on it lets WebSockets begin and hangs up as soon as the first frame comes.
    pub fn hangs_up_later(&self) {
        self.seen.hangs_up.store(true, SeqCst);
    }

    /// From now on it cuts each connection when the hub has answered a second request on it: what was asked
    /// is done, and the answer is lost.
    pub fn loses_answers(&self, loses: bool) {
        self.seen.loses.store(loses, SeqCst);
    }

    /// How many WebSockets it refused, or cut.
    pub fn refused(&self) -> usize {
        *self.seen.refused()
    }

    /// Waits until it has refused so many.
    pub fn has_refused(&self, count: usize) {
        let refused = self.seen.refused();
        let waited = self
            .seen
            .refuses
            .wait_timeout_while(refused, PATIENCE, |refused| *refused < count)
            .unwrap_or_else(PoisonError::into_inner);
        assert_eq!(*waited.0, count);
    }

    /// How many lines of plain requests were opened through it.
    pub fn opened(&self) -> usize {
        self.seen.opened.load(SeqCst)
    }

    /// How many answers it lost.
    pub fn lost(&self) -> usize {
        self.seen.lost.load(SeqCst)
    }
}

fn pass(mut laptop: TcpStream, hub: SocketAddr, seen: &Seen) {
    let head = read_head(&mut laptop);
    if head.is_empty() {
        return;
    }
    let upgrade = head.to_ascii_lowercase().contains("\r\nupgrade:");
    let hangs_up = seen.hangs_up.load(SeqCst);
    if upgrade {
        *seen.refused() += 1;
        seen.refuses.notify_all();
        if !hangs_up {
            let _ = laptop.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            return;
        }
    }
    if head.starts_with("POST /poll/open ") {
        seen.opened.fetch_add(1, SeqCst);
    }
    let Ok(mut hub) = TcpStream::connect(hub) else {
        return;
    };
    let _ = hub.write_all(head.as_bytes());
    let mut answers = 0;
    let onward = upward(&laptop, &hub);
    let mut bytes = vec![0; 64 << 10];
    while let Ok(read @ 1..) = hub.read(&mut bytes) {
        answers += usize::from(bytes[..read].starts_with(b"HTTP/1.1 "));
        if seen.loses.load(SeqCst) && answers >= 2 {
            seen.lost.fetch_add(1, SeqCst);
            break;
        }
        if laptop.write_all(&bytes[..read]).is_err() || (upgrade && hangs_up) {
            break;
        }
    }
    part(&laptop, &hub);
    let _ = onward.join();
}

/// What a proxy says to who asks for a tunnel.
#[derive(Debug, Clone, Copy)]
pub enum Policy {
    /// Yes.
    Open,
    /// Yes, to whoever says these words, in the form of `Basic`.
    Wants(&'static str),
    /// No.
    Refuses,
}

/// A proxy that makes tunnels, all of them to the same place whatever is asked for.
pub struct Proxy {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Leads to `target`.
    pub fn start(target: SocketAddr, policy: Policy) -> Proxy {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let theirs = Arc::clone(&asked);
        let address = serve(move |laptop| tunnel(laptop, target, policy, &theirs));
        Proxy { address, asked }
    }

    /// As it is named in `HTTPS_PROXY`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// As [`Proxy::url`], with a name and a password.
    pub fn url_with(&self, credentials: &str) -> String {
        format!("http://{credentials}@{}", self.address)
    }

    /// To which hosts tunnels were asked for, one for each request.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock();
        asked.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn tunnel(mut laptop: TcpStream, to: SocketAddr, policy: Policy, asked: &Mutex<Vec<String>>) {
    let head = read_head(&mut laptop);
    let Some(host) = head.strip_prefix("CONNECT ") else {
        let _ = laptop.write_all(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n");
        return;
    };
    let host = host.split(' ').next().unwrap_or_default().to_owned();
    asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(host);
    let said = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        (name.eq_ignore_ascii_case("proxy-authorization")).then_some(value)
    });
    let no: &[u8] = match policy {
        Policy::Refuses => b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        Policy::Wants(words) if said != Some(words) => {
            b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"g\"\r\nContent-Length: 0\r\n\r\n"
        }
        Policy::Open | Policy::Wants(_) => b"",
    };
    if !no.is_empty() {
        let _ = laptop.write_all(no);
        return;
    }
    let Ok(mut target) = TcpStream::connect(to) else {
        let _ = laptop.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        return;
    };
    let _ = laptop.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n");
    let onward = upward(&laptop, &target);
    let _ = std::io::copy(&mut target, &mut laptop);
    part(&laptop, &target);
    let _ = onward.join();
}

fn serve(each: impl Fn(TcpStream) + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    let each = Arc::new(each);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let each = Arc::clone(&each);
            let _ = stream.set_nodelay(true);
            std::thread::spawn(move || each(stream));
        }
    });
    address
}

/// A request to its empty line.
fn read_head(stream: &mut TcpStream) -> String {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    String::from_utf8_lossy(&head).into_owned()
}

/// Passes on what the laptop says, until either goes away.
fn upward(laptop: &TcpStream, target: &TcpStream) -> std::thread::JoinHandle<()> {
    let mut laptop = laptop.try_clone().expect("a socket");
    let mut target = target.try_clone().expect("a socket");
    let _ = target.set_nodelay(true);
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut laptop, &mut target);
        part(&laptop, &target);
    })
}

fn part(one: &TcpStream, other: &TcpStream) {
    let _ = one.shutdown(Shutdown::Both);
    let _ = other.shutdown(Shutdown::Both);
}
