//! The little of HTTP/1.0 that a server of one page needs (RFC 1945).

use std::io::{self, Write};

/// The start of the only request that there is an answer to.
pub const GET: &[u8] = b"GET ";

/// Finds the empty line that ends a request. It keeps none of the request, so a long one
/// costs no memory.
#[derive(Debug, Default)]
pub struct RequestEnd {
    /// There was a line end, and nothing since.
    at_line_start: bool,
}

impl RequestEnd {
    /// Whether the request ends in these bytes, which follow those of the calls before.
    pub fn is_in(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            match byte {
                b'\n' if self.at_line_start => return true,
                b'\n' => self.at_line_start = true,
                // Some clients end their lines without it.
                b'\r' => {}
                _ => self.at_line_start = false,
            }
        }
        false
    }
}

/// Writes an answer with this page.
///
/// # Errors
///
/// What `sink` says.
pub fn write_page(sink: &mut impl Write, page: &str) -> io::Result<()> {
    write_head(sink, page.len() as u64)?;
    sink.write_all(page.as_bytes())
}

/// Writes an answer with a page of that many bytes, made up on the way.
///
/// # Errors
///
/// What `sink` says.
pub fn write_page_of(sink: &mut impl Write, length: u64) -> io::Result<()> {
    const LINE: &[u8; 64] = b"This line is here to be long: one of many, 64 bytes with an end\n";
    write_head(sink, length)?;
    let mut left = length;
    while left > 0 {
        let part = &LINE[..left.min(LINE.len() as u64) as usize];
        sink.write_all(part)?;
        left -= part.len() as u64;
    }
    Ok(())
}

fn write_head(sink: &mut impl Write, length: u64) -> io::Result<()> {
    let head =
        format!("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n");
    sink.write_all(head.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_ends_with_an_empty_line_however_it_is_cut() {
        let requests: [&[u8]; 3] = [
            b"GET / HTTP/1.0\r\n\r\n",
            b"GET / HTTP/1.0\n\n",
            b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ];
        for request in requests {
            for cut in 0..request.len() {
                let mut end = RequestEnd::default();
                assert!(!end.is_in(&request[..cut]), "{cut}");
                assert!(end.is_in(&request[cut..]), "{cut}");
            }
        }
    }

    #[test]
    fn a_page_has_the_length_that_it_says() {
        for length in [0, 1, 64, 16 * 1024, 100_000] {
            let mut answer = Vec::new();
            write_page_of(&mut answer, length).unwrap();
            let answer = String::from_utf8(answer).unwrap();
            let (head, page) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.ends_with(&format!("Content-Length: {length}")));
            assert_eq!(page.len() as u64, length);
        }
    }
}
