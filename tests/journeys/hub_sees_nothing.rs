//! Words that nobody but the team may read, searched in everything that is written down anywhere: the hub's
//! folder, both laptops' folders, the temporary folder, and the logs of the real programs.

use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use support::{
    HubProgram, RpcProcess, Stage, contains, files_in, places_of, program, run, words_in,
};

const PASSPHRASE: &str = "zeehond-trapleer-mosterd-veulen-kwartel-speeltuin-oorbel";
const TEAM: &str = "Straatteam Zilvermeeuw";
const FOUNDER: &str = "Fatimazohra";
const NEWCOMER: &str = "Brambertus";
const CASE: &str = "Gezin Kornoelje";
const TEXT: &str = "Slaapt in de Zwaluwkelder bij zijn neef.";
const NOTE: &str = "Huisarts Vlasbloem belt terug.";
const SUMMARY: &str = "Waar we staan: Hommelschool begint in maart.";
const DRAFT: &str = "Nog niet af: Distelvink.";
const PLACE: &str = "Griftparkhoekje";
const NICKNAME: &str = "Stuiterballetje";

/// Whole texts, and the rare words in them.
const WORDS: [&str; 18] = [
    PASSPHRASE,
    "trapleer",
    "veulen",
    TEAM,
    "Zilvermeeuw",
    FOUNDER,
    NEWCOMER,
    CASE,
    "Kornoelje",
    TEXT,
    "Zwaluwkelder",
    NOTE,
    "Vlasbloem",
    SUMMARY,
    "Hommelschool",
    "Distelvink",
    PLACE,
    NICKNAME,
];

struct Scene {
    stage: Stage,
    hub: HubProgram,
}

impl Scene {
    fn laptop(&self, name: &str) -> RpcProcess {
        let temporary = self.stage.folder("tmp");
        std::fs::create_dir_all(&temporary).expect("a folder");
        let temporary = temporary.display().to_string();
        let variables = [
            ("NABIJ_LOG", "trace"),
            ("TMPDIR", &temporary),
            ("SQLITE_TMPDIR", &temporary),
        ];
        let mut laptop = RpcProcess::start_with(&self.stage.folder(name), &variables);
        laptop.does("create_vault", json!({ "passphrase": PASSPHRASE }));
        laptop
    }

    fn nothing_is_written_down(&self, when: &str, invitation: &str) {
        let folder = self.stage.path();
        assert_eq!(places_of(&WORDS, folder), [""; 0], "{when}");
        assert_eq!(
            places_of(&[invitation, &invitation.replace('-', "")], folder),
            [""; 0],
            "{when}"
        );
        let secret = secret_of(invitation);
        for file in files_in(folder) {
            let bytes = std::fs::read(&file).unwrap_or_default();
            assert!(
                !contains(&bytes, &secret),
                "{when}: the invitation's secret in a file"
            );
        }
    }
}

/// The 16 secret bytes of an invitation: before the date (9 bytes) and the checksum (4) at its end.
fn secret_of(invitation: &str) -> Vec<u8> {
    let mut letters = data_encoding::Specification::new();
    letters.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    let letters = letters.encoding().expect("an alphabet");
    let text = invitation.replace('-', "");
    let body = text.strip_prefix("NABIJ").expect("an invitation");
    let bytes = letters.decode(body.as_bytes()).expect("base 32");
    let end = bytes.len() - 4 - 9;
    assert_eq!(
        (bytes[end - 17], bytes[end]),
        (0x50, 0x1b),
        "the form of invitations has changed"
    );
    bytes[end - 16..end].to_vec()
}

fn write_everything(fatima: &mut RpcProcess, member: &str) -> String {
    let case = fatima.does("open_case", json!({ "name": CASE, "with": [member] }));
    let case = case["id"].as_str().expect("an id").to_owned();
    let question = json!({ "caseId": case, "limit": 10, "before": null });
    let moment = json!({
        "people": [{ "caseId": case, "nickname": NICKNAME }], "kind": "signal", "text": TEXT,
        "at": 1_790_000_000_000_i64, "place": PLACE,
    });
    fatima.does("record_contact_moment", moment);
    fatima.does("record_case_note", json!({ "caseId": case, "text": NOTE }));
    let summary = fatima.does("read_case", question)["summary"]["version"].clone();
    let request = json!({ "caseId": case, "version": summary, "text": SUMMARY });
    fatima.does("edit_summary", request);
    let draft = json!({
        "people": [{ "caseId": case, "nickname": NICKNAME }], "kind": "other", "text": DRAFT, "at": null, "place": PLACE,
    });
    fatima.does("save_draft", json!({ "draft": draft }));
    fatima.does(
        "save_settings",
        json!({ "language": "nl", "theme": "night", "density": "compact" }),
    );
    // What fails is logged, and must be logged without what was asked.
    fatima.fails(
        "edit_case",
        json!({ "caseId": case, "version": CASE, "name": TEXT }),
    );
    fatima.fails(
        "join_team",
        json!({ "invitation": NICKNAME, "name": NEWCOMER }),
    );
    fatima.fails("set_hub", json!({ "hub": PLACE }));
    fatima.fails("record_case_note", json!({ "caseId": NOTE, "text": "" }));
    case
}

fn shared(status: &Value) -> bool {
    status["state"] == "shared"
}

#[test]
fn no_file_and_no_log_holds_a_word_of_it() {
    let stage = Stage::new();
    let hub = HubProgram::start(&stage.folder("hub"));
    let mut scene = Scene { stage, hub };
    let (mut fatima, mut bram) = (scene.laptop("fatima"), scene.laptop("bram"));
    let founding =
        json!({ "teamName": TEAM, "name": FOUNDER, "role": "coach", "hub": scene.hub.url() });
    fatima.does("found_team", founding);
    fatima.waits_until("sync_status", &json!({}), shared);
    let invitation = fatima.does("invite_colleague", json!({ "role": "familyCoach" }));
    let invitation = invitation["invitation"]
        .as_str()
        .expect("a code")
        .to_owned();
    fatima.waits_until("sync_status", &json!({}), shared);
    bram.does(
        "join_team",
        json!({ "invitation": invitation, "name": NEWCOMER }),
    );
    bram.waits_until("read_team", &json!({}), |team| team["teamName"] == TEAM);
    let team = fatima.waits_until("read_team", &json!({}), |team| {
        team["colleagues"]
            .as_array()
            .is_some_and(|colleagues| colleagues.len() == 2)
    });
    let colleagues = team["colleagues"].as_array().expect("colleagues");
    let member = colleagues
        .iter()
        .find(|colleague| colleague["me"] == false)
        .expect("Bram");
    let case = write_everything(&mut fatima, member["memberId"].as_str().expect("an id"));

    // It is all there for those who may read it: the words were really written.
    let question = json!({ "caseId": case, "limit": 10, "before": null });
    let complete = |file: &Value| {
        file["timeline"]
            .as_array()
            .is_some_and(|items| items.len() == 2)
    };
    bram.waits_until(
        "search",
        &json!({ "query": "hommelschool", "limit": null }),
        |found| found["total"] == 1,
    );
    let file = bram
        .waits_until("read_case", &question, complete)
        .to_string();
    for word in [
        TEXT, NOTE, SUMMARY, CASE, PLACE, NICKNAME, FOUNDER, NEWCOMER,
    ] {
        assert!(file.contains(word), "{word} is not in {file}");
    }
    fatima.waits_until("sync_status", &json!({}), shared);
    bram.waits_until("sync_status", &json!({}), shared);

    assert!(
        files_in(scene.stage.path())
            .iter()
            .any(|file| file.ends_with("nabij.db-wal"))
    );
    scene.nothing_is_written_down("while all run", &invitation);
    let logs = [
        fatima.leaves(),
        bram.leaves(),
        scene.hub.leaves(),
        searched(&scene.stage.folder("bram")),
    ];
    scene.nothing_is_written_down("after all have stopped", &invitation);
    for (log, who) in logs.iter().zip(["fatima", "bram", "hub", "search"]) {
        assert!(!log.is_empty(), "{who} wrote no log, so nothing was tested");
        assert_eq!(words_in(&WORDS, log), [""; 0], "in the log of {who}");
        assert_eq!(
            words_in(&[&invitation], log),
            [""; 0],
            "in the log of {who}"
        );
        assert!(
            !contains(log, &secret_of(&invitation)),
            "in the log of {who}"
        );
    }

    // And the search would have found them.
    std::fs::write(
        scene.stage.folder("hub").join("leak"),
        format!("..{TEXT}.."),
    )
    .expect("a file");
    assert_eq!(
        places_of(&WORDS, scene.stage.path()).len(),
        2,
        "the whole text and its rare word"
    );
}

/// The log of a search by a script.
fn searched(home: &Path) -> Vec<u8> {
    let mut command = Command::new(program("nabij"));
    command
        .arg("--home")
        .arg(home)
        .args(["search", "Zwaluwkelder"]);
    let found = run(command
        .env("NABIJ_PASSPHRASE", PASSPHRASE)
        .env("NABIJ_LOG", "trace"));
    assert_eq!(found.code, Some(0), "{found:?}");
    assert!(found.said.contains("Zwaluwkelder"), "{found:?}");
    let mut command = Command::new(program("nabij"));
    command
        .arg("--home")
        .arg(home)
        .args(["moment", "add", "--case", "00", "--text", TEXT]);
    let refused = run(command
        .env("NABIJ_PASSPHRASE", PASSPHRASE)
        .env("NABIJ_LOG", "trace"));
    assert_ne!(refused.code, Some(0), "{refused:?}");
    [found.aside, refused.aside].concat().into_bytes()
}
