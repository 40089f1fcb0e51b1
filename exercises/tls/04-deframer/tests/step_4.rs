//! Step 4: what the compiler does not see must not pass in silence either.

use std::panic::{AssertUnwindSafe, catch_unwind};

use deframer::{
    BorrowedMessageDeframer, Consumed, InvalidRecord, MessageDeframer, Opener, Plaintext, Record,
    RecordHeader,
};
use recorded::assert_bytes;

/// Two records of one byte each, and the beginning of a third.
const WIRE: [u8; 15] = [22, 3, 3, 0, 1, 41, 22, 3, 3, 0, 1, 42, 22, 3, 3];

/// How long each of the two records is.
const RECORD: usize = 6;

fn received(bytes: &[u8]) -> MessageDeframer {
    let mut deframer = MessageDeframer::new();
    let mut source = bytes;
    deframer
        .read_tls(&mut source)
        .expect("there is room for a few small records");
    deframer
}

/// Pops so many records and forgets them.
fn pop(deframer: &mut MessageDeframer, records: usize) -> Consumed {
    let mut borrowed = deframer.borrow();
    for _ in 0..records {
        let record = borrowed.pop(&mut Plaintext);
        assert!(
            record.is_ok_and(|record| record.is_some()),
            "the record is valid and there in full"
        );
    }
    borrowed.done()
}

/// Whether `act` panics. It says so on stderr, too; that is meant to be.
fn panics<R>(act: impl FnOnce() -> R) -> bool {
    catch_unwind(AssertUnwindSafe(act)).is_err()
}

#[test]
fn too_much_cannot_be_discarded() {
    let mut own = WIRE;
    let mut borrowed = BorrowedMessageDeframer::new(&mut own);
    while let Ok(Some(_)) = borrowed.pop(&mut Plaintext) {}
    let too_much = borrowed.done();
    assert_eq!(too_much.bytes(), 2 * RECORD, "two records were popped");

    let mut deframer = received(&WIRE[..RECORD]);
    let popped = pop(&mut deframer, 1);
    assert!(
        panics(|| deframer.discard(too_much)),
        "{} bytes were discarded where {} had been popped, and nobody was told",
        2 * RECORD,
        popped.bytes()
    );
}

#[test]
fn another_deframers_count_cannot_be_discarded() {
    let mut one = received(&WIRE);
    let mut other = received(&WIRE);
    let one_record = pop(&mut one, 1);
    let two_records = pop(&mut other, 2);
    // Both deframers hold enough bytes for either count.
    assert!(
        panics(|| one.discard(two_records)),
        "one record was popped and two were discarded: one was never looked at"
    );
    assert!(
        panics(|| other.discard(one_record)),
        "two records were popped and one was discarded: the other comes out again"
    );
}

#[test]
fn what_was_not_popped_cannot_be_discarded() {
    let mut other = received(&WIRE);
    let two_records = pop(&mut other, 2);
    let mut deframer = received(&WIRE);
    assert!(
        panics(|| deframer.discard(two_records)),
        "nothing was popped, and two records were discarded"
    );
}

#[test]
fn a_refused_discard_changes_nothing() {
    let mut other = received(&WIRE);
    let two_records = pop(&mut other, 2);
    let mut deframer = received(&WIRE);
    let one_record = pop(&mut deframer, 1);
    assert!(
        panics(|| deframer.discard(two_records)),
        "one record was popped and two were discarded: one was never looked at"
    );
    assert_bytes(
        deframer.unread(),
        &WIRE,
        "a discard that was refused must not have removed anything",
    );
    deframer.discard(one_record);
    assert_bytes(
        deframer.unread(),
        &WIRE[RECORD..],
        "the right count is still taken afterwards",
    );
}

#[test]
fn a_forgotten_discard_is_noticed() {
    let mut deframer = received(&WIRE);
    let consumed = pop(&mut deframer, 1);
    assert_eq!(consumed.bytes(), RECORD, "one record was popped");
    // Nobody discards.
    assert!(
        panics(|| {
            deframer.borrow();
        }),
        "the discard was forgotten and `borrow` said nothing: \
         the record comes out a second time, or is lost"
    );
    assert_bytes(
        deframer.unread(),
        &WIRE,
        "what was not discarded has to be there still",
    );
}

#[test]
fn a_dropped_loan_is_noticed() {
    let mut deframer = received(&WIRE);
    let mut borrowed = deframer.borrow();
    assert!(
        borrowed
            .pop(&mut Plaintext)
            .is_ok_and(|record| record.is_some()),
        "the record is valid and there in full"
    );
    // Nobody even asks what was consumed: the loan just ends.
    assert!(
        panics(|| {
            deframer.borrow();
        }),
        "the loan was dropped without `done` and `borrow` said nothing: \
         the record comes out a second time, or is lost"
    );
}

/// Pops all there is, and leaves early if a record is not valid.
fn leaves_early(deframer: &mut MessageDeframer) -> Result<usize, InvalidRecord> {
    let mut borrowed = deframer.borrow();
    let mut records = 0;
    while borrowed.pop(&mut Plaintext)?.is_some() {
        records += 1;
    }
    let consumed = borrowed.done();
    deframer.discard(consumed);
    Ok(records)
}

/// The same, but the error waits until the records are discarded.
fn leaves_late(deframer: &mut MessageDeframer) -> Result<usize, InvalidRecord> {
    let mut borrowed = deframer.borrow();
    let mut records = 0;
    let result = loop {
        match borrowed.pop(&mut Plaintext) {
            Ok(Some(_)) => records += 1,
            Ok(None) => break Ok(records),
            Err(error) => break Err(error),
        }
    };
    let consumed = borrowed.done();
    deframer.discard(consumed);
    result
}

#[test]
fn a_question_mark_that_skips_the_discard_is_noticed() {
    // A good record, and one of a version that does not exist.
    let wire = [22, 3, 3, 0, 1, 41, 22, 9, 9, 0, 1, 42];
    let refused = Err(InvalidRecord::IllegalVersion(0x0909));

    let mut deframer = received(&wire);
    assert_eq!(leaves_early(&mut deframer), refused, "the second record");
    assert!(
        panics(|| leaves_early(&mut deframer)),
        "`?` has left between a pop and its discard and `borrow` said nothing: \
         the record comes out a second time, or is lost"
    );

    let mut deframer = received(&wire);
    assert_eq!(leaves_late(&mut deframer), refused, "the second record");
    assert_bytes(
        deframer.unread(),
        &wire[RECORD..],
        "the first record was popped and discarded, the second was refused and stays",
    );
    assert_eq!(
        leaves_late(&mut deframer),
        refused,
        "the second record is refused again"
    );
}

#[test]
fn nothing_has_to_be_discarded_when_nothing_was_popped() {
    let mut deframer = received(&WIRE[..RECORD - 1]);
    for _ in 0..2 {
        let mut borrowed = deframer.borrow();
        assert_eq!(
            borrowed.pop(&mut Plaintext),
            Ok(None),
            "the record is not there in full"
        );
    }
    let nothing = pop(&mut deframer, 0);
    deframer.discard(nothing);
    assert_bytes(
        deframer.unread(),
        &WIRE[..RECORD - 1],
        "nothing was popped, so nothing is discarded",
    );
}

#[test]
fn one_round_follows_the_other() {
    let mut deframer = received(&WIRE);
    for round in 1..=2 {
        let consumed = pop(&mut deframer, 1);
        deframer.discard(consumed);
        assert_bytes(
            deframer.unread(),
            &WIRE[round * RECORD..],
            format_args!("round {round} has removed its record and nothing else"),
        );
    }
}

/// Refuses every record, as an opener does with one that was changed on its way.
struct Refuses;

impl Opener for Refuses {
    type Error = InvalidRecord;

    fn open<'a>(&mut self, _: RecordHeader, _: &'a mut [u8]) -> Result<Record<'a>, InvalidRecord> {
        Err(InvalidRecord::NotAuthentic)
    }
}

#[test]
fn a_refused_record_is_discarded_too() {
    let mut deframer = received(&WIRE);
    let mut borrowed = deframer.borrow();
    assert_eq!(
        borrowed.pop(&mut Refuses),
        Err(InvalidRecord::NotAuthentic),
        "the opener has refused the record"
    );
    let consumed = borrowed.done();
    assert!(
        !panics(|| deframer.discard(consumed)),
        "a record that the opener refuses counts as popped, for `done` and for the deframer alike: \
         otherwise anybody can stop you with a broken record"
    );
    assert_bytes(
        deframer.unread(),
        &WIRE[RECORD..],
        "the refused record is gone, and nothing else",
    );
}
