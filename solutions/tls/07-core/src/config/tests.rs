//! What configurations are, and what they decide.

use std::sync::Arc;

use codec::{CipherSuite, Codec};

use crate::cert::{NoClientCert, ResolvesServerCertUsingSni};
use crate::client::Resumption;
use crate::crypto::{ActiveKeyExchange, CryptoProvider, SupportedKxGroup, Tls13CipherSuite};
use crate::msgs::ProtocolNames;
use crate::server::{
    NoServerSessionStorage, ProducesTickets, ServerSessionState, StoresServerSessions,
    TicketRotator, WebPkiClientVerifier,
};
use crate::test_pki::{Authority, Clock, later, provider, providers, year};
use crate::{
    ClientConfig, ClientConnection, Error, NamedGroup, RootCertStore, Secret, ServerConfig,
};

fn client(provider: Arc<CryptoProvider>) -> ClientConfig {
    ClientConfig::builder_with_provider(provider)
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth()
}

fn server(provider: Arc<CryptoProvider>) -> ServerConfig {
    ServerConfig::builder_with_provider(provider)
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(ResolvesServerCertUsingSni::new()))
}

fn changed(change: impl FnOnce(&mut CryptoProvider)) -> Arc<CryptoProvider> {
    let mut provider = CryptoProvider::clone(&provider());
    change(&mut provider);
    Arc::new(provider)
}

#[test]
fn every_way_leads_to_a_configuration() {
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    let chain = || vec![leaf.cert.clone()];
    for provider in providers() {
        let builder = || ClientConfig::builder_with_provider(provider.clone());
        let config = builder()
            .with_root_certificates(root.store())
            .with_client_auth_cert(chain(), leaf.key())
            .unwrap();
        assert!(config.client_auth_cert_resolver.has_certs());
        assert_eq!(config.check(), Ok(()));
        let config = builder()
            .dangerous()
            .with_custom_certificate_verifier(config.verifier.clone())
            .with_client_cert_resolver(Arc::new(NoClientCert));
        assert_eq!(config.check(), Ok(()));

        let builder = || ServerConfig::builder_with_provider(provider.clone());
        let verifier = WebPkiClientVerifier::builder_with_provider(root.store(), provider.clone());
        let config = builder()
            .with_client_cert_verifier(verifier.build().unwrap())
            .with_single_cert(chain(), leaf.key())
            .unwrap();
        assert_eq!(config.check(), Ok(()));
        assert_eq!(server(provider.clone()).check(), Ok(()));
    }
}

#[test]
fn a_key_of_another_certificate_is_refused() {
    let root = Authority::root("root");
    let (one, other) = (root.leaf(&["example.com"]), root.leaf(&["example.com"]));
    let config = ServerConfig::builder_with_provider(provider())
        .with_no_client_auth()
        .with_single_cert(vec![one.cert.clone()], other.key());
    assert_eq!(config.map(drop), Err(Error::InconsistentKeys));
    let config = ClientConfig::builder_with_provider(provider())
        .with_root_certificates(root.store())
        .with_client_auth_cert(vec![one.cert], other.key());
    assert_eq!(config.map(drop), Err(Error::InconsistentKeys));
}

/// A suite whose keys seal so many records.
fn sealing(confidentiality_limit: u64) -> &'static Tls13CipherSuite {
    Box::leak(Box::new(Tls13CipherSuite {
        confidentiality_limit,
        ..*provider().cipher_suites[0]
    }))
}

#[test]
fn what_cannot_work_is_found_when_a_connection_is_made() {
    let poor = [
        changed(|provider| provider.cipher_suites.clear()),
        changed(|provider| provider.kx_groups.clear()),
        changed(|provider| provider.cipher_suites[2] = sealing(2)),
    ];
    for provider in poor {
        assert!(matches!(
            client(provider.clone()).check(),
            Err(Error::General(_))
        ));
        assert!(matches!(server(provider).check(), Err(Error::General(_))));
    }
    let least = changed(|provider| provider.cipher_suites[2] = sealing(3));
    assert_eq!(client(least.clone()).check(), Ok(()));
    assert_eq!(server(least).check(), Ok(()));
    let mut unable = changed(|_| {});
    Arc::make_mut(&mut unable)
        .signature_verification_algorithms
        .mapping = &[];
    assert!(matches!(
        client(unable.clone()).check(),
        Err(Error::General(_))
    ));
    assert_eq!(server(unable).check(), Ok(()), "it verifies nothing");

    let (mut client, mut server) = (client(provider()), server(provider()));
    for (size, good) in [(0, false), (1, true), (16384, true), (16385, false)] {
        client.max_fragment_size = Some(size);
        server.max_fragment_size = Some(size);
        assert_eq!(client.check().is_ok(), good, "{size}");
        assert_eq!(server.check().is_ok(), good, "{size}");
    }
    client.max_fragment_size = None;
    assert_eq!(client.max_fragment_size(), 16384);
    for (names, good) in [
        (vec![vec![]], false),
        (vec![vec![1; 255]], true),
        (vec![vec![1; 256]], false),
        (vec![vec![1; 255]; 64], true),
        (vec![vec![1; 255]; 65], false),
    ] {
        client.alpn_protocols = names;
        assert_eq!(client.check().is_ok(), good);
    }
}

#[test]
fn the_authorities_fit_into_a_request() {
    let root = Authority::root("root");
    let with = |names: usize| {
        let verifier = WebPkiClientVerifier::builder_with_provider(root.store(), provider())
            .clear_root_hint_subjects()
            .add_root_hint_subjects(vec![vec![0x30; 100].into(); names]);
        let mut config = server(provider());
        config.verifier = verifier.build().unwrap();
        config.check()
    };
    assert_eq!(with(600), Ok(()));
    assert!(matches!(with(700), Err(Error::General(_))));
}

/// A group with shares of that length.
#[derive(Debug)]
struct Long(usize);

impl SupportedKxGroup for Long {
    fn name(&self) -> NamedGroup {
        NamedGroup(0xfefe)
    }

    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        Ok(Box::new(LongShare(vec![0; self.0])))
    }
}

struct LongShare(Vec<u8>);

impl ActiveKeyExchange for LongShare {
    fn group(&self) -> NamedGroup {
        NamedGroup(0xfefe)
    }

    fn pub_key(&self) -> &[u8] {
        &self.0
    }

    fn complete(self: Box<Self>, _peer_pub_key: &[u8]) -> Result<Secret, Error> {
        Err(Error::General("never completed".into()))
    }
}

#[test]
fn a_share_fits_into_a_hello() {
    let with = |group: &'static Long| {
        let config = client(changed(|provider| provider.kx_groups = vec![group]));
        ClientConnection::new(config.into(), "localhost".try_into().unwrap()).map(drop)
    };
    assert_eq!(with(&Long(60_000)), Ok(()));
    assert!(matches!(with(&Long(65_000)), Err(Error::General(_))));
}

#[test]
fn without_a_time_there_is_an_error() {
    let mut config = client(provider());
    config.time_provider = Arc::new(Clock::default());
    assert_eq!(config.current_time(), Err(Error::FailedToGetCurrentTime));
}

#[test]
fn the_cipher_suite_is_chosen_by_the_order_that_counts() {
    let mut config = server(provider());
    let ours: Vec<_> = provider()
        .cipher_suites
        .iter()
        .map(|suite| suite.suite)
        .collect();
    let offered = [CipherSuite(0x0a0a), ours[2], ours[1], CipherSuite(0x1304)];
    let choose = |config: &ServerConfig| {
        let chosen = config.choose_cipher_suite(offered.into_iter())?;
        Some(chosen.suite)
    };
    assert_eq!(choose(&config), Some(ours[2]));
    config.ignore_client_order = true;
    assert_eq!(choose(&config), Some(ours[1]));
    assert!(
        config
            .choose_cipher_suite([CipherSuite(0x1304)].into_iter())
            .is_none()
    );
}

#[test]
fn the_application_protocol_is_the_servers_best() {
    let names = |bytes: &'static [u8]| Some(ProtocolNames::read_bytes(bytes).unwrap());
    let offered = names(b"\x00\x0c\x08http/1.1\x02h2");
    let mut config = server(provider());
    assert_eq!(config.choose_alpn(offered), Ok(None));
    config.alpn_protocols = vec![b"h3".to_vec(), b"h2".to_vec(), b"http/1.1".to_vec()];
    assert_eq!(config.choose_alpn(offered), Ok(Some(&b"h2"[..])));
    assert_eq!(config.choose_alpn(None), Ok(None));
    assert_eq!(
        config.choose_alpn(names(b"\x00\x05\x04imap")),
        Err(Error::NoApplicationProtocol)
    );
}

fn session(config: &ServerConfig, client_authenticated: bool) -> ServerSessionState {
    let suite = config.provider.cipher_suites[0];
    ServerSessionState {
        suite,
        secret: Secret::new(&vec![0xab; suite.hash.output_len()]),
        created_at: year(2030),
        authenticated_at: year(2030),
        lifetime: config.ticket_lifetime(),
        server_name: None,
        client_authenticated,
        client_certificates: None,
    }
}

fn with_ticketer() -> ServerConfig {
    let mut config = server(provider());
    config.ticketer = TicketRotator::new(&provider(), Clock::at(year(2030))).unwrap();
    config
}

#[test]
fn a_ticket_leads_back_to_its_session() {
    for (config, again) in [(server(provider()), false), (with_ticketer(), true)] {
        assert_eq!(config.sends_tickets(), 2);
        let ticket = config.issue_ticket(&session(&config, false)).unwrap();
        let another = config.issue_ticket(&session(&config, false)).unwrap();
        assert_ne!(ticket, another);
        let now = later(year(2030), 60);
        assert!(config.redeem_ticket(&ticket, now).is_some());
        // Only a storage can tell that a ticket has been used.
        assert_eq!(config.redeem_ticket(&ticket, now).is_some(), again);
        for wrong in [&b""[..], b"ticket", &[0; 32], &[0; 0xffff]] {
            assert!(config.redeem_ticket(wrong, now).is_none());
        }
    }
}

/// Bytes of another length were never a key, so they are not looked for.
#[test]
fn a_storage_is_asked_for_keys_only() {
    #[derive(Debug)]
    struct Willing(ServerSessionState);
    impl StoresServerSessions for Willing {
        fn put(&self, _: Vec<u8>, _: Vec<u8>) -> bool {
            true
        }
        fn get(&self, _: &[u8]) -> Option<Vec<u8>> {
            Some(self.0.encode().to_vec())
        }
        fn take(&self, key: &[u8]) -> Option<Vec<u8>> {
            self.get(key)
        }
        fn can_cache(&self) -> bool {
            true
        }
    }
    let mut config = server(provider());
    config.session_storage = Arc::new(Willing(session(&config, false)));
    for (length, asked) in [(0, false), (31, false), (32, true), (33, false)] {
        let session = config.redeem_ticket(&vec![1; length], year(2030));
        assert_eq!(session.is_some(), asked, "{length} bytes");
    }
}

#[test]
fn a_session_that_has_expired_is_not_resumed() {
    for config in [server(provider()), with_ticketer()] {
        let redeem = |seconds| {
            let ticket = config.issue_ticket(&session(&config, false)).unwrap();
            config
                .redeem_ticket(&ticket, later(year(2030), seconds))
                .is_some()
        };
        let lifetime = u64::from(config.ticket_lifetime());
        assert!(redeem(lifetime - 1));
        assert!(!redeem(lifetime));
    }
}

#[test]
fn who_must_present_a_certificate_must_have_done_so() {
    let root = Authority::root("root");
    let verifier = || WebPkiClientVerifier::builder_with_provider(root.store(), provider());
    let mut config = with_ticketer();
    let redeem = |config: &ServerConfig, authenticated| {
        let ticket = config
            .issue_ticket(&session(config, authenticated))
            .unwrap();
        config.redeem_ticket(&ticket, year(2030)).is_some()
    };
    config.verifier = verifier().build().unwrap();
    assert!(redeem(&config, true) && !redeem(&config, false));
    config.verifier = verifier().allow_unauthenticated().build().unwrap();
    assert!(redeem(&config, true) && redeem(&config, false));
}

#[test]
fn no_ticket_is_sent_that_nothing_would_honour() {
    let mut config = server(provider());
    config.session_storage = Arc::new(NoServerSessionStorage);
    assert_eq!(config.sends_tickets(), 0);
    assert!(config.issue_ticket(&session(&config, false)).is_none());
    config.ticketer = with_ticketer().ticketer;
    assert_eq!(config.sends_tickets(), 2);
    config.send_tls13_tickets = 0;
    assert_eq!(config.sends_tickets(), 0);
}

#[test]
fn a_ticket_fits_into_its_message_and_lives_seven_days_at_most() {
    #[derive(Debug)]
    struct Careless(usize);
    impl ProducesTickets for Careless {
        fn enabled(&self) -> bool {
            true
        }
        fn lifetime(&self) -> u32 {
            u32::MAX
        }
        fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
            Some(plain.repeat(self.0))
        }
        fn decrypt(&self, _cipher: &[u8]) -> Option<Vec<u8>> {
            None
        }
    }
    let mut config = server(provider());
    // It has at least one byte, too.
    for times in [0, 0x10000] {
        config.ticketer = Arc::new(Careless(times));
        assert_eq!(config.ticket_lifetime(), 604_800);
        assert!(config.issue_ticket(&session(&config, false)).is_none());
    }
}

#[test]
fn a_configuration_can_be_printed_and_cloned() {
    let config = with_ticketer();
    let ticket = config.issue_ticket(&session(&config, false)).unwrap();
    assert!(config.clone().redeem_ticket(&ticket, year(2030)).is_some());
    assert!(format!("{config:?}").contains("TicketRotator"));
    let mut config = client(provider());
    config.resumption = Resumption::in_memory_sessions(1);
    assert!(format!("{config:?}").contains("servers: 0"));
}

#[test]
fn a_sealed_ticket_takes_two_allocations() {
    let config = with_ticketer();
    let session = session(&config, false);
    let allocated = allocation_counter::measure(|| {
        config.issue_ticket(&session).unwrap();
    });
    // The session's bytes, and the ticket.
    assert_eq!(allocated.count_total, 2, "{allocated:?}");
}
