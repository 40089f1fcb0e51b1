//! Certificates of clients.

use tls_core::AlertDescription;

use crate::setup::{ClientAuth, Setup};
use crate::support::identity;
use crate::support::wire::{WHOLE, connect, transfer};

#[test]
fn required_and_there() {
    let setup = Setup::mutual(identity::localhost);
    for (mut client, mut server) in setup.both_roles() {
        connect(&mut *client, &mut *server);
        let chain = &setup.client.as_ref().expect("a client").chain;
        assert_eq!(server.peer_certificates(), [chain[0].to_vec()]);
        assert_eq!(client.peer_certificates(), [setup.server.chain[0].to_vec()]);
    }
}

#[test]
fn optional_and_there_or_not() {
    for has_one in [true, false] {
        let mut setup = Setup::mutual(identity::localhost);
        setup.client_auth = ClientAuth::Optional;
        if !has_one {
            setup.client = None;
        }
        for (mut client, mut server) in setup.both_roles() {
            connect(&mut *client, &mut *server);
            assert_eq!(server.peer_certificates().len(), usize::from(has_one));
        }
    }
}

#[test]
fn not_asked_for() {
    let mut setup = Setup::mutual(identity::localhost);
    setup.client_auth = ClientAuth::None;
    for (mut client, mut server) in setup.both_roles() {
        connect(&mut *client, &mut *server);
        assert!(server.peer_certificates().is_empty());
    }
}

/// The errors of both sides, this core's first as the client and then as the server.
fn refused(setup: &Setup) -> [(tls_core::Error, rustls::Error); 2] {
    let [as_client, as_server] = setup.both_roles().map(|(mut client, mut server)| {
        let at_server = transfer(&mut *client, &mut *server, WHOLE).expect_err("refused");
        let at_client = transfer(&mut *client, &mut *server, WHOLE).expect_err("an alert");
        (at_client, at_server)
    });
    let (ours, theirs) = (as_client.0.downcast(), as_client.1.downcast());
    let as_client = (*ours.expect("ours"), *theirs.expect("theirs"));
    let (theirs, ours) = (as_server.0.downcast(), as_server.1.downcast());
    [as_client, (*ours.expect("ours"), *theirs.expect("theirs"))]
}

#[test]
fn required_and_missing() {
    let mut setup = Setup::mutual(identity::localhost);
    setup.client = None;
    let [as_client, as_server] = refused(&setup);
    assert_eq!(
        as_client.0,
        tls_core::Error::AlertReceived(AlertDescription::CERTIFICATE_REQUIRED)
    );
    assert_eq!(as_client.1, rustls::Error::NoCertificatesPresented);
    assert_eq!(as_server.0, tls_core::Error::NoCertificatesPresented);
    assert_eq!(
        as_server.1,
        rustls::Error::AlertReceived(rustls::AlertDescription::CertificateRequired)
    );
}

#[test]
fn of_an_authority_that_nobody_knows() {
    let mut setup = Setup::mutual(identity::localhost);
    setup.client_authority = identity::localhost();
    let [as_client, as_server] = refused(&setup);
    // Both authorities have the same name, so the signature is what does not fit.
    assert_eq!(
        as_server.0,
        tls_core::Error::InvalidCertificate(tls_core::CertificateError::BadSignature)
    );
    assert!(matches!(as_client.0, tls_core::Error::AlertReceived(_)));
    assert!(matches!(as_client.1, rustls::Error::InvalidCertificate(_)));
    assert!(matches!(as_server.1, rustls::Error::AlertReceived(_)));
}
