//! Step 4: a whole flight, and at most one state that is owned.

use allocation_counter::measure;
use codec::{Codec, Handshake, HandshakeType};
use reader::Reader;
use recorded::rfc8448;
use state::flight::{ExpectCertificate, ExpectCertificateVerify, FlightError, Transcript};
use state::{Message, Payload, State, run_flight};

/// What the certificate of RFC 8448 needs, and the box of the state that keeps it.
const CERTIFICATE: u64 = 432;
const BOX: u64 = size_of::<ExpectCertificateVerify<'_>>() as u64;

/// The messages in `bytes`, where they lie.
fn messages(bytes: &[u8]) -> impl Iterator<Item = Message<'_>> {
    let mut r = Reader::new(bytes);
    std::iter::from_fn(move || {
        let handshake = Handshake::read(&mut r).ok()?;
        Some(Message {
            typ: handshake.msg_type,
            body: handshake.body.bytes(),
        })
    })
}

/// Runs `flight` and says how it ended, how many allocations that took, and how many bytes.
fn run(
    flight: &[u8],
    cx: &mut Transcript,
) -> (Result<Box<dyn State<Transcript>>, FlightError>, u64, u64) {
    let state = Box::new(ExpectCertificate);
    let mut end = None;
    let allocations = measure(|| end = Some(run_flight(state, cx, messages(flight))));
    let end = end.expect("the closure has run");
    (end, allocations.count_total, allocations.bytes_total)
}

#[test]
fn a_whole_flight_copies_nothing() {
    let flight = [
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
    ]
    .concat();
    let mut cx = Transcript::default();
    let (end, count, bytes) = run(&flight, &mut cx);
    assert!(
        end.is_ok() && cx.finished,
        "the flight ends with its Finished"
    );

    let buffer = flight.as_ptr_range();
    let (length, address) = cx.verified.expect("the signature came");
    assert_eq!(
        length as u64, CERTIFICATE,
        "the whole certificate was checked"
    );
    assert!(
        (buffer.start.addr()..buffer.end.addr()).contains(&address),
        "a state that was used up within the flight has copied the certificate: nothing of it had to persist"
    );
    assert_eq!(
        (count, bytes),
        (1, BOX),
        "allocations and bytes: the box of the state in between, and nothing to own"
    );
}

#[test]
fn a_flight_that_breaks_off_is_owned_once() {
    let mut cx = Transcript::default();
    let (state, count, bytes) = {
        let flight = rfc8448::CERTIFICATE.to_vec();
        let (state, count, bytes) = run(&flight, &mut cx);
        (state.expect("the flight is right so far"), count, bytes)
    };
    assert_eq!(
        (count, bytes),
        (3, BOX + CERTIFICATE + BOX),
        "allocations and bytes: the state, its copy of the certificate, its new box"
    );

    let rest = [rfc8448::CERTIFICATE_VERIFY, rfc8448::SERVER_FINISHED].concat();
    let end = run_flight(state, &mut cx, messages(&rest));
    assert!(
        end.is_ok() && cx.finished,
        "the flight goes on where it was"
    );
    assert_eq!(
        cx.verified.map(|(length, _)| length as u64),
        Some(CERTIFICATE),
        "the certificate has persisted"
    );
}

#[test]
fn a_state_that_stays_is_owned_once() {
    let hello_requests = [0; 4 * 10];
    let flight = [rfc8448::CERTIFICATE, &hello_requests].concat();
    let (end, count, bytes) = run(&flight, &mut Transcript::default());
    assert!(end.is_ok(), "a HelloRequest is ignored");
    assert_eq!(
        (count, bytes),
        (3, BOX + CERTIFICATE + BOX),
        "allocations and bytes: the certificate is owned once, however many messages follow it"
    );
}

#[test]
fn a_flight_that_fails_owns_nothing() {
    let mut cx = Transcript::default();
    let flight = [rfc8448::CERTIFICATE, rfc8448::SERVER_FINISHED].concat();
    let (end, count, bytes) = run(&flight, &mut cx);
    assert_eq!(
        end.err(),
        Some(FlightError::Unexpected(HandshakeType::FINISHED)),
        "a Finished may not come before the CertificateVerify"
    );
    assert_eq!(
        (count, bytes),
        (1, BOX),
        "allocations and bytes: the flight fails, so nothing has to persist and nothing may be owned"
    );
}

#[test]
fn the_first_failure_ends_the_flight() {
    let mut cx = Transcript::default();
    let flight = [
        rfc8448::SERVER_FINISHED,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
    ]
    .concat();
    let mut asked = 0;
    let messages = messages(&flight).inspect(|_| asked += 1);
    let end = run_flight(Box::new(ExpectCertificate), &mut cx, messages);
    assert!(end.is_err(), "a Finished may not come first");
    assert_eq!(asked, 1, "the messages behind a failure are not looked at");
    assert_eq!(
        cx.verified, None,
        "the messages behind a failure are not handled"
    );
}

#[test]
fn a_flight_without_messages_changes_nothing() {
    let bytes = vec![7; 432];
    let before = bytes.as_ptr().addr();
    let waiting = ExpectCertificateVerify {
        certificate: Payload::Owned(bytes),
    };
    let mut cx = Transcript::default();
    let state = run_flight(Box::new(waiting), &mut cx, []).expect("nothing can fail");
    let rest = rfc8448::CERTIFICATE_VERIFY;
    let end = run_flight(state, &mut cx, messages(rest));
    assert!(end.is_ok(), "the state still waits for a CertificateVerify");
    assert_eq!(
        cx.verified,
        Some((432, before)),
        "length and address: what was owned already stays where it is"
    );
}
