//! A hub takes the first team that comes, and every further one only with a token.

use super::outcome;
use nabij_hub::{StoreAt, admit, system_clock};
use support::{PASSPHRASE, Stage, nabij};

#[test]
fn a_second_team_needs_a_token() {
    let stage = Stage::new();
    let hub = stage.hub();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", Some(&hub.url()));
    fatima.shares();

    let sanne = stage.laptop("sanne");
    sanne.founds("Wijkteam Zuid", "Sanne", Some(&hub.url()));
    sanne.records(None, "Eerste avond van het wijkteam.");
    let status = sanne.syncs();
    assert_eq!(outcome(&status), "hubRefused");
    assert_eq!(status["state"], "error");
    assert_eq!(sanne.street()[0]["share"], "waiting");
    assert_eq!(sanne.street().len(), 1);

    let home = stage.folder("script");
    let init = [
        "init",
        "--team",
        "Wijkteam Zuid",
        "--name",
        "Sanne",
        "--role",
        "coach",
        "--hub",
    ];
    let ended = nabij(&home, PASSPHRASE, &[&init[..], &[&hub.url()]].concat());
    assert_eq!(ended.code, Some(29), "{ended:?}");

    let token = admit(&StoreAt::Folder(stage.folder("hub")), system_clock()()).expect("a token");
    let with_token = format!("{}#{token}", hub.url());
    let wrong = format!("{}#{}", hub.url(), token.chars().rev().collect::<String>());
    sanne.does("set_hub", serde_json::json!({ "hub": wrong }));
    assert_eq!(outcome(&sanne.syncs()), "hubRefused");
    sanne.does("set_hub", serde_json::json!({ "hub": with_token }));
    sanne.shares();
    assert_eq!(sanne.street()[0]["share"], "shared");
    // Once: the same token takes no third team.
    let kees = stage.laptop("kees");
    kees.founds("Jongerenteam West", "Kees", Some(&with_token));
    assert_eq!(outcome(&kees.syncs()), "hubRefused");
    // The first team has nothing of the second, nor the other way round.
    fatima.shares();
    assert_eq!((fatima.finds("wijkteam"), sanne.finds("noord")), (0, 0));
    sanne.shares();
}
