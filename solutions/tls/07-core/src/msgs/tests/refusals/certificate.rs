//! `Certificate`.

use super::*;

#[test]
fn certificates() {
    let decode = |entry: &[u8], offered| {
        let mut body = vec![0];
        vector_u24(&mut body, |bytes| bytes.extend_from_slice(entry));
        Certificate::decode(&body, offered).map(drop)
    };
    let with = |list: &[(ExtensionType, &[u8])]| [&[0, 0, 1, 0x30], &extensions(list)[..]].concat();
    let none = ExtensionSet::of(&[]);
    assert_eq!(decode(&[], none), Ok(()));
    assert_eq!(decode(&with(&[]), none), Ok(()));
    assert_eq!(
        decode(&with(&[(STATUS_REQUEST, &[1])]), none),
        misbehaved(PeerMisbehaved::UnsolicitedExtension)
    );
    assert_eq!(decode(&with(&[(STATUS_REQUEST, &[1])]), OFFERED), Ok(()));
    assert_eq!(
        decode(&with(&[(ALPN, &[1])]), OFFERED),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    assert_eq!(
        decode(
            &with(&[(STATUS_REQUEST, &[1]), (STATUS_REQUEST, &[1])]),
            OFFERED
        ),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    // A certificate of no bytes.
    assert_eq!(
        decode(&[0, 0, 0, 0, 0], none),
        Err(Error::InvalidMessage(InvalidMessage::IllegalLength(
            "a payload"
        )))
    );
}
