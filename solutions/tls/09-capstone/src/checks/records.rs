//! The flights of both sides in records of many sizes, so that messages span them.

use std::collections::BTreeSet;
use std::error::Error;
use std::sync::Arc;

use tls_core::client::{Resumption, UnbufferedClientConnection};
use tls_core::server::{ServerSessionMemoryCache, UnbufferedServerConnection};
use tls_core::{
    ClientConfig, ClientConnection, CommonState, HandshakeKind, ServerConfig, ServerConnection,
};

use super::splits::quick_provider;
use crate::credentials::{Credentials, name};
use crate::ends::{Core, CoreEnd, End, InPlace, insist};
use crate::watch::{Seen, message_ends, provider, records_of};

/// So small that a flight is many records, and most of its messages span some of them.
const SMALL: [usize; 9] = [1, 2, 3, 4, 5, 7, 16, 50, 100];

/// Said behind the last message of a handshake.
const WORDS: &[u8] = b"the handshake is over";

/// Said behind a KeyUpdate.
const NEW_WORDS: &[u8] = b"the keys are new";

/// Holds one conversation in as few records as possible, and then in records of other
/// sizes, again and again.
///
/// # Errors
///
/// What went wrong, and how the bytes had come.
pub fn check() -> Result<(), Box<dyn Error>> {
    let credentials = Credentials::new()?;
    let seen = Seen::default();
    // With the same suite and group: a Finished is as long as the suite's hash.
    let watched = || {
        let quick = quick_provider();
        let mut watched = provider(&seen);
        let suites = quick.cipher_suites.iter().map(|suite| suite.suite);
        let suites: Vec<_> = suites.collect();
        watched
            .cipher_suites
            .retain(|one| suites.contains(&one.suite));
        watched.kx_groups = quick.kx_groups;
        watched
    };
    Way::default().connect_twice(
        credentials.client_with_certificate(watched())?,
        credentials.server_that_asks(watched())?,
    )?;
    let client = credentials.client_with_certificate(quick_provider())?;
    let server = credentials.server_that_asks(quick_provider())?;
    for (size, in_place) in sizes(&seen) {
        for each_alone in [false, true] {
            let way = Way {
                size: Some(size),
                each_alone,
                in_place,
            };
            way.connect_twice(client.clone(), server.clone())?;
        }
    }
    Ok(())
}

/// Sizes of records, and whether they come into buffers of ours: small ones into both,
/// and into the core's those with which the first record of a flight ends beside the end
/// of one of its messages, or with the header of the next.
fn sizes(seen: &Seen) -> BTreeSet<(usize, bool)> {
    let flights = seen.sealed();
    let ends = flights
        .iter()
        .flat_map(|(content_type, content)| message_ends(*content_type, content));
    let beside = ends.flat_map(|end| [end - 1, end, end + 1, end + 4]);
    let beside = beside.map(|size| (size, false));
    let small = SMALL.into_iter();
    small
        .flat_map(|size| [(size, false), (size, true)])
        .chain(beside)
        .collect()
}

/// How the bytes come.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    /// The most bytes of plaintext in a record.
    size: Option<usize>,
    /// Each record comes in a call of its own, or else a flight does.
    each_alone: bool,
    /// Into buffers of ours.
    in_place: bool,
}

impl Way {
    fn words(self) -> String {
        let size = match self.size {
            None => "as few records as possible".to_owned(),
            Some(1) => "records of 1 byte".to_owned(),
            Some(size) => format!("records of {size} bytes"),
        };
        let calls = match self.each_alone {
            true => "each record in a call of its own",
            false => "each flight in one call",
        };
        let buffers = match self.in_place {
            true => ", in the caller's own buffers",
            false => "",
        };
        format!("flights in {size}, {calls}{buffers}")
    }

    /// A connection with certificates on both sides, and one that resumes its session.
    fn connect_twice(
        self,
        mut client: ClientConfig,
        mut server: ServerConfig,
    ) -> Result<(), Box<dyn Error>> {
        // Nothing of one way may help the next.
        client.resumption = Resumption::in_memory_sessions(1);
        server.session_storage = Arc::new(ServerSessionMemoryCache::new(2));
        client.max_fragment_size = self.size;
        server.max_fragment_size = self.size;
        let (client, server) = (Arc::new(client), Arc::new(server));
        for expected in [HandshakeKind::Full, HandshakeKind::Resumed] {
            self.connect(&client, &server, expected)
                .map_err(|error| format!("{}: {error}", self.words()))?;
        }
        Ok(())
    }

    fn connect(
        self,
        client: &Arc<ClientConfig>,
        server: &Arc<ServerConfig>,
        expected: HandshakeKind,
    ) -> Result<(), Box<dyn Error>> {
        let (client, server) = (client.clone(), server.clone());
        if self.in_place {
            self.converse(
                &mut InPlace::new(UnbufferedClientConnection::new(client, name())?),
                &mut InPlace::new(UnbufferedServerConnection::new(server)?),
                expected,
            )
        } else {
            self.converse(
                &mut Core::new(ClientConnection::new(client, name())?),
                &mut Core::new(ServerConnection::new(server)?),
                expected,
            )
        }
    }

    /// A handshake, and data behind its last messages and behind new keys.
    fn converse(
        self,
        client: &mut impl CoreEnd,
        server: &mut impl CoreEnd,
        expected: HandshakeKind,
    ) -> Result<(), Box<dyn Error>> {
        let hello = client.outgoing()?;
        self.bring("server", &hello, server)?;
        let flight = server.outgoing()?;
        self.bring("client", &flight, client)?;
        insist(
            !client.common().is_handshaking(),
            "the server's flight has come, and the client is not through",
        )?;
        self.tell("server", WORDS, client, server)?;
        insist(
            !server.common().is_handshaking(),
            "the client's flight has come, and the server is not through",
        )?;
        self.tell("client", WORDS, server, client)?;

        let (client_state, server_state) = (client.common(), server.common());
        insist(
            exported(client_state)? == exported(server_state)?,
            "the two sides have not come to the same keys",
        )?;
        insist(
            client_state.peer_certificates().is_some()
                && client_state.peer_certificates() == server_state.peer_certificates(),
            "the two sides have the same certificate, and each should have seen it",
        )?;
        for state in [&*client_state, &*server_state] {
            let kind = state.handshake_kind();
            insist(
                kind == Some(expected),
                &format!("the handshake should be {expected:?}, and is {kind:?}"),
            )?;
        }

        // The client answers with new keys of its own.
        server_state.refresh_traffic_keys()?;
        self.tell("client", NEW_WORDS, server, client)?;
        self.tell("server", NEW_WORDS, client, server)
    }

    /// Lets one side say something, behind whatever it has to send.
    fn tell(
        self,
        hearer: &str,
        words: &[u8],
        from: &mut impl End,
        to: &mut impl End,
    ) -> Result<(), Box<dyn Error>> {
        from.say(words)?;
        let flight = from.outgoing()?;
        self.bring(hearer, &flight, to)?;
        let words = String::from_utf8_lossy(words);
        let heard = to.heard();
        insist(
            heard == words.as_bytes(),
            &format!(
                "the {hearer} should have heard `{words}`, and has heard `{}`",
                String::from_utf8_lossy(&heard)
            ),
        )
    }

    /// Hands a flight in.
    fn bring(self, receiver: &str, flight: &[u8], to: &mut impl End) -> Result<(), Box<dyn Error>> {
        let taken = match self.each_alone {
            true => records_of(flight).try_for_each(|record| to.incoming(record)),
            false => to.incoming(flight),
        };
        taken.map_err(|error| format!("the {receiver} refuses what it is sent: {error}").into())
    }
}

fn exported(common: &CommonState) -> Result<[u8; 32], tls_core::Error> {
    common.export_keying_material([0; 32], b"capstone", None)
}
