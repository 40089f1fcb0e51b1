//! Step 5: any split of the input, and no byte moved again and again.

use std::io::{self, ErrorKind, Read};

use allocation_counter::measure;
use deframer::{
    Consumed, ContentType, Decrypt, InvalidRecord, MAX_BUFFER, MAX_CIPHERTEXT, MessageDeframer,
    Opener, Plaintext, Protected, Record, RecordHeader,
};
use recorded::{assert_bytes, rfc8448};

/// Hands a stream out in pieces of these lengths, over and over.
struct Pieces<'a> {
    stream: &'a [u8],
    lengths: &'a [usize],
    next: usize,
}

impl<'a> Pieces<'a> {
    fn new(stream: &'a [u8], lengths: &'a [usize]) -> Self {
        Self {
            stream,
            lengths,
            next: 0,
        }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        assert!(!into.is_empty(), "there is no room to read into");
        let length = self.lengths[self.next % self.lengths.len()];
        self.next += 1;
        let (now, later) = self
            .stream
            .split_at(length.min(self.stream.len()).min(into.len()));
        into[..now.len()].copy_from_slice(now);
        self.stream = later;
        Ok(now.len())
    }
}

/// What was in a record.
type Content = (ContentType, Vec<u8>);

/// Receives a stream in pieces, and pops and discards after each.
fn receive(
    stream: &[u8],
    lengths: &[usize],
    opener: &mut dyn Opener<Error = InvalidRecord>,
) -> Vec<Content> {
    let mut deframer = MessageDeframer::new();
    let mut source = Pieces::new(stream, lengths);
    let mut contents = Vec::new();
    for _ in 0..=stream.len() {
        let read = deframer.read_tls(&mut source);
        if read.expect("there is room when all that is there has been popped") == 0 {
            assert_bytes(deframer.unread(), &[], "the stream ends behind a record");
            return contents;
        }
        let mut borrowed = deframer.borrow();
        while let Some(record) = borrowed.pop(opener).expect(
            "all records are valid: are the bytes still where the deframer believes they are?",
        ) {
            contents.push((record.content_type, record.payload.to_vec()));
            assert!(contents.len() <= stream.len(), "the records never end");
        }
        let consumed = borrowed.done();
        deframer.discard(consumed);
    }
    panic!("the end of the stream was never reached");
}

#[track_caller]
fn same(contents: &[Content], expected: &[Content], split: &str) {
    let wrong = contents
        .iter()
        .zip(expected)
        .position(|(one, other)| one != other);
    assert_eq!(
        (wrong, contents.len()),
        (None, expected.len()),
        "{split}: the first record that is not what was sent, and how many have come out"
    );
}

/// Opens what the server of RFC 8448 sends.
struct Server {
    records: usize,
    handshake: Protected<Keys>,
    application: Protected<Keys>,
}

struct Keys(recorded::Opener);

impl Decrypt for Keys {
    fn decrypt_in_place<'a>(
        &mut self,
        header: &[u8; 5],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        self.0.open_in_place(header, payload)
    }
}

impl Opener for Server {
    type Error = InvalidRecord;

    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        self.records += 1;
        match self.records {
            1 => Plaintext.open(header, payload),
            2 => self.handshake.open(header, payload),
            _ => self.application.open(header, payload),
        }
    }
}

fn server() -> Server {
    Server {
        records: 0,
        handshake: Protected(Keys(rfc8448::server_handshake_opener())),
        application: Protected(Keys(rfc8448::server_application_opener_at(0))),
    }
}

#[test]
fn every_split_of_a_real_stream_gives_the_same_records() {
    let stream = rfc8448::server_stream();
    let whole = receive(&stream, &[stream.len()], &mut server());
    assert_eq!(whole.len(), 5, "the server sends five records");
    assert_bytes(&whole[3].1, rfc8448::APPLICATION_DATA, "the fourth of them");
    for split in 1..stream.len() {
        let parts = receive(&stream, &[split, stream.len()], &mut server());
        same(&parts, &whole, &format!("split behind byte {split}"));
    }
    let bytes = receive(&stream, &[1], &mut server());
    same(&bytes, &whole, "one byte at a time");
}

/// Records of these lengths of payload, and what comes out of them.
fn records(lengths: impl Iterator<Item = usize>) -> (Vec<u8>, Vec<Content>) {
    let mut stream = Vec::new();
    let mut contents = Vec::new();
    for (count, length) in lengths.enumerate() {
        let [high, low] = u16::try_from(length)
            .expect("a length has two bytes")
            .to_be_bytes();
        let payload: Vec<u8> = (count..count + length).map(|byte| byte as u8).collect();
        stream.extend_from_slice(&[23, 3, 3, high, low]);
        stream.extend_from_slice(&payload);
        contents.push((ContentType::APPLICATION_DATA, payload));
    }
    (stream, contents)
}

/// Numbers below `limit` without any order, the same ones every time.
fn numbers(mut seed: u32, limit: usize) -> impl Iterator<Item = usize> {
    std::iter::repeat_with(move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % limit
    })
}

#[test]
fn any_pieces_of_a_long_stream_give_the_same_records() {
    // Small records, large ones, and now and then the largest there is.
    let lengths = numbers(1, 40)
        .zip(numbers(2, MAX_CIPHERTEXT))
        .map(|(kind, length)| match kind {
            0 => MAX_CIPHERTEXT,
            1..10 => length,
            _ => kind,
        });
    let (stream, expected) = records(lengths.take(200));
    for (seed, longest) in [(3, 50), (4, 1000), (5, 5000), (6, 40_000)] {
        let pieces: Vec<usize> = numbers(seed, longest)
            .map(|length| length + 1)
            .take(997)
            .collect();
        let contents = receive(&stream, &pieces, &mut Plaintext);
        same(
            &contents,
            &expected,
            &format!("pieces of up to {longest} bytes"),
        );
    }
}

#[test]
fn the_largest_record_has_room_behind_anything() {
    for before in [0, 1, 4000, 10_000, MAX_CIPHERTEXT] {
        let (stream, expected) = records([before, MAX_CIPHERTEXT, 1].into_iter());
        // The first piece ends one byte into the largest record.
        let pieces = [5 + before + 1, 1, 1, 1, 100];
        let contents = receive(&stream, &pieces, &mut Plaintext);
        same(&contents, &expected, "the largest record there is");
    }
}

/// A deframer, and how many bytes have been moved in it.
///
/// Bytes that lie somewhere else after a call than before have been moved by it,
/// whether within the buffer or to a new one.
struct Watched {
    deframer: MessageDeframer,
    moved: usize,
}

impl Watched {
    fn new() -> Self {
        Self {
            deframer: MessageDeframer::new(),
            moved: 0,
        }
    }

    /// Where the unread bytes are, and how many.
    fn unread(&self) -> (usize, usize) {
        let unread = self.deframer.unread();
        (unread.as_ptr().addr(), unread.len())
    }

    fn read(&mut self, source: &mut Pieces<'_>) -> usize {
        let (before, length) = self.unread();
        let count = self.deframer.read_tls(source);
        let (after, _) = self.unread();
        if before != after {
            self.moved += length;
        }
        count.expect("there is room: only half of the largest buffer is unread")
    }

    /// Pops one record and discards it.
    fn pop(&mut self) -> bool {
        let (before, _) = self.unread();
        let mut borrowed = self.deframer.borrow();
        let popped = borrowed
            .pop(&mut Plaintext)
            .expect("all records are valid")
            .is_some();
        let consumed: Consumed = borrowed.done();
        let discarded = consumed.bytes();
        self.deframer.discard(consumed);
        let (after, length) = self.unread();
        if length > 0 && before + discarded != after {
            self.moved += length;
        }
        popped
    }

    #[track_caller]
    fn has_moved_little(&self, received: usize) {
        assert!(
            self.moved <= 4 * received,
            "{} bytes have come in, and {} were moved on the way: \
             the same bytes are moved again and again",
            received,
            self.moved
        );
    }
}

#[test]
fn discarding_one_by_one_moves_few_bytes() {
    // Ten thousand records of 30 bytes; 500 of them come at a time.
    let (stream, _) = records([25].into_iter().cycle().take(10_000));
    let mut source = Pieces::new(&stream, &[500 * 30]);
    let mut watched = Watched::new();
    let mut popped = 0;
    while popped < 10_000 && watched.read(&mut source) > 0 {
        while watched.pop() {
            popped += 1;
        }
    }
    assert_eq!(popped, 10_000, "the number of records");
    watched.has_moved_little(stream.len());
}

/// Receives 10,000 records of 30 bytes. About `waiting` bytes of them are always
/// there: for each record that is popped another one comes.
fn one_out_one_in(stream: &[u8], waiting: usize) -> Watched {
    let mut source = Pieces::new(stream, &[30]);
    let mut watched = Watched::new();
    let mut popped = 0;
    while popped < 10_000 {
        let ended = watched.read(&mut source) == 0;
        if ended || watched.unread().1 > waiting {
            assert!(watched.pop(), "a whole record is there");
            popped += 1;
        }
    }
    watched
}

#[test]
fn reading_with_records_waiting_moves_few_bytes() {
    let (stream, _) = records([25].into_iter().cycle().take(10_000));
    for waiting in [900, 4000, 8000, 16_000] {
        one_out_one_in(&stream, waiting).has_moved_little(stream.len());
    }
}

#[test]
fn the_buffer_does_not_grow_with_the_stream() {
    let (stream, _) = records([25].into_iter().cycle().take(10_000));
    let allocations = measure(|| {
        one_out_one_in(&stream, 90);
    });
    assert!(
        allocations.bytes_max <= 2 * MAX_BUFFER as u64,
        "the buffer keeps growing: it takes {} bytes, though no more than 120 are ever unread",
        allocations.bytes_max
    );
}

#[test]
fn a_buffer_that_nobody_pops_from_is_full_at_some_time() {
    let (stream, _) = records([25].into_iter().cycle().take(10_000));
    let mut source = Pieces::new(&stream, &[1000]);
    let mut deframer = MessageDeframer::new();
    let error = loop {
        match deframer.read_tls(&mut source) {
            Ok(0) => panic!(
                "a peer can fill the memory: {} bytes were taken in and nobody has popped one",
                stream.len()
            ),
            Ok(_) => {}
            Err(error) => break error,
        }
    };
    assert_eq!(
        error.kind(),
        ErrorKind::OutOfMemory,
        "the kind of the error"
    );
    let unread = deframer.unread().len();
    assert!(
        unread <= MAX_BUFFER,
        "the buffer holds {unread} bytes, {MAX_BUFFER} are the most"
    );
    assert_bytes(
        deframer.unread(),
        &stream[..unread],
        "what was taken in has to stay",
    );

    // When it is popped there is room again.
    let mut borrowed = deframer.borrow();
    while borrowed
        .pop(&mut Plaintext)
        .expect("all records are valid")
        .is_some()
    {}
    let consumed = borrowed.done();
    deframer.discard(consumed);
    let read = deframer.read_tls(&mut source);
    assert!(
        read.is_ok_and(|count| count > 0),
        "the records were popped and discarded: there is room again"
    );
}
