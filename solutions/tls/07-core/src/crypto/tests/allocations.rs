//! What takes memory, and how often.

#[cfg(feature = "ring")]
use super::kx::client_share;
use super::*;

#[test]
fn records_and_hashes_take_no_memory() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let bytes = vec![5; suite.aead.key_len()];
            let mut key = suite.aead.new_key(&bytes);
            let mut record = [0; 1000 + TAG_LENGTH];
            let mut protect = || {
                key.rekey(&bytes);
                key.seal_into([2; 12], b"aad", &[3; 999], 4, &mut record)
                    .expect("it is not too long");
                let tag = key.seal_in_place([1; 12], b"aad", &mut record[..1000]);
                record[1000..].copy_from_slice(&tag.expect("it is not too long"));
                assert!(key.open_in_place([1; 12], b"aad", &mut record).is_some());
            };
            protect();
            assert_eq!(allocation_counter::measure(protect).count_total, 0);

            let start = || drop(suite.hash.start());
            start();
            assert_eq!(allocation_counter::measure(start).count_total, 1);

            let mut context = suite.hash.start();
            let transcript = || {
                context.update(&[6; 1000]);
                context.current();
                suite.hash.hash(b"message");
            };
            assert_eq!(allocation_counter::measure(transcript).count_total, 0);
        }
    }
}

/// On ring, which takes nothing for itself: a box for what waits, or the share to send.
#[cfg(feature = "ring")]
#[test]
fn a_key_exchange_takes_memory_once() {
    for group in ring::default_provider().kx_groups {
        let to_server = client_share(group);
        let server = || assert!(group.start_and_complete(&to_server).is_ok());
        server();
        assert_eq!(allocation_counter::measure(server).count_total, 1);
        let client = || {
            let exchange = group.start().expect("there are random bytes");
            assert!(exchange.complete(&to_server).is_ok());
        };
        assert_eq!(allocation_counter::measure(client).count_total, 1);
    }
}
