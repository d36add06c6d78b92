//! A line of frames, whatever carries it: reading and writing go on at the same time, so that two sides that
//! both send much never wait for each other.

use super::End;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use nabij_protocol::message::Refusal;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

/// How many frames may wait to be sent. The session keeps few pages under way, so a laptop that lets
/// this fill up asks without reading.
const WAITING: usize = 64;
/// How long one frame may take to be sent.
pub(crate) const SENDING: Duration = Duration::from_secs(60);
/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// What a carrier brings from the other side. When there is no more, the other side has gone.
#[derive(Debug)]
pub(crate) enum Heard {
    /// A frame.
    Frame(Vec<u8>),
    /// Only that it is still there.
    Alive,
    /// Something that breaks the carrier's rules.
    Garbled,
}

/// What a carrier takes to the other side.
#[derive(Debug)]
pub(crate) enum Said {
    /// A frame.
    Frame(Vec<u8>),
    /// The question whether it is still there.
    Ping,
    /// That it is over, as WebSocket says it: a code and a reason.
    Close(u16, &'static str),
}

/// Both directions.
pub(crate) struct Line {
    heard: BoxStream<'static, Heard>,
    said: mpsc::Sender<Said>,
    carrier: JoinHandle<()>,
    alive: Instant,
}

impl Line {
    /// Over a carrier: what it brings, and the work that takes what is said to the other side until nothing
    /// more comes. A frame that takes longer than [`SENDING`] ends that work.
    pub(crate) fn over<W>(
        heard: BoxStream<'static, Heard>,
        carry: impl FnOnce(mpsc::Receiver<Said>) -> W,
    ) -> Line
    where
        W: Future<Output = ()> + Send + 'static,
    {
        let (said, queue) = mpsc::channel(WAITING);
        Line {
            heard,
            said,
            carrier: tokio::spawn(carry(queue)),
            alive: Instant::now(),
        }
    }

    /// The next frame. May be given up at any moment without losing one.
    ///
    /// # Errors
    /// [`End::Gone`]; [`Refusal::Garbled`] for what breaks the carrier's rules.
    pub(crate) async fn frame(&mut self) -> Result<Vec<u8>, End> {
        loop {
            match self.heard.next().await {
                Some(Heard::Frame(frame)) => {
                    self.alive = Instant::now();
                    return Ok(frame);
                }
                Some(Heard::Alive) => self.alive = Instant::now(),
                Some(Heard::Garbled) => return Err(End::Refused(Refusal::Garbled)),
                None => return Err(End::Gone),
            }
        }
    }

    /// Queues a frame.
    ///
    /// # Errors
    /// [`End::Gone`] when the other side does not read.
    pub(crate) fn send(&mut self, frame: Vec<u8>) -> Result<(), End> {
        self.said
            .try_send(Said::Frame(frame))
            .map_err(|_| End::Gone)
    }

    /// Asks whether the other side is there.
    ///
    /// # Errors
    /// [`End::Gone`] when it has said nothing for `silence`.
    pub(crate) fn ping(&mut self, silence: Duration) -> Result<(), End> {
        if self.alive.elapsed() > silence {
            return Err(End::Gone);
        }
        self.said.try_send(Said::Ping).map_err(|_| End::Gone)
    }

    /// Sends what waits, then says goodbye.
    pub(crate) async fn close(self, code: u16, reason: &'static str) {
        let _ = self.said.try_send(Said::Close(code, reason));
        drop(self.said);
        let abort = self.carrier.abort_handle();
        if timeout(FAREWELL, self.carrier).await.is_err() {
            abort.abort();
        }
    }
}
