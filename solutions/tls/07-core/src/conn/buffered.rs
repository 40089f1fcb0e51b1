//! A connection with a receive buffer of its own.

use core::ops::{Deref, DerefMut};
use std::io;

use connection::Connection;
use deframer::{HEADER_LENGTH, RecordHeader};
use state::State;

use super::{Reader, Writer};
use crate::Error;
use crate::common::CommonState;
use crate::record::RecordOpener;

/// A connection that owns the bytes that arrive.
///
/// Bytes go in with [`read_tls`](Self::read_tls), are worked on by
/// [`process_new_packets`](Self::process_new_packets), and what is to be sent comes
/// out of [`write_tls`](CommonState::write_tls). Application data is lent from the
/// receive buffer, record by record, by the [`reader`](Self::reader).
#[derive(Debug)]
pub struct ConnectionCommon {
    inner: Connection<CommonState>,
    /// The stream has ended.
    has_seen_eof: bool,
}

/// Where a connection stands after [`ConnectionCommon::process_new_packets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IoState {
    tls_bytes_to_write: usize,
    plaintext_bytes_to_read: usize,
    peer_has_closed: bool,
}

impl IoState {
    /// How many bytes of records wait to be written.
    pub fn tls_bytes_to_write(&self) -> usize {
        self.tls_bytes_to_write
    }

    /// How many bytes of application data can be read at once: those of the first record
    /// that has any. More may lie behind them in the receive buffer, so read until
    /// [`io::ErrorKind::WouldBlock`], or process again until this is 0.
    pub fn plaintext_bytes_to_read(&self) -> usize {
        self.plaintext_bytes_to_read
    }

    /// Whether the peer has said that it will send no more.
    pub fn peer_has_closed(&self) -> bool {
        self.peer_has_closed
    }
}

impl ConnectionCommon {
    pub(crate) fn new(common: CommonState, state: Box<dyn State<CommonState>>) -> Self {
        Self {
            inner: Connection::new(common, state, RecordOpener::Plaintext),
            has_seen_eof: false,
        }
    }

    /// Reads once from `source` and returns how many bytes came; 0 is its end.
    ///
    /// # Errors
    ///
    /// What `source` says; [`io::ErrorKind::OutOfMemory`] if the receive buffer is
    /// full, of application data that nobody reads.
    pub fn read_tls(&mut self, source: &mut dyn io::Read) -> io::Result<usize> {
        if self.peer_has_closed() {
            return Ok(0);
        }
        let count = self.inner.read_tls(source)?;
        self.has_seen_eof |= count == 0;
        Ok(count)
    }

    /// Works through what has arrived, up to the first application data. While that
    /// waits to be read, nothing is done.
    ///
    /// So a single call may leave whole records in the receive buffer: data, or the end of
    /// the connection. It is called again until there is nothing more to read:
    ///
    /// ```
    /// use std::io::{self, BufRead};
    ///
    /// use tls_core::ConnectionCommon;
    ///
    /// /// Takes what the socket has, and returns how many bytes of data were in it.
    /// fn take(connection: &mut ConnectionCommon, socket: &mut dyn io::Read) -> io::Result<usize> {
    ///     let mut total = 0;
    ///     connection.read_tls(socket)?;
    ///     loop {
    ///         let state = connection.process_new_packets().map_err(io::Error::other)?;
    ///         if state.plaintext_bytes_to_read() == 0 {
    ///             // Now there is only the socket to wait for.
    ///             return Ok(total);
    ///         }
    ///         let mut reader = connection.reader();
    ///         let length = reader.fill_buf()?.len();
    ///         reader.consume(length);
    ///         total += length;
    ///     }
    /// }
    /// ```
    ///
    /// After an error there is an alert to be written, once.
    ///
    /// # Errors
    ///
    /// Why the connection has failed: now, or in an earlier call.
    pub fn process_new_packets(&mut self) -> Result<IoState, Error> {
        self.process()?;
        Ok(IoState {
            tls_bytes_to_write: self.bytes_to_write(),
            plaintext_bytes_to_read: self.inner.received().len(),
            peer_has_closed: self.peer_has_closed(),
        })
    }

    fn process(&mut self) -> Result<(), Error> {
        if let Err(error) = self.inner.process_new_packets() {
            self.inner.context_mut().fail(&error);
            return Err(error);
        }
        if !self.has_received_data() && !self.is_handshaking() {
            // What the handshake needed, a connection that waits for data does not.
            self.inner.release_buffer();
        }
        Ok(())
    }

    /// Whether [`read_tls`](Self::read_tls) is the thing to do next: no data waits to be
    /// read and no record to be [processed](Self::process_new_packets), the peer has not
    /// closed, and in the handshake nothing waits to be written.
    pub fn wants_read(&self) -> bool {
        self.inner.received().is_empty()
            && !self.has_unprocessed_record()
            && !self.peer_has_closed()
            && (!self.is_handshaking() || !self.wants_write())
    }

    /// Whether there is something to be worked on: a record that has arrived in full, or a
    /// header that will be refused.
    fn has_unprocessed_record(&self) -> bool {
        let unread = self.inner.unread();
        let Some(header) = unread.first_chunk() else {
            return false;
        };
        match RecordHeader::from_bytes(*header) {
            Ok(header) => unread.len() - HEADER_LENGTH >= usize::from(header.length),
            Err(_) => true,
        }
    }

    /// Application data, lent from the receive buffer.
    pub fn reader(&mut self) -> Reader<'_> {
        Reader::new(self)
    }

    /// Takes application data to be sent.
    pub fn writer(&mut self) -> Writer<'_> {
        Writer::new(self)
    }

    /// Looks for application data, unless some waits. Returns whether there is any.
    ///
    /// # Errors
    ///
    /// Why the connection has failed.
    #[inline]
    pub(super) fn receive(&mut self) -> Result<bool, Error> {
        if !self.inner.received().is_empty() {
            return Ok(true);
        }
        // Nothing has arrived, and there is no error to be repeated.
        if self.inner.unread().is_empty() && !self.has_failed() {
            return Ok(false);
        }
        self.process()?;
        Ok(!self.inner.received().is_empty())
    }

    /// The application data that waits, where it was opened.
    #[inline]
    pub(super) fn received(&self) -> &[u8] {
        self.inner.received()
    }

    #[inline]
    pub(super) fn consume(&mut self, length: usize) {
        self.inner.consume(length);
    }

    pub(super) fn has_seen_eof(&self) -> bool {
        self.has_seen_eof
    }

    /// Writes all records that wait, and returns how many bytes that were.
    pub(super) fn write_all_tls(&mut self, sink: &mut dyn io::Write) -> io::Result<usize> {
        let mut written = 0;
        while self.wants_write() {
            match self.write_tls(sink) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => written += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(written)
    }

    /// Gives back the memory of the buffers that are empty: what an idle connection
    /// need not hold. The next record that comes or goes allocates again.
    ///
    /// Without it a connection holds no buffers after the handshake until it needs them.
    /// From the first application data that comes it keeps the receive buffer, so that no
    /// further record allocates. For what goes out it has a buffer only while something
    /// waits to be written, and the connections of a thread take it from one another.
    pub fn release_buffers(&mut self) {
        self.inner.release_buffer();
        self.inner.context_mut().release_buffers();
    }

    /// Reads and writes until the handshake is over, or until something was read or
    /// written if it is. Returns how many bytes were read and written.
    ///
    /// # Errors
    ///
    /// - What `io` says.
    /// - [`io::ErrorKind::UnexpectedEof`] if the stream ends in the handshake, or if the
    ///   peer closes the connection in it.
    /// - [`io::ErrorKind::InvalidData`] with an [`Error`] in it if the connection fails,
    ///   after an attempt to send the alert, or if it has failed before.
    pub fn complete_io<T: io::Read + io::Write>(
        &mut self,
        io: &mut T,
    ) -> io::Result<(usize, usize)> {
        let until_handshaked = self.is_handshaking();
        let mut read = 0;
        let mut written = 0;
        loop {
            // Asked first: who has failed must not wait for the peer.
            if let Err(error) = self.process_new_packets() {
                // The peer should learn why, but the error is what counts.
                let _ = self.write_all_tls(io).and_then(|_| io.flush());
                return Err(io::Error::new(io::ErrorKind::InvalidData, error));
            }
            written += self.write_all_tls(io)?;
            io.flush()?;
            let done = match until_handshaked {
                true => !self.is_handshaking(),
                false => read + written > 0,
            };
            if done {
                return Ok((read, written));
            }
            let count = match self.wants_read() {
                true => self.read_tls(io),
                false => Ok(0),
            };
            match count {
                Ok(0) if until_handshaked => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(0) => return Ok((read, written)),
                Ok(count) => read += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Deref for ConnectionCommon {
    type Target = CommonState;

    fn deref(&self) -> &CommonState {
        self.inner.context()
    }
}

impl DerefMut for ConnectionCommon {
    fn deref_mut(&mut self) -> &mut CommonState {
        self.inner.context_mut()
    }
}
