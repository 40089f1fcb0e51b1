//! The server's side.

mod builder;
mod config;
mod connection;
mod hello;
mod session;
mod tls13;
mod unbuffered;

use std::sync::Arc;

use state::State;

use crate::Error;
use crate::common::{CommonState, Side};

pub use builder::WantsServerCert;
pub use config::ServerConfig;
pub use connection::ServerConnection;
pub(crate) use session::ServerSessionState;
pub use unbuffered::UnbufferedServerConnection;

pub use crate::cert::{ClientHello, ResolvesServerCert, ResolvesServerCertUsingSni};
pub use crate::ticket::{
    NoServerSessionStorage, ProducesTickets, ServerSessionMemoryCache, StoresServerSessions,
    TicketRotator,
};
pub use crate::verify::{
    ClientCertVerified, ClientCertVerifier, ClientCertVerifierBuilder, NoClientAuth,
    WebPkiClientVerifier,
};

/// What a connection begins with.
fn start(config: Arc<ServerConfig>) -> Result<(CommonState, Box<dyn State<CommonState>>), Error> {
    config.check()?;
    let mut common = CommonState::new(Side::Server);
    common.set_max_fragment_size(config.max_fragment_size());
    Ok((common, Box::new(hello::Start { config })))
}
