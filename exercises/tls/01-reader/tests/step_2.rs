//! Step 2: a caller that lets go of the header before it asks for the payload.

use allocation_counter::measure;
use reader::frozen::{ReaderMut, redact_records};
use recorded::{assert_bytes, rfc8448};

/// Redacts `bytes` and says how many records that was and how many bytes were left.
fn redact(bytes: &mut [u8]) -> (usize, usize) {
    let mut reader = ReaderMut::new(bytes);
    let redacted = redact_records(&mut reader);
    (redacted, reader.left())
}

#[test]
fn application_data_is_redacted_and_headers_are_not() {
    let mut bytes = rfc8448::RECORD_SERVER_FLIGHT.to_vec();
    assert_eq!(
        redact(&mut bytes),
        (1, 0),
        "one record, and nothing behind it"
    );
    assert_bytes(
        &bytes[..5],
        &rfc8448::RECORD_SERVER_FLIGHT[..5],
        "the header has to stay as it was",
    );
    assert!(
        bytes[5..].iter().all(|&byte| byte == 0),
        "the whole payload has to be zero"
    );
}

#[test]
fn other_records_stay_as_they_are() {
    let mut bytes = rfc8448::RECORD_SERVER_HELLO.to_vec();
    assert_eq!(
        redact(&mut bytes).0,
        0,
        "only application data is to be redacted"
    );
    assert_bytes(
        &bytes,
        rfc8448::RECORD_SERVER_HELLO,
        "only application data is to be redacted",
    );
}

#[test]
fn all_records_of_a_stream_are_seen() {
    let mut bytes = rfc8448::RECORD_SERVER_HELLO.to_vec();
    bytes.extend_from_slice(rfc8448::RECORD_SERVER_FLIGHT);
    bytes.extend_from_slice(rfc8448::RECORD_SERVER_APPLICATION_DATA);
    assert_eq!(
        redact(&mut bytes),
        (2, 0),
        "the stream has one handshake record and two of application data"
    );
}

#[test]
fn an_incomplete_record_is_left_alone() {
    let whole = rfc8448::RECORD_SERVER_APPLICATION_DATA;
    for length in 0..whole.len() {
        let mut bytes = whole[..length].to_vec();
        assert_eq!(
            redact(&mut bytes).0,
            0,
            "{length} bytes of {} are no whole record",
            whole.len()
        );
        assert_bytes(
            &bytes,
            &whole[..length],
            "an incomplete record stays as it is",
        );
    }
}

#[test]
fn nothing_is_allocated() {
    let mut bytes = rfc8448::RECORD_SERVER_APPLICATION_DATA.to_vec();
    let mut redacted = 0;
    let allocations = measure(|| redacted = redact(&mut bytes).0);
    assert_eq!(redacted, 1, "the record is redacted");
    assert_eq!(
        allocations.count_total, 0,
        "redacting has allocated: no piece has to be copied (`println!` and `dbg!` allocate, too)"
    );
}
