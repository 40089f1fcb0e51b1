//! What holds for every input.

use proptest::collection::vec;
use proptest::prelude::*;
use reader_mut::{HEADER_LENGTH, NonEmptyReader, ReaderMut, Records, open_record};
use recorded::rfc8448::server_stream;

/// One call of a reader's method.
#[derive(Debug, Clone, Copy)]
enum Call {
    Take(usize),
    TakeLast(usize),
}

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let call = prop_oneof![
        (0..12_usize).prop_map(Call::Take),
        (0..12_usize).prop_map(Call::TakeLast),
    ];
    vec(call, 0..20)
}

/// A record with a header that tells the truth.
fn record() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..300).prop_map(|payload| {
        let length = u16::try_from(payload.len()).expect("it is at most 300");
        let [high, low] = length.to_be_bytes();
        [vec![23, 3, 3, high, low], payload].concat()
    })
}

proptest! {
    /// A reader does what a deque does, with every piece alive.
    #[test]
    fn a_reader_is_a_deque(bytes in vec(any::<u8>(), 0..64), calls in calls()) {
        let mut buffer = bytes.clone();
        let mut reader = ReaderMut::new(&mut buffer);
        let mut unread = &bytes[..];
        let mut used = 0;
        let mut pieces = Vec::new();
        for call in calls {
            let (piece, expected) = match call {
                Call::Take(length) => {
                    let expected = unread.split_off(..length);
                    used += expected.map_or(0, <[u8]>::len);
                    (reader.take(length), expected)
                }
                Call::TakeLast(length) => {
                    let start = unread.len().checked_sub(length);
                    let expected = start.and_then(|start| unread.split_off(start..));
                    (reader.take_last(length), expected)
                }
            };
            prop_assert_eq!(piece.as_deref(), expected);
            prop_assert_eq!(reader.unread(), unread);
            prop_assert_eq!(reader.left(), unread.len());
            prop_assert_eq!(reader.used(), used);
            pieces.extend(piece);
        }
        // Every byte of every piece is changed once: no two pieces overlap.
        let taken: usize = pieces.iter().map(|piece| piece.len()).sum();
        pieces.into_iter().flatten().for_each(|byte| *byte = byte.wrapping_add(1));
        let changed = buffer.iter().zip(&bytes).filter(|(now, before)| now != before).count();
        prop_assert_eq!(changed, taken);
    }

    /// The reader without an empty value hands out what the other one does.
    #[test]
    fn both_readers_agree(bytes in vec(any::<u8>(), 0..64), lengths in vec(0..12_usize, 0..20)) {
        let (mut one, mut other) = (bytes.clone(), bytes);
        let mut one = ReaderMut::new(&mut one);
        let mut other = NonEmptyReader::new(&mut other);
        for length in lengths {
            prop_assert_eq!(one.take(length), other.take(length));
            prop_assert_eq!(one.left(), other.left());
        }
    }

    /// What was put together comes apart again, wherever the input ends.
    #[test]
    fn records_come_apart(records in vec(record(), 0..6), missing in 0..400_usize) {
        let mut stream = records.concat();
        stream.truncate(stream.len().saturating_sub(missing));
        let length = stream.len();
        let mut rest = Records::new(&mut stream);
        let found: Vec<&mut [u8]> = rest.by_ref().collect();
        let left = rest.left();
        prop_assert!(found.len() == records.len() || left < records[found.len()].len());
        let handed_out: usize = found.iter().map(|record| record.len()).sum();
        prop_assert_eq!(handed_out + left, length);
        for (found, record) in found.into_iter().zip(&records) {
            prop_assert_eq!(found, record);
        }
    }

    /// Any bytes at all are taken apart or left alone, and never more.
    #[test]
    fn no_bytes_make_it_panic(mut bytes in vec(any::<u8>(), 0..600)) {
        let length = bytes.len();
        let mut records = Records::new(&mut bytes);
        let handed_out: usize = records.by_ref().map(|record| record.len()).sum();
        prop_assert_eq!(handed_out + records.left(), length);
        prop_assert!(records.next().is_none());
    }

    /// Exactly one record is opened, with the payload it has; any cut or any
    /// addition is refused.
    #[test]
    fn one_record_and_no_more(record in record(), cut in 1..300_usize, behind in 1..9_usize) {
        let payload = record[HEADER_LENGTH..].to_vec();
        let mut whole = record.clone();
        prop_assert_eq!(open_record(&mut whole, |_, payload| Some(payload)), Some(&payload[..]));
        let mut short = record[..record.len().saturating_sub(cut)].to_vec();
        prop_assert_eq!(open_record(&mut short, |_, payload| Some(payload)), None);
        let mut long = [record, vec![0; behind]].concat();
        prop_assert_eq!(open_record(&mut long, |_, payload| Some(payload)), None);
    }
}

/// The server of RFC 8448, cut off after each byte: no byte is lost, none comes twice.
#[test]
fn a_stream_in_two_parts_has_the_same_records() {
    let whole = server_stream();
    let expected: Vec<Vec<u8>> = Records::new(&mut whole.clone())
        .map(|record| record.to_vec())
        .collect();
    for cut in 0..=whole.len() {
        let mut first = whole[..cut].to_vec();
        let mut records = Records::new(&mut first);
        let mut found: Vec<Vec<u8>> = records.by_ref().map(|record| record.to_vec()).collect();
        let left = records.left();
        let mut second = whole[cut - left..].to_vec();
        found.extend(Records::new(&mut second).map(|record| record.to_vec()));
        assert_eq!(found, expected, "cut after {cut} bytes");
    }
}
