//! A client's connection.

use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use pki_types::ServerName;

use super::ClientConfig;
use crate::Error;
use crate::conn::ConnectionCommon;

/// A TLS client that owns the bytes that arrive: see [`ConnectionCommon`].
#[derive(Debug)]
pub struct ClientConnection {
    inner: ConnectionCommon,
}

impl ClientConnection {
    /// A connection of this configuration.
    /// The hello is there to be written at once.
    ///
    /// # Errors
    ///
    /// If the configuration contradicts itself, or its provider fails.
    pub fn new(config: Arc<ClientConfig>, server_name: ServerName<'static>) -> Result<Self, Error> {
        let (common, state) = super::start(config, server_name)?;
        Ok(Self {
            inner: ConnectionCommon::new(common, state),
        })
    }
}

impl Deref for ClientConnection {
    type Target = ConnectionCommon;

    fn deref(&self) -> &ConnectionCommon {
        &self.inner
    }
}

impl DerefMut for ClientConnection {
    fn deref_mut(&mut self) -> &mut ConnectionCommon {
        &mut self.inner
    }
}
