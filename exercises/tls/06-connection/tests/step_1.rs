//! Step 1: every way out of the call gives the buffer back and discards what was consumed.

mod support;

use codec::HandshakeType;
use connection::Fault;
use deframer::InvalidRecord;
use recorded::{assert_bytes, rfc8448};
use support::{Error, assert_events, connection, deliver, expected, handshake, resealed};

/// What was consumed may not be in the buffer any more, and the next call must work.
fn discarded(unread: &[u8], expected: &[u8]) {
    assert!(
        unread.len() <= expected.len(),
        "this way out forgets the discard: what was consumed is still in the buffer, {} bytes of it",
        unread.len() - expected.len()
    );
    assert_bytes(
        unread,
        expected,
        "what was not consumed has to stay in the buffer",
    );
}

#[test]
fn a_call_that_goes_well_discards_what_it_consumed() {
    let mut connection = connection();
    let wire = [
        handshake(),
        rfc8448::RECORD_SERVER_NEW_SESSION_TICKET[..7].to_vec(),
    ]
    .concat();
    deliver(&mut connection, &wire);
    assert_eq!(
        connection.process_new_packets(),
        Ok(()),
        "nothing is wrong with the handshake of the RFC"
    );
    assert_events(
        &connection.context().events,
        &expected()[..5],
        "the messages that were handled",
    );
    discarded(
        connection.unread(),
        &rfc8448::RECORD_SERVER_NEW_SESSION_TICKET[..7],
    );
}

#[test]
fn a_state_that_fails_leaves_nothing_behind() {
    let mut connection = connection();
    let parts = [rfc8448::ENCRYPTED_EXTENSIONS, rfc8448::SERVER_FINISHED];
    let mut wire = resealed(&parts);
    let consumed = wire.len();
    wire.extend([23, 3, 3]);
    deliver(&mut connection, &wire);
    assert_eq!(
        connection.process_new_packets(),
        Err(Error::UnexpectedMessage(HandshakeType::FINISHED)),
        "the error of the state, as it is"
    );
    discarded(connection.unread(), &wire[consumed..]);
    let _ = connection.process_new_packets();
}

#[test]
fn a_record_that_is_refused_leaves_nothing_behind() {
    let mut connection = connection();
    let mut wire = resealed(&[rfc8448::ENCRYPTED_EXTENSIONS]);
    *wire.last_mut().expect("it has a tag") ^= 1;
    deliver(&mut connection, &wire);
    let not_authentic = Error::Record(InvalidRecord::NotAuthentic);
    assert_eq!(
        connection.process_new_packets(),
        Err(not_authentic),
        "the record was changed on its way"
    );
    discarded(connection.unread(), &[]);
    let _ = connection.process_new_packets();
}

#[test]
fn the_first_record_may_be_the_one_that_is_refused() {
    let mut connection = connection();
    // A `change_cipher_spec` comes first, so something is consumed.
    deliver(&mut connection, &[20, 3, 3, 0, 1, 1, 99, 3, 3, 0, 1]);
    assert!(
        connection.process_new_packets().is_err(),
        "there is no record of type 99"
    );
    discarded(connection.unread(), &[99, 3, 3, 0, 1]);
    let _ = connection.process_new_packets();
}

#[test]
fn a_call_without_a_message_discards_as_well() {
    let mut connection = connection();
    deliver(&mut connection, &[20, 3, 3, 0, 1, 1]);
    assert_eq!(
        connection.process_new_packets(),
        Ok(()),
        "a `change_cipher_spec` is nothing to fail at"
    );
    discarded(connection.unread(), &[]);
    let _ = connection.process_new_packets();
}

#[test]
fn nothing_is_discarded_that_was_not_consumed() {
    let mut connection = connection();
    let half = &rfc8448::RECORD_SERVER_HELLO[..50];
    deliver(&mut connection, half);
    assert_eq!(
        connection.process_new_packets(),
        Ok(()),
        "half a record is nothing to fail at"
    );
    discarded(connection.unread(), half);
    let _ = connection.process_new_packets();
}

#[test]
fn keys_change_at_the_end_of_a_record() {
    let mut connection = connection();
    // Another message in the record of the ServerHello: it came without protection.
    let content = [rfc8448::SERVER_HELLO, rfc8448::ENCRYPTED_EXTENSIONS].concat();
    let wire = [&[22, 3, 3, 0, content.len() as u8], &content[..]].concat();
    deliver(&mut connection, &wire);
    assert_eq!(
        connection.process_new_packets(),
        Err(Error::Fault(Fault::KeyChange)),
        "what is behind the ServerHello has to come under the new keys"
    );
    discarded(connection.unread(), &[]);
}
