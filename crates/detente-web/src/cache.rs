//! Pages that were drawn a moment ago, ready to be sent, plain and compressed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crate::reply::Ready;

/// A page is drawn anew after so long, so that changes by other programs show.
const FRESH: Duration = Duration::from_secs(20);
/// All kept pages together take at most so many bytes.
const MOST_BYTES: usize = 64 << 20;

#[derive(Debug)]
struct Kept {
    ready: Arc<Ready>,
    drawn: Instant,
}

/// The kept pages by address.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    pages: RwLock<BTreeMap<String, Kept>>,
    bytes: Mutex<usize>,
}

impl Cache {
    pub(crate) fn get(&self, key: &str) -> Option<Arc<Ready>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        let kept = pages.get(key)?;
        (kept.drawn.elapsed() < FRESH).then(|| Arc::clone(&kept.ready))
    }

    pub(crate) fn put(&self, key: String, ready: &Arc<Ready>) {
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        if *bytes + ready.size() > MOST_BYTES {
            pages.clear();
            *bytes = 0;
        }
        *bytes += ready.size() + key.len();
        let old = pages.insert(key, Kept { ready: Arc::clone(ready), drawn: Instant::now() });
        *bytes = bytes.saturating_sub(old.map_or(0, |k| k.ready.size()));
    }

    pub(crate) fn clear(&self) {
        self.pages.write().unwrap_or_else(PoisonError::into_inner).clear();
        *self.bytes.lock().unwrap_or_else(PoisonError::into_inner) = 0;
    }
}
