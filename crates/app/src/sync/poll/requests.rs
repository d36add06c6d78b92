//! Requests of one line, one after another over one connection, which is made anew when it breaks.

use super::super::address::Endpoint;
use super::super::dial::{Stream, dial};
use crate::error::Error;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use nabij_protocol::long_poll::{MAX_BODY, authorization};
use std::time::Duration;
use tokio::time::timeout;

/// How often a request is sent before the hub is taken for gone. Sent again at once, on a new connection.
const TRIES: usize = 3;
/// How long connecting anew may take.
const CONNECT_WITHIN: Duration = Duration::from_secs(10);

type Sender = SendRequest<Full<Bytes>>;

pub(super) struct Requests {
    to: Endpoint,
    authorization: HeaderValue,
    sender: Option<Sender>,
}

impl Requests {
    pub(super) fn new(to: &Endpoint, line: &[u8; 16]) -> Result<Requests, Error> {
        let mut authorization =
            HeaderValue::from_str(&authorization(line)).map_err(|_| Error::Unexpected("header"))?;
        authorization.set_sensitive(true);
        Ok(Requests {
            to: to.clone(),
            authorization,
            sender: None,
        })
    }

    /// As [`Requests::new`], over a stream that is there already.
    pub(super) async fn over(
        to: &Endpoint,
        line: &[u8; 16],
        stream: Stream,
    ) -> Result<Requests, Error> {
        let sender = Some(speak(stream).await?);
        Ok(Requests {
            sender,
            ..Requests::new(to, line)?
        })
    }

    /// Asks, and asks again when no whole answer comes.
    pub(super) async fn post(
        &mut self,
        path: &str,
        body: Vec<u8>,
        within: Duration,
    ) -> Result<(StatusCode, Bytes), Error> {
        let body = Bytes::from(body);
        for _ in 0..TRIES {
            let mut sender = match self.sender.take().filter(|sender| !sender.is_closed()) {
                Some(sender) => sender,
                None => self.connect().await?,
            };
            let request = Request::post(self.to.path_of(path))
                .header(HOST, self.to.host_header())
                .header(AUTHORIZATION, &self.authorization)
                .header(CONTENT_TYPE, "application/octet-stream")
                .body(Full::new(body.clone()))
                .map_err(|_| Error::Invalid("hub"))?;
            if let Ok(Some(answer)) = timeout(within, exchange(&mut sender, request)).await {
                self.sender = Some(sender);
                return Ok(answer);
            }
        }
        Err(Error::Offline)
    }

    async fn connect(&self) -> Result<Sender, Error> {
        let stream = timeout(CONNECT_WITHIN, dial(&self.to))
            .await
            .map_err(|_| Error::Offline)??;
        speak(stream).await
    }
}

async fn speak(stream: Stream) -> Result<Sender, Error> {
    let (sender, connection) = handshake(TokioIo::new(stream))
        .await
        .map_err(|_| Error::Offline)?;
    // It ends when the sender is dropped, or the other side goes away.
    tokio::spawn(connection);
    Ok(sender)
}

/// One request and its whole answer; none if it did not come.
async fn exchange(
    sender: &mut Sender,
    request: Request<Full<Bytes>>,
) -> Option<(StatusCode, Bytes)> {
    sender.ready().await.ok()?;
    let answer = sender.send_request(request).await.ok()?;
    let status = answer.status();
    let body = Limited::new(answer.into_body(), MAX_BODY).collect().await;
    Some((status, body.ok()?.to_bytes()))
}
