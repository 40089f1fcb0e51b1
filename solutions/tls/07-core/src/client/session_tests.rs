use super::*;
use crate::RootCertStore;
use crate::client::session_cache::MAX_TICKETS_PER_SERVER;
use crate::client::{ClientSessionMemoryCache, Resumption};
use crate::test_pki::{later, provider, year};

fn config() -> ClientConfig {
    ClientConfig::builder_with_provider(provider())
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth()
}

fn name(name: &'static str) -> ServerName<'static> {
    ServerName::try_from(name).unwrap()
}

/// A session that was received at the beginning of 2030, valid for so many seconds.
fn session(config: &ClientConfig, ticket: &[u8], lifetime: u32) -> Option<Tls13ClientSession> {
    let ticket = NewSessionTicket {
        ticket_lifetime: lifetime,
        ticket_age_add: u32::MAX,
        ticket_nonce: &[],
        ticket,
        max_early_data_size: None,
    };
    let suite = config.provider.cipher_suites[0];
    let secret = Secret::new(&[0xab; 32]);
    let negotiated = Negotiated {
        authenticated_at: Some(year(2030)),
        ..Negotiated::default()
    };
    Tls13ClientSession::new(config, suite, secret, &ticket, year(2030), &negotiated)
}

/// The ticket of the session that the configuration would offer at the beginning of 2030.
fn offered(config: &ClientConfig, server: &'static str) -> Option<Vec<u8>> {
    let session = config.take_session(&name(server), year(2030))?;
    Some(session.ticket)
}

#[test]
fn a_ticket_that_is_good_for_nothing_is_not_kept() {
    let config = config();
    assert!(session(&config, b"ticket", 0).is_none());
    assert!(session(&config, b"", 1).is_none());
}

#[test]
fn a_ticket_that_leaves_no_room_in_a_hello_is_not_kept() {
    let config = config();
    assert!(session(&config, &[1; 1 << 14], 60).is_some());
    assert!(session(&config, &[1; (1 << 14) + 1], 60).is_none());
}

#[test]
fn a_ticket_is_kept_for_its_lifetime_and_no_more_than_seven_days() {
    let config = config();
    let hour = session(&config, b"ticket", 3600).unwrap();
    assert!(!hour.has_expired(later(year(2030), 3599)));
    assert!(hour.has_expired(later(year(2030), 3600)));
    assert!(hour.has_expired(year(2029)), "from the future");
    let year_long = session(&config, b"ticket", 365 * 24 * 3600).unwrap();
    assert!(!year_long.has_expired(later(year(2030), 7 * 24 * 3600 - 1)));
    assert!(year_long.has_expired(later(year(2030), 7 * 24 * 3600)));
}

#[test]
fn the_age_is_hidden() {
    let session = session(&config(), b"ticket", u32::MAX).unwrap();
    // The number that hides it is 2^32 - 1.
    assert_eq!(session.obfuscated_ticket_age(year(2030)), u32::MAX);
    assert_eq!(session.obfuscated_ticket_age(later(year(2030), 1)), 999);
    let week = 7 * 24 * 3600;
    assert_eq!(
        session.obfuscated_ticket_age(later(year(2030), week)),
        604_799_999
    );
}

#[test]
fn a_session_is_used_once_the_youngest_first() {
    let config = config();
    for ticket in [b"1", b"2"] {
        config.put_session(&name("example.com"), session(&config, ticket, 60).unwrap());
    }
    assert_eq!(offered(&config, "example.com").unwrap(), b"2");
    assert_eq!(offered(&config, "EXAMPLE.com").unwrap(), b"1");
    assert_eq!(offered(&config, "example.com"), None);
}

#[test]
fn a_session_is_for_one_server() {
    let config = config();
    config.put_session(&name("example.com"), session(&config, b"1", 60).unwrap());
    assert_eq!(offered(&config, "example.org"), None);
    assert_eq!(offered(&config, "192.0.2.1"), None);
    assert!(offered(&config, "example.com").is_some());
}

#[test]
fn sessions_that_have_expired_are_dropped() {
    let config = config();
    config.put_session(&name("example.com"), session(&config, b"old", 60).unwrap());
    assert!(
        config
            .take_session(&name("example.com"), later(year(2030), 60))
            .is_none()
    );
    assert_eq!(offered(&config, "example.com"), None);

    // As many as the cache holds, with a good one behind them.
    let server = name("example.com");
    config.put_session(&server, session(&config, b"good", 3600).unwrap());
    for _ in 1..MAX_TICKETS_PER_SERVER {
        config.put_session(&server, session(&config, b"old", 60).unwrap());
    }
    let session = config.take_session(&server, later(year(2030), 60));
    assert_eq!(session.unwrap().ticket, b"good");
}

#[test]
fn a_session_belongs_to_its_configuration() {
    let store = Arc::new(ClientSessionMemoryCache::new(4));
    let with_store = || {
        let mut config = config();
        config.resumption = Resumption::store(store.clone());
        config
    };
    let (one, other) = (with_store(), with_store());
    let server = name("example.com");
    one.put_session(&server, session(&one, b"1", 60).unwrap());
    assert_eq!(offered(&other, "example.com"), None);

    one.put_session(&server, session(&one, b"2", 60).unwrap());
    assert!(offered(&one.clone(), "example.com").is_some());

    // Another certificate to present, the same verifier.
    one.put_session(&server, session(&one, b"3", 60).unwrap());
    let mut changed = one.clone();
    changed.client_auth_cert_resolver = other.client_auth_cert_resolver.clone();
    assert_eq!(offered(&changed, "example.com"), None);

    // And the other way round.
    one.put_session(&server, session(&one, b"4", 60).unwrap());
    let mut changed = one.clone();
    changed.verifier = other.verifier.clone();
    assert_eq!(offered(&changed, "example.com"), None);

    // Without the suite that the session has its hash from.
    one.put_session(&server, session(&one, b"5", 60).unwrap());
    let mut changed = one.clone();
    Arc::make_mut(&mut changed.provider).cipher_suites.remove(0);
    assert_eq!(offered(&changed, "example.com"), None);
}

#[test]
fn a_session_keeps_no_configuration_alive() {
    let config = config();
    let verifier = Arc::downgrade(&config.verifier);
    let kept = session(&config, b"1", 60).unwrap();
    drop(config);
    assert!(verifier.upgrade().is_none());
    drop(kept);
}

#[test]
fn the_cache_is_bounded_in_servers_and_in_sessions() {
    let mut config = config();
    config.resumption = Resumption::in_memory_sessions(2);
    for number in 0..20 {
        config.put_session(&name("a.example"), session(&config, &[number], 60).unwrap());
    }
    let left: Vec<_> = core::iter::from_fn(|| offered(&config, "a.example")).collect();
    assert_eq!(left.len(), MAX_TICKETS_PER_SERVER);
    assert_eq!((left[0][0], left[7][0]), (19, 12));

    for server in ["a.example", "b.example", "c.example"] {
        config.put_session(&name(server), session(&config, b"1", 60).unwrap());
    }
    assert_eq!(offered(&config, "a.example"), None);
    assert!(offered(&config, "b.example").is_some());
    assert!(offered(&config, "c.example").is_some());
}

#[test]
fn a_hint_names_a_group_of_the_provider() {
    let config = config();
    let server = name("example.com");
    assert!(config.kx_hint(&server).is_none());
    config.set_kx_hint(&server, NamedGroup::SECP256R1);
    assert_eq!(
        config.kx_hint(&server).unwrap().name(),
        NamedGroup::SECP256R1
    );
    config.set_kx_hint(&server, NamedGroup(0xfefe));
    assert!(config.kx_hint(&server).is_none());
}

#[test]
fn without_resumption_nothing_is_kept() {
    let mut config = config();
    assert!(config.offers_resumption());
    config.resumption = Resumption::disabled();
    assert!(!config.offers_resumption());
    let server = name("example.com");
    config.put_session(&server, session(&config, b"1", 60).unwrap());
    config.set_kx_hint(&server, NamedGroup::SECP256R1);
    assert_eq!(offered(&config, "example.com"), None);
    assert!(config.kx_hint(&server).is_none());
}

#[test]
fn a_store_without_an_end_does_not_keep_the_client_busy() {
    #[derive(Debug)]
    struct Endless(ClientConfig);
    impl ClientSessionStore for Endless {
        fn set_kx_hint(&self, _: &ServerName<'static>, _: NamedGroup) {}
        fn kx_hint(&self, _: &ServerName<'static>) -> Option<NamedGroup> {
            None
        }
        fn insert_tls13_ticket(&self, _: &ServerName<'static>, _: Tls13ClientSession) {}
        fn take_tls13_ticket(&self, _: &ServerName<'static>) -> Option<Tls13ClientSession> {
            // Another configuration's.
            session(&self.0, b"1", 60)
        }
    }
    let mut config = config();
    config.resumption = Resumption::store(Arc::new(Endless(super::tests::config())));
    assert_eq!(offered(&config, "example.com"), None);
}

#[test]
fn it_prints_no_secret() {
    let printed = format!("{:?}", session(&config(), b"1", 60).unwrap());
    assert!(printed.contains("Secret(..)"), "{printed}");
    assert!(
        !printed.contains("171") && !printed.contains("abab"),
        "{printed}"
    );
}
