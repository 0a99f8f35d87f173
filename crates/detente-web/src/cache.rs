//! Pages that were drawn before, ready to be sent, compressed.
//!
//! A page stands until what it shows is changed: by this program, which says what it changed, or by
//! another, which is seen by a number that the database keeps; and never past the end of its day.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Instant;

use crate::reply::Ready;

/// All kept pages together take at most so many bytes.
const MOST_BYTES: usize = 128 << 20;
/// How often it is asked whether another program has changed the database.
const LOOK_MILLIS: u64 = 500;

/// What every kept page was drawn from: the day, and the changes of other programs.
pub(crate) type Mark = (jiff::civil::Date, i64);

#[derive(Debug)]
struct Kept {
    ready: Arc<Ready>,
    used: AtomicBool,
}

#[derive(Debug, Default)]
struct Pages {
    kept: HashMap<String, Kept>,
    /// The addresses in the order in which they came.
    order: VecDeque<String>,
    bytes: usize,
    mark: Option<Mark>,
    /// Counts what was taken away, so that a page drawn before a change is not kept after it.
    turn: u64,
}

/// The kept pages by address.
#[derive(Debug)]
pub(crate) struct Cache {
    pages: RwLock<Pages>,
    begun: Instant,
    looked: AtomicU64,
}

impl Default for Cache {
    fn default() -> Self {
        Self { pages: RwLock::default(), begun: Instant::now(), looked: AtomicU64::new(0) }
    }
}

impl Cache {
    fn read(&self) -> RwLockReadGuard<'_, Pages> {
        self.pages.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Pages> {
        self.pages.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn get(&self, key: &str) -> Option<Arc<Ready>> {
        let pages = self.read();
        let kept = pages.kept.get(key)?;
        kept.used.store(true, Ordering::Relaxed);
        Some(Arc::clone(&kept.ready))
    }

    /// Counts the takings-away; a page that is drawn from now on is kept only while it stays the same.
    pub(crate) fn turn(&self) -> u64 {
        self.read().turn
    }

    /// Keeps a page that was begun to be drawn at `turn`.
    pub(crate) fn put(&self, key: String, ready: &Arc<Ready>, turn: u64) {
        let size = ready.size() + 2 * key.len();
        let mut pages = self.write();
        if pages.turn != turn || size > MOST_BYTES / 8 {
            return;
        }
        pages.make_room(size);
        let kept = Kept { ready: Arc::clone(ready), used: AtomicBool::new(false) };
        match pages.kept.insert(key.clone(), kept) {
            Some(old) => pages.bytes = pages.bytes.saturating_sub(old.ready.size() + 2 * key.len()),
            None => pages.order.push_back(key),
        }
        pages.bytes += size;
    }

    /// Whether it is time to ask for the mark; true for one asker at a time.
    pub(crate) fn is_due(&self) -> bool {
        let now = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let last = self.looked.load(Ordering::Relaxed);
        let due = now.saturating_sub(last) >= LOOK_MILLIS;
        due && self.looked.compare_exchange(last, now, Ordering::AcqRel, Ordering::Relaxed).is_ok()
    }

    /// Takes every page away when the mark is another than that of the last time.
    pub(crate) fn see(&self, mark: Mark) {
        if self.read().mark != Some(mark) {
            let mut pages = self.write();
            pages.keep_only(|_| false);
            pages.mark = Some(mark);
        }
    }

    /// Takes every page away whose address is not to be kept.
    pub(crate) fn keep_only(&self, keep: impl Fn(&str) -> bool) {
        self.write().keep_only(keep);
    }
}

impl Pages {
    /// Takes away the oldest pages that nobody has asked for since they were last looked at.
    fn make_room(&mut self, size: usize) {
        while self.bytes + size > MOST_BYTES
            && let Some(key) = self.order.pop_front()
        {
            let used = self.kept.get(&key).is_some_and(|k| k.used.swap(false, Ordering::Relaxed));
            if used {
                self.order.push_back(key);
            } else {
                self.drop_page(&key);
            }
        }
    }

    fn drop_page(&mut self, key: &str) {
        if let Some(old) = self.kept.remove(key) {
            self.bytes = self.bytes.saturating_sub(old.ready.size() + 2 * key.len());
        }
    }

    fn keep_only(&mut self, keep: impl Fn(&str) -> bool) {
        self.turn += 1;
        let order = std::mem::take(&mut self.order);
        for key in order {
            if keep(&key) {
                self.order.push_back(key);
            } else {
                self.drop_page(&key);
            }
        }
    }
}

/// The number of the brief on whose own page an address leads: `/ar/b/7/who-gains`, `/b/7/v/1/cite.bib`.
pub(crate) fn brief_of(address: &str) -> Option<i64> {
    let path = address.split(['?', '#']).next()?;
    let rest = ["/ar/b/", "/en/b/", "/b/"].into_iter().find_map(|b| path.strip_prefix(b))?;
    rest.split('/').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::Reply;

    fn page(bytes: usize) -> Arc<Ready> {
        // Digits that do not compress, so that sizes are as told.
        let body: Vec<u8> = (0..bytes).map(|n| u8::try_from((n * n / 7 + n) % 251).unwrap()).collect();
        Arc::new(Ready::new(Reply::new("application/octet-stream", body)))
    }

    #[test]
    fn a_page_that_is_asked_for_outlives_one_that_is_not() {
        let cache = Cache::default();
        let ten = page(MOST_BYTES / 10);
        for n in 0..9 {
            cache.put(format!("/{n}"), &ten, 0);
        }
        assert!(cache.get("/0").is_some());
        cache.put("/9".to_owned(), &ten, 0);
        assert!(cache.get("/0").is_some() && cache.get("/1").is_none());
        assert!(cache.read().bytes <= MOST_BYTES);
    }

    #[test]
    fn a_page_drawn_before_a_change_is_not_kept_after_it() {
        let cache = Cache::default();
        let turn = cache.turn();
        cache.keep_only(|_| false);
        cache.put("/a".to_owned(), &page(10), turn);
        assert!(cache.get("/a").is_none());
        cache.put("/a".to_owned(), &page(10), cache.turn());
        assert!(cache.get("/a").is_some());
        cache.see((jiff::civil::date(2025, 1, 1), 1));
        assert!(cache.get("/a").is_none(), "another day");
        assert_eq!(cache.read().bytes, 0);
    }

    #[test]
    fn addresses_of_a_brief() {
        assert_eq!((brief_of("/ar/b/7/x?y"), brief_of("/b/7/v/1/cite.bib"), brief_of("/en/")), (Some(7), Some(7), None));
    }
}
