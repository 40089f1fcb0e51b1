//! What to say about an error on a connection, and what to do about it.

use std::io;

use tls_core::{AlertDescription, CertificateError, Error, PeerIncompatible, Side};

/// What has happened to the connection of this side, and behind `separator` what is to be
/// done about it, if there is anything.
pub fn explain(side: Side, error: &io::Error, separator: &str) -> String {
    let tls = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Error>());
    let (what, next) = match tls {
        Some(tls) => (tls.to_string(), after_tls(side, tls)),
        None => after_io(error),
    };
    match next {
        Some(next) => format!("{what}{separator}{next}"),
        None => what,
    }
}

fn after_tls(side: Side, error: &Error) -> Option<&'static str> {
    Some(match (side, error) {
        (Side::Client, Error::InvalidCertificate(invalid)) => match invalid {
            CertificateError::UnknownIssuer => {
                "Put the root of the server's certificate into CA.pem; the server has to \
                 send all certificates between the two."
            }
            CertificateError::NotValidForName => {
                "NAME has to be one of the names in the server's certificate."
            }
            CertificateError::Expired | CertificateError::NotValidYet => {
                "The server needs a new certificate, or the clock of this machine is wrong."
            }
            CertificateError::InvalidPurpose => "The server needs a certificate for servers.",
            CertificateError::CaUsedAsEndEntity => {
                "`openssl req -x509` makes the certificate of an authority, unless it is told \
                 -addext basicConstraints=critical,CA:FALSE. The server needs one without."
            }
            _ => return None,
        },
        (Side::Server, Error::InvalidCertificate(CertificateError::UnknownIssuer)) => {
            "Put the root of the client's certificate into the file of --auth."
        }
        (Side::Server, Error::NoCertificatesPresented) => {
            "Without --auth-required a client needs no certificate."
        }
        (Side::Client, Error::AlertReceived(alert)) => match *alert {
            AlertDescription::CERTIFICATE_REQUIRED => {
                "The server wants a certificate: --cert and --key."
            }
            AlertDescription::NO_APPLICATION_PROTOCOL => {
                "The server speaks none of the protocols of --alpn."
            }
            AlertDescription::UNRECOGNIZED_NAME => "The server has no certificate for NAME.",
            AlertDescription::UNKNOWN_CA => {
                "The server does not know the root of the client's certificate: see --cert."
            }
            AlertDescription::PROTOCOL_VERSION => ONLY_TLS13,
            AlertDescription::HANDSHAKE_FAILURE => {
                "The server has to speak TLS 1.3, with a cipher suite, a group and a signature \
                 that the client knows."
            }
            _ => return None,
        },
        (Side::Server, Error::AlertReceived(AlertDescription::UNKNOWN_CA)) => {
            "The client does not know the root of CHAIN.pem, or misses a certificate between \
             the two."
        }
        (_, Error::PeerIncompatible(PeerIncompatible::Tls13NotOffered)) => ONLY_TLS13,
        (_, Error::PeerIncompatible(_)) => NOTHING_IN_COMMON,
        (_, Error::InvalidRecord(_)) => "Does the other side speak TLS on that port?",
        _ => return None,
    })
}

const ONLY_TLS13: &str = "There is only TLS 1.3 here: the other side has to speak it, too.";
const NOTHING_IN_COMMON: &str = "Allow the other side more cipher suites, groups or signatures.";

fn after_io(error: &io::Error) -> (String, Option<&'static str>) {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => (
            "the stream ended without close_notify".into(),
            Some("What came may not be all: the other side has stopped, or somebody cut in."),
        ),
        // Both are what a read past its timeout may come to.
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => (
            "nothing has moved on the connection for too long".into(),
            Some("Does the other side wait for something else than a GET?"),
        ),
        _ => (error.to_string(), None),
    }
}
