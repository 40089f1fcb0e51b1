//! Step 4: a message that spans records is joined, and nothing else is.

mod support;

use allocation_counter::measure;
use codec::HandshakeType;
use connection::{Fault, Joined, MAX_JOINED};
use deframer::ContentType;
use recorded::rfc8448::{self, CERTIFICATE};
use recorded::{assert_bytes, assert_lies_at};
use support::{Error, assert_all_received, connection, deliver, resealed, run};

/// A message of type 20 with a body of this length.
fn message(length: usize) -> Vec<u8> {
    let [_, length_of @ ..] = (length as u32).to_be_bytes();
    let mut message = vec![20];
    message.extend(length_of);
    message.extend((0..length).map(|at| at as u8));
    message
}

/// Pushes a fragment that belongs to the message from its first byte to its last.
#[track_caller]
fn push_all(joined: &mut Joined, fragment: &[u8]) {
    let rest = joined.push(fragment).expect("the message is not too long");
    assert_bytes(rest, &[], "all of the fragment belongs to the message");
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
            push_all(&mut joined, fragment);
            assert!(!joined.is_empty(), "a part of a message has come");
        }
        let message = joined
            .message()
            .expect("all bytes have come, and there is no message");
        assert_eq!(message.typ, HandshakeType::CERTIFICATE, "its type");
        assert_bytes(
            message.body,
            &CERTIFICATE[4..],
            "its body, whole and in order",
        );
    }
}

#[test]
fn what_is_behind_the_message_is_handed_back() {
    let behind = rfc8448::CERTIFICATE_VERIFY;
    let both = [CERTIFICATE, behind].concat();
    for first in 1..CERTIFICATE.len() {
        let mut joined = Joined::new();
        push_all(&mut joined, &both[..first]);
        let rest = joined.push(&both[first..]).expect("it is not too long");
        assert_bytes(
            rest,
            behind,
            "the bytes behind the message are not the message's",
        );
        assert_lies_at(
            rest,
            &both.as_ptr_range(),
            CERTIFICATE.len(),
            "what is behind the message",
        );
        let message = joined
            .message()
            .expect("all bytes have come, and there is no message");
        assert_bytes(
            message.body,
            &CERTIFICATE[4..],
            "the message ends where it says",
        );
    }
}

#[test]
fn a_message_may_be_empty() {
    let mut joined = Joined::new();
    push_all(&mut joined, &[20, 0, 0]);
    assert!(joined.message().is_none(), "the length is not there yet");
    assert_eq!(
        joined.push(&[0, 20, 0]),
        Ok(&[20, 0][..]),
        "one byte belongs to it"
    );
    let message = joined
        .message()
        .expect("a body of no bytes is there at once, and there is no message");
    assert_bytes(message.body, &[], "it has no body");
}

#[test]
fn a_message_may_fill_the_limit() {
    let longest = message(MAX_JOINED - 4);
    let mut joined = Joined::new();
    for record in longest.chunks(1 << 14) {
        joined
            .push(record)
            .expect("the message is as long as it may be");
    }
    let message = joined
        .message()
        .expect("all 64 KiB have come, and there is no message");
    assert_bytes(message.body, &longest[4..], "its body, whole and in order");
}

#[test]
fn one_byte_more_is_refused_at_once() {
    for length in [MAX_JOINED - 3, 0xff_ffff] {
        let [_, high, middle, low] = (length as u32).to_be_bytes();
        let mut start = vec![11, high, middle, low];
        start.resize(1000, 7);
        let mut joined = Joined::new();
        // As long as the header is not there, nobody knows the length.
        push_all(&mut joined, &start[..3]);
        let mut result = Ok(&[][..]);
        let allocations = measure(|| result = joined.push(&start[3..]));
        assert_eq!(
            result.map(<[u8]>::len),
            Err(Fault::TooLong(length + 4)),
            "the header says that the message is too long, with itself"
        );
        assert!(
            allocations.bytes_total < 100,
            "{} bytes were allocated for a message that is refused: nothing of its body is to be stored",
            allocations.bytes_total
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
        let sent = message(length);
        let (start, end) = sent.split_at(3);
        joined.push(start).expect("it is not too long");
        joined.push(end).expect("it is not too long");
        let message = joined
            .message()
            .expect("all bytes have come, and there is no message");
        assert_bytes(message.body, &sent[4..], "the message's body");
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
        assert_all_received(data, connection.context(), format!("cut behind byte {end}"));
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
