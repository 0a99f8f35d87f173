//! Where a row stands: whose it is, and of when.

/// The unit and the year of a row. A code of 0 stands for none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// The year.
    pub(crate) year: i16,
    /// The codes of the Correlates of War.
    pub(crate) cow: [u16; 2],
    /// The codes of Gleditsch and Ward.
    pub(crate) gw: [u16; 2],
    /// A number of the cross-section: the state, the dyad, the leader.
    pub(crate) unit: u32,
}
