//! What a connection holds once it has failed.

use super::*;
use crate::Secret;
use crate::test_pki::provider;

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
