//! The client with rustls as the server. In every connection both sides update their keys.

use rustls::HandshakeKind;
use rustls::crypto::aws_lc_rs::{cipher_suite, kx_group};

use crate::support::files;
use crate::support::peer::{argument, fetch, run_client};
use crate::support::rustls::{Agreed, provider, serve, server_config};

/// Serves the client so many connections, and returns what rustls says about them.
#[track_caller]
fn serve_client(
    config: rustls::ServerConfig,
    connections: usize,
    client: &[&str],
    expected: &[(&str, &str)],
) -> Vec<Agreed> {
    const ANSWER: usize = 100_000;
    let (address, server) = serve(config, connections, vec![b'x'; ANSWER]);
    let mut all = vec!["--update-keys"];
    all.extend(client);
    let reports = fetch(address, &all);
    assert_eq!(reports.len(), connections);
    let last = reports.last().unwrap();
    last.assert(expected);
    last.assert(&[("received", &ANSWER.to_string())]);
    let served = server.join().unwrap();
    served.into_iter().map(Result::unwrap).collect()
}

#[test]
fn each_cipher_suite() {
    for suite in [
        cipher_suite::TLS13_AES_128_GCM_SHA256,
        cipher_suite::TLS13_AES_256_GCM_SHA384,
        cipher_suite::TLS13_CHACHA20_POLY1305_SHA256,
    ] {
        let config = server_config(provider(&[suite], &[]), &files().ecdsa_p256, false);
        let name = format!("{:?}", suite.suite());
        serve_client(config, 1, &[], &[("suite", &name)]);
    }
}

#[test]
fn each_group() {
    for (group, name, retry) in [
        (kx_group::X25519, "x25519", "no"),
        (kx_group::SECP256R1, "secp256r1", "yes"),
        (kx_group::SECP384R1, "secp384r1", "yes"),
    ] {
        let config = server_config(provider(&[], &[group]), &files().ecdsa_p256, false);
        let expected = [("group", name), ("hello_retry", retry)];
        serve_client(config, 1, &[], &expected);
    }
}

#[cfg(feature = "aws-lc-rs")]
#[test]
fn the_hybrid_group() {
    let provider = provider(&[], &[kx_group::X25519MLKEM768]);
    let config = server_config(provider, &files().ecdsa_p256, false);
    let expected = [("group", "X25519MLKEM768"), ("hello_retry", "no")];
    serve_client(config, 1, &[], &expected);
}

#[test]
fn each_kind_of_signature() {
    let files = files();
    for identity in [
        &files.ecdsa_p256,
        &files.ecdsa_p384,
        &files.ed25519,
        &files.rsa,
    ] {
        serve_client(
            server_config(provider(&[], &[]), identity, false),
            1,
            &[],
            &[],
        );
    }
}

#[test]
fn a_client_certificate_and_a_resumed_session() {
    let files = files();
    let config = server_config(provider(&[], &[]), &files.ecdsa_p256, true);
    let client = [
        "--cert",
        argument(&files.client.chain),
        "--key",
        argument(&files.client.key),
        "--resume",
    ];
    let served = serve_client(config, 2, &client, &[("resumed", "yes")]);
    assert_eq!(served[0].certificates, 2);
    assert_eq!(served[0].kind, HandshakeKind::Full);
    assert_eq!(served[1].kind, HandshakeKind::Resumed);

    let config = server_config(provider(&[], &[]), &files.ecdsa_p256, true);
    let (address, server) = serve(config, 1, Vec::new());
    let refused = run_client(address, &[]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("the peer sent the alert certificate_required");
    assert!(server.join().unwrap()[0].is_err());
}

#[test]
fn the_protocol_is_negotiated() {
    let mut config = server_config(provider(&[], &[]), &files().ecdsa_p256, false);
    config.alpn_protocols = vec![b"http/1.0".to_vec()];
    let expected = [("alpn", "http/1.0")];
    serve_client(config, 1, &["--alpn", "h2,http/1.0"], &expected);
}

#[test]
fn records_of_any_size() {
    for size in [32, 1000, 16_384 + 5] {
        let mut config = server_config(provider(&[], &[]), &files().ecdsa_p256, false);
        config.max_fragment_size = Some(size);
        serve_client(config, 1, &[], &[]);
    }
}
