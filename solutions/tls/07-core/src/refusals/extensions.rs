//! Extensions that are there twice, that nobody asked for, or that have no place in
//! their message (RFC 8446, section 4.2). What their data must not be is tested with
//! the messages.

use codec::{ExtensionType, HandshakeType, InvalidMessage};

use super::support::{
    AnyPeer, Extensions, PlayedClient, PlayedServer, Trust, encoded, everywhere, identity,
};
use crate::msgs::encode::{handshake, vector_u8, vector_u16, vector_u24};
use crate::msgs::extension::{
    ALPN, COOKIE, EARLY_DATA, KEY_SHARE, SERVER_NAME, SIGNATURE_ALGORITHMS, STATUS_REQUEST,
    SUPPORTED_GROUPS, SUPPORTED_VERSIONS,
};
use crate::{AlertDescription, PeerMisbehaved};

/// No message of TLS 1.3 knows it.
const UNKNOWN: ExtensionType = ExtensionType(0xfafa);

/// Two extensions, and who refuses them as that.
#[derive(Clone, Copy)]
struct Refusal(
    &'static [(ExtensionType, &'static [u8])],
    AlertDescription,
    PeerMisbehaved,
);

const fn unsolicited(list: &'static [(ExtensionType, &'static [u8])]) -> Refusal {
    Refusal(
        list,
        AlertDescription::UNSUPPORTED_EXTENSION,
        PeerMisbehaved::UnsolicitedExtension,
    )
}

const fn duplicate(list: &'static [(ExtensionType, &'static [u8])]) -> Refusal {
    Refusal(
        list,
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::DuplicateExtension,
    )
}

const fn out_of_place(list: &'static [(ExtensionType, &'static [u8])]) -> Refusal {
    Refusal(
        list,
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::ExtensionNotAllowedHere,
    )
}

fn extensions(list: &[(ExtensionType, &[u8])]) -> Extensions {
    let mut extensions = Extensions::default();
    for (extension_type, data) in list {
        extensions.add(*extension_type, data);
    }
    extensions
}

/// Refuses every list in a message that `encode` makes.
#[track_caller]
fn refuse_each(
    refusals: &[Refusal],
    reach: impl Fn(super::support::Delivery) -> AnyPeer,
    encode: impl Fn(&Extensions) -> Vec<u8>,
) {
    everywhere(|delivery| {
        for &Refusal(list, alert, error) in refusals {
            let message = encode(&extensions(list));
            reach(delivery).refuse_message(&message, alert, error);
        }
    });
}

#[test]
fn of_a_client_hello() {
    everywhere(|delivery| {
        let types = PlayedClient::new(delivery).good_offer().extensions.types();
        for extension_type in types {
            let mut client = PlayedClient::new(delivery);
            let mut offer = client.good_offer();
            offer.extensions.double(extension_type);
            client.refuse_message(
                &offer.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::DuplicateExtension,
            );
        }
        // Nor unknown ones, though they are ignored.
        let mut client = PlayedClient::new(delivery);
        let mut offer = client.good_offer();
        offer.extensions.add(UNKNOWN, b"?");
        let mut twice = offer.clone();
        client.send_this_hello(&offer);
        twice.extensions.double(UNKNOWN);
        PlayedClient::new(delivery).refuse_message(
            &twice.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::DuplicateExtension,
        );
    });
}

#[test]
fn of_a_server_hello() {
    const REFUSALS: [Refusal; 7] = [
        unsolicited(&[(UNKNOWN, &[])]),
        unsolicited(&[(ALPN, b"\0\x03\x02h2")]),
        unsolicited(&[(COOKIE, &[0, 1, 7])]),
        unsolicited(&[(EARLY_DATA, &[])]),
        duplicate(&[(SUPPORTED_VERSIONS, &[3, 4])]),
        out_of_place(&[(SERVER_NAME, &[])]),
        out_of_place(&[(SIGNATURE_ALGORITHMS, &[0, 2, 8, 7])]),
    ];
    everywhere(|delivery| {
        for Refusal(list, alert, error) in REFUSALS {
            let mut server = PlayedServer::new(delivery);
            let mut hello = server.good_hello();
            for (extension_type, data) in list {
                hello.extensions.add(*extension_type, data);
            }
            server.refuse_message(&hello.message(), alert, error);
        }
    });
}

#[test]
fn of_the_encrypted_extensions() {
    refuse_each(
        &[
            unsolicited(&[(UNKNOWN, &[])]),
            unsolicited(&[(ALPN, b"\0\x03\x02h2")]),
            unsolicited(&[(EARLY_DATA, &[])]),
            duplicate(&[(SERVER_NAME, &[]), (SERVER_NAME, &[])]),
            out_of_place(&[(KEY_SHARE, &[])]),
            out_of_place(&[(SUPPORTED_VERSIONS, &[3, 4])]),
        ],
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.send_hello();
            AnyPeer::new(server)
        },
        |extensions| {
            encoded(|bytes| {
                handshake(bytes, HandshakeType::ENCRYPTED_EXTENSIONS, |bytes| {
                    extensions.encode(bytes);
                });
            })
        },
    );
}

#[test]
fn of_a_certificate_request() {
    const SCHEMES: &[u8] = &[0, 2, 8, 7];
    let request = |extensions: &Extensions| {
        encoded(|bytes| {
            handshake(bytes, HandshakeType::CERTIFICATE_REQUEST, |bytes| {
                vector_u8(bytes, |_| {});
                extensions.encode(bytes);
            });
        })
    };
    let reach = |delivery| {
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server
    };
    refuse_each(
        &[
            duplicate(&[
                (SIGNATURE_ALGORITHMS, SCHEMES),
                (SIGNATURE_ALGORITHMS, SCHEMES),
            ]),
            duplicate(&[
                (SIGNATURE_ALGORITHMS, SCHEMES),
                (UNKNOWN, &[]),
                (UNKNOWN, &[]),
            ]),
            out_of_place(&[(SIGNATURE_ALGORITHMS, SCHEMES), (KEY_SHARE, &[])]),
            Refusal(
                &[(STATUS_REQUEST, &[])],
                AlertDescription::MISSING_EXTENSION,
                PeerMisbehaved::MissingSignatureAlgorithms,
            ),
        ],
        |delivery| AnyPeer::new(reach(delivery)),
        request,
    );
    // A request answers nothing, so that an unknown one is ignored.
    everywhere(|delivery| {
        let mut server = reach(delivery);
        let list = extensions(&[(SIGNATURE_ALGORITHMS, SCHEMES), (UNKNOWN, b"?")]);
        server.send_message(&request(&list));
        server.send_certificate();
        server.send_certificate_verify();
        server.send_finished();
        server.assert_connected();
    });
}

/// A `Certificate` with those extensions beside its only certificate.
fn certificate(extensions: &Extensions) -> Vec<u8> {
    encoded(|bytes| {
        handshake(bytes, HandshakeType::CERTIFICATE, |bytes| {
            vector_u8(bytes, |_| {});
            vector_u24(bytes, |bytes| {
                let certificate = &identity().chain[0];
                vector_u24(bytes, |bytes| bytes.extend_from_slice(certificate));
                extensions.encode(bytes);
            });
        });
    })
}

#[test]
fn of_a_servers_certificate() {
    refuse_each(
        &[
            unsolicited(&[(UNKNOWN, &[])]),
            unsolicited(&[(STATUS_REQUEST, &[1, 0, 0, 1, 0])]),
            out_of_place(&[(SERVER_NAME, &[])]),
            out_of_place(&[(SUPPORTED_GROUPS, &[])]),
        ],
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.send_hello();
            server.send_extensions();
            AnyPeer::new(server)
        },
        certificate,
    );
}

#[test]
fn of_a_clients_certificate() {
    refuse_each(
        &[
            unsolicited(&[(UNKNOWN, &[])]),
            unsolicited(&[(STATUS_REQUEST, &[1, 0, 0, 1, 0])]),
            // The server itself did not ask for more than a scheme.
            unsolicited(&[(SERVER_NAME, &[])]),
        ],
        |delivery| {
            let mut client = PlayedClient::trusting(delivery, Trust::Both);
            client.send_hello();
            AnyPeer::new(client)
        },
        certificate,
    );
}

#[test]
fn of_a_ticket() {
    let ticket = |extensions: &Extensions| {
        encoded(|bytes| {
            handshake(bytes, HandshakeType::NEW_SESSION_TICKET, |bytes| {
                bytes.extend_from_slice(&[0; 8]);
                vector_u8(bytes, |_| {});
                vector_u16(bytes, |bytes| bytes.push(1));
                extensions.encode(bytes);
            });
        })
    };
    let reach = |delivery| {
        let mut server = PlayedServer::new(delivery);
        server.connect();
        server
    };
    refuse_each(
        &[
            duplicate(&[(EARLY_DATA, &[0; 4]), (EARLY_DATA, &[0; 4])]),
            duplicate(&[(UNKNOWN, &[]), (UNKNOWN, &[])]),
            out_of_place(&[(KEY_SHARE, &[])]),
        ],
        |delivery| AnyPeer::new(reach(delivery)),
        ticket,
    );
    everywhere(|delivery| {
        let mut server = reach(delivery);
        server.send_after_handshake(&ticket(&extensions(&[(UNKNOWN, b"?")])));
        server.assert_connected();
        server.refuse_message(
            &ticket(&extensions(&[(EARLY_DATA, &[0; 3])])),
            AlertDescription::DECODE_ERROR,
            InvalidMessage::MissingData("u16"),
        );
    });
}
