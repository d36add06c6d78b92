//! Sharing with laptops on the same network, without a hub: switched on by a person, found by mDNS or by a
//! typed address. Each laptop proves its device key, and the roster says whose it is; then the same session
//! runs as with the hub.

mod discover;
mod greet;
mod line;
mod meet;

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use nabij_protocol::id::{DeviceId, SigningPublic};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use ts_rs::TS;

pub(crate) use meet::keep;

/// The port on which laptops listen for each other, unless another is set.
const PORT: u16 = 48_787;
/// The setting with the port; none when it is off.
const SETTING: &str = "nearby_port";

/// Switches sharing with laptops nearby on or off.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetNearby {
    /// Whether on.
    pub on: bool,
    /// Another port than the usual one, for networks where that is taken.
    pub port: Option<u16>,
}

/// Shares once with the laptop at an address.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareNearby {
    /// Host and port; the port may be left out.
    pub address: String,
}

/// Whether it is on, and who is near.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Nearby {
    /// Whether on.
    pub on: bool,
    /// The port.
    pub port: u16,
    /// Whether the port could not be had.
    pub port_taken: bool,
    /// Who is near, by name.
    pub laptops: Vec<NearbyLaptop>,
}

/// A colleague's laptop that was met since Nabij started.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NearbyLaptop {
    /// Whose.
    pub name: String,
    /// The beginning of its id.
    pub device: String,
    /// Whether there is a connection now.
    pub connected: bool,
    /// When everything had last gone both ways; milliseconds since 1970.
    pub shared_at: Option<i64>,
}

/// What is known of one laptop.
#[derive(Debug, Clone, Copy, Default)]
struct Met {
    connections: u32,
    shared_at: Option<i64>,
}

#[derive(Default)]
struct State {
    met: BTreeMap<DeviceId, Met>,
    port_taken: bool,
}

/// Where commands and the connections to laptops nearby meet.
#[derive(Default)]
pub(crate) struct NearbyRoom(Mutex<State>);

impl NearbyRoom {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, app: &App, laptop: &SigningPublic, change: impl FnOnce(&mut Met)) {
        change(self.lock().met.entry(DeviceId::of(laptop)).or_default());
        app.announce(["sync"], &Origin::default());
    }

    fn is_connected(&self, laptop: &DeviceId) -> bool {
        self.lock()
            .met
            .get(laptop)
            .is_some_and(|met| met.connections > 0)
    }
}

/// The port, if sharing with laptops nearby is on.
fn port(vault: &OpenVault) -> Result<Option<u16>, Error> {
    let port = vault.store.setting(SETTING)?;
    Ok(port.map(|port| port.parse().unwrap_or(PORT)))
}

pub(crate) fn set_nearby(app: &App, request: SetNearby, origin: &Origin) -> Result<Nearby, Error> {
    let vault = app.vault()?;
    let port = request.port.unwrap_or(PORT).to_string();
    let value = request.on.then_some(port.as_str());
    vault.store.set_setting(SETTING, value)?;
    app.sync().wake();
    app.announce(["sync"], origin);
    read_nearby(app, Empty {}, origin)
}

pub(crate) fn read_nearby(app: &App, _: Empty, _: &Origin) -> Result<Nearby, Error> {
    let vault = app.vault()?;
    let port = port(&vault)?;
    let mut laptops = Vec::new();
    let (met, port_taken) = {
        let state = app.nearby().lock();
        (state.met.clone(), state.port_taken)
    };
    for (device, met) in met {
        laptops.push(NearbyLaptop {
            name: name_of(&vault, &device)?.unwrap_or_default(),
            device: device.to_string().chars().take(8).collect(),
            connected: met.connections > 0,
            shared_at: met.shared_at,
        });
    }
    laptops.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Nearby {
        on: port.is_some(),
        port: port.unwrap_or(PORT),
        port_taken: port.is_some() && port_taken,
        laptops,
    })
}

/// How long to look for the address.
const RESOLVE_WITHIN: Duration = Duration::from_secs(5);

pub(crate) fn share_nearby(
    app: &App,
    request: ShareNearby,
    origin: &Origin,
) -> Result<Nearby, Error> {
    let vault = app.vault()?;
    let typed = request.address.trim();
    let with_port = if typed.parse::<std::net::IpAddr>().is_ok() || !typed.contains(':') {
        format!("{typed}:{PORT}")
    } else {
        typed.to_owned()
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let address = tokio::time::timeout(RESOLVE_WITHIN, resolve(&with_port))
            .await
            .map_err(|_| Error::Offline)??;
        meet::dial(app, &vault, address, meet::Stay::UntilCaughtUp).await
    })?;
    read_nearby(app, Empty {}, origin)
}

async fn resolve(address: &str) -> Result<SocketAddr, Error> {
    tokio::net::lookup_host(address)
        .await
        .map_err(|_| Error::Invalid("address"))?
        .next()
        .ok_or(Error::Invalid("address"))
}

fn name_of(vault: &Arc<OpenVault>, device: &DeviceId) -> Result<Option<String>, Error> {
    let Some(member) = vault
        .team_view()
        .roster
        .device(device)
        .map(|device| device.member)
    else {
        return Ok(None);
    };
    let colleagues = vault.store.colleagues()?;
    Ok(colleagues
        .into_iter()
        .find(|row| row.member.0 == member.0)
        .map(|row| row.name.into_inner()))
}
