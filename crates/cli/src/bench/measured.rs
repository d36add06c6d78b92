//! What was measured, and how it is told: each step beside the same step of the peers.

use super::peers::Peer;
use super::workload::Workload;
use serde::Serialize;
use std::fmt;

/// One step.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Figure {
    /// How long it took.
    pub seconds: f64,
    /// What passed between laptops and hub, both ways together.
    pub bytes: u64,
    /// The most memory in use at once, in bytes: of all laptops together, without the hub.
    pub peak: Option<u64>,
}

/// Every step.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    /// Writing everything down, each contact moment synced to the disk.
    pub fill: Figure,
    /// Sharing it for the first time, until the hub has signed for it.
    pub push: Figure,
    /// Until a new laptop lists all cases and shows the newest fifty contact moments.
    pub useful: Figure,
    /// Until it has everything.
    pub first: Figure,
    /// Twenty contact moments, from the first key to the last one shown at the colleague's.
    pub delta: Figure,
    /// Connecting when there is nothing to do.
    pub idle: Figure,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} s, {} kB",
            seconds(self.seconds),
            kilobytes(self.bytes)
        )?;
        match self.peak {
            Some(peak) => write!(f, ", {} MB", peak / 1_000_000),
            None => Ok(()),
        }
    }
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.3}")
}

fn kilobytes(bytes: u64) -> String {
    let tenths = bytes / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Everything, a line a step; then each peer, and the ratio of ours to the best of them.
pub fn table(workload: &Workload, figures: &Figures, peers: &[Peer]) -> String {
    let steps = [
        ("push", figures.push),
        ("first sync: useful", figures.useful),
        ("first sync: complete", figures.first),
        ("20-moment delta", figures.delta),
        ("idle", figures.idle),
    ];
    let mut lines = vec![format!(
        "{}: {} contact moments in {} cases; encrypted, receipts on, every write synced",
        workload.name,
        workload.moments.len(),
        workload.cases.len()
    )];
    lines.push(format!("{:<22} {}", "written", figures.fill));
    for (name, figure) in steps {
        lines.push(format!("{name:<22} {figure}"));
        let theirs: Vec<(&str, Figure)> = peers
            .iter()
            .filter_map(|peer| Some((peer.name.as_str(), peer.step(name)?)))
            .collect();
        for (peer, figure) in &theirs {
            lines.push(format!("{:<22} {figure}", format!("  {peer}")));
        }
        let fastest = theirs.iter().map(|(_, figure)| figure.seconds);
        let smallest = theirs.iter().map(|(_, figure)| figure.bytes).min();
        if let (Some(fastest), Some(smallest)) = (fastest.reduce(f64::min), smallest) {
            let bytes = figure.bytes as f64 / smallest as f64;
            let time = figure.seconds / fastest;
            lines.push(format!(
                "  ours to the best: time {time:.2}, bytes {bytes:.2}"
            ));
        }
    }
    lines.join("\n")
}
