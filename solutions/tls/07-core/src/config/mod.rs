//! How configurations are built: the same way for clients and for servers.

mod limits;
#[cfg(test)]
mod tests;

use core::fmt;
use core::marker::PhantomData;
use std::sync::Arc;

pub(crate) use limits::{MAX_FRAGMENT_SIZE, MAX_LENGTH_IN_HELLO, check};

use crate::crypto::CryptoProvider;

/// Builds a configuration in two steps, each of which has to be taken: how the peer is
/// verified, and what this side presents.
///
/// It starts at [`ClientConfig::builder_with_provider`](crate::ClientConfig::builder_with_provider)
/// or [`ServerConfig::builder_with_provider`](crate::ServerConfig::builder_with_provider).
#[derive(Clone)]
#[must_use = "a builder builds nothing until its last step"]
pub struct ConfigBuilder<Side, State> {
    pub(crate) provider: Arc<CryptoProvider>,
    pub(crate) state: State,
    side: PhantomData<fn() -> Side>,
}

impl<Side, State> ConfigBuilder<Side, State> {
    pub(crate) fn new(provider: Arc<CryptoProvider>, state: State) -> Self {
        Self {
            provider,
            state,
            side: PhantomData,
        }
    }

    /// The cryptography that the configuration will use.
    pub fn crypto_provider(&self) -> &Arc<CryptoProvider> {
        &self.provider
    }
}

impl<Side, State: fmt::Debug> fmt::Debug for ConfigBuilder<Side, State> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConfigBuilder")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// The first step: how the peer is verified.
#[derive(Debug, Clone)]
pub struct WantsVerifier(pub(crate) ());
