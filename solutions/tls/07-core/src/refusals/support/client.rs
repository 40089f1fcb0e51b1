//! A client, played against a server.

use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use codec::{CipherSuite, Codec, HandshakeType};
use deframer::ContentType;

use super::certificate_verify;
use super::subject::Subject;
use super::{Delivery, Extensions, GROUP, HOST, Peer, SUITE, encoded, group, identity};
use super::{server_config, server_config_with_auth, suite};
use crate::crypto::ActiveKeyExchange;
use crate::key_schedule::{EarlySecret, MasterSecret, finished, resumption_psk};
use crate::msgs::encode::{handshake, vector_u8, vector_u16};
use crate::msgs::extension::{
    EARLY_DATA, KEY_SHARE, PRE_SHARED_KEY, PSK_KEY_EXCHANGE_MODES, SERVER_NAME,
    SIGNATURE_ALGORITHMS, SUPPORTED_GROUPS, SUPPORTED_VERSIONS,
};
use crate::msgs::{
    ExtensionSet, Finished, KeyShareEntry, NewSessionTicket, PskIdentity, ServerHello,
    ServerHelloExtensions, Signer, encode_certificate,
};
use crate::transcript::Transcript;
use crate::{NamedGroup, Secret, ServerConfig, SignatureScheme};

/// A `ClientHello` to be changed at will.
#[derive(Debug, Clone)]
pub struct Offer {
    pub legacy_version: u16,
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    pub cipher_suites: Vec<CipherSuite>,
    pub compression_methods: Vec<u8>,
    pub extensions: Extensions,
}

impl Offer {
    /// The message with its frame.
    pub fn message(&self) -> Vec<u8> {
        self.message_with(&|body| self.extensions.encode(body))
    }

    /// The message with its frame, and with what `add_end` appends in place of the
    /// extensions.
    pub fn message_with(&self, add_end: &dyn Fn(&mut Vec<u8>)) -> Vec<u8> {
        encoded(|bytes| {
            handshake(bytes, HandshakeType::CLIENT_HELLO, |bytes| {
                self.legacy_version.encode(bytes);
                bytes.extend_from_slice(&self.random);
                vector_u8(bytes, |bytes| bytes.extend_from_slice(&self.session_id));
                vector_u16(bytes, |bytes| {
                    for suite in &self.cipher_suites {
                        suite.encode(bytes);
                    }
                });
                vector_u8(bytes, |bytes| {
                    bytes.extend_from_slice(&self.compression_methods)
                });
                add_end(bytes);
            });
        })
    }

    /// Replaces the groups.
    pub fn set_groups(&mut self, groups: &[NamedGroup]) {
        self.extensions.set(SUPPORTED_GROUPS, &list(groups));
    }

    /// Replaces the key shares.
    pub fn set_shares(&mut self, shares: &[(NamedGroup, &[u8])]) {
        let shares: Vec<_> = shares
            .iter()
            .map(|&(group, key_exchange)| KeyShareEntry {
                group,
                key_exchange,
            })
            .collect();
        self.extensions.set(KEY_SHARE, &list(&shares));
    }

    /// Says that 0-RTT data follows.
    pub fn announce_early_data(&mut self) {
        self.extensions.add(EARLY_DATA, &[]);
    }

    /// Adds a session, the last extension, with a binder of these bytes.
    pub fn add_session(&mut self, ticket: &Ticket, binder: &[u8]) {
        self.extensions.add(PRE_SHARED_KEY, &ticket.offer(binder));
    }

    /// Adds a session with the binder that proves it.
    pub fn add_good_session(&mut self, ticket: &Ticket) {
        self.add_good_session_behind(0, ticket);
    }

    /// The same, with so many sessions in front that no server knows.
    pub fn add_good_session_behind(&mut self, unknown: usize, ticket: &Ticket) {
        let suite = suite(SUITE);
        let mut unproven = self.clone();
        let data = ticket.offer_behind(unknown, &[0; 32]);
        unproven.extensions.add(PRE_SHARED_KEY, &data);
        let message = unproven.message();
        // The list of binders at the end: its length, and each of 32 bytes with its own.
        let truncated = &message[..message.len() - (2 + (unknown + 1) * (1 + 32))];
        let early_secret = EarlySecret::new(suite, Some(ticket.secret.bytes()));
        let key = early_secret.binder_key();
        let binder = finished(suite, &key, &suite.hash.hash(truncated));
        let data = ticket.offer_behind(unknown, binder.as_ref());
        self.extensions.add(PRE_SHARED_KEY, &data);
    }
}

/// A list with a length of two bytes.
fn list<'a>(elements: &[impl Codec<'a>]) -> Vec<u8> {
    encoded(|bytes| {
        vector_u16(bytes, |bytes| {
            for element in elements {
                element.encode(bytes);
            }
        });
    })
}

/// A ticket, and what it stands for.
#[derive(Debug, Clone)]
pub struct Ticket {
    pub identity: Vec<u8>,
    pub age_add: u32,
    pub secret: Secret,
}

impl Ticket {
    /// A ticket that no server has made.
    pub fn unknown() -> Self {
        Self {
            identity: vec![1; 32],
            age_add: 0,
            secret: Secret::new(&[1; 32]),
        }
    }

    /// The data of the extension that offers it.
    pub fn offer(&self, binder: &[u8]) -> Vec<u8> {
        self.offer_behind(0, binder)
    }

    /// The same behind so many [unknown](Self::unknown) ones, all with this binder.
    fn offer_behind(&self, unknown: usize, binder: &[u8]) -> Vec<u8> {
        let mut tickets = vec![Self::unknown(); unknown];
        tickets.push(self.clone());
        encoded(|bytes| {
            vector_u16(bytes, |bytes| {
                for ticket in &tickets {
                    PskIdentity {
                        identity: &ticket.identity,
                        obfuscated_ticket_age: ticket.age_add,
                    }
                    .encode(bytes);
                }
            });
            vector_u16(bytes, |bytes| {
                for _ in &tickets {
                    vector_u8(bytes, |bytes| bytes.extend_from_slice(binder));
                }
            });
        })
    }
}

/// How server and client come to trust each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// The server has a certificate.
    Server,
    /// Both have.
    Both,
}

/// The client of a server under test.
pub struct PlayedClient {
    peer: Peer,
    /// The exchange of the good offer.
    exchange: Option<Box<dyn ActiveKeyExchange>>,
    hello: Vec<u8>,
    psk: Option<Secret>,
    secrets: Option<Secrets>,
    /// The types of the messages in the server's flight.
    pub flight: Vec<HandshakeType>,
    /// The body of its EncryptedExtensions.
    pub encrypted_extensions: Vec<u8>,
}

struct Secrets {
    client: Secret,
    /// Under which the client sends after its Finished.
    traffic: Secret,
    master: MasterSecret,
}

impl Deref for PlayedClient {
    type Target = Peer;

    fn deref(&self) -> &Peer {
        &self.peer
    }
}

impl DerefMut for PlayedClient {
    fn deref_mut(&mut self) -> &mut Peer {
        &mut self.peer
    }
}

impl PlayedClient {
    /// A client that has said nothing yet.
    pub fn new(delivery: Delivery) -> Self {
        Self::of(delivery, server_config())
    }

    pub fn trusting(delivery: Delivery, trust: Trust) -> Self {
        match trust {
            Trust::Server => Self::of(delivery, server_config()),
            Trust::Both => Self::of(delivery, server_config_with_auth()),
        }
    }

    pub fn of(delivery: Delivery, config: ServerConfig) -> Self {
        Self::of_shared(delivery, &Arc::new(config))
    }

    /// A client of a server that has others too.
    pub fn of_shared(delivery: Delivery, config: &Arc<ServerConfig>) -> Self {
        Self {
            peer: Peer::new(Subject::server(delivery, config.clone())),
            exchange: None,
            hello: Vec::new(),
            psk: None,
            secrets: None,
            flight: Vec::new(),
            encrypted_extensions: Vec::new(),
        }
    }

    /// A hello that a server answers with its own.
    pub fn good_offer(&mut self) -> Offer {
        let exchange = group(GROUP).start().expect("a key exchange");
        let mut offer = Offer {
            legacy_version: 0x0303,
            random: [3; 32],
            session_id: vec![4; 32],
            cipher_suites: vec![SUITE],
            compression_methods: vec![0],
            extensions: Extensions::default(),
        };
        let name = encoded(|bytes| {
            vector_u16(bytes, |bytes| {
                bytes.push(0);
                vector_u16(bytes, |bytes| bytes.extend_from_slice(HOST.as_bytes()));
            });
        });
        offer.extensions.add(SERVER_NAME, &name);
        offer.extensions.add(SUPPORTED_VERSIONS, &[2, 3, 4]);
        offer.set_groups(&[GROUP, NamedGroup::SECP256R1]);
        let schemes = [SignatureScheme::ED25519];
        offer.extensions.add(SIGNATURE_ALGORITHMS, &list(&schemes));
        offer.set_shares(&[(GROUP, exchange.pub_key())]);
        offer.extensions.add(PSK_KEY_EXCHANGE_MODES, &[1, 1]);
        self.exchange = Some(exchange);
        offer
    }

    /// A hello without a share, to which a server says which one it wants, and the
    /// hello that it wants.
    pub fn good_offers(&mut self) -> (Offer, Offer) {
        let second = self.good_offer();
        let mut first = second.clone();
        first.set_shares(&[]);
        (first, second)
    }

    /// WAIT_FINISHED, or WAIT_CERT if the server asks for a certificate: sends a good
    /// hello and takes the server's flight.
    #[track_caller]
    pub fn send_hello(&mut self) {
        let offer = self.good_offer();
        self.send_this_hello(&offer);
    }

    /// The same, with a hello that was changed.
    #[track_caller]
    pub fn send_this_hello(&mut self, offer: &Offer) {
        self.hello = offer.message();
        let hello = self.hello.clone();
        self.peer.send_message(&hello);
        self.take_flight();
    }

    /// The same, with a session that goes on.
    #[track_caller]
    pub fn resume(&mut self, ticket: &Ticket) {
        self.resume_behind(0, ticket);
    }

    /// The same, with so many sessions in front that no server knows.
    #[track_caller]
    pub fn resume_behind(&mut self, unknown: usize, ticket: &Ticket) {
        let mut offer = self.good_offer();
        offer.add_good_session_behind(unknown, ticket);
        self.psk = Some(ticket.secret.clone());
        self.send_this_hello(&offer);
    }

    /// As [`resume`](Self::resume), with a hello that was changed before the session is
    /// added to it.
    #[track_caller]
    pub fn send_with_session(&mut self, mut offer: Offer, ticket: &Ticket) {
        offer.add_good_session(ticket);
        self.psk = Some(ticket.secret.clone());
        self.send_this_hello(&offer);
    }

    /// Sends a hello and takes the request for another.
    #[track_caller]
    pub fn send_hello_to_retry(&mut self, offer: &Offer) {
        self.hello = offer.message();
        let record = self.peer.wire.record(ContentType::HANDSHAKE, &self.hello);
        self.peer.send(&record);
        let hash = suite(SUITE).hash;
        self.peer.transcript = Transcript::retried(hash, hash.hash(&self.hello));
        let sent = self.peer.subject.sent();
        self.peer.wire.take(&sent);
        let (content_type, content) = self.peer.wire.next().expect("a request");
        assert_eq!(content_type, ContentType::HANDSHAKE);
        let messages = self.peer.take_messages(&content);
        let hello = ServerHello::decode(&messages[0].1).expect("a hello");
        assert!(hello.is_hello_retry_request());
        while self.peer.wire.next().is_some() {}
    }

    /// Takes the server's hello and what follows it, up to its Finished.
    #[track_caller]
    pub fn take_flight(&mut self) {
        let suite = suite(SUITE);
        let sent = self.peer.subject.sent();
        self.peer.wire.take(&sent);
        let (content_type, content) = self.peer.wire.next().expect("a hello");
        assert_eq!(content_type, ContentType::HANDSHAKE);
        let messages = self.peer.take_messages(&content);
        let hello = ServerHello::decode(&messages[0].1).expect("a hello");
        assert!(!hello.is_hello_retry_request());
        let offered = ExtensionSet::of(&[SUPPORTED_VERSIONS, KEY_SHARE, PRE_SHARED_KEY]);
        let extensions = ServerHelloExtensions::decode(&hello, offered).expect("its extensions");
        let share = extensions.key_share.expect("a share");
        let exchange = self.exchange.take().expect("an offer was made");
        let shared = exchange
            .complete(share.key_exchange)
            .expect("a shared secret");

        let psk = self
            .psk
            .as_ref()
            .filter(|_| extensions.pre_shared_key.is_some());
        let handshake = EarlySecret::new(suite, psk.map(Secret::bytes)).into_handshake(&shared);
        let hash = self.peer.transcript.current();
        let client = handshake.client_handshake_traffic_secret(&hash);
        let server = handshake.server_handshake_traffic_secret(&hash);
        self.peer.wire.seal_under(suite, &client);
        self.peer.wire.open_under(suite, &server);
        while self.flight.last() != Some(&HandshakeType::FINISHED) {
            let (content_type, content) = self.peer.wire.next().expect("the rest of the flight");
            if content_type == ContentType::HANDSHAKE {
                for (typ, body) in self.peer.take_messages(&content) {
                    if typ == HandshakeType::ENCRYPTED_EXTENSIONS {
                        self.encrypted_extensions = body;
                    }
                    self.flight.push(typ);
                }
            }
        }

        let hash = self.peer.transcript.current();
        let master = handshake.into_master();
        let server = master.server_application_traffic_secret_0(&hash);
        self.peer.wire.open_under(suite, &server);
        self.peer.receiving = Some(server);
        self.secrets = Some(Secrets {
            client,
            traffic: master.client_application_traffic_secret_0(&hash),
            master,
        });
    }

    /// Whether the server has gone on with the session that was offered.
    pub fn is_resumed(&self) -> bool {
        !self.flight.contains(&HandshakeType::CERTIFICATE)
    }

    /// WAIT_CV
    #[track_caller]
    pub fn send_certificate(&mut self) {
        let message = encoded(|bytes| encode_certificate(bytes, &[], &identity().chain));
        self.peer.send_message(&message);
    }

    /// WAIT_FINISHED
    #[track_caller]
    pub fn send_certificate_verify(&mut self) {
        let message = self.certificate_verify();
        self.peer.send_message(&message);
    }

    /// A signature over the transcript so far.
    pub fn certificate_verify(&self) -> Vec<u8> {
        certificate_verify(Signer::Client, &self.transcript.current())
    }

    /// A Finished for the transcript so far.
    pub fn finished(&self) -> Vec<u8> {
        let secret = &self.secrets.as_ref().expect("a hello was sent").client;
        let verify_data = finished(suite(SUITE), secret, &self.transcript.current());
        let verify_data = verify_data.as_ref();
        encoded(|bytes| Finished { verify_data }.encode(bytes))
    }

    /// CONNECTED. Returns the tickets that the server sends.
    #[track_caller]
    pub fn send_finished(&mut self) -> Vec<Ticket> {
        let suite = suite(SUITE);
        let message = self.finished();
        self.peer.send_message(&message);
        let Secrets {
            traffic, master, ..
        } = self.secrets.take().expect("a hello was sent");
        self.peer.wire.seal_under(suite, &traffic);
        self.peer.sending = Some(traffic);
        let resumption = master.resumption_master_secret(&self.peer.transcript.current());
        let mut tickets = Vec::new();
        for (content_type, content) in self.peer.answers() {
            assert_eq!(content_type, ContentType::HANDSHAKE);
            for (typ, body) in self.peer.take_messages(&content) {
                assert_eq!(typ, HandshakeType::NEW_SESSION_TICKET);
                let ticket = NewSessionTicket::decode(&body).expect("a ticket");
                tickets.push(Ticket {
                    identity: ticket.ticket.to_vec(),
                    age_add: ticket.ticket_age_add,
                    secret: resumption_psk(suite, &resumption, ticket.ticket_nonce),
                });
            }
        }
        tickets
    }

    /// The whole handshake.
    #[track_caller]
    pub fn connect(&mut self) -> Vec<Ticket> {
        self.send_hello();
        self.send_finished()
    }
}
