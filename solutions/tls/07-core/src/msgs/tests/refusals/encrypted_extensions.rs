//! `EncryptedExtensions`.

use super::*;

#[test]
fn encrypted_extensions() {
    let decode = |list: &[(ExtensionType, &[u8])]| {
        EncryptedExtensions::decode(&extensions(list), OFFERED).map(drop)
    };
    assert_eq!(
        decode(&[(KEY_SHARE, &[])]),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    assert_eq!(
        decode(&[(SIGNATURE_ALGORITHMS, &[])]),
        misbehaved(PeerMisbehaved::UnsolicitedExtension)
    );
    assert_eq!(
        decode(&[(SERVER_NAME, &[]), (SERVER_NAME, &[])]),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    for (extension_type, data) in [
        (SERVER_NAME, &b"\x00\x04\x00\x00\x01a"[..]),
        (EARLY_DATA, &[0, 0, 0, 0]),
        (ALPN, b""),
        (ALPN, b"\x00\x00"),
        (ALPN, b"\x00\x06\x02h2\x02h3"),
        (ALPN, b"\x00\x01\x00"),
        (SUPPORTED_GROUPS, &[0, 0]),
    ] {
        assert!(
            matches!(
                decode(&[(extension_type, data)]),
                Err(Error::InvalidMessage(_))
            ),
            "{extension_type:?} {data:?}"
        );
    }
}
