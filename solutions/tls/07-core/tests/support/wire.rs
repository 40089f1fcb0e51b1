//! The way between two peers, in pieces of any size.

use super::peer::{Agreement, Failure, Peer};

/// Pieces that are as long as what there is.
pub const WHOLE: usize = usize::MAX;

/// Carries bytes both ways until neither side has any more, in pieces of at most
/// `piece` bytes.
pub fn transfer(client: &mut dyn Peer, server: &mut dyn Peer, piece: usize) -> Result<(), Failure> {
    while deliver(client, server, piece)? | deliver(server, client, piece)? {}
    Ok(())
}

/// Carries what `from` has to send, and says whether that was anything.
pub fn deliver(from: &mut dyn Peer, to: &mut dyn Peer, piece: usize) -> Result<bool, Failure> {
    let mut wire = Vec::new();
    from.send(&mut wire);
    for piece in wire.chunks(piece) {
        to.receive(piece)?;
    }
    Ok(!wire.is_empty())
}

/// Completes the handshake, and lets the two talk. Returns what they agreed upon.
pub fn connect(client: &mut dyn Peer, server: &mut dyn Peer) -> Agreement {
    connect_in_pieces(client, server, WHOLE)
}

/// As [`connect`], with everything in pieces of at most `piece` bytes.
pub fn connect_in_pieces(client: &mut dyn Peer, server: &mut dyn Peer, piece: usize) -> Agreement {
    transfer(client, server, piece).expect("a handshake");
    assert!(!client.is_handshaking(), "the client has not finished");
    assert!(!server.is_handshaking(), "the server has not finished");
    let agreement = client.agreement();
    assert_eq!(agreement, server.agreement());
    converse(client, server, piece);
    agreement
}

/// Sends data of some lengths, there and back.
pub fn converse(client: &mut dyn Peer, server: &mut dyn Peer, piece: usize) {
    for length in [1, 1000, 40_000] {
        say(client, server, length, piece);
        say(server, client, length, piece);
    }
}

/// Sends `length` bytes of data.
pub fn say(from: &mut dyn Peer, to: &mut dyn Peer, length: usize, piece: usize) {
    let data: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
    from.write(&data);
    transfer(from, to, piece).expect("data");
    assert!(
        to.take_received() == data,
        "{length} bytes came out otherwise"
    );
}
