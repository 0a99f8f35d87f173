//! Asks one address again and again, and says how many answers a second there were and how long they took.
//!
//! `load ADDRESS:PORT PATH SECONDS CONNECTIONS [MOST]`: `{n}` in the path is a number that runs through 1 to MOST
//! in an order that looks random, and each request names another reader as a proxy would.

use std::collections::BTreeMap;
use std::io::{Read, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The time of each answer in microseconds, and how often each status came.
type Seen = (Vec<u128>, BTreeMap<u16, u64>);

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, path, seconds, connections, rest @ ..] = arguments.as_slice() else {
        return Err("give ADDRESS:PORT PATH SECONDS CONNECTIONS".into());
    };
    let most: u64 = rest.first().map_or(Ok(10_000), |n| n.parse())?;
    let (seconds, connections): (u64, usize) = (seconds.parse()?, connections.parse()?);
    let end = Instant::now() + Duration::from_secs(seconds);
    let ask = |number: usize| {
        let (address, path) = (address.clone(), path.clone());
        let numbers = Numbers { state: number as u64, most };
        std::thread::spawn(move || asking(&address, &path, end, numbers))
    };
    let threads: Vec<_> = (0..connections).map(ask).collect();
    let (mut times, mut statuses) = (Vec::new(), BTreeMap::new());
    for thread in threads {
        let (own, seen) = thread.join().map_err(|_| "a thread failed")?;
        times.extend(own);
        seen.into_iter().for_each(|(s, n)| *statuses.entry(s).or_insert(0) += n);
    }
    times.sort_unstable();
    let at =
        |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    let rate = times.len() as u64 / seconds.max(1);
    writeln!(std::io::stdout(), "{rate} answers/s  p50 {} us  p95 {} us  p99 {} us  {statuses:?}", at(50), at(95), at(99))?;
    Ok(())
}

/// Numbers from 1 to `most` in an order that looks random and is the same in every run.
struct Numbers {
    state: u64,
    most: u64,
}

impl Numbers {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.state >> 33
    }

    /// The path, and the reader whom a proxy would name.
    fn ask(&mut self, path: &str) -> (String, String) {
        let number = self.next() % self.most + 1;
        let who = self.next();
        let reader = format!("198.{}.{}.{}", 16 + who % 32, who / 32 % 250, who / 8000 % 250);
        (path.replace("{n}", &number.to_string()), reader)
    }
}

/// Asks until the end; a connection that is cut off (status 0) is made anew.
fn asking(address: &str, path: &str, end: Instant, mut numbers: Numbers) -> Seen {
    let (mut times, mut statuses) = (Vec::new(), BTreeMap::new());
    while Instant::now() < end {
        let Ok(mut stream) = TcpStream::connect(address) else { continue };
        let _ = stream.set_nodelay(true);
        while Instant::now() < end {
            let (path, reader) = numbers.ask(path);
            let begun = Instant::now();
            let status = once(&mut stream, address, &path, &reader).unwrap_or(0);
            *statuses.entry(status).or_insert(0) += 1;
            if status == 0 {
                break;
            }
            times.push(begun.elapsed().as_micros());
        }
    }
    (times, statuses)
}

fn once(stream: &mut TcpStream, host: &str, path: &str, reader: &str) -> Option<u16> {
    let lines = format!("host: {host}\r\naccept-encoding: gzip\r\nx-forwarded-for: {reader}");
    let asked = format!("GET {path} HTTP/1.1\r\n{lines}\r\n\r\n");
    stream.write_all(asked.as_bytes()).ok()?;
    let mut bytes = Vec::with_capacity(64 << 10);
    let mut part = [0_u8; 64 << 10];
    loop {
        let n = stream.read(&mut part).ok().filter(|n| *n > 0)?;
        bytes.extend_from_slice(part.get(..n)?);
        let Some(head) = bytes.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(bytes.get(..head)?).to_ascii_lowercase();
        let length: usize = text.lines().find_map(|l| l.strip_prefix("content-length: ")?.parse().ok())?;
        if bytes.len() >= head + 4 + length {
            return text.get(9..12)?.parse().ok();
        }
    }
}
