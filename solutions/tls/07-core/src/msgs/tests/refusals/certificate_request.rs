//! `CertificateRequest`.

use super::*;

#[test]
fn certificate_requests() {
    const SCHEMES: (ExtensionType, &[u8]) = (SIGNATURE_ALGORITHMS, &[0, 2, 8, 7]);
    let decode = |list: &[(ExtensionType, &[u8])]| {
        CertificateRequest::decode(&[&[0], &extensions(list)[..]].concat()).map(drop)
    };
    assert_eq!(decode(&[SCHEMES]), Ok(()));
    // What nobody knows is ignored, but not twice.
    const UNKNOWN: (ExtensionType, &[u8]) = (ExtensionType(0x0a0a), &[1]);
    assert_eq!(decode(&[UNKNOWN, SCHEMES]), Ok(()));
    assert_eq!(
        decode(&[UNKNOWN, SCHEMES, UNKNOWN]),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    assert_eq!(
        decode(&[]),
        misbehaved(PeerMisbehaved::MissingSignatureAlgorithms)
    );
    assert_eq!(
        decode(&[SCHEMES, (KEY_SHARE, &[])]),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    for data in [&[0, 0][..], &[0, 2, 0, 0], &[0, 3, 0, 1, 0, 0]] {
        assert!(
            matches!(
                decode(&[SCHEMES, (CERTIFICATE_AUTHORITIES, data)]),
                Err(Error::InvalidMessage(_))
            ),
            "{data:?}"
        );
    }
}
