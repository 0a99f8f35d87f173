//! The example site on a port of its own, and a plain client.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, mpsc};

use detente_web::mail::{Post, Sink};
use detente_web::token::Keys;
use detente_web::{App, Clock, Config, demo, serve};

/// The day of the tests: 1 December 2025, noon.
const NOON: i64 = 1_764_590_400;

pub(crate) struct Site {
    pub(crate) app: Arc<App>,
    pub(crate) address: SocketAddr,
    pub(crate) folder: tempfile::TempDir,
    now: Arc<AtomicI64>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let at = text.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no field {name} in {text}"));
        let rest = &text[at..];
        rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// The cookie that is set, as it is sent back.
    pub(crate) fn cookie(&self) -> String {
        self.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
    }
}

impl Site {
    pub(crate) fn demo() -> Self {
        Self::open(true)
    }

    pub(crate) fn open(filled: bool) -> Self {
        Self::with(filled, "http://centre.example", 32)
    }

    /// A site at an origin that works on so many requests at once.
    pub(crate) fn with(filled: bool, origin: &str, most_at_once: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path: PathBuf = folder.path().join("site.db");
        let mut store = detente_ledger::site::Site::open(&path).unwrap();
        if filled {
            demo::fill(&mut store).unwrap();
        }
        drop(store);
        let now = Arc::new(AtomicI64::new(NOON));
        let post = Post {
            sink: Some(Sink::Maildir(folder.path().join("mail"))),
            bounces: Some("bounces@centre.example".to_owned()),
            reports: Some(folder.path().join("reports")),
            signer: None,
        };
        let config = Config { post, most_at_once, ..Config::new(&path, origin) };
        let keys = Keys::new("the secret of the tests has more than 32 letters").unwrap();
        let app = Arc::new(App::new(config, keys, Clock::Told(Arc::clone(&now))).unwrap());
        let (tell, told) = mpsc::channel();
        let served = Arc::clone(&app);
        std::thread::spawn(move || {
            let ready = move |address| tell.send(address).unwrap();
            serve(served, "127.0.0.1:0".parse().unwrap(), ready).unwrap();
        });
        let address = told.recv().unwrap();
        Self { app, address, folder, now }
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::AcqRel);
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "")
    }

    pub(crate) fn get_with(&self, path: &str, lines: &[(&str, &str)]) -> Answer {
        self.send("GET", path, lines, "")
    }

    pub(crate) fn post(&self, path: &str, lines: &[(&str, &str)], fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("content-type", "application/x-www-form-urlencoded"), ("origin", "http://centre.example")];
        all.retain(|(n, _)| !lines.iter().any(|(m, _)| m == n));
        all.extend(lines);
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encoded(n), encoded(v))).collect();
        self.send("POST", path, &all, &body.join("&"))
    }

    pub(crate) fn send(&self, method: &str, path: &str, lines: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: centre.example\r\nconnection: close\r\ncontent-length: {}\r\n",
            body.len()
        );
        for (name, value) in lines {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{head}\r\n{body}").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        read(&bytes)
    }
}

fn read(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let pair = |l: &str| l.split_once(": ").map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned()));
    Answer { status, headers: lines.filter_map(pair).collect(), body: bytes[end + 4..].to_vec() }
}

pub(crate) fn encoded(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
