//! What ends a connection, and what a call costs beyond the exercise's tests.

#[path = "../../../../exercises/tls/06-connection/tests/support/mod.rs"]
mod support;

use allocation_counter::measure;
use connection::{Connection, Fault};
use recorded::rfc8448;
use state::{Message, State};
use support::{Client, Error, client, connection, core, deliver, handshake, in_fragments, run};

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

#[test]
fn a_connection_whose_state_has_panicked_says_so() {
    let (client, _, opener) = client();
    let mut connection = Connection::new(client, Box::new(Panics), opener);
    deliver(&mut connection, rfc8448::RECORD_SERVER_HELLO);
    let call = std::panic::AssertUnwindSafe(|| connection.process_new_packets());
    assert!(std::panic::catch_unwind(call).is_err());
    for _ in 0..2 {
        assert_eq!(
            connection.process_new_packets(),
            Err(Error::Fault(Fault::StateLost))
        );
    }
}

#[test]
fn what_follows_the_last_record_is_not_looked_at() {
    let wire = [rfc8448::server_stream(), vec![99; 50]].concat();
    let mut connection = connection();
    assert_eq!(
        run(&mut connection, &wire, &[]).as_deref(),
        Ok(rfc8448::APPLICATION_DATA)
    );
    assert_eq!(connection.unread(), [99; 50]);

    let mut core = core();
    let mut wire = wire;
    let (consumed, result) = core.process_in(&mut wire, &mut |_| {});
    assert_eq!((consumed, result), (wire.len() - 50, Ok(())));
}

#[test]
fn application_data_waits_until_it_is_read() {
    let mut connection = connection();
    deliver(&mut connection, &rfc8448::server_stream());
    assert_eq!(connection.process_new_packets(), Ok(()));
    let alert = rfc8448::RECORD_SERVER_CLOSE_NOTIFY;
    for read in 0..50 {
        assert_eq!(connection.process_new_packets(), Ok(()));
        assert_eq!(connection.received(), &rfc8448::APPLICATION_DATA[read..]);
        assert_eq!(connection.unread(), alert, "it is not looked at yet");
        connection.consume(1);
        // The buffer may grow or move its bytes meanwhile.
        assert_eq!(connection.read_tls(&mut &[][..]).unwrap(), 0);
    }
    assert_eq!(connection.received(), []);
    assert_eq!(connection.process_new_packets(), Ok(()));
    assert_eq!(connection.unread(), []);
}

#[test]
#[should_panic(expected = "more was consumed than has been received")]
fn more_cannot_be_consumed_than_there_is() {
    let mut connection = connection();
    deliver(&mut connection, &rfc8448::server_stream());
    connection.process_new_packets().unwrap();
    connection.consume(51);
}

#[test]
fn data_stays_where_it_is_while_more_arrives() {
    let mut sealer = rfc8448::server_application_sealer_at(0);
    let mut wire = handshake();
    wire.extend(sealer.seal(23, &[7; 16_000], 0));
    let mut connection = connection();
    deliver(&mut connection, &wire);
    connection.process_new_packets().unwrap();
    assert_eq!(connection.received(), [7; 16_000]);
    // More than the buffer holds at first: it grows and its bytes move.
    deliver(&mut connection, &sealer.seal(23, &[8; 16_000], 0));
    assert_eq!(connection.received(), [7; 16_000]);
    connection.consume(16_000);
    connection.process_new_packets().unwrap();
    assert_eq!(connection.received(), [8; 16_000]);
}

#[test]
fn data_from_the_callers_buffer_is_not_copied() {
    let mut wire = rfc8448::server_stream();
    let buffer = wire.as_ptr_range();
    let buffer = buffer.start.addr()..buffer.end.addr();
    let mut core = core();
    let mut pieces = Vec::with_capacity(4);
    let mut result = (0, Ok(()));
    let allocations =
        measure(|| result = core.process_in(&mut wire, &mut |data| pieces.push(data)));
    assert_eq!(result, (1097, Ok(())));
    assert_eq!(pieces, [rfc8448::APPLICATION_DATA]);
    assert!(buffer.contains(&pieces[0].as_ptr().addr()));
    // The state's box: application data ends a round, so there were two, and only the
    // first one had messages in it.
    assert_eq!(allocations.count_total, 1);
}

#[test]
fn arriving_byte_by_byte_costs_no_more_than_record_by_record() {
    let wire = in_fragments(200);
    let cost = |pieces: &[usize]| {
        let mut connection = connection();
        let mut start = 0;
        let mut count = 0;
        for &end in pieces {
            deliver(&mut connection, &wire[start..end]);
            start = end;
            let call = measure(|| connection.process_new_packets().unwrap());
            count += call.count_total;
            connection.consume(connection.received().len());
        }
        count
    };
    let mut ends = Vec::new();
    let mut end = 0;
    while end < wire.len() {
        end += 5 + usize::from(u16::from_be_bytes([wire[end + 3], wire[end + 4]]));
        ends.push(end);
    }
    let bytes: Vec<usize> = (1..=wire.len()).collect();
    assert_eq!(cost(&bytes), cost(&ends));
}
