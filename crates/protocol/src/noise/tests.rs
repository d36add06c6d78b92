use super::*;

fn channels() -> (Channel, Channel) {
    let mut laptop = Handshake::initiator(&[1; 32]).unwrap();
    let mut hub = Handshake::responder(&[2; 32]).unwrap();
    hub.read(&laptop.write().unwrap()).unwrap();
    laptop.read(&hub.write().unwrap()).unwrap();
    hub.read(&laptop.write().unwrap()).unwrap();
    (laptop.finish().unwrap(), hub.finish().unwrap())
}

#[test]
fn both_sides_know_each_other_and_the_handshake() {
    let (laptop, hub) = channels();
    assert_eq!(laptop.handshake_hash(), hub.handshake_hash());
    assert_eq!(laptop.their_key(), public_of(&[2; 32]).unwrap());
    assert_eq!(hub.their_key(), public_of(&[1; 32]).unwrap());
    assert_ne!(laptop.handshake_hash(), channels().0.handshake_hash());
}

#[test]
fn messages_of_every_size_arrive_whole_and_in_order() {
    let (mut laptop, mut hub) = channels();
    let sizes = [
        0,
        1,
        SEGMENT_TEXT - 4,
        SEGMENT_TEXT - 3,
        3 * SEGMENT_TEXT,
        MAX_MESSAGE,
    ];
    for size in sizes {
        let message = vec![7; size];
        let frame = laptop.seal(&message).unwrap();
        assert!(frame.len() <= MAX_FRAME);
        assert_eq!(hub.open(&frame).unwrap(), message);
        let answer = hub.seal(b"kept").unwrap();
        assert_eq!(laptop.open(&answer).unwrap(), b"kept");
    }
    assert_eq!(
        laptop.seal(&vec![0; MAX_MESSAGE + 1]),
        Err(Error::TooLarge("message"))
    );
    assert_eq!(
        hub.open(&vec![0; MAX_FRAME + 1]),
        Err(Error::TooLarge("frame"))
    );
}

#[test]
fn an_altered_cut_or_repeated_frame_breaks_the_channel() {
    let (mut laptop, mut hub) = channels();
    let mut frame = laptop.seal(b"Griftpark, 23:40").unwrap();
    *frame.last_mut().unwrap() ^= 1;
    assert_eq!(hub.open(&frame), Err(Error::Channel));

    // Cut between two Noise messages, where each part by itself is genuine.
    let (mut laptop, mut hub) = channels();
    let frame = laptop.seal(&vec![7; 2 * SEGMENT_TEXT]).unwrap();
    assert_eq!(hub.open(&frame[..2 + MAX_SEGMENT]), Err(Error::Channel));

    let (mut laptop, mut hub) = channels();
    let frame = laptop.seal(b"once").unwrap();
    assert!(hub.open(&frame).is_ok());
    assert_eq!(hub.open(&frame), Err(Error::Channel));
    assert_eq!(hub.open(&[]), Err(Error::Channel));
}

#[test]
fn a_handshake_out_of_turn_or_of_garbage_fails() {
    let mut laptop = Handshake::initiator(&[1; 32]).unwrap();
    let mut hub = Handshake::responder(&[2; 32]).unwrap();
    assert!(hub.write().is_err());
    assert!(hub.read(b"GET / HTTP/1.1").is_err());
    laptop.write().unwrap();
    assert!(laptop.write().is_err());
    assert!(!laptop.finished());
    assert_eq!(laptop.finish().err(), Some(Error::Channel));
}

#[test]
fn debug_output_shows_no_keys() {
    let (laptop, _) = channels();
    assert_eq!(format!("{laptop:?}"), "Channel { .. }");
}
