//! Step 2: an integer of three bytes, and the frame of every handshake message.

use allocation_counter::measure;
use codec::{Codec, Handshake, HandshakeType, InvalidMessage, PayloadU24, U24};
use reader::Reader;
use recorded::{assert_bytes, assert_lies_at, rfc8448};

/// What this step is about can be decoded.
trait Value<'a>: Codec<'a> {}
impl Value<'_> for U24 {}
impl Value<'_> for HandshakeType {}
impl<'a> Value<'a> for Handshake<'a> {}
impl<'a> Value<'a> for PayloadU24<'a> {}

/// Decodes a value that fills `bytes`, and encodes it again.
fn there_and_back<'a, V: Value<'a>>(bytes: &'a [u8]) -> Result<(V, Vec<u8>), InvalidMessage> {
    let value = V::read_bytes(bytes)?;
    let encoded = value.get_encoding();
    Ok((value, encoded))
}

/// Decodes a value from the front of `r`.
fn next<'a, V: Value<'a>>(r: &mut Reader<'a>) -> Result<V, InvalidMessage> {
    V::read(r)
}

#[test]
fn three_bytes_are_an_integer() {
    for (bytes, expected) in [
        ([0, 0, 0], 0),
        ([0x01, 0x02, 0x03], 0x01_0203),
        ([0xff, 0, 0], 0xff_0000),
        ([0xff, 0xff, 0xff], 0xff_ffff),
    ] {
        let (value, encoded) = there_and_back::<U24>(&bytes).expect("three bytes are enough");
        assert_eq!(
            value.get(),
            expected,
            "{bytes:02x?} in network byte order: the high byte comes first"
        );
        assert_eq!(encoded, bytes, "encoding gives the same three bytes back");
    }
}

#[test]
fn three_bytes_and_no_other_number() {
    for short in [&[][..], &[1], &[1, 2]] {
        let result = there_and_back::<U24>(short);
        assert!(
            matches!(result, Err(InvalidMessage::MissingData(_))),
            "{} bytes are not enough; got {result:?}",
            short.len()
        );
    }
    let result = there_and_back::<U24>(&[1, 2, 3, 4]);
    assert!(
        matches!(result, Err(InvalidMessage::TrailingData(_))),
        "the fourth byte does not belong to the integer; got {result:?}"
    );
}

#[test]
fn a_payload_can_be_longer_than_two_bytes_can_say() {
    // 0x01_0203 is 66,051; its two lower bytes alone say 515.
    let mut input = vec![0x01, 0x02, 0x03];
    input.resize(3 + 0x01_0203, b'x');
    let (payload, encoded) =
        there_and_back::<PayloadU24<'_>>(&input).expect("all three bytes are the length");
    assert_bytes(
        payload.bytes(),
        &input[3..],
        "the payload is everything behind the three bytes of its length",
    );
    assert_lies_at(payload.bytes(), &input.as_ptr_range(), 3, "the payload");
    assert_bytes(
        &encoded,
        &input,
        "encoding begins with a length of three bytes",
    );
}

#[test]
fn a_handshake_type_is_any_byte() {
    let (client_hello, encoded) = there_and_back::<HandshakeType>(&[1]).expect("one byte");
    assert_eq!(client_hello, HandshakeType::CLIENT_HELLO, "client_hello(1)");
    assert_eq!(encoded, [1], "encoding gives the same byte back");
    let (unknown, _) =
        there_and_back::<HandshakeType>(&[99]).expect("a type without a name is a type too");
    assert_eq!(
        unknown,
        HandshakeType(99),
        "an unknown type is kept as it is"
    );
}

#[test]
fn messages_of_a_real_handshake() {
    for (message, expected) in [
        (rfc8448::CLIENT_HELLO, HandshakeType::CLIENT_HELLO),
        (rfc8448::SERVER_HELLO, HandshakeType::SERVER_HELLO),
        (rfc8448::CERTIFICATE, HandshakeType::CERTIFICATE),
        (rfc8448::SERVER_FINISHED, HandshakeType::FINISHED),
    ] {
        let (decoded, encoded) =
            there_and_back::<Handshake<'_>>(message).expect("a message of RFC 8448");
        assert_eq!(decoded.msg_type, expected, "the first byte is the type");
        let body = decoded.body.bytes();
        assert_bytes(
            body,
            &message[4..],
            "the body is everything behind type and length",
        );
        assert_lies_at(body, &message.as_ptr_range(), 4, "the body");
        assert_bytes(&encoded, message, "encoding gives the same bytes back");
    }
}

#[test]
fn messages_of_one_record_are_alive_together() {
    let flight = [
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
    ]
    .concat();
    let mut r = Reader::new(&flight);
    let messages: [Handshake<'_>; 4] = core::array::from_fn(|_| next(&mut r).expect("a message"));
    let lengths = messages.map(|message| message.body.bytes().len());
    assert_eq!(
        lengths,
        [36, 441, 132, 32],
        "the lengths of the four bodies"
    );
    assert_eq!(r.left(), 0, "the four messages fill the record");
}

#[test]
fn a_message_cut_short_is_refused() {
    let whole = rfc8448::SERVER_FINISHED;
    for there in 0..whole.len() {
        let result = there_and_back::<Handshake<'_>>(&whole[..there]);
        assert!(
            matches!(result, Err(InvalidMessage::MissingData(_))),
            "{there} of {} bytes are there, so data is missing; got {result:?}",
            whole.len()
        );
    }
}

#[test]
fn reading_a_message_allocates_nothing() {
    let mut length = 0;
    let allocations = measure(|| {
        let message: Result<Handshake<'_>, _> = next(&mut Reader::new(rfc8448::CERTIFICATE));
        length = message.map_or(0, |message| message.body.bytes().len());
    });
    assert_eq!(length, 441, "the length of the Certificate's body");
    assert_eq!(
        allocations.count_total, 0,
        "reading has allocated: the body is a part of the input (`println!` and `dbg!` allocate, too)"
    );
}
