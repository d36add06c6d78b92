//! A team of six as every run begins: founded on the first hub, all admitted.

use crate::files::Files;
use support::{Laptop, Stage};

pub const NAMES: [&str; 6] = ["Fatima", "Bram", "Noor", "Amina", "Daan", "Sanne"];

/// The folders of a fresh team.
pub struct Template {
    pub laptops: Vec<Files>,
    pub hub: Files,
}

impl Template {
    pub fn new() -> Template {
        let stage = Stage::new();
        let mut hub = stage.hub();
        let laptops: [Laptop; 6] = stage.team(&hub.url(), NAMES);
        hub.stop();
        let laptops = laptops
            .iter()
            .map(|laptop| {
                laptop.app().close();
                Files::of(laptop.home())
            })
            .collect();
        Template {
            laptops,
            hub: Files::of(&stage.folder("hub")),
        }
    }
}
