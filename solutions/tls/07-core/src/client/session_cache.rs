//! A client's sessions in memory.

use core::fmt::{self, Debug};
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};

use pki_types::ServerName;

use super::{ClientSessionStore, Tls13ClientSession};
use crate::NamedGroup;
use crate::ticket::LimitedCache;

/// More than a client has connections to one server at a time, as a rule.
pub(crate) const MAX_TICKETS_PER_SERVER: usize = 8;

/// Keeps sessions in memory: of at most so many servers, and of each the eight youngest.
///
/// A session takes as much as its ticket, of which a server decides: 16 KiB at most. The
/// server's certificates are shared by all sessions of a connection.
pub struct ClientSessionMemoryCache {
    servers: Mutex<LimitedCache<ServerName<'static>, Server>>,
}

#[derive(Default)]
struct Server {
    kx_hint: Option<NamedGroup>,
    /// The youngest is at the back.
    sessions: VecDeque<Tls13ClientSession>,
}

impl ClientSessionMemoryCache {
    /// Room for sessions of so many servers.
    pub fn new(servers: usize) -> Self {
        Self {
            servers: Mutex::new(LimitedCache::new(servers)),
        }
    }

    fn lock(&self) -> MutexGuard<'_, LimitedCache<ServerName<'static>, Server>> {
        // At worst a session is missing after a panic.
        self.servers
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Debug for ClientSessionMemoryCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientSessionMemoryCache")
            .field("servers", &self.lock().len())
            .finish()
    }
}

impl ClientSessionStore for ClientSessionMemoryCache {
    fn set_kx_hint(&self, server_name: &ServerName<'static>, group: NamedGroup) {
        if let Some(server) = self.lock().get_or_default(server_name) {
            server.kx_hint = Some(group);
        }
    }

    fn kx_hint(&self, server_name: &ServerName<'static>) -> Option<NamedGroup> {
        self.lock().get(server_name)?.kx_hint
    }

    fn insert_tls13_ticket(&self, server_name: &ServerName<'static>, session: Tls13ClientSession) {
        if let Some(server) = self.lock().get_or_default(server_name) {
            if server.sessions.len() == MAX_TICKETS_PER_SERVER {
                server.sessions.pop_front();
            }
            server.sessions.push_back(session);
        }
    }

    fn take_tls13_ticket(&self, server_name: &ServerName<'static>) -> Option<Tls13ClientSession> {
        self.lock().get_mut(server_name)?.sessions.pop_back()
    }
}
