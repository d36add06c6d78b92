//! A WebSocket as a line of frames: reading and writing go on at the same time, so that two sides that
//! both send much never wait for each other.

use super::End;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use nabij_protocol::message::Refusal;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

/// How many frames may wait to be sent. The session keeps few pages under way, so a laptop that lets
/// this fill up asks without reading.
const WAITING: usize = 64;
/// How long one frame may take to be sent.
const SENDING: Duration = Duration::from_secs(60);
/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// Both directions of one socket.
pub(crate) struct Line {
    frames: SplitStream<WebSocket>,
    out: mpsc::Sender<Message>,
    writer: JoinHandle<()>,
    heard: Instant,
}

impl Line {
    /// Over an accepted socket.
    pub(crate) fn new(socket: WebSocket) -> Line {
        let (sink, frames) = socket.split();
        let (out, queue) = mpsc::channel(WAITING);
        Line {
            frames,
            out,
            writer: tokio::spawn(write(sink, queue)),
            heard: Instant::now(),
        }
    }

    /// The next frame. May be given up at any moment without losing one.
    ///
    /// # Errors
    /// [`End::Gone`]; [`Refusal::Garbled`] for text and for a frame beyond the limit.
    pub(crate) async fn frame(&mut self) -> Result<Vec<u8>, End> {
        loop {
            match self.frames.next().await {
                Some(Ok(Message::Binary(frame))) => {
                    self.heard = Instant::now();
                    return Ok(frame.into());
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => self.heard = Instant::now(),
                Some(Ok(Message::Text(_))) => return Err(End::Refused(Refusal::Garbled)),
                Some(Ok(Message::Close(_))) | None => return Err(End::Gone),
                // A broken connection or a broken rule of WebSocket, such as a frame that is too large:
                // if the other side is still there, it is told.
                Some(Err(_)) => return Err(End::Refused(Refusal::Garbled)),
            }
        }
    }

    /// Queues a frame.
    ///
    /// # Errors
    /// [`End::Gone`] when the other side does not read.
    pub(crate) fn send(&mut self, frame: Vec<u8>) -> Result<(), End> {
        self.out
            .try_send(Message::Binary(frame.into()))
            .map_err(|_| End::Gone)
    }

    /// Asks whether the other side is there.
    ///
    /// # Errors
    /// [`End::Gone`] when it has said nothing for `silence`.
    pub(crate) fn ping(&mut self, silence: Duration) -> Result<(), End> {
        if self.heard.elapsed() > silence {
            return Err(End::Gone);
        }
        self.out
            .try_send(Message::Ping(Vec::new().into()))
            .map_err(|_| End::Gone)
    }

    /// Sends what waits, then says goodbye.
    pub(crate) async fn close(self, code: u16, reason: &'static str) {
        let frame = CloseFrame {
            code,
            reason: reason.into(),
        };
        let _ = self.out.try_send(Message::Close(Some(frame)));
        drop(self.out);
        let abort = self.writer.abort_handle();
        if timeout(FAREWELL, self.writer).await.is_err() {
            abort.abort();
        }
    }
}

async fn write(mut sink: SplitSink<WebSocket, Message>, mut queue: mpsc::Receiver<Message>) {
    while let Some(frame) = queue.recv().await {
        match timeout(SENDING, sink.send(frame)).await {
            Ok(Ok(())) => {}
            // Dropping the queue tells the reading half.
            _ => return,
        }
    }
}
