//! `nearby`: sharing with laptops on the same network.

use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Nearby {
    on: bool,
    port: u16,
    laptops: Vec<Near>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Near {
    name: String,
    shared_at: Option<i64>,
}

/// Switches it, shares once, or says how it stands.
///
/// # Errors
/// The core's failure.
pub fn nearby(
    laptop: &Laptop,
    voice: Voice,
    address: Option<&str>,
    (on, off): (bool, bool),
) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    let mut answer = if on || off {
        laptop.ask("set_nearby", json!({"on": on, "port": null}))?
    } else {
        laptop.ask("read_nearby", json!({}))?
    };
    if let Some(address) = address {
        answer = laptop.ask("share_nearby", json!({"address": address}))?;
    }
    let read: Nearby = serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| {
        let mut lines = vec![if read.on {
            language.nearby_on(read.port)
        } else {
            language.nearby_off()
        }];
        let shared = read.laptops.iter().filter(|near| near.shared_at.is_some());
        lines.extend(shared.map(|near| language.shared_nearby(&near.name)));
        lines.join("\n")
    })?;
    Ok(exit::DONE)
}
