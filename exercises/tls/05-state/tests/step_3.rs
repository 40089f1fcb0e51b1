//! Step 3: a state that owns what it keeps, and can be stored.

use allocation_counter::measure;
use codec::HandshakeType;
use recorded::rfc8448;
use state::flight::{ExpectCertificate, ExpectCertificateVerify, ExpectFinished, Transcript};
use state::{Message, Payload, State};

/// Keeps a state from one call to the next, as every connection does.
struct Connection {
    state: Box<dyn State<Transcript>>,
}

fn message(bytes: &[u8]) -> Message<'_> {
    Message {
        typ: HandshakeType(bytes[0]),
        body: &bytes[4..],
    }
}

/// Hands the server's CertificateVerify to `state`; returns the certificate's
/// length and address at that moment.
fn verify(state: Box<dyn State<Transcript>>) -> (usize, usize) {
    let mut cx = Transcript::default();
    let next = state.handle(&mut cx, message(rfc8448::CERTIFICATE_VERIFY));
    assert!(
        next.is_ok(),
        "the state still waits for a CertificateVerify"
    );
    cx.verified.expect("a CertificateVerify has come")
}

#[test]
fn a_stored_state_outlives_the_buffer() {
    let mut connection = Connection {
        state: Box::new(ExpectFinished),
    };
    let buffer = rfc8448::CERTIFICATE.to_vec();
    let lent = buffer.as_ptr_range();
    let lent = lent.start.addr()..lent.end.addr();
    let waiting = ExpectCertificateVerify {
        certificate: Payload::Borrowed(&buffer[11..443]),
    };
    connection.state = Box::new(waiting).into_owned();
    // Not yet dropped, so that nothing else can be at its address.
    let (length, address) = verify(connection.state);
    drop(buffer);
    assert_eq!(length, 432, "the stored state has the whole certificate");
    assert!(
        !lent.contains(&address),
        "the stored state looks for the certificate in the buffer"
    );
}

#[test]
fn a_borrowing_state_is_owned_with_one_copy() {
    let buffer = vec![7; 432];
    let waiting = Box::new(ExpectCertificateVerify {
        certificate: Payload::Borrowed(&buffer),
    });
    let mut owned = None;
    let allocations = measure(|| owned = Some(waiting.into_owned()));
    assert!(
        allocations.count_total <= 2,
        "one allocation for the bytes and one for a box are enough, there were {}",
        allocations.count_total
    );
    let (length, _) = verify(owned.expect("the closure has run"));
    assert_eq!(length, 432, "the certificate has all its bytes");
}

#[test]
fn what_is_owned_already_is_not_copied() {
    let bytes = vec![7; 432];
    let before = bytes.as_ptr().addr();
    let waiting = Box::new(ExpectCertificateVerify {
        certificate: Payload::Owned(bytes),
    });
    let mut owned = None;
    let allocations = measure(|| owned = Some(waiting.into_owned()));
    assert!(
        allocations.count_total <= 1,
        "a new box is all that this may cost, there were {} allocations",
        allocations.count_total
    );
    assert_eq!(
        verify(owned.expect("the closure has run")),
        (432, before),
        "length and address: the bytes were owned already and have been copied again"
    );
}

#[test]
fn a_state_that_holds_nothing_owns_nothing() {
    let mut states = None;
    let allocations = measure(|| {
        states = Some((
            Box::new(ExpectCertificate).into_owned(),
            Box::new(ExpectFinished).into_owned(),
        ));
    });
    assert_eq!(
        allocations.count_total, 0,
        "there is nothing in these states that could be owned"
    );
    let (expect_certificate, expect_finished) = states.expect("the closure has run");
    let mut cx = Transcript::default();
    let next = expect_certificate.handle(&mut cx, message(rfc8448::CERTIFICATE));
    assert!(
        next.is_ok(),
        "it is still the state that waits for a Certificate"
    );
    let next = expect_finished.handle(&mut cx, message(rfc8448::SERVER_FINISHED));
    assert!(
        next.is_ok(),
        "it is still the state that waits for a Finished"
    );
    assert!(cx.finished, "the Finished was handled");
}

#[test]
fn what_is_owned_is_given_back() {
    let buffer = vec![7; 432];
    let allocations = measure(|| {
        let waiting = Box::new(ExpectCertificateVerify {
            certificate: Payload::Borrowed(&buffer),
        });
        drop(waiting.into_owned());
    });
    assert_eq!(
        allocations.count_current, 0,
        "the state is gone and something of it is not: `leak` makes nobody an owner"
    );
}
