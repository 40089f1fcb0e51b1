//! The client with `gnutls-serv`.

use crate::support::gnutls::Server;
use crate::support::peer::{argument, fetch, run_client};
use crate::support::{Identity, files, installed, key_log};

/// Whether there is no GnuTLS here, so that the test is skipped.
fn missing() -> bool {
    !installed("gnutls-serv")
}

/// Fetches GnuTLS's page about the connection, and checks what was reported.
#[track_caller]
fn check(identity: &Identity, server: &[&str], client: &[&str], expected: &[(&str, &str)]) {
    let server = Server::start(identity, server, None);
    let reports = fetch(server.address, client);
    assert_eq!(reports.len(), 1);
    reports[0].assert(expected);
}

/// An option that leaves only one of the group's or the cipher's kind.
fn only(kind: &str, name: &str) -> String {
    format!("--priority=NORMAL:-VERS-ALL:+VERS-TLS1.3:-{kind}-ALL:+{name}")
}

#[test]
fn each_cipher_suite() {
    if missing() {
        return;
    }
    for (theirs, ours) in [
        ("AES-128-GCM", "TLS13_AES_128_GCM_SHA256"),
        ("AES-256-GCM", "TLS13_AES_256_GCM_SHA384"),
        ("CHACHA20-POLY1305", "TLS13_CHACHA20_POLY1305_SHA256"),
    ] {
        check(
            &files().ecdsa_p256,
            &["--disable-client-cert", &only("CIPHER", theirs)],
            &[],
            &[("version", "TLSv1.3"), ("suite", ours), ("resumed", "no")],
        );
    }
}

/// The client sends no share for P-256 and P-384, so that the server asks for one.
#[test]
fn each_group_with_a_hello_retry_request_where_there_was_no_share() {
    if missing() {
        return;
    }
    for (theirs, ours, retry) in [
        ("GROUP-X25519", "x25519", "no"),
        ("GROUP-SECP256R1", "secp256r1", "yes"),
        ("GROUP-SECP384R1", "secp384r1", "yes"),
    ] {
        check(
            &files().ecdsa_p256,
            &["--disable-client-cert", &only("GROUP", theirs)],
            &[],
            &[("group", ours), ("hello_retry", retry)],
        );
    }
}

#[test]
fn each_kind_of_signature() {
    if missing() {
        return;
    }
    let files = files();
    for identity in [
        &files.ecdsa_p256,
        &files.ecdsa_p384,
        &files.ed25519,
        &files.rsa,
    ] {
        check(identity, &["--disable-client-cert"], &[], &[]);
    }
}

#[test]
fn a_client_certificate_is_sent_when_asked_for() {
    if missing() {
        return;
    }
    let files = files();
    let root = argument(&files.root);
    let required = [
        "--require-client-cert",
        "--verify-client-cert",
        "--x509cafile",
        root,
    ];
    let optional = ["--verify-client-cert", "--x509cafile", root];
    let presented = [
        "--cert",
        argument(&files.client.chain),
        "--key",
        argument(&files.client.key),
    ];
    let identity = &files.ecdsa_p256;
    check(identity, &required, &presented, &[]);
    check(identity, &optional, &presented, &[]);
    check(identity, &optional, &[], &[]);

    let server = Server::start(identity, &required, None);
    let refused = run_client(server.address, &[]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("the peer sent the alert certificate_required");
}

#[test]
fn the_second_connection_is_resumed() {
    if missing() {
        return;
    }
    let server = Server::start(&files().ecdsa_p256, &["--disable-client-cert"], None);
    let reports = fetch(server.address, &["--resume"]);
    assert_eq!(reports.len(), 2);
    reports[0].assert(&[("resumed", "no")]);
    reports[1].assert(&[("resumed", "yes"), ("peer_certificate", "yes")]);
}

#[test]
fn the_protocol_is_negotiated() {
    if missing() {
        return;
    }
    let identity = &files().ecdsa_p256;
    let server = ["--disable-client-cert", "--alpn=http/1.0", "--alpn-fatal"];
    check(
        identity,
        &server,
        &["--alpn", "h2,http/1.0"],
        &[("alpn", "http/1.0")],
    );

    let server = Server::start(identity, &server, None);
    let refused = run_client(server.address, &["--alpn", "h2"]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("the peer sent the alert no_application_protocol");
}

#[test]
fn keys_are_updated_by_the_client() {
    if missing() {
        return;
    }
    let server = ["--disable-client-cert"];
    check(&files().ecdsa_p256, &server, &["--update-keys"], &[]);
}

#[test]
fn both_sides_log_the_same_secrets() {
    if missing() {
        return;
    }
    let ours = files().path("gnutls-keys-of-the-client");
    let theirs = files().path("gnutls-keys-of-the-server");
    let options = ["--disable-client-cert"];
    let server = Server::start(&files().ecdsa_p256, &options, Some(&theirs));
    fetch(server.address, &["--resume", "--keylog", argument(&ours)]);
    key_log::assert_same(&ours, &theirs, 2);
}

#[test]
fn a_long_page_in_records_of_any_size() {
    if missing() {
        return;
    }
    const LENGTH: u64 = 3_000_000;
    let page = files().path("gnutls-page");
    std::fs::write(&page, vec![b'x'; LENGTH as usize]).unwrap();
    for size in ["512", "16384"] {
        let options = [
            "--disable-client-cert",
            "--httpdata",
            argument(&page),
            "--recordsize",
            size,
        ];
        let server = Server::start(&files().ecdsa_p256, &options, None);
        let reports = fetch(server.address, &["--update-keys"]);
        let received: u64 = reports[0].get("received").parse().unwrap();
        // With a header in front.
        assert!((LENGTH..LENGTH + 500).contains(&received), "{received}");
    }
}

#[test]
fn a_server_without_tls13_is_refused() {
    if missing() {
        return;
    }
    let server = Server::start(
        &files().ecdsa_p256,
        &["--disable-client-cert", "--priority=NORMAL:-VERS-TLS1.3"],
        None,
    );
    let refused = run_client(server.address, &[]);
    assert_eq!(refused.status.code(), Some(1));
    // All suites that the client offers are of TLS 1.3, which this server looks at first.
    refused.assert_says("the peer sent the alert handshake_failure");
    refused.assert_says("The server has to speak TLS 1.3");
}
