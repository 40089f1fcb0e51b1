//! What can be said of the types without running anything.

use codec::{
    CipherSuite, ClientHello, Codec, Extension, Handshake, HandshakeType, Opaque, PayloadU8,
    PayloadU24, U24, Vector, VectorIter,
};
use static_assertions::{assert_eq_size, assert_impl_all, assert_not_impl_any};

// A payload is a slice and nothing else, whatever its floor and ceiling.
assert_eq_size!(PayloadU8<'_>, PayloadU24<'_>, &[u8]);
assert_impl_all!(Opaque<'_, 1, 32>: Copy, Eq, Send, Sync);

/// What can neither be copied nor sent.
struct Element(#[expect(dead_code, reason = "it is here for what it is not")] *const u8);

// So is a list, and it takes nothing over from its elements: it does not keep them.
assert_eq_size!(Vector<'_, Element, 0, 0xffff>, &[u8]);
assert_not_impl_any!(Element: Clone, Copy, Send, Sync);
assert_impl_all!(Vector<'_, Element, 0, 0xffff>: Copy, Send, Sync);
assert_impl_all!(VectorIter<'_, Element>: Send, Sync);
// An accidental copy of an iterator would give the same elements twice.
assert_not_impl_any!(VectorIter<'_, u8>: Copy);

assert_impl_all!(ClientHello<'_>: Copy, Send, Sync);
assert_impl_all!(Extension<'_>: Copy, Eq, Send, Sync);
assert_impl_all!(Handshake<'_>: Copy, Eq, Send, Sync);

/// What can be decoded from any input, a local buffer among them.
trait Joinable: for<'x> Codec<'x> {}
impl<T: for<'x> Codec<'x>> Joinable for T {}

assert_impl_all!(u8: Joinable);
assert_impl_all!(u16: Joinable);
assert_impl_all!(U24: Joinable);
assert_impl_all!(HandshakeType: Joinable);
assert_impl_all!(CipherSuite: Joinable);
