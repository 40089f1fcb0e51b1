//! The trace agrees with itself: lengths in headers, messages in records, records in streams.

use recorded::rfc8448 as rfc;

const HANDSHAKE: u8 = 22;
const APPLICATION_DATA: u8 = 23;

#[test]
fn messages_have_the_type_and_the_length_their_header_states() {
    for (name, typ, message) in [
        ("client_hello", 1, rfc::CLIENT_HELLO),
        ("server_hello", 2, rfc::SERVER_HELLO),
        ("new_session_ticket", 4, rfc::NEW_SESSION_TICKET),
        ("encrypted_extensions", 8, rfc::ENCRYPTED_EXTENSIONS),
        ("certificate", 11, rfc::CERTIFICATE),
        ("certificate_verify", 15, rfc::CERTIFICATE_VERIFY),
        ("server_finished", 20, rfc::SERVER_FINISHED),
        ("client_finished", 20, rfc::CLIENT_FINISHED),
    ] {
        assert_eq!(message[0], typ, "type of {name}");
        let stated = u32::from_be_bytes([0, message[1], message[2], message[3]]);
        assert_eq!(message.len(), 4 + stated as usize, "length of {name}");
    }
}

#[test]
fn records_in_the_clear_hold_their_message() {
    assert_eq!(rfc::RECORD_CLIENT_HELLO[..3], [HANDSHAKE, 3, 1]);
    assert_eq!(rfc::RECORD_CLIENT_HELLO[5..], *rfc::CLIENT_HELLO);
    assert_eq!(rfc::RECORD_SERVER_HELLO[..3], [HANDSHAKE, 3, 3]);
    assert_eq!(rfc::RECORD_SERVER_HELLO[5..], *rfc::SERVER_HELLO);
}

#[test]
fn streams_are_whole_records_end_to_end() {
    assert_eq!(
        content_types(&rfc::server_stream()),
        [
            HANDSHAKE,
            APPLICATION_DATA,
            APPLICATION_DATA,
            APPLICATION_DATA,
            APPLICATION_DATA
        ]
    );
    assert_eq!(
        content_types(&rfc::client_stream()),
        [
            HANDSHAKE,
            APPLICATION_DATA,
            APPLICATION_DATA,
            APPLICATION_DATA
        ]
    );
}

#[test]
fn application_data_counts_up_from_zero() {
    assert!(rfc::APPLICATION_DATA.iter().copied().eq(0..50));
}

/// The content type of each record in `stream`, which must end where its last record does.
fn content_types(mut stream: &[u8]) -> Vec<u8> {
    let mut types = Vec::new();
    while let Some((&[typ, _, _, high, low], rest)) = stream.split_first_chunk() {
        types.push(typ);
        stream = &rest[usize::from(u16::from_be_bytes([high, low]))..];
    }
    assert_eq!(stream, [], "what is left after the last record");
    types
}
