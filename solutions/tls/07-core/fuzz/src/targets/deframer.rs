//! Records.

use deframer::{
    BorrowedMessageDeframer, ContentType, HEADER_LENGTH, InvalidRecord, MessageDeframer, Opener,
    Plaintext, Protected,
};

use crate::input::Input;
use crate::transparent::Transparent;

/// What came out: the type and the content of each record, how many bytes they took, and
/// why there are no more.
type Records = (Vec<(ContentType, Vec<u8>)>, usize, Option<InvalidRecord>);

/// The layer `deframer`. Option 0 says whether the records are protected.
pub fn deframer(data: &[u8]) {
    let Some(input) = Input::new(data) else {
        return;
    };
    if input.options.has(0) {
        check(input, || Protected(Transparent));
    } else {
        check(input, || Plaintext);
    }
}

fn check<O: Opener<Error = InvalidRecord>>(input: Input<'_>, opener: impl Fn() -> O) {
    let whole = in_place(input.wire, &mut opener());
    assert_eq!(in_pieces(input, &mut opener()), whole);
}

/// From a buffer of the caller.
fn in_place<O: Opener<Error = InvalidRecord>>(wire: &[u8], opener: &mut O) -> Records {
    let mut buffer = wire.to_vec();
    let bounds = buffer.as_ptr_range();
    let mut deframer = BorrowedMessageDeframer::new(&mut buffer);
    let mut popped = Vec::new();
    let error = loop {
        match deframer.pop(opener) {
            Ok(Some(record)) => popped.push(record),
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    let consumed = deframer.done().bytes();

    // Each lies in the buffer, behind the one before it and its own header.
    let mut end = bounds.start.addr();
    for record in &popped {
        let range = record.payload.as_ptr_range();
        assert!(end + HEADER_LENGTH <= range.start.addr());
        end = range.end.addr();
    }
    assert!(end <= bounds.start.addr() + consumed && consumed <= wire.len());

    let records = popped
        .iter()
        .map(|record| (record.content_type, record.payload.to_vec()))
        .collect();
    (records, consumed, error)
}

/// Through a deframer's own buffer.
fn in_pieces<O: Opener<Error = InvalidRecord>>(input: Input<'_>, opener: &mut O) -> Records {
    let mut deframer = MessageDeframer::new();
    let mut records = Vec::new();
    let mut consumed = 0;
    for mut piece in input.pieces() {
        while !piece.is_empty() {
            deframer
                .read_tls(&mut piece)
                .expect("there is room once all records are popped");
            let mut borrowed = deframer.borrow();
            let error = loop {
                match borrowed.pop(opener) {
                    Ok(Some(record)) => {
                        records.push((record.content_type, record.payload.to_vec()));
                    }
                    Ok(None) => break None,
                    Err(error) => break Some(error),
                }
            };
            let done = borrowed.done();
            consumed += done.bytes();
            deframer.discard(done);
            if error.is_some() {
                return (records, consumed, error);
            }
        }
    }
    assert_eq!(deframer.unread(), &input.wire[consumed..]);
    (records, consumed, None)
}
