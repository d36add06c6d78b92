//! Noise frames over TCP: each after its length in four bytes.

use crate::error::Error;
use futures_util::{SinkExt as _, StreamExt as _};
use nabij_protocol::message::Message;
use nabij_protocol::noise::{Channel, MAX_FRAME};
use tokio::net::TcpStream;
use tokio_util::codec::{Framed, LengthDelimitedCodec};

/// Frames both ways over one connection.
pub(super) type Frames = Framed<TcpStream, LengthDelimitedCodec>;

/// The frames of a connection. A frame that claims to be longer than any may be ends it.
pub(super) fn frames(stream: TcpStream) -> Frames {
    let codec = LengthDelimitedCodec::builder()
        .max_frame_length(MAX_FRAME)
        .new_codec();
    Framed::new(stream, codec)
}

/// The next frame.
pub(super) async fn frame(frames: &mut Frames) -> Result<Vec<u8>, Error> {
    match frames.next().await {
        Some(Ok(frame)) => Ok(frame.to_vec()),
        Some(Err(_)) | None => Err(Error::Offline),
    }
}

/// Sends a frame.
pub(super) async fn send_frame(frames: &mut Frames, frame: Vec<u8>) -> Result<(), Error> {
    frames
        .send(tokio_util::bytes::Bytes::from(frame))
        .await
        .map_err(|_| Error::Offline)
}

/// A connection with a Noise session in it.
pub(super) struct Line {
    pub(super) frames: Frames,
    pub(super) channel: Channel,
}

impl Line {
    pub(super) async fn send(&mut self, message: &Message) -> Result<(), Error> {
        let sealed = self.channel.seal(&message.encode())?;
        send_frame(&mut self.frames, sealed).await
    }

    pub(super) async fn receive(&mut self) -> Result<Message, Error> {
        let frame = frame(&mut self.frames).await?;
        Ok(Message::decode(&self.channel.open(&frame)?)?)
    }
}
