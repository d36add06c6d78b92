//! Founding, delivering, fetching, receipts, news, and what a restart keeps.

use super::laptop::Laptop;
use super::wire::Wire;
use super::{HandClock, counts, hub};
use nabij_protocol::id::{Millis, Scope, SpaceId};
use nabij_protocol::message::{Have, Message, Refusal, Standing};
use nabij_protocol::record::Cut;
use std::net::SocketAddr;

/// Fatima founds a team and takes Bram in; both have the space.
pub async fn two(address: SocketAddr) -> (Laptop, Laptop, SpaceId) {
    let mut fatima = Laptop::founder(1);
    let space = fatima.open_space(1);
    // Some hubs have a clock of their own, others the system's.
    fatima.invite(50, Millis(i64::MAX));
    fatima.sync(address).await.unwrap();
    let mut bram = Laptop::newcomer(2, fatima.team);
    let (mut wire, standing) = Wire::connect(address, &bram).await.unwrap();
    assert_eq!(standing, Standing::Stranger);
    wire.send(&Message::Join(bram.ask(50))).await;
    assert_eq!(wire.receive().await, Some(Message::Joining));
    wire.close().await;
    let ask = bram.ask(50).ask;
    fatima.admit(&ask);
    fatima.grant(space, ask.member);
    fatima.sync(address).await.unwrap();
    bram.sync(address).await.unwrap();
    (fatima, bram, space)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_delivers_and_gets_receipts_for_everything() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let mut fatima = Laptop::founder(1);
    let space = fatima.open_space(1);
    for number in 0..300 {
        fatima.change(space, &format!("{number}: {}", "sealed ".repeat(400)));
    }
    fatima.sync(running.address()).await.unwrap();
    assert_eq!(fatima.receipted, fatima.vectors());
    let signer = fatima.receipts[0].statement.signer;
    assert_eq!(nabij_protocol::id::HubId::of(&signer), running.id());
    // Nothing new: nothing is sent, and it is known at once.
    let before = fatima.receipts.len();
    fatima.sync(running.address()).await.unwrap();
    assert_eq!(fatima.receipts.len(), before);
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_fetches_everything_and_hears_news_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let (mut fatima, mut bram, space) = two(running.address()).await;
    assert_eq!(bram.logs.len(), fatima.logs.len());

    let (wire, _) = Wire::connect(running.address(), &bram).await.unwrap();
    let (mut live, caught_up) = bram.go_live(wire).await.unwrap();
    if !caught_up {
        bram.until_caught_up(&mut live).await.unwrap();
    }
    fatima.change(space, "sealed: Griftpark");
    fatima.sync(running.address()).await.unwrap();
    while bram.vectors() != fatima.vectors() {
        bram.step(&mut live).await.unwrap();
    }
    // And the other way, over the connection that stands open. The key row travels along.
    bram.change(space, "sealed: morgen bellen");
    if !bram.share(&mut live).await.unwrap() {
        bram.until_caught_up(&mut live).await.unwrap();
    }
    fatima.sync(running.address()).await.unwrap();
    let scope = Scope::Changes(space);
    assert_eq!(fatima.run(scope, bram.log(), 0), bram.own_run(scope));
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_is_for_its_holders_only() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let (mut fatima, mut bram, _) = two(running.address()).await;
    let closed = fatima.open_space(2);
    fatima.change(closed, "sealed, and not for Bram");
    fatima.sync(running.address()).await.unwrap();
    bram.sync(running.address()).await.unwrap();
    assert!(
        bram.logs
            .keys()
            .all(|(scope, _)| scope.space() != Some(closed))
    );

    // Nor may he write into it, or deliver records of it.
    bram.change(closed, "sealed, and not allowed");
    let (mut wire, _) = Wire::connect(running.address(), &bram).await.unwrap();
    wire.send(&Message::Have(Have::default())).await;
    while !matches!(wire.receive().await, Some(Message::Hold(_))) {}
    let page = Message::Page(vec![bram.own_run(Scope::Changes(closed))]);
    assert_eq!(wire.refused(&page).await, Refusal::NotAllowed);
    let page = Message::Page(vec![fatima.own_run(Scope::Space(closed))]);
    assert_eq!(wire.refused(&page).await, Refusal::NotAllowed);
    // The connection stands: a grant reaches him over it.
    fatima.grant(closed, bram.member);
    fatima.sync(running.address()).await.unwrap();
    loop {
        match wire.receive().await {
            Some(Message::Hold(hold)) if hold.iter().any(|(s, _)| s.space() == Some(closed)) => {
                break;
            }
            Some(_) => {}
            None => panic!("the connection ended"),
        }
    }
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_put_out_is_told_and_let_in_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let (mut fatima, mut bram, space) = two(running.address()).await;
    bram.change(space, "sealed, before");
    bram.sync(running.address()).await.unwrap();
    fatima.sync(running.address()).await.unwrap();
    let (wire, _) = Wire::connect(running.address(), &bram).await.unwrap();
    let (mut live, caught_up) = bram.go_live(wire).await.unwrap();
    if !caught_up {
        bram.until_caught_up(&mut live).await.unwrap();
    }
    let scope = Scope::Changes(space);
    fatima.put_out(
        bram.member,
        vec![Cut {
            scope,
            log: bram.log(),
            number: 1,
        }],
    );
    fatima.sync(running.address()).await.unwrap();
    assert_eq!(bram.until_caught_up(&mut live).await, Err(Refusal::PutOut));
    assert_eq!(
        Wire::connect(running.address(), &bram).await.err(),
        Some(Refusal::PutOut)
    );

    // What he wrote after the cut is not taken from others either; what he wrote before is.
    bram.change(space, "sealed, after");
    let (mut wire, _) = Wire::connect(running.address(), &fatima).await.unwrap();
    wire.send(&Message::Have(Have::default())).await;
    while !matches!(wire.receive().await, Some(Message::Hold(_))) {}
    let page = Message::Page(vec![bram.own_run(scope)]);
    assert_eq!(wire.refused(&page).await, Refusal::NotAllowed);
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_keeps_everything_and_an_emptied_hub_is_filled_again() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let id = running.id();
    let (mut fatima, mut bram, space) = two(running.address()).await;
    bram.change(space, "sealed");
    bram.sync(running.address()).await.unwrap();
    running.stop().await.unwrap();
    assert!(
        !folder.path().join("hub.db-wal").exists(),
        "one file is left"
    );

    let running = hub(folder.path(), &HandClock::default()).await;
    assert_eq!(running.id(), id);
    fatima.sync(running.address()).await.unwrap();
    assert_eq!(fatima.vectors(), bram.vectors());
    running.stop().await.unwrap();

    // Another hub without any data: whoever comes first brings everything back, founder or not.
    let empty = tempfile::tempdir().unwrap();
    let running = hub(empty.path(), &HandClock::default()).await;
    bram.receipted = Default::default();
    bram.sync(running.address()).await.unwrap();
    assert_eq!(bram.receipted, bram.vectors());
    // And who then has nothing to send still gets a receipt for her own.
    fatima.receipted = Default::default();
    fatima.sync(running.address()).await.unwrap();
    assert_eq!(counts(empty.path()), counts(folder.path()));
    running.stop().await.unwrap();
}
