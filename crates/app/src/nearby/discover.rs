//! Finding each other on one network by mDNS. What is announced names nobody: a short name of the team and
//! of the laptop, both hashes.

use crate::open_vault::OpenVault;
use mdns_sd::{ServiceDaemon, ServiceEvent, ServiceInfo};
use nabij_protocol::id::{DeviceId, Hash};
use std::net::SocketAddr;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

const SERVICE: &str = "_nabij._tcp.local.";
/// The property with the short name of the team.
const TEAM: &str = "t";
/// The property with the laptop's id.
const DEVICE: &str = "d";

/// Announces this laptop and tells of others of the team, until it is dropped.
pub(super) struct Discovery {
    daemon: ServiceDaemon,
    /// Laptops as they are found, again and again.
    pub(super) found: UnboundedReceiver<(DeviceId, SocketAddr)>,
}

impl Discovery {
    /// None where the network does not allow it: typed addresses still work.
    pub(super) fn start(vault: &OpenVault, port: u16) -> Option<Discovery> {
        let team = vault.team_view().team?;
        let team = short(&Hash::derive("nabij 2026 nearby team", &team.0));
        let device = vault.device_id();
        let daemon = ServiceDaemon::new().ok()?;
        let properties = [(TEAM, team.as_str()), (DEVICE, &device.to_string())];
        let instance = short(&Hash::derive("nabij 2026 nearby laptop", &device.0));
        let host = format!("nabij-{instance}.local.");
        let info = ServiceInfo::new(SERVICE, &instance, &host, "", port, &properties[..])
            .ok()?
            .enable_addr_auto();
        daemon.register(info).ok()?;
        let events = daemon.browse(SERVICE).ok()?;
        let (tell, found) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok(event) = events.recv_async().await {
                let ServiceEvent::ServiceResolved(info) = event else {
                    continue;
                };
                let property = |name| info.get_property_val_str(name).map(str::to_owned);
                let other = property(DEVICE).and_then(|id| id.parse::<DeviceId>().ok());
                let (Some(other), Some(of)) = (other, property(TEAM)) else {
                    continue;
                };
                if of != team || other == device {
                    continue;
                }
                for address in info.get_addresses_v4() {
                    let address = SocketAddr::new(address.into(), info.get_port());
                    if tell.send((other, address)).is_err() {
                        return;
                    }
                }
            }
        });
        Some(Discovery { daemon, found })
    }
}

impl Drop for Discovery {
    fn drop(&mut self) {
        // Nobody is told twice; who is gone is found out soon enough.
        let _ = self.daemon.shutdown();
    }
}

fn short(hash: &Hash) -> String {
    hash.to_string().chars().take(12).collect()
}
