//! Record protection: each record of the RFC opens to what the RFC says it holds, and to nothing else.

use recorded::rfc8448 as rfc;
use recorded::{Opener, Sealer};

const ALERT: u8 = 21;
const HANDSHAKE: u8 = 22;
const APPLICATION_DATA: u8 = 23;

#[test]
fn server_flight_holds_four_messages() {
    let mut opener = rfc::server_handshake_opener();
    let expected = [
        rfc::ENCRYPTED_EXTENSIONS,
        rfc::CERTIFICATE,
        rfc::CERTIFICATE_VERIFY,
        rfc::SERVER_FINISHED,
        &[HANDSHAKE],
    ]
    .concat();
    assert_eq!(open(&mut opener, rfc::RECORD_SERVER_FLIGHT), Some(expected));
}

#[test]
fn client_finished_is_alone_in_its_record() {
    let mut opener = rfc::client_handshake_opener();
    assert_eq!(
        open(&mut opener, rfc::RECORD_CLIENT_FINISHED),
        Some(inner(rfc::CLIENT_FINISHED, HANDSHAKE))
    );
}

#[test]
fn server_application_records_open_in_order() {
    let mut opener = rfc::server_application_opener_at(0);
    for (record, content, typ) in [
        (
            rfc::RECORD_SERVER_NEW_SESSION_TICKET,
            rfc::NEW_SESSION_TICKET,
            HANDSHAKE,
        ),
        (
            rfc::RECORD_SERVER_APPLICATION_DATA,
            rfc::APPLICATION_DATA,
            APPLICATION_DATA,
        ),
        (rfc::RECORD_SERVER_CLOSE_NOTIFY, rfc::CLOSE_NOTIFY, ALERT),
    ] {
        assert_eq!(open(&mut opener, record), Some(inner(content, typ)));
    }
    assert_eq!(opener.sequence(), 3);
}

#[test]
fn client_application_records_open_in_order() {
    let mut opener = rfc::client_application_opener_at(0);
    for (record, content, typ) in [
        (
            rfc::RECORD_CLIENT_APPLICATION_DATA,
            rfc::APPLICATION_DATA,
            APPLICATION_DATA,
        ),
        (rfc::RECORD_CLIENT_CLOSE_NOTIFY, rfc::CLOSE_NOTIFY, ALERT),
    ] {
        assert_eq!(open(&mut opener, record), Some(inner(content, typ)));
    }
    assert_eq!(opener.sequence(), 2);
}

#[test]
fn a_later_record_opens_at_its_own_sequence_number_only() {
    let record = rfc::RECORD_SERVER_CLOSE_NOTIFY;
    for sequence in [0, 1, 3, 2 << 32] {
        let mut opener = rfc::server_application_opener_at(sequence);
        assert_eq!(open(&mut opener, record), None, "as number {sequence}");
    }
    let mut opener = rfc::server_application_opener_at(2);
    assert_eq!(
        open(&mut opener, record),
        Some(inner(rfc::CLOSE_NOTIFY, ALERT))
    );
}

#[test]
fn one_flipped_bit_anywhere_is_refused_and_changes_nothing() {
    let genuine = rfc::RECORD_SERVER_APPLICATION_DATA;
    let mut opener = rfc::server_application_opener_at(1);
    for bit in 0..genuine.len() * 8 {
        let mut record = genuine.to_vec();
        record[bit / 8] ^= 1 << (bit % 8);
        let sent = record.clone();
        let (header, payload) = record.split_first_chunk_mut().unwrap();
        assert_eq!(opener.open_in_place(header, payload), None, "bit {bit}");
        assert_eq!(record, sent, "the record after bit {bit} was refused");
        assert_eq!(opener.sequence(), 1, "after bit {bit} was refused");
    }
    // The opener is none the worse for it.
    assert_eq!(
        open(&mut opener, genuine),
        Some(inner(rfc::APPLICATION_DATA, APPLICATION_DATA))
    );
    assert_eq!(opener.sequence(), 2);
}

#[test]
fn a_payload_too_short_for_a_tag_is_refused() {
    let mut opener = rfc::server_handshake_opener();
    for length in 0..16 {
        let header = [APPLICATION_DATA, 3, 3, 0, length];
        let mut payload = vec![0; usize::from(length)];
        assert_eq!(opener.open_in_place(&header, &mut payload), None);
    }
    assert_eq!(opener.sequence(), 0);
}

#[test]
fn the_opened_content_lies_where_the_payload_lay() {
    let mut record = rfc::RECORD_CLIENT_FINISHED.to_vec();
    let (header, payload) = record.split_first_chunk_mut().unwrap();
    let payload_range = payload.as_ptr_range();
    let opened = rfc::client_handshake_opener()
        .open_in_place(header, payload)
        .unwrap();
    assert_eq!(opened.as_ptr(), payload_range.start);
    assert_eq!(opened.len(), rfc::CLIENT_FINISHED.len() + 1);
}

#[test]
fn the_sealer_writes_the_records_of_the_rfc() {
    let flight = [
        rfc::ENCRYPTED_EXTENSIONS,
        rfc::CERTIFICATE,
        rfc::CERTIFICATE_VERIFY,
        rfc::SERVER_FINISHED,
    ]
    .concat();
    assert_eq!(
        rfc::server_handshake_sealer().seal(HANDSHAKE, &flight, 0),
        rfc::RECORD_SERVER_FLIGHT
    );
    assert_eq!(
        rfc::client_handshake_sealer().seal(HANDSHAKE, rfc::CLIENT_FINISHED, 0),
        rfc::RECORD_CLIENT_FINISHED
    );

    let mut server = rfc::server_application_sealer_at(1);
    assert_eq!(
        server.seal(APPLICATION_DATA, rfc::APPLICATION_DATA, 0),
        rfc::RECORD_SERVER_APPLICATION_DATA
    );
    assert_eq!(
        server.seal(ALERT, rfc::CLOSE_NOTIFY, 0),
        rfc::RECORD_SERVER_CLOSE_NOTIFY
    );

    let mut client = rfc::client_application_sealer_at(0);
    assert_eq!(
        client.seal(APPLICATION_DATA, rfc::APPLICATION_DATA, 0),
        rfc::RECORD_CLIENT_APPLICATION_DATA
    );
}

#[test]
fn records_at_the_limits_and_past_them_can_be_made() {
    // The content, its type and the padding: at most 2^14 + 1 bytes together (RFC 8446 section 5.4). The
    // record's payload: at most 2^14 + 256 (section 5.2).
    let (mut sealer, mut opener) = (
        rfc::client_handshake_sealer(),
        rfc::client_handshake_opener(),
    );
    for (content_len, padding, payload_len) in [
        (0, 0, 17),
        (1 << 14, 0, (1 << 14) + 17),
        (0, 1 << 14, (1 << 14) + 17),
        ((1 << 14) + 1, 0, (1 << 14) + 18),
        (1 << 14, 239, (1 << 14) + 256),
        (1 << 14, 240, (1 << 14) + 257),
        (65_000, 518, 65_535),
    ] {
        let content = vec![7; content_len];
        let record = sealer.seal(APPLICATION_DATA, &content, padding);
        let [typ, 3, 3, high, low] = record[..5] else {
            panic!("not the header of a record: {:?}", &record[..5]);
        };
        assert_eq!(typ, APPLICATION_DATA);
        assert_eq!(u16::from_be_bytes([high, low]), payload_len);
        assert_eq!(record.len(), 5 + usize::from(payload_len));

        let mut expected = inner(&content, APPLICATION_DATA);
        expected.resize(expected.len() + padding, 0);
        assert!(
            open(&mut opener, &record) == Some(expected),
            "{content_len} bytes and {padding} of padding"
        );
    }
}

#[test]
#[should_panic(expected = "fits into the header's 16 bits")]
fn a_record_longer_than_a_header_can_state_cannot_be_made() {
    rfc::client_handshake_sealer().seal(APPLICATION_DATA, &[0; 65_000], 519);
}

#[test]
fn sequence_numbers_do_not_wrap() {
    let (key, iv) = (rfc::CLIENT_HANDSHAKE_KEY, rfc::CLIENT_HANDSHAKE_IV);
    let record = Sealer::starting_at(u64::MAX - 1, key, iv).seal(ALERT, rfc::CLOSE_NOTIFY, 0);
    let mut opener = Opener::starting_at(u64::MAX - 1, key, iv);
    assert!(open(&mut opener, &record).is_some());
    assert_eq!(opener.sequence(), u64::MAX);
    assert_eq!(open(&mut opener, rfc::RECORD_CLIENT_FINISHED), None);
}

#[test]
fn debugging_shows_the_sequence_number_and_no_key() {
    assert_eq!(
        format!("{:?}", rfc::server_application_opener_at(2)),
        "Opener { sequence: 2, .. }"
    );
    assert_eq!(
        format!("{:?}", rfc::server_handshake_sealer()),
        "Sealer { sequence: 0, .. }"
    );
}

/// What a record opens to, or `None` if it is refused.
fn open(opener: &mut Opener, record: &[u8]) -> Option<Vec<u8>> {
    let mut record = record.to_vec();
    let (header, payload) = record.split_first_chunk_mut()?;
    Some(opener.open_in_place(header, payload)?.to_vec())
}

/// A `TLSInnerPlaintext` without padding.
fn inner(content: &[u8], typ: u8) -> Vec<u8> {
    [content, &[typ]].concat()
}
