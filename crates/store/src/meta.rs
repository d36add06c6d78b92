//! What the store has to remember for itself.

use crate::error::Error;
use nabij_protocol::id::{DeviceId, SigningPublic, TeamId};
use rusqlite::{Connection, OptionalExtension, params};

/// The number of the read model that stands in the file.
pub(crate) const READ_MODEL: &str = "read_model";
/// 1 when the read model lacks what the log holds, and must be rebuilt.
pub(crate) const STALE: &str = "stale";
const TEAM: &str = "team";
const DEVICE: &str = "device";
const HUB: &str = "hub";

fn get<const N: usize>(connection: &Connection, name: &str) -> Result<Option<[u8; N]>, Error> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

fn set(connection: &Connection, name: &str, value: &[u8]) -> Result<(), Error> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)")?
        .execute(params![name, value])?;
    Ok(())
}

/// A number that was set with [`set_number`].
pub(crate) fn number(connection: &Connection, name: &str) -> Result<Option<i64>, Error> {
    Ok(get(connection, name)?.map(i64::from_le_bytes))
}

pub(crate) fn set_number(connection: &Connection, name: &str, value: i64) -> Result<(), Error> {
    set(connection, name, &value.to_le_bytes())
}

/// The team that this file belongs to; none before the first entry.
pub(crate) fn team(connection: &Connection) -> Result<Option<TeamId>, Error> {
    Ok(get(connection, TEAM)?.map(TeamId))
}

pub(crate) fn set_team(connection: &Connection, team: &TeamId) -> Result<(), Error> {
    set(connection, TEAM, &team.0)
}

/// The device of this laptop; its logs are our own.
pub(crate) fn device(connection: &Connection) -> Result<Option<DeviceId>, Error> {
    Ok(get(connection, DEVICE)?.map(DeviceId))
}

pub(crate) fn set_device(connection: &Connection, device: &DeviceId) -> Result<(), Error> {
    set(connection, DEVICE, &device.0)
}

/// The key of the hub whose receipts count.
pub(crate) fn hub(connection: &Connection) -> Result<Option<SigningPublic>, Error> {
    Ok(get(connection, HUB)?.map(SigningPublic))
}

pub(crate) fn set_hub(connection: &Connection, hub: Option<&SigningPublic>) -> Result<(), Error> {
    match hub {
        Some(hub) => set(connection, HUB, &hub.0),
        None => {
            connection.execute("DELETE FROM meta WHERE name = ?1", [HUB])?;
            Ok(())
        }
    }
}
