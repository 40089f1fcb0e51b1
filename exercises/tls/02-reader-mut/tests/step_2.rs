//! Step 2: all records of a stream, alive together.

use reader_mut::{HEADER_LENGTH, Records};
use recorded::assert_bytes;
use recorded::rfc8448::{
    RECORD_SERVER_APPLICATION_DATA, RECORD_SERVER_CLOSE_NOTIFY, RECORD_SERVER_FLIGHT,
    RECORD_SERVER_HELLO, RECORD_SERVER_NEW_SESSION_TICKET, server_stream,
};

/// What [`server_stream`] consists of.
const RECORDS: [&[u8]; 5] = [
    RECORD_SERVER_HELLO,
    RECORD_SERVER_FLIGHT,
    RECORD_SERVER_NEW_SESSION_TICKET,
    RECORD_SERVER_APPLICATION_DATA,
    RECORD_SERVER_CLOSE_NOTIFY,
];

/// More records than any stream here has, for an iterator that never ends.
const ENOUGH: usize = 20;

#[test]
fn all_records_are_alive_and_written_to() {
    let mut stream = server_stream();
    let buffer = stream.as_ptr_range();
    let mut records = Records::new(&mut stream);
    let all: Vec<&mut [u8]> = records.by_ref().take(ENOUGH).collect();
    assert_eq!(
        all.iter().map(|record| record.len()).collect::<Vec<_>>(),
        RECORDS.map(<[u8]>::len),
        "the server has sent these five records, each with its header"
    );
    assert_eq!(records.left(), 0, "nothing is left behind the last record");
    for (record, sent) in all.into_iter().zip(RECORDS) {
        assert_bytes(record, sent, "each record as the server has sent it");
        assert!(
            buffer.contains(&record.as_ptr()),
            "a record does not lie in the buffer: it is a copy"
        );
        record[HEADER_LENGTH..].fill(0);
    }
    let mut at = 0;
    for record in RECORDS {
        let (header, payload) = stream[at..at + record.len()].split_at(HEADER_LENGTH);
        assert_bytes(
            header,
            &record[..HEADER_LENGTH],
            "headers were not written to",
        );
        assert!(
            payload.iter().all(|&byte| byte == 0),
            "the buffer has to show what was written to the records"
        );
        at += record.len();
    }
}

#[test]
fn an_incomplete_record_stays_unread() {
    let stream = server_stream();
    for received in 0..stream.len() {
        let mut received = stream[..received].to_vec();
        let length = received.len();
        let mut records = Records::new(&mut received);
        let complete: usize = records
            .by_ref()
            .take(ENOUGH)
            .map(|record| record.len())
            .sum();

        let mut expected = 0;
        for record in RECORDS {
            if expected + record.len() <= length {
                expected += record.len();
            } else {
                break;
            }
        }
        assert_eq!(
            complete, expected,
            "{length} bytes have arrived, and so many of them are complete records"
        );
        assert_eq!(
            records.left(),
            length - expected,
            "{length} bytes have arrived: an incomplete record is left unread, its header included"
        );
        assert!(
            records.next().is_none(),
            "no more bytes have arrived, so there is no other record"
        );
    }
}

#[test]
fn a_record_may_be_empty() {
    let sent = [23, 3, 3, 0, 0, 22, 3, 3, 0, 1, 42];
    let mut bytes = sent;
    let all: Vec<&mut [u8]> = Records::new(&mut bytes).take(ENOUGH).collect();
    let lengths: Vec<usize> = all.iter().map(|record| record.len()).collect();
    let what = "a record without payload is its header, and then comes the next";
    assert_eq!(lengths, [5, 6], "{what}");
    assert_bytes(&all.concat(), &sent, what);
}

#[test]
fn the_length_is_two_bytes() {
    let mut bytes = vec![0; HEADER_LENGTH + 0x0102];
    bytes[3] = 1;
    bytes[4] = 2;
    let lengths: Vec<usize> = Records::new(&mut bytes)
        .take(ENOUGH)
        .map(|record| record.len())
        .collect();
    assert_eq!(
        lengths,
        [HEADER_LENGTH + 0x0102],
        "01 02 is the length 0x0102, the high byte first"
    );
}

#[test]
fn a_record_outlives_the_iterator() {
    let mut stream = server_stream();
    let last = Records::new(&mut stream).take(ENOUGH).last();
    assert_bytes(
        last.expect("the server has sent five records"),
        RECORD_SERVER_CLOSE_NOTIFY,
        "the iterator is gone, and its last record is not",
    );
}

#[test]
fn nothing_is_allocated() {
    let mut stream = server_stream();
    let mut handed_out = 0;
    let allocations = allocation_counter::measure(|| {
        handed_out = Records::new(&mut stream).take(ENOUGH).count();
    });
    assert_eq!(
        handed_out,
        RECORDS.len(),
        "the server has sent five records"
    );
    assert_eq!(
        allocations.count_total, 0,
        "iterating has allocated: no record has to be copied (`println!` and `dbg!` allocate, too)"
    );
}
