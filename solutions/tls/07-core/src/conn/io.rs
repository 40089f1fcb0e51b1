//! Application data as `Read`, `BufRead` and `Write`.

use std::io::{self, BufRead, Read, Write};

use super::ConnectionCommon;
use crate::Error;

/// Lends application data from the receive buffer, one record at a time.
#[derive(Debug)]
pub struct Reader<'a> {
    connection: &'a mut ConnectionCommon,
}

impl<'a> Reader<'a> {
    pub(super) fn new(connection: &'a mut ConnectionCommon) -> Self {
        Self { connection }
    }

    /// As [`BufRead::fill_buf`], for as long as the connection is borrowed: the bytes
    /// outlive this reader.
    ///
    /// # Errors
    ///
    /// As [`BufRead::fill_buf`].
    pub fn into_first_chunk(self) -> io::Result<&'a [u8]> {
        next_data(self.connection)
    }
}

impl BufRead for Reader<'_> {
    /// The next application data, where it was opened. Empty when the peer has closed.
    ///
    /// # Errors
    ///
    /// - [`io::ErrorKind::WouldBlock`] if nothing has arrived.
    /// - [`io::ErrorKind::UnexpectedEof`] if the stream has ended and the peer has not
    ///   said that it would: what came may not be all (RFC 8446, section 6.1). Also if the
    ///   peer has closed in the handshake, where anybody could say so in its place.
    /// - [`io::ErrorKind::InvalidData`] with an [`Error`] in it if the connection has
    ///   failed.
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        next_data(self.connection)
    }

    /// Removes that many bytes from the front of what [`fill_buf`](Self::fill_buf) lends.
    ///
    /// # Panics
    ///
    /// If that is more than was lent.
    fn consume(&mut self, amount: usize) {
        self.connection.consume(amount);
    }
}

/// The next application data, or why there is none.
#[inline]
fn next_data(connection: &mut ConnectionCommon) -> io::Result<&[u8]> {
    // Whether, and only then what: a borrow that is returned on one way out is a borrow
    // on all of them, NLL problem case 3.
    let has_data = connection.receive().map_err(invalid_data)?;
    let has_ended = connection.peer_has_closed();
    if has_data || has_ended && !connection.is_handshaking() {
        return Ok(connection.received());
    }
    Err(match has_ended || connection.has_seen_eof() {
        true => io::ErrorKind::UnexpectedEof.into(),
        false => io::ErrorKind::WouldBlock.into(),
    })
}

fn invalid_data(error: Error) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

impl Read for Reader<'_> {
    /// Copies application data; [`fill_buf`](BufRead::fill_buf) lends it.
    ///
    /// # Errors
    ///
    /// As [`fill_buf`](BufRead::fill_buf).
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut read = 0;
        while read < buffer.len() {
            let data = match self.fill_buf() {
                Ok(data) => data,
                // What was read is returned, and the error comes with the next call.
                Err(_) if read > 0 => break,
                Err(error) => return Err(error),
            };
            let count = data.len().min(buffer.len() - read);
            if count == 0 {
                break;
            }
            buffer[read..read + count].copy_from_slice(&data[..count]);
            self.consume(count);
            read += count;
        }
        Ok(read)
    }
}

/// Seals application data.
#[derive(Debug)]
pub struct Writer<'a> {
    connection: &'a mut ConnectionCommon,
}

impl<'a> Writer<'a> {
    pub(super) fn new(connection: &'a mut ConnectionCommon) -> Self {
        Self { connection }
    }
}

impl Write for Writer<'_> {
    /// Takes as much of `data` as the buffer limit allows
    /// ([`set_buffer_limit`](crate::CommonState::set_buffer_limit)): 0 if the buffer is
    /// full. Before the handshake is over the data waits for it.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::BrokenPipe`] with an [`Error`] in it, and nothing was taken:
    /// [`Error::Closed`] if this side has closed, why the connection has failed if it has, or
    /// [`Error::EncryptError`] if the keys are used up and no new ones could be had.
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.connection
            .write_data(data)
            .map_err(|error| io::Error::new(io::ErrorKind::BrokenPipe, error))
    }

    /// Does nothing: the records wait for
    /// [`write_tls`](crate::CommonState::write_tls).
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
