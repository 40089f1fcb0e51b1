//! The client's side.

mod builder;
mod config;
mod connection;
mod hello;
mod session;
mod session_cache;
mod tls13;
mod unbuffered;

use std::sync::Arc;

use pki_types::ServerName;
use state::State;

use crate::Error;
use crate::common::{CommonState, Side};

pub use builder::{DangerousClientConfigBuilder, WantsClientCert};
pub use config::{ClientConfig, Resumption};
pub use connection::ClientConnection;
pub use session::{ClientSessionStore, Tls13ClientSession};
pub use session_cache::ClientSessionMemoryCache;
pub use unbuffered::UnbufferedClientConnection;

pub use crate::cert::{CredentialRequest, ResolvesClientCert};
pub use crate::verify::{
    ServerCertVerified, ServerCertVerifier, ServerCertVerifierBuilder, WebPkiServerVerifier,
};

/// What a connection begins with.
fn start(
    config: Arc<ClientConfig>,
    server_name: ServerName<'static>,
) -> Result<(CommonState, Box<dyn State<CommonState>>), Error> {
    config.check()?;
    let mut common = CommonState::new(Side::Client);
    common.set_max_fragment_size(config.max_fragment_size());
    let state = hello::start(&mut common, config, server_name)?;
    Ok((common, Box::new(state)))
}
