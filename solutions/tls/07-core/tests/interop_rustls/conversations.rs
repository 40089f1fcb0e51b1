//! Whatever the two do, and however it arrives: what one writes, the other reads.

use proptest::prelude::*;

use crate::setup::{Setup, rustls_client, rustls_server};
use crate::support::peer::Peer;
use crate::support::wire::WHOLE;
use crate::support::{client, server, unbuffered_client, unbuffered_server};

/// What one side does; 0 is the client and 1 the server.
#[derive(Debug, Clone)]
enum Step {
    Write(usize, usize),
    UpdateKeys(usize),
    /// Carries at most so many bytes from this side to the other.
    Carry(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let side = 0..2usize;
    let length = prop_oneof![Just(0), 1..100usize, Just(1 << 14), 1..40_000usize];
    let piece = prop_oneof![Just(1), 1..100usize, 1..5000usize, Just(WHOLE)];
    prop_oneof![
        3 => (side.clone(), length).prop_map(|(side, length)| Step::Write(side, length)),
        1 => side.clone().prop_map(Step::UpdateKeys),
        6 => (side, piece).prop_map(|(side, piece)| Step::Carry(side, piece)),
    ]
}

/// Does all of that, carries the rest, and compares.
fn converse(mut peers: [Box<dyn Peer>; 2], steps: &[Step]) {
    let mut wires = [const { Vec::new() }; 2];
    let mut written = [const { Vec::new() }; 2];
    let mut received = [const { Vec::new() }; 2];
    let mut carry = |peers: &mut [Box<dyn Peer>; 2], side: usize, most: usize| {
        let wire: &mut Vec<u8> = &mut wires[side];
        peers[side].send(wire);
        let piece: Vec<u8> = wire.drain(..most.min(wire.len())).collect();
        peers[1 - side]
            .receive(&piece)
            .expect("what the other has sent");
        received[side].append(&mut peers[1 - side].take_received());
        !piece.is_empty()
    };
    for step in steps {
        match *step {
            // An unbuffered connection has nowhere to keep it until then.
            Step::Write(side, _) | Step::UpdateKeys(side) if peers[side].is_handshaking() => {}
            Step::Write(side, length) => {
                let front: usize = written[side].len();
                let data: Vec<u8> = (front..front + length).map(|at| (at % 251) as u8).collect();
                peers[side].write(&data);
                written[side].extend(data);
            }
            Step::UpdateKeys(side) => peers[side].update_keys(),
            Step::Carry(side, most) => drop(carry(&mut peers, side, most)),
        }
    }
    while carry(&mut peers, 0, WHOLE) | carry(&mut peers, 1, WHOLE) {}
    assert!(peers.iter().all(|peer| !peer.is_handshaking()));
    assert_eq!(peers[0].agreement(), peers[1].agreement());
    for side in 0..2 {
        assert!(
            written[side] == received[side],
            "side {side} was not understood"
        );
    }
}

#[test]
fn in_both_roles_and_both_interfaces() {
    let setup = Setup::mutual(crate::support::identity::localhost);
    let core_client = std::sync::Arc::new(setup.core_client());
    let core_server = std::sync::Arc::new(setup.core_server());
    let client_config = std::sync::Arc::new(setup.rustls_client());
    let server_config = std::sync::Arc::new(setup.rustls_server());
    let steps = proptest::collection::vec(step(), 0..40);
    let config = ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(steps in steps)| {
        let theirs = || Box::new(rustls_server(server_config.clone()));
        converse([Box::new(client(core_client.clone())), theirs()], &steps);
        converse([Box::new(unbuffered_client(core_client.clone())), theirs()], &steps);
        let theirs = || Box::new(rustls_client(client_config.clone()));
        converse([theirs(), Box::new(server(core_server.clone()))], &steps);
        converse([theirs(), Box::new(unbuffered_server(core_server.clone()))], &steps);
    });
}
