//! Step 1: an exclusive `take` that keeps its promise.

use std::panic::{AssertUnwindSafe, catch_unwind};

use allocation_counter::measure;
use reader_mut::ReaderMut;
use recorded::rfc8448::RECORD_SERVER_HELLO;
use recorded::{assert_bytes, assert_lies_at};

/// `reader.take(length)`, and if that panics, what there is to say about it.
fn take<'a>(reader: &mut ReaderMut<'a>, length: usize) -> Option<&'a mut [u8]> {
    let left = reader.left();
    catch_unwind(AssertUnwindSafe(|| reader.take(length))).unwrap_or_else(|_| {
        panic!("`take({length})` has panicked with {left} bytes left: if that is too few, the answer is `None`")
    })
}

#[test]
fn two_pieces_are_alive_and_written_to() {
    let mut bytes = *b"hello, world";
    let mut reader = ReaderMut::new(&mut bytes);
    let hello = reader.take(5).expect("there are twelve bytes");
    let comma = reader
        .take(2)
        .expect("seven bytes are left: what `take` does not hand out it has to put back");
    let world = reader.take(5).expect("five bytes are left");
    for (piece, expected) in [
        (&*hello, &b"hello"[..]),
        (&*comma, b", "),
        (&*world, b"world"),
    ] {
        assert_bytes(
            piece,
            expected,
            "the pieces follow one another: no byte is handed out twice, and none is left out",
        );
    }
    hello.make_ascii_uppercase();
    world.reverse();
    comma.fill(b'-');
    assert_bytes(
        &bytes,
        b"HELLO--dlrow",
        "the buffer has to show what was written to the pieces",
    );
}

#[test]
fn pieces_lie_in_the_buffer() {
    let mut bytes = RECORD_SERVER_HELLO.to_vec();
    let buffer = bytes.as_ptr_range();
    let mut reader = ReaderMut::new(&mut bytes);
    let header = reader.take(5).expect("the record has a header");
    let payload = reader
        .take(90)
        .expect("the payload has 90 bytes: what `take` does not hand out it has to put back");
    assert_lies_at(header, &buffer, 0, "the header");
    assert_lies_at(payload, &buffer, 5, "the payload");
    let (expected_header, expected_payload) = RECORD_SERVER_HELLO.split_at(5);
    assert_bytes(header, expected_header, "five bytes of header");
    assert_bytes(payload, expected_payload, "then 90 bytes of payload");
}

#[test]
fn pieces_outlive_the_reader() {
    let mut bytes = [22, 3, 3, 0, 90];
    let piece = {
        let mut reader = ReaderMut::new(&mut bytes);
        reader.take(1).expect("there are five bytes")
    };
    piece[0] = 23;
    assert_eq!(bytes[0], 23, "the piece is the buffer's first byte");
}

#[test]
fn the_reader_is_free_while_a_piece_is_in_use() {
    let mut bytes = [22, 3, 3, 0, 90];
    let mut reader = ReaderMut::new(&mut bytes);
    let content_type = reader.take(1).expect("there are five bytes");
    assert_eq!(
        reader.left(),
        4,
        "one of five bytes was taken, so four are left. Where does the buffer begin now?"
    );
    assert_eq!(
        reader.unread(),
        [3, 3, 0, 90],
        "what nobody has taken yet. Where does the buffer begin now?"
    );
    assert_eq!(reader.used(), 1, "one byte has been handed out");
    content_type[0] = 23;
    let rest = reader.take(4).expect("four bytes are left");
    assert_eq!(rest, [3, 3, 0, 90], "what nobody has taken yet");
    assert_eq!(reader.left(), 0, "all five bytes were taken");
    assert_eq!(reader.used(), 5, "all five bytes were taken");
}

#[test]
fn asking_for_too_much_changes_nothing() {
    for available in 0..=8_usize {
        let mut bytes: Vec<u8> = (0..10).collect();
        let mut reader = ReaderMut::new(&mut bytes);
        let first = take(&mut reader, 10 - available).map(|piece| piece.len());
        assert_eq!(first, Some(10 - available), "there are ten bytes");
        for length in [available + 1, 1000, usize::MAX] {
            assert_eq!(
                take(&mut reader, length),
                None,
                "{available} bytes are left, so there are no {length}"
            );
            assert_eq!(
                (reader.left(), reader.used()),
                (available, 10 - available),
                "asking for too much must change nothing: `left` and `used` after `take({length})`"
            );
        }
        let rest = take(&mut reader, available).map(|rest| rest.to_vec());
        let expected: Vec<u8> = (0..10).skip(10 - available).collect();
        assert_eq!(
            rest,
            Some(expected),
            "asking for too much must change nothing: the bytes that nobody got"
        );
    }
}

#[test]
fn no_bytes_are_always_there() {
    let mut reader = ReaderMut::new(&mut []);
    for _ in 0..2 {
        let piece = take(&mut reader, 0).map(|piece| piece.len());
        assert_eq!(piece, Some(0), "no bytes are there, even at the end");
    }
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
