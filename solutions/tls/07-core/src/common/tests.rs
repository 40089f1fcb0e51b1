//! What a connection holds once it has failed.

use super::*;
use crate::Secret;
use crate::test_pki::provider;

/// A connection whose keys seal so many records, in the middle of its data.
fn sealing(confidentiality_limit: u64) -> CommonState {
    let suite = Box::leak(Box::new(Tls13CipherSuite {
        confidentiality_limit,
        ..*provider().cipher_suites[0]
    }));
    let secret = || Secret::new(&vec![1; suite.hash.output_len()]);
    let mut common = CommonState::new(Side::Server);
    common.send_under(suite, &secret());
    let traffic = Traffic {
        suite,
        sending: secret(),
        receiving: secret(),
        exporter: secret(),
    };
    common.start_traffic(traffic).expect("nothing to send");
    common
}

/// An error means that nothing was taken: what was is told first.
#[test]
fn keys_that_cannot_be_renewed_seal_what_they_can() {
    // One that no configuration lets through: the second KeyUpdate has no record left.
    let mut common = sealing(1);
    common.set_max_fragment_size(1000);
    assert_eq!(common.write_data(&[0; 3000]), Ok(1000));
    let waiting = common.bytes_to_write();
    assert_eq!(common.write_data(&[0; 3000]), Err(Error::EncryptError));
    assert_eq!(common.bytes_to_write(), waiting);
}

#[test]
fn data_from_before_the_handshake_is_sent_in_full_or_there_is_an_error() {
    for (limit, sent) in [(3, Ok(())), (1, Err(Error::EncryptError))] {
        let mut common = sealing(limit);
        common.set_max_fragment_size(1000);
        common.may_send_data = false;
        assert_eq!(common.write_data(&[0; 3000]), Ok(3000));
        common.may_send_data = true;
        assert_eq!(common.send_early_writes(), sent);
    }
}

/// Found out before anything of what waits is taken.
#[test]
fn keys_that_are_used_up_take_nothing() {
    let mut common = sealing(3);
    for _ in 0..3 {
        common
            .send_message(b"more than they should")
            .expect("a record");
    }
    let waiting = common.bytes_to_write();
    let mut out = [0; 1000];
    assert_eq!(
        common.seal_data(b"data", &mut out),
        Err(Error::EncryptError)
    );
    assert_eq!(common.bytes_to_write(), waiting);
    // What waits can still be had.
    assert_eq!(common.seal_data(b"", &mut out), Ok(waiting));
}

#[test]
fn what_has_failed_forgets_its_secrets() {
    let suite = provider().cipher_suites[0];
    let secret = || Secret::new(&vec![1; suite.hash.output_len()]);
    let mut common = CommonState::new(Side::Server);
    assert_eq!(common.write_data(b"early"), Ok(5));
    common.send_under(suite, &secret());
    common.receive_under(suite, &secret());
    common.traffic = Some(Traffic {
        suite,
        sending: secret(),
        receiving: secret(),
        exporter: secret(),
    });

    common.fail(&Error::DecryptError("Finished"));
    assert!(common.traffic.is_none());
    assert!(common.sealer.is_none());
    assert!(common.new_opener.is_none());
    assert_eq!(common.early_writes.capacity(), 0);
    // Sealed under the last key, before it went.
    assert!(common.wants_write());
}
