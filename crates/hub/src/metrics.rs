//! What an operator's monitor may count: numbers of the whole hub, never of a team or a person.

use crate::store::Tally;
use nabij_protocol::message::Refusal;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// Upper ends of the buckets for how long work on the store takes, in seconds.
const BUCKETS: [f64; 8] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0];
/// Every refusal, by the word that stands in its label.
const REFUSALS: [(Refusal, &str); 13] = [
    (Refusal::Version, "version"),
    (Refusal::UnknownTeam, "unknown_team"),
    (Refusal::BadProof, "bad_proof"),
    (Refusal::PutOut, "put_out"),
    (Refusal::InvitationUnknown, "invitation_unknown"),
    (Refusal::InvitationExpired, "invitation_expired"),
    (Refusal::InvitationUsed, "invitation_used"),
    (Refusal::NotAllowed, "not_allowed"),
    (Refusal::Garbled, "garbled"),
    (Refusal::Fork, "fork"),
    (Refusal::TooMuch, "too_much"),
    (Refusal::CannotStore, "cannot_store"),
    (Refusal::Full, "full"),
];

/// Counters of one process, from its start on.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    connections: AtomicU64,
    pages: AtomicU64,
    signed: AtomicU64,
    kept: AtomicU64,
    refused: [AtomicU64; REFUSALS.len()],
    work: [AtomicU64; BUCKETS.len()],
    work_count: AtomicU64,
    work_micros: AtomicU64,
}

impl Metrics {
    /// A laptop was let in.
    pub(crate) fn connected(&self) {
        self.connections.fetch_add(1, Relaxed);
    }

    /// A page that a laptop pushed was kept.
    pub(crate) fn page_kept(&self) {
        self.pages.fetch_add(1, Relaxed);
    }

    /// The hub has signed a receipt.
    pub(crate) fn receipt_signed(&self) {
        self.signed.fetch_add(1, Relaxed);
    }

    /// A laptop's receipt was kept.
    pub(crate) fn receipt_kept(&self) {
        self.kept.fetch_add(1, Relaxed);
    }

    /// A laptop was refused something.
    pub(crate) fn refused(&self, refusal: Refusal) {
        let mut counters = REFUSALS.iter().zip(&self.refused);
        if let Some((_, counter)) = counters.find(|((kind, _), _)| *kind == refusal) {
            counter.fetch_add(1, Relaxed);
        }
    }

    /// Work on the store took so long.
    pub(crate) fn worked(&self, took: Duration) {
        let seconds = took.as_secs_f64();
        for (end, bucket) in BUCKETS.iter().zip(&self.work) {
            if seconds <= *end {
                bucket.fetch_add(1, Relaxed);
            }
        }
        self.work_count.fetch_add(1, Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.work_micros.fetch_add(micros, Relaxed);
    }

    /// In Prometheus' text format. `open`: connections at this moment; `tallies`: what the store has, if it
    /// answers.
    pub(crate) fn show(&self, open: usize, tallies: Option<&[Tally]>) -> String {
        let mut text = Text::default();
        text.kind("nabij_hub_build_info", "gauge", "The version that runs.");
        let version = concat!("{version=\"", env!("CARGO_PKG_VERSION"), "\"}");
        text.line("nabij_hub_build_info", version, 1);
        text.single(
            "nabij_hub_store_up",
            "gauge",
            "1 if the store answers.",
            u64::from(tallies.is_some()),
        );
        if let Some(tallies) = tallies {
            let sum = |of: fn(&Tally) -> u64| tallies.iter().map(of).fold(0, u64::saturating_add);
            let teams = u64::try_from(tallies.len()).unwrap_or(u64::MAX);
            text.single("nabij_hub_teams", "gauge", "Teams in the store.", teams);
            text.single(
                "nabij_hub_entries",
                "gauge",
                "Entries in the store.",
                sum(|t| t.entries),
            );
            text.single(
                "nabij_hub_stored_bytes",
                "gauge",
                "About what the entries take.",
                sum(|t| t.bytes),
            );
            let most = tallies.iter().map(|t| t.bytes).max().unwrap_or(0);
            text.single(
                "nabij_hub_largest_team_bytes",
                "gauge",
                "What the largest team takes.",
                most,
            );
        }
        let open = u64::try_from(open).unwrap_or(u64::MAX);
        text.single("nabij_hub_connections", "gauge", "Connections now.", open);
        let connected = self.connections.load(Relaxed);
        text.single(
            "nabij_hub_connections_total",
            "counter",
            "Laptops let in.",
            connected,
        );
        text.single(
            "nabij_hub_pushes_total",
            "counter",
            "Pages kept.",
            self.pages.load(Relaxed),
        );
        text.kind(
            "nabij_hub_receipts_total",
            "counter",
            "Receipts: signed by the hub, kept of laptops.",
        );
        text.line(
            "nabij_hub_receipts_total",
            "{by=\"hub\"}",
            self.signed.load(Relaxed),
        );
        text.line(
            "nabij_hub_receipts_total",
            "{by=\"laptop\"}",
            self.kept.load(Relaxed),
        );
        text.kind(
            "nabij_hub_refusals_total",
            "counter",
            "Refusals, by what was said.",
        );
        for ((_, word), counter) in REFUSALS.iter().zip(&self.refused) {
            text.line(
                "nabij_hub_refusals_total",
                &format!("{{kind=\"{word}\"}}"),
                counter.load(Relaxed),
            );
        }
        self.show_work(&mut text);
        text.0
    }

    fn show_work(&self, text: &mut Text) {
        let name = "nabij_hub_store_seconds";
        text.kind(
            name,
            "histogram",
            "How long one piece of work on the store takes.",
        );
        let count = self.work_count.load(Relaxed);
        for (end, bucket) in BUCKETS.iter().zip(&self.work) {
            let label = format!("_bucket{{le=\"{end}\"}}");
            text.line(name, &label, bucket.load(Relaxed));
        }
        text.line(name, "_bucket{le=\"+Inf\"}", count);
        let micros = self.work_micros.load(Relaxed);
        let seconds = Duration::from_micros(micros).as_secs_f64();
        // Writing to a String cannot fail.
        let _ = writeln!(text.0, "{name}_sum {seconds}");
        text.line(name, "_count", count);
    }
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn kind(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, name: &str, label: &str, value: u64) {
        let _ = writeln!(self.0, "{name}{label} {value}");
    }

    fn single(&mut self, name: &str, kind: &str, help: &str, value: u64) {
        self.kind(name, kind, help);
        self.line(name, "", value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nabij_protocol::id::TeamId;

    #[test]
    fn counts_are_shown_and_no_team_is_named() {
        let metrics = Metrics::default();
        metrics.refused(Refusal::Full);
        metrics.worked(Duration::from_millis(7));
        let tally = Tally {
            team: TeamId([9; 16]),
            entries: 3,
            records: 1,
            bytes: 500,
        };
        let text = metrics.show(2, Some(&[tally, tally]));
        for line in [
            "nabij_hub_teams 2",
            "nabij_hub_entries 6",
            "nabij_hub_stored_bytes 1000",
            "nabij_hub_connections 2",
            "nabij_hub_refusals_total{kind=\"full\"} 1",
            "nabij_hub_refusals_total{kind=\"fork\"} 0",
            "nabij_hub_store_seconds_bucket{le=\"0.005\"} 0",
            "nabij_hub_store_seconds_bucket{le=\"0.01\"} 1",
            "nabij_hub_store_seconds_count 1",
            "nabij_hub_store_seconds_sum 0.007",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        assert!(!text.contains(&TeamId([9; 16]).to_string()));
        assert!(metrics.show(0, None).contains("nabij_hub_store_up 0"));
    }
}
