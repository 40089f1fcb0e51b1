//! The client and the server with each other, and with what is no TLS.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::support::files;
use crate::support::peer::{Server, argument, fetch};

#[test]
fn a_page_says_what_was_agreed_upon() {
    let mut server = Server::start(&["--alpn", "http/1.0"]);
    let reports = fetch(server.address, &["--alpn", "http/1.0", "--tls13"]);
    let agreed = [
        ("version", "TLSv1.3"),
        ("suite", "TLS13_AES_256_GCM_SHA384"),
        ("resumed", "no"),
        ("hello_retry", "no"),
        ("alpn", "http/1.0"),
    ];
    reports[0].assert(&agreed);
    server.report().assert(&agreed);
}

#[cfg(feature = "aws-lc-rs")]
#[test]
fn the_group_is_the_hybrid_one() {
    let server = Server::start(&[]);
    fetch(server.address, &[])[0].assert(&[("group", "X25519MLKEM768")]);
}

#[test]
fn with_everything_at_once() {
    let files = files();
    let root = argument(&files.root);
    let keys = files.path("own-keys");
    let mut server = Server::start(&[
        "--auth",
        root,
        "--auth-required",
        "--bytes",
        "1000000",
        "--tls13",
    ]);
    let reports = fetch(
        server.address,
        &[
            "--cert",
            argument(&files.client.chain),
            "--key",
            argument(&files.client.key),
            "--resume",
            "--update-keys",
            "--keylog",
            argument(&keys),
        ],
    );
    assert_eq!(reports.len(), 2);
    for (report, resumed) in reports.iter().zip(["no", "yes"]) {
        let received: usize = report.get("received").parse().unwrap();
        assert!(received > 1_000_000);
        report.assert(&[("resumed", resumed)]);
        server
            .report()
            .assert(&[("resumed", resumed), ("peer_certificate", "yes")]);
    }
    // Five secrets for each.
    assert_eq!(std::fs::read_to_string(keys).unwrap().lines().count(), 10);
}

#[test]
fn pages_of_any_length() {
    for length in [0, 1, 16_384, 16_385, 5_000_000] {
        let server = Server::start(&["--bytes", &length.to_string()]);
        let received: usize = fetch(server.address, &[])[0]
            .get("received")
            .parse()
            .unwrap();
        let head = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: \r\n\r\n";
        let digits = length.to_string().len();
        assert_eq!(received, head.len() + digits + length);
    }
}

/// The client closes when its request is back.
#[test]
fn an_echo() {
    let mut server = Server::start(&["--echo"]);
    let request = "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"
        .len()
        .to_string();
    fetch(server.address, &["--update-keys"])[0].assert(&[("received", &request)]);
    server.report().assert(&[("received", &request)]);
}

#[test]
fn without_tickets_nothing_is_resumed() {
    let server = Server::start(&["--no-tickets"]);
    for report in fetch(server.address, &["--resume"]) {
        report.assert(&[("resumed", "no")]);
    }
}

/// Each of them is served although another one, that came first, says nothing.
#[test]
fn many_connections_at_once() {
    let server = Server::start(&["--bytes", "100000"]);
    let silent: Vec<_> = (0..100)
        .map(|_| TcpStream::connect(server.address).unwrap())
        .collect();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| fetch(server.address, &[]));
        }
    });
    drop(silent);
}

/// More than fits into the buffers of the sockets: the server has to read on after its
/// alert, or the client would be reset and lose it.
#[test]
fn who_speaks_no_tls_gets_an_alert_and_the_server_goes_on() {
    let mut server = Server::start(&[]);
    let mut socket = TcpStream::connect(server.address).unwrap();
    socket.write_all(b"GET / HTTP/1.0\r\n\r\n").unwrap();
    socket.write_all(&vec![0; 10_000_000]).unwrap();
    let mut answer = Vec::new();
    // It ends although this side has not closed: the server has closed its own.
    socket.read_to_end(&mut answer).unwrap();
    // unexpected_message
    assert_eq!(answer, [21, 3, 3, 0, 2, 2, 10]);
    drop(socket);
    let error = server.error();
    assert!(
        error.contains("a record of the unexpected type 71"),
        "{error}"
    );

    fetch(server.address, &[])[0].assert(&[("version", "TLSv1.3")]);
}

#[test]
fn who_goes_in_the_middle_of_the_handshake_stops_nobody() {
    let mut server = Server::start(&[]);
    drop(TcpStream::connect(server.address).unwrap());
    let error = server.error();
    assert!(error.contains("without close_notify"), "{error}");

    fetch(server.address, &[])[0].assert(&[("version", "TLSv1.3")]);
}
