//! X25519MLKEM768, which one provider has.

use super::kx::{assert_refused, client_share};
use super::*;
use crate::PeerMisbehaved;
use crate::crypto::aws_lc_rs::kx_group::{X25519, X25519MLKEM768};

#[test]
fn its_shares_are_as_long_as_the_draft_says() {
    let to_server = client_share(X25519MLKEM768);
    assert_eq!(to_server.len(), 1216);
    let answer = X25519MLKEM768
        .start_and_complete(&to_server)
        .expect("the share is good");
    assert_eq!(answer.pub_key.len(), 1120);
    assert_eq!(answer.secret.bytes().len(), 64);
}

#[test]
fn its_older_part_serves_alone() {
    let exchange = X25519MLKEM768.start().expect("there are random bytes");
    let (group, share) = exchange.hybrid_component().expect("it is a hybrid");
    assert_eq!(group, NamedGroup::X25519);
    assert!(exchange.pub_key().ends_with(share));

    let answer = X25519.start_and_complete(share).expect("the share is good");
    let secret = exchange.complete_hybrid_component(&answer.pub_key);
    assert_eq!(secret, Ok(answer.secret));
}

/// FIPS 203, section 7.2: the coefficients of a key are reduced.
#[test]
fn a_key_that_is_not_reduced_is_refused() {
    let mut share = client_share(X25519MLKEM768);
    share[..3].fill(0xff);
    let refused = Err(PeerMisbehaved::InvalidKeyShare.into());
    assert_eq!(
        X25519MLKEM768.start_and_complete(&share).map(|_| ()),
        refused
    );
}

#[test]
fn zeros_from_x25519_are_refused() {
    let mut to_server = client_share(X25519MLKEM768);
    let mut to_client = X25519MLKEM768
        .start_and_complete(&to_server)
        .expect("the share is good")
        .pub_key;
    to_server[1184..].fill(0);
    to_client[1088..].fill(0);
    assert_refused(X25519MLKEM768, Some(&to_server), &to_client);
}

/// ML-KEM does not say that a ciphertext is wrong: the secrets just differ.
#[test]
fn another_ciphertext_leads_to_another_secret() {
    let exchange = X25519MLKEM768.start().expect("there are random bytes");
    let mut answer = X25519MLKEM768
        .start_and_complete(exchange.pub_key())
        .expect("the share is good");
    answer.pub_key[0] ^= 1;
    let secret = exchange.complete(&answer.pub_key).expect("it has the form");
    assert_ne!(secret, answer.secret);
}
