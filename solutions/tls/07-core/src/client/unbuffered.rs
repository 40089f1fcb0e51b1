//! A client's connection on buffers of the caller.

use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use pki_types::ServerName;

use super::ClientConfig;
use crate::Error;
use crate::conn::UnbufferedConnectionCommon;

/// A TLS client that works on the caller's buffers: see [`UnbufferedConnectionCommon`].
#[derive(Debug)]
pub struct UnbufferedClientConnection {
    inner: UnbufferedConnectionCommon,
}

impl UnbufferedClientConnection {
    /// A connection of this configuration.
    /// The hello is there to be written at once.
    ///
    /// # Errors
    ///
    /// If the configuration contradicts itself, or its provider fails.
    pub fn new(config: Arc<ClientConfig>, server_name: ServerName<'static>) -> Result<Self, Error> {
        let (common, state) = super::start(config, server_name)?;
        Ok(Self {
            inner: UnbufferedConnectionCommon::new(common, state),
        })
    }
}

impl Deref for UnbufferedClientConnection {
    type Target = UnbufferedConnectionCommon;

    fn deref(&self) -> &UnbufferedConnectionCommon {
        &self.inner
    }
}

impl DerefMut for UnbufferedClientConnection {
    fn deref_mut(&mut self) -> &mut UnbufferedConnectionCommon {
        &mut self.inner
    }
}
