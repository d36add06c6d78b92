//! What several journeys begin with: a case of two colleagues, with one contact moment that both have.

use crate::{HubProcess, Laptop, Stage};
use serde_json::{Value, json};

/// Fatima, Bram, a case of theirs and a contact moment in it.
pub struct Scene {
    /// Who wrote it.
    pub fatima: Laptop,
    /// Who has it too.
    pub bram: Laptop,
    /// The case.
    pub case: String,
    /// The contact moment.
    pub id: Value,
    /// Their hub.
    pub hub: HubProcess,
    _stage: Stage,
}

impl Scene {
    /// Sets the stage: Fatima has written `text`, and both have shared.
    pub fn set(text: &str) -> Scene {
        let stage = Stage::new();
        let hub = stage.hub();
        let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
        let case = fatima.opens_case("Gezin Vlier", &["Bram"]);
        let id = fatima.records(Some(&case), text)["id"].clone();
        fatima.shares();
        bram.shares();
        Scene {
            fatima,
            bram,
            case,
            id,
            hub,
            _stage: stage,
        }
    }

    /// Both share until nothing is new.
    pub fn all_share(&self) {
        for laptop in [&self.fatima, &self.bram, &self.fatima] {
            laptop.shares();
        }
    }

    /// The contact moment as a laptop shows it.
    pub fn row(&self, laptop: &Laptop) -> Value {
        laptop.item(&self.case, &self.id)
    }

    /// Edits the contact moment on the version that the laptop shows.
    pub fn edits(&self, laptop: &Laptop, field: &str, value: &str) {
        self.edits_at(laptop, &self.row(laptop)["version"], field, value);
    }

    /// Edits it on a version of one's choice.
    pub fn edits_at(&self, laptop: &Laptop, version: &Value, field: &str, value: &str) {
        let mut request = json!({ "id": self.id, "version": version });
        request[field] = json!(value);
        laptop.does("edit_contact_moment", request);
    }
}
