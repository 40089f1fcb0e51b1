//! Key exchange over elliptic curves (RFC 8446, section 4.2.8.2).

use super::library::{self, agreement, rand};
use crate::crypto::{ActiveKeyExchange, CompletedKeyExchange, SupportedKxGroup};
use crate::{Error, NamedGroup, PeerMisbehaved, Secret};

/// A curve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curve {
    name: NamedGroup,
    algorithm: &'static agreement::Algorithm,
    /// How long a share is, and what it begins with.
    ///
    /// The library takes points in other forms too, which TLS does not allow.
    share_length: usize,
    share_prefix: &'static [u8],
}

pub(super) static X25519: Curve = Curve {
    name: NamedGroup::X25519,
    algorithm: &agreement::X25519,
    share_length: 32,
    share_prefix: &[],
};

/// In front of both coordinates of a point, `legacy_form`.
const UNCOMPRESSED: u8 = 4;

pub(super) static SECP256R1: Curve = Curve {
    name: NamedGroup::SECP256R1,
    algorithm: &agreement::ECDH_P256,
    share_length: 1 + 2 * 32,
    share_prefix: &[UNCOMPRESSED],
};

pub(super) static SECP384R1: Curve = Curve {
    name: NamedGroup::SECP384R1,
    algorithm: &agreement::ECDH_P384,
    share_length: 1 + 2 * 48,
    share_prefix: &[UNCOMPRESSED],
};

impl Curve {
    /// [`SupportedKxGroup::start`] without the box.
    pub(super) fn exchange(&self) -> Result<Exchange, Error> {
        let no_key = |_| Error::FailedToGetRandomBytes;
        let private_key =
            agreement::EphemeralPrivateKey::generate(self.algorithm, &rand::SystemRandom::new())
                .map_err(no_key)?;
        Ok(Exchange {
            curve: *self,
            public_key: private_key.compute_public_key().map_err(no_key)?,
            private_key,
        })
    }
}

impl SupportedKxGroup for Curve {
    fn name(&self) -> NamedGroup {
        self.name
    }

    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        Ok(Box::new(self.exchange()?))
    }

    /// As it would be by default, but without the box.
    fn start_and_complete(&self, peer_pub_key: &[u8]) -> Result<CompletedKeyExchange, Error> {
        let exchange = self.exchange()?;
        Ok(CompletedKeyExchange {
            group: self.name,
            pub_key: exchange.share().to_vec(),
            secret: exchange.agree(peer_pub_key)?,
        })
    }
}

/// A key exchange that waits for the peer's share.
pub(super) struct Exchange {
    curve: Curve,
    private_key: agreement::EphemeralPrivateKey,
    public_key: agreement::PublicKey,
}

impl Exchange {
    /// The share to send.
    pub(super) fn share(&self) -> &[u8] {
        self.public_key.as_ref()
    }

    /// [`ActiveKeyExchange::complete`] without the box.
    pub(super) fn agree(self, peer_share: &[u8]) -> Result<Secret, Error> {
        let curve = self.curve;
        if peer_share.len() != curve.share_length || !peer_share.starts_with(curve.share_prefix) {
            return Err(PeerMisbehaved::InvalidKeyShare.into());
        }
        library::agree(self.private_key, curve.algorithm, peer_share)
            .ok_or_else(|| PeerMisbehaved::InvalidKeyShare.into())
    }
}

impl ActiveKeyExchange for Exchange {
    fn group(&self) -> NamedGroup {
        self.curve.name
    }

    fn pub_key(&self) -> &[u8] {
        self.share()
    }

    fn complete(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error> {
        self.agree(peer_pub_key)
    }
}
