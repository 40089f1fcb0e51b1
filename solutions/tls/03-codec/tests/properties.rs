//! What holds for every input.

use codec::{
    CipherSuite, ClientHello, Codec, Extension, ExtensionType, Handshake, HandshakeType,
    InvalidMessage, Opaque, PayloadU8, PayloadU16, PayloadU24, U24, Vector, read_joined,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use reader::Reader;
use recorded::{client_hellos, rfc8448};

/// Decodes a `T` from the front of `bytes`. What is accepted is what encoding gives
/// back, and `read_bytes` accepts it if nothing is left.
#[track_caller]
fn decode<'a, T: Codec<'a>>(bytes: &'a [u8]) -> Option<T> {
    let mut r = Reader::new(bytes);
    let decoded = T::read(&mut r);
    let whole = T::read_bytes(bytes).map(|value| value.get_encoding());
    match &decoded {
        Ok(value) => {
            let encoded = value.get_encoding();
            assert_eq!(encoded, bytes[..r.used()]);
            match r.left() {
                0 => assert_eq!(whole, Ok(encoded)),
                _ => assert!(matches!(whole, Err(InvalidMessage::TrailingData(_)))),
            }
        }
        Err(error) => assert_eq!(whole, Err(*error)),
    }
    decoded.ok()
}

/// Decodes everything there is from `bytes`, and goes through the lists.
fn decode_all(bytes: &[u8]) {
    decode::<u8>(bytes);
    decode::<u16>(bytes);
    decode::<U24>(bytes);
    decode::<HandshakeType>(bytes);
    decode::<CipherSuite>(bytes);
    decode::<ExtensionType>(bytes);
    decode::<PayloadU8<'_>>(bytes);
    decode::<PayloadU16<'_>>(bytes);
    decode::<PayloadU24<'_>>(bytes);
    decode::<Opaque<'_, 1, 32>>(bytes);
    decode::<Extension<'_>>(bytes);
    decode_list::<u8>(bytes);
    decode_list::<CipherSuite>(bytes);
    decode_list::<PayloadU8<'_>>(bytes);
    decode_list::<Extension<'_>>(bytes);
    decode_list::<Vector<'_, u16, 0, 0xff>>(bytes);
    if let Some(handshake) = decode::<Handshake<'_>>(bytes) {
        decode::<ClientHello<'_>>(handshake.body.bytes());
    }
    decode::<ClientHello<'_>>(bytes);
}

/// Decodes a list of `T`, whose elements fill it to the last byte.
fn decode_list<'a, T: Codec<'a>>(bytes: &'a [u8]) {
    if let Some(list) = decode::<Vector<'a, T, 0, 0xffff>>(bytes) {
        let mut encoded = Vec::new();
        list.iter().for_each(|element| element.encode(&mut encoded));
        assert_eq!(encoded, list.bytes());
    }
}

/// A message that a client has sent.
fn real() -> impl Strategy<Value = Vec<u8>> {
    let mut messages = client_hellos::ALL.map(|(_, message)| message).to_vec();
    messages.push(rfc8448::CLIENT_HELLO);
    select(messages).prop_map(<[u8]>::to_vec)
}

proptest! {
    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..300)) {
        decode_all(&bytes);
    }

    /// Bytes that are mostly small are mostly lengths, and get further.
    #[test]
    fn small_bytes(bytes in vec(0_u8..8, 0..100)) {
        decode_all(&bytes);
    }

    #[test]
    fn real_messages_with_a_wrong_byte(
        message in real(),
        at in any::<Index>(),
        byte in any::<u8>(),
    ) {
        let mut message = message;
        *at.get_mut(&mut message) = byte;
        decode_all(&message);
        decode_all(&message[4..]);
    }

    #[test]
    fn real_messages_with_a_piece_cut_out(
        message in real(),
        one in any::<Index>(),
        other in any::<Index>(),
    ) {
        let mut message = message;
        let (one, other) = (one.index(message.len()), other.index(message.len()));
        message.drain(one.min(other)..one.max(other));
        decode_all(&message);
        decode_all(message.get(4..).unwrap_or_default());
    }

    #[test]
    fn integers_come_back(byte: u8, short: u16, long in 0..=U24::MAX.get()) {
        let long = U24::new(long).expect("it is not above the maximum");
        prop_assert_eq!(decode(&byte.get_encoding()), Some(byte));
        prop_assert_eq!(decode(&short.get_encoding()), Some(short));
        prop_assert_eq!(decode(&long.get_encoding()), Some(long));
    }

    #[test]
    fn short_payloads_come_back(bytes in vec(any::<u8>(), 0..400)) {
        match PayloadU8::new(&bytes) {
            Ok(payload) => {
                let encoded = payload.get_encoding();
                prop_assert_eq!(decode(&encoded), Some(payload));
            }
            Err(_) => prop_assert!(bytes.len() > 255),
        }
    }

    #[test]
    fn messages_come_back(typ: u8, body in vec(any::<u8>(), 0..600)) {
        let message = Handshake {
            msg_type: HandshakeType(typ),
            body: PayloadU24::new(&body).expect("600 bytes are not too many"),
        };
        let encoded = message.get_encoding();
        prop_assert_eq!(decode(&encoded), Some(message));
    }

    #[test]
    fn extensions_come_back(typ: u16, data in vec(any::<u8>(), 0..600)) {
        let extension = Extension {
            extension_type: ExtensionType(typ),
            extension_data: PayloadU16::new(&data).expect("600 bytes are not too many"),
        };
        let encoded = extension.get_encoding();
        prop_assert_eq!(decode(&encoded), Some(extension));
    }

    #[test]
    fn lists_come_back(names in vec(vec(any::<u8>(), 0..20), 0..20)) {
        let mut inside = Vec::new();
        for name in &names {
            PayloadU8::new(name).expect("20 bytes are not too many").encode(&mut inside);
        }
        let bytes = PayloadU16::new(&inside).expect("20 times 20 are not too many").get_encoding();
        let list: Vector<'_, PayloadU8<'_>, 0, 0xffff> = decode(&bytes).expect("a list of names");
        let decoded: Vec<&[u8]> = list.iter().map(|name| name.bytes()).collect();
        prop_assert_eq!(decoded, names);
    }

    #[test]
    fn joining_is_the_same_as_reading(
        fragments in vec(vec(any::<u8>(), 0..3), 0..4),
    ) {
        let fragments: Vec<&[u8]> = fragments.iter().map(Vec::as_slice).collect();
        let joined = fragments.concat();
        prop_assert_eq!(read_joined(&fragments), u16::read_bytes(&joined));
        prop_assert_eq!(read_joined(&fragments), U24::read_bytes(&joined));
    }
}
