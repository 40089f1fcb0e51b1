//! Certificates that live as long as this program.

use std::error::Error;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tls_core::crypto::CryptoProvider;
use tls_core::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use tls_core::server::WebPkiClientVerifier;
use tls_core::{ClientConfig, RootCertStore, ServerConfig};

/// The name that the server's certificate is for.
pub const NAME: &str = "localhost";

/// A certificate for [`NAME`], its key, and the authority that has signed it.
pub struct Credentials {
    authority: rcgen::Certificate,
    certificate: rcgen::Certificate,
    key: KeyPair,
}

impl Credentials {
    /// New keys and new certificates.
    pub fn new() -> Result<Self, rcgen::Error> {
        let mut params = CertificateParams::new(Vec::new())?;
        params
            .distinguished_name
            .push(DnType::CommonName, "The capstone's authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let authority_key = KeyPair::generate()?;
        let authority = params.self_signed(&authority_key)?;
        let issuer = Issuer::new(params, authority_key);

        let key = KeyPair::generate()?;
        let mut params = CertificateParams::new(vec![NAME.to_owned()])?;
        params.distinguished_name.push(DnType::CommonName, NAME);
        let certificate = params.signed_by(&key, &issuer)?;
        Ok(Self {
            authority,
            certificate,
            key,
        })
    }

    /// What a server presents.
    pub fn chain(&self) -> Vec<CertificateDer<'static>> {
        vec![self.certificate.der().clone()]
    }

    /// The key of the first certificate in the chain.
    pub fn key(&self) -> PrivateKeyDer<'static> {
        PrivatePkcs8KeyDer::from(self.key.serialize_der()).into()
    }

    /// Whom a client trusts.
    pub fn authority(&self) -> CertificateDer<'static> {
        self.authority.der().clone()
    }

    /// The chain, the key and the authority as PEM, for programs that want files.
    pub fn pem(&self) -> [(&'static str, String); 3] {
        [
            ("chain.pem", self.certificate.pem()),
            ("key.pem", self.key.serialize_pem()),
            ("authority.pem", self.authority.pem()),
        ]
    }

    /// A client of the core that trusts the authority.
    pub fn client(&self, provider: CryptoProvider) -> Result<ClientConfig, Box<dyn Error>> {
        Ok(ClientConfig::builder_with_provider(Arc::new(provider))
            .with_root_certificates(self.roots()?)
            .with_no_client_auth())
    }

    /// The same with the certificate.
    pub fn client_with_certificate(
        &self,
        provider: CryptoProvider,
    ) -> Result<ClientConfig, Box<dyn Error>> {
        Ok(ClientConfig::builder_with_provider(Arc::new(provider))
            .with_root_certificates(self.roots()?)
            .with_client_auth_cert(self.chain(), self.key())?)
    }

    /// A server of the core with the certificate.
    pub fn server(&self, provider: CryptoProvider) -> Result<ServerConfig, Box<dyn Error>> {
        Ok(ServerConfig::builder_with_provider(Arc::new(provider))
            .with_no_client_auth()
            .with_single_cert(self.chain(), self.key())?)
    }

    /// The same, and it asks its clients for a certificate, too.
    pub fn server_that_asks(
        &self,
        provider: CryptoProvider,
    ) -> Result<ServerConfig, Box<dyn Error>> {
        let provider = Arc::new(provider);
        let verifier = WebPkiClientVerifier::builder_with_provider(self.roots()?, provider.clone());
        Ok(ServerConfig::builder_with_provider(provider)
            .with_client_cert_verifier(verifier.build()?)
            .with_single_cert(self.chain(), self.key())?)
    }

    fn roots(&self) -> Result<Arc<RootCertStore>, Box<dyn Error>> {
        let mut roots = RootCertStore::empty();
        roots.add(self.authority())?;
        Ok(Arc::new(roots))
    }
}

/// [`NAME`] as a client wants it.
pub fn name() -> ServerName<'static> {
    ServerName::try_from(NAME).expect("it is a host's name")
}
