//! Step 4: decoding from a buffer that does not outlive the call.

use allocation_counter::measure;
use codec::{Codec, InvalidMessage, PayloadU8, read_joined};
use reader::Reader;

/// A name that owns its bytes.
#[derive(Debug, PartialEq)]
struct Name(Vec<u8>);

impl<'r> Codec<'r> for Name {
    fn read(r: &mut Reader<'r>) -> Result<Self, InvalidMessage> {
        let borrowed = PayloadU8::read(r)?;
        Ok(Self(borrowed.bytes().to_vec()))
    }

    fn encode(&self, _: &mut Vec<u8>) {}
}

#[test]
fn a_value_is_joined_from_its_fragments() {
    let whole: Result<u16, _> = read_joined(&[&[0x13, 0x01]]);
    assert_eq!(whole, Ok(0x1301), "a single fragment");
    let halves: Result<u16, _> = read_joined(&[&[0x13], &[0x01]]);
    assert_eq!(
        halves,
        Ok(0x1301),
        "two fragments of one integer: both count"
    );
    let with_empty_ones: Result<u16, _> = read_joined(&[&[], &[0x13], &[], &[0x01], &[]]);
    assert_eq!(with_empty_ones, Ok(0x1301), "empty fragments add nothing");
}

#[test]
fn what_owns_its_parts_can_be_joined() {
    let input = b"\x08http/1.1";
    for (one, other) in (0..=input.len()).map(|at| input.split_at(at)) {
        let name: Result<Name, _> = read_joined(&[one, other]);
        assert_eq!(
            name,
            Ok(Name(b"http/1.1".to_vec())),
            "{} and {} bytes of one name",
            one.len(),
            other.len()
        );
    }
}

#[test]
fn all_fragments_count() {
    let missing: Result<Name, _> = read_joined(&[&[4, b'h'], b"2"]);
    assert!(
        matches!(missing, Err(InvalidMessage::MissingData(_))),
        "two of four bytes are there; got {missing:?}"
    );
    let nothing: Result<u8, _> = read_joined(&[]);
    assert!(
        matches!(nothing, Err(InvalidMessage::MissingData(_))),
        "no fragments have no bytes; got {nothing:?}"
    );
    let trailing: Result<u16, _> = read_joined(&[&[0x13, 0x01], &[0]]);
    assert!(
        matches!(trailing, Err(InvalidMessage::TrailingData(_))),
        "the third byte belongs to no u16; got {trailing:?}: \
         what is behind the value has to be refused"
    );
}

#[test]
fn the_joined_bytes_are_gone_after_the_call() {
    let mut decoded = Ok(0);
    let allocations = measure(|| decoded = read_joined::<u16>(&[&[0x13], &[0x01]]));
    assert_eq!(
        decoded,
        Ok(0x1301),
        "two fragments of one integer: both count"
    );
    assert_eq!(
        allocations.bytes_current, 0,
        "the joined bytes are still there after the call: they have been leaked"
    );
}
