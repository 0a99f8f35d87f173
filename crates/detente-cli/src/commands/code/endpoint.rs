//! Asking an OpenAI-compatible server: one request, one answer, both bounded.
//!
//! The article leaves this machine only to the address that the user gave: https, or http to this very machine;
//! a redirect is an error, since it would take article and key elsewhere.

use std::net::IpAddr;
use std::time::Duration;

use serde_json::Value;
use ureq::http::Uri;

use crate::CliError;

/// An answer has at most so many bytes.
const MOST_BYTES: u64 = 4 << 20;

/// Where to ask, and with which key.
pub(super) struct Endpoint {
    address: String,
    key: Option<String>,
    patience: Duration,
}

impl Endpoint {
    /// An address of a server, with or without `/chat/completions` at its end.
    pub(super) fn new(address: &str, key: Option<String>, patience: Duration) -> Result<Self, CliError> {
        let wrong = |why: &str| CliError::Usage(format!("--endpoint {address}: {why}"));
        let uri: Uri = address.parse().map_err(|_| wrong("not an address"))?;
        let host = uri.host().unwrap_or_default();
        match uri.scheme_str() {
            _ if host.is_empty() => return Err(wrong("an address begins with https:// and a host")),
            Some("https") => {}
            Some("http") if is_this_machine(host) => {}
            _ => return Err(wrong("use https; http is for a server on this machine (localhost, 127.0.0.1)")),
        }
        if uri.authority().is_some_and(|a| a.as_str().contains('@')) || uri.query().is_some() {
            return Err(wrong("no name, password or query in the address: the key is read from the environment"));
        }
        let bare = address.trim_end_matches('/');
        let whole = if bare.ends_with("/chat/completions") { bare.to_owned() } else { format!("{bare}/chat/completions") };
        Ok(Self { address: whole, key, patience })
    }

    /// The bytes that the server answers to a request.
    pub(super) fn ask(&self, request: &Value) -> Result<Vec<u8>, CliError> {
        let failed = |e: ureq::Error| CliError::Failed(format!("{}: {}", self.address, self.said(&e)));
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(self.patience))
            .max_redirects(0)
            .http_status_as_error(false)
            .max_response_header_size(64 << 10)
            .user_agent(concat!("detente/", env!("CARGO_PKG_VERSION")));
        let config = if self.address.starts_with("http:") { config.proxy(None) } else { config };
        let agent = config.build().new_agent();
        let mut call = agent.post(&self.address).header("content-type", "application/json");
        if let Some(key) = &self.key {
            call = call.header("authorization", format!("Bearer {key}"));
        }
        let mut answer = call.send(request.to_string()).map_err(failed)?;
        let status = answer.status();
        if status.is_redirection() {
            return Err(CliError::Failed(format!("{}: the server redirects; give the address it leads to", self.address)));
        }
        let bytes = answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec().map_err(failed)?;
        if status.is_success() { Ok(bytes) } else { Err(self.refused(status.as_u16(), &bytes)) }
    }

    fn refused(&self, status: u16, bytes: &[u8]) -> CliError {
        let why = detente_coder::second::content(bytes).err().map(|e| format!(": {e}")).unwrap_or_default();
        let mend = match status {
            401 | 403 => "; check the key in the variable of --key-variable",
            404 => "; check the address and the model",
            _ => "",
        };
        CliError::Failed(format!("{}: the server answers {status}{mend}{why}", self.address))
    }

    fn said(&self, error: &ureq::Error) -> String {
        match error {
            ureq::Error::Timeout(_) => {
                format!("no answer within {} seconds: give it more with --timeout", self.patience.as_secs())
            }
            ureq::Error::BodyExceedsLimit(_) => format!("the answer has more than the {MOST_BYTES} bytes that are read"),
            // The key must not be shown, whatever is wrong with it.
            ureq::Error::Http(_) => "the request cannot be written: check the key for characters that are no letters".to_owned(),
            other => other.to_string(),
        }
    }
}

/// Whether a host is the machine itself.
fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(of: &str) -> Result<String, u8> {
        Endpoint::new(of, None, Duration::from_secs(1)).map(|e| e.address).map_err(|e| e.code())
    }

    #[test]
    fn addresses_that_are_asked() {
        let local = Ok("http://127.0.0.1:8080/v1/chat/completions".to_owned());
        assert_eq!(address("http://127.0.0.1:8080/v1"), local);
        assert_eq!(address("http://127.0.0.1:8080/v1/chat/completions/"), local);
        assert!(address("http://[::1]:8080/v1").is_ok() && address("http://localhost/v1").is_ok());
        assert!(address("https://example.org/v1").is_ok());
    }

    #[test]
    fn addresses_that_are_not() {
        for of in [
            "http://example.org/v1",
            "http://10.0.0.1/v1",
            "http://localhost.example.org/",
            "http://127.0.0.1.example.org/",
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "127.0.0.1:80",
            "/v1",
            "",
            "https://",
            "https://user:word@example.org/",
            "https://example.org/?key=1",
            "http://localhost@example.org/",
        ] {
            assert_eq!(address(of), Err(2), "{of}");
        }
    }
}
