//! A TCP proxy on this machine that counts the bytes of both ways.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How long nothing must pass before all is said to have passed.
const QUIET: Duration = Duration::from_millis(150);
/// How much is carried at a time.
const PIECE: usize = 256 * 1024;

/// Stands before a hub until the program ends.
pub struct Proxy {
    address: SocketAddr,
    bytes: Arc<AtomicU64>,
}

impl Proxy {
    /// Listens on a port of its own for `hub`, which is `HOST:PORT`.
    ///
    /// # Errors
    /// When nothing can be listened on.
    pub fn before(hub: &str) -> std::io::Result<Proxy> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let bytes = Arc::new(AtomicU64::new(0));
        let (hub, counted) = (hub.to_owned(), Arc::clone(&bytes));
        std::thread::Builder::new()
            .name("proxy".to_owned())
            .spawn(move || {
                for near in listener.incoming().map_while(Result::ok) {
                    if let Ok(far) = TcpStream::connect(&hub) {
                        carry_both(near, far, &counted);
                    }
                }
            })?;
        Ok(Proxy { address, bytes })
    }

    /// Where laptops reach it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many bytes passed since the last reset, both ways together.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Begins to count anew.
    pub fn reset(&self) {
        self.bytes.store(0, Ordering::Relaxed);
    }

    /// Waits until nothing passes any more.
    pub fn settle(&self) {
        loop {
            let before = self.bytes();
            std::thread::sleep(QUIET);
            if self.bytes() == before {
                return;
            }
        }
    }
}

fn carry_both(near: TcpStream, far: TcpStream, counted: &Arc<AtomicU64>) {
    let _ = near.set_nodelay(true);
    let _ = far.set_nodelay(true);
    let (Ok(near_too), Ok(far_too)) = (near.try_clone(), far.try_clone()) else {
        return;
    };
    for (from, to) in [(near, far), (far_too, near_too)] {
        let counted = Arc::clone(counted);
        // A connection without its thread is cut, which laptops and hub are used to.
        let _ = std::thread::Builder::new().spawn(move || carry(from, to, &counted));
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, counted: &AtomicU64) {
    let mut piece = vec![0; PIECE];
    while let Ok(length) = from.read(&mut piece)
        && length > 0
        && let Some(part) = piece.get(..length)
        && to.write_all(part).is_ok()
    {
        counted.fetch_add(part.len() as u64, Ordering::Relaxed);
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}
