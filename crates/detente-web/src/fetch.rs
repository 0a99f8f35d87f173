//! Reading a page of elsewhere by its address, for the desk.
//!
//! Addresses are hostile: only http and https to the usual ports, names are resolved once and refused
//! where they lead into a private network, the same for every redirect, and bytes and time are bounded.

use std::net::IpAddr;
use std::time::Duration;

use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// A page has at most so many bytes.
const MOST_BYTES: u64 = 4 << 20;
/// Nor may it take longer.
const LONGEST: Duration = Duration::from_secs(12);
/// At most so many redirects are followed.
const MOST_REDIRECTS: u32 = 3;

/// Why a page is not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The address is not one that is read.
    #[error("`{0}` is not read: an address begins with https:// or http://, and has no name or password in it")]
    Address(String),
    /// The host is unknown, or stands in a private network.
    #[error("the host is unknown, or is not in the public network on the usual ports")]
    Host,
    /// The page cannot be read.
    #[error("the page cannot be read: {0}")]
    Page(String),
}

/// The bytes of a page.
///
/// # Errors
/// [`FetchError`] for an address that is refused or a page that is not there, too large or too slow.
pub fn fetch(address: &str) -> Result<Vec<u8>, FetchError> {
    let wrong = || FetchError::Address(address.to_owned());
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).ok_or_else(wrong)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() || host.contains('@') || address.len() > 2048 {
        return Err(wrong());
    }
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(LONGEST))
        .max_redirects(MOST_REDIRECTS)
        .proxy(None)
        .user_agent(concat!("detente/", env!("CARGO_PKG_VERSION")))
        .build();
    let agent = ureq::Agent::with_parts(config, DefaultConnector::default(), Public::default());
    let mut page = agent.get(address).call().map_err(said)?;
    page.body_mut().with_config().limit(MOST_BYTES).read_to_vec().map_err(said)
}

fn said(error: ureq::Error) -> FetchError {
    match error {
        ureq::Error::HostNotFound => FetchError::Host,
        other => FetchError::Page(other.to_string()),
    }
}

/// Resolves names, and leaves out what is not public. The address that was looked at is the one connected to.
#[derive(Debug, Default)]
struct Public(DefaultResolver);

impl Resolver for Public {
    fn resolve(
        &self,
        uri: &ureq::http::Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.0.resolve(uri, config, timeout)?;
        let mut kept = self.empty();
        found.iter().filter(|a| is_public(a.ip()) && matches!(a.port(), 80 | 443)).for_each(|a| kept.push(*a));
        if kept.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(kept) }
    }
}

/// Whether an address is one of the public network: none of this machine, of a private or shared
/// network, of a link, of documentation, or kept for later (IANA's registries of special addresses).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let special = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_broadcast() || v4.is_documentation();
            let shared = a == 100 && (64..128).contains(&b);
            let kept = a == 0
                || a >= 224
                || (a, b, c) == (192, 0, 0)
                || (a, b, c) == (192, 88, 99)
                || (a == 198 && (18..20).contains(&b));
            !(special || shared || kept)
        }
        IpAddr::V6(v6) => {
            if let Some(v4) = v6.to_ipv4() {
                return is_public(IpAddr::V4(v4));
            }
            let [first, second, ..] = v6.segments();
            // Only 2000::/3 is in use; of it 2001:0000-01ff, 2001:db8, 2002 and 3fff hold other networks or none.
            let global = first & 0xE000 == 0x2000;
            let inner = (first == 0x2001 && (second < 0x0200 || second == 0x0DB8)) || first == 0x2002 || first == 0x3FFF;
            global && !inner
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_networks_are_not_public() {
        let private = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "fc00::1",
            "fe80::1",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "64:ff9b::7f00:1",
            "::127.0.0.1",
        ];
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in ["1.1.1.1", "193.0.6.139", "2606:4700::1111", "2a00:1450::1"] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn addresses_that_are_refused() {
        for address in
            ["file:///etc/passwd", "ftp://example.org/", "gopher://x", "http://", "https://user:word@example.org/", "//x"]
        {
            assert!(matches!(fetch(address), Err(FetchError::Address(_))), "{address}");
        }
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1"] {
            assert!(fetch(&format!("http://{host}:{port}/")).is_err(), "{host}");
        }
        listener.set_nonblocking(true).unwrap();
        assert!(listener.accept().is_err(), "nobody has connected");
    }
}
