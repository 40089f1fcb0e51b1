//! Step 3: lists of anything that can be decoded.

use core::cell::Cell;

use allocation_counter::measure;
use codec::{Codec, InvalidMessage, PayloadU8, PayloadU16, Vector};
use reader::Reader;
use recorded::{assert_bytes, assert_lies_at};

/// The cipher suites that RFC 8448's client offers, behind their length.
const CIPHER_SUITES: &[u8] = &[0, 6, 0x13, 0x01, 0x13, 0x03, 0x13, 0x02];

/// The names of protocols as curl offers them (RFC 7301), behind their length.
const PROTOCOLS: &[u8] = b"\x00\x0c\x02h2\x08http/1.1";

type CipherSuites<'a> = Vector<'a, u16, 2, 0xfffe>;
type Protocols<'a> = Vector<'a, PayloadU8<'a>, 2, 0xffff>;

/// What a list can do, once this step is solved.
trait List<'a>: Codec<'a> {
    type Element;
    fn elements(self) -> impl Iterator<Item = Self::Element>;
}

impl<'a, T: Codec<'a>, const FLOOR: usize, const CEILING: usize> List<'a>
    for Vector<'a, T, FLOOR, CEILING>
{
    type Element = T;
    fn elements(self) -> impl Iterator<Item = T> {
        self.iter()
    }
}

/// Decodes a list from the front of `r`.
fn list<'a, L: List<'a>>(r: &mut Reader<'a>) -> Result<L, InvalidMessage> {
    L::read(r)
}

/// Decodes a list from the front of `bytes`.
fn list_of<'a, L: List<'a>>(bytes: &'a [u8]) -> Result<L, InvalidMessage> {
    list(&mut Reader::new(bytes))
}

fn elements<'a, L: List<'a>>(list: L) -> impl Iterator<Item = L::Element> {
    list.elements()
}

/// The elements of a list, but no more than twenty: no test here expects as many.
fn all<'a, L: List<'a>>(list: L) -> Vec<L::Element> {
    elements(list).take(20).collect()
}

fn encoded<'a, L: List<'a>>(list: L) -> Vec<u8> {
    list.get_encoding()
}

#[test]
fn elements_come_in_order() {
    let suites: CipherSuites<'_> = list_of(CIPHER_SUITES).expect("a list of cipher suites");
    let expected = [0x1301, 0x1303, 0x1302];
    assert_eq!(all(suites), expected, "the three cipher suites");
    assert_eq!(all(suites), expected, "and again, from the same list");
}

#[test]
fn elements_borrow_from_the_input() {
    fn protocols(input: &[u8]) -> Vec<PayloadU8<'_>> {
        let protocols: Protocols<'_> = list_of(input).expect("a list of names");
        all(protocols)
    }
    let input = PROTOCOLS.to_vec();
    let names = protocols(&input);
    let [h2, http] = &names[..] else {
        panic!("the list has two names, and {} came out", names.len());
    };
    assert_bytes(h2.bytes(), b"h2", "the first name");
    assert_bytes(http.bytes(), b"http/1.1", "the second name");
    assert_lies_at(http.bytes(), &input.as_ptr_range(), 6, "the second name");
}

#[test]
fn the_ceiling_says_how_long_the_length_is() {
    let versions: Vector<'_, u16, 2, 0xfe> = list_of(&[2, 3, 4]).expect("a length of one byte");
    assert_eq!(all(versions), [0x0304], "one version");

    let payloads: Vector<'_, PayloadU16<'_>, 0, 0xff_ffff> =
        list_of(&[0, 0, 5, 0, 1, 7, 0, 0]).expect("a length of three bytes");
    let lengths: Vec<usize> = all(payloads).iter().map(|p| p.bytes().len()).collect();
    assert_eq!(lengths, [1, 0], "the lengths of the two payloads");
}

#[test]
fn an_empty_list_is_refused_where_the_floor_forbids_it() {
    let allowed: Vector<'_, u16, 0, 0xffff> = list_of(&[0, 0]).expect("from none on");
    assert_eq!(all(allowed), [0; 0], "an empty list has no elements");

    let result: Result<CipherSuites<'_>, _> = list_of(&[0, 0]);
    assert!(
        matches!(result, Err(InvalidMessage::IllegalLength(_))),
        "the floor is two bytes, and the list has none; got {result:?}: \
         an empty list has to be refused here"
    );
}

#[test]
fn a_list_above_the_ceiling_is_refused() {
    let longest: Vector<'_, u8, 0, 4> = list_of(&[4, 1, 2, 3, 4]).expect("four bytes are allowed");
    assert_eq!(all(longest), [1, 2, 3, 4], "four elements");

    let result: Result<Vector<'_, u8, 0, 4>, _> = list_of(&[5, 1, 2, 3, 4, 5]);
    assert!(
        matches!(result, Err(InvalidMessage::IllegalLength(_))),
        "the ceiling is four bytes, and the list has five; got {result:?}"
    );
}

#[test]
fn a_length_past_the_end_is_refused() {
    for there in 0..CIPHER_SUITES.len() {
        let result: Result<CipherSuites<'_>, _> = list_of(&CIPHER_SUITES[..there]);
        assert!(
            matches!(result, Err(InvalidMessage::MissingData(_))),
            "{there} of {} bytes are there, so data is missing; got {result:?}: \
             a length past the end has to be refused",
            CIPHER_SUITES.len()
        );
    }
}

#[test]
fn a_list_ends_where_its_length_says() {
    let mut r = Reader::new(&[0, 2, 0x13, 0x01, 0x13, 0x03]);
    let suites: CipherSuites<'_> = list(&mut r).expect("one cipher suite");
    assert_eq!(all(suites), [0x1301], "the length has room for one");
    assert_eq!(r.left(), 2, "what is behind the list stays in the reader");
}

#[test]
fn an_element_must_not_run_past_the_end_of_its_list() {
    // The list has three bytes. The next two belong to something else.
    let input = [0, 3, 0x13, 0x01, 0x13, 0x03, 0x00];
    let result: Result<CipherSuites<'_>, _> = list_of(&input);
    assert!(
        result.is_err(),
        "three bytes are one u16 and a half, but `read` has accepted them: \
         an element must not run past the end of its list"
    );
}

#[test]
fn a_bad_element_is_refused_at_once() {
    // The second name says that it has nine bytes, and there are eight.
    let result: Result<Protocols<'_>, _> = list_of(b"\x00\x0c\x02h2\x09http/1.1");
    assert!(
        result.is_err(),
        "the second name is cut short: `read` has to decode every element once, \
         as the iterator has no way to report an error"
    );
}

/// An element that takes no bytes.
#[derive(Debug)]
struct Nothing;

thread_local! {
    static READ: Cell<u32> = const { Cell::new(0) };
}

impl Codec<'_> for Nothing {
    fn read(_: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        READ.set(READ.get() + 1);
        assert!(
            READ.get() < 100,
            "an element that takes no bytes is read over and over: the list never ends"
        );
        Ok(Self)
    }

    fn encode(&self, _: &mut Vec<u8>) {}
}

#[test]
fn an_element_that_takes_no_bytes_is_refused() {
    let result: Result<Vector<'_, Nothing, 0, 0xff>, _> = list_of(&[1, 0]);
    assert!(
        matches!(result, Err(InvalidMessage::IllegalLength(_))),
        "no number of elements fills the one byte of the list; got {result:?}"
    );
}

#[test]
fn reading_a_list_allocates_nothing() {
    let mut sum = 0;
    let mut length = 0;
    let allocations = measure(|| {
        let suites: CipherSuites<'_> = list_of(CIPHER_SUITES).expect("cipher suites");
        elements(suites).for_each(|suite| sum += u32::from(suite));
        let names: Protocols<'_> = list_of(PROTOCOLS).expect("names");
        elements(names).for_each(|name| length += name.bytes().len());
    });
    assert_eq!((sum, length), (0x3906, 10), "all elements were seen");
    assert_eq!(
        allocations.count_total, 0,
        "the list has allocated: its elements can be decoded again from the input (`println!` and `dbg!` allocate, too)"
    );
}

#[test]
fn encoding_gives_the_same_bytes_back() {
    let suites: CipherSuites<'_> = list_of(CIPHER_SUITES).expect("cipher suites");
    assert_bytes(&encoded(suites), CIPHER_SUITES, "length and elements");
    let names: Protocols<'_> = list_of(PROTOCOLS).expect("names");
    assert_bytes(&encoded(names), PROTOCOLS, "length and elements");
}
