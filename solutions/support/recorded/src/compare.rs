//! Comparing bytes so that a difference can be read.

use core::fmt::{Display, Write};

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

    /// What `assert_bytes` says.
    fn says(found: &[u8], expected: &[u8]) -> String {
        let compare = || assert_bytes(found, expected, "the payload");
        let panic = std::panic::catch_unwind(compare).expect_err("they differ");
        *panic.downcast::<String>().expect("it is formatted")
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
}
