//! Step 5: a joined message is handled where it was joined.

mod support;

use allocation_counter::measure;
use codec::HandshakeType;
use connection::{Fault, Joined};
use recorded::rfc8448;
use support::{
    CERTIFICATE, Error, Event, assert_all_received, assert_events, connection, core, deliver,
    in_fragments, resealed, run, run_in,
};

/// A ServerHello of 60,000 bytes, in five records without protection.
fn long_hello() -> (Vec<u8>, Vec<u8>) {
    let [_, length @ ..] = 60_000_u32.to_be_bytes();
    let mut message = vec![2];
    message.extend(length);
    message.extend((0..60_000).map(|at| at as u8));
    let mut wire = Vec::new();
    for part in message.chunks(13_000) {
        let [high, low] = (part.len() as u16).to_be_bytes();
        wire.extend([22, 3, 3, high, low]);
        wire.extend(part);
    }
    (message, wire)
}

#[test]
fn a_joined_message_is_copied_once() {
    let (message, wire) = long_hello();
    let mut joined = Joined::new();
    let joining = measure(|| {
        for part in message.chunks(13_000) {
            joined.push(part).expect("it is not too long");
        }
    });
    assert!(joined.message().is_some(), "the message is joined");

    let mut connection = connection();
    let mut results = [Ok(()); 5];
    let mut bytes = 0;
    for (record, result) in wire.chunks(13_005).zip(&mut results) {
        deliver(&mut connection, record);
        let allocations = measure(|| *result = connection.process_new_packets());
        bytes += allocations.bytes_total;
    }
    assert_eq!(results, [Ok(()); 5], "nothing is wrong with the message");
    assert_events(
        &connection.context().events,
        &[Event::of(&message)],
        "the message that was handled",
    );
    let beside = bytes - joining.bytes_total;
    assert!(
        beside < message.len() as u64,
        "the message was copied again, where it had been joined already: {beside} bytes, beside those that join it"
    );
}

#[test]
fn what_the_state_keeps_of_it_is_owned() {
    let wire = resealed(&[
        rfc8448::ENCRYPTED_EXTENSIONS,
        &rfc8448::CERTIFICATE[..100],
        &[&rfc8448::CERTIFICATE[100..], rfc8448::CERTIFICATE_VERIFY].concat(),
        rfc8448::SERVER_FINISHED,
    ]);
    let mut connection = connection();
    assert_eq!(run(&mut connection, &wire, &[]), Ok(vec![]), "all is well");
    let verified = connection
        .context()
        .verified
        .map(|(length, _)| length as u64);
    assert_eq!(
        verified,
        Some(CERTIFICATE),
        "the certificate has outlived the bytes that it was joined in"
    );
    assert!(connection.context().finished, "the handshake is over");
}

#[test]
fn one_joined_message_may_follow_another() {
    let flight = [
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
    ]
    .concat();
    // The second record ends one message and starts another, and so does the third.
    let (first, rest) = flight.split_at(100);
    let (second, third) = rest.split_at(450);
    let mut connection = connection();
    let wire = resealed(&[first, second, third]);
    assert_eq!(
        run(&mut connection, &wire, &[]),
        Ok(vec![]),
        "the bytes of a message that was handled must be gone when the next one comes"
    );
    assert!(connection.context().finished, "the handshake is over");
}

#[test]
fn a_joined_message_may_be_refused() {
    let (start, end) = rfc8448::SERVER_FINISHED.split_at(20);
    let mut connection = connection();
    let error = Err(Error::UnexpectedMessage(HandshakeType::FINISHED));
    deliver(&mut connection, &resealed(&[start, end]));
    assert_eq!(
        connection.process_new_packets(),
        error,
        "it comes too early"
    );
    assert_eq!(connection.process_new_packets(), error, "and stays refused");
}

#[test]
fn keys_change_behind_a_joined_message() {
    // The other tests have the ServerHello in one record; here it is in two.
    let record = |content: &[u8]| [&[22, 3, 3, 0, content.len() as u8], content].concat();
    let (start, end) = rfc8448::SERVER_HELLO.split_at(50);
    let hello = [record(start), record(end)].concat();
    let wire = [&hello, rfc8448::RECORD_SERVER_FLIGHT].concat();
    let mut joined = connection();
    assert_eq!(
        run(&mut joined, &wire, &[]),
        Ok(vec![]),
        "the flight behind the joined ServerHello has to be opened with the new keys"
    );
    assert!(joined.context().finished, "the handshake is over");

    let wire = [
        record(start),
        record(&[end, rfc8448::ENCRYPTED_EXTENSIONS].concat()),
    ]
    .concat();
    let mut unaligned = connection();
    assert_eq!(
        run(&mut unaligned, &wire, &[]),
        Err(Error::Fault(Fault::KeyChange)),
        "what is behind the ServerHello has to come under the new keys"
    );
}

#[test]
fn however_it_is_cut_up_it_is_the_same() {
    for size in [1, 3, 4, 5, 89, 90, 91, 200] {
        let wire = in_fragments(size);
        let every_byte: Vec<usize> = (0..wire.len()).collect();
        for (ends, how) in [(&every_byte[..], "byte by byte"), (&[], "all at once")] {
            let cut = format!("messages in parts of length {size}, delivered {how}");
            let mut connection = connection();
            let data = run(&mut connection, &wire, ends);
            assert_all_received(data, connection.context(), &cut);

            let mut core = core();
            let data = run_in(&mut core, &wire, ends);
            assert_all_received(data, core.context(), &cut);
        }
    }
}
