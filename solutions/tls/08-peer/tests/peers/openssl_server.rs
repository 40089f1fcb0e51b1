//! The client with `openssl s_server`.

use crate::support::openssl::Server;
use crate::support::peer::{Report, argument, client, fetch, run_client};
use crate::support::{Identity, Process, files, installed};

/// Whether there is no OpenSSL here, so that the test is skipped.
fn missing() -> bool {
    !installed("openssl")
}

/// Fetches OpenSSL's page about the connection, and checks what was reported.
#[track_caller]
fn check(identity: &Identity, server: &[&str], client: &[&str], expected: &[(&str, &str)]) {
    let server = Server::with_page(identity, server);
    let reports = fetch(server.address, client);
    assert_eq!(reports.len(), 1);
    reports[0].assert(expected);
}

#[test]
fn each_cipher_suite() {
    if missing() {
        return;
    }
    for (theirs, ours) in [
        ("TLS_AES_128_GCM_SHA256", "TLS13_AES_128_GCM_SHA256"),
        ("TLS_AES_256_GCM_SHA384", "TLS13_AES_256_GCM_SHA384"),
        (
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS13_CHACHA20_POLY1305_SHA256",
        ),
    ] {
        check(
            &files().ecdsa_p256,
            &["-ciphersuites", theirs],
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
        ("X25519", "x25519", "no"),
        ("P-256", "secp256r1", "yes"),
        ("P-384", "secp384r1", "yes"),
    ] {
        check(
            &files().ecdsa_p256,
            &["-groups", theirs],
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
        check(identity, &[], &[], &[("peer_certificate", "yes")]);
    }
}

#[test]
fn each_hash_of_an_rsa_signature() {
    if missing() {
        return;
    }
    for scheme in [
        "rsa_pss_rsae_sha256",
        "rsa_pss_rsae_sha384",
        "rsa_pss_rsae_sha512",
    ] {
        check(&files().rsa, &["-sigalgs", scheme], &[], &[]);
    }
}

#[test]
fn a_client_certificate_is_sent_when_asked_for() {
    if missing() {
        return;
    }
    let files = files();
    let root = argument(&files.root);
    let identity = &files.client;
    let presented = [
        "--cert",
        argument(&identity.chain),
        "--key",
        argument(&identity.key),
    ];
    let required = ["-Verify", "2", "-verify_return_error", "-CAfile", root];
    let optional = ["-verify", "2", "-verify_return_error", "-CAfile", root];
    check(&files.ecdsa_p256, &required, &presented, &[]);
    check(&files.ecdsa_p256, &optional, &presented, &[]);
    check(&files.ecdsa_p256, &optional, &[], &[]);
    check(&files.ecdsa_p256, &[], &presented, &[]);
}

#[test]
fn a_client_without_a_certificate_learns_that_it_needs_one() {
    if missing() {
        return;
    }
    let root = argument(&files().root);
    let server = Server::with_page(&files().ecdsa_p256, &["-Verify", "2", "-CAfile", root]);
    let refused = run_client(server.address, &[]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("the peer sent the alert certificate_required");
    refused.assert_says("--cert and --key");
}

#[test]
fn the_second_connection_is_resumed() {
    if missing() {
        return;
    }
    // Tickets that hold the session, and tickets that name one in the server's cache.
    for options in [&[][..], &["-no_ticket"]] {
        let server = Server::with_page(&files().ecdsa_p256, options);
        let reports = fetch(server.address, &["--resume"]);
        assert_eq!(reports.len(), 2);
        reports[0].assert(&[("resumed", "no")]);
        reports[1].assert(&[("resumed", "yes"), ("peer_certificate", "yes")]);
    }
}

#[test]
fn a_session_is_resumed_with_another_group_after_a_hello_retry_request() {
    if missing() {
        return;
    }
    let server = Server::with_page(&files().ecdsa_p256, &["-groups", "P-384"]);
    let reports = fetch(server.address, &["--resume"]);
    reports[0].assert(&[("hello_retry", "yes"), ("resumed", "no")]);
    // The client has remembered the group.
    reports[1].assert(&[("hello_retry", "no"), ("resumed", "yes")]);
    reports[1].assert(&[("group", "secp384r1")]);
}

#[test]
fn without_tickets_nothing_is_resumed() {
    if missing() {
        return;
    }
    let server = Server::with_page(&files().ecdsa_p256, &["-num_tickets", "0"]);
    for report in fetch(server.address, &["--resume"]) {
        report.assert(&[("resumed", "no")]);
    }
}

#[test]
fn the_protocol_is_negotiated() {
    if missing() {
        return;
    }
    let identity = &files().ecdsa_p256;
    let server = ["-alpn", "h2,http/1.0"];
    check(
        identity,
        &server,
        &["--alpn", "http/1.0"],
        &[("alpn", "http/1.0")],
    );
    check(
        identity,
        &server,
        &["--alpn", "http/1.0,h2"],
        &[("alpn", "h2")],
    );
    check(identity, &server, &[], &[("alpn", "-")]);
    check(identity, &[], &["--alpn", "h2"], &[("alpn", "-")]);

    let server = Server::with_page(identity, &server);
    let refused = run_client(server.address, &["--alpn", "other"]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("the peer sent the alert no_application_protocol");
}

#[test]
fn keys_are_updated_by_the_client() {
    if missing() {
        return;
    }
    // With `-msg` it says which messages go out (>>>) and come in (<<<).
    let mut server = Server::with_page(&files().ecdsa_p256, &["-msg"]);
    fetch(server.address, &["--update-keys"]);
    for direction in ["<<<", ">>>"] {
        let update = format!("{direction} TLS 1.3, Handshake [length 0005], KeyUpdate");
        server.process.wait_for_line_with(&update);
    }
}

#[test]
fn keys_are_updated_by_the_server() {
    if missing() {
        return;
    }
    // With `-msg` it says which messages go out (>>>) and come in (<<<).
    let mut server = Server::start(&files().ecdsa_p256, &["-msg"]);
    let client = Process::start(&mut client(server.address, &[]));
    server.process.wait_for_line_with("Host: localhost");
    // Commands of s_server: update the keys; and ask the client to do so, too.
    server.process.write(b"k\n");
    server
        .process
        .wait_for_line_with(">>> TLS 1.3, Handshake [length 0005], KeyUpdate");
    server.process.write(b"K\n");
    server
        .process
        .wait_for_line_with(">>> TLS 1.3, Handshake [length 0005], KeyUpdate");
    server
        .process
        .wait_for_line_with("<<< TLS 1.3, Handshake [length 0005], KeyUpdate");
    // With its request back the client is content.
    server
        .process
        .write(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    let finished = client.finish();
    finished.assert_success();
    let report = Report::find(&finished.stdout()).unwrap();
    report.assert(&[("received", "35")]);
    // It has read that the client closes, under the client's second keys.
    server.process.wait_for_line_with("close_notify");
}

#[test]
fn both_sides_log_the_same_secrets() {
    if missing() {
        return;
    }
    let ours = files().path("openssl-keys-of-the-client");
    let theirs = files().path("openssl-keys-of-the-server");
    let server = Server::with_page(&files().ecdsa_p256, &["-keylogfile", argument(&theirs)]);
    fetch(server.address, &["--resume", "--keylog", argument(&ours)]);
    crate::support::key_log::assert_same(&ours, &theirs, 2);
}

#[test]
fn records_of_any_size() {
    if missing() {
        return;
    }
    for size in ["512", "1000", "16384"] {
        check(
            &files().ecdsa_p256,
            &["-max_send_frag", size],
            &[],
            &[("version", "TLSv1.3")],
        );
    }
}

#[test]
fn without_middlebox_compatibility() {
    if missing() {
        return;
    }
    check(&files().ecdsa_p256, &["-no_middlebox"], &[], &[]);
}

#[test]
fn a_server_without_tls13_is_refused() {
    if missing() {
        return;
    }
    let server = Server::with_page(&files().ecdsa_p256, &["-tls1_2"]);
    let refused = run_client(server.address, &[]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("There is only TLS 1.3 here");
}

#[test]
fn a_server_with_another_root_is_refused() {
    if missing() {
        return;
    }
    let mut server = Server::with_page(&files().stranger, &[]);
    let refused = run_client(server.address, &[]);
    assert_eq!(refused.status.code(), Some(1));
    refused.assert_says("UnknownIssuer");
    server.process.wait_for_line_with("unknown ca");
}
