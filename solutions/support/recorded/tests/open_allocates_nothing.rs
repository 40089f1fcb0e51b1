//! Opening a record touches no memory but the record's. In a file of its own, for the counter is the
//! program's allocator.

use recorded::rfc8448 as rfc;

#[test]
fn opening_allocates_nothing_whether_it_succeeds_or_not() {
    let mut opener = rfc::server_handshake_opener();
    let mut record = rfc::RECORD_SERVER_FLIGHT.to_vec();
    let mut forged = record.clone();
    *forged.last_mut().unwrap() ^= 1;

    let counted = allocation_counter::measure(|| {
        let (header, payload) = forged.split_first_chunk_mut().unwrap();
        assert!(opener.open_in_place(header, payload).is_none());
        let (header, payload) = record.split_first_chunk_mut().unwrap();
        assert!(opener.open_in_place(header, payload).is_some());
    });
    assert_eq!(counted.count_total, 0);
    assert_eq!(counted.bytes_total, 0);
}

#[test]
fn the_counter_does_count() {
    let counted = allocation_counter::measure(|| drop(rfc::server_stream()));
    assert_eq!(counted.count_total, 1);
}
