use super::*;
use nabij_protocol::long_poll::frames;

/// Longer than a test takes.
const LONG: Duration = Duration::from_secs(60);

fn frame(byte: u8) -> Vec<u8> {
    vec![byte; 3]
}

async fn fetched(polled: &Polled, have: u64) -> Vec<Vec<u8>> {
    frames(&polled.fetch(have, LONG).await.unwrap()).unwrap()
}

async fn taken(hears: &mut mpsc::Receiver<Option<Heard>>) -> Vec<u8> {
    match hears.recv().await {
        Some(Some(Heard::Frame(frame))) => frame,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_not_confirmed_is_given_again_and_what_is_confirmed_is_not() {
    let (polled, _hears) = Polled::new();
    polled.put(frame(1)).await;
    polled.put(frame(2)).await;
    assert_eq!(fetched(&polled, 0).await, [frame(1), frame(2)]);
    // The response was lost.
    assert_eq!(fetched(&polled, 0).await, [frame(1), frame(2)]);
    assert_eq!(fetched(&polled, 1).await, [frame(2)]);
    // A request from before, which lay about somewhere, does no harm.
    assert_eq!(polled.fetch(0, LONG).await, Err(Unmet::OutOfStep));
    assert_eq!(polled.fetch(3, LONG).await, Err(Unmet::OutOfStep));
    assert_eq!(fetched(&polled, 1).await, [frame(2)]);
}

#[tokio::test]
async fn what_comes_twice_is_taken_once_and_nothing_is_skipped() {
    let (polled, mut hears) = Polled::new();
    assert_eq!(polled.bring(0, vec![frame(1), frame(2)]).await, Ok(()));
    assert_eq!(
        polled.bring(0, vec![frame(1), frame(2), frame(3)]).await,
        Ok(())
    );
    assert_eq!(polled.bring(4, vec![frame(5)]).await, Err(Unmet::OutOfStep));
    for byte in 1..=3 {
        assert_eq!(taken(&mut hears).await, frame(byte));
    }
    assert!(hears.try_recv().is_err());
}

#[tokio::test]
async fn a_request_given_up_halfway_has_brought_whole_frames() {
    let (polled, mut hears) = Polled::new();
    let many: Vec<_> = (0..10).map(frame).collect();
    // Room for four: the fifth waits, and the laptop hangs up.
    let bringing = polled.bring(0, many.clone());
    let given_up = timeout(Duration::ZERO, bringing).await;
    assert!(given_up.is_err());
    let (polled, again) = (Arc::clone(&polled), many.clone());
    let bringing = tokio::spawn(async move { polled.bring(0, again).await });
    for wanted in many {
        assert_eq!(taken(&mut hears).await, wanted);
    }
    assert_eq!(bringing.await.unwrap(), Ok(()));
    assert!(hears.try_recv().is_err());
}

#[tokio::test]
async fn a_quiet_line_answers_with_nothing_and_a_newer_request_ends_an_older() {
    let (polled, mut hears) = Polled::new();
    assert_eq!(polled.fetch(0, Duration::ZERO).await, Ok(vec![]));
    assert!(matches!(hears.recv().await, Some(Some(Heard::Alive))));
    let older = tokio::spawn({
        let polled = Arc::clone(&polled);
        async move { fetched(&polled, 0).await }
    });
    // It has asked when it has said that it is there.
    assert!(matches!(hears.recv().await, Some(Some(Heard::Alive))));
    let newer = tokio::spawn({
        let polled = Arc::clone(&polled);
        async move { fetched(&polled, 0).await }
    });
    assert_eq!(older.await.unwrap(), [[0_u8; 0]; 0]);
    polled.put(frame(1)).await;
    assert_eq!(newer.await.unwrap(), [frame(1)]);
}

#[tokio::test]
async fn a_laptop_that_does_not_fetch_fills_a_bounded_space() {
    let (polled, _hears) = Polled::new();
    for _ in 0..UNCONFIRMED.0 {
        polled.put(frame(1)).await;
    }
    let waiting = timeout(Duration::ZERO, polled.put(frame(2))).await;
    assert!(waiting.is_err(), "no room");
    assert_eq!(
        polled.fetch(1, LONG).await.map(|body| body.is_empty()),
        Ok(false)
    );
    polled.put(frame(2)).await;
}

#[tokio::test]
async fn the_last_frames_come_before_the_end() {
    let lines = Lines::default();
    let id = [7; 16];
    let mut line = lines.open(id).unwrap();
    assert!(lines.open(id).is_none(), "one line with one id");
    let polled = lines.get(&id).unwrap();
    line.send(frame(1)).unwrap();
    let closing = tokio::spawn(line.close(1008, "refused"));
    assert_eq!(fetched(&polled, 0).await, [frame(1)]);
    assert_eq!(polled.fetch(1, LONG).await, Err(Unmet::Over));
    closing.await.unwrap();
    assert_eq!(polled.bring(0, vec![frame(9)]).await, Err(Unmet::Over));
    lines.remove(&id);
    assert!(lines.get(&id).is_none());
}
