//! Collective security: what a proposed system would bind whom to do.
//!
//! # Method
//! The scheme is put beside the treaties in force as one more treaty, and the obligations engine is
//! asked, for every member, patron and named rival as aggressor and every member as victim, who must
//! fight for the victim. The bound coalition is compared with the aggressor by the weights that the
//! scheme gives, usually shares of the world's capabilities (Singer, Bremer & Stuckey 1972), with their
//! year. A pair for which nobody is bound is not covered. A duty of the scheme contradicts an existing
//! treaty where the engine finds that both cannot be kept. The scheme is balanced when no member, and no
//! bloc of members that an existing treaty of defence ties, outweighs the rest of the members.
//!
//! Weights are no measure of will, of nuclear arms, or of distance, and are good for comparison only.

mod judge;
mod scheme;

pub use judge::{Bloc, Contradiction, Judgement, Pair, judge};
pub use scheme::{Scheme, SchemeDuty, Weights};
