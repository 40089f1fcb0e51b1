//! The libraries, each in the two ways to use it: it owns the bytes that arrive, or the
//! caller does.

pub mod core;
pub mod rustls_023;
pub mod rustls_024;

use crate::handshakes::{self, Side};
use crate::{Bare, Channel, Credentials, Library, Link};

/// A library as a value.
pub struct Entry {
    /// What it is called in the report.
    pub name: &'static str,
    /// [`handshakes::measure`] of it.
    pub handshakes: fn(&Credentials, usize) -> (Side, Side),
    /// A connection of it, after the handshake.
    pub channel: fn(&Credentials) -> Box<dyn Channel>,
}

/// All that are compared, ours first.
pub fn all() -> [Entry; 6] {
    [
        entry::<core::Core>(),
        entry::<core::CoreUnbuffered>(),
        entry::<rustls_023::Rustls023>(),
        entry::<rustls_023::Rustls023Unbuffered>(),
        entry::<rustls_024::Rustls024>(),
        entry::<rustls_024::Rustls024Slice>(),
    ]
}

fn entry<L: Library + 'static>() -> Entry {
    Entry {
        name: L::NAME,
        handshakes: handshakes::measure::<L>,
        channel: |credentials| Box::new(Link::new(&L::new(credentials, false))),
    }
}

/// What the AEAD alone is called in the report.
pub const BARE: &str = "AEAD alone";

/// The channel of that name: a library's, or the AEAD alone.
pub fn channel(name: &str, credentials: &Credentials) -> Option<Box<dyn Channel>> {
    match name {
        BARE => Some(Box::new(Bare::default())),
        _ => all()
            .iter()
            .find(|entry| entry.name == name)
            .map(|entry| (entry.channel)(credentials)),
    }
}
