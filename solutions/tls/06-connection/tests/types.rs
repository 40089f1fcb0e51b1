//! What the types are, and what they are not.

#[path = "../../../../exercises/tls/06-connection/tests/support/mod.rs"]
mod support;

use connection::{Connection, Core, Fault, Joined, Received};
use static_assertions::{assert_impl_all, assert_not_impl_any};
use support::Client;

// A connection goes where its owner goes, and there is one of it.
assert_impl_all!(Connection<Client>: Send, Sync);
assert_impl_all!(Core<Client>: Send, Sync);
assert_not_impl_any!(Connection<Client>: Clone);
assert_not_impl_any!(Core<Client>: Clone);
assert_not_impl_any!(Joined: Clone, Copy);

assert_impl_all!(Received: Copy, Eq, Send, Sync);
// An error is repeated for ever after.
assert_impl_all!(Fault: Copy, Eq, Send, Sync, core::error::Error);

/// Data that was lent out of the caller's buffer outlives the call and the core.
fn kept(mut core: Core<Client>, bytes: &mut [u8]) -> Vec<&[u8]> {
    let mut kept = Vec::new();
    let _ = core.process_in(bytes, &mut |data| kept.push(data));
    kept
}

#[test]
fn the_types_are_as_stated() {
    // Taking the address is enough: what is said here is checked by the compiler.
    let _ = kept;
}

#[test]
fn a_fault_says_what_is_wrong() {
    let of = |fault: Fault| fault.to_string();
    assert_eq!(
        of(Fault::TooLong(70_000)),
        "a handshake message of 70000 bytes"
    );
    let interleaved = Fault::Interleaved(deframer::ContentType::ALERT);
    assert_eq!(
        of(interleaved),
        "a record of type 21 within a handshake message"
    );
    assert_eq!(
        of(Fault::KeyChange),
        "a change of keys that is not at a record's end"
    );
    assert_eq!(
        of(Fault::StateLost),
        "a state that was lost in an earlier call"
    );
}
