//! The proxy that the environment (`HTTPS_PROXY` and its sisters) or the system's settings name, and a tunnel
//! through it. What stands for a name and a password there goes to the proxy and nowhere else.

use super::address::Endpoint;
use super::dial::{Stream, tcp};
use super::tls;
use crate::error::Error;
use http_body_util::Empty;
use hyper::body::Bytes;
use hyper::header::{HOST, PROXY_AUTHORIZATION};
use hyper::{Request, StatusCode, Uri};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use std::net::IpAddr;

/// The proxy on the way to the hub. Looked up each time: laptops go from one network to another.
pub(super) fn before(to: &Endpoint) -> Option<Intercept> {
    chosen(&Matcher::from_system(), to)
}

fn chosen(matcher: &Matcher, to: &Endpoint) -> Option<Intercept> {
    // What is on this very laptop no proxy can reach.
    if is_here(&to.host) {
        return None;
    }
    let scheme = if to.secure { "https" } else { "http" };
    let uri = Uri::builder()
        .scheme(scheme)
        .authority(to.authority())
        .path_and_query("/")
        .build()
        .ok()?;
    matcher.intercept(&uri)
}

fn is_here(host: &str) -> bool {
    let name = host.trim_end_matches('.').to_ascii_lowercase();
    let address = host.parse::<IpAddr>();
    name == "localhost"
        || name.ends_with(".localhost")
        || address.is_ok_and(|address| address.to_canonical().is_loopback())
}

/// A stream to the hub through the proxy.
pub(super) async fn tunnel(proxy: &Intercept, to: &Endpoint) -> Result<Stream, Error> {
    let uri = proxy.uri();
    let (secure, usual) = match uri.scheme_str() {
        Some("http") => (false, 80),
        Some("https") => (true, 443),
        _ => return Err(Error::ProxyUnsupported),
    };
    let host = uri.host().ok_or(Error::ProxyUnsupported)?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let mut stream = tcp(host, uri.port_u16().unwrap_or(usual)).await?;
    if secure {
        stream = tls::connect(host, stream).await?;
    }
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| Error::Offline)?;
    // It ends by itself when the tunnel is given over, or the proxy goes away.
    tokio::spawn(connection.with_upgrades());
    let mut request = Request::connect(to.authority())
        .header(HOST, to.authority())
        .body(Empty::<Bytes>::new())
        .map_err(|_| Error::Invalid("hub"))?;
    if let Some(auth) = proxy.basic_auth() {
        request
            .headers_mut()
            .insert(PROXY_AUTHORIZATION, auth.clone());
    }
    let response = sender
        .send_request(request)
        .await
        .map_err(|_| Error::Offline)?;
    match response.status() {
        status if status.is_success() => {}
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => return Err(Error::ProxyCredentials),
        // The proxy would, but finds no hub.
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            return Err(Error::Offline);
        }
        _ => return Err(Error::ProxyRefused),
    }
    let tunnel = hyper::upgrade::on(response)
        .await
        .map_err(|_| Error::Offline)?;
    Ok(Box::new(TokioIo::new(tunnel)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(address: &str) -> Option<String> {
        let matcher = Matcher::builder()
            .http("http://plain.example:3128")
            .https("http://secure.example:3128")
            .no("intern.example,10.0.0.0/8")
            .build();
        let to = Endpoint::of(address).unwrap();
        Some(chosen(&matcher, &to)?.uri().to_string())
    }

    #[test]
    fn each_kind_of_address_has_its_proxy_and_some_have_none() {
        let secure = Some("http://secure.example:3128/".to_owned());
        assert_eq!(asked("wss://hub.noord.example"), secure);
        assert_eq!(asked("wss://[2001:db8::1]:8443"), secure);
        let plain = Some("http://plain.example:3128/".to_owned());
        assert_eq!(asked("ws://hub.noord.example:8787"), plain);
        for direct in ["wss://hub.intern.example", "ws://10.1.2.3:8787"] {
            assert_eq!(asked(direct), None, "{direct}");
        }
    }

    #[test]
    fn this_very_laptop_is_never_asked_for_at_a_proxy() {
        for here in [
            "ws://127.0.0.1:8787",
            "ws://127.9.9.9",
            "wss://[::1]",
            "ws://[::ffff:127.0.0.1]",
            "ws://localhost:8787",
            "ws://LOCALHOST.",
            "ws://hub.localhost",
        ] {
            assert_eq!(asked(here), None, "{here}");
        }
    }

    #[test]
    fn what_is_shown_of_a_proxy_holds_no_password() {
        let matcher = Matcher::builder()
            .all("http://fatima:geheim@proxy.example:3128")
            .build();
        let to = Endpoint::of("wss://hub.noord.example").unwrap();
        let proxy = chosen(&matcher, &to).unwrap();
        assert!(proxy.basic_auth().is_some());
        let shown = format!("{matcher:?} {proxy:?} {}", proxy.uri());
        assert!(
            !shown.contains("geheim") && !shown.contains("fatima"),
            "{shown}"
        );
    }
}
