//! A connection over a transport that blocks, which is a peer in memory.

mod support;

use std::io::{self, BufRead, ErrorKind, Read, Write};

use tls_core::crypto::ring;
use tls_core::{AlertDescription, ClientConnection, Error, ServerConnection, Stream, StreamOwned};

use support::peer::{Buffered, Peer};
use support::{client, client_config, identity, server, server_config};

/// The other end of a connection as a transport: what is written is worked on at once,
/// and what it sends can be read, at most `piece` bytes at a time.
struct Transport {
    peer: Buffered<ServerConnection>,
    incoming: Vec<u8>,
    piece: usize,
    /// Whether the peer sends back what it receives.
    echoes: bool,
    /// What the next write fails with.
    failure: Option<ErrorKind>,
    /// What the next flush fails with.
    flush_failure: Option<ErrorKind>,
    /// If there is one, what is written waits there until it is flushed.
    unflushed: Option<Vec<u8>>,
    /// How often there was nothing to read, since there was something.
    ends: usize,
}

/// How often a test may come to the end before it is taken to go on for ever.
const MAX_ENDS: usize = 100;

impl Transport {
    fn fill(&mut self) {
        if self.echoes {
            let data = self.peer.take_received();
            self.peer.write(&data);
        }
        self.peer.send(&mut self.incoming);
    }

    fn deliver(&mut self, data: &[u8]) {
        // An error of the peer shows in what it sends.
        let _ = self.peer.receive(data);
    }
}

impl Read for Transport {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.fill();
        let count = buffer.len().min(self.piece).min(self.incoming.len());
        buffer[..count].copy_from_slice(&self.incoming[..count]);
        self.incoming.drain(..count);
        self.ends = if count == 0 { self.ends + 1 } else { 0 };
        assert!(self.ends < MAX_ENDS, "the end is read again and again");
        Ok(count)
    }
}

impl Write for Transport {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if let Some(failure) = self.failure.take() {
            return Err(failure.into());
        }
        let count = data.len().min(self.piece);
        match &mut self.unflushed {
            Some(unflushed) => unflushed.extend_from_slice(&data[..count]),
            None => self.deliver(&data[..count]),
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(failure) = self.flush_failure.take() {
            return Err(failure.into());
        }
        if let Some(unflushed) = &mut self.unflushed {
            let data = core::mem::take(unflushed);
            self.deliver(&data);
        }
        Ok(())
    }
}

fn pair(piece: usize) -> (ClientConnection, Transport) {
    let identity = identity::localhost();
    let client = client(client_config(ring::default_provider(), &identity));
    let server = server(server_config(ring::default_provider(), &identity));
    let transport = Transport {
        peer: server,
        incoming: Vec::new(),
        piece,
        echoes: true,
        failure: None,
        flush_failure: None,
        unflushed: None,
        ends: 0,
    };
    (client.connection, transport)
}

const PIECES: [usize; 4] = [1, 7, 1000, usize::MAX];

#[test]
fn writes_and_reads() {
    for piece in PIECES {
        let (mut client, mut transport) = pair(piece);
        let mut stream = Stream::new(&mut client, &mut transport);
        for length in [1, 1000, 20_000] {
            let data: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            stream.write_all(&data).expect("a handshake, and room");
            stream.flush().expect("nothing waits");
            let mut back = vec![0; length];
            stream.read_exact(&mut back).expect("an echo");
            assert!(back == data, "{length} bytes came back otherwise");
        }
        assert!(!client.is_handshaking());
    }
}

#[test]
fn lends_lines() {
    for piece in PIECES {
        let (client, transport) = pair(piece);
        let mut stream = StreamOwned::new(client, transport);
        stream.write_all(b"one\ntwo\n").expect("room");
        let mut line = String::new();
        assert_eq!(stream.read_line(&mut line).expect("a line"), 4);
        assert_eq!(stream.fill_buf().expect("the next"), b"two\n");
        stream.consume(1);
        assert_eq!(stream.read_line(&mut line).expect("a line"), 3);
        assert_eq!(line, "one\nwo\n");
        let (client, _) = stream.into_parts();
        assert!(!client.is_handshaking());
    }
}

#[test]
fn ends_when_the_peer_closes() {
    for piece in PIECES {
        let (client, transport) = pair(piece);
        let mut stream = StreamOwned::new(client, transport);
        stream.write_all(b"the last").expect("room");
        stream.sock.fill();
        stream.sock.peer.close();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("an end");
        assert_eq!(all, b"the last");
        assert_eq!(stream.read(&mut [0]).expect("an end"), 0);
        // This direction is still open.
        stream.sock.echoes = false;
        stream.write_all(b"more").expect("room");
        assert_eq!(stream.sock.peer.take_received(), b"more");
    }
}

#[test]
fn an_end_without_a_close_notify_is_an_error() {
    let (client, transport) = pair(usize::MAX);
    let mut stream = StreamOwned::new(client, transport);
    stream.write_all(b"some").expect("room");
    let mut all = Vec::new();
    let error = stream.read_to_end(&mut all).expect_err("cut off");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    assert_eq!(all, b"some");
}

#[test]
fn an_end_in_the_handshake_is_an_error() {
    let (mut client, _) = pair(1);
    let mut nobody = io::Cursor::new(Vec::new());
    let error = client.complete_io(&mut nobody).expect_err("nobody");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
}

#[test]
fn a_close_in_the_handshake_is_an_end() {
    let (mut client, mut transport) = pair(usize::MAX);
    transport.peer.close();
    let error = client
        .complete_io(&mut transport)
        .expect_err("no handshake");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    let mut stream = Stream::new(&mut client, &mut transport);
    let error = stream.write(b"data").expect_err("never sent");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
}

#[test]
fn a_failure_is_told_to_the_peer() {
    let (mut client, _) = pair(usize::MAX);
    // A server of another authority.
    let (_, mut transport) = pair(usize::MAX);
    let error = client
        .complete_io(&mut transport)
        .expect_err("not accepted");
    assert_eq!(error.kind(), ErrorKind::InvalidData);
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    assert!(
        matches!(inner, Some(Error::InvalidCertificate(_))),
        "{inner:?}"
    );
    let at_peer = transport.peer.receive(&[]).err();
    assert!(at_peer.is_none(), "nothing is left to be received");
    let standing = transport.peer.connection.process_new_packets();
    assert!(
        matches!(standing, Err(Error::AlertReceived(_))),
        "{standing:?}"
    );

    // It stays, with the stream too.
    let mut stream = Stream::new(&mut client, &mut transport);
    let error = stream.read(&mut [0]).expect_err("it has failed");
    assert_eq!(error.kind(), ErrorKind::InvalidData);
    stream.write(&[0]).expect_err("it has failed");
}

/// What the peer of the transport has been told, in the handshake or behind it.
fn assert_told(transport: &mut Transport, alert: AlertDescription) {
    let standing = transport.peer.connection.process_new_packets();
    assert_eq!(standing.err(), Some(Error::AlertReceived(alert)));
}

#[test]
fn an_alert_is_written_to_its_last_byte_and_flushed() {
    for piece in PIECES {
        let (mut client, _) = pair(piece);
        // A server of another authority, with the same name.
        let (_, mut transport) = pair(piece);
        transport.unflushed = Some(Vec::new());
        client
            .complete_io(&mut transport)
            .expect_err("not accepted");
        assert_told(&mut transport, AlertDescription::DECRYPT_ERROR);
    }
    for piece in PIECES {
        let (client, mut transport) = pair(piece);
        transport.unflushed = Some(Vec::new());
        let mut stream = StreamOwned::new(client, transport);
        stream.write_all(b"data").expect("room");
        stream.flush().expect("nothing waits");
        stream.sock.fill();
        *stream.sock.incoming.last_mut().expect("an echo") ^= 1;
        stream.read(&mut [0]).expect_err("not authentic");
        assert_told(&mut stream.sock, AlertDescription::BAD_RECORD_MAC);
    }
}

#[test]
fn new_keys_are_answered_while_reading() {
    let (client, transport) = pair(usize::MAX);
    let mut stream = StreamOwned::new(client, transport);
    stream.write_all(b"a").expect("room");
    for _ in 0..3 {
        stream.conn.refresh_traffic_keys().expect("an update");
        stream.sock.peer.update_keys();
        stream.write_all(b"b").expect("room");
    }
    let mut back = [0; 4];
    stream.read_exact(&mut back).expect("an echo");
    assert_eq!(&back, b"abbb");
}

/// A connection whose peer has asked for new keys between two pieces of data, which have
/// all been read from the transport at once.
fn asked_between_data() -> StreamOwned<ClientConnection, Transport> {
    let (client, mut transport) = pair(usize::MAX);
    transport.echoes = false;
    transport.unflushed = Some(Vec::new());
    let mut stream = StreamOwned::new(client, transport);
    stream.write_all(b"hello").expect("room");
    stream.flush().expect("nothing waits");
    let peer = &mut stream.sock.peer;
    peer.write(b"before");
    peer.update_keys();
    peer.write(b"behind");
    assert_eq!(stream.fill_buf().expect("data"), b"before");
    stream
}

/// Nothing waits, neither in the connection nor in the transport.
fn assert_answered(stream: &StreamOwned<ClientConnection, Transport>) {
    assert!(!stream.conn.wants_write(), "it waits in the connection");
    let unflushed = stream.sock.unflushed.as_ref().expect("it is looked at");
    assert!(unflushed.is_empty(), "it waits in the transport");
}

/// Who asks for new keys waits for the answer, not for the next data.
#[test]
fn new_keys_in_front_of_data_are_answered_with_it() {
    let mut stream = asked_between_data();
    stream.consume(6);
    assert_eq!(stream.fill_buf().expect("data"), b"behind");
    assert_answered(&stream);

    let mut stream = asked_between_data();
    let mut data = [0; 20];
    assert_eq!(stream.read(&mut data).expect("data"), 12);
    assert_eq!(&data[..12], b"beforebehind");
    assert_answered(&stream);
}

#[test]
fn data_that_has_come_is_read_whether_there_is_room_for_the_answer_or_not() {
    for failure in [ErrorKind::WouldBlock, ErrorKind::BrokenPipe] {
        let mut stream = asked_between_data();
        let mut data = [0; 8];
        stream.sock.failure = Some(failure);
        assert_eq!(stream.read(&mut data).expect("data"), 8);
        assert_eq!(&data, b"beforebe");
        assert!(stream.conn.wants_write());
        // The next call tries again, and has data again.
        stream.sock.failure = Some(failure);
        assert_eq!(stream.fill_buf().expect("data"), b"hind");
        stream.consume(4);
        // Now there is none. Without room it can still be read.
        stream.sock.failure = Some(failure);
        let error = stream.read(&mut data).expect_err("no data");
        match failure {
            ErrorKind::WouldBlock => assert_eq!(error.kind(), ErrorKind::UnexpectedEof),
            _ => assert_eq!(error.kind(), failure),
        }
        let error = stream.read(&mut data).expect_err("an end");
        assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
        assert_answered(&stream);
    }
}

/// Two that only read once they have written wait for each other.
#[test]
fn without_room_to_write_it_reads() {
    let mut stream = asked_between_data();
    stream.consume(6);
    stream.sock.failure = Some(ErrorKind::WouldBlock);
    assert_eq!(stream.write(b"request").expect("room"), 7);
    assert_eq!(stream.read(&mut [0; 20]).expect("data"), 6);
    stream.sock.peer.write(b"response");
    stream.sock.failure = Some(ErrorKind::WouldBlock);
    let mut data = [0; 20];
    assert_eq!(stream.read(&mut data).expect("data"), 8);
    assert_eq!(&data[..8], b"response");
}

#[test]
fn an_answer_that_was_not_flushed_is_flushed_later() {
    let mut stream = asked_between_data();
    stream.sock.flush_failure = Some(ErrorKind::WouldBlock);
    let mut data = [0; 20];
    assert_eq!(stream.read(&mut data).expect("data"), 12);
    assert!(!stream.conn.wants_write());
    let error = stream.read(&mut data).expect_err("an end");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    assert_answered(&stream);
}

/// Who reads to the end and meets no error may take it that all was written.
#[test]
fn the_end_does_not_hide_that_a_write_has_failed() {
    let (client, mut transport) = pair(usize::MAX);
    transport.echoes = false;
    let mut stream = StreamOwned::new(client, transport);
    stream.write_all(b"hello").expect("room");
    stream.sock.peer.write(b"all");
    stream.sock.peer.close();
    assert_eq!(stream.fill_buf().expect("data"), b"all");
    stream.sock.failure = Some(ErrorKind::BrokenPipe);
    assert_eq!(stream.write(b"request").expect("room"), 7);
    stream.consume(3);
    stream.sock.failure = Some(ErrorKind::BrokenPipe);
    let error = stream.fill_buf().expect_err("nobody to write to");
    assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    assert_eq!(stream.fill_buf().expect("the end"), b"");
}

/// Who is told of an error writes the data again.
#[test]
fn data_that_was_taken_is_sent_once() {
    for failure in [ErrorKind::Interrupted, ErrorKind::WouldBlock] {
        let (client, transport) = pair(usize::MAX);
        let mut stream = StreamOwned::new(client, transport);
        stream.write_all(b"the first, ").expect("room");
        stream.sock.failure = Some(failure);
        stream.write_all(b"the second").expect("it was taken");
        stream.flush().expect("nothing is in the way any more");
        let mut back = [0; 21];
        stream.read_exact(&mut back).expect("an echo");
        assert_eq!(&back, b"the first, the second");
        assert!(stream.sock.incoming.is_empty());
    }
}

#[test]
fn data_that_was_not_taken_is_refused() {
    let (client, transport) = pair(usize::MAX);
    let mut stream = StreamOwned::new(client, transport);
    for expected in [ErrorKind::TimedOut, ErrorKind::BrokenPipe] {
        stream.sock.failure = Some(expected);
        let error = stream.write(b"data").expect_err("the handshake first");
        assert_eq!(error.kind(), expected);
    }
    stream.write_all(b"data").expect("room");
    // It is taken, and what waits meets the error in the next call.
    stream.sock.failure = Some(ErrorKind::TimedOut);
    assert_eq!(stream.write(b"more").expect("room"), 4);
    stream.sock.failure = Some(ErrorKind::BrokenPipe);
    let error = stream.write(b"again").expect_err("more waits");
    assert_eq!(error.kind(), ErrorKind::BrokenPipe);
}

#[test]
fn an_interrupted_write_is_repeated() {
    let (mut client, mut transport) = pair(usize::MAX);
    transport.failure = Some(ErrorKind::Interrupted);
    client.complete_io(&mut transport).expect("a handshake");
    client.writer().write_all(b"data").expect("room");
    transport.failure = Some(ErrorKind::Interrupted);
    let (_, written) = client.complete_io(&mut transport).expect("data");
    assert!(written > 4);
    assert_eq!(transport.peer.take_received(), b"data");
}
