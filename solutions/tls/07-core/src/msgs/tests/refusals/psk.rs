//! The sessions that a client offers.

use super::client_hello::{PADDING, assert_client_hello};
use super::*;

/// The data of `pre_shared_key` with so many identities and binders.
pub(super) fn psks(identities: usize, binders: usize) -> Vec<u8> {
    let mut data = Vec::new();
    vector_u16(&mut data, |bytes| {
        for _ in 0..identities {
            bytes.extend_from_slice(&[0, 1, b'i', 0, 0, 0, 0]);
        }
    });
    vector_u16(&mut data, |bytes| {
        for _ in 0..binders {
            vector_u8(bytes, |bytes| bytes.extend_from_slice(&[0; 32]));
        }
    });
    data
}

#[test]
fn psks_of_a_client() {
    assert_client_hello(&[(PRE_SHARED_KEY, &psks(2, 2))], Ok(()));
    for (identities, binders) in [(1, 2), (2, 1)] {
        assert_client_hello(
            &[(PRE_SHARED_KEY, &psks(identities, binders))],
            misbehaved(PeerMisbehaved::BinderCountMismatch),
        );
    }
    assert_client_hello(
        &[(PRE_SHARED_KEY, &psks(1, 1)), PADDING],
        misbehaved(PeerMisbehaved::PskIsNotLastExtension),
    );
    // Without a hash of 32 bytes at least, there is no binder.
    let mut short = psks(1, 1);
    short.pop();
    let at = short.len() - 32;
    short[at] = 31;
    short[at - 1] = 32;
    assert_client_hello(
        &[(PRE_SHARED_KEY, &short)],
        Err(Error::InvalidMessage(InvalidMessage::IllegalLength(
            "a payload",
        ))),
    );
}
