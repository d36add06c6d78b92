//! Invitations that are mistyped, used, expired, or not known to the hub (yet).

use super::outcome;
use nabij_app::Clock;
use nabij_hub::system_clock;
use serde_json::json;
use std::sync::Arc;
use support::{HubProcess, Laptop, PASSPHRASE, Stage, nabij};

const NINE_DAYS: i64 = 9 * 24 * 3_600_000;

/// Answers an invitation, and says why it does not do.
fn refuses(laptop: &Laptop, invitation: &str) -> String {
    let request = json!({ "invitation": invitation, "name": "Daan" });
    let code = laptop.fails("join_team", request);
    assert_eq!(
        laptop.does("read_team", json!({}))["standing"],
        "none",
        "free for another invitation"
    );
    format!("{code:?}")
}

fn join(stage: &Stage, name: &str, invitation: &str) -> Option<i32> {
    nabij(
        &stage.folder(name),
        PASSPHRASE,
        &["join", invitation, "--name", "Daan"],
    )
    .code
}

#[test]
fn mistyped_and_used_ones_are_refused_each_by_its_name() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, _bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let invitation = fatima.invites("coach");
    fatima.shares();
    let daan = stage.laptop("daan");
    daan.makes_vault();

    let mut mistyped = invitation.clone();
    let swapped = if mistyped.pop() == Some('7') {
        '8'
    } else {
        '7'
    };
    mistyped.push(swapped);
    for bad in [
        mistyped.as_str(),
        invitation.split_at(invitation.len() / 2).0,
        "hallo",
        "",
    ] {
        assert_eq!(refuses(&daan, bad), "InvitationInvalid");
    }
    assert_eq!(join(&stage, "script", &mistyped), Some(25));

    // Whoever comes first has it, admitted or not yet.
    let eva = stage.laptop("eva");
    assert_eq!(eva.joins(&invitation, "Eva")["standing"], "waiting");
    assert_eq!(refuses(&daan, &invitation), "InvitationUsed");
    assert_eq!(join(&stage, "script", &invitation), Some(27));
    fatima.shares();
    eva.shares();
    assert_eq!(refuses(&daan, &invitation), "InvitationUsed");
    assert_eq!(eva.does("read_team", json!({}))["standing"], "member");

    // With a good one the same laptop is welcome.
    let another = fatima.invites("coach");
    daan.does(
        "join_team",
        json!({ "invitation": another, "name": "Daan" }),
    );
    fatima.shares();
    daan.shares();
    assert_eq!(daan.does("read_team", json!({}))["standing"], "member");
}

#[test]
fn an_expired_one_is_refused_by_the_hubs_clock_and_not_by_the_newcomers() {
    let stage = Stage::new();
    let clock = Clock::hand(Clock::system().now());
    let hands = clock.clone();
    let told = Arc::new(move || {
        let mut now = system_clock()();
        now.0 = hands.now();
        now
    });
    let hub = HubProcess::start_with(&stage.folder("hub"), told);
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(&hub.url()));
    let invitation = fatima.invites("coach");
    fatima.shares();

    // A newcomer whose clock is wrong is not kept out by it.
    let eva = stage.laptop("eva");
    eva.clock().advance(NINE_DAYS);
    eva.joins(&fatima.invites("coach"), "Eva");
    fatima.shares();
    eva.shares();
    assert_eq!(eva.does("read_team", json!({}))["standing"], "member");

    clock.advance(NINE_DAYS);
    let daan = stage.laptop("daan");
    daan.makes_vault();
    assert_eq!(refuses(&daan, &invitation), "InvitationExpired");
    assert_eq!(join(&stage, "script", &invitation), Some(26));
}

#[test]
fn one_that_the_hub_does_not_know_yet_waits_until_it_does() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(&hub.url()));
    fatima.shares();
    hub.stop();
    let made = fatima.does("invite_colleague", json!({ "role": "coach" }));
    assert_eq!(
        made["hubKnows"], false,
        "she is told that it has to be shared first"
    );
    let invitation = made["invitation"].as_str().expect("a code");
    let daan = stage.laptop("daan");
    assert_eq!(
        daan.joins(invitation, "Daan")["standing"],
        "waiting",
        "offline: kept and tried later"
    );
    assert_eq!(outcome(&daan.syncs()), "offline");

    hub.start_again();
    assert_eq!(outcome(&daan.syncs()), "invitationUnknown");
    assert_eq!(join(&stage, "script", invitation), Some(28));
    fatima.shares();
    daan.syncs();
    fatima.shares();
    daan.shares();
    assert_eq!(daan.does("read_team", json!({}))["standing"], "member");
}
