//! X25519MLKEM768 (draft-ietf-tls-ecdhe-mlkem): a KEM and a curve side by side.
//!
//! Shares and secrets are those of the two one after the other, ML-KEM first
//! (FIPS 203). The client sends a key, the server what it has encapsulated with it.

use ::aws_lc_rs::kem::{DecapsulationKey, EncapsulationKey, ML_KEM_768};

use super::ecdh;
use crate::crypto::{ActiveKeyExchange, CompletedKeyExchange, SupportedKxGroup};
use crate::{Error, NamedGroup, PeerMisbehaved, Secret};

/// The length in bytes of what the client sends for ML-KEM.
const ENCAPSULATION_KEY: usize = 1184;
/// The length in bytes of what the server answers.
const CIPHERTEXT: usize = 1088;
/// The length in bytes of a share of X25519.
const X25519_SHARE: usize = 32;
/// The length in bytes of each of the two secrets.
const SECRET: usize = 32;

#[derive(Debug)]
pub(super) struct X25519MlKem768;

impl SupportedKxGroup for X25519MlKem768 {
    fn name(&self) -> NamedGroup {
        NamedGroup::X25519MLKEM768
    }

    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        let no_key = |_| Error::FailedToGetRandomBytes;
        let decapsulation_key = DecapsulationKey::generate(&ML_KEM_768).map_err(no_key)?;
        let encapsulation_key = decapsulation_key
            .encapsulation_key()
            .and_then(|key| key.key_bytes())
            .map_err(no_key)?;
        let x25519 = ecdh::X25519.exchange()?;
        let mut share = [0; ENCAPSULATION_KEY + X25519_SHARE];
        let (ml_kem, curve) = share.split_at_mut(ENCAPSULATION_KEY);
        ml_kem.copy_from_slice(encapsulation_key.as_ref());
        curve.copy_from_slice(x25519.share());
        Ok(Box::new(Exchange {
            decapsulation_key,
            x25519,
            share,
        }))
    }

    fn start_and_complete(&self, peer_pub_key: &[u8]) -> Result<CompletedKeyExchange, Error> {
        let invalid = || Error::from(PeerMisbehaved::InvalidKeyShare);
        let (encapsulation_key, peer_x25519) = peer_pub_key
            .split_at_checked(ENCAPSULATION_KEY)
            .ok_or_else(invalid)?;
        let (ciphertext, ml_kem_secret) = EncapsulationKey::new(&ML_KEM_768, encapsulation_key)
            .map_err(|_| invalid())?
            .encapsulate()
            .map_err(|_| invalid())?;
        let x25519 = ecdh::X25519.exchange()?;
        Ok(CompletedKeyExchange {
            group: self.name(),
            pub_key: [ciphertext.as_ref(), x25519.share()].concat(),
            secret: joined(ml_kem_secret.as_ref(), &x25519.agree(peer_x25519)?),
        })
    }
}

/// A client's key exchange that waits for the server's share.
struct Exchange {
    decapsulation_key: DecapsulationKey,
    x25519: ecdh::Exchange,
    share: [u8; ENCAPSULATION_KEY + X25519_SHARE],
}

impl ActiveKeyExchange for Exchange {
    fn group(&self) -> NamedGroup {
        NamedGroup::X25519MLKEM768
    }

    fn pub_key(&self) -> &[u8] {
        &self.share
    }

    fn complete(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error> {
        let invalid = || Error::from(PeerMisbehaved::InvalidKeyShare);
        let (ciphertext, peer_x25519) = peer_pub_key
            .split_at_checked(CIPHERTEXT)
            .ok_or_else(invalid)?;
        let ml_kem_secret = self
            .decapsulation_key
            .decapsulate(ciphertext.into())
            .map_err(|_| invalid())?;
        Ok(joined(
            ml_kem_secret.as_ref(),
            &self.x25519.agree(peer_x25519)?,
        ))
    }

    fn hybrid_component(&self) -> Option<(NamedGroup, &[u8])> {
        Some((NamedGroup::X25519, self.x25519.share()))
    }

    fn complete_hybrid_component(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error> {
        self.x25519.agree(peer_pub_key)
    }
}

fn joined(ml_kem: &[u8], x25519: &Secret) -> Secret {
    let mut secret = Secret::zeros(2 * SECRET);
    let (first, second) = secret.bytes_mut().split_at_mut(SECRET);
    first.copy_from_slice(ml_kem);
    second.copy_from_slice(x25519.bytes());
    secret
}
