//! Records that wait to be written, and the messages of a flight behind them.

use std::io;

use deframer::HEADER_LENGTH;
use zeroize::Zeroize;

use super::spare;

/// Bytes for the peer.
///
/// The messages of a flight are encoded where their record will be, behind room for its
/// header. Until they are sealed they are not written, whatever happens.
#[derive(Debug, Default)]
pub(crate) struct Outgoing {
    /// Behind the records is the flight, or what is left of records that were written: a
    /// record that overwrites it needs no zeros first.
    bytes: Vec<u8>,
    /// Everything in front of it has been written.
    start: usize,
    /// The records end here.
    end: usize,
    has_flight: bool,
    /// Whether the memory goes to the thread's spares.
    is_shared: bool,
}

impl Outgoing {
    /// Whether no record waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes of records wait.
    pub(crate) fn len(&self) -> usize {
        self.end - self.start
    }

    /// Makes room for a flight that becomes `length` bytes of records, before it begins.
    pub(crate) fn reserve(&mut self, length: usize) {
        debug_assert!(!self.has_flight);
        self.make_room();
        self.bytes.truncate(self.end);
        self.bytes.reserve(length);
    }

    /// Without memory of its own, it has one of the thread's spares until everything is
    /// written. What it has is mostly less than the others need.
    pub(crate) fn share(&mut self) {
        if self.bytes.capacity() == 0 {
            self.bytes = spare::take();
            self.is_shared = true;
        }
    }

    /// Appends records of `length` bytes in all, which `write` makes, or none if it fails.
    ///
    /// A flight is sealed before anything else is sent. If it was not, its state has
    /// panicked, and it goes.
    pub(crate) fn append<E>(
        &mut self,
        length: usize,
        write: impl FnOnce(&mut [u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        self.drop_flight();
        self.make_room();
        let end = self.end + length;
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        // What fails or panics may leave plaintext, and nobody else gets that.
        let is_shared = core::mem::take(&mut self.is_shared);
        write(&mut self.bytes[self.end..end])?;
        self.is_shared = is_shared;
        self.end = end;
        Ok(())
    }

    /// Where messages are added to the flight.
    pub(crate) fn flight(&mut self) -> &mut Vec<u8> {
        if !self.has_flight {
            self.make_room();
            self.bytes.truncate(self.end);
            self.bytes.extend_from_slice(&[0; HEADER_LENGTH]);
            self.has_flight = true;
        }
        &mut self.bytes
    }

    /// How many bytes of messages the flight has.
    pub(crate) fn flight_length(&self) -> usize {
        match self.has_flight {
            true => self.bytes.len() - self.end - HEADER_LENGTH,
            false => 0,
        }
    }

    /// Makes a record of the flight, or drops it if `seal` fails, which gets all bytes
    /// and where the record begins.
    pub(crate) fn seal_flight<E>(
        &mut self,
        seal: impl FnOnce(&mut Vec<u8>, usize) -> Result<(), E>,
    ) -> Result<(), E> {
        let sealed = seal(&mut self.bytes, self.end);
        match sealed {
            Ok(()) => {
                self.end = self.bytes.len();
                self.has_flight = false;
            }
            Err(_) => self.drop_flight(),
        }
        sealed
    }

    /// The messages of the flight, to become more than one record.
    pub(crate) fn take_flight(&mut self) -> Vec<u8> {
        let length = self.flight_length();
        let messages = self.bytes[self.bytes.len() - length..].to_vec();
        self.drop_flight();
        messages
    }

    /// Forgets the flight.
    pub(crate) fn drop_flight(&mut self) {
        if self.has_flight {
            self.bytes[self.end..].zeroize();
            self.bytes.truncate(self.end);
            self.has_flight = false;
        }
    }

    /// Moves what waits to the front, if that is less than what has been written.
    fn make_room(&mut self) {
        if self.start > 0 && self.start >= self.end / 2 {
            self.bytes.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
    }

    /// Writes once to `sink` and returns how many bytes it took.
    pub(crate) fn write_to(&mut self, sink: &mut dyn io::Write) -> io::Result<usize> {
        if self.is_empty() {
            return Ok(0);
        }
        let count = sink.write(&self.bytes[self.start..self.end])?;
        self.start += count;
        if self.start >= self.end {
            self.clear();
        }
        Ok(count)
    }

    /// Moves what waits to the front of `out`, which has room for it, and returns how
    /// many bytes that were.
    pub(crate) fn take_into(&mut self, out: &mut [u8]) -> usize {
        let length = self.len();
        out[..length].copy_from_slice(&self.bytes[self.start..self.end]);
        self.clear();
        length
    }

    /// The memory stays until it is released.
    fn clear(&mut self) {
        self.drop_flight();
        self.start = 0;
        self.end = 0;
    }

    /// Gives the memory back if nothing waits: to the thread if it is shared, or else to
    /// the allocator.
    pub(crate) fn release(&mut self) {
        if !self.is_empty() || self.has_flight {
            return;
        }
        let bytes = core::mem::take(&mut self.bytes);
        if core::mem::take(&mut self.is_shared) {
            spare::put(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use core::convert::Infallible;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    fn with_a_record() -> Outgoing {
        let mut outgoing = Outgoing::default();
        append(&mut outgoing, b"record");
        outgoing
    }

    fn written(outgoing: &mut Outgoing) -> Vec<u8> {
        let mut sink = Vec::new();
        outgoing.write_to(&mut sink).unwrap();
        sink
    }

    #[test]
    fn a_flight_is_not_written_before_it_is_sealed() {
        let mut outgoing = with_a_record();
        outgoing.flight().extend_from_slice(b"message");
        assert_eq!((outgoing.len(), outgoing.flight_length()), (6, 7));
        assert_eq!(written(&mut outgoing), b"record");
        assert!(outgoing.is_empty());
        assert_eq!(written(&mut outgoing), b"");
    }

    #[test]
    fn a_sealed_flight_is_a_record_behind_the_others() {
        let mut outgoing = with_a_record();
        outgoing.flight().extend_from_slice(b"one");
        outgoing.flight().extend_from_slice(b"two");
        outgoing
            .seal_flight(|records, start| {
                assert_eq!(records[start..], *b"\0\0\0\0\0onetwo");
                records[start..][..HEADER_LENGTH].copy_from_slice(b"head:");
                Ok::<_, Infallible>(())
            })
            .unwrap();
        assert_eq!(written(&mut outgoing), b"recordhead:onetwo");
    }

    #[test]
    fn nothing_stays_of_what_cannot_be_sealed() {
        let mut outgoing = with_a_record();
        outgoing.flight().extend_from_slice(b"message");
        outgoing.seal_flight(|_, _| Err(())).unwrap_err();
        outgoing
            .append(9, |records| {
                records.copy_from_slice(b"plaintext");
                Err(())
            })
            .unwrap_err();
        assert_eq!(outgoing.flight_length(), 0);
        assert_eq!(written(&mut outgoing), b"record");
    }

    #[test]
    fn a_flight_that_is_never_sealed_is_lost() {
        let mut outgoing = with_a_record();
        outgoing.flight().extend_from_slice(b"message");
        append(&mut outgoing, b"alert");
        assert_eq!(written(&mut outgoing), b"recordalert");
    }

    #[test]
    fn a_flight_can_be_taken_or_dropped() {
        let mut outgoing = with_a_record();
        assert_eq!(outgoing.take_flight(), b"");
        outgoing.flight().extend_from_slice(b"message");
        assert_eq!(outgoing.take_flight(), b"message");
        outgoing.flight().extend_from_slice(b"another");
        outgoing.drop_flight();
        assert_eq!(outgoing.flight_length(), 0);
        assert_eq!(written(&mut outgoing), b"record");
    }

    #[test]
    fn what_waits_moves_to_the_front_when_there_is_less_of_it_than_was_written() {
        let mut outgoing = with_a_record();
        for _ in 0..1000 {
            // All but two bytes.
            let mut sink = [0; 4];
            outgoing.write_to(&mut &mut sink[..]).unwrap();
            append(&mut outgoing, b"more");
            assert_eq!(outgoing.len(), 6);
            assert!(outgoing.bytes.len() <= 16);
        }
    }

    #[test]
    fn memory_is_given_back_only_when_nothing_is_in_it() {
        let mut outgoing = with_a_record();
        outgoing.release();
        assert_eq!(written(&mut outgoing), b"record");
        assert!(outgoing.bytes.capacity() > 0);
        outgoing.release();
        assert_eq!(outgoing.bytes.capacity(), 0);
    }

    /// One without memory, and what it gets of the thread's.
    fn shared() -> Outgoing {
        let mut outgoing = Outgoing::default();
        outgoing.share();
        outgoing
    }

    fn append(outgoing: &mut Outgoing, records: &[u8]) {
        let Ok(()) = outgoing.append(records.len(), |room| {
            room.copy_from_slice(records);
            Ok::<_, Infallible>(())
        });
    }

    #[test]
    fn shared_memory_goes_from_one_to_the_next() {
        let mut one = shared();
        append(&mut one, b"record");
        let memory = one.bytes.as_ptr();
        // Not while something waits.
        one.release();
        assert_eq!(written(&mut one), b"record");
        one.release();
        assert_eq!(one.bytes.capacity(), 0);

        let mut other = shared();
        assert_eq!(other.bytes.as_ptr(), memory);
        assert_eq!(written(&mut other), b"");
        append(&mut other, b"two");
        assert_eq!(written(&mut other), b"two");
    }

    #[test]
    fn memory_of_its_own_is_not_shared() {
        let mut outgoing = with_a_record();
        outgoing.share();
        append(&mut outgoing, b"another");
        assert_eq!(written(&mut outgoing), b"recordanother");
        outgoing.release();
        assert_eq!(shared().bytes.capacity(), 0);
    }

    #[test]
    fn plaintext_is_not_shared() {
        let mut failing = shared();
        failing
            .append(9, |records| {
                records.copy_from_slice(b"plaintext");
                Err(())
            })
            .unwrap_err();
        failing.release();
        assert_eq!(shared().bytes.capacity(), 0);

        let mut panicking = shared();
        let append = AssertUnwindSafe(|| {
            panicking.append(9, |records| -> Result<(), ()> {
                records.copy_from_slice(b"plaintext");
                panic!("on purpose");
            })
        });
        catch_unwind(append).unwrap_err();
        assert_eq!(written(&mut panicking), b"");
        panicking.release();
        assert_eq!(shared().bytes.capacity(), 0);
    }

    #[test]
    fn nothing_of_a_lost_flight_is_in_the_next() {
        let mut outgoing = with_a_record();
        outgoing
            .flight()
            .extend_from_slice(b"a long message of the past");
        append(&mut outgoing, b"alert");
        outgoing.flight().extend_from_slice(b"next");
        assert_eq!(outgoing.flight_length(), 4);

        assert_eq!(written(&mut outgoing), b"recordalert");
        assert_eq!(outgoing.flight_length(), 0);
        outgoing.flight().extend_from_slice(b"next");
        outgoing.release();
        assert_eq!(outgoing.flight_length(), 4);
    }
}
