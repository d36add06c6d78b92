//! Networks that let less through than the one at home: no WebSocket, answers that get lost, a proxy on the way.

use data_encoding::BASE64;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};
use support::{
    HubProcess, Laptop, Middlebox, PASSPHRASE, Policy, Proxy, RpcProcess, Stage, contains,
    nabij_with, say,
};

use nabij_app::Changed;

/// Longer than this is a fault, on however busy a machine.
const BOUND: Duration = Duration::from_secs(5);
/// A hub as it is known outside; nobody but the proxy on stage can find it.
const HUB: &str = "ws://hub.noord.example:8787";
const CREDENTIALS: &str = "straatteam:zeepkist";

/// Waits until Bram's laptop, told of a change, reads as many contact moments of the case.
fn reads_within_bound(bram: &Laptop, news: &Receiver<Changed>, case: &str, count: usize) {
    let until = Instant::now() + BOUND;
    let read = || {
        bram.call(
            "read_case",
            json!({ "caseId": case, "limit": 500, "before": null }),
        )
    };
    while read().map_or(0, |file| {
        file["timeline"].as_array().expect("a timeline").len()
    }) < count
    {
        let left = until.saturating_duration_since(Instant::now());
        news.recv_timeout(left).expect("it comes within the bound");
    }
}

/// Two laptops on one line each, which goes through a network that lets no WebSocket through.
struct Scene {
    fatima: Laptop,
    bram: Laptop,
    case: String,
    /// What Bram's laptop announces.
    news: Receiver<Changed>,
    network: Middlebox,
    _hub: HubProcess,
    _stage: Stage,
}

impl Scene {
    fn set() -> Scene {
        let stage = Stage::new();
        let hub = stage.hub();
        let network = Middlebox::before(hub.address());
        let [fatima, bram] = stage.team(&network.url(), ["Fatima", "Bram"]);
        let case = fatima.opens_case("Gezin K.", &["Bram"]);
        let news = bram.app().subscribe();
        fatima.app().start_sync();
        bram.app().start_sync();
        Scene {
            fatima,
            bram,
            case,
            news,
            network,
            _hub: hub,
            _stage: stage,
        }
    }
}

#[test]
fn two_laptops_share_where_no_web_socket_gets_through() {
    let scene = Scene::set();
    let Scene {
        network,
        fatima,
        bram,
        case,
        news,
        ..
    } = &scene;
    let mut waits = Vec::new();
    for count in 1..=10 {
        fatima.records(Some(case), &format!("Gesprek {count} bij de halfpipe."));
        let saved = Instant::now();
        reads_within_bound(bram, news, case, count);
        waits.push(saved.elapsed());
    }
    waits.sort();
    say(&format!(
        "by plain requests from saved here to read there, 10 times: median {:.1?}, longest {:.1?}",
        waits[5], waits[9]
    ));
    assert_eq!(fatima.syncs()["state"], "shared");
    assert_eq!(network.refused(), 2, "each laptop tried a WebSocket once");
    assert_eq!(fatima.finds_wrong(), [""; 0]);

    // Paused means that nothing goes, and going on that everything does.
    fatima.does("pause_sync", json!({ "paused": true }));
    fatima.records(Some(case), "Tijdens de pauze.");
    assert_eq!(fatima.syncs()["state"], "paused");
    assert_eq!(bram.reads(case).len(), 10);
    fatima.does("pause_sync", json!({ "paused": false }));
    reads_within_bound(bram, news, case, 11);
    assert_eq!(network.refused(), 2, "plain requests are remembered");

    // Later that evening a WebSocket is tried again.
    fatima.clock().advance(11 * 60 * 1000);
    fatima.does("pause_sync", json!({ "paused": true }));
    fatima.does("pause_sync", json!({ "paused": false }));
    network.has_refused(3);
    fatima.records(Some(case), "Na middernacht.");
    reads_within_bound(bram, news, case, 12);
}

#[test]
fn a_network_that_hangs_up_once_the_web_socket_is_open_is_no_obstacle_either() {
    let stage = Stage::new();
    let hub = stage.hub();
    let network = Middlebox::before(hub.address());
    network.hangs_up_later();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(&network.url()));
    fatima.records(None, "Rustig op het plein.");
    fatima.shares();
    assert_eq!((network.refused(), network.opened()), (1, 1));
}

#[test]
fn answers_that_get_lost_lose_nothing_and_double_nothing() {
    let scene = Scene::set();
    let Scene {
        network,
        fatima,
        bram,
        case,
        news,
        ..
    } = &scene;
    fatima.records(Some(case), "Gesprek 0.");
    reads_within_bound(bram, news, case, 1);
    let opened = network.opened();

    network.loses_answers(true);
    for count in 1..=8 {
        fatima.records(Some(case), &format!("Gesprek {count}."));
        reads_within_bound(bram, news, case, count + 1);
    }
    fatima.shares();
    bram.shares();
    assert!(network.lost() >= 8, "{} answers were lost", network.lost());
    assert_eq!(network.opened(), opened, "the same lines went on");
    let mut wanted: Vec<_> = (0..=8).map(|count| format!("Gesprek {count}.")).collect();
    let mut read = bram.reads(case);
    wanted.sort();
    read.sort();
    assert_eq!(read, wanted);
    for laptop in [fatima, bram] {
        assert_eq!(laptop.finds_wrong(), [""; 0]);
    }
}

/// A laptop behind the proxy, as a process of its own: its environment names the proxy.
fn laptop_behind(proxy: &Proxy, stage: &Stage, name: &str) -> RpcProcess {
    let url = proxy.url_with(CREDENTIALS);
    let variables = [
        ("HTTP_PROXY", &*url),
        ("NO_PROXY", ""),
        ("NABIJ_LOG", "trace"),
    ];
    let mut laptop = RpcProcess::start_with(&stage.folder(name), &variables);
    laptop.does("create_vault", json!({ "passphrase": PASSPHRASE }));
    laptop
}

/// Fatima and Bram, whose network has no other way out than a proxy that wants to know who they are.
fn share_through_a_proxy(stage: &Stage, behind_it: SocketAddr) {
    let words = BASE64.encode(CREDENTIALS.as_bytes());
    let wanted: &'static str = Box::leak(format!("Basic {words}").into_boxed_str());
    let proxy = Proxy::start(behind_it, Policy::Wants(wanted));
    let [mut fatima, mut bram] = ["fatima", "bram"].map(|name| laptop_behind(&proxy, stage, name));
    fatima.does(
        "found_team",
        json!({ "teamName": "Straatteam Noord", "name": "Fatima", "role": "coach", "hub": HUB }),
    );
    let invited = fatima.does("invite_colleague", json!({ "role": "coach" }));
    let shared = |status: &Value| status["state"] == "shared";
    fatima.waits_until("sync_status", &json!({}), shared);
    bram.does(
        "join_team",
        json!({ "invitation": invited["invitation"], "name": "Bram" }),
    );
    bram.waits_until("read_team", &json!({}), |team| team["standing"] == "member");
    fatima.waits_until("read_team", &json!({}), |team| {
        team["colleagues"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one["name"] == "Bram"))
    });
    let now = nabij_app::Clock::system().now();
    let street = json!({ "limit": 50, "before": null });
    let begun = Instant::now();
    fatima.does(
        "record_contact_moment",
        json!({ "people": [], "kind": "conversation", "text": "Achter de proxy.", "at": now, "place": "Griftpark" }),
    );
    bram.waits_until("read_street", &street, |street| {
        street.to_string().contains("Achter de proxy.")
    });
    say(&format!("through a proxy it took {:.1?}", begun.elapsed()));
    let asked = proxy.asked();
    assert!(asked.len() >= 2, "{asked:?}");
    assert!(
        asked.iter().all(|host| host == "hub.noord.example:8787"),
        "{asked:?}"
    );
    for laptop in [fatima, bram] {
        let log = laptop.leaves();
        assert!(!log.is_empty());
        for secret in ["zeepkist", "straatteam:", &words] {
            assert!(!contains(&log, secret.as_bytes()), "{secret} is in the log");
        }
    }
}

#[test]
fn fatima_and_bram_share_through_a_proxy() {
    let stage = Stage::new();
    let hub = stage.hub();
    share_through_a_proxy(&stage, hub.address());
}

#[test]
fn fatima_and_bram_share_through_a_proxy_that_lets_no_web_socket_through() {
    let stage = Stage::new();
    let hub = stage.hub();
    let network = Middlebox::before(hub.address());
    share_through_a_proxy(&stage, network.address());
    assert!(network.refused() >= 2 && network.opened() >= 2);
}

#[test]
fn a_proxy_that_says_no_is_told_from_a_network_that_is_down() {
    let stage = Stage::new();
    let hub = stage.hub();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(HUB));
    fatima.records(None, "Blijft bewaard.");
    fatima.does("lock_vault", json!({}));
    let sync = |proxy: &str| {
        let variables = [("ALL_PROXY", proxy), ("NO_PROXY", "")];
        nabij_with(fatima.home(), PASSPHRASE, &["sync"], &variables)
    };
    let wants = Proxy::start(hub.address(), Policy::Wants("Basic b3RoZXI6b25l"));
    let refuses = Proxy::start(hub.address(), Policy::Refuses);
    let nowhere = Proxy::start(SocketAddr::from(([127, 0, 0, 1], 9)), Policy::Open);
    for (proxy, code, words) in [
        (wants.url(), 47, "wil een naam en een wachtwoord"),
        (
            wants.url_with(CREDENTIALS),
            47,
            "wil een naam en een wachtwoord",
        ),
        (refuses.url(), 48, "laat Nabij niet door"),
        (
            format!("socks5://{CREDENTIALS}@127.0.0.1:9"),
            49,
            "van een soort die Nabij niet kent",
        ),
        (nowhere.url(), 14, ""),
    ] {
        let ended = sync(&proxy);
        assert_eq!(ended.code, Some(code), "{ended:?}");
        let said = format!("{}{}", ended.said, ended.aside);
        assert!(
            said.contains(words) && said.contains("staat veilig"),
            "{said}"
        );
        assert!(!said.contains("zeepkist"), "{said}");
    }
    // A proxy that works, and all has gone; one for what is on this very laptop is not asked.
    let open = Proxy::start(hub.address(), Policy::Open);
    assert_eq!(sync(&open.url()).code, Some(0));
    assert_eq!(open.asked(), ["hub.noord.example:8787"]);
    let here = ["sync", "--hub", &hub.url()];
    let variables = [("ALL_PROXY", &*refuses.url()), ("NO_PROXY", "")];
    let before = refuses.asked().len();
    let ended = nabij_with(fatima.home(), PASSPHRASE, &here, &variables);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(refuses.asked().len(), before);
}
