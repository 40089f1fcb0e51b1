//! Step 5: the same at the other end.

use std::panic::{AssertUnwindSafe, catch_unwind};

use allocation_counter::measure;
use reader_mut::ReaderMut;
use recorded::rfc8448::RECORD_SERVER_APPLICATION_DATA;
use recorded::{assert_bytes, assert_lies_at};

/// How long the tag at the end of a protected record is.
const TAG: usize = 16;

/// `reader.take_last(length)`, and if that panics, what there is to say about it.
fn take_last<'a>(reader: &mut ReaderMut<'a>, length: usize) -> Option<&'a mut [u8]> {
    let left = reader.left();
    catch_unwind(AssertUnwindSafe(|| reader.take_last(length))).unwrap_or_else(|_| {
        panic!("`take_last({length})` has panicked with {left} bytes left: if that is too few, the answer is `None`")
    })
}

#[test]
fn a_record_is_taken_from_both_ends() {
    let mut record = RECORD_SERVER_APPLICATION_DATA.to_vec();
    let buffer = record.as_ptr_range();
    let mut reader = ReaderMut::new(&mut record);
    let header = reader.take(5).expect("the record has a header");
    let tag = reader.take_last(TAG).expect("the record has a tag");
    let left = reader.left();
    let content = reader.take(left).expect("these are left");

    let end = RECORD_SERVER_APPLICATION_DATA.len() - TAG;
    let (expected, expected_tag) = RECORD_SERVER_APPLICATION_DATA.split_at(end);
    assert_bytes(tag, expected_tag, "the last 16 bytes");
    assert_bytes(content, &expected[5..], "the bytes between header and tag");
    assert_lies_at(tag, &buffer, end, "the tag");
    header.fill(1);
    content.fill(2);
    tag.fill(3);
    assert_eq!(
        (record[0], record[5], record.last()),
        (1, 2, Some(&3)),
        "the buffer has to show what was written to the pieces"
    );
}

#[test]
fn the_last_bytes_come_in_their_order() {
    let mut bytes = [1, 2, 3, 4, 5];
    let mut reader = ReaderMut::new(&mut bytes);
    let last = reader.take_last(2).map(|piece| piece.to_vec());
    assert_eq!(last, Some(vec![4, 5]), "the last two bytes");
    assert_eq!(reader.unread(), [1, 2, 3], "what is in front of them");
    let last = reader.take_last(3).map(|piece| piece.to_vec());
    assert_eq!(last, Some(vec![1, 2, 3]), "the last three bytes");
    assert_eq!(reader.left(), 0, "all bytes were taken");
}

#[test]
fn used_counts_what_left_by_the_front() {
    let mut bytes = [1, 2, 3, 4, 5];
    let mut reader = ReaderMut::new(&mut bytes);
    assert!(reader.take(1).is_some(), "there are five bytes");
    assert!(take_last(&mut reader, 2).is_some(), "four bytes are left");
    assert_eq!(
        reader.left(),
        2,
        "one byte has left by the front, two by the back"
    );
    assert_eq!(
        reader.used(),
        1,
        "`used` counts what left by the front, and nothing else"
    );
}

#[test]
fn asking_for_too_much_changes_nothing() {
    let mut bytes = [1, 2, 3, 4, 5];
    let mut reader = ReaderMut::new(&mut bytes);
    assert!(reader.take(2).is_some(), "there are five bytes");
    for length in [4, 5, 1000, usize::MAX] {
        assert_eq!(
            take_last(&mut reader, length),
            None,
            "three bytes are left, so there are no {length}"
        );
        assert_eq!(
            (reader.unread(), reader.used()),
            (&[3, 4, 5][..], 2),
            "asking for too much must change nothing: `unread` and `used` after `take_last({length})`"
        );
    }
    for length in [0, 3, 0] {
        let piece = take_last(&mut reader, length).map(|piece| piece.len());
        assert_eq!(piece, Some(length), "so many bytes are there");
    }
}

#[test]
fn nothing_is_allocated() {
    let mut record = RECORD_SERVER_APPLICATION_DATA.to_vec();
    let mut reader = ReaderMut::new(&mut record);
    let mut tag = 0;
    let allocations = measure(|| {
        tag = reader.take_last(TAG).map_or(0, |piece| piece.len());
    });
    assert_eq!(tag, TAG, "the record has a tag");
    assert_eq!(
        allocations.count_total, 0,
        "`take_last` has allocated: a piece needs no memory of its own (`println!` and `dbg!` allocate, too)"
    );
}
