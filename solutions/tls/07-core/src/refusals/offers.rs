//! A client's offers without which there is nothing to choose (RFC 8446, sections 4.1.2,
//! 4.2 and 9.2).

use std::sync::Arc;

use codec::{CipherSuite, InvalidMessage};
use deframer::ContentType;

use super::support::{GROUP, Offer, PlayedClient, everywhere, server_config, with_a_byte_more};
use crate::msgs::extension::{
    KEY_SHARE, SERVER_NAME, SIGNATURE_ALGORITHMS, SUPPORTED_GROUPS, SUPPORTED_VERSIONS,
};
use crate::server::ResolvesServerCertUsingSni;
use crate::{AlertDescription, Error, NamedGroup, PeerIncompatible, PeerMisbehaved};

/// Refuses a hello of a client that is good but for one change.
#[track_caller]
fn refuse_offer(
    change: impl Fn(&mut Offer),
    alert: AlertDescription,
    error: impl Into<Error> + Clone,
) {
    everywhere(|delivery| {
        let mut client = PlayedClient::new(delivery);
        let mut offer = client.good_offer();
        change(&mut offer);
        client.refuse_message(&offer.message(), alert, error.clone());
    });
}

#[test]
fn no_key_share() {
    refuse_offer(
        |offer| offer.extensions.remove(KEY_SHARE),
        AlertDescription::MISSING_EXTENSION,
        PeerMisbehaved::MissingKeyShare,
    );
}

/// Section 4.2.8.2: shares that are no public keys. A secret of zeros is none (RFC 7748,
/// section 6.1).
#[test]
fn bad_key_shares() {
    for share in [&[0; 32][..], &[9; 31], &[9; 33], &[9]] {
        refuse_offer(
            |offer| offer.set_shares(&[(GROUP, share)]),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::InvalidKeyShare,
        );
    }
    // Not on the curve, compressed, and the point at infinity.
    for share in [&[4; 65][..], &[2; 33], &[0]] {
        refuse_offer(
            |offer| offer.set_shares(&[(NamedGroup::SECP256R1, share)]),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::InvalidKeyShare,
        );
    }
}

/// Section 4.2.8: a share for each group at most, and for those in the list.
#[test]
fn key_shares_that_contradict_the_groups() {
    refuse_offer(
        |offer| offer.set_shares(&[(GROUP, &[9; 32]), (GROUP, &[9; 32])]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::DuplicateKeyShare,
    );
    refuse_offer(
        |offer| offer.set_groups(&[NamedGroup::SECP256R1]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::KeyShareForUnofferedGroup,
    );
}

/// RFC 7301, section 3.2
#[test]
fn no_application_protocol_in_common() {
    everywhere(|delivery| {
        let mut config = server_config();
        config.alpn_protocols = vec![b"h2".to_vec()];
        let mut client = PlayedClient::of(delivery, config);
        let mut offer = client.good_offer();
        offer
            .extensions
            .add(crate::msgs::extension::ALPN, b"\0\x03\x02h3");
        client.refuse_message(
            &offer.message(),
            AlertDescription::NO_APPLICATION_PROTOCOL,
            Error::NoApplicationProtocol,
        );
    });
}

/// Section 4.1.1: nothing to choose from.
#[test]
fn nothing_in_common() {
    refuse_offer(
        |offer| offer.cipher_suites = vec![CipherSuite(0xc02f), CipherSuite(0x0a0a)],
        AlertDescription::HANDSHAKE_FAILURE,
        PeerIncompatible::NoCipherSuitesInCommon,
    );
    refuse_offer(
        |offer| {
            offer.set_groups(&[NamedGroup(0x1234)]);
            offer.set_shares(&[]);
        },
        AlertDescription::HANDSHAKE_FAILURE,
        PeerIncompatible::NoKxGroupsInCommon,
    );
    refuse_offer(
        |offer| offer.extensions.set(SIGNATURE_ALGORITHMS, &[0, 2, 8, 4]),
        AlertDescription::HANDSHAKE_FAILURE,
        PeerIncompatible::NoSignatureSchemesInCommon,
    );
}

/// RFC 6066, section 3, and RFC 8446, section 9.2: a server with a certificate for each
/// of its names.
#[test]
fn no_certificate_for_the_name() {
    everywhere(|delivery| {
        let client = || {
            let mut config = server_config();
            config.cert_resolver = Arc::new(ResolvesServerCertUsingSni::new());
            PlayedClient::of(delivery, config)
        };
        let mut unknown = client();
        let mut offer = unknown.good_offer();
        unknown.refuse_message(
            &offer.message(),
            AlertDescription::UNRECOGNIZED_NAME,
            PeerIncompatible::NoCertificateForName,
        );
        offer.extensions.remove(SERVER_NAME);
        client().refuse_message(
            &offer.message(),
            AlertDescription::MISSING_EXTENSION,
            PeerIncompatible::NoServerName,
        );
    });
}

/// Appendix D.2: a client that can no more than TLS 1.2.
#[test]
fn an_old_client() {
    refuse_offer(
        |offer| offer.extensions.remove(SUPPORTED_VERSIONS),
        AlertDescription::PROTOCOL_VERSION,
        PeerIncompatible::Tls13NotOffered,
    );
    refuse_offer(
        |offer| {
            offer
                .extensions
                .set(SUPPORTED_VERSIONS, &[6, 3, 3, 3, 2, 0x0a, 0x0a]);
        },
        AlertDescription::PROTOCOL_VERSION,
        PeerIncompatible::Tls13NotOffered,
    );
}

/// Section 4.1.2: up to TLS 1.2 a hello may end behind its compression methods, or have
/// an empty list of extensions.
#[test]
fn an_old_client_without_extensions() {
    let none = |_: &mut Vec<u8>| {};
    let empty = |body: &mut Vec<u8>| body.extend_from_slice(&[0, 0]);
    // An extended_master_secret (RFC 7627): too short a list for TLS 1.3.
    let few = |body: &mut Vec<u8>| body.extend_from_slice(&[0, 4, 0, 23, 0, 0]);
    for end in [&none as &dyn Fn(&mut Vec<u8>), &empty, &few] {
        for version in [0x0303, 0x0302, 0x0301, 0x0300] {
            everywhere(|delivery| {
                let mut client = PlayedClient::new(delivery);
                let mut offer = client.good_offer();
                offer.legacy_version = version;
                // As old clients have them.
                offer.cipher_suites = vec![CipherSuite(0x002f)];
                offer.compression_methods = vec![1, 0];
                client.refuse_message(
                    &offer.message_with(end),
                    AlertDescription::PROTOCOL_VERSION,
                    PeerIncompatible::Tls13NotOffered,
                );
            });
        }
    }
}

/// Section 4.1.2: "no data following", in a hello of any version.
#[test]
fn an_old_client_with_bytes_behind_its_hello() {
    let cases: [(&[u8], InvalidMessage); 4] = [
        (&[0], InvalidMessage::MissingData("u16")),
        (&[0, 1], InvalidMessage::MissingData("a list")),
        (&[0, 0, 0], InvalidMessage::IllegalLength("a payload")),
        // A list of TLS 1.3 has room for more than its version.
        (
            &[0, 7, 0, 43, 0, 3, 2, 3, 4],
            InvalidMessage::IllegalLength("a payload"),
        ),
    ];
    for (end, error) in cases {
        everywhere(|delivery| {
            let mut client = PlayedClient::new(delivery);
            let offer = client.good_offer();
            let message = offer.message_with(&|body| body.extend_from_slice(end));
            client.refuse_message(&message, AlertDescription::DECODE_ERROR, error);
        });
    }
}

/// Section 4.1.2: "null" alone.
#[test]
fn compression_methods() {
    for methods in [&[1][..], &[0, 1], &[1, 0], &[0, 0]] {
        refuse_offer(
            |offer| offer.compression_methods = methods.to_vec(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::IllegalCompressionMethods,
        );
    }
    refuse_offer(
        |offer| offer.compression_methods = Vec::new(),
        AlertDescription::DECODE_ERROR,
        InvalidMessage::IllegalLength("a payload"),
    );
}

/// Section 9.2: what has to be there.
#[test]
fn missing_extensions() {
    refuse_offer(
        |offer| offer.extensions.remove(SIGNATURE_ALGORITHMS),
        AlertDescription::MISSING_EXTENSION,
        PeerMisbehaved::MissingSignatureAlgorithms,
    );
    refuse_offer(
        |offer| offer.extensions.remove(SUPPORTED_GROUPS),
        AlertDescription::MISSING_EXTENSION,
        PeerMisbehaved::MissingSupportedGroups,
    );
}

/// A hello is all there is in its message.
#[test]
fn bytes_behind_a_hello() {
    everywhere(|delivery| {
        let mut client = PlayedClient::new(delivery);
        let message = client.good_offer().message();
        let record = client
            .wire
            .record(ContentType::HANDSHAKE, &with_a_byte_more(&message));
        let error = client.subject.feed(&record).expect_err("a byte too much");
        client.assert_refused(AlertDescription::DECODE_ERROR, &error);
    });
}
