use core::sync::atomic::Ordering;

use super::*;
use crate::test_pki::{Clock, later, provider, providers, year};

const HOUR: u64 = 60 * 60;

fn hourly(clock: &Arc<Clock>) -> Arc<TicketRotator> {
    TicketRotator::with_lifetime(&provider(), clock.clone(), HOUR as u32).unwrap()
}

#[test]
fn what_is_sealed_can_be_opened_by_nobody_else() {
    let clock = Clock::at(year(2030));
    for provider in providers() {
        let one = TicketRotator::new(&provider, clock.clone()).unwrap();
        let other = TicketRotator::new(&provider, clock.clone()).unwrap();
        for plain in [&b""[..], b"a session", &[7; 70_000]] {
            let ticket = one.encrypt(plain).unwrap();
            assert_eq!(one.decrypt(&ticket).as_deref(), Some(plain));
            assert_eq!(other.decrypt(&ticket), None);
        }
        assert!(one.enabled());
        assert_eq!(one.lifetime(), DEFAULT_LIFETIME);
    }
}

#[test]
fn a_ticket_hides_what_is_in_it() {
    let rotator = hourly(&Clock::at(year(2030)));
    let ticket = rotator.encrypt(&[0xab; 64]).unwrap();
    assert!(!ticket.windows(8).any(|part| part == [0xab; 8]));
    // The nonce is a new one each time.
    let again = rotator.encrypt(&[0xab; 64]).unwrap();
    assert_eq!(ticket[..NAME_LENGTH], again[..NAME_LENGTH]);
    assert_ne!(ticket[NAME_LENGTH..], again[NAME_LENGTH..]);
}

#[test]
fn a_changed_ticket_is_none() {
    let rotator = hourly(&Clock::at(year(2030)));
    let ticket = rotator.encrypt(b"a session").unwrap();
    for length in 0..ticket.len() {
        assert_eq!(rotator.decrypt(&ticket[..length]), None, "{length}");
    }
    for place in 0..ticket.len() {
        let mut changed = ticket.clone();
        changed[place] ^= 1;
        assert_eq!(rotator.decrypt(&changed), None, "{place}");
    }
    let mut longer = ticket.clone();
    longer.push(0);
    assert_eq!(rotator.decrypt(&longer), None);
}

#[test]
fn a_ticket_can_be_opened_as_long_as_it_is_valid() {
    let start = year(2030);
    let clock = Clock::at(start);
    let rotator = hourly(&clock);
    clock.set(Some(later(start, HOUR - 1)));
    let ticket = rotator.encrypt(b"a session").unwrap();
    // The next key has its turn.
    clock.set(Some(later(start, HOUR)));
    let next = rotator.encrypt(b"a session").unwrap();
    assert_ne!(ticket[..NAME_LENGTH], next[..NAME_LENGTH]);
    clock.set(Some(later(start, 2 * HOUR - 1)));
    assert!(rotator.decrypt(&ticket).is_some());
    // And the one after that.
    clock.set(Some(later(start, 2 * HOUR)));
    assert_eq!(rotator.decrypt(&ticket), None);
    assert!(rotator.decrypt(&next).is_some());
}

#[test]
fn after_a_long_pause_no_old_key_is_left() {
    let start = year(2030);
    let clock = Clock::at(start);
    let rotator = hourly(&clock);
    let ticket = rotator.encrypt(b"a session").unwrap();
    clock.set(Some(later(start, 2 * HOUR)));
    assert_eq!(rotator.decrypt(&ticket), None);
    assert!(rotator.keys.read().unwrap().previous.is_none());
}

#[test]
fn a_clock_that_goes_back_takes_no_key_away() {
    let start = year(2030);
    let clock = Clock::at(start);
    let rotator = hourly(&clock);
    clock.set(Some(later(start, HOUR - 1)));
    let ticket = rotator.encrypt(b"a session").unwrap();
    // Back and forth where keys change.
    for seconds in [HOUR, HOUR - 1, HOUR + 1, HOUR] {
        clock.set(Some(later(start, seconds)));
        assert!(rotator.decrypt(&ticket).is_some(), "{seconds}");
    }
}

#[test]
fn a_clock_that_goes_back_does_not_make_a_key_last() {
    let clock = Clock::at(year(2030));
    let rotator = hourly(&clock);
    let key = || rotator.encrypt(b"a session").unwrap()[..NAME_LENGTH].to_vec();
    let first = key();
    // From then on it has its hour.
    clock.set(Some(year(2029)));
    assert_eq!(key(), first);
    clock.set(Some(later(year(2029), HOUR - 1)));
    assert_eq!(key(), first);
    clock.set(Some(later(year(2029), HOUR)));
    assert_ne!(key(), first);
}

#[test]
fn a_key_seals_only_so_many_tickets() {
    let rotator = hourly(&Clock::at(year(2030)));
    let set = |sealed| {
        let keys = rotator.keys.read().unwrap();
        keys.current.sealed.store(sealed, Ordering::Relaxed);
    };
    let first = rotator.encrypt(b"a session").unwrap();
    set(MAX_TICKETS_PER_KEY - 1);
    let last = rotator.encrypt(b"a session").unwrap();
    let next = rotator.encrypt(b"a session").unwrap();
    assert_eq!(first[..NAME_LENGTH], last[..NAME_LENGTH]);
    assert_ne!(last[..NAME_LENGTH], next[..NAME_LENGTH]);
    assert!(rotator.decrypt(&first).is_some());
}

#[test]
fn without_a_time_there_is_no_ticket() {
    let clock = Clock::at(year(2030));
    let rotator = hourly(&clock);
    let ticket = rotator.encrypt(b"a session").unwrap();
    clock.set(None);
    assert_eq!(rotator.encrypt(b"a session"), None);
    assert_eq!(rotator.decrypt(&ticket), None);
    assert_eq!(
        TicketRotator::new(&provider(), clock).map(drop),
        Err(Error::FailedToGetCurrentTime)
    );
}

#[derive(Debug)]
struct NoRandom;

impl SecureRandom for NoRandom {
    fn fill(&self, _bytes: &mut [u8]) -> Result<(), Error> {
        Err(Error::FailedToGetRandomBytes)
    }
}

#[test]
fn without_random_bytes_there_is_no_key() {
    let provider = CryptoProvider {
        secure_random: &NoRandom,
        ..CryptoProvider::clone(&provider())
    };
    assert_eq!(
        TicketRotator::new(&provider, Clock::at(year(2030))).map(drop),
        Err(Error::FailedToGetRandomBytes)
    );
}

#[test]
fn the_lifetime_has_bounds() {
    let with = |seconds| {
        TicketRotator::with_lifetime(&provider(), Clock::at(year(2030)), seconds).map(drop)
    };
    assert_eq!(with(1), Ok(()));
    assert_eq!(with(MAX_TICKET_LIFETIME), Ok(()));
    for seconds in [0, MAX_TICKET_LIFETIME + 1] {
        assert!(matches!(with(seconds), Err(Error::General(_))), "{seconds}");
    }
}

#[test]
fn the_longest_key_is_taken() {
    let mut provider = CryptoProvider::clone(&provider());
    provider.cipher_suites.sort_by_key(|suite| suite.suite.0);
    assert_eq!(provider.cipher_suites[0].aead.key_len(), 16);
    let rotator = TicketRotator::new(&provider, Clock::at(year(2030))).unwrap();
    assert_eq!(rotator.aead.key_len(), 32);
    provider.cipher_suites.clear();
    assert!(matches!(
        TicketRotator::new(&provider, Clock::at(year(2030))).map(drop),
        Err(Error::General(_))
    ));
}

#[test]
fn it_prints_no_key() {
    assert_eq!(
        format!("{:?}", hourly(&Clock::at(year(2030)))),
        "TicketRotator { lifetime: 3600, .. }"
    );
}

#[test]
fn threads_can_share_it_while_keys_change() {
    let start = year(2030);
    let clock = Clock::at(start);
    let rotator = hourly(&clock);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    let ticket = rotator.encrypt(b"a session").unwrap();
                    // Another thread moves on by less than a lifetime meanwhile.
                    assert!(rotator.decrypt(&ticket).is_some());
                }
            });
        }
        clock.set(Some(later(start, HOUR)));
    });
}
