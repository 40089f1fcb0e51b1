//! What the two agree upon: suites, groups, signatures, protocols and names.

use std::sync::Arc;

use rcgen::{
    PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, PKCS_RSA_SHA256,
    SignatureAlgorithm,
};
use tls_core::HandshakeKind::{Full, FullWithHelloRetryRequest, Resumed};
use tls_core::server::ResolvesServerCertUsingSni;
use tls_core::{CertifiedKey, ClientConnection, SignatureScheme};

use crate::setup::{Rustls, Setup, rustls_client, rustls_server};
use crate::support::identity::Identity;
use crate::support::peer::{Buffered, Peer};
use crate::support::wire::{connect, transfer};
use crate::support::{LOCALHOST, client, server, server_name};

#[test]
fn every_cipher_suite() {
    for suite in [0x1301, 0x1302, 0x1303] {
        let mut setup = Setup::default();
        setup.core.cipher_suites.retain(|it| it.suite.0 == suite);
        for agreement in setup.connect() {
            assert_eq!(agreement.cipher_suite, suite);
        }
    }
}

const X25519: u16 = 0x001d;
const P256: u16 = 0x0017;
const P384: u16 = 0x0018;
const X25519MLKEM768: u16 = 0x11ec;

#[test]
fn every_group() {
    for group in [X25519, P256, P384, X25519MLKEM768] {
        let mut setup = Setup::default();
        setup.core.kx_groups.retain(|it| it.name().0 == group);
        setup
            .rustls
            .kx_groups
            .retain(|it| u16::from(it.name()) == group);
        for agreement in setup.connect() {
            assert_eq!((agreement.group, agreement.kind), (group, Full));
        }
        let (mut ours, mut theirs) = (client(setup.core_client()), server(setup.core_server()));
        let agreement = connect(&mut ours, &mut theirs);
        assert_eq!((agreement.group, agreement.kind), (group, Full));
    }
}

#[test]
fn the_older_half_of_a_hybrid_saves_a_retry() {
    for only in 0..2 {
        let mut setup = Setup::default();
        match only {
            0 => setup.core.kx_groups.retain(|it| it.name().0 == X25519),
            _ => setup
                .rustls
                .kx_groups
                .retain(|it| u16::from(it.name()) == X25519),
        }
        for agreement in setup.connect() {
            assert_eq!((agreement.group, agreement.kind), (X25519, Full));
        }
    }
}

#[test]
fn a_server_asks_for_a_share_of_another_group() {
    for group in [P256, P384] {
        let mut setup = Setup::default();
        setup.core.kx_groups.retain(|it| it.name().0 == group);
        let [_, as_server] = setup.connect();
        assert_eq!(as_server.group, group);
        assert_eq!(as_server.kind, FullWithHelloRetryRequest);

        let mut setup = Setup::default();
        setup
            .rustls
            .kx_groups
            .retain(|it| u16::from(it.name()) == group);
        let [as_client, _] = setup.connect();
        assert_eq!(as_client.group, group);
        assert_eq!(as_client.kind, FullWithHelloRetryRequest);
    }
}

#[test]
fn a_client_sends_the_share_that_was_asked_for_last_time() {
    let mut setup = Setup::default();
    setup
        .rustls
        .kx_groups
        .retain(|it| u16::from(it.name()) == P384);
    let (ours, theirs) = (
        Arc::new(setup.core_client()),
        Arc::new(setup.rustls_server()),
    );
    let first = connect(
        &mut client(ours.clone()),
        &mut rustls_server(theirs.clone()),
    );
    assert_eq!(first.kind, FullWithHelloRetryRequest);

    // Another server of that name, which knows no ticket.
    let theirs = Arc::new(setup.rustls_server());
    let second = connect(&mut client(ours), &mut rustls_server(theirs));
    assert_eq!((second.group, second.kind), (P384, Full));
}

/// Each with the kind of key that makes it.
const SCHEMES: [(SignatureScheme, &SignatureAlgorithm); 6] = [
    (
        SignatureScheme::ECDSA_SECP256R1_SHA256,
        &PKCS_ECDSA_P256_SHA256,
    ),
    (
        SignatureScheme::ECDSA_SECP384R1_SHA384,
        &PKCS_ECDSA_P384_SHA384,
    ),
    (SignatureScheme::ED25519, &PKCS_ED25519),
    (SignatureScheme::RSA_PSS_RSAE_SHA256, &PKCS_RSA_SHA256),
    (SignatureScheme::RSA_PSS_RSAE_SHA384, &PKCS_RSA_SHA256),
    (SignatureScheme::RSA_PSS_RSAE_SHA512, &PKCS_RSA_SHA256),
];

#[test]
fn every_signature() {
    for (scheme, algorithm) in SCHEMES {
        let mut setup = Setup::mutual(|| Identity::new(&[LOCALHOST], algorithm));
        // Each side offers one scheme, so the other signs with that or not at all.
        let core = &mut setup.core.signature_verification_algorithms.mapping;
        *core = only(core, |it| it.0 == scheme);
        let rustls = &mut setup.rustls.signature_verification_algorithms.mapping;
        *rustls = only(rustls, |it| u16::from(it.0) == scheme.0);
        setup.connect();
    }
}

fn only<T: Copy>(list: &'static [T], wanted: impl Fn(&T) -> bool) -> &'static [T] {
    let list: Vec<T> = list.iter().copied().filter(wanted).collect();
    assert_eq!(list.len(), 1);
    list.leak()
}

#[test]
fn the_servers_best_protocol() {
    let setup = Setup::default();
    let ours = || [b"h2".to_vec(), b"http/1.1".to_vec()].to_vec();
    let theirs = || [b"other".to_vec(), b"http/1.1".to_vec(), b"h2".to_vec()].to_vec();

    let (mut client_config, mut server_config) = (setup.core_client(), setup.rustls_server());
    client_config.alpn_protocols = ours();
    server_config.alpn_protocols = theirs();
    let agreement = connect(
        &mut client(client_config),
        &mut rustls_server(server_config),
    );
    assert_eq!(agreement.alpn_protocol.as_deref(), Some(&b"http/1.1"[..]));

    let (mut client_config, mut server_config) = (setup.rustls_client(), setup.core_server());
    client_config.alpn_protocols = theirs();
    server_config.alpn_protocols = ours();
    let agreement = connect(
        &mut rustls_client(client_config),
        &mut server(server_config),
    );
    assert_eq!(agreement.alpn_protocol.as_deref(), Some(&b"h2"[..]));
}

#[test]
fn no_protocol_in_common() {
    let setup = Setup::default();
    let (mut client_config, mut server_config) = (setup.rustls_client(), setup.core_server());
    client_config.alpn_protocols = vec![b"h2".to_vec()];
    server_config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let (mut theirs, mut ours) = (rustls_client(client_config), server(server_config));
    let failure = transfer(&mut theirs, &mut ours, usize::MAX).expect_err("nothing in common");
    assert_eq!(
        failure.downcast_ref(),
        Some(&tls_core::Error::NoApplicationProtocol)
    );
    let failure = transfer(&mut theirs, &mut ours, usize::MAX).expect_err("an alert");
    assert_eq!(
        failure.downcast_ref(),
        Some(&rustls::Error::AlertReceived(
            rustls::AlertDescription::NoApplicationProtocol
        ))
    );
}

#[test]
fn a_server_chooses_its_certificate_by_the_name() {
    let identities =
        ["one.example", "two.example"].map(|name| (name, Identity::new(&[name], &PKCS_ED25519)));
    let setup = Setup::default();
    let mut resolver = ResolvesServerCertUsingSni::new();
    for (name, identity) in &identities {
        let certified = CertifiedKey::from_der(
            identity.chain.clone(),
            identity.key.clone_key(),
            &setup.core,
        );
        resolver
            .add(name, certified.expect("a key"))
            .expect("a name");
    }
    let resolver = Arc::new(resolver);
    for (name, identity) in identities {
        let setup = Setup {
            server: identity,
            ..Setup::default()
        };
        let mut config = setup.core_server();
        config.cert_resolver = resolver.clone();
        let (client_config, config) = (Arc::new(setup.rustls_client()), Arc::new(config));
        for kind in [Full, Resumed] {
            let connection =
                rustls::ClientConnection::new(client_config.clone(), server_name(name));
            let mut theirs = Rustls::new(connection.expect("a client"));
            let mut ours = server(config.clone());
            assert_eq!(ours.connection.server_name(), None);
            assert_eq!(connect(&mut theirs, &mut ours).kind, kind);
            assert_eq!(ours.connection.server_name(), Some(name));
            assert_eq!(
                theirs.peer_certificates()[0],
                setup.server.chain[0].as_ref()
            );
        }
    }
}

#[test]
fn a_client_tells_the_name_or_does_not() {
    for enable_sni in [true, false] {
        let setup = Setup::default();
        let mut config = setup.core_client();
        config.enable_sni = enable_sni;
        let connection = ClientConnection::new(config.into(), server_name(LOCALHOST));
        let mut ours = Buffered::new(connection.expect("a client"));
        let mut theirs = rustls_server(setup.rustls_server());
        connect(&mut ours, &mut theirs);
        let rustls::Connection::Server(theirs) = &theirs.connection else {
            unreachable!("it is a server");
        };
        assert_eq!(theirs.server_name(), enable_sni.then_some(LOCALHOST));
    }
}
