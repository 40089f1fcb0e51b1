//! Key exchange (RFC 8446, sections 4.2.7 and 4.2.8).

use core::fmt::Debug;

use crate::{Error, NamedGroup, Secret};

/// A group in which two peers can agree on a secret.
pub trait SupportedKxGroup: Send + Sync + Debug {
    /// Its number on the wire.
    fn name(&self) -> NamedGroup;

    /// The first half, a client's: makes a private key and the share to send.
    ///
    /// # Errors
    ///
    /// [`Error::FailedToGetRandomBytes`].
    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error>;

    /// Both halves at once, a server's, upon the share that a client has sent.
    ///
    /// A group in which the server's half is another operation, as with a KEM, has a
    /// body of its own; for the rest this one will do.
    ///
    /// # Errors
    ///
    /// What [`start`](Self::start) and [`ActiveKeyExchange::complete`] say.
    fn start_and_complete(&self, peer_pub_key: &[u8]) -> Result<CompletedKeyExchange, Error> {
        let exchange = self.start()?;
        Ok(CompletedKeyExchange {
            group: exchange.group(),
            pub_key: exchange.pub_key().to_vec(),
            secret: exchange.complete(peer_pub_key)?,
        })
    }
}

/// What a server has after a key exchange.
#[derive(Debug)]
pub struct CompletedKeyExchange {
    /// The group.
    pub group: NamedGroup,
    /// The share to send.
    pub pub_key: Vec<u8>,
    /// What the peers have agreed upon.
    pub secret: Secret,
}

/// A key exchange that waits for the peer's share.
pub trait ActiveKeyExchange: Send + Sync {
    /// The group.
    fn group(&self) -> NamedGroup;

    /// The share to send.
    fn pub_key(&self) -> &[u8];

    /// The second half: takes the share that the peer has sent.
    ///
    /// # Errors
    ///
    /// [`PeerMisbehaved::InvalidKeyShare`](crate::PeerMisbehaved::InvalidKeyShare) if it
    /// is no share of this group, or one that leads to a secret of zeros (RFC 8446,
    /// section 7.4.2).
    fn complete(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error>;

    /// If this is a hybrid, the share of its older part and the part's group, to be
    /// offered beside the hybrid: the same private key serves for both.
    fn hybrid_component(&self) -> Option<(NamedGroup, &[u8])> {
        None
    }

    /// The second half if the peer has chosen the
    /// [`hybrid_component`](Self::hybrid_component) and not the hybrid.
    ///
    /// # Errors
    ///
    /// What [`complete`](Self::complete) says; [`Error::General`] if there is no such
    /// component.
    fn complete_hybrid_component(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error> {
        let _ = peer_pub_key;
        Err(Error::General(format!(
            "{} is no hybrid key exchange",
            self.group()
        )))
    }
}
