//! Several hub processes over one PostgreSQL database: to a laptop they are one hub.

use super::laptop::{Laptop, Live};
use super::postgres::Postgres;
use super::sharing::two;
use super::wire::Wire;
use super::{DAY, HandClock, any_port};
use nabij_hub::{Hub, Running, StoreAt};
use nabij_protocol::id::Millis;
use nabij_protocol::message::{Message, Refusal};
use std::net::SocketAddr;

/// A hub over the database.
async fn hub(at: &StoreAt) -> Running {
    Hub::over(at, None, HandClock::default().clock())
        .unwrap()
        .start(any_port())
        .await
        .unwrap()
}

/// Connects and goes on until all is even.
async fn live(laptop: &mut Laptop, hub: SocketAddr) -> Live {
    let (wire, _) = Wire::connect(hub, laptop).await.unwrap();
    let (mut live, caught_up) = laptop.go_live(wire).await.unwrap();
    if !caught_up {
        laptop.until_caught_up(&mut live).await.unwrap();
    }
    live
}

/// Shares what was written and waits for the hub's receipts.
async fn push(laptop: &mut Laptop, live: &mut Live) {
    laptop.share(live).await.unwrap();
    while !laptop.unreceipted().is_empty() {
        laptop.step(live).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hubs_over_one_database_are_one_hub() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let at: StoreAt = server.database().parse().unwrap();
    let (one, other) = (hub(&at).await, hub(&at).await);
    assert_eq!(one.id(), other.id());
    let (mut fatima, mut bram, space) = two(one.address()).await;

    // What goes in at one is heard by a laptop at the other, which does not ask.
    let mut at_other = live(&mut bram, other.address()).await;
    fatima.change(space, "sealed: Griftpark");
    fatima.sync(one.address()).await.unwrap();
    while bram.vectors() != fatima.vectors() {
        bram.step(&mut at_other).await.unwrap();
    }
    // Also who holds what, in the order in which it came.
    let mut at_one = live(&mut fatima, one.address()).await;
    bram.change(space, "sealed: morgen bellen");
    bram.share(&mut at_other).await.unwrap();
    while fatima.vectors() != bram.vectors() {
        fatima.step(&mut at_one).await.unwrap();
    }
    while !bram
        .confirmed
        .iter()
        .any(|receipt| receipt.statement.signer == fatima.card().signing)
    {
        bram.step(&mut at_other).await.unwrap();
    }
    // And a space that is opened to him elsewhere, with what is in it.
    let case = fatima.open_space(7);
    fatima.change(case, "sealed: for Bram as well");
    push(&mut fatima, &mut at_one).await;
    fatima.grant(case, bram.member);
    push(&mut fatima, &mut at_one).await;
    while bram
        .vectors()
        .of(&nabij_protocol::id::Scope::Changes(case), &fatima.log())
        == 0
    {
        bram.step(&mut at_other).await.unwrap();
    }
    // Somebody who asks to join at one is announced to the admin at the other.
    fatima.invite(60, Millis(DAY));
    push(&mut fatima, &mut at_one).await;
    let noor = Laptop::newcomer(3, fatima.team);
    let (mut wire, _) = Wire::connect(other.address(), &noor).await.unwrap();
    wire.send(&Message::Join(noor.ask(60))).await;
    assert_eq!(wire.receive().await, Some(Message::Joining));
    fatima.joiners.clear();
    while fatima.joiners.is_empty() {
        fatima.step(&mut at_one).await.unwrap();
    }
    // Who is put out at one is put out at the other, where he is connected.
    fatima.put_out(bram.member, Vec::new());
    push(&mut fatima, &mut at_one).await;
    let out = loop {
        if let Err(refusal) = bram.step(&mut at_other).await {
            break refusal;
        }
    };
    assert_eq!(out, Refusal::PutOut);
    one.stop().await.unwrap();
    other.stop().await.unwrap();
    assert!(nabij_hub::check(&at).unwrap().faults.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_goes_away_and_comes_back_loses_nothing() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let at: StoreAt = server.database().parse().unwrap();
    let running = hub(&at).await;
    let address = running.address();
    let (mut fatima, mut bram, space) = two(address).await;
    let mut live = live(&mut fatima, address).await;

    // A crash between two pushes: the next one finds a new connection.
    server.down();
    server.up();
    fatima.change(space, "sealed: after a crash");
    fatima.share(&mut live).await.unwrap();
    while fatima.receipted != fatima.vectors() {
        fatima.step(&mut live).await.unwrap();
    }
    // While it is away a push is answered with a refusal, and no receipt is given.
    server.down();
    fatima.change(space, "sealed: into the void");
    fatima.share(&mut live).await.unwrap();
    let refused = loop {
        if let Err(refusal) = fatima.step(&mut live).await {
            break refusal;
        }
    };
    assert_eq!(refused, Refusal::CannotStore);
    assert_ne!(fatima.receipted, fatima.vectors());
    assert!(
        super::bad_input::get(address, "/health")
            .await
            .starts_with("HTTP/1.1 503")
    );
    // It comes back, the laptop comes again, and everything is there.
    server.up();
    fatima.sync(address).await.unwrap();
    assert_eq!(fatima.receipted, fatima.vectors());
    bram.sync(address).await.unwrap();
    assert_eq!(bram.vectors(), fatima.vectors());
    // News are heard again as well: by this hub of what another keeps.
    let mut at_one = self::live(&mut bram, address).await;
    let other = hub(&at).await;
    fatima.change(space, "sealed: heard again");
    fatima.sync(other.address()).await.unwrap();
    while bram.vectors() != fatima.vectors() {
        bram.step(&mut at_one).await.unwrap();
    }
    other.stop().await.unwrap();
    running.stop().await.unwrap();
    assert!(nabij_hub::check(&at).unwrap().faults.is_empty());
}
