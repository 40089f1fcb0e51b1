//! `NewSessionTicket`.

use super::*;

#[test]
fn tickets() {
    let decode = |ticket: &[u8], list: &[(ExtensionType, &[u8])]| {
        let mut body = vec![0; 9];
        vector_u16(&mut body, |bytes| bytes.extend_from_slice(ticket));
        body.extend_from_slice(&extensions(list));
        NewSessionTicket::decode(&body).map(|ticket| ticket.max_early_data_size)
    };
    assert_eq!(decode(b"t", &[]), Ok(None));
    assert_eq!(decode(b"t", &[(EARLY_DATA, &[0, 0, 0, 7])]), Ok(Some(7)));
    assert_eq!(decode(b"t", &[(ExtensionType(0x0a0a), &[])]), Ok(None));
    assert_eq!(
        decode(b"t", &[(COOKIE, &[0, 1, 0])]),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    let early_data: (ExtensionType, &[u8]) = (EARLY_DATA, &[0, 0, 0, 7]);
    assert_eq!(
        decode(b"t", &[early_data, early_data]),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    for data in [&[][..], &[0, 0, 0], &[0, 0, 0, 0, 0]] {
        assert!(
            matches!(
                decode(b"t", &[(EARLY_DATA, data)]),
                Err(Error::InvalidMessage(_))
            ),
            "{data:?}"
        );
    }
    assert!(matches!(decode(b"", &[]), Err(Error::InvalidMessage(_))));
}
