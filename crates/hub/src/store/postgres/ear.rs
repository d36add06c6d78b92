//! Hears of other processes, by LISTEN and NOTIFY.

use super::line::hang_up;
use crate::HubError;
use crate::store::{Ear, Heard, News};
use ::postgres::fallible_iterator::FallibleIterator;
use ::postgres::{Client, Config, NoTls};
use nabij_protocol::id::TeamId;
use std::time::Duration;

/// How long the server may take to show that it is still there.
const THERE: Duration = Duration::from_secs(5);

/// A connection that only hears.
pub(super) struct PostgresEar {
    config: Config,
    process: u64,
    client: Option<Client>,
}

/// The statement that tells other processes, with whom it comes from.
pub(super) fn notify(process: u64, team: &TeamId, news: News) -> String {
    let news = match news {
        News::Page => 'p',
        News::Join => 'j',
        News::Receipt => 'r',
    };
    format!("SELECT pg_notify('nabij_hub', '{process:016x} {team} {news}');")
}

/// What another process tells; none for what this one told itself, or what a newer one tells.
fn heard(process: u64, payload: &str) -> Option<Heard> {
    let mut words = payload.split(' ');
    if u64::from_str_radix(words.next()?, 16).ok()? == process {
        return None;
    }
    let team = words.next()?.parse().ok()?;
    let news = match words.next()? {
        "p" => News::Page,
        "j" => News::Join,
        "r" => News::Receipt,
        _ => return None,
    };
    Some(Heard::Team(team, news))
}

impl PostgresEar {
    /// Connects when it is first asked.
    pub(super) fn new(config: Config, process: u64) -> PostgresEar {
        PostgresEar {
            config,
            process,
            client: None,
        }
    }

    fn listen(&mut self, patience: Duration) -> Result<Vec<Heard>, HubError> {
        let Some(client) = &mut self.client else {
            let mut client = self.config.connect(NoTls)?;
            client.batch_execute("LISTEN nabij_hub")?;
            self.client = Some(client);
            return Ok(vec![Heard::Anything]);
        };
        let mut told = Vec::new();
        let first = client
            .notifications()
            .timeout_iter(patience)
            .next()?
            .map(|first| first.payload().to_owned());
        let Some(first) = first else {
            // A quiet line and a broken one look alike.
            client.is_valid(THERE)?;
            return Ok(told);
        };
        told.extend(heard(self.process, &first));
        let mut notifications = client.notifications();
        let mut more = notifications.iter();
        while let Some(next) = more.next()? {
            told.extend(heard(self.process, next.payload()));
        }
        told.sort_unstable();
        told.dedup();
        Ok(told)
    }
}

impl Ear for PostgresEar {
    fn wait(&mut self, patience: Duration) -> Result<Vec<Heard>, HubError> {
        let told = self.listen(patience);
        if told.is_err()
            && let Some(client) = self.client.take()
        {
            hang_up(client);
        }
        told
    }
}

impl Drop for PostgresEar {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            hang_up(client);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_heard_by_others_only() {
        let team = TeamId([7; 16]);
        let sql = notify(5, &team, News::Join);
        let payload = sql.split('\'').nth(3).unwrap();
        assert_eq!(heard(6, payload), Some(Heard::Team(team, News::Join)));
        assert_eq!(heard(5, payload), None);
        assert_eq!(heard(6, "0 nonsense"), None);
    }
}
