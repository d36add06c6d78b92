//! Lines over plain HTTP requests: what waits in each direction, and how far the other side is. What the
//! requests look like is in `nabij_protocol::long_poll`.

use crate::connection::{Heard, Line, SENDING, Said};
use futures_util::StreamExt as _;
use nabij_protocol::long_poll::{body, together};
use std::collections::{HashMap, VecDeque};
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio::time::{Instant, sleep_until, timeout};

/// Frames to the laptop that are given and not yet confirmed: how many, and after how many bytes no further
/// one is taken.
const UNCONFIRMED: (usize, usize) = (64, 4 << 20);
/// How many frames from the laptop may wait to be worked on.
const UNHEARD: usize = 4;
/// How many requests that bring frames may be under way on one line: one, and one that repeats it.
const BRINGING: usize = 2;

/// The id of a line.
pub(crate) type LineId = [u8; 16];

/// All lines of this kind.
#[derive(Default)]
pub(crate) struct Lines(Mutex<HashMap<LineId, Arc<Polled>>>);

impl Lines {
    fn lock(&self) -> MutexGuard<'_, HashMap<LineId, Arc<Polled>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The line with this id.
    pub(crate) fn get(&self, id: &LineId) -> Option<Arc<Polled>> {
        self.lock().get(id).cloned()
    }

    /// A new line; none if there is one with this id.
    pub(crate) fn open(&self, id: LineId) -> Option<Line> {
        let (polled, heard) = Polled::new();
        let mut lines = self.lock();
        if lines.contains_key(&id) {
            return None;
        }
        lines.insert(id, Arc::clone(&polled));
        drop(lines);
        let heard = futures_util::stream::unfold(heard, |mut heard| async move {
            let next = heard.recv().await?;
            // Said only by [`Polled::leave`], and the end of the stream.
            next.map(|next| (next, heard))
        });
        Some(Line::over(heard.boxed(), |queue| carry(polled, queue)))
    }

    /// Forgets a line whose connection is over.
    pub(crate) fn remove(&self, id: &LineId) {
        self.lock().remove(id);
    }
}

/// Why a request to a line could not be met.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unmet {
    /// The line is over.
    Over,
    /// The numbers do not fit what has come and gone before.
    OutOfStep,
}

/// One line, as requests see it.
pub(crate) struct Polled {
    up: tokio::sync::Mutex<Up>,
    down: Mutex<Down>,
    /// Something in `down` is not as it was.
    changed: Notify,
    /// A permit for each request that brings frames.
    pub(crate) bringing: Semaphore,
}

struct Up {
    next: u64,
    heard: mpsc::Sender<Option<Heard>>,
}

#[derive(Default)]
struct Down {
    /// The number of the first frame here: how many are confirmed.
    first: u64,
    frames: VecDeque<Vec<u8>>,
    bytes: usize,
    over: bool,
    /// Whether the laptop was told that it is over.
    told: bool,
    /// How many have asked: only the newest goes on waiting.
    asked: u64,
}

impl Polled {
    fn new() -> (Arc<Polled>, mpsc::Receiver<Option<Heard>>) {
        let (heard, hears) = mpsc::channel(UNHEARD);
        let polled = Polled {
            up: tokio::sync::Mutex::new(Up { next: 0, heard }),
            down: Mutex::default(),
            changed: Notify::new(),
            bringing: Semaphore::new(BRINGING),
        };
        (Arc::new(polled), hears)
    }

    fn down(&self) -> MutexGuard<'_, Down> {
        self.down.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes frames in, the first of which has the number `from`, and leaves out what came before.
    ///
    /// # Errors
    /// [`Unmet`]: nothing further was taken in.
    pub(crate) async fn bring(&self, from: u64, frames: Vec<Vec<u8>>) -> Result<(), Unmet> {
        // Whoever repeats a request waits here for the first, and so never overtakes it.
        let mut up = self.up.lock().await;
        let known = up.next.checked_sub(from).ok_or(Unmet::OutOfStep)?;
        let known = usize::try_from(known).unwrap_or(usize::MAX);
        for frame in frames.into_iter().skip(known) {
            let room = up.heard.reserve().await.map_err(|_| Unmet::Over)?;
            // No waiting between these two: a request that is given up here has done both or neither.
            room.send(Some(Heard::Frame(frame)));
            up.next = up.next.saturating_add(1);
        }
        Ok(())
    }

    /// The next frames as a body, once there are any; empty after waiting so long without.
    ///
    /// # Errors
    /// [`Unmet`].
    pub(crate) async fn fetch(&self, have: u64, wait: Duration) -> Result<Vec<u8>, Unmet> {
        // If the queue is full, it holds what says the same.
        if let Ok(up) = self.up.try_lock() {
            let _ = up.heard.try_send(Some(Heard::Alive));
        }
        let until = Instant::now() + wait;
        let mine = self.confirm(have)?;
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            {
                let mut down = self.down();
                if down.asked != mine {
                    return Ok(Vec::new());
                }
                let count = together(down.frames.iter().map(Vec::as_slice));
                if count > 0 {
                    let frames = down.frames.iter().take(count);
                    return Ok(body(frames.map(Vec::as_slice)));
                }
                if down.over {
                    down.told = true;
                    drop(down);
                    self.changed.notify_waiters();
                    return Err(Unmet::Over);
                }
            }
            tokio::select! {
                () = changed => {}
                () = sleep_until(until) => return Ok(Vec::new()),
            }
        }
    }

    /// Lets go of what has come; answers which request this is.
    fn confirm(&self, have: u64) -> Result<u64, Unmet> {
        let mut down = self.down();
        let gone = have.checked_sub(down.first).ok_or(Unmet::OutOfStep)?;
        let gone = usize::try_from(gone).map_err(|_| Unmet::OutOfStep)?;
        if gone > down.frames.len() {
            return Err(Unmet::OutOfStep);
        }
        let bytes: usize = down.frames.drain(..gone).map(|frame| frame.len()).sum();
        down.bytes = down.bytes.saturating_sub(bytes);
        down.first = have;
        down.asked = down.asked.saturating_add(1);
        let mine = down.asked;
        drop(down);
        self.changed.notify_waiters();
        Ok(mine)
    }

    /// Tells the connection that what came breaks the rules.
    pub(crate) async fn garble(&self) {
        let up = self.up.lock().await;
        // Who has gone already need not be told.
        let _ = up.heard.send(Some(Heard::Garbled)).await;
    }

    /// The laptop says goodbye.
    pub(crate) async fn leave(&self) {
        let up = self.up.lock().await;
        let _ = up.heard.send(None).await;
    }

    /// Puts a frame behind the others, once there is room.
    async fn put(&self, frame: Vec<u8>) {
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            {
                let mut down = self.down();
                if down.frames.len() < UNCONFIRMED.0 && down.bytes < UNCONFIRMED.1 {
                    down.bytes = down.bytes.saturating_add(frame.len());
                    down.frames.push_back(frame);
                    break;
                }
            }
            changed.await;
        }
        self.changed.notify_waiters();
    }

    /// Lets the laptop fetch what is left and hear that it is over.
    async fn end(&self) {
        self.down().over = true;
        self.changed.notify_waiters();
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            if self.down().told {
                return;
            }
            changed.await;
        }
    }
}

async fn carry(polled: Arc<Polled>, mut queue: mpsc::Receiver<Said>) {
    while let Some(said) = queue.recv().await {
        match said {
            Said::Frame(frame) => {
                if timeout(SENDING, polled.put(frame)).await.is_err() {
                    // Nobody fetches. Dropping the queue tells the reading half.
                    break;
                }
            }
            // The requests of the laptop say by themselves that it is there.
            Said::Ping => {}
            Said::Close(..) => break,
        }
    }
    drop(queue);
    polled.end().await;
}

#[cfg(test)]
mod tests;
