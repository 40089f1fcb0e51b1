//! The server with `curl`.

use std::process::Command;

use crate::support::peer::{Server, argument};
use crate::support::process::Finished;
use crate::support::{Process, files, installed};

/// Whether there is no curl here, so that the test is skipped.
fn missing() -> bool {
    !installed("curl")
}

/// Runs curl to its end. The page, or the pages, are its standard output.
fn fetch(server: &Server, pages: usize, options: &[&str]) -> Finished {
    let port = server.address.port();
    let mut command = Command::new("curl");
    command
        // First, so that no configuration of the user's counts.
        .args(["--disable", "--silent", "--show-error", "--noproxy", "*"])
        .args(["--tlsv1.3", "--cacert", argument(&files().root)])
        .args(["--resolve", &format!("localhost:{port}:127.0.0.1")])
        .args(options)
        .args(vec![format!("https://localhost:{port}/"); pages]);
    Process::start(&mut command).finish()
}

#[test]
fn each_cipher_suite() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    for (theirs, ours) in [
        ("TLS_AES_128_GCM_SHA256", "TLS13_AES_128_GCM_SHA256"),
        ("TLS_AES_256_GCM_SHA384", "TLS13_AES_256_GCM_SHA384"),
        (
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS13_CHACHA20_POLY1305_SHA256",
        ),
    ] {
        let finished = fetch(&server, 1, &["--tls13-ciphers", theirs]);
        finished.assert_success();
        finished.assert_says(&format!("suite={ours}"));
        server.report().assert(&[("suite", ours)]);
    }
}

#[test]
fn each_group() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    for (theirs, ours, retry) in [
        ("X25519", "x25519", "no"),
        ("P-256", "secp256r1", "no"),
        ("P-521:P-384", "secp384r1", "yes"),
    ] {
        fetch(&server, 1, &["--curves", theirs]).assert_success();
        server
            .report()
            .assert(&[("group", ours), ("hello_retry", retry)]);
    }
}

#[test]
fn client_certificates() {
    if missing() {
        return;
    }
    let files = files();
    let root = argument(&files.root);
    let mut server = Server::start(&["--auth", root, "--auth-required"]);
    let presented = [
        "--cert",
        argument(&files.client.chain),
        "--key",
        argument(&files.client.key),
    ];
    fetch(&server, 1, &presented).assert_success();
    server.report().assert(&[("peer_certificate", "yes")]);

    let refused = fetch(&server, 1, &[]);
    assert!(!refused.status.success());
    refused.assert_says("certificate required");
    assert!(server.error().contains("the peer sent no certificate"));
}

#[test]
fn the_second_page_is_fetched_on_a_resumed_connection() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    fetch(&server, 2, &[]).assert_success();
    server.report().assert(&[("resumed", "no")]);
    server.report().assert(&[("resumed", "yes")]);
}

#[test]
fn the_protocol_is_negotiated() {
    if missing() {
        return;
    }
    let mut server = Server::start(&["--alpn", "http/1.1"]);
    fetch(&server, 1, &[]).assert_success();
    server.report().assert(&[("alpn", "http/1.1")]);
}

#[test]
fn a_long_page() {
    if missing() {
        return;
    }
    const LENGTH: usize = 10_000_000;
    let server = Server::start(&["--bytes", &LENGTH.to_string()]);
    let finished = fetch(&server, 1, &[]);
    finished.assert_success();
    assert_eq!(finished.stdout().len(), LENGTH);
}

#[test]
fn another_root_is_refused_by_curl_and_the_server_goes_on() {
    if missing() {
        return;
    }
    let server = Server::start_as(&files().stranger, &[]);
    let refused = fetch(&server, 1, &[]);
    // "Peer certificate cannot be authenticated with known CA certificates." Whether curl
    // tells the server, too, depends on its version.
    assert_eq!(refused.status.code(), Some(60));

    let careless = fetch(&server, 1, &["--insecure"]);
    careless.assert_success();
}
