//! Plain HTTP requests to the hub as a carrier of frames, for networks that let no WebSocket through. How it
//! works is in `nabij_protocol::long_poll`: one request waits for what comes, another brings what goes.

mod requests;

use super::address::Endpoint;
use super::dial::Stream;
use crate::error::Error;
use crate::random::random;
use hyper::StatusCode;
use nabij_protocol::long_poll::{CLOSE, DOWN, OPEN, OPENED, UP, WAIT, body, frames, together};
use requests::Requests;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// How long the hub may take to answer what it answers at once, over however slow a network.
const ANSWER: Duration = Duration::from_secs(30);
/// How many frames may wait to go, and to be read.
const WAITING: usize = 8;

type Heard = Result<Option<Vec<u8>>, Error>;

/// An open line of requests. Dropping it ends them.
pub(super) struct Poll {
    heard: mpsc::Receiver<Heard>,
    /// None once it is closed.
    said: Option<mpsc::Sender<Vec<u8>>>,
    tasks: JoinSet<()>,
}

impl Poll {
    /// Opens a line, at first over a stream that leads to the hub.
    pub(super) async fn open(to: &Endpoint, stream: Stream) -> Result<Poll, Error> {
        let line = random::<16>();
        let mut up = Requests::over(to, &line, stream).await?;
        let (status, said) = up.post(OPEN, Vec::new(), ANSWER).await?;
        done(status)?;
        if said != OPENED {
            return Err(Error::Protocol(nabij_protocol::Error::Malformed("hub")));
        }
        let down = Requests::new(to, &line)?;
        let (say, saying) = mpsc::channel(WAITING);
        let (hear, heard) = mpsc::channel(WAITING);
        let mut tasks = JoinSet::new();
        tasks.spawn(bring(up, saying, hear.clone()));
        tasks.spawn(fetch(down, hear));
        Ok(Poll {
            heard,
            said: Some(say),
            tasks,
        })
    }

    /// Queues a frame. That it could not be brought shows when the next one is awaited.
    pub(super) async fn send(&mut self, frame: Vec<u8>) -> Result<(), Error> {
        let said = self.said.as_ref().ok_or(Error::Offline)?;
        said.send(frame).await.map_err(|_| Error::Offline)
    }

    /// The next sign of life: a frame, or none when the hub has answered that there is none. May be given up
    /// at any moment without losing one.
    pub(super) async fn receive(&mut self) -> Heard {
        self.heard.recv().await.unwrap_or(Err(Error::Offline))
    }

    /// Brings what waits, and says goodbye.
    pub(super) async fn close(&mut self) {
        self.said = None;
        // Whichever of the two ends first: by then the hub knows.
        let _ = self.tasks.join_next().await;
    }
}

/// Brings frames until there will be no more, then says goodbye.
async fn bring(
    mut requests: Requests,
    mut queue: mpsc::Receiver<Vec<u8>>,
    hear: mpsc::Sender<Heard>,
) {
    let (mut from, mut waiting) = (0_u64, Vec::new());
    while queue.recv_many(&mut waiting, WAITING).await > 0 {
        while !waiting.is_empty() {
            let count = together(waiting.iter().map(Vec::as_slice));
            let body = body(waiting.iter().take(count).map(Vec::as_slice));
            let answer = requests
                .post(&format!("{UP}?from={from}"), body, ANSWER)
                .await;
            if let Err(error) = answer.and_then(|(status, _)| done(status)) {
                // Nobody listens any more if the line is being closed.
                let _ = hear.send(Err(error)).await;
                return;
            }
            waiting.drain(..count);
            from = from.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        }
    }
    // A hub that does not hear it finds out by itself.
    let _ = requests.post(CLOSE, Vec::new(), ANSWER).await;
}

/// Fetches frames until the line is over.
async fn fetch(mut requests: Requests, hear: mpsc::Sender<Heard>) {
    let mut have = 0_u64;
    loop {
        let path = format!("{DOWN}?have={have}");
        let answer = requests.post(&path, Vec::new(), WAIT + ANSWER).await;
        let come = answer.and_then(|(status, body)| {
            done(status)?;
            Ok(frames(&body)?)
        });
        let heard: Vec<Heard> = match come {
            Ok(frames) if frames.is_empty() => vec![Ok(None)],
            Ok(frames) => frames.into_iter().map(|frame| Ok(Some(frame))).collect(),
            Err(error) => vec![Err(error)],
        };
        for heard in heard {
            let (frame, over) = (matches!(heard, Ok(Some(_))), heard.is_err());
            if hear.send(heard).await.is_err() || over {
                return;
            }
            have = have.saturating_add(u64::from(frame));
        }
    }
}

/// What a status means: well, over, or not from a hub.
fn done(status: StatusCode) -> Result<(), Error> {
    match status {
        StatusCode::OK => Ok(()),
        StatusCode::GONE => Err(Error::Offline),
        status if status.is_server_error() => Err(Error::Offline),
        _ => Err(Error::Protocol(nabij_protocol::Error::Malformed("hub"))),
    }
}
