//! The same bytes give the same events, however they arrive.

#[path = "../../../../exercises/tls/06-connection/tests/support/mod.rs"]
mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use recorded::rfc8448;
use support::{Error, Event, connection, core, expected, in_fragments, run, run_in};

/// The messages and records, and the application data or the error.
type Outcome = (Vec<Event>, Result<Vec<u8>, Error>);

/// What a connection notes of `wire` when it arrives in pieces that end at these places,
/// and how that ends; with a buffer of its own and with the caller's.
fn both(wire: &[u8], ends: &[usize]) -> [Outcome; 2] {
    let mut connection = connection();
    let data = run(&mut connection, wire, ends);
    let mut core = core();
    let data_in = run_in(&mut core, wire, ends);
    // What has failed stays so, and says so.
    for result in [connection.process_new_packets(), core.standing()] {
        assert_eq!(result.err(), data.as_ref().err().copied());
    }
    [
        (connection.context().events.clone(), data),
        (core.context().events.clone(), data_in),
    ]
}

/// Places in a stream of `length` bytes, in order.
fn places(length: usize) -> impl Strategy<Value = Vec<usize>> {
    vec(0..=length, 0..40).prop_map(|mut ends| {
        ends.sort_unstable();
        ends
    })
}

/// A stream with its messages in parts of any size, and where it is cut.
fn streams() -> impl Strategy<Value = (Vec<u8>, Vec<usize>)> {
    (1..200_usize)
        .prop_map(in_fragments)
        .prop_flat_map(|wire| (Just(wire.clone()), places(wire.len())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_parts_and_any_pieces_give_the_same((wire, ends) in streams()) {
        for (events, data) in both(&wire, &ends) {
            prop_assert_eq!(events, expected());
            prop_assert_eq!(data.as_deref(), Ok(rfc8448::APPLICATION_DATA));
        }
    }

    #[test]
    fn so_does_a_stream_that_was_changed(
        (mut wire, ends) in streams(),
        at in any::<prop::sample::Index>(),
        bit in 0..8_u32,
    ) {
        *at.get_mut(&mut wire) ^= 1_u8 << bit;
        let [whole, whole_in] = both(&wire, &[]);
        prop_assert_eq!(&whole, &whole_in);
        for pieces in both(&wire, &ends) {
            prop_assert_eq!(&pieces, &whole);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(wire in vec(any::<u8>(), 0..600), ends in places(600)) {
        let ends: Vec<usize> = ends.into_iter().filter(|&end| end <= wire.len()).collect();
        let [whole, _] = both(&wire, &[]);
        for pieces in both(&wire, &ends) {
            prop_assert_eq!(&pieces, &whole);
        }
    }

    #[test]
    fn records_of_arbitrary_bytes_never_panic(
        records in vec((20..24_u8, vec(any::<u8>(), 1..60)), 0..20),
        ends in places(600),
    ) {
        let mut wire = Vec::new();
        for (content_type, payload) in records {
            wire.extend([content_type, 3, 3, 0, payload.len() as u8]);
            wire.extend(payload);
        }
        let ends: Vec<usize> = ends.into_iter().filter(|&end| end <= wire.len()).collect();
        let [whole, _] = both(&wire, &[]);
        for pieces in both(&wire, &ends) {
            prop_assert_eq!(&pieces, &whole);
        }
    }

    #[test]
    fn what_is_joined_is_what_came(
        body in vec(any::<u8>(), 0..3000),
        behind in vec(any::<u8>(), 0..20),
        sizes in vec(1..500_usize, 1..20),
    ) {
        let [_, length @ ..] = (body.len() as u32).to_be_bytes();
        let message = [&[11], &length[..], &body].concat();
        let wire = [&message[..], &behind].concat();
        let mut joined = connection::Joined::new();
        let mut rest = &wire[..];
        for size in sizes.iter().cycle() {
            let (fragment, later) = rest.split_at((*size).min(rest.len()));
            let handed_back = joined.push(fragment).unwrap();
            rest = &wire[wire.len() - later.len() - handed_back.len()..];
            if joined.message().is_some() {
                break;
            }
            prop_assert!(!rest.is_empty(), "the message is there before the bytes end");
        }
        prop_assert_eq!(joined.message().unwrap().body, &body);
        prop_assert_eq!(rest, &behind);
    }
}
