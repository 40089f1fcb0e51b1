//! Step 2: a header is checked before anybody waits for its payload.

use deframer::{BorrowedMessageDeframer, ContentType, InvalidRecord, Plaintext, RecordHeader};
use recorded::rfc8448;

const CHANGE_CIPHER_SPEC: u8 = 20;
const ALERT: u8 = 21;
const HANDSHAKE: u8 = 22;
const APPLICATION_DATA: u8 = 23;

/// What the header with this type and length says, version 3.3.
fn header(content_type: u8, length: usize) -> Result<RecordHeader, InvalidRecord> {
    let [high, low] = u16::try_from(length)
        .expect("a length has two bytes")
        .to_be_bytes();
    RecordHeader::from_bytes([content_type, 3, 3, high, low])
}

#[track_caller]
fn allowed(content_type: u8, length: usize) {
    let expected = RecordHeader {
        content_type: ContentType(content_type),
        version: 0x0303,
        length: u16::try_from(length).expect("a length has two bytes"),
    };
    assert_eq!(
        header(content_type, length),
        Ok(expected),
        "a record of type {content_type} may have {length} bytes of payload"
    );
}

#[track_caller]
fn too_long(content_type: u8, length: usize) {
    assert_eq!(
        header(content_type, length),
        Err(InvalidRecord::TooLong(length as u16)),
        "a record of type {content_type} must not have {length} bytes of payload"
    );
}

#[test]
fn real_headers_are_decoded() {
    let records = [
        (rfc8448::RECORD_CLIENT_HELLO, ContentType::HANDSHAKE, 0x0301),
        (rfc8448::RECORD_SERVER_HELLO, ContentType::HANDSHAKE, 0x0303),
        (
            rfc8448::RECORD_SERVER_FLIGHT,
            ContentType::APPLICATION_DATA,
            0x0303,
        ),
    ];
    for (record, content_type, version) in records {
        let bytes = *record.first_chunk().expect("a record begins with a header");
        let header = RecordHeader::from_bytes(bytes).expect("the RFC's records are valid");
        assert_eq!(header.content_type, content_type, "the type");
        assert_eq!(
            header.version, version,
            "the version: a first ClientHello may say 3.1"
        );
        assert_eq!(
            usize::from(header.length),
            record.len() - 5,
            "the length of what follows the header"
        );
        assert_eq!(header.to_bytes(), bytes, "the bytes it was made of");
    }
}

#[test]
fn protected_records_have_2_to_the_14_and_256_bytes_at_most() {
    allowed(APPLICATION_DATA, 1 << 14);
    allowed(APPLICATION_DATA, (1 << 14) + 1);
    allowed(APPLICATION_DATA, (1 << 14) + 255);
    allowed(APPLICATION_DATA, (1 << 14) + 256);
    too_long(APPLICATION_DATA, (1 << 14) + 257);
    too_long(APPLICATION_DATA, 65_535);
}

#[test]
fn other_records_have_2_to_the_14_bytes_at_most() {
    for content_type in [CHANGE_CIPHER_SPEC, ALERT, HANDSHAKE] {
        allowed(content_type, (1 << 14) - 1);
        allowed(content_type, 1 << 14);
        too_long(content_type, (1 << 14) + 1);
        too_long(content_type, (1 << 14) + 256);
        too_long(content_type, 65_535);
    }
}

#[test]
fn only_application_data_may_be_empty() {
    allowed(APPLICATION_DATA, 0);
    for content_type in [CHANGE_CIPHER_SPEC, ALERT, HANDSHAKE] {
        allowed(content_type, 1);
        assert_eq!(
            header(content_type, 0),
            Err(InvalidRecord::Empty(ContentType(content_type))),
            "a record of type {content_type} must not be empty"
        );
    }
}

#[test]
fn there_are_four_types() {
    for content_type in (0..=255).filter(|byte| !(20..=23).contains(byte)) {
        assert_eq!(
            header(content_type, 1),
            Err(InvalidRecord::UnexpectedType(ContentType(content_type))),
            "nobody knows the type {content_type}"
        );
    }
    // An HTTP server has answered. Its bytes have no type, no version and no length.
    assert_eq!(
        RecordHeader::from_bytes(*b"HTTP/"),
        Err(InvalidRecord::UnexpectedType(ContentType(b'H'))),
        "the type is looked at first"
    );
}

#[test]
fn a_version_begins_with_3() {
    for minor in [0, 1, 2, 3, 4, 255] {
        let version =
            RecordHeader::from_bytes([HANDSHAKE, 3, minor, 0, 1]).map(|header| header.version);
        assert_eq!(
            version,
            Ok(0x0300 | u16::from(minor)),
            "the second byte of the version is not looked at"
        );
    }
    for major in [0, 2, 4, 255] {
        assert_eq!(
            RecordHeader::from_bytes([HANDSHAKE, major, 3, 0, 1]),
            Err(InvalidRecord::IllegalVersion(u16::from(major) << 8 | 3)),
            "no TLS record has a version {major}.x"
        );
    }
}

#[test]
fn a_bad_header_is_refused_before_its_payload_has_come() {
    let mut bytes = [HANDSHAKE, 3, 3, 0xff, 0xff];
    let mut borrowed = BorrowedMessageDeframer::new(&mut bytes);
    assert_eq!(
        borrowed.pop(&mut Plaintext),
        Err(InvalidRecord::TooLong(0xffff)),
        "five bytes are enough to see that this record is too long: \
         nobody has to wait for 65535 more"
    );
}

#[test]
fn a_bad_header_stays_where_it_is() {
    let mut bytes = rfc8448::RECORD_SERVER_HELLO.to_vec();
    bytes.extend_from_slice(&[HANDSHAKE, 3, 3, 0, 0]);
    let mut borrowed = BorrowedMessageDeframer::new(&mut bytes);
    assert!(
        borrowed
            .pop(&mut Plaintext)
            .is_ok_and(|record| record.is_some()),
        "the record in front of it is valid"
    );
    for _ in 0..2 {
        assert_eq!(
            borrowed.pop(&mut Plaintext).map(|_| ()),
            Err(InvalidRecord::Empty(ContentType::HANDSHAKE)),
            "a header that was refused is refused again"
        );
    }
    assert_eq!(
        borrowed.done().bytes(),
        rfc8448::RECORD_SERVER_HELLO.len(),
        "only the record in front of it was popped"
    );
}
