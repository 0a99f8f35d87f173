//! Limits by reader: so many requests of a kind in so long.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// What is limited, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Questions and searches.
    Work,
    /// Forms.
    Form,
    /// Votes.
    Vote,
    /// Logins.
    Login,
    /// Data for programs.
    Api,
}

impl Kind {
    /// How many at once, and how many seconds until one more is free.
    const fn allowed(self) -> (f64, f64) {
        match self {
            Self::Work => (30.0, 1.0),
            Self::Form => (10.0, 12.0),
            Self::Vote => (5.0, 720.0),
            Self::Login => (10.0, 30.0),
            Self::Api => (120.0, 0.5),
        }
    }
}

/// What is left of one reader's allowance.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: i64,
}

/// At most so many readers are remembered; when there are more, those with most left are forgotten.
const MOST: usize = 50_000;

/// What each reader has left. Addresses are held in memory only.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    buckets: Mutex<BTreeMap<(Kind, String), Bucket>>,
}

/// What is left after a request that was let through, for the `RateLimit` line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) remaining: u64,
    pub(crate) reset: u64,
}

impl Limits {
    /// Takes one from a reader's allowance; the seconds to wait when there is none left.
    pub(crate) fn take(&self, kind: Kind, remote: IpAddr, now: i64) -> Result<Left, u64> {
        self.take_of(kind, &network(remote), now)
    }

    fn take_of(&self, kind: Kind, who: &str, now: i64) -> Result<Left, u64> {
        let (most, pace) = kind.allowed();
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST {
            buckets.retain(|(kind, _), b| filled(*b, kind.allowed(), now).left < kind.allowed().0);
        }
        if buckets.len() >= MOST {
            buckets.clear();
        }
        let bucket = buckets.entry((kind, who.to_owned())).or_insert(Bucket { left: most, at: now });
        *bucket = filled(*bucket, (most, pace), now);
        if bucket.left < 1.0 {
            return Err(whole((1.0 - bucket.left) * pace).max(1));
        }
        bucket.left -= 1.0;
        Ok(Left { remaining: whole(bucket.left.floor()), reset: whole((most - bucket.left) * pace) })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded: at most an allowance, never below 0")]
fn whole(x: f64) -> u64 {
    x.ceil().clamp(0.0, 1e9) as u64
}

fn filled(bucket: Bucket, (most, pace): (f64, f64), now: i64) -> Bucket {
    let passed = u32::try_from(now.saturating_sub(bucket.at).max(0)).unwrap_or(u32::MAX);
    Bucket { left: (bucket.left + f64::from(passed) / pace).min(most), at: now.max(bucket.at) }
}

/// The network of a reader: one address of version 4, one /64 of version 6, which one reader has whole.
fn network(remote: IpAddr) -> String {
    match remote {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.to_string(),
            None => v6.segments().iter().take(4).map(|s| format!("{s:x}:")).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_used_up_and_comes_back() {
        let limits = Limits::default();
        let who: IpAddr = "192.0.2.7".parse().unwrap();
        for _ in 0..10 {
            assert!(limits.take(Kind::Form, who, 0).is_ok());
        }
        assert_eq!(limits.take(Kind::Form, who, 0), Err(12));
        assert!(limits.take(Kind::Form, "192.0.2.8".parse().unwrap(), 0).is_ok());
        assert!(limits.take(Kind::Form, who, 12).is_ok());
        assert!(limits.take(Kind::Form, who, 13).is_err());
    }

    #[test]
    fn a_version_6_reader_is_known_by_the_network() {
        let one = network("2001:db8:1:2::1".parse().unwrap());
        assert_eq!(one, network("2001:db8:1:2:ffff::9".parse().unwrap()));
        assert_ne!(one, network("2001:db8:1:3::1".parse().unwrap()));
    }
}
