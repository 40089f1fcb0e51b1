//! Step 2: bytes that are borrowed until they have to be owned.

use allocation_counter::measure;
use recorded::assert_bytes;
use recorded::rfc8448::CERTIFICATE;
use state::Payload;

/// Is `part` a part of `whole`, or a copy of it?
fn is_part_of(part: &[u8], whole: &[u8]) -> bool {
    let (part, whole) = (part.as_ptr_range(), whole.as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}

#[test]
fn a_payload_can_be_read_like_a_slice() {
    let buffer = CERTIFICATE.to_vec();
    let borrowed = Payload::Borrowed(&buffer[4..]);
    let owned = Payload::Owned(buffer[4..].to_vec());
    let mut lengths = (0, 0);
    let allocations = measure(|| lengths = (borrowed.len(), owned.len()));
    assert_eq!(lengths, (441, 441), "the bytes behind the message's header");
    assert_eq!(
        allocations.count_total, 0,
        "looking at the bytes has allocated (`println!` and `dbg!` allocate, too)"
    );
    assert_bytes(&borrowed, &CERTIFICATE[4..], "the bytes themselves");
    assert_bytes(&owned, &CERTIFICATE[4..], "the bytes themselves");
    assert!(
        is_part_of(&borrowed, &buffer),
        "a borrowed payload lies in the buffer it was borrowed from: this is a copy"
    );
}

#[test]
fn borrowed_bytes_are_copied_once() {
    let buffer = CERTIFICATE.to_vec();
    let mut owned = None;
    let allocations = measure(|| owned = Some(Payload::Borrowed(&buffer).into_owned()));
    let owned = owned.expect("the closure has run");
    assert_bytes(&owned, CERTIFICATE, "the same bytes");
    assert!(
        !is_part_of(&owned, &buffer),
        "the bytes are still in somebody else's buffer"
    );
    assert_eq!(
        allocations.count_total, 1,
        "a copy needs memory, and needs it once"
    );
    assert_eq!(
        allocations.bytes_total as usize,
        buffer.len(),
        "the copy needs as many bytes as there are"
    );
}

#[test]
fn owned_bytes_stay_where_they_are() {
    let bytes = CERTIFICATE.to_vec();
    let before = bytes.as_ptr();
    let payload = Payload::Owned(bytes);
    let mut owned = None;
    let allocations = measure(|| owned = Some(payload.into_owned()));
    let owned = owned.expect("the closure has run");
    assert_bytes(&owned, CERTIFICATE, "the same bytes");
    assert_eq!(
        owned.as_ptr(),
        before,
        "these bytes were owned already and have been copied again"
    );
    assert_eq!(
        allocations.count_total, 0,
        "these bytes were owned already, nothing is to be allocated for them"
    );
}

#[test]
fn owned_bytes_outlive_the_buffer() {
    let owned: Payload<'static> = {
        let buffer = CERTIFICATE.to_vec();
        Payload::Borrowed(&buffer[4..8]).into_owned()
    };
    assert_bytes(
        &owned,
        &CERTIFICATE[4..8],
        "the buffer is gone, the bytes are not",
    );
}

#[test]
fn what_is_owned_is_given_back() {
    let buffer = CERTIFICATE.to_vec();
    let allocations = measure(|| drop(Payload::Borrowed(&buffer).into_owned()));
    assert_eq!(
        allocations.count_current, 0,
        "the payload is gone and its bytes are not: whoever owns them has to free them, and `leak` takes that away"
    );
}

#[test]
fn no_bytes_are_a_payload_too() {
    let owned = Payload::Borrowed(&[]).into_owned();
    assert_eq!(owned[..], [], "nothing, owned");
}
