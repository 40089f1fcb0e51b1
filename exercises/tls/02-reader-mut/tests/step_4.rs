//! Step 4: opened where it lies, and handed out shared.

use std::cell::Cell;

use allocation_counter::measure;
use reader_mut::{HEADER_LENGTH, Records, open_record};
use recorded::rfc8448::{
    APPLICATION_DATA, CERTIFICATE, CERTIFICATE_VERIFY, ENCRYPTED_EXTENSIONS,
    RECORD_SERVER_APPLICATION_DATA, RECORD_SERVER_FLIGHT, SERVER_FINISHED,
    server_application_opener_at, server_handshake_opener, server_stream,
};
use recorded::{assert_bytes, assert_lies_at};

/// What the server's flight says when it is opened: four handshake messages, and
/// one byte for their type.
fn server_flight() -> Vec<u8> {
    [
        ENCRYPTED_EXTENSIONS,
        CERTIFICATE,
        CERTIFICATE_VERIFY,
        SERVER_FINISHED,
        &[22],
    ]
    .concat()
}

/// Opens `record` with something that only looks, and says what it was shown.
fn shown(record: &mut [u8]) -> (Option<usize>, Option<([u8; HEADER_LENGTH], usize)>) {
    let shown = Cell::new(None);
    let opened = open_record(record, |header, payload| {
        shown.set(Some((*header, payload.len())));
        Some(payload)
    });
    (opened.map(|plaintext| plaintext.len()), shown.get())
}

#[test]
fn the_servers_flight_is_opened_where_it_lies() {
    let mut record = RECORD_SERVER_FLIGHT.to_vec();
    let buffer = record.as_ptr_range();
    let mut opener = server_handshake_opener();
    let plaintext = open_record(&mut record, |header, payload| {
        opener.open_in_place(header, payload)
    })
    .expect("these are the keys that the record was sealed with");
    assert_bytes(plaintext, &server_flight(), "what the server has said");
    assert_lies_at(plaintext, &buffer, HEADER_LENGTH, "the plaintext");
}

#[test]
fn several_plaintexts_are_alive() {
    let mut stream = server_stream();
    let mut records = Records::new(&mut stream).skip(1);
    let flight = records.next().expect("the server has sent its flight");
    let data = records.nth(1).expect("the server has sent data");

    let mut handshake = server_handshake_opener();
    let mut application = server_application_opener_at(1);
    let flight = open_record(flight, |header, payload| {
        handshake.open_in_place(header, payload)
    });
    let data = open_record(data, |header, payload| {
        application.open_in_place(header, payload)
    });
    let flight = flight.expect("these are the keys of the flight");
    let data = data.expect("these are the keys of the data");
    assert_bytes(flight, &server_flight(), "what the server has said");
    assert_bytes(
        data,
        &[APPLICATION_DATA, &[23]].concat(),
        "fifty bytes of data, and one byte for their type",
    );
}

#[test]
fn open_sees_the_header_and_the_whole_payload() {
    let mut record = [23, 3, 3, 0, 2, 42, 43];
    assert_eq!(
        shown(&mut record),
        (Some(2), Some(([23, 3, 3, 0, 2], 2))),
        "`open` gets the five bytes of header and the two of payload"
    );
}

#[test]
fn what_open_refuses_is_refused() {
    let mut record = RECORD_SERVER_APPLICATION_DATA.to_vec();
    *record.last_mut().expect("the record has a tag") ^= 1;
    let mut opener = server_application_opener_at(1);
    let opened = open_record(&mut record, |header, payload| {
        opener.open_in_place(header, payload)
    });
    assert!(
        opened.is_none(),
        "a bit of the tag was flipped: the record is not what the server has sent"
    );
}

#[test]
fn a_record_that_is_cut_off_is_not_opened() {
    let whole = RECORD_SERVER_APPLICATION_DATA;
    for length in 0..whole.len() {
        assert_eq!(
            shown(&mut whole[..length].to_vec()),
            (None, None),
            "{length} bytes of {} are no record, and `open` is not asked",
            whole.len()
        );
    }
}

#[test]
fn a_record_with_something_behind_it_is_not_opened() {
    let mut bytes = RECORD_SERVER_APPLICATION_DATA.to_vec();
    bytes.push(0);
    assert_eq!(
        shown(&mut bytes),
        (None, None),
        "something follows the payload: that is not one record, and `open` is not asked"
    );
}

#[test]
fn nothing_is_allocated() {
    let mut record = RECORD_SERVER_FLIGHT.to_vec();
    let mut opener = server_handshake_opener();
    let mut length = 0;
    let allocations = measure(|| {
        length = open_record(&mut record, |header, payload| {
            opener.open_in_place(header, payload)
        })
        .map_or(0, |plaintext| plaintext.len());
    });
    assert_eq!(length, server_flight().len(), "the flight was opened");
    assert_eq!(
        allocations.count_total, 0,
        "opening has allocated: the plaintext needs no memory of its own (`println!` and `dbg!` allocate, too)"
    );
}
