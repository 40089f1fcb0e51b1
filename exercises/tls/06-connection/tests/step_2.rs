//! Step 2: between two calls there is a state in its place, or the error that ended it.

mod support;

use codec::HandshakeType;
use deframer::InvalidRecord;
use recorded::{assert_bytes, rfc8448};
use support::{
    Client, Error, assert_events, connection, core, deliver, expected, handshake, resealed,
};

const STICKY: &str = "the connection has failed: it gives the same error, whenever it is asked";
const AT_ONCE: &str = "the call that fails says why";

/// Lets both kinds of connection fail at `wire`, then go on with `behind`.
fn stays_failed(wire: &[u8], behind: &[u8], error: Error, handled: usize) {
    let mut connection = connection();
    deliver(&mut connection, wire);
    assert_eq!(connection.process_new_packets(), Err(error), "{AT_ONCE}");
    deliver(&mut connection, behind);
    for _ in 0..3 {
        assert_eq!(connection.process_new_packets(), Err(error), "{STICKY}");
    }
    let handled_since = connection.context().events.len() - handled;
    assert_eq!(
        handled_since, 0,
        "what comes behind a failure is not looked at"
    );
    assert_bytes(
        connection.unread(),
        behind,
        "what comes behind a failure is not consumed",
    );

    let mut core = core();
    let mut wire = [wire, behind].concat();
    let (consumed, result) = core.process_in(&mut wire, &mut |_| {});
    assert_eq!(result, Err(error), "{AT_ONCE}");
    assert_eq!(
        wire.len() - consumed,
        behind.len(),
        "what was consumed is said on failure, too"
    );
    for _ in 0..3 {
        let (consumed, result) = core.process_in(&mut wire[consumed..], &mut |_| {});
        assert_eq!(result, Err(error), "{STICKY}");
        assert_eq!(consumed, 0, "what comes behind a failure is not looked at");
    }
}

#[test]
fn a_state_fails_for_ever() {
    // The Finished comes too early. What belongs in its place comes behind it.
    let wire = resealed(&[rfc8448::ENCRYPTED_EXTENSIONS, rfc8448::SERVER_FINISHED]);
    let behind = rfc8448::RECORD_SERVER_APPLICATION_DATA;
    let error = Error::UnexpectedMessage(HandshakeType::FINISHED);
    stays_failed(&wire, behind, error, 2);
}

#[test]
fn so_does_a_connection_with_a_refused_record() {
    // The record that was changed has the right one behind it, and that can be opened.
    let mut changed = handshake();
    *changed.last_mut().expect("it has a tag") ^= 1;
    let error = Error::Record(InvalidRecord::NotAuthentic);
    stays_failed(&changed, rfc8448::RECORD_SERVER_FLIGHT, error, 1);
}

#[test]
fn so_does_one_that_has_not_handled_a_message_yet() {
    let alert = [21, 3, 3, 0, 2, 2, 40];
    let error = Error::Alert(40);
    stays_failed(&alert, rfc8448::RECORD_SERVER_HELLO, error, 1);
}

#[test]
fn the_record_that_is_refused_may_come_with_the_next_call() {
    let mut connection = connection();
    deliver(&mut connection, rfc8448::RECORD_SERVER_HELLO);
    assert_eq!(connection.process_new_packets(), Ok(()), "a ServerHello");

    let mut changed = rfc8448::RECORD_SERVER_FLIGHT.to_vec();
    changed[100] ^= 1;
    deliver(&mut connection, &changed);
    let error = Err(Error::Record(InvalidRecord::NotAuthentic));
    assert_eq!(connection.process_new_packets(), error, "{AT_ONCE}");
    deliver(&mut connection, rfc8448::RECORD_SERVER_FLIGHT);
    assert_eq!(connection.process_new_packets(), error, "{STICKY}");
}

#[test]
fn a_state_that_nobody_needed_is_still_there() {
    let mut connection = connection();
    let nothing: [&[u8]; 4] = [&[], &[20, 3, 3, 0, 1, 1], &[20, 3], &[3, 0, 1, 1]];
    for bytes in nothing {
        deliver(&mut connection, bytes);
        assert_eq!(
            connection.process_new_packets(),
            Ok(()),
            "no message came: the state has to stay in its place"
        );
    }
    deliver(&mut connection, &handshake());
    assert_eq!(
        connection.process_new_packets(),
        Ok(()),
        "the handshake goes on where it was"
    );
    assert!(connection.context().finished, "the handshake is over");
}

#[test]
fn a_state_goes_on_in_the_next_call() {
    let mut core = core();
    let mut wire = rfc8448::server_stream();
    let mut done = 0;
    for record in [95, 679, 227, 72, 24] {
        let (consumed, result) = core.process_in(&mut wire[done..done + record], &mut |_| {});
        assert_eq!(
            result,
            Ok(()),
            "nothing is wrong with the stream of the RFC"
        );
        assert_eq!(consumed, record, "one whole record came");
        done += record;
    }
    let client: &Client = core.context();
    assert_events(&client.events, &expected(), "all that the server sends");
}

#[test]
fn a_state_that_panics_is_lost_and_that_is_said() {
    use connection::{Core, Fault};
    use state::{Message, State};

    struct Panics;
    impl State<Client> for Panics {
        fn handle<'m>(
            self: Box<Self>,
            _: &mut Client,
            _: Message<'m>,
        ) -> Result<Box<dyn State<Client> + 'm>, Error>
        where
            Self: 'm,
        {
            std::panic::resume_unwind(Box::new(()))
        }

        fn into_owned(self: Box<Self>) -> Box<dyn State<Client>> {
            self
        }
    }

    let (client, _, opener) = support::client();
    let mut core = Core::new(client, Box::new(Panics), opener);
    let mut wire = rfc8448::RECORD_SERVER_HELLO.to_vec();
    let call = std::panic::AssertUnwindSafe(|| core.process_in(&mut wire, &mut |_| {}).1);
    assert!(
        std::panic::catch_unwind(call).is_err(),
        "the panic goes through"
    );
    assert_eq!(
        core.process_in(&mut [], &mut |_| {}),
        (0, Err(Error::Fault(Fault::StateLost))),
        "there is no state any more, and the connection has to say so"
    );
}
