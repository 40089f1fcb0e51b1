//! What a configuration must not be.

use crate::Error;
use crate::crypto::CryptoProvider;
use crate::record::MIN_CONFIDENTIALITY_LIMIT;

/// The most plaintext in one record (RFC 8446, section 5.1).
pub(crate) const MAX_FRAGMENT_SIZE: usize = 1 << 14;

/// Finds what is wrong with the parts that both sides have, when a connection is made:
/// the fields are public, so no builder can.
pub(crate) fn check(
    provider: &CryptoProvider,
    alpn_protocols: &[Vec<u8>],
    max_fragment_size: Option<usize>,
) -> Result<(), Error> {
    let wrong = if provider.cipher_suites.is_empty() {
        "the provider has no cipher suite"
    } else if provider
        .cipher_suites
        .iter()
        .any(|suite| suite.confidentiality_limit < MIN_CONFIDENTIALITY_LIMIT)
    {
        "a key of a cipher suite has to seal 3 records at least"
    } else if provider.kx_groups.is_empty() {
        "the provider has no group for a key exchange"
    } else if alpn_protocols
        .iter()
        .any(|name| name.is_empty() || name.len() > 0xff)
    {
        "the name of an application protocol has 1 to 255 bytes"
    } else if alpn_protocols
        .iter()
        .map(|name| 1 + name.len())
        .sum::<usize>()
        > MAX_LENGTH_IN_HELLO
    {
        "there are too many application protocols"
    } else if max_fragment_size.is_some_and(|size| !(1..=MAX_FRAGMENT_SIZE).contains(&size)) {
        "a fragment has 1 to 16384 bytes"
    } else {
        return Ok(());
    };
    Err(Error::General(wrong.into()))
}

/// The most bytes that each of the long parts of a hello may have: a client's protocols, the
/// ticket, and the cookie. Together they leave a quarter of the extensions' 2^16 - 1 to all
/// the rest.
pub(crate) const MAX_LENGTH_IN_HELLO: usize = 1 << 14;
