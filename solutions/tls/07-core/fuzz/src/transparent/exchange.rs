//! Key exchanges without a secret: what the two agree on is their shares, added up.

use tls_core::crypto::{ActiveKeyExchange, SupportedKxGroup};
use tls_core::{Error, NamedGroup, PeerMisbehaved, Secret};

/// As long as the real one's shares.
pub(crate) static X25519: Group = Group {
    name: NamedGroup::X25519,
    share: &[25; 32],
};

/// As long as the real one's shares.
pub(crate) static SECP256R1: Group = Group {
    name: NamedGroup::SECP256R1,
    share: &[4; 65],
};

/// A group with a single share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    name: NamedGroup,
    share: &'static [u8],
}

impl SupportedKxGroup for Group {
    fn name(&self) -> NamedGroup {
        self.name
    }

    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        Ok(Box::new(*self))
    }
}

impl ActiveKeyExchange for Group {
    fn group(&self) -> NamedGroup {
        self.name
    }

    fn pub_key(&self) -> &[u8] {
        self.share
    }

    fn complete(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error> {
        if peer_pub_key.len() != self.share.len() {
            return Err(PeerMisbehaved::InvalidKeyShare.into());
        }
        let mut secret = [0; 32];
        for (at, (own, peer)) in self.share.iter().zip(peer_pub_key).enumerate() {
            secret[at % 32] ^= own.wrapping_add(*peer);
        }
        Ok(Secret::new(&secret))
    }
}
