//! Step 1: an exclusive `take` that compiles, and can be called again.

use allocation_counter::measure;
use reader::frozen::ReaderMut;
use recorded::rfc8448::RECORD_SERVER_HELLO;
use recorded::{assert_bytes, assert_lies_at};

#[test]
fn a_piece_is_a_part_of_the_buffer() {
    let mut bytes = RECORD_SERVER_HELLO.to_vec();
    let buffer = bytes.as_ptr_range();
    let mut reader = ReaderMut::new(&mut bytes);

    let header: &mut [u8] = reader.take(5).expect("the record has a header");
    assert_bytes(header, &RECORD_SERVER_HELLO[..5], "the first five bytes");
    assert_lies_at(header, &buffer, 0, "the header");

    let payload: &mut [u8] = reader.take(90).expect("the record has 90 bytes of payload");
    assert_bytes(payload, &RECORD_SERVER_HELLO[5..], "the bytes behind them");
    assert_lies_at(payload, &buffer, 5, "the payload");
}

#[test]
fn what_is_written_to_a_piece_is_written_to_the_buffer() {
    let mut bytes = *b"hello, world";
    let mut reader = ReaderMut::new(&mut bytes);
    reader.take(7).expect("there are 12 bytes");
    let world: &mut [u8] = reader.take(5).expect("five are left");
    world.make_ascii_uppercase();
    assert_bytes(
        &bytes,
        b"hello, WORLD",
        "the buffer has to show what was written to the piece",
    );
}

#[test]
fn asking_for_too_much_changes_nothing() {
    let mut bytes = [1, 2, 3];
    let mut reader = ReaderMut::new(&mut bytes);
    reader.take(1).expect("there are three bytes");
    for length in [3, 4, 1000] {
        assert!(
            reader.take(length).is_none(),
            "two bytes are left, so there are no {length}"
        );
        assert_eq!(reader.left(), 2, "asking for too much must change nothing");
    }
    let rest: &mut [u8] = reader
        .take(2)
        .expect("asking for too much must change nothing");
    assert_eq!(rest, [2, 3], "the bytes that nobody got");
    assert_eq!(
        reader.take(0).map(|piece| piece.len()),
        Some(0),
        "no bytes are always there"
    );
}

#[test]
fn nothing_is_allocated() {
    let mut bytes = RECORD_SERVER_HELLO.to_vec();
    let mut reader = ReaderMut::new(&mut bytes);
    let mut taken = 0;
    let allocations = measure(|| {
        for length in [1, 2, 2, 90, 1] {
            taken += reader.take(length).map_or(0, |piece| piece.len());
        }
    });
    assert_eq!(taken, RECORD_SERVER_HELLO.len(), "all bytes were taken");
    assert_eq!(
        allocations.count_total, 0,
        "`take` has allocated: a piece needs no memory of its own (`println!` and `dbg!` allocate, too)"
    );
}
