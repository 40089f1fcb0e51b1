//! Step 3: the state is owned once, at the end of a call that had a message in it.

mod support;

use allocation_counter::measure;
use recorded::rfc8448;
use support::{BOX, CERTIFICATE, Client, Error, connection, deliver, handshake, resealed};

/// One call, and how many allocations it took, and how many bytes.
fn call(connection: &mut connection::Connection<Client>) -> (Result<(), Error>, u64, u64) {
    let mut result = Ok(());
    let allocations = measure(|| result = connection.process_new_packets());
    (result, allocations.count_total, allocations.bytes_total)
}

#[test]
fn a_whole_flight_copies_nothing() {
    let mut connection = connection();
    deliver(&mut connection, &handshake());
    let buffer = connection.unread().as_ptr_range();
    let buffer = buffer.start.addr()..buffer.end.addr();

    let (result, count, bytes) = call(&mut connection);
    assert!(
        result.is_ok() && connection.context().finished,
        "the flight ends with its Finished"
    );
    let (length, address) = connection.context().verified.expect("the signature came");
    assert_eq!(length as u64, CERTIFICATE, "the whole certificate was kept");
    assert!(
        buffer.contains(&address),
        "the certificate was copied out of the buffer: nothing of it had to persist"
    );
    assert_eq!(
        (count, bytes),
        (1, BOX),
        "allocations and bytes: the box of the one state that lasts"
    );
}

#[test]
fn a_flight_that_breaks_off_is_owned_once() {
    let start = [rfc8448::ENCRYPTED_EXTENSIONS, rfc8448::CERTIFICATE].concat();
    let end = [rfc8448::CERTIFICATE_VERIFY, rfc8448::SERVER_FINISHED].concat();
    let wire = resealed(&[&start, &end]);
    let (start, end) = wire.split_at(wire.len() - end.len() - 22);

    let mut connection = connection();
    deliver(&mut connection, start);
    assert_eq!(
        call(&mut connection),
        (Ok(()), 2, BOX + CERTIFICATE),
        "allocations and bytes: the state that waits, and its copy of the certificate"
    );
    deliver(&mut connection, end);
    assert_eq!(
        call(&mut connection),
        (Ok(()), 1, BOX),
        "allocations and bytes: what waited is used up, and the last state is owned"
    );
    let verified = connection
        .context()
        .verified
        .map(|(length, _)| length as u64);
    assert_eq!(verified, Some(CERTIFICATE), "the certificate has persisted");
}

#[test]
fn a_call_that_fails_owns_nothing() {
    // The Finished comes where the CertificateVerify should.
    let parts = [
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::SERVER_FINISHED,
    ];
    let mut connection = connection();
    deliver(&mut connection, &resealed(&[&parts.concat()]));
    let (result, count, bytes) = call(&mut connection);
    assert!(result.is_err(), "a Finished may not come there");
    assert_eq!(
        (count, bytes),
        (0, 0),
        "allocations and bytes: the call fails, so nothing has to persist and nothing may be owned"
    );
}

#[test]
fn a_record_that_is_refused_owns_nothing() {
    let parts = [rfc8448::ENCRYPTED_EXTENSIONS, rfc8448::CERTIFICATE];
    let mut wire = resealed(&parts);
    *wire.last_mut().expect("it has a tag") ^= 1;
    let mut connection = connection();
    deliver(&mut connection, &wire);
    let (result, count, bytes) = call(&mut connection);
    assert!(result.is_err(), "the record was changed on its way");
    assert_eq!(
        (count, bytes),
        (0, 0),
        "allocations and bytes: the call fails, so nothing has to persist and nothing may be owned"
    );
}

#[test]
fn a_call_without_a_message_leaves_the_state_alone() {
    let wire = rfc8448::server_stream();
    let mut connection = connection();
    let mut counts = Vec::with_capacity(wire.len());
    for byte in &wire {
        deliver(&mut connection, std::slice::from_ref(byte));
        let (result, count, _) = call(&mut connection);
        assert_eq!(
            result,
            Ok(()),
            "nothing is wrong with the stream of the RFC"
        );
        counts.push(count);
        let length = connection.received().len();
        connection.consume(length);
    }
    let with_message = counts.iter().filter(|&&count| count > 0).count();
    assert_eq!(
        with_message, 3,
        "three of the bytes complete a record with messages in it: only there is the state owned"
    );
    assert_eq!(
        counts.iter().sum::<u64>(),
        3,
        "and it is owned once each time, a box and nothing more"
    );
}

#[test]
fn application_data_costs_nothing() {
    let mut sealer = rfc8448::server_application_sealer_at(0);
    let data: Vec<u8> = (0..20).flat_map(|_| sealer.seal(23, &[7; 50], 0)).collect();
    let mut connection = connection();
    deliver(&mut connection, &[handshake(), data].concat());
    let mut received = 0;
    // The first call ends with the first record of application data.
    assert_eq!(connection.process_new_packets(), Ok(()), "all is well");
    let allocations = measure(|| {
        for _ in 0..20 {
            received += connection.received().len();
            connection.consume(connection.received().len());
            assert_eq!(connection.process_new_packets(), Ok(()), "all is well");
        }
    });
    assert_eq!(received, 1000, "twenty records of fifty bytes");
    assert_eq!(
        allocations.count_total, 0,
        "application data brings no message, so the state is none of its business"
    );
}
