//! The bytes that this core would not send by itself, put in their place.
//!
//! RFC 8448's client offers extensions that this one does not, and has no session id;
//! its server answers some of them. While a [`Replay`] lives, connections of the same
//! thread say what theirs say.

use core::cell::Cell;
use core::marker::PhantomData;

use codec::{ClientHello, Codec};
use recorded::rfc8448;

use crate::msgs::ExtensionSet;

thread_local! {
    static REPLAYING: Cell<bool> = const { Cell::new(false) };
}

/// While it lives, this thread replays.
pub(super) struct Replay(PhantomData<*const ()>);

impl Replay {
    pub(super) fn start() -> Self {
        assert!(!REPLAYING.replace(true), "one replay at a time");
        Self(PhantomData)
    }
}

impl Drop for Replay {
    fn drop(&mut self) {
        REPLAYING.set(false);
    }
}

/// Replaces an encoded `ClientHello` and what is known of it.
pub(crate) fn client_hello(hello: &mut Vec<u8>, offered: &mut ExtensionSet) {
    if !REPLAYING.get() {
        return;
    }
    hello.clear();
    hello.extend_from_slice(rfc8448::CLIENT_HELLO);
    // Behind the frame.
    let body = ClientHello::read_bytes(&rfc8448::CLIENT_HELLO[4..]).expect("the RFC's hello");
    *offered = ExtensionSet::of(&[]);
    for extension in body.extensions.iter() {
        // `renegotiation_info` is nothing that TLS 1.3 answers, and out of the set's range.
        if extension.extension_type.0 < 64 {
            *offered = offered.with(extension.extension_type);
        }
    }
}

/// Replaces the session id of the client.
pub(crate) fn session_id(session_id: &[u8]) -> &[u8] {
    match REPLAYING.get() {
        true => &[],
        false => session_id,
    }
}

/// Replaces the `EncryptedExtensions` that begin at `start`.
pub(crate) fn encrypted_extensions(flight: &mut Vec<u8>, start: usize) {
    if REPLAYING.get() {
        flight.truncate(start);
        flight.extend_from_slice(rfc8448::ENCRYPTED_EXTENSIONS);
    }
}
