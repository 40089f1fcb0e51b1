//! The server with rustls as the client. In every connection both sides update their keys.

use std::sync::Arc;

use rustls::HandshakeKind;
use rustls::crypto::aws_lc_rs::{cipher_suite, kx_group};

use crate::support::files;
use crate::support::peer::{Server, argument};
use crate::support::rustls::{Agreed, ask, client_config, provider};

const GET: &[u8] = b"GET / HTTP/1.0\r\n\r\n";

/// Lets the client fetch the page, and checks what the server reported.
#[track_caller]
fn check(server: &[&str], config: rustls::ClientConfig, expected: &[(&str, &str)]) -> Agreed {
    let mut server = Server::start(server);
    let agreed = ask(&Arc::new(config), server.address, GET).unwrap();
    assert!(agreed.received.starts_with(b"HTTP/1.0 200 OK\r\n"));
    server.report().assert(expected);
    agreed
}

#[test]
fn each_cipher_suite() {
    for suite in [
        cipher_suite::TLS13_AES_128_GCM_SHA256,
        cipher_suite::TLS13_AES_256_GCM_SHA384,
        cipher_suite::TLS13_CHACHA20_POLY1305_SHA256,
    ] {
        let agreed = check(
            &[],
            client_config(provider(&[suite], &[]), None),
            &[("suite", &format!("{:?}", suite.suite()))],
        );
        assert_eq!(agreed.suite, format!("{:?}", suite.suite()));
    }
}

#[test]
fn each_group() {
    for (group, name) in [
        (kx_group::X25519, "x25519"),
        (kx_group::SECP256R1, "secp256r1"),
        (kx_group::SECP384R1, "secp384r1"),
    ] {
        let config = client_config(provider(&[], &[group]), None);
        let expected = [("group", name), ("hello_retry", "no")];
        check(&[], config, &expected);
    }
}

#[cfg(feature = "aws-lc-rs")]
#[test]
fn the_hybrid_group() {
    let config = client_config(provider(&[], &[kx_group::X25519MLKEM768]), None);
    check(&[], config, &[("group", "X25519MLKEM768")]);
}

/// The client sends a share of its first group only, which the server lacks.
#[test]
fn a_hello_retry_request() {
    let groups = [kx_group::MLKEM768, kx_group::SECP256R1];
    let config = client_config(provider(&[], &groups), None);
    check(
        &[],
        config,
        &[("group", "secp256r1"), ("hello_retry", "yes")],
    );
}

#[test]
fn a_client_certificate_and_a_resumed_session() {
    let files = files();
    let root = argument(&files.root);
    let mut server = Server::start(&["--auth", root, "--auth-required"]);
    let config = client_config(provider(&[], &[]), Some(&files.client));
    let config = Arc::new(config);
    for (kind, resumed) in [(HandshakeKind::Full, "no"), (HandshakeKind::Resumed, "yes")] {
        let agreed = ask(&config, server.address, GET).unwrap();
        assert_eq!(agreed.kind, kind);
        server
            .report()
            .assert(&[("resumed", resumed), ("peer_certificate", "yes")]);
    }

    let nobody = Arc::new(client_config(provider(&[], &[]), None));
    assert!(ask(&nobody, server.address, GET).is_err());
    assert!(server.error().contains("the peer sent no certificate"));
}

#[test]
fn the_protocol_is_negotiated() {
    let mut config = client_config(provider(&[], &[]), None);
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.0".to_vec()];
    let agreed = check(&["--alpn", "http/1.0"], config, &[("alpn", "http/1.0")]);
    assert_eq!(agreed.alpn.as_deref(), Some(&b"http/1.0"[..]));
}

#[test]
fn records_of_any_size() {
    for size in [32, 1000, 16_384 + 5] {
        let mut config = client_config(provider(&[], &[]), None);
        config.max_fragment_size = Some(size);
        let agreed = check(&["--bytes", "100000"], config, &[]);
        assert!(agreed.received.len() > 100_000);
    }
}
