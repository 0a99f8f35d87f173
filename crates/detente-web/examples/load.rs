//! Asks one address again and again, and says how many answers a second there were and how long they took.
//!
//! `load ADDRESS:PORT PATH SECONDS CONNECTIONS`

use std::collections::BTreeMap;
use std::io::{Read, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The time of each answer in microseconds, and how often each status came.
type Seen = (Vec<u128>, BTreeMap<u16, u64>);

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, path, seconds, connections] = arguments.as_slice() else {
        return Err("give ADDRESS:PORT PATH SECONDS CONNECTIONS".into());
    };
    let (seconds, connections): (u64, usize) = (seconds.parse()?, connections.parse()?);
    let end = Instant::now() + Duration::from_secs(seconds);
    let ask = |_| {
        let (address, path) = (address.clone(), path.clone());
        std::thread::spawn(move || asking(&address, &path, end))
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

/// Asks until the end; a connection that is cut off (status 0) is made anew.
fn asking(address: &str, path: &str, end: Instant) -> Seen {
    let (mut times, mut statuses) = (Vec::new(), BTreeMap::new());
    while Instant::now() < end {
        let Ok(mut stream) = TcpStream::connect(address) else { continue };
        let _ = stream.set_nodelay(true);
        while Instant::now() < end {
            let begun = Instant::now();
            let status = once(&mut stream, address, path).unwrap_or(0);
            *statuses.entry(status).or_insert(0) += 1;
            if status == 0 {
                break;
            }
            times.push(begun.elapsed().as_micros());
        }
    }
    (times, statuses)
}

fn once(stream: &mut TcpStream, host: &str, path: &str) -> Option<u16> {
    let asked = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\naccept-encoding: gzip\r\n\r\n");
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
