//! Step 3: the recipe for a type that has no empty value.

use std::panic::{AssertUnwindSafe, catch_unwind};

use allocation_counter::measure;
use reader_mut::NonEmptyReader;
use recorded::rfc8448::RECORD_SERVER_HELLO;
use recorded::{assert_bytes, assert_lies_at};

/// `reader.take(length)`, and if that panics, what there is to say about it.
fn take<'a>(reader: &mut NonEmptyReader<'a>, length: usize) -> Option<&'a mut [u8]> {
    let left = reader.left();
    catch_unwind(AssertUnwindSafe(|| reader.take(length))).unwrap_or_else(|_| {
        panic!("`take({length})` has panicked with {left} bytes left: if that is too few, the answer is `None`")
    })
}

#[test]
fn two_pieces_are_alive_and_written_to() {
    let mut bytes = *b"hello, world";
    let buffer = bytes.as_ptr_range();
    let mut reader = NonEmptyReader::new(&mut bytes);
    let hello = reader.take(5).expect("there are twelve bytes");
    assert_eq!(
        reader.left(),
        7,
        "five of twelve bytes were taken, and the others have to be put back"
    );
    let rest = reader.take(7).expect("seven bytes are left");
    assert_bytes(hello, b"hello", "the first piece");
    assert_bytes(rest, b", world", "the pieces follow one another");
    assert_lies_at(hello, &buffer, 0, "the first piece");
    assert_lies_at(rest, &buffer, 5, "the second piece");
    hello.make_ascii_uppercase();
    rest.make_ascii_uppercase();
    assert_bytes(
        &bytes,
        b"HELLO, WORLD",
        "the buffer has to show what was written to the pieces",
    );
}

#[test]
fn asking_for_too_much_changes_nothing() {
    for available in 0..=8_usize {
        let mut bytes: Vec<u8> = (0..10).collect();
        let mut reader = NonEmptyReader::new(&mut bytes);
        let first = take(&mut reader, 10 - available).map(|piece| piece.len());
        assert_eq!(first, Some(10 - available), "there are ten bytes");
        for length in [available + 1, 1000, usize::MAX] {
            assert_eq!(
                take(&mut reader, length),
                None,
                "{available} bytes are left, so there are no {length}"
            );
            assert_eq!(
                reader.left(),
                available,
                "asking for too much must change nothing: `left` after `take({length})`"
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
    let mut bytes = [1, 2];
    let mut reader = NonEmptyReader::new(&mut bytes);
    for (length, left) in [(0, 2), (2, 0), (0, 0), (0, 0)] {
        let piece = take(&mut reader, length).map(|piece| piece.len());
        assert_eq!(
            piece,
            Some(length),
            "no bytes are there, even when nothing is left"
        );
        assert_eq!(reader.left(), left, "`left` after `take({length})`");
    }
}

#[test]
fn nothing_is_allocated() {
    let mut bytes = RECORD_SERVER_HELLO.to_vec();
    let mut reader = NonEmptyReader::new(&mut bytes);
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
