//! 0-RTT data, which this core does not accept and has to skip (RFC 8446, section
//! 4.2.10).

use deframer::HEADER_LENGTH;

use super::CommonState;
use crate::PeerMisbehaved;

/// How many bytes of a client's 0-RTT data a server skips, record headers included.
pub(crate) const MAX_SKIPPED_EARLY_DATA: usize = 1 << 16;

impl CommonState {
    /// The client has announced 0-RTT data and is asked for another hello: whatever
    /// comes before that is skipped.
    pub(crate) fn skip_early_data(&mut self) {
        self.skip_early_data = Some(MAX_SKIPPED_EARLY_DATA);
    }

    /// The second hello is there: no more early data may come (section 4.2.10).
    pub(crate) fn end_early_data(&mut self) {
        self.skip_early_data = None;
    }

    /// Skips a record of `length` bytes of payload, or says that it must not come.
    pub(super) fn skip_record(&mut self, length: usize) -> Result<bool, PeerMisbehaved> {
        let Some(left) = &mut self.skip_early_data else {
            return Ok(false);
        };
        *left = left
            .checked_sub(HEADER_LENGTH + length)
            .ok_or(PeerMisbehaved::TooMuchEarlyData)?;
        Ok(true)
    }
}
