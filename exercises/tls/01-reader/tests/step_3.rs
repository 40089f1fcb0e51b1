//! Step 3: shared pieces that live as long as the input.

use allocation_counter::measure;
use reader::Reader;
use recorded::assert_bytes;
use recorded::rfc8448::RECORD_CLIENT_HELLO;

/// Is `piece` a part of the recorded ClientHello, or a copy of it?
fn is_part_of_the_input(piece: &[u8]) -> bool {
    let input = RECORD_CLIENT_HELLO.as_ptr_range();
    let piece = piece.as_ptr_range();
    input.start <= piece.start && piece.end <= input.end
}

#[test]
fn pieces_are_alive_together() {
    let mut reader = Reader::new(RECORD_CLIENT_HELLO);
    let header = reader.take(5).expect("the record has a header");
    let message = reader.rest();
    assert_bytes(header, &RECORD_CLIENT_HELLO[..5], "the first five bytes");
    assert_bytes(message, &RECORD_CLIENT_HELLO[5..], "all bytes behind them");
    assert!(
        is_part_of_the_input(header) && is_part_of_the_input(message),
        "a piece does not lie in the input: it is a copy"
    );
}

#[test]
fn pieces_outlive_the_reader() {
    let (header, body) = {
        let mut reader = Reader::new(RECORD_CLIENT_HELLO);
        let header = reader.take(5);
        let mut message = reader.sub(196).expect("the message has 196 bytes");
        message.take(4);
        (header, message.rest())
    };
    let header = header.expect("the record has a header");
    assert_bytes(header, &RECORD_CLIENT_HELLO[..5], "the header");
    assert_bytes(body, &RECORD_CLIENT_HELLO[9..], "the message's body");
    assert!(
        is_part_of_the_input(body),
        "a piece does not lie in the input: it is a copy"
    );
}

/// Takes the reader away.
fn let_go(_reader: Reader<'_>) {}

#[test]
fn pieces_outlive_a_reader_that_is_gone() {
    let mut reader = Reader::new(RECORD_CLIENT_HELLO);
    let header = reader.take(5);
    let_go(reader);
    let header = header.expect("the record has a header");
    assert_bytes(header, &RECORD_CLIENT_HELLO[..5], "the header");
}

#[test]
fn a_part_has_a_reader_of_its_own() {
    let mut reader = Reader::new(&[1, 2, 3, 4, 5]);
    let mut part = reader.sub(2).expect("there are five bytes");
    assert_eq!(part.left(), 2, "the part ends where it should");
    assert_eq!(
        reader.left(),
        3,
        "the part is read, as far as the whole is concerned"
    );
    assert_eq!(reader.take(1), Some(&[3][..]), "the byte behind the part");
    assert_eq!(part.take(2), Some(&[1, 2][..]), "the part's two bytes");
    assert_eq!(part.take(1), None, "the part does not reach into the whole");
}

#[test]
fn the_rest_is_handed_out_once() {
    let mut reader = Reader::new(&[1, 2, 3]);
    reader.take(1);
    assert_eq!(reader.rest(), [2, 3], "what is left");
    assert_eq!(reader.left(), 0, "nothing is left after `rest`");
    assert_eq!(reader.used(), 3, "all bytes have been read");
    assert_eq!(reader.rest(), [], "nothing is left after `rest`");
}

#[test]
fn asking_for_too_much_changes_nothing() {
    let mut reader = Reader::new(&[1, 2, 3]);
    reader.take(1);
    assert_eq!(reader.take(3), None, "two bytes are left");
    assert!(reader.sub(3).is_none(), "two bytes are left");
    assert_eq!(reader.left(), 2, "asking for too much must change nothing");
    assert_eq!(reader.used(), 1, "asking for too much must change nothing");
}

#[test]
fn nothing_is_allocated() {
    let mut reader = Reader::new(RECORD_CLIENT_HELLO);
    let mut read = 0;
    let allocations = measure(|| {
        read += reader.take(5).map_or(0, <[u8]>::len);
        read += reader.sub(4).map_or(0, |part| part.left());
        read += reader.rest().len();
    });
    assert_eq!(read, RECORD_CLIENT_HELLO.len(), "all bytes were read");
    assert_eq!(
        allocations.count_total, 0,
        "reading has allocated: a piece needs no memory of its own (`println!` and `dbg!` allocate, too)"
    );
}

/// The layers above look ahead with a clone, and print what they hold.
#[test]
fn a_clone_looks_ahead() {
    let reader = Reader::new(&[1, 2, 3]);
    let mut ahead = reader.clone();
    assert_eq!(ahead.take(2), Some(&[1, 2][..]), "the first two bytes");
    assert_eq!(reader.left(), 3, "the reader stays where it was");
    assert!(
        format!("{reader:?}").contains("Reader"),
        "its name, for one"
    );
}
