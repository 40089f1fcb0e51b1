//! Step 1: popping and discarding are two things.

use allocation_counter::measure;
use deframer::{BorrowedMessageDeframer, ContentType, MessageDeframer, Plaintext, Record};
use recorded::rfc8448::{RECORD_SERVER_FLIGHT, RECORD_SERVER_HELLO};
use recorded::{assert_bytes, assert_lies_at};

/// A deframer that has received these bytes.
fn received(bytes: &[u8]) -> MessageDeframer {
    let mut deframer = MessageDeframer::new();
    let mut source = bytes;
    while !source.is_empty() {
        let count = deframer
            .read_tls(&mut source)
            .expect("there is room for a few small records");
        assert!(count > 0, "`read_tls` has made no room to read into");
    }
    deframer
}

/// The ServerHello and the flight behind it.
fn two_records() -> Vec<u8> {
    [RECORD_SERVER_HELLO, RECORD_SERVER_FLIGHT].concat()
}

/// The next record, without any protection removed.
fn pop<'a>(borrowed: &mut BorrowedMessageDeframer<'a>) -> Option<Record<'a>> {
    borrowed
        .pop(&mut Plaintext)
        .expect("all records are valid: are they looked for where they begin?")
}

#[test]
fn two_records_are_alive_at_once() {
    let mut deframer = received(&two_records());
    let mut borrowed = deframer.borrow();
    let hello = borrowed.pop(&mut Plaintext);
    let flight = borrowed.pop(&mut Plaintext);

    let Ok(Some(hello)) = hello else {
        panic!("the first record is valid and there in full, and it did not come out");
    };
    assert_bytes(
        hello.payload,
        &RECORD_SERVER_HELLO[5..],
        "the first record's payload",
    );
    assert_eq!(hello.content_type, ContentType::HANDSHAKE, "its type");

    let Ok(Some(flight)) = flight else {
        panic!(
            "the second record was not found right behind the first: \
             does an index still count from where the buffer began?"
        );
    };
    assert_bytes(
        flight.payload,
        &RECORD_SERVER_FLIGHT[5..],
        "the second record's payload",
    );
    assert_eq!(
        flight.content_type,
        ContentType::APPLICATION_DATA,
        "its type, as it is stated on the outside"
    );
}

#[test]
fn records_lie_in_the_buffer() {
    let mut deframer = received(&two_records());
    let buffer = deframer.unread().as_ptr_range();
    let mut borrowed = deframer.borrow();
    let hello = pop(&mut borrowed).expect("the first record is there in full");
    let flight = pop(&mut borrowed).expect("the second record is there in full");
    assert_lies_at(hello.payload, &buffer, 5, "the first record's payload");
    assert_lies_at(
        flight.payload,
        &buffer,
        RECORD_SERVER_HELLO.len() + 5,
        "the second record's payload",
    );
}

#[test]
fn popping_allocates_nothing() {
    let mut deframer = received(&two_records());
    let mut popped = 0;
    let allocations = measure(|| {
        let mut borrowed = deframer.borrow();
        popped += usize::from(pop(&mut borrowed).is_some());
        popped += usize::from(pop(&mut borrowed).is_some());
        let consumed = borrowed.done();
        deframer.discard(consumed);
    });
    assert_eq!(popped, 2, "both records are there in full");
    assert_eq!(
        allocations.count_total, 0,
        "popping has allocated: a record needs no memory of its own (`println!` and `dbg!` allocate, too)"
    );
}

#[test]
fn a_record_that_is_not_there_in_full_stays() {
    for length in 0..RECORD_SERVER_HELLO.len() {
        let mut deframer = received(&RECORD_SERVER_HELLO[..length]);
        let mut borrowed = deframer.borrow();
        for _ in 0..2 {
            assert!(
                pop(&mut borrowed).is_none(),
                "{length} bytes of {} are no whole record",
                RECORD_SERVER_HELLO.len()
            );
        }
        let consumed = borrowed.done();
        assert_eq!(consumed.bytes(), 0, "nothing was popped");
        deframer.discard(consumed);
        assert_bytes(
            deframer.unread(),
            &RECORD_SERVER_HELLO[..length],
            "a record that is not there in full has to stay",
        );
    }
}

#[test]
fn one_discard_removes_all_that_was_popped() {
    let mut bytes = two_records();
    bytes.extend_from_slice(&RECORD_SERVER_HELLO[..50]);
    let mut deframer = received(&bytes);

    let mut borrowed = deframer.borrow();
    while let Some(record) = pop(&mut borrowed) {
        assert!(!record.payload.is_empty(), "neither record is empty");
    }
    let consumed = borrowed.done();
    assert_eq!(
        consumed.bytes(),
        RECORD_SERVER_HELLO.len() + RECORD_SERVER_FLIGHT.len(),
        "`done` counts the bytes of the popped records, headers included"
    );
    deframer.discard(consumed);
    assert_bytes(
        deframer.unread(),
        &RECORD_SERVER_HELLO[..50],
        "what was not popped has to stay, and nothing else",
    );

    // The rest of the third record arrives.
    let mut source = &RECORD_SERVER_HELLO[50..];
    deframer.read_tls(&mut source).expect("there is room");
    let mut borrowed = deframer.borrow();
    let third = pop(&mut borrowed).expect("now the third record is there in full");
    assert_bytes(
        third.payload,
        &RECORD_SERVER_HELLO[5..],
        "the third record's payload",
    );
    let consumed = borrowed.done();
    deframer.discard(consumed);
    assert_bytes(deframer.unread(), &[], "all records were popped");
}

#[test]
fn records_outlive_the_loan() {
    let mut deframer = received(&two_records());
    let mut borrowed = deframer.borrow();
    let hello = pop(&mut borrowed).expect("the first record is there in full");
    let consumed = borrowed.done();
    assert_bytes(
        hello.payload,
        &RECORD_SERVER_HELLO[5..],
        "a record stays what it is when the loan has been given back",
    );
    deframer.discard(consumed);
    assert_bytes(deframer.unread(), RECORD_SERVER_FLIGHT, "the second record");
}

#[test]
fn the_buffer_may_be_the_callers_own() {
    let mut bytes = two_records();
    let buffer = bytes.as_ptr_range();
    let mut borrowed = BorrowedMessageDeframer::new(&mut bytes);
    let hello = pop(&mut borrowed).expect("the first record is there in full");
    assert_lies_at(hello.payload, &buffer, 5, "the first record's payload");
    assert_eq!(
        borrowed.done().bytes(),
        RECORD_SERVER_HELLO.len(),
        "one record was popped"
    );
}
