//! Two connections of this core with each other.

mod support;

use std::io::{Read, Write};

use support::{configs, pair, transfer};
use tls_core::HandshakeKind;

#[test]
fn they_shake_hands_and_talk() {
    let configs = configs(tls_core::crypto::ring::default_provider());
    for kind in [HandshakeKind::Full, HandshakeKind::Resumed] {
        let (mut client, mut server) = pair(&configs);
        transfer(&mut client, &mut server).expect("a handshake");
        assert!(!client.is_handshaking() && !server.is_handshaking());
        assert_eq!(client.handshake_kind(), Some(kind));
        assert_eq!(server.handshake_kind(), Some(kind));
        client.writer().write_all(b"hello").expect("room");
        transfer(&mut client, &mut server).expect("data");
        let mut data = [0; 5];
        server.reader().read_exact(&mut data).expect("data");
        assert_eq!(&data, b"hello");
        client.refresh_traffic_keys().expect("an update");
        server.writer().write_all(b"world").expect("room");
        transfer(&mut client, &mut server).expect("data");
        client.reader().read_exact(&mut data).expect("data");
        assert_eq!(&data, b"world");
    }
}
