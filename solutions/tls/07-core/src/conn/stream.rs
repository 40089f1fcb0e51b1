//! A connection and its transport in one: blocking `Read`, `BufRead` and `Write`.

use core::ops::DerefMut;
use std::io::{self, BufRead, Read, Write};

use super::ConnectionCommon;

/// A connection and the transport that it talks over, both borrowed.
#[derive(Debug)]
pub struct Stream<'a, C: ?Sized, T: ?Sized> {
    /// The connection.
    pub conn: &'a mut C,
    /// The transport, a socket for one.
    pub sock: &'a mut T,
}

impl<'a, C, T> Stream<'a, C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    /// Puts the two together. Nothing is read or written yet.
    pub fn new(conn: &'a mut C, sock: &'a mut T) -> Self {
        Self { conn, sock }
    }

    /// Completes the handshake and writes what waits to be written.
    fn complete_prior_io(&mut self) -> io::Result<()> {
        self.complete_handshake()?;
        self.conn.write_all_tls(self.sock)?;
        Ok(())
    }

    fn complete_handshake(&mut self) -> io::Result<()> {
        if self.conn.is_handshaking() {
            self.conn.complete_io(self.sock)?;
        }
        Ok(())
    }

    /// Makes sure that there is data to lend, or the end.
    fn receive(&mut self) -> io::Result<()> {
        self.complete_handshake()?;
        loop {
            match self.conn.reader().fill_buf() {
                // The end is no data that could be lost, and behind it nobody asks again.
                Ok([]) => return self.answer(),
                Ok(_) => {
                    self.try_answer();
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => {
                    // The peer should learn why, but the error is what counts.
                    self.try_answer();
                    return Err(error);
                }
            }
            self.answer()?;
            match self.conn.read_tls(self.sock) {
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Sends what waits, also in the transport: what the connection itself has to say,
    /// the answer to a KeyUpdate for one, nobody else will flush.
    fn answer(&mut self) -> io::Result<()> {
        let written = self.conn.write_all_tls(self.sock);
        match written.and_then(|_| self.sock.flush()) {
            // Who waits for room before reading waits for ever if the peer does, too.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
            answered => answered,
        }
    }

    /// As [`answer`](Self::answer), if there is something to say, and when there is data
    /// that must not be lost. What could not be written waits for a call that finds none,
    /// and says why.
    fn try_answer(&mut self) {
        if self.conn.wants_write() {
            let _ = self.answer();
        }
    }
}

impl<C, T> BufRead for Stream<'_, C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    /// Blocks until application data has come, and lends it where it was opened. Empty
    /// when the peer has closed.
    ///
    /// What waits to be written is written along the way, the answer to a KeyUpdate for
    /// one. Data that has come is lent even if that fails; the error comes once there is
    /// none. If a transport that does not block has no room to write, it is read all the
    /// same.
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.receive()?;
        self.conn.reader().into_first_chunk()
    }

    /// Removes that many bytes from the front of what [`fill_buf`](Self::fill_buf) lends.
    ///
    /// # Panics
    ///
    /// If that is more than was lent.
    fn consume(&mut self, amount: usize) {
        self.conn.reader().consume(amount);
    }
}

impl<C, T> Read for Stream<'_, C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    /// Copies application data; [`fill_buf`](BufRead::fill_buf) lends it, and blocks and
    /// writes alike.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        self.receive()?;
        let count = self.conn.reader().read(buffer)?;
        // It takes as many records as there is room for, and what lies between them.
        self.try_answer();
        Ok(count)
    }
}

impl<C, T> Write for Stream<'_, C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    /// Seals as much of `data` as the buffer limit allows, and writes it.
    ///
    /// An error means that nothing was taken. If what was taken cannot be written, the next
    /// call tries again and says why.
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.complete_prior_io()?;
        let written = self.conn.writer().write(data)?;
        let _ = self.complete_prior_io();
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.complete_prior_io()?;
        self.sock.flush()
    }
}

/// A connection and the transport that it talks over.
#[derive(Debug)]
pub struct StreamOwned<C, T> {
    /// The connection.
    pub conn: C,
    /// The transport, a socket for one.
    pub sock: T,
}

impl<C, T> StreamOwned<C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    /// Puts the two together. Nothing is read or written yet.
    pub fn new(conn: C, sock: T) -> Self {
        Self { conn, sock }
    }

    /// The two again.
    pub fn into_parts(self) -> (C, T) {
        (self.conn, self.sock)
    }

    fn as_stream(&mut self) -> Stream<'_, C, T> {
        Stream::new(&mut self.conn, &mut self.sock)
    }
}

impl<C, T> Read for StreamOwned<C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.as_stream().read(buffer)
    }
}

impl<C, T> BufRead for StreamOwned<C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.as_stream().receive()?;
        self.conn.reader().into_first_chunk()
    }

    /// Removes that many bytes from the front of what [`fill_buf`](Self::fill_buf) lends.
    ///
    /// # Panics
    ///
    /// If that is more than was lent.
    fn consume(&mut self, amount: usize) {
        self.conn.reader().consume(amount);
    }
}

impl<C, T> Write for StreamOwned<C, T>
where
    C: DerefMut<Target = ConnectionCommon>,
    T: Read + Write,
{
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.as_stream().write(data)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.as_stream().flush()
    }
}
