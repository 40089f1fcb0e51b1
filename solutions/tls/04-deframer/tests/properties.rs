//! What holds for any bytes, in any pieces.

use std::io::{self, Read};

use deframer::{
    ContentType, HEADER_LENGTH, InvalidRecord, MAX_BUFFER, MAX_CIPHERTEXT, MAX_PLAINTEXT,
    MessageDeframer, Plaintext, RecordHeader, inner_plaintext,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Hands out one piece per read, then nothing.
struct Pieces<'a> {
    stream: &'a [u8],
    lengths: &'a [usize],
    next: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.lengths[self.next % self.lengths.len()].min(self.stream.len());
        self.next += 1;
        self.stream
            .take(length as u64)
            .read(into)
            .inspect(|&count| {
                self.stream = &self.stream[count..];
            })
    }
}

/// What came out.
#[derive(Debug, Default, PartialEq)]
struct Run {
    contents: Vec<(ContentType, Vec<u8>)>,
    end: Option<InvalidRecord>,
    left: Vec<u8>,
}

/// Receives `stream` in pieces. With `at_once` all records that are there are popped
/// and discarded after each piece, otherwise one by one. Also says how many bytes
/// were moved on the way.
fn run(stream: &[u8], lengths: &[usize], at_once: bool) -> (Run, usize) {
    let mut deframer = MessageDeframer::new();
    let mut source = Pieces {
        stream,
        lengths,
        next: 0,
    };
    let mut run = Run::default();
    let mut moved = 0;
    'reading: loop {
        let before = deframer.unread().as_ptr();
        let waiting = deframer.unread().len();
        if deframer.read_tls(&mut source).unwrap() == 0 {
            break;
        }
        if deframer.unread().as_ptr() != before {
            moved += waiting;
        }
        loop {
            let mut borrowed = deframer.borrow();
            let mut popped = 0;
            while popped == 0 || at_once {
                match borrowed.pop(&mut Plaintext) {
                    Ok(Some(record)) => {
                        run.contents
                            .push((record.content_type, record.payload.to_vec()));
                        popped += 1;
                    }
                    Ok(None) => break,
                    Err(error) => {
                        run.end = Some(error);
                        break;
                    }
                }
            }
            let consumed = borrowed.done();
            let next = deframer.unread()[consumed.bytes()..].as_ptr();
            deframer.discard(consumed);
            if !deframer.unread().is_empty() {
                assert_eq!(deframer.unread().as_ptr(), next, "a discard moves nothing");
            }
            if run.end.is_some() {
                break 'reading;
            }
            if popped == 0 {
                break;
            }
        }
    }
    // What comes behind an invalid record depends on how much has arrived.
    if run.end.is_none() {
        run.left = deframer.unread().to_vec();
    }
    (run, moved)
}

/// Streams of records, most of them valid, with what is not a record at the end.
fn streams() -> impl Strategy<Value = Vec<u8>> {
    let length = prop_oneof![
        8 => 0..100_usize,
        1 => 0..MAX_CIPHERTEXT + 2,
        1 => Just(MAX_CIPHERTEXT),
    ];
    let record = (prop_oneof![9 => 20..24_u8, 1 => any::<u8>()], length);
    (vec(record, 0..20), vec(any::<u8>(), 0..20)).prop_map(|(records, end)| {
        let mut stream = Vec::new();
        for (content_type, length) in records {
            let [high, low] = (length as u16).to_be_bytes();
            stream.extend_from_slice(&[content_type, 3, 3, high, low]);
            stream.resize(stream.len() + length, length as u8);
        }
        stream.extend(end);
        stream
    })
}

proptest! {
    #[test]
    fn any_split_gives_the_same_records(
        stream in streams(),
        lengths in vec(1..5000_usize, 1..50),
        at_once: bool,
    ) {
        let (whole, _) = run(&stream, &[1000], true);
        let (parts, moved) = run(&stream, &lengths, at_once);
        prop_assert_eq!(&whole, &parts);
        // The buffer has grown four times at most; that is in it, too.
        prop_assert!(moved <= stream.len() + 2 * MAX_BUFFER, "{} moved", moved);
    }

    #[test]
    fn arbitrary_bytes_never_panic(
        stream in vec(any::<u8>(), 0..2000),
        lengths in vec(1..100_usize, 1..10),
    ) {
        let (run, _) = run(&stream, &lengths, true);
        for (_, payload) in run.contents {
            prop_assert!(payload.len() <= MAX_CIPHERTEXT);
        }
    }

    #[test]
    fn a_header_is_what_its_bytes_say(bytes: [u8; HEADER_LENGTH]) {
        if let Ok(header) = RecordHeader::from_bytes(bytes) {
            prop_assert_eq!(header.to_bytes(), bytes);
            prop_assert!(usize::from(header.length) <= MAX_CIPHERTEXT);
        }
    }

    #[test]
    fn padding_makes_no_difference(
        content in vec(any::<u8>(), 1..200),
        content_type in 21..24_u8,
        padding in 0..300_usize,
    ) {
        let mut opened = content.clone();
        opened.push(content_type);
        opened.resize(opened.len() + padding, 0);
        prop_assert_eq!(
            inner_plaintext(&opened),
            Ok((ContentType(content_type), &content[..]))
        );
    }

    #[test]
    fn no_more_than_the_limit_is_inside(
        length in MAX_PLAINTEXT - 20..MAX_PLAINTEXT + 20,
        end in vec(any::<u8>(), 0..20),
    ) {
        let mut opened = vec![0; length];
        opened.extend(end);
        if let Ok((_, content)) = inner_plaintext(&opened) {
            prop_assert!(content.len() <= MAX_PLAINTEXT);
        }
    }
}
