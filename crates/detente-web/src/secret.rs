//! Passwords and second factors.
//!
//! Passwords are kept as Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that
//! OWASP's cheat sheet on password storage asks for. Codes are those of RFC 6238: six digits of
//! HMAC-SHA-1 over steps of thirty seconds, one step early or late allowed.

use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

use crate::token::{KeyError, random};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// A password has at least so many letters.
pub const SHORTEST: usize = 12;
/// More letters are refused, so that nobody is kept busy with hashing.
pub const LONGEST: usize = 256;
const STEP_SECONDS: i64 = 30;

/// Why a password is not kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// Too short or too long.
    #[error("a password has from 12 to 256 letters")]
    Length,
    /// It is made of what is tried first.
    #[error("this password is guessed first: it has few different letters, or little beside the name and common words")]
    Weak,
    /// The system gives no random bytes, or no memory.
    #[error("the password cannot be kept: {0}")]
    Failed(String),
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    (0..digits.len() / 2).map(|i| u8::from_str_radix(digits.get(2 * i..2 * i + 2)?, 16).ok()).collect()
}

fn hashed(password: &str, salt: &[u8], memory: u32, passes: u32) -> Result<[u8; 32], String> {
    let params = Params::new(memory, passes, 1, Some(32)).map_err(|e| e.to_string())?;
    let mut out = [0_u8; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(password.as_bytes(), salt, &mut out).map_err(|e| e.to_string())?;
    Ok(out)
}

/// What is tried first here, besides the name of the account.
const COMMON: [&str; 12] = [
    "password",
    "passw0rd",
    "detente",
    "centre",
    "center",
    "qwertyuiop",
    "qwerty",
    "letmein",
    "welcome",
    "administrator",
    "admin",
    "editor",
];
/// So many letters must be left when these are taken away, and so many different ones.
const OWN: usize = 6;

/// Whether a password is made of what is tried first. No rule asks for kinds of characters.
fn weak(name: &str, password: &str) -> bool {
    let different = |text: &str| text.chars().collect::<std::collections::BTreeSet<_>>().len();
    let mut left = password.to_lowercase();
    for word in COMMON.into_iter().map(str::to_owned).chain([name.to_lowercase()]).filter(|w| w.len() > 2) {
        left = left.replace(&word, "");
    }
    let letters: Vec<char> = left.chars().collect();
    // Runs such as 12345 or abcdef say no more than their first letter.
    let steps = letters.windows(2).filter(|w| matches!(w, [a, b] if (*a as u32).abs_diff(*b as u32) > 1)).count();
    different(password) < OWN || letters.len() < OWN || steps < OWN - 2
}

/// What is kept of the password of an account.
///
/// # Errors
/// [`PasswordError`].
pub fn keep_for(name: &str, password: &str) -> Result<String, PasswordError> {
    if password.chars().count() >= SHORTEST && weak(name, password) { Err(PasswordError::Weak) } else { keep(password) }
}

/// What is kept of a password, whatever it is.
///
/// # Errors
/// [`PasswordError::Length`], [`PasswordError::Failed`].
pub fn keep(password: &str) -> Result<String, PasswordError> {
    if !(SHORTEST..=LONGEST).contains(&password.chars().count()) {
        return Err(PasswordError::Length);
    }
    let salt = random().map_err(|e| PasswordError::Failed(e.to_string()))?;
    let salt = salt.get(..16).unwrap_or_default();
    let hash = hashed(password, salt, MEMORY_KIB, PASSES).map_err(PasswordError::Failed)?;
    Ok(format!("argon2id${MEMORY_KIB}${PASSES}${}${}", hexadecimal(salt), hexadecimal(&hash)))
}

/// Whether a password is the kept one. Every comparison takes as long, also one with nothing.
#[must_use]
pub fn fits(password: &str, kept: Option<&str>) -> bool {
    let parts: Vec<&str> = kept.unwrap_or_default().split('$').collect();
    let read = || match parts.as_slice() {
        ["argon2id", memory, passes, salt, hash] => {
            Some((memory.parse().ok()?, passes.parse().ok()?, bytes(salt)?, bytes(hash)?))
        }
        _ => None,
    };
    let known = read();
    let (memory, passes, salt, hash) = known.clone().unwrap_or_else(|| (MEMORY_KIB, PASSES, vec![0; 16], vec![0; 32]));
    let short: String = password.chars().take(LONGEST).collect();
    let Ok(found) = hashed(&short, &salt, memory, passes) else { return false };
    let differing = found.iter().zip(&hash).fold(u8::from(found.len() != hash.len()), |d, (a, b)| d | (a ^ b));
    known.is_some() && differing == 0
}

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new secret of a second factor, in base 32.
///
/// # Errors
/// [`KeyError::Random`].
pub fn new_factor() -> Result<String, KeyError> {
    let bytes = random()?;
    let letter = |b: &u8| char::from(*LETTERS.get(usize::from(b & 31)).unwrap_or(&b'A'));
    Ok(bytes.iter().map(letter).collect())
}

fn base32(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut value, mut bits) = (0_u32, 0);
    for c in text.bytes() {
        let five = LETTERS.iter().position(|l| *l == c.to_ascii_uppercase())?;
        value = (value << 5) | u32::try_from(five).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((value >> bits) & 0xFF).ok()?);
        }
        value &= (1 << bits) - 1;
    }
    Some(out)
}

/// The code of a secret at a time step.
fn code(secret: &[u8], step: i64) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash.last()? & 15);
    let four: [u8; 4] = hash.get(at..at + 4)?.try_into().ok()?;
    Some((u32::from_be_bytes(four) & 0x7FFF_FFFF) % 1_000_000)
}

/// The time step whose code was given, when it is that of now, one before or one after.
#[must_use]
pub fn step_of(secret: &str, given: &str, now: i64) -> Option<i64> {
    let given: u32 = given.trim().parse().ok().filter(|_| given.trim().len() == 6)?;
    let secret = base32(secret)?;
    let here = now / STEP_SECONDS;
    [here, here - 1, here + 1].into_iter().find(|s| code(&secret, *s) == Some(given))
}

/// The code of a secret now, as an app shows it.
#[must_use]
pub fn current(secret: &str, now: i64) -> Option<String> {
    Some(format!("{:06}", code(&base32(secret)?, now / STEP_SECONDS)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guessed_first_is_refused() {
        for word in [
            "password1234",
            "aaaaaaaaaaaaaaa",
            "123456789012345",
            "edith-edith-edith",
            "abcdefghijklmnop",
            "DetenteDetente1",
            "qwertyuiop12",
        ] {
            assert!(weak("edith", word), "{word}");
        }
        for word in [
            "a long enough password",
            "correct horse battery staple",
            "7fK2-xq9Lm-0bTz",
            "\u{633}\u{631} \u{637}\u{648}\u{64A}\u{644} \u{62C}\u{62F}\u{627}",
        ] {
            assert!(!weak("edith", word), "{word}");
        }
        assert!(matches!(keep_for("edith", "password1234"), Err(PasswordError::Weak)));
        assert!(matches!(keep_for("edith", "short"), Err(PasswordError::Length)));
    }

    #[test]
    fn a_password_fits_itself_only() {
        let kept = keep("correct horse battery").unwrap();
        assert!(fits("correct horse battery", Some(&kept)));
        assert!(!fits("correct horse batter", Some(&kept)));
        assert!(!fits("correct horse battery", None));
        assert!(!fits("correct horse battery", Some("argon2id$x")));
        assert!(matches!(keep("short"), Err(PasswordError::Length)));
        assert!(!kept.contains("horse"));
    }

    /// RFC 6238, appendix B, with SHA-1: the last six of the eight digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (time, expected) in [(59, 287_082), (1_111_111_109, 81_804), (1_234_567_890, 5_924), (20_000_000_000_i64, 353_130)] {
            assert_eq!(code(secret, time / 30), Some(expected), "{time}");
        }
        let text = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert_eq!(base32(text).unwrap(), secret);
        assert_eq!(step_of(text, "287082", 59), Some(1));
        assert_eq!(step_of(text, "287082", 59 + 90), None);
        assert_eq!(current(text, 59).unwrap(), "287082");
    }
}
