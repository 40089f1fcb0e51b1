//! What a peer may send without end and without effect, and how often it may.

use crate::PeerMisbehaved;

// ANCHOR: limits
/// How many warnings other than `close_notify` a connection takes.
pub const MAX_WARNINGS: u8 = 4;
/// How many `change_cipher_spec` records a handshake takes. One is usual, and one
/// more with a HelloRetryRequest.
pub const MAX_CHANGE_CIPHER_SPECS: u8 = 4;
/// How many empty records of application data a connection takes in a row.
pub const MAX_EMPTY_RECORDS: u8 = 32;
/// How many KeyUpdates a connection takes in a row, without application data
/// between them.
pub const MAX_KEY_UPDATES: u8 = 32;
// ANCHOR_END: limits

/// Counts against the limits.
#[derive(Debug, Default)]
pub(super) struct Floods {
    warnings: u8,
    change_cipher_specs: u8,
    empty_records: u8,
    key_updates: u8,
}

impl Floods {
    pub(super) fn warning(&mut self) -> Result<(), PeerMisbehaved> {
        count(
            &mut self.warnings,
            MAX_WARNINGS,
            PeerMisbehaved::TooManyWarnings,
        )
    }

    pub(super) fn change_cipher_spec(&mut self) -> Result<(), PeerMisbehaved> {
        count(
            &mut self.change_cipher_specs,
            MAX_CHANGE_CIPHER_SPECS,
            PeerMisbehaved::TooManyChangeCipherSpecs,
        )
    }

    pub(super) fn empty_record(&mut self) -> Result<(), PeerMisbehaved> {
        count(
            &mut self.empty_records,
            MAX_EMPTY_RECORDS,
            PeerMisbehaved::TooManyEmptyRecords,
        )
    }

    pub(super) fn key_update(&mut self) -> Result<(), PeerMisbehaved> {
        count(
            &mut self.key_updates,
            MAX_KEY_UPDATES,
            PeerMisbehaved::TooManyKeyUpdates,
        )
    }

    /// Application data has come: what counts in a row starts again.
    #[inline]
    pub(super) fn data(&mut self) {
        self.empty_records = 0;
        self.key_updates = 0;
    }
}

fn count(counter: &mut u8, limit: u8, too_many: PeerMisbehaved) -> Result<(), PeerMisbehaved> {
    if *counter >= limit {
        return Err(too_many);
    }
    *counter += 1;
    Ok(())
}
