//! Where every search begins: real messages, and connections that go well.
//!
//! They are committed in `seeds/`, a folder for each target. `cargo run -p tls-fuzz
//! --example write_seeds` writes those of [`made`] anew; others in the same folders are
//! kept, and run like them.

use core::ops::DerefMut;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use codec::{Codec, Handshake, HandshakeType};
use deframer::ContentType;
use reader::Reader;
use recorded::{client_hellos, rfc8448};
use tls_core::ConnectionCommon;

use crate::input::Options;
use crate::{targets, wire};

/// An input to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed {
    /// The target that it is for.
    pub target: &'static str,
    /// What it is, in small letters.
    pub name: String,
    /// The input.
    pub input: Vec<u8>,
}

impl Seed {
    fn new(target: &'static str, name: impl Into<String>, input: impl Into<Vec<u8>>) -> Self {
        Self {
            target,
            name: name.into(),
            input: input.into(),
        }
    }

    /// Where it is kept, below [`folder`].
    pub fn path(&self) -> PathBuf {
        Path::new(self.target).join(format!("{}.bin", self.name))
    }
}

/// The folder with a folder for each target.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

/// The inputs that are kept for a target, in the order of their names.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn kept(target: &str) -> io::Result<Vec<Vec<u8>>> {
    let mut paths = fs::read_dir(folder().join(target))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    paths.into_iter().map(fs::read).collect()
}

/// All that is made here: the same whenever it is made.
pub fn made() -> Vec<Seed> {
    let mut seeds = recorded_messages();
    seeds.extend(connections());
    seeds.extend(edits());
    seeds
}

/// The messages of RFC 8448, and hellos of real clients.
fn recorded_messages() -> Vec<Seed> {
    let mut seeds = Vec::new();
    for message in [
        rfc8448::CLIENT_HELLO,
        rfc8448::SERVER_HELLO,
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
        rfc8448::CERTIFICATE_VERIFY,
        rfc8448::SERVER_FINISHED,
        rfc8448::NEW_SESSION_TICKET,
    ] {
        seeds.extend(message_seeds("rfc8448", message));
    }
    for (client, hello) in client_hellos::ALL {
        seeds.extend(message_seeds(&client.to_lowercase(), hello));
    }
    for (client, record) in client_hellos::ALL_RECORDS {
        let input = [&[0, 0], record].concat();
        seeds.push(Seed::new("server", client.to_lowercase(), input));
    }
    seeds.push(Seed::new("alert", "close-notify", rfc8448::CLOSE_NOTIFY));
    let flight = [
        rfc8448::RECORD_SERVER_HELLO,
        &[20, 3, 3, 0, 1, 1],
        rfc8448::RECORD_SERVER_FLIGHT,
    ];
    seeds.push(Seed::new(
        "deframer",
        "rfc8448",
        [&[0, 50], &flight.concat()[..]].concat(),
    ));
    seeds
}

/// The bodies of messages, for the targets that take them.
fn message_seeds(name: &str, mut messages: &[u8]) -> Vec<Seed> {
    let mut seeds = Vec::new();
    while !messages.is_empty() {
        let mut reader = Reader::new(messages);
        let message = Handshake::read(&mut reader).expect("whole messages");
        messages = &messages[messages.len() - reader.left()..];
        let target = match message.msg_type {
            HandshakeType::CLIENT_HELLO => "client_hello",
            HandshakeType::SERVER_HELLO => "server_hello",
            HandshakeType::ENCRYPTED_EXTENSIONS => "encrypted_extensions",
            HandshakeType::CERTIFICATE_REQUEST => "certificate_request",
            HandshakeType::CERTIFICATE => "certificate",
            HandshakeType::CERTIFICATE_VERIFY => "certificate_verify",
            HandshakeType::FINISHED => "finished",
            HandshakeType::NEW_SESSION_TICKET => "new_session_ticket",
            HandshakeType::KEY_UPDATE => "key_update",
            unexpected => panic!("there is no target for {unexpected:?}"),
        };
        seeds.push(Seed::new(target, name, message.body.bytes()));
    }
    seeds
}

/// Connections that go well: what either peer sends, for the other's target.
fn connections() -> Vec<Seed> {
    let mut seeds = Vec::new();
    // The options of the client and of the server, as the targets list them.
    for (name, client, server) in [
        ("full", 0, 0),
        ("another-hello", 0, 1 << 6),
        ("client-certificate", 1 << 1, 1 << 0 | 1 << 1),
        ("no-client-certificate", 0, 1 << 0),
        ("protocol", 1 << 2, 1 << 2),
        ("resumed", 1 << 0, 0),
        ("small-records", 1 << 1 | 1 << 4, 1 << 0 | 1 << 4),
        ("long-hash", 1 << 6, 0),
    ] {
        let (to_client, to_server) = talk(client, server);
        if name != "small-records" {
            seeds.extend(message_seeds(name, &messages(&to_client)));
            seeds.extend(message_seeds(name, &messages(&to_server)));
        }
        let protected = records_of(&to_client, ContentType::APPLICATION_DATA);
        seeds.push(Seed::new(
            "deframer",
            name,
            [&[1, 9], &protected[..]].concat(),
        ));
        seeds.push(Seed::new(
            "client",
            name,
            [&[client, 7], &to_client[..]].concat(),
        ));
        seeds.push(Seed::new(
            "server",
            name,
            [&[server, 7], &to_server[..]].concat(),
        ));
    }
    // The same message from two connections is one seed, and so are two of a connection.
    let mut distinct: Vec<Seed> = Vec::new();
    for seed in seeds {
        let same = |other: &Seed| {
            other.target == seed.target && (other.name == seed.name || other.input == seed.input)
        };
        if !distinct.iter().any(same) {
            distinct.push(seed);
        }
    }
    distinct
}

/// The records of that outer type.
fn records_of(wire: &[u8], content_type: ContentType) -> Vec<u8> {
    let mut records = wire::split(wire);
    records.retain(|record| record[0] == content_type.0);
    records.concat()
}

/// The handshake messages in records that are transparent.
fn messages(wire: &[u8]) -> Vec<u8> {
    let mut messages = Vec::new();
    for record in wire::split(wire) {
        if let Some((ContentType::HANDSHAKE, content)) = wire::content(record) {
            messages.extend_from_slice(content);
        }
    }
    messages
}

/// All that two peers send who shake hands, talk, change their keys, talk again, and
/// close: what goes to the client, and what goes to the server.
fn talk(client: u8, server: u8) -> (Vec<u8>, Vec<u8>) {
    let mut client = targets::new_client(Options(client));
    let mut server = targets::new_server(Options(server));
    let mut to_client = Vec::new();
    let mut to_server = Vec::new();
    for stage in 0..4 {
        act(&mut client, stage);
        act(&mut server, stage);
        loop {
            let there = carry(&mut client, &mut server);
            let back = carry(&mut server, &mut client);
            if there.is_empty() && back.is_empty() {
                break;
            }
            to_server.extend(there);
            to_client.extend(back);
        }
    }
    assert!(client.peer_has_closed() && server.peer_has_closed());
    (to_client, to_server)
}

fn act(peer: &mut ConnectionCommon, stage: u8) {
    match stage {
        1 | 2 => {
            peer.refresh_traffic_keys().expect("a finished handshake");
            peer.writer().write_all(&[0xda; 100]).expect("room");
        }
        3 => peer.send_close_notify(),
        _ => {}
    }
}

/// Carries what `from` has to send, and returns it.
fn carry<A, B>(from: &mut A, to: &mut B) -> Vec<u8>
where
    A: DerefMut<Target = ConnectionCommon>,
    B: DerefMut<Target = ConnectionCommon>,
{
    let mut sent = Vec::new();
    while from.wants_write() {
        from.write_tls(&mut sent).expect("memory takes all");
    }
    let mut wire = &sent[..];
    while !wire.is_empty() {
        to.read_tls(&mut wire).expect("room");
        while to
            .process_new_packets()
            .expect("an honest peer")
            .plaintext_bytes_to_read()
            > 0
        {
            let mut reader = to.reader();
            let count = reader.fill_buf().expect("data waits").len();
            reader.consume(count);
        }
    }
    sent
}

/// Everything that can be done to a record, each in some places.
fn edits() -> Vec<Seed> {
    let mut seeds = vec![Seed::new("handshake", "untouched", [0b1010])];
    for what in 0..12 {
        let mut input = vec![what];
        for record in [what, what / 2 + 3] {
            input.extend([record, what, 9 * what, 1]);
        }
        seeds.push(Seed::new("handshake", format!("edit-{what:02}"), input));
    }
    seeds
}
