//! The memory between two ends.

/// What one end has written and the other is to read. It has room for any record or
/// flight here, so that no end has to make it grow while something is measured.
pub struct Wire {
    bytes: Vec<u8>,
    room: usize,
    end: usize,
}

/// More than a record with 16 KiB in it, more than any flight here.
const ROOM: usize = 32 * 1024;

impl Default for Wire {
    fn default() -> Self {
        Self::new(ROOM)
    }
}

impl Wire {
    /// A wire with room for so many bytes at a time.
    pub fn new(room: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(room),
            room,
            end: 0,
        }
    }

    /// Starts anew with what `write` puts into the slice; it returns how much that is.
    pub fn fill(&mut self, write: impl FnOnce(&mut [u8]) -> usize) {
        // Once: an end that fills slices never shortens the vector.
        self.bytes.resize(self.room, 0);
        self.end = write(&mut self.bytes);
    }

    /// Starts anew with what `write` appends to the vector.
    pub fn append(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.bytes.clear();
        write(&mut self.bytes);
        self.end = self.bytes.len();
    }

    /// What was written, to be opened in place.
    pub fn records(&mut self) -> &mut [u8] {
        &mut self.bytes[..self.end]
    }
}
