//! One end of a connection, fed an input.

use core::ops::DerefMut;
use std::io::{BufRead, Write};

use deframer::{ContentType, HEADER_LENGTH, MAX_CIPHERTEXT};
use tls_core::{
    CommonState, ConnectionCommon, Error, HandshakeKind, Side, UnbufferedConnectionCommon,
};

use crate::input::Input;
use crate::wire;

/// What a connection has come to.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Why it has failed, if it has.
    pub error: Option<Error>,
    /// The handshake is not over.
    pub is_handshaking: bool,
    /// The peer has said that it will send no more.
    pub peer_has_closed: bool,
    /// How the peers came to their keys.
    pub kind: Option<HandshakeKind>,
    /// The number of the cipher suite.
    pub suite: Option<u16>,
    /// The application protocol.
    pub alpn_protocol: Option<Vec<u8>>,
    /// How many certificates the peer has.
    pub certificates: usize,
    /// The application data that has come.
    pub received: Vec<u8>,
    /// All that is to be sent.
    pub sent: Vec<u8>,
}

impl Outcome {
    fn new(common: &mut CommonState, error: Option<Error>, received: Vec<u8>) -> Self {
        let mut sent = Vec::new();
        write_all(common, &mut sent);
        Self {
            error,
            is_handshaking: common.is_handshaking(),
            peer_has_closed: common.peer_has_closed(),
            kind: common.handshake_kind(),
            suite: common.negotiated_cipher_suite().map(|suite| suite.suite.0),
            alpn_protocol: common.alpn_protocol().map(<[u8]>::to_vec),
            certificates: common.peer_certificates().map_or(0, <[_]>::len),
            received,
            sent,
        }
    }
}

fn write_all(common: &mut CommonState, sent: &mut Vec<u8>) {
    while common.wants_write() {
        let count = common.write_tls(sent).expect("memory takes all");
        assert!(count > 0, "there is nothing behind wants_write");
    }
}

/// Feeds the input to connections that `buffered` and `unbuffered` make, and returns what
/// they have come to.
pub(super) fn check<B, U>(
    input: Input<'_>,
    side: Side,
    buffered: impl Fn() -> B,
    unbuffered: impl Fn() -> U,
) -> Outcome
where
    B: DerefMut<Target = ConnectionCommon>,
    U: DerefMut<Target = UnbufferedConnectionCommon>,
{
    let whole = feed(buffered(), core::iter::once(input.wire));
    assert_eq!(feed(buffered(), input.pieces()), whole, "in pieces");
    assert_eq!(feed_unbuffered(unbuffered(), input), whole, "unbuffered");
    check_sent(&whole.sent, side);
    // What a peer gets out of a connection it has to put in, but for one flight and
    // the little that answers the rest.
    assert!(whole.sent.len() < 4096 + 2 * input.wire.len());

    check_sent(&use_meanwhile(buffered(), input), side);
    whole
}

/// Feeds pieces to a connection, and reads what comes.
fn feed<'a, C>(mut connection: C, pieces: impl Iterator<Item = &'a [u8]>) -> Outcome
where
    C: DerefMut<Target = ConnectionCommon>,
{
    let mut received = Vec::new();
    let mut error = None;
    'fed: for mut piece in pieces {
        while !piece.is_empty() {
            if let Err(failure) = take(&mut connection, &mut piece, &mut received) {
                error = Some(failure);
                break 'fed;
            }
            if connection.peer_has_closed() {
                break 'fed;
            }
        }
    }
    assert_eq!(connection.process_new_packets().err(), error, "it stays so");
    Outcome::new(&mut connection, error, received)
}

/// Reads from `wire` once, and all the application data that this brings.
fn take<C>(connection: &mut C, wire: &mut &[u8], received: &mut Vec<u8>) -> Result<(), Error>
where
    C: DerefMut<Target = ConnectionCommon>,
{
    connection
        .read_tls(wire)
        .expect("there is room once everything is read");
    while connection.process_new_packets()?.plaintext_bytes_to_read() > 0 {
        let mut reader = connection.reader();
        let data = reader.fill_buf().expect("data waits");
        received.extend_from_slice(data);
        let count = data.len();
        reader.consume(count);
    }
    assert!(
        connection.wants_read() || connection.wants_write() || connection.peer_has_closed(),
        "it waits for nothing"
    );
    Ok(())
}

/// Feeds the input's pieces to a connection that works on a buffer of ours.
fn feed_unbuffered<C>(mut connection: C, input: Input<'_>) -> Outcome
where
    C: DerefMut<Target = UnbufferedConnectionCommon>,
{
    let mut buffer = Vec::new();
    let mut received = Vec::new();
    let mut error = None;
    for piece in input.pieces() {
        buffer.extend_from_slice(piece);
        let bounds = buffer.as_ptr_range();
        let status = connection.process_tls_records(&mut buffer, &mut |data| {
            let range = data.as_ptr_range();
            assert!(bounds.start <= range.start && range.end <= bounds.end);
            received.extend_from_slice(data);
        });
        buffer.drain(..status.discard);
        if let Err(failure) = status.state {
            error = Some(failure);
            break;
        }
        if connection.peer_has_closed() {
            break;
        }
    }
    let status = connection.process_tls_records(&mut buffer, &mut |_| panic!("data came late"));
    assert_eq!(status.state.err(), error, "it stays so");
    Outcome::new(&mut connection, error, received)
}

/// Feeds the input's pieces to a connection, and does what an application may do
/// between them, in an order that belongs to the input. Returns what was sent.
fn use_meanwhile<C>(mut connection: C, input: Input<'_>) -> Vec<u8>
where
    C: DerefMut<Target = ConnectionCommon>,
{
    /// How often, so that an input of many pieces does not take long.
    const MOST: usize = 64;

    let mut random = input.random();
    let mut sent = Vec::new();
    let mut uses = 0;
    connection.set_buffer_limit(Some(2000));
    for mut piece in input.pieces() {
        // Whoever does not read is not read from.
        if connection.read_tls(&mut piece).is_err() || connection.process_new_packets().is_err() {
            break;
        }
        if uses == MOST {
            continue;
        }
        uses += 1;
        match random.below(12) {
            0 => {
                let _ = connection.writer().write(&[0xda; 600]);
            }
            1 => {
                let _ = connection.refresh_traffic_keys();
            }
            2 if random.below(8) == 0 => connection.send_close_notify(),
            3 => connection.release_buffers(),
            4 => {
                // A transport that takes little at a time.
                let mut little = [0; 7];
                let room = little.len();
                let mut rest = &mut little[..];
                let _ = connection.write_tls(&mut rest);
                let count = room - rest.len();
                sent.extend_from_slice(&little[..count]);
            }
            5 => write_all(&mut connection, &mut sent),
            6 => {
                let exported = connection.export_keying_material([0; 16], b"fuzz", None);
                assert_eq!(exported.is_err(), connection.is_handshaking());
            }
            _ => {
                let mut reader = connection.reader();
                if let Ok(data) = reader.fill_buf() {
                    // Not all of it, now and then.
                    let count = data.len() - data.len().min(random.below(3));
                    reader.consume(count);
                }
            }
        }
    }
    write_all(&mut connection, &mut sent);
    sent
}

/// What is sent is records, none too long or empty; an alert is the last of them.
///
/// A client's first record is its hello.
fn check_sent(sent: &[u8], side: Side) {
    let records = wire::split(sent);
    if side == Side::Client {
        let first = records.first().and_then(|record| wire::content(record));
        assert!(matches!(first, Some((ContentType::HANDSHAKE, [1, ..]))));
    }
    for (at, record) in records.iter().enumerate() {
        let Some((content_type, content)) = wire::content(record) else {
            panic!("half a record was sent");
        };
        let payload = record.len() - HEADER_LENGTH;
        assert!(payload <= MAX_CIPHERTEXT && !content.is_empty());
        match content_type {
            ContentType::ALERT => {
                assert_eq!(content.len(), 2);
                assert_eq!(at + 1, records.len(), "something follows an alert");
            }
            ContentType::CHANGE_CIPHER_SPEC => assert_eq!(content, [1]),
            ContentType::HANDSHAKE | ContentType::APPLICATION_DATA => {}
            unexpected => panic!("a record of type {unexpected:?} was sent"),
        }
    }
}
