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
        self.skip_early_data = MAX_SKIPPED_EARLY_DATA;
    }

    /// The second hello is there: no more early data may come (section 4.2.10).
    pub(crate) fn end_early_data(&mut self) {
        self.skip_early_data = 0;
    }

    /// Skips a record of `length` bytes of payload, or says that it must not come.
    pub(super) fn skip_record(&mut self, length: usize) -> Result<bool, PeerMisbehaved> {
        if self.skip_early_data == 0 {
            return Ok(false);
        }
        self.skip_early_data = self
            .skip_early_data
            .checked_sub(HEADER_LENGTH + length)
            .filter(|&left| left > 0)
            .ok_or(PeerMisbehaved::TooMuchEarlyData)?;
        Ok(true)
    }
}
