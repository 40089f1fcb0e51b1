//! Names of authorities.

use core::fmt;

use pki_types::TrustAnchor;

/// `DistinguishedName` of RFC 8446, section 4.2.4: the name of an authority in DER.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DistinguishedName(Vec<u8>);

impl DistinguishedName {
    /// The name whose elements are `elements`: puts the `SEQUENCE` of X.501 around them.
    ///
    /// webpki has names in that form, without the outermost tag and length.
    pub fn in_sequence(elements: &[u8]) -> Self {
        const SEQUENCE: u8 = 0x30;
        let length = elements.len().to_be_bytes();
        let significant = &length[(elements.len().leading_zeros() / 8) as usize..];
        let mut der = Vec::with_capacity(2 + significant.len() + elements.len());
        der.push(SEQUENCE);
        if elements.len() < 0x80 {
            der.push(elements.len() as u8);
        } else {
            der.push(0x80 | significant.len() as u8);
            der.extend_from_slice(significant);
        }
        der.extend_from_slice(elements);
        Self(der)
    }
}

impl From<Vec<u8>> for DistinguishedName {
    /// The bytes are DER, tag and length included.
    fn from(der: Vec<u8>) -> Self {
        Self(der)
    }
}

impl From<&TrustAnchor<'_>> for DistinguishedName {
    fn from(anchor: &TrustAnchor<'_>) -> Self {
        Self::in_sequence(&anchor.subject)
    }
}

impl AsRef<[u8]> for DistinguishedName {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for DistinguishedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DistinguishedName(")?;
        for byte in &self.0 {
            write!(f, "{byte:02x}")?;
        }
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_is_as_short_as_der_demands() {
        for (length, header) in [
            (0, &[0x30, 0][..]),
            (0x7f, &[0x30, 0x7f]),
            (0x80, &[0x30, 0x81, 0x80]),
            (0x100, &[0x30, 0x82, 1, 0]),
        ] {
            let name = DistinguishedName::in_sequence(&vec![7; length]);
            assert_eq!(&name.as_ref()[..header.len()], header);
            assert_eq!(name.as_ref().len(), header.len() + length);
        }
    }
}
