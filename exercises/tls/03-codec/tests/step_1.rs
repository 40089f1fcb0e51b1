//! Step 1: a trait with the input's lifetime, and payloads that borrow from the input.

use allocation_counter::measure;
use codec::{Codec, InvalidMessage, Opaque, PayloadU8, PayloadU16};
use reader::Reader;
use recorded::rfc8448::CLIENT_HELLO;
use recorded::{assert_bytes, assert_lies_at};

/// A ClientHello begins with its type, its length, a version and 32 random bytes.
/// The session id, the cipher suites, the compression methods and the extensions
/// follow: four payloads.
const PAYLOADS: usize = 1 + 3 + 2 + 32;

/// The four payloads of a ClientHello. They outlive the reader.
fn payloads(input: &[u8]) -> [&[u8]; 4] {
    let mut r = Reader::new(&input[PAYLOADS..]);
    [
        PayloadU8::read(&mut r).expect("a session id").bytes(),
        PayloadU16::read(&mut r).expect("cipher suites").bytes(),
        PayloadU8::read(&mut r)
            .expect("compression methods")
            .bytes(),
        PayloadU16::read(&mut r).expect("extensions").bytes(),
    ]
}

#[test]
fn payloads_lie_inside_the_input() {
    let input = CLIENT_HELLO.to_vec();
    let [session_id, cipher_suites, compression_methods, extensions] = payloads(&input);
    assert_bytes(session_id, &[], "this client resumes nothing");
    for (name, payload, at) in [
        ("cipher suites", cipher_suites, 41..47),
        ("compression methods", compression_methods, 48..49),
        ("extensions", extensions, 51..196),
    ] {
        assert_bytes(
            payload,
            &CLIENT_HELLO[at.clone()],
            format!("the {name} are the bytes {at:?}"),
        );
        let what = format!("the payload with the {name}");
        assert_lies_at(payload, &input.as_ptr_range(), at.start, what);
    }
}

#[test]
fn reading_allocates_nothing() {
    let mut lengths = [usize::MAX; 4];
    let allocations = measure(|| lengths = payloads(CLIENT_HELLO).map(<[u8]>::len));
    assert_eq!(lengths, [0, 6, 1, 145], "the lengths of the payloads");
    assert_eq!(
        allocations.count_total, 0,
        "reading has allocated: a payload that borrows needs no memory of its own (`println!` and `dbg!` allocate, too)"
    );
}

#[test]
fn a_length_past_the_end_is_refused() {
    let whole = [0, 4, b'a', b'b', b'c', b'd'];
    for there in 0..whole.len() {
        let result = PayloadU16::read(&mut Reader::new(&whole[..there]));
        assert!(
            matches!(result, Err(InvalidMessage::MissingData(_))),
            "{there} of {} bytes are there, so data is missing; got {result:?}: \
             a length past the end has to be refused",
            whole.len()
        );
    }
}

#[test]
fn reading_stops_behind_the_value() {
    let mut r = Reader::new(&[2, b'a', b'b', 0, 7, 1, 2]);
    let payload = PayloadU8::read(&mut r).expect("two bytes behind their length");
    assert_bytes(payload.bytes(), b"ab", "the length says two bytes");
    assert_eq!(
        r.left(),
        4,
        "what is behind the payload stays in the reader"
    );
    assert_eq!(u16::read(&mut r), Ok(7), "the integer behind the payload");
    assert_eq!(u8::read(&mut r), Ok(1), "the integer behind that");
    assert_eq!(r.left(), 1, "one byte is left");
}

#[test]
fn read_bytes_wants_the_value_and_nothing_behind_it() {
    assert_eq!(u16::read_bytes(&[0x13, 0x01]), Ok(0x1301), "a whole u16");
    let payload = PayloadU8::read_bytes(&[2, b'h', b'2']).expect("a whole payload");
    assert_bytes(payload.bytes(), b"h2", "a whole payload");

    let behind_integer = u16::read_bytes(&[0x13, 0x01, 0]).map(|_| ());
    let behind_payload = PayloadU8::read_bytes(&[2, b'h', b'2', 8]).map(|_| ());
    for result in [behind_integer, behind_payload] {
        assert!(
            matches!(result, Err(InvalidMessage::TrailingData(_))),
            "one byte is left behind the value; got {result:?}: \
             `read_bytes` has to refuse trailing bytes"
        );
    }
}

#[test]
fn floor_and_ceiling_are_kept() {
    type SessionId<'a> = Opaque<'a, 0, 32>;
    type CompressionMethods<'a> = Opaque<'a, 1, 0xff>;

    let longest = [&[32][..], &[7; 32]].concat();
    let too_long = [&[33][..], &[7; 33]].concat();
    assert!(
        SessionId::read_bytes(&longest).is_ok(),
        "32 bytes are allowed"
    );
    for (what, result) in [
        ("33 bytes", SessionId::read_bytes(&too_long).map(|_| ())),
        ("no bytes", CompressionMethods::read_bytes(&[0]).map(|_| ())),
    ] {
        assert!(
            matches!(result, Err(InvalidMessage::IllegalLength(_))),
            "{what} are below the floor or above the ceiling; got {result:?}"
        );
    }
}

#[test]
fn integers_need_all_their_bytes() {
    assert_eq!(u8::read_bytes(&[0xff]), Ok(0xff), "a byte");
    assert_eq!(u16::read_bytes(&[1, 2]), Ok(0x0102), "network byte order");
    for (what, result) in [
        ("no byte of a u8", u8::read_bytes(&[]).map(u16::from)),
        ("no byte of a u16", u16::read_bytes(&[])),
        ("one byte of a u16", u16::read_bytes(&[1])),
    ] {
        assert!(
            matches!(result, Err(InvalidMessage::MissingData(_))),
            "{what}: data is missing; got {result:?}"
        );
    }
}

#[test]
fn encoding_gives_the_same_bytes_back() {
    let input = &CLIENT_HELLO[PAYLOADS..];
    let mut r = Reader::new(input);
    let mut encoded = Vec::new();
    let session_id = PayloadU8::read(&mut r).expect("a session id");
    session_id.encode(&mut encoded);
    let cipher_suites = PayloadU16::read(&mut r).expect("cipher suites");
    cipher_suites.encode(&mut encoded);
    assert_bytes(
        &encoded,
        &input[..input.len() - r.left()],
        "two payloads, one encoded behind the other, are the input again",
    );
    assert_eq!(0x1301_u16.get_encoding(), [0x13, 0x01], "high byte first");
}
