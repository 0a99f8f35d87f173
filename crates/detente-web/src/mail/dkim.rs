//! Signing letters: `DomainKeys` Identified Mail (RFC 6376), relaxed/relaxed, RSA or Ed25519 (RFC 8463).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use sha2::{Digest as _, Sha256};

/// The lines of the head that are signed, where they stand. RFC 8058 asks for the last two. `from` is
/// named once more than it stands, so that nobody adds a second one.
const SIGNED: [&str; 10] = [
    "from",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// Why letters cannot be signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The key is none that can be used.
    #[error(
        "the DKIM key is not read: {0}\n  mend: give a private key in PEM, as `openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048` writes it"
    )]
    Key(String),
    /// A name cannot stand in a signature.
    #[error("`{0}` is no domain or selector: letters, digits, hyphens and dots")]
    Name(String),
    /// The system gives no random bytes.
    #[error("the letter cannot be signed: the system gives no random bytes")]
    Random,
}

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

/// What signs the letters of a domain.
pub struct Signer {
    domain: String,
    selector: String,
    key: Key,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({}._domainkey.{})", self.selector, self.domain)
    }
}

impl Signer {
    /// A signer for `selector._domainkey.domain` with a private key in PEM.
    ///
    /// # Errors
    /// [`SignError::Key`], [`SignError::Name`].
    pub fn new(domain: &str, selector: &str, pem: &str) -> Result<Self, SignError> {
        for name in [domain, selector] {
            let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
            if name.is_empty() || name.len() > 253 || !plain {
                return Err(SignError::Name(name.to_owned()));
            }
        }
        Ok(Self { domain: domain.to_owned(), selector: selector.to_owned(), key: key(pem)? })
    }

    /// The line `DKIM-Signature` for a letter, with the end of the line.
    ///
    /// # Errors
    /// [`SignError::Random`].
    pub fn line(&self, letter: &[u8], seconds: i64) -> Result<String, SignError> {
        let letter = String::from_utf8_lossy(letter);
        let (head, body) = letter.split_once("\r\n\r\n").unwrap_or((&letter, ""));
        let lines = lines(head);
        let names: Vec<&str> = SIGNED.into_iter().filter(|n| lines.iter().any(|(own, _)| own == n)).collect();
        let algorithm = if matches!(self.key, Key::Rsa(_)) { "rsa-sha256" } else { "ed25519-sha256" };
        let begun = format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; d={};\r\n\ts={}; t={seconds};\r\n\th={};\r\n\tbh={};\r\n\tb=",
            self.domain,
            self.selector,
            names.join(":"),
            STANDARD.encode(Sha256::digest(relaxed_body(body))),
        );
        let signature = self.sign(&signed(&lines, &names, &begun))?;
        let folded: Vec<&str> = signature.as_bytes().chunks(72).filter_map(|c| std::str::from_utf8(c).ok()).collect();
        Ok(format!("{begun}{}\r\n", folded.join("\r\n\t")))
    }

    fn sign(&self, text: &str) -> Result<String, SignError> {
        match &self.key {
            Key::Rsa(pair) => {
                let mut out = vec![0; pair.public().modulus_len()];
                let signed = pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut out);
                signed.map_err(|_| SignError::Random)?;
                Ok(STANDARD.encode(out))
            }
            // RFC 8463, section 3: what Ed25519 signs is the SHA-256 of the text.
            Key::Ed25519(pair) => Ok(STANDARD.encode(pair.sign(&Sha256::digest(text.as_bytes())))),
        }
    }
}

fn key(pem: &str) -> Result<Key, SignError> {
    let begins = pem.find("-----BEGIN ").ok_or_else(|| SignError::Key("there is no BEGIN line".to_owned()))?;
    let inner: String = pem.get(begins..).unwrap_or_default().lines().skip(1).take_while(|l| !l.starts_with("-----")).collect();
    let der = STANDARD.decode(inner.trim()).map_err(|e| SignError::Key(e.to_string()))?;
    let wrong = |e: ring::error::KeyRejected| SignError::Key(e.to_string());
    if pem.contains("BEGIN RSA PRIVATE KEY") {
        return RsaKeyPair::from_der(&der).map(|k| Key::Rsa(Box::new(k))).map_err(wrong);
    }
    match Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der) {
        Ok(pair) => Ok(Key::Ed25519(Box::new(pair))),
        Err(_) => RsaKeyPair::from_pkcs8(&der).map(|k| Key::Rsa(Box::new(k))).map_err(wrong),
    }
}

/// The lines of a head, put together where they were folded: the name in small letters, and the rest.
fn lines(head: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        match (line.starts_with([' ', '\t']), out.last_mut(), line.split_once(':')) {
            (true, Some(last), _) => last.1.push_str(line),
            (_, _, Some((name, rest))) => out.push((name.trim_end().to_ascii_lowercase(), rest.to_owned())),
            _ => {}
        }
    }
    out
}

/// What is signed: each line named, the last of its name first, then the signature's own line (RFC 6376, 3.7).
fn signed(lines: &[(String, String)], names: &[&str], own: &str) -> String {
    let mut left: Vec<&(String, String)> = lines.iter().collect();
    let mut out = String::new();
    for name in names {
        if let Some(at) = left.iter().rposition(|(n, _)| n == name) {
            let (name, rest) = left.remove(at);
            out.push_str(&format!("{name}:{}\r\n", relaxed(rest)));
        }
    }
    let rest = own.split_once(':').map_or("", |(_, rest)| rest);
    out.push_str(&format!("dkim-signature:{}", relaxed(&rest.replace("\r\n", ""))));
    out
}

/// White space as one space, none at the ends (RFC 6376, 3.4.2).
fn relaxed(text: &str) -> String {
    text.split([' ', '\t', '\r', '\n']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The body with white space as one space, none at the end of a line, no empty lines at the end (3.4.4).
fn relaxed_body(body: &str) -> String {
    let line = |l: &str| {
        let begins = if l.starts_with([' ', '\t']) && !relaxed(l).is_empty() { " " } else { "" };
        format!("{begins}{}\r\n", relaxed(l))
    };
    let mut lines: Vec<String> = body.split("\r\n").map(line).collect();
    while lines.last().is_some_and(|l| l == "\r\n") {
        lines.pop();
    }
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ED25519, KeyPair as _, UnparsedPublicKey};

    /// The letter of RFC 8463, appendix A, with its published keys and signatures.
    const HEAD: &str = "From: Joe SixPack <joe@football.example.com>\r\nTo: Suzie Q <suzie@shopping.example.net>\r\nSubject: Is dinner ready?\r\nDate: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\nMessage-ID: <20030712040037.46341.5F8J@football.example.com>";
    const BODY: &str = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    const OWN: &str = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=";
    const SIGNATURE: &str = "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";
    const PUBLIC: &str = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    #[test]
    fn the_letter_of_rfc_8463_has_its_published_signature() {
        assert_eq!(STANDARD.encode(Sha256::digest(relaxed_body(BODY))), "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
        let names = ["from", "to", "subject", "date", "message-id", "from", "subject", "date"];
        let text = signed(&lines(HEAD), &names, OWN);
        let key = UnparsedPublicKey::new(&ED25519, STANDARD.decode(PUBLIC).unwrap());
        key.verify(&Sha256::digest(text.as_bytes()), &STANDARD.decode(SIGNATURE).unwrap()).unwrap();
    }

    #[test]
    fn a_changed_letter_is_not_what_was_signed() {
        let pem = format!(
            "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
            STANDARD.encode(Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap().as_ref())
        );
        let signer = Signer::new("centre.example", "site", &pem).unwrap();
        let letter = format!("{HEAD}\r\nList-Unsubscribe: <https://centre.example/u>\r\n\r\n{BODY}");
        let line = signer.line(letter.as_bytes(), 1).unwrap();
        assert!(line.contains("h=from:from:to:subject:date:message-id:list-unsubscribe;"), "{line}");
        let Key::Ed25519(pair) = &signer.key else { panic!("an Ed25519 key") };
        let (begun, signature) = line.split_once("b=\r\n").or_else(|| line.rsplit_once("\tb=")).unwrap();
        let own = format!("{begun}\tb=");
        let names = ["from", "from", "to", "subject", "date", "message-id", "list-unsubscribe"];
        let verify = |head: &str| {
            let text = signed(&lines(head), &names, &own);
            let key = UnparsedPublicKey::new(&ED25519, pair.public_key().as_ref());
            let bytes = STANDARD.decode(signature.replace("\r\n", "").replace('\t', "")).unwrap();
            key.verify(&Sha256::digest(text.as_bytes()), &bytes).is_ok()
        };
        let head = letter.split_once("\r\n\r\n").unwrap().0;
        assert!(verify(head));
        assert!(!verify(&head.replace("centre.example/u", "elsewhere.example/u")));
        assert!(!verify(&format!("{head}\r\nFrom: another@example.org")));
    }

    #[test]
    fn white_space_is_relaxed_as_the_standard_shows() {
        // RFC 6376, 3.4.5: its example 1.
        let head = "A: X\r\nB : Y\t\r\n\tZ  ";
        let shown: Vec<String> = lines(head).iter().map(|(n, r)| format!("{n}:{}", relaxed(r))).collect();
        assert_eq!(shown, ["a:X", "b:Y Z"]);
        assert_eq!(relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
        assert_eq!(relaxed_body(""), "");
    }

    #[test]
    fn what_is_no_key_is_named() {
        assert!(matches!(Signer::new("centre.example", "a b", ""), Err(SignError::Name(_))));
        assert!(matches!(Signer::new("centre.example", "a", "none"), Err(SignError::Key(_))));
        let half = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        assert!(Signer::new("centre.example", "a", half).unwrap_err().to_string().contains("openssl"));
    }
}
