//! The hub's address and the key by which it is known again.

use crate::error::Error;
use crate::open_vault::OpenVault;
use hyper::Uri;
use nabij_protocol::id::SigningPublic;

const ADDRESS: &str = "hub_address";
const KEY: &str = "hub_key";
/// The setting that holds an admission token of `nabij-hub admit`.
pub(crate) const TOKEN: &str = "hub_token";

/// Refuses what cannot be the address of a hub. After a `#` an admission token may follow, as
/// `nabij-hub admit` prints it.
pub(crate) fn check_address(address: &str) -> Result<(), Error> {
    let address = address.split('#').next().unwrap_or_default();
    let rest = address
        .strip_prefix("ws://")
        .or_else(|| address.strip_prefix("wss://"))
        .ok_or(Error::Invalid("hub"))?;
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let plain = address.len() <= 200 && !address.contains(char::is_whitespace);
    // Parsed by the library that connects, so that what is kept here can be connected to.
    if host.is_empty() || host.contains('@') || !plain || Endpoint::of(address).is_err() {
        return Err(Error::Invalid("hub"));
    }
    Ok(())
}

/// The hub's address, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Endpoint {
    /// Whether with TLS.
    pub(super) secure: bool,
    /// A name or a number, without brackets.
    pub(super) host: String,
    pub(super) port: u16,
    /// What stands before the hub's own paths: empty, or from a slash on.
    path: String,
}

impl Endpoint {
    pub(super) fn of(address: &str) -> Result<Endpoint, Error> {
        let uri: Uri = address.parse().map_err(|_| Error::Invalid("hub"))?;
        let (secure, usual) = match uri.scheme_str() {
            Some("ws") => (false, 80),
            Some("wss") => (true, 443),
            _ => return Err(Error::Invalid("hub")),
        };
        let host = uri.host().ok_or(Error::Invalid("hub"))?;
        Ok(Endpoint {
            secure,
            host: host.trim_matches(['[', ']']).to_owned(),
            port: uri.port_u16().unwrap_or(usual),
            path: uri.path().trim_end_matches('/').to_owned(),
        })
    }

    /// Host and port, always both.
    pub(super) fn authority(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }

    /// Host and port as a browser writes them: some servers know themselves only without the usual port.
    pub(super) fn host_header(&self) -> String {
        let mut header = self.authority();
        let usual = if self.secure { ":443" } else { ":80" };
        if header.ends_with(usual) {
            header.truncate(header.len() - usual.len());
        }
        header
    }

    /// One of the hub's own paths.
    pub(super) fn path_of(&self, path: &str) -> String {
        format!("{}{path}", self.path)
    }

    /// Where WebSockets are opened.
    pub(super) fn socket_url(&self) -> String {
        let scheme = if self.secure { "wss" } else { "ws" };
        format!("{scheme}://{}{}", self.host_header(), self.path_of("/sync"))
    }
}

/// The hub's address, if one was set.
pub(crate) fn hub_address(vault: &OpenVault) -> Result<Option<String>, Error> {
    Ok(vault.store.setting(ADDRESS)?)
}

/// The hub's key, once it was met or told by an invitation.
pub(crate) fn hub_key(vault: &OpenVault) -> Result<Option<SigningPublic>, Error> {
    let Some(text) = vault.store.setting(KEY)? else {
        return Ok(None);
    };
    Ok(Some(text.parse::<SigningPublic>()?))
}

/// Keeps another address, or none, and the key that goes with it.
pub(crate) fn keep_hub(
    vault: &OpenVault,
    address: Option<&str>,
    key: Option<SigningPublic>,
) -> Result<(), Error> {
    let (address, token) = match address.and_then(|address| address.split_once('#')) {
        Some((address, token)) => (Some(address), Some(token)),
        None => (address, None),
    };
    let key_text = key.map(|key| key.to_string());
    let settings = [
        (ADDRESS, address),
        (TOKEN, token),
        (KEY, key_text.as_deref()),
    ];
    Ok(vault.store.move_to_hub(key.as_ref(), &settings)?)
}

/// Knows the hub by its key from now on, or finds that it is another one than before.
pub(crate) fn pin(vault: &OpenVault, key: &SigningPublic) -> Result<(), Error> {
    match hub_key(vault)? {
        Some(known) if known == *key => Ok(()),
        Some(_) => Err(Error::OtherHub),
        None => {
            let text = key.to_string();
            let settings = [(KEY, Some(text.as_str()))];
            Ok(vault.store.move_to_hub(Some(key), &settings)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, check_address};

    #[test]
    fn an_address_is_taken_apart_as_a_browser_does_it() {
        for (address, url, authority) in [
            ("ws://hub:8787", "ws://hub:8787/sync", "hub:8787"),
            (
                "wss://hub.example/",
                "wss://hub.example/sync",
                "hub.example:443",
            ),
            (
                "wss://hub.example:443/nabij/",
                "wss://hub.example/nabij/sync",
                "hub.example:443",
            ),
            ("ws://[::1]:8080", "ws://[::1]:8080/sync", "[::1]:8080"),
        ] {
            let found = Endpoint::of(address).unwrap();
            assert_eq!(
                (&*found.socket_url(), &*found.authority()),
                (url, authority)
            );
        }
    }

    #[test]
    fn only_web_socket_addresses_with_a_host_will_do() {
        for good in [
            "ws://127.0.0.1:8787",
            "wss://hub.noord.example",
            "ws://[::1]:8787/",
        ] {
            assert!(check_address(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "127.0.0.1:8787",
            "http://hub",
            "ws://",
            "ws:// hub",
            "ws://a@b",
            "wss://?",
        ] {
            assert!(check_address(bad).is_err(), "{bad}");
        }
    }
}
