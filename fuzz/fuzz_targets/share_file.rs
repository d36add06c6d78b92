//! The clear part of a share file and what stands in a section: no panic, and frames that come back as they were.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_protocol::message::Message;
use nabij_protocol::share_file::{Frames, Header, Layout, push_frame};

fuzz_target!(|input: (Vec<u8>, u64, u16, Vec<Vec<u8>>)| {
    let (bytes, length, envelopes, pieces) = input;
    if let Ok(header) = Header::decode(&bytes) {
        assert!(bytes.starts_with(&header.encode()));
    }
    if let Ok(layout) = Layout::of(length, envelopes) {
        assert!(layout.statement() < length);
        let _ = (layout.chunk(layout.chunks), layout.envelope(envelopes));
    }
    let mut frames = Frames::default();
    for piece in &pieces {
        frames.push(piece);
        while let Ok(Some(frame)) = frames.next_frame() {
            let mut again = Vec::new();
            push_frame(&mut again, &frame);
            assert_eq!(again.get(4..), Some(&frame[..]));
            let _ = Message::decode(&frame);
        }
    }
    let _ = frames.end();
});
