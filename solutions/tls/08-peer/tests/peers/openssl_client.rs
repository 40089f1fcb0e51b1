//! The server with `openssl s_client`.

use crate::support::openssl::{self, client, fetch};
use crate::support::peer::{Server, argument};
use crate::support::{Identity, files, installed};

/// Whether there is no OpenSSL here, so that the test is skipped.
fn missing() -> bool {
    !installed("openssl")
}

/// Lets OpenSSL fetch the page, and checks what the server reported.
#[track_caller]
fn check(identity: &Identity, server: &[&str], client: &[&str], expected: &[(&str, &str)]) {
    let mut server = Server::start_as(identity, server);
    let finished = fetch(server.address, client);
    finished.assert_success();
    finished.assert_says("HTTP/1.0 200 OK");
    server.report().assert(expected);
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
            &[],
            &["-ciphersuites", theirs],
            &[("version", "TLSv1.3"), ("suite", ours), ("resumed", "no")],
        );
    }
}

/// OpenSSL sends a share for the first group of its list only.
#[test]
fn each_group_at_once_and_after_a_hello_retry_request() {
    if missing() {
        return;
    }
    for (theirs, ours) in [
        ("X25519", "x25519"),
        ("P-256", "secp256r1"),
        ("P-384", "secp384r1"),
    ] {
        let identity = &files().ecdsa_p256;
        let at_once = [("group", ours), ("hello_retry", "no")];
        check(identity, &[], &["-groups", theirs], &at_once);
        let groups = format!("P-521:{theirs}");
        let after_retry = [("group", ours), ("hello_retry", "yes")];
        check(identity, &[], &["-groups", &groups], &after_retry);
    }
}

#[test]
fn each_kind_of_signature() {
    if missing() {
        return;
    }
    let files = files();
    // OpenSSL names the scheme since 3.5, and before that the kind of key.
    for (identity, kind, scheme) in [
        (&files.ecdsa_p256, "ECDSA", "ecdsa_secp256r1_sha256"),
        (&files.ecdsa_p384, "ECDSA", "ecdsa_secp384r1_sha384"),
        (&files.ed25519, "ed25519", "ed25519"),
        (&files.rsa, "RSA-PSS", "rsa_pss_rsae_"),
    ] {
        let server = Server::start_as(identity, &[]);
        let finished = fetch(server.address, &[]);
        finished.assert_success();
        finished
            .assert_says_one_of(&[kind, scheme].map(|name| format!("Peer signature type: {name}")));
    }
}

#[test]
fn each_hash_of_an_rsa_signature() {
    if missing() {
        return;
    }
    for hash in ["sha256", "sha384", "sha512"] {
        let scheme = format!("rsa_pss_rsae_{hash}");
        // The certificates are signed with ECDSA.
        let schemes = format!("{scheme}:ecdsa_secp256r1_sha256");
        let server = Server::start_as(&files().rsa, &[]);
        let finished = fetch(server.address, &["-sigalgs", &schemes]);
        finished.assert_success();
        finished.assert_says(&format!("Peer signing digest: {}", hash.to_uppercase()));
    }
}

/// The options with which OpenSSL presents a certificate.
fn presenting(identity: &Identity) -> [&str; 6] {
    [
        "-cert",
        argument(&identity.chain),
        "-cert_chain",
        argument(&identity.chain),
        "-key",
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
    check(identity, &[], &presented, &[no]);
}

#[test]
fn the_server_refuses_clients_and_goes_on() {
    if missing() {
        return;
    }
    let files = files();
    let root = argument(&files.root);
    let mut server = Server::start(&["--auth", root, "--auth-required", "--alpn", "http/1.0"]);

    let refused = fetch(server.address, &[]);
    assert!(!refused.status.success());
    refused.assert_says("alert certificate required");
    assert!(server.error().contains("the peer sent no certificate"));

    let refused = fetch(server.address, &presenting(&files.stranger));
    assert!(!refused.status.success());
    refused.assert_says("alert unknown ca");
    assert!(server.error().contains("UnknownIssuer"));

    let refused = fetch(server.address, &["-alpn", "h2"]);
    refused.assert_says("alert no application protocol");
    assert!(server.error().contains("no application protocol in common"));

    let refused = fetch(server.address, &["-tls1_2"]);
    refused.assert_says("alert protocol version");
    assert!(server.error().contains("Tls13NotOffered"));

    let refused = fetch(server.address, &["-groups", "P-521"]);
    refused.assert_says("alert handshake failure");
    assert!(server.error().contains("NoKxGroupsInCommon"));

    let accepted = fetch(server.address, &presenting(&files.client));
    accepted.assert_success();
    server.report().assert(&[("peer_certificate", "yes")]);
}

#[test]
fn a_session_is_resumed_once() {
    if missing() {
        return;
    }
    let session = files().path("openssl-session");
    let session = argument(&session);
    let mut server = Server::start(&[]);
    fetch(server.address, &["-sess_out", session]).assert_success();
    server.report().assert(&[("resumed", "no")]);

    let resumed = fetch(server.address, &["-sess_in", session]);
    resumed.assert_success();
    resumed.assert_says("Reused, TLSv1.3");
    server
        .report()
        .assert(&[("resumed", "yes"), ("hello_retry", "no")]);

    // With a HelloRetryRequest, and so a binder over both hellos.
    let retried = fetch(
        server.address,
        &["-sess_in", session, "-groups", "P-521:P-384"],
    );
    retried.assert_success();
    server.report().assert(&[
        ("resumed", "yes"),
        ("hello_retry", "yes"),
        ("group", "secp384r1"),
    ]);
}

#[test]
fn a_resumed_client_is_the_one_that_presented_the_certificate() {
    if missing() {
        return;
    }
    let session = files().path("openssl-session-of-a-client");
    let session = argument(&session);
    let root = argument(&files().root);
    let mut server = Server::start(&["--auth", root, "--auth-required"]);
    let mut first = vec!["-sess_out", session];
    first.extend(presenting(&files().client));
    fetch(server.address, &first).assert_success();
    server.report().assert(&[("peer_certificate", "yes")]);

    fetch(server.address, &["-sess_in", session]).assert_success();
    server
        .report()
        .assert(&[("resumed", "yes"), ("peer_certificate", "yes")]);
}

/// With a ticket of OpenSSL's own server a client may send 0-RTT data, which nobody can
/// open: with a HelloRetryRequest up to the second hello, else up to what can be opened.
#[test]
fn early_data_with_the_ticket_of_another_server_is_skipped() {
    if missing() {
        return;
    }
    let files = files();
    let session = files.path("openssl-session-of-another-server");
    let session = argument(&session);
    let early = files.path("openssl-early-data");
    std::fs::write(&early, [b'x'; 5000]).unwrap();
    let options = ["-www", "-max_early_data", "16384"];
    let other = openssl::Server::start(&files.ecdsa_p256, &options);
    fetch(other.address, &["-sess_out", session]).assert_success();

    let sending = ["-sess_in", session, "-early_data", argument(&early)];
    for (groups, retry) in [("X25519", "no"), ("P-521:P-384", "yes")] {
        let mut server = Server::start(&[]);
        let mut client = vec!["-groups", groups];
        client.extend(sending);
        let finished = fetch(server.address, &client);
        finished.assert_says("Early data was rejected");
        finished.assert_says("HTTP/1.0 200 OK");
        server.report().assert(&[
            ("resumed", "no"),
            ("hello_retry", retry),
            ("received", "18"),
        ]);
    }
}

#[test]
fn without_tickets_there_is_none() {
    if missing() {
        return;
    }
    let server = Server::start(&["--no-tickets"]);
    let finished = fetch(server.address, &[]);
    finished.assert_success();
    assert!(!finished.says("New Session Ticket arrived"));

    let server = Server::start(&[]);
    fetch(server.address, &[]).assert_says("New Session Ticket arrived");
}

#[test]
fn the_protocol_is_negotiated() {
    if missing() {
        return;
    }
    let identity = &files().ecdsa_p256;
    let server = ["--alpn", "h2,http/1.0"];
    let h2 = [("alpn", "h2")];
    check(identity, &server, &["-alpn", "http/1.0,h2"], &h2);
    check(identity, &server, &[], &[("alpn", "-")]);
    check(identity, &[], &["-alpn", "h2"], &[("alpn", "-")]);
}

#[test]
fn keys_are_updated_by_the_client() {
    if missing() {
        return;
    }
    let mut server = Server::start(&[]);
    let mut client = client(server.address, &["-msg"]);
    client.wait_for_line_with("read R BLOCK");
    client.write(b"under the first keys\n");
    client.wait_for(|line| (line == "under the first keys").then_some(()));
    // Commands of s_client: update the keys; and ask the server to do so, too.
    client.write(b"k\n");
    client.wait_for_line_with(">>> TLS 1.3, Handshake [length 0005], KeyUpdate");
    client.write(b"under the second keys\n");
    client.wait_for(|line| (line == "under the second keys").then_some(()));
    client.write(b"K\n");
    client.wait_for_line_with("<<< TLS 1.3, Handshake [length 0005], KeyUpdate");
    client.write(b"under the third keys\n");
    client.wait_for(|line| (line == "under the third keys").then_some(()));
    client.write(b"Q\n");
    client.finish().assert_success();
    server.report().assert(&[("version", "TLSv1.3")]);
}

#[test]
fn a_long_page() {
    if missing() {
        return;
    }
    const LENGTH: usize = 10_000_001;
    let mut server = Server::start(&["--bytes", &LENGTH.to_string()]);
    let finished = fetch(server.address, &["-quiet"]);
    finished.assert_success();
    let stdout = finished.stdout();
    let (head, page) = stdout.split_once("\n\n").unwrap();
    assert!(
        head.ends_with(&format!("Content-Length: {LENGTH}")),
        "{head}"
    );
    // The harness ends the last line, which the page does not.
    assert_eq!(page.trim_end_matches('\n').len(), LENGTH);
    server.report().assert(&[("received", "18")]);
}

#[test]
fn a_long_echo_of_records_of_any_size() {
    if missing() {
        return;
    }
    const LINES: usize = 10_000;
    let line = "a line of 32 bytes, that is all\n";
    for size in ["512", "1000", "16384"] {
        let mut server = Server::start(&[]);
        let mut client = client(server.address, &["-nocommands", "-max_send_frag", size]);
        client.write(line.repeat(LINES).as_bytes());
        client.write(b"the last line\n");
        let mut echoed = 0;
        client.wait_for(|text| {
            echoed += usize::from(text == line.trim_end());
            (text == "the last line").then_some(())
        });
        assert_eq!(echoed, LINES);
        client.close_input();
        client.finish().assert_success();
        let length = LINES * line.len() + "the last line\n".len();
        server.report().assert(&[("received", &length.to_string())]);
    }
}

#[test]
fn an_echo_keeps_records_apart() {
    if missing() {
        return;
    }
    // Tickets would be records, too.
    let server = Server::start(&["--echo", "--no-tickets"]);
    let mut client = client(server.address, &["-msg", "-max_send_frag", "512"]);
    client.wait_for_line_with("Verify return code");
    client.write(&[b'x'; 1200]);
    // It prints each header below a line that says in which direction it goes.
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    let mut goes_out = false;
    client.wait_for(|line| {
        if line.contains("RecordHeader") {
            goes_out = line.contains(">>>");
        } else if let Some(length) = line.trim_start().strip_prefix("17 03 03 ") {
            let headers = if goes_out { &mut sent } else { &mut received };
            headers.push(length.to_owned());
        }
        (received.len() == 3).then_some(())
    });
    // 512, 512 and 176 bytes, with a byte for the type and 16 for the tag.
    assert_eq!(sent, ["02 11", "02 11", "00 c1"]);
    assert_eq!(received, sent);
}

#[test]
fn without_middlebox_compatibility() {
    if missing() {
        return;
    }
    check(&files().ecdsa_p256, &[], &["-no_middlebox"], &[]);
}
