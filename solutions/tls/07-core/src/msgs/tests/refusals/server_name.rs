//! The name of the host that a client wants.

use super::client_hello::{PADDING, assert_client_hello, client_hello};
use super::*;

#[test]
fn server_names() {
    fn decode(host: &[u8]) -> Result<Option<String>, Error> {
        let mut data = Vec::new();
        vector_u16(&mut data, |bytes| {
            bytes.push(0);
            vector_u16(bytes, |bytes| bytes.extend_from_slice(host));
        });
        let hello = client_hello(&[(SERVER_NAME, &data), PADDING]);
        client_extensions(&hello).map(|decoded| decoded.server_name.map(str::to_owned))
    }

    for good in ["a", "workshop.example", "WORKSHOP.example", "xn--a.example"] {
        assert_eq!(decode(good.as_bytes()), Ok(Some(good.to_owned())));
    }
    for address in ["127.0.0.1", "::1"] {
        assert_eq!(decode(address.as_bytes()), Ok(None));
    }
    for bad in [
        &b"workshop.example."[..],
        b"workshop..example",
        b".example",
        b"-a.example",
        b"a\0.example",
        b"a b.example",
        b"\xff",
        "ü.example".as_bytes(),
        &[b'a'; 300],
    ] {
        assert_eq!(
            decode(bad),
            misbehaved(PeerMisbehaved::InvalidServerName),
            "{bad:?}"
        );
    }
}

#[test]
fn server_names_of_other_types_are_stepped_over() {
    let hello = client_hello(&[(SERVER_NAME, b"\x00\x08\x07\x00\x01!\x00\x00\x01a")]);
    let decoded = client_extensions(&hello).expect("a name of type 7 and a host name");
    assert_eq!(decoded.server_name, Some("a"));
    assert_client_hello(
        &[(SERVER_NAME, b"\x00\x08\x00\x00\x01b\x00\x00\x01a")],
        misbehaved(PeerMisbehaved::InvalidServerName),
    );
}
