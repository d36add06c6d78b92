//! Which teams are taken, and who may ask to join one.

use super::laptop::Laptop;
use super::sharing::two;
use super::wire::Wire;
use super::{DAY, HandClock, at, counts, hub};
use nabij_protocol::id::{Millis, Signature};
use nabij_protocol::message::{Have, Message, Refusal, Standing};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_team_is_taken_and_further_ones_with_a_token_once() {
    let folder = tempfile::tempdir().unwrap();
    let clock = HandClock::default();
    let running = hub(folder.path(), &clock).await;
    let address = running.address();
    Laptop::founder(1).sync(address).await.unwrap();

    let mut second = Laptop::founder(2);
    assert_eq!(second.sync(address).await, Err(Refusal::UnknownTeam));
    second.token = Some("GUESSED".to_owned());
    assert_eq!(second.sync(address).await, Err(Refusal::UnknownTeam));
    let token = nabij_hub::admit(&at(folder.path()), clock.clock()()).unwrap();
    second.token = Some(format!(" {} ", token.to_lowercase()));
    second.sync(address).await.unwrap();
    // The second team is known now, with or without its token; a third cannot use it.
    second.token = None;
    second.sync(address).await.unwrap();
    let mut third = Laptop::founder(3);
    third.token = Some(token);
    assert_eq!(third.sync(address).await, Err(Refusal::UnknownTeam));
    third.token = Some(nabij_hub::admit(&at(folder.path()), clock.clock()()).unwrap());
    clock.pass(8 * DAY);
    assert_eq!(third.sync(address).await, Err(Refusal::UnknownTeam));
    assert_eq!(counts(folder.path()), (2, 2));
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_founds_nothing_takes_no_team_in() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let mut lies = Laptop::new(4);
    let space = lies.open_space(1);
    let (mut wire, standing) = Wire::connect(running.address(), &lies).await.unwrap();
    assert_eq!(standing, Standing::Founder);
    wire.send(&Message::Have(Have::default())).await;
    assert_eq!(wire.receive().await, Some(Message::Hold(Vec::new())));
    let page = Message::Page(vec![lies.own_run(nabij_protocol::id::Scope::Space(space))]);
    assert_eq!(wire.refused(&page).await, Refusal::NotAllowed);
    // Another's founding does not make one a member.
    let fatima = Laptop::founder(1);
    let thief = Laptop::newcomer(5, fatima.team);
    let (mut wire, _) = Wire::connect(running.address(), &thief).await.unwrap();
    wire.send(&Message::Have(Have::default())).await;
    assert_eq!(wire.receive().await, Some(Message::Hold(Vec::new())));
    let page = Message::Page(vec![fatima.own_run(nabij_protocol::id::Scope::Team)]);
    assert_eq!(wire.refused(&page).await, Refusal::NotAllowed);
    assert_eq!(counts(folder.path()), (0, 0));
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_refusal_of_a_request_to_join() {
    let folder = tempfile::tempdir().unwrap();
    let clock = HandClock::default();
    let running = hub(folder.path(), &clock).await;
    let address = running.address();
    let mut fatima = Laptop::founder(1);
    fatima.invite(50, Millis(7 * DAY));
    fatima.invite(51, Millis(DAY));
    fatima.sync(address).await.unwrap();
    let ask = async |laptop: &Laptop, request| {
        let (mut wire, _) = Wire::connect(address, laptop).await.unwrap();
        wire.refused(&Message::Join(request)).await
    };
    let (bram, noor) = (
        Laptop::newcomer(2, fatima.team),
        Laptop::newcomer(3, fatima.team),
    );
    assert_eq!(ask(&bram, bram.ask(99)).await, Refusal::InvitationUnknown);
    let mut forged = bram.ask(50);
    forged.by_invitation = Signature([1; 64]);
    assert_eq!(ask(&bram, forged).await, Refusal::BadProof);
    assert_eq!(ask(&bram, noor.ask(50)).await, Refusal::BadProof);
    let mut large = Laptop::newcomer(2, fatima.team).ask(50);
    large.ask.sealed_name = vec![0; 5000];
    assert_eq!(ask(&bram, large).await, Refusal::BadProof);

    let (mut wire, _) = Wire::connect(address, &bram).await.unwrap();
    wire.send(&Message::Join(bram.ask(50))).await;
    assert_eq!(wire.receive().await, Some(Message::Joining));
    assert_eq!(ask(&noor, noor.ask(50)).await, Refusal::InvitationUsed);
    clock.pass(2 * DAY);
    assert_eq!(ask(&noor, noor.ask(51)).await, Refusal::InvitationExpired);

    // Asking again is fine, even after the invitation has expired; nothing else is open to him.
    clock.pass(20 * DAY);
    let (mut wire, standing) = Wire::connect(address, &bram).await.unwrap();
    assert_eq!(standing, Standing::Waiting);
    wire.send(&Message::Join(bram.ask(50))).await;
    assert_eq!(wire.receive().await, Some(Message::Joining));
    assert_eq!(
        wire.refused(&Message::Have(Have::default())).await,
        Refusal::NotAllowed
    );

    // He is announced to Fatima at her next connection, and is sent to connect again once admitted.
    fatima.sync(address).await.unwrap();
    assert_eq!(fatima.joiners, vec![bram.ask(50)]);
    let request = fatima.joiners.remove(0);
    fatima.admit(&request.ask);
    fatima.sync(address).await.unwrap();
    assert_eq!(wire.receive().await, None);
    let (_, standing) = Wire::connect(address, &bram).await.unwrap();
    assert_eq!(standing, Standing::Member);
    assert_eq!(ask(&noor, noor.ask(50)).await, Refusal::InvitationUsed);
    running.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_hears_of_a_newcomer_at_once_and_a_coach_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let running = hub(folder.path(), &HandClock::default()).await;
    let address = running.address();
    let (mut fatima, mut bram, _) = two(address).await;
    fatima.invite(60, Millis(DAY));
    fatima.sync(address).await.unwrap();
    let noor = Laptop::newcomer(3, fatima.team);
    fatima.joiners.clear();
    let (wire, _) = Wire::connect(address, &fatima).await.unwrap();
    let (mut live, _) = fatima.go_live(wire).await.unwrap();
    let (mut wire, _) = Wire::connect(address, &noor).await.unwrap();
    wire.send(&Message::Join(noor.ask(60))).await;
    assert_eq!(wire.receive().await, Some(Message::Joining));
    while fatima.joiners.is_empty() {
        fatima.step(&mut live).await.unwrap();
    }
    assert_eq!(fatima.joiners, vec![noor.ask(60)]);
    bram.sync(address).await.unwrap();
    assert!(bram.joiners.is_empty());
    running.stop().await.unwrap();
}
