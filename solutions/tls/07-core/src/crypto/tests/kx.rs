//! Key exchanges, and the shares that are refused.

use super::*;
use crate::PeerMisbehaved;

#[test]
fn two_sides_agree() {
    for (client, server) in group_pairs() {
        let exchange = client.start().expect("there are random bytes");
        assert_eq!(exchange.group(), client.name());

        let answer = server
            .start_and_complete(exchange.pub_key())
            .expect("the share is good");
        assert_eq!(answer.group, client.name());
        let secret = exchange
            .complete(&answer.pub_key)
            .expect("the share is good");
        assert_eq!(secret, answer.secret);

        let again = server
            .start_and_complete(&client_share(client))
            .expect("the share is good");
        assert_ne!(again.secret, answer.secret);
        assert_ne!(again.pub_key, answer.pub_key);
    }
}

/// A client's share, in a new key exchange.
pub(super) fn client_share(group: &dyn SupportedKxGroup) -> Vec<u8> {
    let exchange = group.start().expect("there are random bytes");
    exchange.pub_key().to_vec()
}

pub(super) fn assert_refused(
    group: &dyn SupportedKxGroup,
    to_server: Option<&[u8]>,
    to_client: &[u8],
) {
    let refused = Err(PeerMisbehaved::InvalidKeyShare.into());
    if let Some(share) = to_server {
        assert_eq!(group.start_and_complete(share).map(|_| ()), refused);
    }
    let exchange = group.start().expect("there are random bytes");
    assert_eq!(exchange.complete(to_client).map(|_| ()), refused);
}

#[test]
fn a_share_has_one_length_and_one_form() {
    for provider in providers() {
        for group in provider.kx_groups {
            let to_server = client_share(group);
            let to_client = group
                .start_and_complete(&to_server)
                .expect("the share is good")
                .pub_key;
            assert_refused(group, Some(&[]), &[]);
            assert_refused(
                group,
                Some(&to_server[..to_server.len() - 1]),
                &to_client[..to_client.len() - 1],
            );
            assert_refused(
                group,
                Some(&[&to_server[..], &[0]].concat()),
                &[&to_client[..], &[0]].concat(),
            );
            for length in 0..to_client.len() {
                assert_refused(group, None, &to_client[..length]);
            }
        }
    }
}

/// RFC 8446, sections 4.2.8.2 and 7.4.2.
#[test]
fn a_point_has_to_be_on_the_curve_and_uncompressed() {
    for provider in providers() {
        for group in provider.kx_groups {
            if ![NamedGroup::SECP256R1, NamedGroup::SECP384R1].contains(&group.name()) {
                continue;
            }
            let point = client_share(group);
            let with = |index: usize, byte: u8| {
                let mut changed = point.clone();
                changed[index] = byte;
                changed
            };
            let coordinate = point.len() / 2;
            let last = point.len() - 1;
            let parity = point[last] & 1;
            let compressed = [&[2 + parity], &point[1..=coordinate]].concat();
            let hybrid = with(0, 6 + parity);
            let off_the_curve = with(last, point[last] ^ 2);
            let zeros = [&[4][..], &vec![0; point.len() - 1]].concat();
            let too_large = [&[4][..], &vec![0xff; point.len() - 1]].concat();
            let infinity = vec![0];
            for wrong in [
                compressed,
                hybrid,
                off_the_curve,
                zeros,
                too_large,
                infinity,
            ] {
                assert_refused(group, Some(&wrong), &wrong);
            }
        }
    }
}

/// RFC 8446, section 7.4.2; the points are those of RFC 7748, section 6.1, and of low order.
#[test]
fn an_x25519_secret_of_zeros_is_refused() {
    let zero = [0; 32];
    let mut one = zero;
    one[0] = 1;
    let order_8 = hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    for provider in providers() {
        for group in provider.kx_groups {
            if group.name() != NamedGroup::X25519 {
                continue;
            }
            for point in [&zero, &one, &order_8[..]] {
                assert_refused(group, Some(point), point);
            }
        }
    }
}

/// A library may take a share with a description of its algorithm around it, as in a
/// certificate. TLS does not.
#[test]
fn a_share_is_bare() {
    let x25519 = pki_types::AlgorithmIdentifier::from_slice(&[0x06, 3, 0x2b, 0x65, 0x6e]);
    for provider in providers() {
        for group in provider.kx_groups {
            let algorithm = match group.name() {
                NamedGroup::X25519 => x25519,
                NamedGroup::SECP256R1 => pki_types::alg_id::ECDSA_P256,
                NamedGroup::SECP384R1 => pki_types::alg_id::ECDSA_P384,
                _ => continue,
            };
            let wrapped = der::subject_public_key_info(algorithm, &client_share(group));
            assert_refused(group, Some(&wrapped), &wrapped);
        }
    }
}

/// A group that leaves the server's half to the default does the same with it.
#[test]
fn the_servers_half_by_default() {
    #[derive(Debug)]
    struct ByDefault(&'static dyn SupportedKxGroup);

    impl SupportedKxGroup for ByDefault {
        fn name(&self) -> NamedGroup {
            self.0.name()
        }

        fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
            self.0.start()
        }
    }

    let group = providers()
        .into_iter()
        .flat_map(|provider| provider.kx_groups)
        .find(|group| group.name() == NamedGroup::X25519)
        .expect("every provider has it");
    let exchange = group.start().expect("there are random bytes");
    let answer = ByDefault(group)
        .start_and_complete(exchange.pub_key())
        .expect("the share is good");
    assert_eq!(exchange.complete(&answer.pub_key), Ok(answer.secret));
    assert_eq!(answer.group, NamedGroup::X25519);
}

#[test]
fn other_groups_have_no_hybrid_component() {
    for provider in providers() {
        for group in provider.kx_groups {
            if group.name() == NamedGroup::X25519MLKEM768 {
                continue;
            }
            let share = client_share(group);
            let exchange = group.start().expect("there are random bytes");
            assert_eq!(exchange.hybrid_component(), None);
            assert!(exchange.complete_hybrid_component(&share).is_err());
        }
    }
}
