//! The server with `gnutls-cli`.

use crate::support::gnutls::{client, fetch};
use crate::support::peer::{Server, argument};
use crate::support::{Identity, files, installed};

/// Whether there is no GnuTLS here, so that the test is skipped.
fn missing() -> bool {
    !installed("gnutls-cli")
}

/// Lets GnuTLS fetch the page, and checks what the server reported.
#[track_caller]
fn check(identity: &Identity, server: &[&str], client: &[&str], expected: &[(&str, &str)]) {
    let mut server = Server::start_as(identity, server);
    let finished = fetch(server.address, client);
    finished.assert_success();
    finished.assert_says("HTTP/1.0 200 OK");
    server.report().assert(expected);
}

/// An option that leaves only some of the groups or ciphers.
fn only(kind: &str, names: &str) -> String {
    format!("--priority=NORMAL:-VERS-ALL:+VERS-TLS1.3:-{kind}-ALL:{names}")
}

#[test]
fn each_cipher_suite() {
    if missing() {
        return;
    }
    for (theirs, ours) in [
        ("+AES-128-GCM", "TLS13_AES_128_GCM_SHA256"),
        ("+AES-256-GCM", "TLS13_AES_256_GCM_SHA384"),
        ("+CHACHA20-POLY1305", "TLS13_CHACHA20_POLY1305_SHA256"),
    ] {
        check(
            &files().ecdsa_p256,
            &[],
            &[&only("CIPHER", theirs)],
            &[("version", "TLSv1.3"), ("suite", ours), ("resumed", "no")],
        );
    }
}

#[test]
fn each_group_at_once_and_after_a_hello_retry_request() {
    if missing() {
        return;
    }
    let identity = &files().ecdsa_p256;
    for (theirs, ours) in [
        ("+GROUP-X25519", "x25519"),
        ("+GROUP-SECP256R1", "secp256r1"),
        ("+GROUP-SECP384R1", "secp384r1"),
    ] {
        let at_once = [("group", ours), ("hello_retry", "no")];
        check(identity, &[], &[&only("GROUP", theirs)], &at_once);
        // The share is one for P-521, which the server lacks.
        let groups = only("GROUP", &format!("+GROUP-SECP521R1:{theirs}"));
        let after_retry = [("group", ours), ("hello_retry", "yes")];
        check(
            identity,
            &[],
            &["--single-key-share", &groups],
            &after_retry,
        );
    }
}

#[test]
fn each_kind_of_signature() {
    if missing() {
        return;
    }
    let files = files();
    for (identity, kind) in [
        (&files.ecdsa_p256, "ECDSA-SECP256R1-SHA256"),
        (&files.ecdsa_p384, "ECDSA-SECP384R1-SHA384"),
        (&files.ed25519, "EdDSA-Ed25519"),
        (&files.rsa, "RSA-PSS-RSAE-SHA"),
    ] {
        let server = Server::start_as(identity, &[]);
        let finished = fetch(server.address, &[]);
        finished.assert_success();
        finished.assert_says(kind);
    }
}

fn presenting(identity: &Identity) -> [&str; 4] {
    [
        "--x509certfile",
        argument(&identity.chain),
        "--x509keyfile",
        argument(&identity.key),
    ]
}

#[test]
fn client_certificates() {
    if missing() {
        return;
    }
    let files = files();
    let root = argument(&files.root);
    let optional = ["--auth", root];
    let required = ["--auth", root, "--auth-required"];
    let presented = presenting(&files.client);
    let identity = &files.ecdsa_p256;
    let (yes, no) = (("peer_certificate", "yes"), ("peer_certificate", "no"));
    check(identity, &required, &presented, &[yes]);
    check(identity, &optional, &presented, &[yes]);
    check(identity, &optional, &[], &[no]);

    let mut server = Server::start(&required);
    let refused = fetch(server.address, &[]);
    assert!(!refused.status.success());
    refused.assert_says("Certificate is required");
    assert!(server.error().contains("the peer sent no certificate"));
    fetch(server.address, &presented).assert_success();
    server.report().assert(&[yes]);
}

#[test]
fn the_second_connection_is_resumed() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    let finished = fetch(server.address, &["--resume"]);
    finished.assert_success();
    finished.assert_says("This is a resumed session");
    server.report().assert(&[("resumed", "no")]);
    server.report().assert(&[("resumed", "yes")]);

    let mut server = Server::start(&["--no-tickets"]);
    let finished = fetch(server.address, &["--resume"]);
    assert!(!finished.says("This is a resumed session"), "{finished:?}");
    server.report().assert(&[("resumed", "no")]);
}

#[test]
fn the_protocol_is_negotiated() {
    if missing() {
        return;
    }
    let identity = &files().ecdsa_p256;
    let server = ["--alpn", "h2,http/1.0"];
    let expected = [("alpn", "http/1.0")];
    check(identity, &server, &["--alpn=http/1.0"], &expected);

    let mut server = Server::start(&server);
    let refused = fetch(server.address, &["--alpn=other"]);
    assert!(!refused.status.success());
    refused.assert_says("Received alert [120]");
    assert!(server.error().contains("no application protocol in common"));
}

/// `^rekey^` makes `gnutls-cli` update its keys and ask for the server's.
#[test]
fn keys_are_updated_by_the_client() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    let mut client = client(server.address, &["--inline-commands"]);
    for keys in ["first", "second", "third"] {
        let line = format!("under the {keys} keys");
        client.write(format!("{line}\n").as_bytes());
        client.wait_for(|text| (text == line).then_some(()));
        client.write(b"^rekey^\n");
        client.wait_for_line_with("Rekey was completed");
    }
    client.close_input();
    client.finish().assert_success();
    server.report().assert(&[("version", "TLSv1.3")]);
}

#[test]
fn a_long_page_in_records_of_any_size() {
    if missing() {
        return;
    }
    const LENGTH: usize = 1_000_000;
    for size in ["512", "4096"] {
        let server = Server::start(&["--bytes", &LENGTH.to_string()]);
        let finished = fetch(server.address, &["--recordsize", size]);
        finished.assert_success();
        let stdout = finished.stdout();
        let page: usize = stdout
            .lines()
            .filter(|line| line.starts_with("This line is here to be long"))
            .map(|line| line.len() + 1)
            .sum();
        assert_eq!(page, LENGTH / 64 * 64);
    }
}

#[test]
fn a_client_without_tls13_is_refused_and_the_server_goes_on() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    // Older clients have no extensions either.
    for modifier in ["", ":%NO_EXTENSIONS"] {
        let priority = format!("--priority=NORMAL:-VERS-TLS1.3{modifier}");
        let refused = fetch(server.address, &[&priority]);
        assert!(!refused.status.success());
        // `protocol_version`
        refused.assert_says("Received alert [70]");
        assert!(server.error().contains("Tls13NotOffered"));
    }
    fetch(server.address, &[]).assert_success();
}
