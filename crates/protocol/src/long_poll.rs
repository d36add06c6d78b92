//! Frames over plain HTTP requests, for networks that let no WebSocket through.
//!
//! A laptop draws an id for a line and opens it. Frames are numbered from zero in each direction, by counting.
//! Up: a request says the number of its first frame; the hub leaves out what it has already. Down: a request
//! says how many frames have come, which is also the confirmation of them, and waits for the next; what is
//! not confirmed is given again. So a request or response that is lost is sent again, and nothing is lost or
//! doubled. Every request is a POST: no cache answers it.

use crate::Error;
use crate::noise::MAX_FRAME;
use std::time::Duration;

/// Opens a line. Asked again for the same line, it changes nothing.
pub const OPEN: &str = "/poll/open";
/// What a hub answers to that, so that a web site which answers anything to anything is not taken for one.
pub const OPENED: &[u8] = b"nabij long poll 1";
/// Frames to the hub; the query `from` is the number of the first.
pub const UP: &str = "/poll/up";
/// Frames to the laptop; the query `have` is how many have come.
pub const DOWN: &str = "/poll/down";
/// Says goodbye.
pub const CLOSE: &str = "/poll/close";

/// How long the hub lets a laptop wait for frames. Shorter than the half minute after which many proxies lose
/// patience.
pub const WAIT: Duration = Duration::from_secs(25);
/// Frames are put together up to so many bytes; a single one may be longer.
const TOGETHER: usize = 1 << 20;
/// The bytes of the length before each frame.
const HEAD: usize = 4;
/// The most bytes of a body.
pub const MAX_BODY: usize = HEAD + MAX_FRAME;

/// How the id of a line is written in the header `Authorization`: whoever has it can disturb the line, and
/// headers, unlike addresses, are not kept in the logs of proxies.
pub fn authorization(line: &[u8; 16]) -> String {
    format!("Bearer {}", data_encoding::HEXLOWER.encode(line))
}

/// The id of a line out of the header `Authorization`.
pub fn line_of(authorization: &str) -> Option<[u8; 16]> {
    let hex = authorization.strip_prefix("Bearer ")?;
    let id = data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()?;
    id.try_into().ok()
}

/// How many of the frames, from the first on, go into one body; one at least, if there is one.
pub fn together<'f>(frames: impl IntoIterator<Item = &'f [u8]>) -> usize {
    let mut bytes = 0_usize;
    let fits = |frame: &&[u8]| {
        let first = bytes == 0;
        bytes = bytes.saturating_add(HEAD + frame.len());
        first || bytes <= TOGETHER
    };
    frames.into_iter().take_while(fits).count()
}

/// A body out of frames.
pub fn body<'f>(frames: impl IntoIterator<Item = &'f [u8]>) -> Vec<u8> {
    let mut body = Vec::new();
    for frame in frames {
        // A frame is never longer than four bytes can say: see MAX_FRAME.
        let length = u32::try_from(frame.len()).unwrap_or(u32::MAX);
        body.extend_from_slice(&length.to_be_bytes());
        body.extend_from_slice(frame);
    }
    body
}

/// The frames of a body.
///
/// # Errors
/// [`Error::Malformed`], [`Error::TooLarge`].
pub fn frames(mut body: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
    let mut frames = Vec::new();
    while !body.is_empty() {
        let malformed = Error::Malformed("body");
        let (head, rest) = body.split_first_chunk::<HEAD>().ok_or(malformed.clone())?;
        let length = usize::try_from(u32::from_be_bytes(*head)).map_err(|_| malformed.clone())?;
        if length > MAX_FRAME {
            return Err(Error::TooLarge("frame"));
        }
        let (frame, rest) = rest.split_at_checked(length).ok_or(malformed)?;
        frames.push(frame.to_vec());
        body = rest;
    }
    Ok(frames)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(frames: &[Vec<u8>]) -> impl Iterator<Item = &[u8]> {
        frames.iter().map(Vec::as_slice)
    }

    #[test]
    fn frames_go_through_a_body_and_back() {
        let sent = vec![vec![1, 2, 3], vec![], vec![9; 70_000]];
        assert_eq!(frames(&body(slices(&sent))), Ok(sent));
        assert_eq!(frames(&[]), Ok(vec![]));
    }

    #[test]
    fn what_is_cut_or_too_long_is_refused() {
        let whole = body([&[7_u8; 20][..]]);
        for end in 1..whole.len() {
            assert_eq!(
                frames(&whole[..end]),
                Err(Error::Malformed("body")),
                "{end}"
            );
        }
        assert_eq!(frames(&[0xff; 8]), Err(Error::TooLarge("frame")));
    }

    #[test]
    fn many_small_frames_or_one_large_fill_a_body() {
        let small = vec![vec![0; 1000]; 2000];
        let count = together(slices(&small));
        assert!(count > 1000 && body(slices(&small[..count])).len() <= TOGETHER);
        let large = vec![vec![0; MAX_FRAME]; 2];
        assert_eq!(together(slices(&large)), 1);
        assert_eq!(body(slices(&large[..1])).len(), MAX_BODY);
        assert_eq!(together([]), 0);
    }

    #[test]
    fn the_id_of_a_line_is_sixteen_bytes_in_small_hexadecimal() {
        let id = [0xab; 16];
        assert_eq!(line_of(&authorization(&id)), Some(id));
        for bad in [
            "",
            "Bearer ",
            "Bearer abab",
            "Basic YTpi",
            "Bearer ABABABABABABABABABABABABABABABAB",
        ] {
            assert_eq!(line_of(bad), None, "{bad}");
        }
    }
}
