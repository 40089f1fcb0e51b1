//! Step 4: a message that spans records is joined, and nothing else is.

mod support;

use allocation_counter::measure;
use codec::HandshakeType;
use connection::{Fault, Joined, MAX_JOINED};
use deframer::ContentType;
use recorded::rfc8448::{self, CERTIFICATE};
use support::{Error, connection, deliver, expected, resealed, run};

/// A message of type 20 with a body of this length.
fn message(length: usize) -> Vec<u8> {
    let [_, length_of @ ..] = (length as u32).to_be_bytes();
    let mut message = vec![20];
    message.extend(length_of);
    message.extend((0..length).map(|at| at as u8));
    message
}

#[test]
fn a_message_is_there_when_its_last_byte_is() {
    for size in [1, 2, 3, 4, 5, 100, 444, 445] {
        let mut joined = Joined::new();
        for (at, fragment) in CERTIFICATE.chunks(size).enumerate() {
            assert!(
                joined.message().is_none(),
                "only {} of 445 bytes have come",
                at * size
            );
            assert_eq!(
                joined.push(fragment),
                Ok(&[][..]),
                "all of the fragment belongs to the message"
            );
            assert!(!joined.is_empty(), "a part of a message has come");
        }
        let message = joined.message().expect("all bytes have come");
        assert_eq!(message.typ, HandshakeType::CERTIFICATE, "its type");
        assert_eq!(
            message.body,
            &CERTIFICATE[4..],
            "its body, whole and in order"
        );
    }
}

#[test]
fn what_is_behind_the_message_is_handed_back() {
    let behind = rfc8448::CERTIFICATE_VERIFY;
    let both = [CERTIFICATE, behind].concat();
    for first in 1..CERTIFICATE.len() {
        let mut joined = Joined::new();
        assert_eq!(
            joined.push(&both[..first]),
            Ok(&[][..]),
            "a part of the message"
        );
        let rest = joined.push(&both[first..]).expect("it is not too long");
        assert_eq!(
            rest, behind,
            "the bytes behind the message are not the message's"
        );
        assert_eq!(
            rest.as_ptr_range(),
            both[445..].as_ptr_range(),
            "what is behind the message was copied: it can be read where it lies"
        );
        assert_eq!(
            joined.message().map(|message| message.body),
            Some(&CERTIFICATE[4..]),
            "the message ends where it says"
        );
    }
}

#[test]
fn a_message_may_be_empty() {
    let mut joined = Joined::new();
    assert_eq!(
        joined.push(&[20, 0, 0]),
        Ok(&[][..]),
        "a part of its header"
    );
    assert!(joined.message().is_none(), "the length is not there yet");
    assert_eq!(
        joined.push(&[0, 20, 0]),
        Ok(&[20, 0][..]),
        "one byte belongs to it"
    );
    let message = joined
        .message()
        .expect("a body of no bytes is there at once");
    assert_eq!(message.body, [], "it has no body");
}

#[test]
fn a_message_may_fill_the_limit() {
    let message = message(MAX_JOINED - 4);
    let mut joined = Joined::new();
    for record in message.chunks(1 << 14) {
        joined
            .push(record)
            .expect("the message is as long as it may be");
    }
    let body = joined.message().map(|message| message.body);
    assert_eq!(body, Some(&message[4..]), "all 64 KiB of it");
}

#[test]
fn one_byte_more_is_refused_at_once() {
    for length in [MAX_JOINED - 3, 0xff_ffff] {
        let [_, high, middle, low] = (length as u32).to_be_bytes();
        let header = [11, high, middle, low];
        let mut joined = Joined::new();
        assert_eq!(
            joined.push(&header[..3]),
            Ok(&[][..]),
            "who knows how long it is"
        );
        let mut result = Ok(&[][..]);
        let allocations = measure(|| result = joined.push(&header[3..]));
        assert_eq!(
            result,
            Err(Fault::TooLong(length + 4)),
            "the header says that the message is too long, with itself"
        );
        assert!(
            allocations.bytes_total < 100,
            "memory for a message that is refused"
        );
    }
}

#[test]
fn the_work_is_linear() {
    let message = message(MAX_JOINED - 4);
    let mut joined = Joined::new();
    let allocations = measure(|| {
        for byte in &message {
            joined
                .push(std::slice::from_ref(byte))
                .expect("it is not too long");
        }
    });
    assert!(joined.message().is_some(), "all bytes have come");
    assert!(
        allocations.bytes_total < 8 * MAX_JOINED as u64,
        "{} bytes were allocated for 65536 that came one by one: each byte is copied over and over",
        allocations.bytes_total
    );
}

#[test]
fn a_joined_message_makes_room_for_the_next() {
    let mut joined = Joined::new();
    for length in [300, 0, 5] {
        let message = message(length);
        let (start, end) = message.split_at(3);
        joined.push(start).expect("it is not too long");
        joined.push(end).expect("it is not too long");
        let body = joined.message().map(|message| message.body);
        assert_eq!(body, Some(&message[4..]), "the message");
        joined.clear();
        assert!(joined.is_empty(), "nothing of the next message has come");
    }
}

#[test]
fn wherever_it_is_cut_in_two_it_is_the_same() {
    let wire = rfc8448::server_stream();
    for end in 0..wire.len() {
        let mut connection = connection();
        let data = run(&mut connection, &wire, &[end]);
        assert_eq!(
            data.as_deref(),
            Ok(rfc8448::APPLICATION_DATA),
            "cut behind byte {end}"
        );
        assert_eq!(
            connection.context().events,
            expected(),
            "cut behind byte {end}"
        );
    }
}

#[test]
fn a_message_is_not_interrupted() {
    let mut wire = resealed(&[&CERTIFICATE[..10]]);
    wire.extend([20, 3, 3, 0, 1, 1]);
    let mut connection = connection();
    deliver(&mut connection, &[wire].concat());
    // The Certificate comes one message early, but it is not there yet.
    assert_eq!(
        connection.process_new_packets(),
        Err(Error::Fault(Fault::Interleaved(
            ContentType::CHANGE_CIPHER_SPEC
        ))),
        "between two parts of a message nothing else may come"
    );
}
