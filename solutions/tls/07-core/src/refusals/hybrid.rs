//! A client that offers X25519MLKEM768, and beside it the share of its X25519 part.

use std::sync::Arc;

use super::support::{Delivery, OTHER_GROUP, PlayedServer, client_config, everywhere};
use crate::crypto::aws_lc_rs::default_provider;
use crate::msgs::HELLO_RETRY_REQUEST_RANDOM;
use crate::msgs::extension::KEY_SHARE;
use crate::{AlertDescription, NamedGroup, PeerMisbehaved};

const OFFERED: [NamedGroup; 2] = [NamedGroup::X25519MLKEM768, NamedGroup::X25519];

fn hybrid(delivery: Delivery) -> PlayedServer {
    let mut config = client_config();
    config.provider = default_provider().into();
    let server = PlayedServer::of(delivery, config);
    let (_, extensions) = server.offered();
    let shares = extensions.key_share.expect("shares");
    assert!(shares.iter().map(|share| share.group).eq(OFFERED));
    server
}

/// The rule that the others are exceptions to: a server that knows the part alone.
#[test]
fn a_share_for_the_part() {
    everywhere(|delivery| {
        let mut server = hybrid(delivery);
        server.connect();
        server.assert_connected();
    });
}

#[test]
fn a_request_for_a_share_that_was_there() {
    everywhere(|delivery| {
        for group in OFFERED {
            let mut server = hybrid(delivery);
            let mut retry = server.good_retry(OTHER_GROUP);
            retry.extensions.set(KEY_SHARE, &group.0.to_be_bytes());
            server.refuse_message(
                &retry.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::HelloRetryRequestForOfferedGroup,
            );
        }
    });
}

/// The second hello has the share that was asked for, and no other.
#[test]
fn a_share_for_what_was_offered_before_the_request() {
    everywhere(|delivery| {
        for group in OFFERED {
            let mut server = hybrid(delivery);
            let retry = server.good_retry(OTHER_GROUP);
            server.retry(&retry);
            let mut hello = server.good_hello();
            hello.set_share(group, &[9; 32]);
            server.refuse_message(
                &hello.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SelectedUnofferedGroup,
            );
        }
    });
}

/// Section 4.2.8: nor the share of a part, which only a first hello has beside the hybrid.
#[test]
fn a_share_for_the_part_after_the_request() {
    everywhere(|delivery| {
        let mut provider = default_provider();
        provider
            .kx_groups
            .sort_by_key(|group| group.name() != OTHER_GROUP);
        let mut config = client_config();
        config.provider = provider.into();
        let mut server = PlayedServer::of(delivery, config);
        let mut hello = server.good_hello();
        let retry = server.good_retry(NamedGroup::X25519MLKEM768);
        server.retry(&retry);
        let shares = server.offered().1.key_share.expect("shares");
        assert!(shares.iter().map(|share| share.group).eq([OFFERED[0]]));
        hello.set_share(NamedGroup::X25519, &[9; 32]);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedGroup,
        );
    });
}

/// Section 4.2.8: nor is there a share of a part whose group the client does not offer.
#[test]
fn a_part_that_is_no_group_of_the_client() {
    everywhere(|delivery| {
        let hybrid_alone = || {
            let mut provider = default_provider();
            provider
                .kx_groups
                .retain(|group| group.name() != NamedGroup::X25519);
            let mut config = client_config();
            config.provider = provider.into();
            let server = PlayedServer::of(delivery, config);
            let shares = server.offered().1.key_share.expect("shares");
            assert!(shares.iter().map(|share| share.group).eq([OFFERED[0]]));
            server
        };
        let mut hello = PlayedServer::new(delivery).good_hello();
        let mut server = hybrid_alone();
        hello.session_id = server.offered().0.legacy_session_id.bytes().to_vec();
        hello.set_share(NamedGroup::X25519, &[9; 32]);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedGroup,
        );

        let mut retry = hello;
        retry.random = HELLO_RETRY_REQUEST_RANDOM;
        let mut server = hybrid_alone();
        retry.session_id = server.offered().0.legacy_session_id.bytes().to_vec();
        retry
            .extensions
            .set(KEY_SHARE, &NamedGroup::X25519.0.to_be_bytes());
        server.refuse_message(
            &retry.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedGroup,
        );
    });
}

/// A server that knows the part alone is offered the hybrid again: it may learn.
#[test]
fn a_hybrid_is_offered_again() {
    everywhere(|delivery| {
        let mut config = client_config();
        config.provider = default_provider().into();
        let config = Arc::new(config);
        for _ in 0..2 {
            let mut server = PlayedServer::of_shared(delivery, &config);
            let shares = server.offered().1.key_share.expect("shares");
            assert!(shares.iter().map(|share| share.group).eq(OFFERED));
            server.connect();
        }
    });
}

/// A ciphertext of ML-KEM-768 has 1088 bytes, and an X25519 share behind it 32, which
/// give no secret of zeros.
#[test]
fn bad_key_shares() {
    everywhere(|delivery| {
        for share in [&[9; 1119][..], &[9; 1121], &[9; 32], &[9], &{
            let mut zeros = [9; 1120];
            zeros[1088..].fill(0);
            zeros
        }] {
            let mut server = hybrid(delivery);
            let mut hello = server.good_hello();
            hello.set_share(NamedGroup::X25519MLKEM768, share);
            server.refuse_message(
                &hello.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::InvalidKeyShare,
            );
        }
        let mut server = hybrid(delivery);
        let mut hello = server.good_hello();
        hello.set_share(NamedGroup::X25519, &[0; 32]);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::InvalidKeyShare,
        );
    });
}
