//! Peers of a client and of a server, at a stage that both have.

use core::ops::{Deref, DerefMut};

use super::{Delivery, Peer, PlayedClient, PlayedServer};

/// A peer whose role does not matter.
pub struct AnyPeer(Box<dyn DerefMut<Target = Peer>>);

impl AnyPeer {
    pub fn new(peer: impl DerefMut<Target = Peer> + 'static) -> Self {
        Self(Box::new(peer))
    }
}

impl Deref for AnyPeer {
    type Target = Peer;

    fn deref(&self) -> &Peer {
        &self.0
    }
}

impl DerefMut for AnyPeer {
    fn deref_mut(&mut self) -> &mut Peer {
        &mut self.0
    }
}

/// Peers of a client and of a server that wait for the first hello: WAIT_SH and START.
pub fn starting(delivery: Delivery) -> [AnyPeer; 2] {
    [
        AnyPeer::new(PlayedServer::new(delivery)),
        AnyPeer::new(PlayedClient::new(delivery)),
    ]
}

/// Peers of a client and of a server that have just taken their first keys into use:
/// WAIT_EE and WAIT_FINISHED.
#[track_caller]
pub fn handshaking(delivery: Delivery) -> [AnyPeer; 2] {
    let mut server = PlayedServer::new(delivery);
    server.send_hello();
    let mut client = PlayedClient::new(delivery);
    client.send_hello();
    [AnyPeer::new(server), AnyPeer::new(client)]
}

/// Peers of a client and of a server whose handshake is over: CONNECTED.
#[track_caller]
pub fn connected(delivery: Delivery) -> [AnyPeer; 2] {
    let mut server = PlayedServer::new(delivery);
    server.connect();
    let mut client = PlayedClient::new(delivery);
    client.connect();
    [AnyPeer::new(server), AnyPeer::new(client)]
}
