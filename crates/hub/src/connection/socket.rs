//! A WebSocket as a carrier.

use super::line::{Heard, Line, SENDING, Said};
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures_util::stream::SplitSink;
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// A line over an accepted socket.
pub(crate) fn line(socket: WebSocket) -> Line {
    let (sink, messages) = socket.split();
    let heard = messages.map(|message| match message {
        Ok(Message::Binary(frame)) => Some(Heard::Frame(frame.into())),
        Ok(Message::Ping(_) | Message::Pong(_)) => Some(Heard::Alive),
        Ok(Message::Close(_)) => None,
        // Text, a broken connection, or a broken rule of WebSocket, such as a frame that is too large: if
        // the other side is still there, it is told.
        Ok(Message::Text(_)) | Err(_) => Some(Heard::Garbled),
    });
    let heard = heard.take_while(|heard| std::future::ready(heard.is_some()));
    let heard = heard.filter_map(std::future::ready).boxed();
    Line::over(heard, |queue| write(sink, queue))
}

async fn write(mut sink: SplitSink<WebSocket, Message>, mut queue: mpsc::Receiver<Said>) {
    while let Some(said) = queue.recv().await {
        let message = match said {
            Said::Frame(frame) => Message::Binary(frame.into()),
            Said::Ping => Message::Ping(Vec::new().into()),
            Said::Close(code, reason) => Message::Close(Some(CloseFrame {
                code,
                reason: reason.into(),
            })),
        };
        match timeout(SENDING, sink.send(message)).await {
            Ok(Ok(())) => {}
            // Dropping the queue tells the reading half.
            _ => return,
        }
    }
}
