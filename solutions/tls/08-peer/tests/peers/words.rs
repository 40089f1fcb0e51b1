//! What the program says: its help, and its errors with what to do about them.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use crate::support::peer::{Server, argument, client, tls_peer};
use crate::support::{Identity, Process, files};

/// Runs it, and checks its exit code and all that it says.
#[track_caller]
fn said(command: &mut Command, code: i32) -> String {
    let finished = Process::start(command).finish();
    assert_eq!(finished.status.code(), Some(code), "{finished:?}");
    let folder = argument(files().root.parent().unwrap());
    [finished.stdout(), finished.stderr()]
        .concat()
        .replace(folder, "FOLDER")
        .replace("tls-peer.exe", "tls-peer")
}

#[test]
fn help() {
    insta::assert_snapshot!(said(tls_peer().arg("--help"), 0));
}

#[test]
fn help_of_the_server() {
    insta::assert_snapshot!(said(tls_peer().args(["server", "--help"]), 0));
}

#[test]
fn help_of_the_client() {
    insta::assert_snapshot!(said(tls_peer().args(["client", "--help"]), 0));
}

/// A server that cannot start.
fn server(address: &str, identity: &Identity) -> Command {
    let mut command = tls_peer();
    command
        .args(["server", address])
        .args([&identity.chain, &identity.key]);
    command
}

/// With the system's own words in it, which others than Linux put differently.
#[cfg(target_os = "linux")]
#[test]
fn wrong_usage() {
    let files = files();
    let good = &files.ecdsa_p256;
    let here = "127.0.0.1:0";
    let missing = Identity {
        chain: files.path("missing.pem"),
        key: good.key.clone(),
    };
    let no_key = Identity {
        chain: good.chain.clone(),
        key: good.chain.clone(),
    };
    let no_certificate = Identity {
        chain: good.key.clone(),
        key: good.key.clone(),
    };
    let mixed = Identity {
        chain: good.chain.clone(),
        key: files.rsa.key.clone(),
    };
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    // All of them, each with its length, take more than 16 KiB.
    let too_many = ["x".repeat(255), "y".repeat(255)].join(",");
    let too_many = [too_many.as_str(); 32].join(",") + ",z";
    let all = [
        said(&mut tls_peer(), 2),
        said(&mut server("localhost", good), 2),
        said(&mut server(&taken, good), 2).replace(&taken, "127.0.0.1:PORT"),
        said(&mut server("192.0.2.1:0", good), 2),
        said(&mut server(here, &missing), 2),
        said(&mut server(here, &no_key), 2),
        said(&mut server(here, &no_certificate), 2),
        said(&mut server(here, &mixed), 2),
        said(server(here, good).arg("--auth-required"), 2),
        said(server(here, good).args(["--alpn", "h2,"]), 2),
        said(server(here, good).args(["--alpn", &too_many]), 2),
        said(server(here, good).args(["--bytes", "many"]), 2),
        said(client_of("localhost", "localhost").arg("--resume"), 2),
        said(&mut client_of("127.0.0.1:1", "two words"), 2),
        said(
            client_of("127.0.0.1:1", "localhost").args(["--alpn", &too_many]),
            2,
        ),
        said(
            client_of("127.0.0.1:1", "localhost").args(["--cert", "x"]),
            2,
        ),
        said(
            client_of("127.0.0.1:1", "localhost").args(["--keylog", "missing/keys"]),
            2,
        ),
    ];
    insta::assert_snapshot!(all.join("---\n"));
}

fn client_of(address: &str, name: &str) -> Command {
    let mut command = tls_peer();
    command.args(["client", address, name]).arg(&files().root);
    command
}

/// With the system's own words in it, which others than Linux put differently.
#[cfg(target_os = "linux")]
#[test]
fn connections_that_fail() {
    let files = files();
    let root = argument(&files.root);
    let demanding = Server::start(&["--auth", root, "--auth-required", "--alpn", "http/1.0"]);
    let demanding_address = demanding.address.to_string();
    let stranger = &files.stranger;
    let presented = [
        "--cert",
        argument(&stranger.chain),
        "--key",
        argument(&stranger.key),
    ];
    let mut other_roots = tls_peer();
    other_roots
        .args(["client", &demanding_address, "localhost"])
        .arg(&files.other_root);
    let authority = Server::start_as(&files.authority, &[]);
    let mut of_authority = tls_peer();
    of_authority
        .args(["client", &authority.address.to_string(), "localhost"])
        .arg(&files.authority.chain);
    let all = [
        // Nobody listens there.
        said(&mut client_of("127.0.0.1:1", "localhost"), 1),
        said(&mut client(demanding.address, &[]), 1),
        said(&mut client(demanding.address, &presented), 1),
        said(&mut client(demanding.address, &["--alpn", "h2"]), 1),
        said(&mut client_of(&demanding_address, "example.org"), 1),
        said(&mut other_roots, 1),
        said(&mut of_authority, 1),
    ];
    insta::assert_snapshot!(all.join("---\n"));
}
