//! Which certificate a server presents.

use core::fmt::Debug;
use std::collections::HashMap;
use std::sync::Arc;

use pki_types::{DnsName, ServerName};
use webpki::EndEntityCert;

use super::CertifiedKey;
use crate::msgs::{ProtocolNames, SignatureSchemes};
use crate::verify::certificate_error;
use crate::{Error, SignatureScheme};

/// What of a client's hello says which certificate it wants. It borrows from the hello.
#[derive(Debug, Clone, Copy)]
pub struct ClientHello<'a> {
    server_name: Option<&'a str>,
    signature_schemes: SignatureSchemes<'a>,
    alpn: Option<ProtocolNames<'a>>,
}

impl<'a> ClientHello<'a> {
    pub(crate) fn new(
        server_name: Option<&'a str>,
        signature_schemes: SignatureSchemes<'a>,
        alpn: Option<ProtocolNames<'a>>,
    ) -> Self {
        Self {
            server_name,
            signature_schemes,
            alpn,
        }
    }

    /// The name of the host that the client wants to speak to, as the client wrote it:
    /// capital and small letters are the same. `None` if it does not say.
    pub fn server_name(&self) -> Option<&'a str> {
        self.server_name
    }

    /// The schemes of signatures that the client accepts, its best first.
    pub fn signature_schemes(&self) -> impl Iterator<Item = SignatureScheme> + use<'a> {
        self.signature_schemes.iter()
    }

    /// The application protocols that the client offers, its best first. `None` if it
    /// offers none.
    pub fn alpn(&self) -> Option<impl Iterator<Item = &'a [u8]> + use<'a>> {
        self.alpn.map(|names| names.iter().map(|name| name.bytes()))
    }
}

/// Chooses the certificate that a server presents.
pub trait ResolvesServerCert: Debug + Send + Sync {
    /// The certificate for this client.
    ///
    /// `None` ends the handshake with the alert `unrecognized_name` if the client has
    /// named a host, and `missing_extension` if not. So does a chain without a
    /// certificate.
    ///
    /// The key must be able to sign with one of the client's schemes, or the handshake
    /// fails.
    fn resolve(&self, client_hello: &ClientHello<'_>) -> Option<Arc<CertifiedKey>>;
}

/// The same certificate for every client.
#[derive(Debug)]
pub(crate) struct SingleServerCert(pub(crate) Arc<CertifiedKey>);

impl ResolvesServerCert for SingleServerCert {
    fn resolve(&self, _client_hello: &ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }
}

/// A certificate for each name. A client that names no host, or another, gets none.
#[derive(Debug, Default)]
pub struct ResolvesServerCertUsingSni {
    by_name: HashMap<DnsName<'static>, Arc<CertifiedKey>>,
}

impl ResolvesServerCertUsingSni {
    /// Without a name.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the certificate for a name, in place of an earlier one.
    ///
    /// # Errors
    ///
    /// - [`Error::General`] if `name` is not the name of a host, or there is no certificate.
    /// - [`Error::InvalidCertificate`] if it is not a certificate for that name.
    pub fn add(&mut self, name: &str, certified: CertifiedKey) -> Result<(), Error> {
        let name = DnsName::try_from(name)
            .map_err(|_| Error::General(format!("'{name}' is not the name of a host")))?
            .to_owned();
        EndEntityCert::try_from(certified.end_entity_cert()?)
            .and_then(|cert| {
                cert.verify_is_valid_for_subject_name(&ServerName::DnsName(name.clone()))
            })
            .map_err(certificate_error)?;
        self.by_name.insert(name, Arc::new(certified));
        Ok(())
    }
}

impl ResolvesServerCert for ResolvesServerCertUsingSni {
    fn resolve(&self, client_hello: &ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // Names that differ in case are equal, and have the same hash.
        let name = DnsName::try_from(client_hello.server_name()?).ok()?;
        self.by_name.get(&name).cloned()
    }
}
