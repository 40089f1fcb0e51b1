//! Step 3: a record is opened where it lies, and handed out shared.

use allocation_counter::measure;
use deframer::{
    BorrowedMessageDeframer, ContentType, Decrypt, InvalidRecord, Opener, Plaintext, Protected,
    RecordHeader, inner_plaintext,
};
use recorded::{assert_bytes, rfc8448};

const ALERT: u8 = 21;
const HANDSHAKE: u8 = 22;
const APPLICATION_DATA: u8 = 23;

/// AES-GCM with keys that the RFC prints.
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

fn handshake_keys() -> Protected<Keys> {
    Protected(Keys(rfc8448::server_handshake_opener()))
}

fn application_keys() -> Protected<Keys> {
    Protected(Keys(rfc8448::server_application_opener_at(0)))
}

/// What is in the one record in `bytes`, which `application_keys` open.
fn pop_one(bytes: &mut [u8]) -> Result<(ContentType, Vec<u8>), InvalidRecord> {
    let record = BorrowedMessageDeframer::new(bytes).pop(&mut application_keys())?;
    let record = record.expect("the record is there in full");
    Ok((record.content_type, record.payload.to_vec()))
}

/// A record that `application_keys` open.
fn sealed(content_type: u8, content: &[u8], padding: usize) -> Vec<u8> {
    rfc8448::server_application_sealer_at(0).seal(content_type, content, padding)
}

#[test]
fn all_that_the_server_sends_is_opened_in_one_loan() {
    let mut stream = rfc8448::server_stream();
    let buffer = stream.as_ptr_range();
    let (start, end) = (buffer.start.addr(), buffer.end.addr());
    let mut handshake = handshake_keys();
    let mut application = application_keys();

    let mut borrowed = BorrowedMessageDeframer::new(&mut stream);
    let mut records = Vec::with_capacity(5);
    let mut pop = |opener: &mut dyn Opener<Error = InvalidRecord>| {
        let record = borrowed.pop(opener).expect("the RFC's records are valid");
        records.push(record.expect("the record is there in full"));
    };
    let allocations = measure(|| {
        pop(&mut Plaintext);
        pop(&mut handshake);
        pop(&mut application);
        pop(&mut application);
        pop(&mut application);
    });
    assert_eq!(
        allocations.count_total, 0,
        "opening has allocated: the plaintext fits where the ciphertext was (`println!` and `dbg!` allocate, too)"
    );

    let flight = [
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
    ]
    .concat();
    let expected: [(ContentType, &[u8]); 5] = [
        (ContentType::HANDSHAKE, rfc8448::SERVER_HELLO),
        (ContentType::HANDSHAKE, &flight),
        (ContentType::HANDSHAKE, rfc8448::NEW_SESSION_TICKET),
        (ContentType::APPLICATION_DATA, rfc8448::APPLICATION_DATA),
        (ContentType::ALERT, rfc8448::CLOSE_NOTIFY),
    ];
    for (record, (content_type, content)) in records.iter().zip(expected) {
        assert_eq!(
            record.content_type, content_type,
            "the type comes from inside the protection"
        );
        assert_bytes(record.payload, content, "what the RFC says was sealed");
        let payload = record.payload.as_ptr_range();
        assert!(
            start <= payload.start.addr() && payload.end.addr() <= end,
            "the payload is a copy: it does not lie in the buffer"
        );
    }
    assert_eq!(
        borrowed.done().bytes(),
        rfc8448::server_stream().len(),
        "all records were popped"
    );
}

#[test]
fn padding_is_not_content() {
    for padding in [0, 1, 2, 100, 1000] {
        let mut bytes = sealed(HANDSHAKE, b"hello\0", padding);
        let what = format!(
            "the content ends before its type; {padding} zeros behind the type are padding"
        );
        match pop_one(&mut bytes) {
            Ok((content_type, content)) => {
                assert_bytes(&content, b"hello\0", &what);
                assert_eq!(content_type, ContentType::HANDSHAKE, "{what}");
            }
            Err(error) => panic!("{what}, and nothing is wrong with them: {error:?}"),
        }
    }
}

#[test]
fn nothing_but_zeros_has_no_type() {
    for length in [0, 1, 2, 1 << 14, (1 << 14) + 1] {
        assert_eq!(
            inner_plaintext(&vec![0; length]).map(|(_, content)| content.len()),
            Err(InvalidRecord::NoContentType),
            "among {length} zeros there is no type"
        );
    }
}

#[test]
fn two_to_the_14_and_one_byte_may_be_inside() {
    let content = vec![7; 1 << 14];
    for (length, padding) in [(1 << 14, 0), ((1 << 14) - 1, 1), (0, 1 << 14)] {
        let mut bytes = sealed(APPLICATION_DATA, &content[..length], padding);
        assert_eq!(
            pop_one(&mut bytes).map(|(_, content)| content.len()),
            Ok(length),
            "{length} bytes of content, their type and {padding} of padding are allowed: \
             2^14 + 1 bytes in all"
        );
    }
    for (length, padding) in [(1 << 14, 1), ((1 << 14) - 1, 2), (0, (1 << 14) + 1)] {
        let mut bytes = sealed(APPLICATION_DATA, &content[..length], padding);
        assert_eq!(
            pop_one(&mut bytes).map(|(_, content)| content.len()),
            Err(InvalidRecord::PlaintextTooLong),
            "{length} bytes of content, their type and {padding} of padding are too much: \
             2^14 + 2 bytes in all"
        );
    }
}

#[test]
fn only_application_data_may_be_empty_inside() {
    for padding in [0, 3] {
        assert_eq!(
            pop_one(&mut sealed(APPLICATION_DATA, b"", padding)),
            Ok((ContentType::APPLICATION_DATA, Vec::new())),
            "empty application data is allowed"
        );
        for content_type in [ALERT, HANDSHAKE] {
            assert_eq!(
                pop_one(&mut sealed(content_type, b"", padding)),
                Err(InvalidRecord::Empty(ContentType(content_type))),
                "inside the protection, type {content_type} must not be empty either"
            );
        }
    }
}

#[test]
fn three_types_may_be_inside() {
    for content_type in (1..=255).filter(|byte| !(21..=23).contains(byte)) {
        assert_eq!(
            inner_plaintext(&[42, content_type, 0]),
            Err(InvalidRecord::UnexpectedType(ContentType(content_type))),
            "type {content_type} is never protected"
        );
    }
}

#[test]
fn a_record_that_was_changed_is_refused() {
    let good = sealed(APPLICATION_DATA, b"fifty euros", 0);
    // Of the header it is the version that can be changed and still be allowed.
    for changed in [2].into_iter().chain(5..good.len()) {
        let mut bytes = good.clone();
        bytes[changed] ^= 1;
        let mut borrowed = BorrowedMessageDeframer::new(&mut bytes);
        assert_eq!(
            borrowed.pop(&mut application_keys()),
            Err(InvalidRecord::NotAuthentic),
            "byte {changed} was changed on its way, and the record was handed out"
        );
        assert_eq!(
            borrowed.done().bytes(),
            good.len(),
            "a record that the opener has refused counts as popped"
        );
    }
}

#[test]
fn what_is_not_protected_is_refused() {
    for content_type in [ALERT, HANDSHAKE] {
        let mut bytes = [content_type, 3, 3, 0, 2, 1, 0];
        assert_eq!(
            pop_one(&mut bytes),
            Err(InvalidRecord::UnexpectedType(ContentType(content_type))),
            "anybody on the way can write a record without protection: \
             once there are keys it must not be taken"
        );
    }
}

#[test]
fn change_cipher_spec_comes_without_protection() {
    let mut bytes = [20, 3, 3, 0, 1, 1];
    assert_eq!(
        pop_one(&mut bytes),
        Ok((ContentType::CHANGE_CIPHER_SPEC, vec![1])),
        "middleboxes want to see this one in the clear, and it means nothing"
    );
}

#[test]
fn an_opener_works_without_a_deframer() {
    let mut record = sealed(HANDSHAKE, b"hello", 4);
    let header = *record.first_chunk().expect("a record begins with a header");
    let header = RecordHeader::from_bytes(header).expect("the header is valid");
    let opened = application_keys()
        .open(header, &mut record[5..])
        .expect("the record is what was sealed");
    assert_bytes(opened.payload, b"hello", "the content");
}
