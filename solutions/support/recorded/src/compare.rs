//! Comparing bytes so that a difference can be read.

use core::fmt::{Display, Write};
use core::ops::Range;

/// How many bytes are shown from the first one that differs.
const SHOWN: usize = 16;

/// Insists that bytes are the expected ones.
///
/// # Panics
///
/// If they are not: with `what`, both lengths, and both texts in hexadecimal from the
/// first byte that differs. A record or a message in full would fill the screen.
#[track_caller]
pub fn assert_bytes(found: &[u8], expected: &[u8], what: impl Display) {
    if found != expected {
        let same = found
            .iter()
            .zip(expected)
            .take_while(|(one, two)| one == two);
        let at = same.count();
        panic!(
            "{what}\n     found: {}\n  expected: {}",
            from(found, at),
            from(expected, at)
        );
    }
}

/// Insists that a piece lies in a buffer, `at` bytes behind its beginning.
///
/// The buffer is given by its addresses: it may be borrowed for as long as the piece is.
///
/// # Panics
///
/// If it does not: with `what`, and with the byte of the buffer that it lies at. That it
/// is a copy is said only of a piece outside of the buffer.
#[track_caller]
pub fn assert_lies_at(piece: &[u8], buffer: &Range<*const u8>, at: usize, what: impl Display) {
    let Range { start, end } = piece.as_ptr_range();
    let inside = buffer.start <= start && end <= buffer.end;
    let found = inside.then(|| start.addr() - buffer.start.addr());
    match found {
        Some(found) if found == at => {}
        Some(found) => {
            panic!("{what} lies at byte {found} of the buffer, and should lie at byte {at}")
        }
        None if piece.is_empty() => {
            panic!("{what} is empty, and should lie at byte {at} of the buffer")
        }
        None => panic!("{what} does not lie in the buffer: it is a copy"),
    }
}

/// `97 bytes, from byte 5 on: 02 00 …`
fn from(bytes: &[u8], at: usize) -> String {
    let rest = &bytes[at..];
    let mut text = match bytes.len() {
        1 => "1 byte".to_owned(),
        length => format!("{length} bytes"),
    };
    if rest.is_empty() {
        return text;
    }
    let _ = write!(text, ", from byte {at} on:");
    for byte in rest.iter().take(SHOWN) {
        let _ = write!(text, " {byte:02x}");
    }
    if rest.len() > SHOWN {
        text.push_str(" …");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said when `insist` panics.
    fn said(insist: impl FnOnce() + std::panic::UnwindSafe) -> String {
        let panic = std::panic::catch_unwind(insist).expect_err("it must not pass");
        *panic.downcast::<String>().expect("it is formatted")
    }

    /// What `assert_bytes` says.
    fn says(found: &[u8], expected: &[u8]) -> String {
        said(|| assert_bytes(found, expected, "the payload"))
    }

    #[test]
    fn the_first_difference_is_shown_in_hexadecimal() {
        assert_bytes(&[1, 2], &[1, 2], "the same");
        let found: Vec<u8> = (0..=255).collect();
        let mut expected = found.clone();
        expected[200] = 0;
        assert_eq!(
            says(&found, &expected[..204]),
            "the payload\n     \
             found: 256 bytes, from byte 200 on: \
             c8 c9 ca cb cc cd ce cf d0 d1 d2 d3 d4 d5 d6 d7 …\n  \
             expected: 204 bytes, from byte 200 on: 00 c9 ca cb"
        );
    }

    #[test]
    fn an_end_that_comes_early_is_shown_as_such() {
        assert_eq!(
            says(&[7], &[7, 8]),
            "the payload\n     found: 1 byte\n  expected: 2 bytes, from byte 1 on: 08"
        );
        assert_eq!(
            says(&[9], &[]),
            "the payload\n     found: 1 byte, from byte 0 on: 09\n  expected: 0 bytes"
        );
    }

    #[test]
    fn a_piece_is_a_copy_only_outside_of_the_buffer() {
        let bytes = [7; 20];
        let (buffer, elsewhere) = bytes.split_at(10);
        let range = buffer.as_ptr_range();
        let says = |piece: &[u8]| {
            let range = range.clone();
            said(|| assert_lies_at(piece, &range, 5, "the payload"))
        };
        assert_lies_at(&buffer[5..7], &range, 5, "the payload");
        assert_lies_at(&buffer[10..], &range, 10, "what is behind it");
        assert_eq!(
            says(&buffer[4..]),
            "the payload lies at byte 4 of the buffer, and should lie at byte 5"
        );
        for outside in [&elsewhere[5..], &bytes[5..11]] {
            assert_eq!(
                says(outside),
                "the payload does not lie in the buffer: it is a copy"
            );
        }
        assert_eq!(
            says(&elsewhere[5..5]),
            "the payload is empty, and should lie at byte 5 of the buffer"
        );
    }
}
