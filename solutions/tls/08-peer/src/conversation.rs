//! What the server says on a connection.

use std::io::{self, BufRead, BufWriter, Write};
use std::net::TcpStream;

use tls_core::{ServerConnection, StreamOwned};

use crate::http::{self, GET, RequestEnd};
use crate::report::Report;

/// The most bytes of content in a record (RFC 8446, section 5.1).
const MAX_RECORD: usize = 1 << 14;

/// What a server does for its clients.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// Echo a `GET`, too.
    pub echo: bool,
    /// The length of the page in bytes. Without one the page says what was agreed upon.
    pub page_length: Option<u64>,
}

/// A connection, and how many bytes have come on it.
pub struct Conversation {
    /// The connection and its socket.
    pub stream: StreamOwned<ServerConnection, TcpStream>,
    /// How many bytes of application data came.
    pub received: u64,
}

impl Conversation {
    /// Answers a `GET` and is done, or echoes until the client closes.
    ///
    /// # Errors
    ///
    /// What a read or write on the connection says.
    pub fn hold(&mut self, service: Service) -> io::Result<()> {
        self.stream.flush()?;
        if service.echo {
            return self.echo();
        }
        // What came while it could still become a `GET`.
        let mut start = Vec::new();
        while start.len() < GET.len() && GET.starts_with(&start) {
            if self.read_record(&mut start)? == 0 {
                break;
            }
        }
        if !start.starts_with(GET) {
            self.stream.write_all(&start)?;
            return self.echo();
        }
        let mut end = RequestEnd::default();
        let mut request = start;
        while !end.is_in(&request) {
            request.clear();
            if self.read_record(&mut request)? == 0 {
                break;
            }
        }
        self.answer(service.page_length)
    }

    fn echo(&mut self) -> io::Result<()> {
        let mut record = Vec::new();
        while self.read_record(&mut record)? > 0 {
            self.stream.write_all(&record)?;
            record.clear();
        }
        Ok(())
    }

    /// Appends the content of the next record to `content`, and returns its length: 0
    /// if the client has closed.
    fn read_record(&mut self, content: &mut Vec<u8>) -> io::Result<usize> {
        let record = self.stream.fill_buf()?;
        let length = record.len();
        content.extend_from_slice(record);
        self.stream.consume(length);
        self.received += length as u64;
        Ok(length)
    }

    fn answer(&mut self, length: Option<u64>) -> io::Result<()> {
        let report = format!("{}\n", self.report());
        // As few records as possible: each of them as full as it gets.
        let mut sink = BufWriter::with_capacity(MAX_RECORD, &mut self.stream);
        match length {
            Some(length) => http::write_page_of(&mut sink, length)?,
            None => http::write_page(&mut sink, &report)?,
        }
        sink.flush()
    }

    /// The line about this connection, as far as it has come.
    pub fn report(&self) -> Report<'_> {
        Report {
            connection: &self.stream.conn,
            received: self.received,
        }
    }
}
