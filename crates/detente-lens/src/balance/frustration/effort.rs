//! How much may be spent on a proof.

/// Steps that may still be taken, and somebody who may call it off.
pub struct Effort<'a> {
    left: u64,
    until_asked: u64,
    stop: &'a dyn Fn() -> bool,
    stopped: bool,
}

/// After so many steps it is asked again whether to stop.
const ASK: u64 = 2_000_000;

impl<'a> Effort<'a> {
    /// So many steps; a step is about one look at one tie. `stop` is asked now and then.
    #[must_use]
    pub const fn new(steps: u64, stop: &'a dyn Fn() -> bool) -> Self {
        Self { left: steps, until_asked: ASK, stop, stopped: false }
    }

    /// Takes steps; false when there are none left, or it was called off.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        self.left = self.left.saturating_sub(steps);
        self.until_asked = self.until_asked.saturating_sub(steps);
        if self.until_asked == 0 {
            self.until_asked = ASK;
            self.stopped |= (self.stop)();
        }
        self.goes_on()
    }

    /// Whether steps are left.
    pub(super) const fn goes_on(&self) -> bool {
        self.left > 0 && !self.stopped
    }
}

impl std::fmt::Debug for Effort<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Effort").field("left", &self.left).field("stopped", &self.stopped).finish_non_exhaustive()
    }
}
