//! A coach's laptop, driven through the door.

use nabij_app::{App, Clock, Cost, Failure, FailureCode};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The passphrase of every laptop on stage; invented, and searched for in all files by a journey.
pub const PASSPHRASE: &str = "lantaarn-fietspad-druppel-kastanje-zolder-wekker-pannenkoek";

/// A laptop with a folder of its own and a clock that is moved by hand.
pub struct Laptop {
    app: App,
    home: PathBuf,
    clock: Clock,
}

impl Laptop {
    /// A laptop on `home`, which may have been used before. Its clock stands where the hub's is now.
    pub fn new(home: PathBuf) -> Laptop {
        Laptop::with_clock(home, Clock::hand(Clock::system().now()))
    }

    /// As [`Laptop::new`], with a clock of one's own.
    pub fn with_clock(home: PathBuf, clock: Clock) -> Laptop {
        let cost = Cost {
            memory_kib: 8 << 10,
            passes: 1,
            lanes: 1,
        };
        let markers = home.with_extension("markers");
        let app = App::with_cost(home.clone(), markers, clock.clone(), cost);
        Laptop { app, home, clock }
    }

    /// The folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The app itself.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Calls a command.
    ///
    /// # Errors
    /// As the door answers.
    pub fn call(&self, name: &str, request: Value) -> Result<Value, Failure> {
        self.app.call(name, request, Some("journey"))
    }

    /// Calls a command that must do.
    pub fn does(&self, name: &str, request: Value) -> Value {
        self.call(name, request)
            .unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    /// Calls a command that must not do, and says why it did not.
    pub fn fails(&self, name: &str, request: Value) -> FailureCode {
        match self.call(name, request) {
            Ok(_) => panic!("{name} was expected to fail"),
            Err(failure) => failure.code,
        }
    }

    /// Makes the vault.
    pub fn makes_vault(&self) {
        self.does("create_vault", json!({ "passphrase": PASSPHRASE }));
    }

    /// Opens the vault.
    pub fn unlocks(&self) {
        self.does("unlock_vault", json!({ "passphrase": PASSPHRASE }));
    }

    /// Makes a vault and founds a team.
    pub fn founds(&self, team: &str, name: &str, hub: Option<&str>) {
        self.makes_vault();
        let request = json!({ "teamName": team, "name": name, "role": "coach", "hub": hub });
        self.does("found_team", request);
    }

    /// Makes an invitation.
    pub fn invites(&self, role: &str) -> String {
        let invitation = self.does("invite_colleague", json!({ "role": role }));
        invitation["invitation"]
            .as_str()
            .expect("a code")
            .to_owned()
    }

    /// Makes a vault and answers an invitation.
    pub fn joins(&self, invitation: &str, name: &str) -> Value {
        self.makes_vault();
        self.does(
            "join_team",
            json!({ "invitation": invitation, "name": name }),
        )
    }

    /// Shares, and answers in which state that ends.
    pub fn syncs(&self) -> Value {
        self.does("sync_now", json!({}))
    }

    /// Shares until the hub has signed for everything.
    pub fn shares(&self) {
        let status = self.syncs();
        assert_eq!(status["state"], "shared", "sync ended otherwise: {status}");
    }

    /// Opens a case with colleagues by name, and answers its id.
    pub fn opens_case(&self, name: &str, with: &[&str]) -> String {
        let with: Vec<String> = with.iter().map(|name| self.colleague(name)).collect();
        let case = self.does("open_case", json!({ "name": name, "with": with }));
        case["id"].as_str().expect("an id").to_owned()
    }

    /// The member id of the colleague with this name.
    pub fn colleague(&self, name: &str) -> String {
        let team = self.does("read_team", json!({}));
        let colleagues = team["colleagues"].as_array().expect("colleagues");
        let found = colleagues
            .iter()
            .find(|colleague| colleague["name"] == name);
        let found = found.unwrap_or_else(|| panic!("nobody is called that: {team}"));
        found["memberId"].as_str().expect("an id").to_owned()
    }

    /// Records a contact moment and answers its row.
    pub fn records(&self, case: Option<&str>, text: &str) -> Value {
        let people: Vec<Value> = case.iter().map(|case| json!({ "caseId": case })).collect();
        self.records_with(json!(people), text)["rows"][0].clone()
    }

    /// Records a contact moment with several people, and answers all of it.
    pub fn records_with(&self, people: Value, text: &str) -> Value {
        let request = json!({
            "people": people, "kind": "conversation", "text": text,
            "at": self.clock.now(), "place": "Griftpark",
        });
        self.does("record_contact_moment", request)
    }

    /// All texts of a case's timeline, newest first.
    pub fn reads(&self, case: &str) -> Vec<String> {
        let file = self.file(case);
        let timeline = file["timeline"].as_array().expect("a timeline");
        timeline
            .iter()
            .map(|item| item["text"].as_str().expect("a text").to_owned())
            .collect()
    }

    /// A case as `read_case` answers it.
    pub fn file(&self, case: &str) -> Value {
        self.does(
            "read_case",
            json!({ "caseId": case, "limit": 500, "before": null }),
        )
    }

    /// One item of a case's timeline as it is now.
    pub fn item(&self, case: &str, id: &Value) -> Value {
        let file = self.file(case);
        let timeline = file["timeline"].as_array().expect("a timeline");
        let found = timeline.iter().find(|item| item["id"] == *id);
        found
            .unwrap_or_else(|| panic!("there is no {id} in {file}"))
            .clone()
    }

    /// Writes the summary of a case on the version that is here.
    pub fn writes_summary(&self, case: &str, write: impl FnOnce(&str) -> String) {
        let summary = self.file(case)["summary"].clone();
        let text = write(summary["text"].as_str().expect("a text"));
        let request = json!({ "caseId": case, "version": summary["version"], "text": text });
        self.does("edit_summary", request);
    }

    /// The summary of a case.
    pub fn summary(&self, case: &str) -> String {
        self.file(case)["summary"]["text"]
            .as_str()
            .expect("a text")
            .to_owned()
    }

    /// Everything on the street, newest first, a stretch at a time.
    pub fn street(&self) -> Vec<Value> {
        let (mut all, mut before) = (Vec::new(), Value::Null);
        loop {
            let street = self.does("read_street", json!({ "limit": 500, "before": before }));
            let stretch = street["timeline"].as_array().expect("a timeline");
            all.extend(stretch.iter().cloned());
            match stretch.last() {
                Some(last) if street["more"] == true => before = last["at"].clone(),
                _ => return all,
            }
        }
    }

    /// What the look-over finds wrong: checks by name. Nothing, when all is well.
    pub fn finds_wrong(&self) -> Vec<String> {
        let found = self.does("check_vault", json!({}));
        let findings = found["findings"].as_array().expect("findings");
        assert!(findings.len() >= 5, "too little was looked at: {found}");
        let wrong = findings.iter().filter(|finding| finding["ok"] != true);
        wrong
            .map(|finding| finding["check"].as_str().expect("a check").to_owned())
            .collect()
    }

    /// How many hits a search has.
    pub fn finds(&self, query: &str) -> u64 {
        let found = self.does("search", json!({ "query": query, "limit": null }));
        found["total"].as_u64().expect("a number")
    }
}

impl Drop for Laptop {
    fn drop(&mut self) {
        self.app.close();
    }
}
