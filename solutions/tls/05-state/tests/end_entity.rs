//! The one decoder of this layer: it takes any bytes, and what it returns lies in them.

use codec::HandshakeType;
use proptest::prelude::*;
use recorded::rfc8448::CERTIFICATE;
use state::Message;
use state::flight::{FlightError, end_entity};

fn certificate(body: &[u8]) -> Result<&[u8], FlightError> {
    end_entity(Message {
        typ: HandshakeType::CERTIFICATE,
        body,
    })
}

fn is_part_of(part: &[u8], whole: &[u8]) -> bool {
    let (part, whole) = (part.as_ptr_range(), whole.as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}

#[test]
fn the_certificate_of_the_rfc_is_found_where_it_lies() {
    let found = certificate(&CERTIFICATE[4..]).expect("it is whole");
    // A DER sequence of 428 bytes behind a header of four.
    assert_eq!(
        (found.len(), &found[..4]),
        (432, &[0x30, 0x82, 1, 0xac][..])
    );
    assert!(is_part_of(found, CERTIFICATE));
}

#[test]
fn a_list_without_certificates_is_an_error_of_its_own() {
    assert_eq!(certificate(&[0, 0, 0, 0]), Err(FlightError::NoCertificate));
}

#[test]
fn every_part_of_a_message_is_refused() {
    let body = &CERTIFICATE[4..];
    for length in 0..body.len() {
        assert!(certificate(&body[..length]).is_err(), "{length} bytes");
    }
    assert!(
        certificate(&[body, &[0]].concat()).is_err(),
        "a byte too many"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(found) = certificate(&bytes) {
            prop_assert!(is_part_of(found, &bytes));
        }
    }

    #[test]
    fn so_are_bytes_that_are_nearly_right(at in 0..441_usize, byte in any::<u8>()) {
        let mut bytes = CERTIFICATE[4..].to_vec();
        bytes[at] = byte;
        if let Ok(found) = certificate(&bytes) {
            prop_assert!(is_part_of(found, &bytes));
        }
    }

    #[test]
    fn a_certificate_of_any_length_is_found(expected in prop::collection::vec(any::<u8>(), 1..600)) {
        let [_, high, mid, low] = (expected.len() as u32).to_be_bytes();
        let [_, all @ ..] = (expected.len() as u32 + 5).to_be_bytes();
        let body = [&[0], &all[..], &[high, mid, low], &expected, &[0, 0]].concat();
        let found = certificate(&body).unwrap();
        prop_assert_eq!(found, &expected);
        prop_assert!(is_part_of(found, &body));
    }
}
