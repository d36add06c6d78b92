//! What `run.py` of the yardstick measured of other engines on the same workload, in the same hour.

use super::measured::Figure;
use super::workload::Workload;
use crate::error::Error;
use serde::Serialize;
use serde_json::Value;
use std::path::Path;

/// One engine.
#[derive(Debug, Clone, Serialize)]
pub struct Peer {
    /// What it is called there.
    pub name: String,
    push: Option<Figure>,
    first: Option<Figure>,
    delta: Option<Figure>,
    idle: Option<Figure>,
}

impl Peer {
    /// The same step as ours of this name. A new laptop of a peer is useful when it has everything.
    pub fn step(&self, name: &str) -> Option<Figure> {
        match name {
            "push" => self.push,
            "20-moment delta" => self.delta,
            "idle" => self.idle,
            _ => self.first,
        }
    }
}

/// Reads what `--raw` of `run.py` names: the newest line of each peer on this workload.
///
/// # Errors
/// A file that cannot be read, or that is something else.
pub fn read(path: &Path, workload: &Workload) -> Result<Vec<Peer>, Error> {
    let file = std::fs::read_to_string(path).map_err(|_| Error::File)?;
    let mut peers: Vec<Peer> = Vec::new();
    for line in file.lines() {
        let line: Value = serde_json::from_str(line).map_err(|_| Error::File)?;
        if line.get("wl").and_then(Value::as_str) != Some(&workload.name) {
            continue;
        }
        let name = line
            .get("peer")
            .and_then(Value::as_str)
            .ok_or(Error::File)?;
        let name = name
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or(name);
        peers.retain(|peer| peer.name != name);
        peers.push(Peer {
            name: name.to_owned(),
            push: line.get("push").and_then(|one| figure(one, "/s", 1.0)),
            first: line.get("boot").and_then(|one| figure(one, "/s", 1.0)),
            delta: median(line.get("delta"), "/ms", 0.001),
            idle: median(line.get("idle"), "/ms", 0.001),
        });
    }
    Ok(peers)
}

fn figure(told: &Value, time: &str, unit: f64) -> Option<Figure> {
    let bytes = |way| told.pointer(way).and_then(Value::as_u64);
    Some(Figure {
        seconds: told.pointer(time)?.as_f64()? * unit,
        bytes: bytes("/net/up")?.saturating_add(bytes("/net/down")?),
        peak: None,
    })
}

fn median(told: Option<&Value>, time: &str, unit: f64) -> Option<Figure> {
    let all = told?.as_array()?.iter();
    let mut figures: Vec<Figure> = all.filter_map(|one| figure(one, time, unit)).collect();
    figures.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    figures.get(figures.len() / 2).copied()
}
