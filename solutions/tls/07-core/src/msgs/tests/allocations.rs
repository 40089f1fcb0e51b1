//! Decoding allocates nothing, and encoding no more than the buffer.

use allocation_counter::measure;
use recorded::{client_hellos, rfc8448};

use super::*;

#[test]
fn decoding_allocates_nothing() {
    let messages = one_of_each();
    for (msg_type, message) in &messages {
        let (decode, body) = (decoder(*msg_type), body(message, *msg_type));
        let info = measure(|| decode(body).expect("it is well formed"));
        assert_eq!(info.count_total, 0, "{msg_type:?}");
    }
    for (client, message) in client_hellos::ALL {
        let body = body(message, HandshakeType::CLIENT_HELLO);
        let info = measure(|| {
            let extensions = client_extensions(body).expect("a real hello");
            extensions.check_tls13().expect("a real hello of TLS 1.3");
        });
        assert_eq!(info.count_total, 0, "{client}");
    }
}

#[test]
fn the_certificates_are_slices_of_the_message() {
    let body = body(rfc8448::CERTIFICATE, HandshakeType::CERTIFICATE);
    let certificate = Certificate::decode(body, OFFERED).expect("a real message");
    let info = measure(|| {
        let end_entity = certificate.end_entity().expect("there is one");
        assert!(body.as_ptr_range().contains(&end_entity.as_ptr()));
    });
    assert_eq!(info.count_total, 0);
}

#[test]
fn encoding_allocates_nothing_in_a_buffer_with_room() {
    let mut bytes = Vec::with_capacity(2000);
    let alpn = [b"h2".to_vec()];
    let chain = [vec![1; 100].into()];
    let info = measure(|| {
        NewClientHello {
            random: &[7; 32],
            session_id: &[],
            cipher_suites: [CipherSuite(0x1301)],
            versions: &[ProtocolVersion::TLSV1_3],
            groups: [NamedGroup::X25519],
            schemes: &[SignatureScheme::ED25519],
            key_shares: [(NamedGroup::X25519, &[9_u8; 32][..])],
            server_name: Some("workshop.example"),
            alpn: &alpn,
            cookie: None,
            psk_dhe_ke: true,
            psk: None,
        }
        .encode(&mut bytes);
        encode_certificate_request(&mut bytes, &[], &[SignatureScheme::ED25519], [&b"name"[..]]);
        encode_certificate(&mut bytes, &[], &chain);
        KeyUpdate::UpdateRequested.encode(&mut bytes);
    });
    assert_eq!(info.count_total, 0);
}
