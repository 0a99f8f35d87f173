//! The example site with an editor who is logged in: requests go to its routes without a port between.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::{HeaderMap, HeaderValue, header::COOKIE};
use detente_ledger::site::{Role, Site};
use detente_web::token::{Keys, digest};
use detente_web::{App, Call, Clock, Config, Fault, Route, demo, form};

/// The day of the site: 1 December 2025, noon.
const NOON: i64 = 1_764_590_400;
const SECRET: &str = "the secret of the fuzz targets has more than 32 letters";
const SESSION: &str = "the session of the editor";
/// Sessions end after twelve hours, so one is begun anew before.
const LONGEST: i64 = 36_000;

/// The site, its clock and the editor.
pub struct Stand {
    app: App,
    keys: Keys,
    now: Arc<AtomicI64>,
    begun: i64,
    /// Keeps the file of the site while the stand lives.
    _folder: tempfile::TempDir,
}

type Made<T> = Result<T, Box<dyn std::error::Error>>;

impl Stand {
    /// The example site, filled.
    ///
    /// # Errors
    /// What the database or the disk says.
    pub fn new() -> Made<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("site.db");
        demo::fill(&mut Site::open(&path)?)?;
        let now = Arc::new(AtomicI64::new(NOON));
        let config = Config::new(&path, "http://centre.example");
        let app = App::new(config, Keys::new(SECRET)?, Clock::Told(Arc::clone(&now)))?;
        let stand = Self { app, keys: Keys::new(SECRET)?, now, begun: 0, _folder: folder };
        let id = stand.app.note(|site| site.add_account("fuzz", Role::Admin, "", &stand.app.stamp("fuzz", "set up")))?;
        stand.app.note(|site| site.set_totp(id, "GEZDGNBVGY3TQOJQ", &stand.app.stamp("fuzz", "set up")))?;
        Ok(stand)
    }

    /// Lets a minute pass, so that no limit is met twice, and sees to it that the editor is logged in.
    ///
    /// # Errors
    /// What the database says.
    pub fn pass(&mut self) -> Made<()> {
        let now = self.now.fetch_add(60, Ordering::AcqRel) + 60;
        let token = digest(SESSION);
        let lost = self.app.read(|site| site.session(&token, now))?.is_none();
        if lost || now - self.begun > LONGEST {
            self.log_in(&token, now)?;
        }
        Ok(())
    }

    fn log_in(&mut self, token: &str, now: i64) -> Made<()> {
        let stamp = self.app.stamp("fuzz", "log in");
        self.app.note(|site| site.end_session(token, false))?;
        self.app.note(|site| {
            let account = site.account("fuzz")?.map_or(0, |a| a.id);
            site.set_account("fuzz", Role::Admin, false, &stamp)?;
            site.begin_session(account, token, None, now, &stamp)
        })?;
        self.begun = now;
        Ok(())
    }

    /// What our own pages put into the form of a route: without it every form is refused at the door.
    #[must_use]
    pub fn marks(&self, route: &str, part: &str) -> Vec<(String, String)> {
        let now = self.now.load(Ordering::Acquire);
        let ticket = self.ticket(part, now);
        let mark = if route.contains("poll") {
            self.keys.sign("vote", &format!("{}-{}", now - 10, digest(&ticket)))
        } else if route.contains("newsletter") {
            self.keys.sign("newsletter", &(now - 10).to_string())
        } else {
            self.keys.sign("form", &digest(SESSION))
        };
        vec![("form".to_owned(), mark), ("ticket".to_owned(), ticket)]
    }

    /// A vote's ticket: a new one each hour.
    fn ticket(&self, part: &str, now: i64) -> String {
        self.keys.sign("ticket", &format!("{part}-{}", now / 3600))
    }

    /// The link by which a reader ends the newsletter.
    #[must_use]
    pub fn end_of_letters(&self, reader: &str) -> String {
        self.keys.sign("unsubscribe", reader)
    }

    /// Sends a form to a route; the places of its path are filled with `part`.
    ///
    /// # Panics
    /// When the site says that something of its own failed: nothing that is sent may do that.
    pub fn send(&self, route: &Route, part: &str, sent: form::Form) -> Option<u16> {
        let names = route.path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}'));
        let params = names.map(|n| (n.to_owned(), part.to_owned())).collect();
        let mut headers = HeaderMap::new();
        let ticket = self.ticket(part, self.now.load(Ordering::Acquire));
        headers.insert(COOKIE, HeaderValue::from_str(&format!("desk={SESSION}; poll{part}={ticket}")).ok()?);
        let call = Call {
            app: &self.app,
            path: route.path,
            params,
            query: Vec::new(),
            form: sent.pairs,
            file: sent.file,
            headers,
            remote: [192, 0, 2, 1].into(),
        };
        let answer = (route.run)(&call);
        assert!(!matches!(answer, Err(Fault::Failed(_))), "{route:?} with {:?} failed: {answer:?}", call.form);
        Some(answer.map_or_else(|fault| fault.status().as_u16(), |_| 200))
    }
}
