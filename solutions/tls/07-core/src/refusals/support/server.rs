//! A server, played against a client.

use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use codec::{CipherSuite, ClientHello, Codec, HandshakeType};
use deframer::ContentType;
use pki_types::CertificateDer;

use super::certificate_verify;
use super::subject::Subject;
use super::suite;
use super::{Delivery, Extensions, GROUP, Peer, SUITE, client_config, encoded, identity};
use crate::crypto::ring::default_provider;
use crate::key_schedule::{EarlySecret, HandshakeSecret, MasterSecret, finished, resumption_psk};
use crate::msgs::encode::{handshake, vector_u8};
use crate::msgs::extension::{KEY_SHARE, PRE_SHARED_KEY, SUPPORTED_VERSIONS};
use crate::msgs::{
    ClientExtensions, EncryptedExtensions, Finished, HELLO_RETRY_REQUEST_RANDOM, KeyShareEntry,
    NewSessionTicket, Signer, encode_certificate, encode_certificate_request,
};
use crate::transcript::Transcript;
use crate::{ClientConfig, NamedGroup, ProtocolVersion, Secret, SignatureScheme};

/// A `ServerHello` or a `HelloRetryRequest` to be changed at will.
#[derive(Debug, Clone)]
pub struct Hello {
    pub legacy_version: ProtocolVersion,
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    pub cipher_suite: CipherSuite,
    pub compression_method: u8,
    pub extensions: Extensions,
}

impl Hello {
    /// The message with its frame.
    pub fn message(&self) -> Vec<u8> {
        encoded(|bytes| {
            handshake(bytes, HandshakeType::SERVER_HELLO, |bytes| {
                self.legacy_version.encode(bytes);
                bytes.extend_from_slice(&self.random);
                vector_u8(bytes, |bytes| bytes.extend_from_slice(&self.session_id));
                self.cipher_suite.encode(bytes);
                bytes.push(self.compression_method);
                self.extensions.encode(bytes);
            });
        })
    }

    /// Replaces the key share by one of that group.
    pub fn set_share(&mut self, group: NamedGroup, key_exchange: &[u8]) {
        let share = KeyShareEntry {
            group,
            key_exchange,
        };
        self.extensions.set(KEY_SHARE, &share.get_encoding());
    }
}

/// The server of a client under test.
pub struct PlayedServer {
    peer: Peer,
    /// The client's last hello, with its frame.
    hello: Vec<u8>,
    /// The secret of the session that goes on, once one does.
    pub psk: Option<Secret>,
    shared: Option<Secret>,
    secrets: Option<Secrets>,
}

struct Secrets {
    handshake: HandshakeSecret,
    client: Secret,
    server: Secret,
}

impl Deref for PlayedServer {
    type Target = Peer;

    fn deref(&self) -> &Peer {
        &self.peer
    }
}

impl DerefMut for PlayedServer {
    fn deref_mut(&mut self) -> &mut Peer {
        &mut self.peer
    }
}

impl PlayedServer {
    /// A server that has the first hello of a client.
    pub fn new(delivery: Delivery) -> Self {
        Self::of(delivery, client_config())
    }

    pub fn of(delivery: Delivery, config: ClientConfig) -> Self {
        Self::of_shared(delivery, &Arc::new(config))
    }

    /// A server of one of several clients.
    pub fn of_shared(delivery: Delivery, config: &Arc<ClientConfig>) -> Self {
        let mut server = Self {
            peer: Peer::new(Subject::client(delivery, config.clone())),
            hello: Vec::new(),
            psk: None,
            shared: None,
            secrets: None,
        };
        server.take_hello();
        server
    }

    /// Takes the hello that the client has sent.
    fn take_hello(&mut self) {
        let records = self.peer.answers().into_iter();
        self.hello = records
            .filter(|(content_type, _)| *content_type == ContentType::HANDSHAKE)
            .flat_map(|(_, content)| content)
            .collect();
        self.peer.transcript.add_encoded(&self.hello);
    }

    /// What the client offers.
    pub fn offered(&self) -> (ClientHello<'_>, ClientExtensions<'_>) {
        // Behind the frame.
        let hello = ClientHello::read_bytes(&self.hello[4..]).expect("a hello");
        (
            hello,
            ClientExtensions::decode(&hello).expect("its extensions"),
        )
    }

    /// A hello with which the handshake goes on.
    pub fn good_hello(&mut self) -> Hello {
        let (hello, extensions) = self.offered();
        let shares = extensions.key_share.expect("shares");
        let provider = default_provider();
        let (group, share) = shares
            .iter()
            .find_map(|share| Some((provider.find_kx_group(share.group)?, share)))
            .expect("a share of a group that this server knows");
        let exchange = group.start_and_complete(share.key_exchange);
        let exchange = exchange.expect("a key exchange");
        let mut good = Hello {
            legacy_version: ProtocolVersion::TLSV1_2,
            random: [5; 32],
            session_id: hello.legacy_session_id.bytes().to_vec(),
            cipher_suite: SUITE,
            compression_method: 0,
            extensions: Extensions::default(),
        };
        let version = ProtocolVersion::TLSV1_3.get_encoding();
        good.extensions.add(SUPPORTED_VERSIONS, &version);
        good.set_share(share.group, &exchange.pub_key);
        if self.psk.is_some() {
            good.extensions.add(PRE_SHARED_KEY, &[0, 0]);
        }
        self.shared = Some(exchange.secret);
        good
    }

    /// A request for another hello, with a share of that group.
    pub fn good_retry(&mut self, group: NamedGroup) -> Hello {
        let mut retry = self.good_hello();
        retry.random = HELLO_RETRY_REQUEST_RANDOM;
        if self.psk.is_some() {
            retry.extensions.remove(PRE_SHARED_KEY);
        }
        retry.extensions.set(KEY_SHARE, &group.get_encoding());
        retry
    }

    /// Asks for another hello and takes it.
    #[track_caller]
    pub fn retry(&mut self, retry: &Hello) {
        let hash = suite(SUITE).hash;
        self.peer.transcript = Transcript::retried(hash, hash.hash(&self.hello));
        let message = retry.message();
        self.peer.send_message(&message);
        self.take_hello();
    }

    /// WAIT_EE: sends a good hello, and goes on under the handshake's keys.
    #[track_caller]
    pub fn send_hello(&mut self) {
        let hello = self.good_hello();
        self.send_this_hello(&hello);
    }

    /// WAIT_EE, with a hello that was changed.
    #[track_caller]
    pub fn send_this_hello(&mut self, hello: &Hello) {
        self.peer.send_message(&hello.message());
        self.derive_secrets();
    }

    /// Goes on under the handshake's keys: the transcript ends with the ServerHello.
    pub fn derive_secrets(&mut self) {
        let suite = suite(SUITE);
        let psk = self.psk.as_ref().map(Secret::bytes);
        let shared = self.shared.as_ref().expect("a good hello was made");
        let handshake = EarlySecret::new(suite, psk).into_handshake(shared);
        let hash = self.peer.transcript.current();
        let client = handshake.client_handshake_traffic_secret(&hash);
        let server = handshake.server_handshake_traffic_secret(&hash);
        self.peer.wire.seal_under(suite, &server);
        self.peer.wire.open_under(suite, &client);
        self.secrets = Some(Secrets {
            handshake,
            client,
            server,
        });
    }

    /// WAIT_CERT_CR, or WAIT_FINISHED if a session goes on.
    #[track_caller]
    pub fn send_extensions(&mut self) {
        self.peer.send_message(&Self::extensions());
    }

    pub fn extensions() -> Vec<u8> {
        encoded(|bytes| EncryptedExtensions::default().encode(bytes))
    }

    /// WAIT_CERT: asks the client for a certificate.
    #[track_caller]
    pub fn send_request(&mut self) {
        self.peer.send_message(&Self::request(&[]));
    }

    pub fn request(context: &[u8]) -> Vec<u8> {
        let schemes = [SignatureScheme::ED25519];
        encoded(|bytes| encode_certificate_request(bytes, context, &schemes, []))
    }

    /// WAIT_CV
    #[track_caller]
    pub fn send_certificate(&mut self) {
        self.peer
            .send_message(&Self::certificate(&[], &identity().chain));
    }

    pub fn certificate(context: &[u8], chain: &[CertificateDer<'_>]) -> Vec<u8> {
        encoded(|bytes| encode_certificate(bytes, context, chain))
    }

    /// WAIT_FINISHED
    #[track_caller]
    pub fn send_certificate_verify(&mut self) {
        let message = self.certificate_verify();
        self.peer.send_message(&message);
    }

    /// A signature over the transcript so far.
    pub fn certificate_verify(&self) -> Vec<u8> {
        certificate_verify(Signer::Server, &self.transcript.current())
    }

    /// CONNECTED
    #[track_caller]
    pub fn send_finished(&mut self) {
        let message = self.finished();
        self.peer.send_message(&message);
        self.take_finished();
    }

    /// A Finished for the transcript so far.
    pub fn finished(&self) -> Vec<u8> {
        let secret = &self.secrets.as_ref().expect("a hello was sent").server;
        let verify_data = finished(suite(SUITE), secret, &self.transcript.current());
        let verify_data = verify_data.as_ref();
        encoded(|bytes| Finished { verify_data }.encode(bytes))
    }

    /// Goes on under the application's keys: the transcript ends with the Finished.
    pub fn derive_traffic_secrets(&mut self) -> MasterSecret {
        let suite = suite(SUITE);
        let secrets = self.secrets.take().expect("a hello was sent");
        let master = secrets.handshake.into_master();
        let hash = self.peer.transcript.current();
        let client = master.client_application_traffic_secret_0(&hash);
        let server = master.server_application_traffic_secret_0(&hash);
        self.peer.wire.seal_under(suite, &server);
        self.peer.wire.open_under(suite, &client);
        self.peer.sending = Some(server);
        self.peer.receiving = Some(client);
        master
    }

    /// Takes the client's answer to the Finished, and remembers the secret of a ticket
    /// with an empty nonce.
    fn take_finished(&mut self) {
        let suite = suite(SUITE);
        let client = self
            .secrets
            .as_ref()
            .expect("a hello was sent")
            .client
            .clone();
        let master = self.derive_traffic_secrets();
        let mut last = None;
        for (content_type, content) in self.peer.answers() {
            if content_type == ContentType::HANDSHAKE {
                let before = self.peer.transcript.current();
                let messages = self.peer.take_messages(&content);
                if let [(HandshakeType::FINISHED, verify_data)] = &messages[..] {
                    assert_eq!(
                        finished(suite, &client, &before).as_ref(),
                        &verify_data[..],
                        "the client's Finished"
                    );
                }
                last = messages.last().map(|(typ, _)| *typ);
            }
        }
        assert_eq!(last, Some(HandshakeType::FINISHED));
        let resumption = master.resumption_master_secret(&self.peer.transcript.current());
        self.psk = Some(resumption_psk(suite, &resumption, &[]));
    }

    /// From the hello to WAIT_FINISHED.
    #[track_caller]
    pub fn up_to_finished(&mut self) {
        self.send_hello();
        self.send_extensions();
        self.send_certificate();
        self.send_certificate_verify();
    }

    /// The whole handshake.
    #[track_caller]
    pub fn connect(&mut self) {
        self.up_to_finished();
        self.send_finished();
    }

    /// A ticket for the session with the secret [`psk`](Self::psk).
    pub fn ticket() -> Vec<u8> {
        Self::ticket_of(b"a ticket")
    }

    /// As [`ticket`](Self::ticket), with these bytes.
    pub fn ticket_of(ticket: &[u8]) -> Vec<u8> {
        encoded(|bytes| {
            NewSessionTicket {
                ticket_lifetime: 60,
                ticket_age_add: 0,
                ticket_nonce: &[],
                ticket,
                max_early_data_size: None,
            }
            .encode(bytes);
        })
    }

    /// A server whose client offers the session of a connection before this one.
    #[track_caller]
    pub fn of_returning(delivery: Delivery) -> Self {
        Self::of_this_returning(delivery, client_config())
    }

    /// The same, with a client of this configuration.
    #[track_caller]
    pub fn of_this_returning(delivery: Delivery, config: ClientConfig) -> Self {
        let config = Arc::new(config);
        let mut first = Self::of_shared(delivery, &config);
        first.connect();
        first.send_after_handshake(&Self::ticket());
        let mut second = Self::of_shared(delivery, &config);
        assert!(second.offered().1.pre_shared_key.is_some());
        second.psk = first.psk;
        second
    }
}

/// The group that the played server asks for in another hello: any but the first.
pub const OTHER_GROUP: NamedGroup = NamedGroup::SECP256R1;

const _: () = assert!(OTHER_GROUP.0 != GROUP.0);
