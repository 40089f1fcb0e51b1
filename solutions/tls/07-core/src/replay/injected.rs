//! Randoms, key shares, a verifier, a signer and a session store with the RFC's values.

use std::sync::{Arc, Mutex};

use pki_types::{CertificateDer, ServerName, UnixTime};
use recorded::rfc8448;

use crate::cert::{CertifiedKey, ClientHello, ResolvesServerCert};
use crate::client::{
    ClientSessionStore, ServerCertVerified, ServerCertVerifier, Tls13ClientSession,
};
use crate::crypto::tests::hex;
use crate::crypto::{
    ActiveKeyExchange, CryptoProvider, SecureRandom, SigningKey, SupportedKxGroup,
};
use crate::msgs::{Certificate, CertificateVerify, ExtensionSet};
use crate::{Error, HandshakeSignatureValid, KeyLog, NamedGroup, Secret, SignatureScheme};

const CLIENT_SHARE: &str = "99381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c";
const SERVER_SHARE: &str = "c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f";
const SHARED_SECRET: &str = "8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d";

/// The provider with what the RFC's client has drawn.
pub(super) fn of_client(provider: CryptoProvider) -> Arc<CryptoProvider> {
    const RANDOM: &Random =
        &Random("cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024dece7");
    const X25519: &X25519 = &X25519 {
        own: CLIENT_SHARE,
        peer: SERVER_SHARE,
    };
    injected(provider, RANDOM, X25519)
}

/// The provider with what the RFC's server has drawn.
pub(super) fn of_server(provider: CryptoProvider) -> Arc<CryptoProvider> {
    const RANDOM: &Random =
        &Random("a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e26928");
    const X25519: &X25519 = &X25519 {
        own: SERVER_SHARE,
        peer: CLIENT_SHARE,
    };
    injected(provider, RANDOM, X25519)
}

fn injected(
    mut provider: CryptoProvider,
    random: &'static Random,
    group: &'static X25519,
) -> Arc<CryptoProvider> {
    provider.secure_random = random;
    provider.kx_groups = vec![group];
    Arc::new(provider)
}

/// Draws the same 32 bytes again and again.
#[derive(Debug)]
struct Random(&'static str);

impl SecureRandom for Random {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        bytes.copy_from_slice(&hex(self.0));
        Ok(())
    }
}

/// One side of the key exchange, whose result is known.
#[derive(Debug, Clone, Copy)]
struct X25519 {
    own: &'static str,
    peer: &'static str,
}

impl SupportedKxGroup for X25519 {
    fn name(&self) -> NamedGroup {
        NamedGroup::X25519
    }

    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        Ok(Box::new(Exchange {
            share: hex(self.own),
            peer: hex(self.peer),
        }))
    }
}

struct Exchange {
    share: Vec<u8>,
    peer: Vec<u8>,
}

impl ActiveKeyExchange for Exchange {
    fn group(&self) -> NamedGroup {
        NamedGroup::X25519
    }

    fn pub_key(&self) -> &[u8] {
        &self.share
    }

    fn complete(self: Box<Self>, peer_pub_key: &[u8]) -> Result<Secret, Error> {
        assert_eq!(peer_pub_key, self.peer, "the share of the RFC");
        Ok(Secret::new(&hex(SHARED_SECRET)))
    }
}

/// The certificate of the RFC's server, with an RSA key of 1024 bits.
fn certificate() -> CertificateDer<'static> {
    let body = &rfc8448::CERTIFICATE[4..];
    let certificate = Certificate::decode(body, ExtensionSet::of(&[])).expect("the RFC's");
    certificate
        .end_entity()
        .expect("a certificate")
        .into_owned()
}

/// The signature of the RFC's server. No two of RSA-PSS are the same.
fn signature() -> CertificateVerify<'static> {
    CertificateVerify::decode(&rfc8448::CERTIFICATE_VERIFY[4..]).expect("the RFC's")
}

/// What is signed: 64 spaces, the text, a zero, and the hash of the messages up to the
/// certificate.
fn signed_content(provider: &CryptoProvider) -> Vec<u8> {
    let messages = [
        rfc8448::CLIENT_HELLO,
        rfc8448::SERVER_HELLO,
        rfc8448::ENCRYPTED_EXTENSIONS,
        rfc8448::CERTIFICATE,
    ];
    let suite = provider.find_cipher_suite(codec::CipherSuite(0x1301));
    let hash = suite
        .expect("a suite of TLS 1.3")
        .hash
        .hash(&messages.concat());
    let mut content = vec![b' '; 64];
    content.extend_from_slice(b"TLS 1.3, server CertificateVerify\0");
    content.extend_from_slice(hash.as_ref());
    content
}

/// Accepts the RFC's certificate and signature, and no others. webpki would refuse
/// them: the key is too short.
#[derive(Debug)]
pub(super) struct Verifier(pub(super) CryptoProvider);

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        assert_eq!(*end_entity, certificate());
        assert!(intermediates.is_empty());
        assert_eq!(server_name.to_str(), "server");
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        scheme: SignatureScheme,
        signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        assert_eq!(message, signed_content(&self.0));
        assert_eq!(*cert, certificate());
        assert_eq!(CertificateVerify { scheme, signature }, self::signature());
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        &[SignatureScheme::RSA_PSS_RSAE_SHA256]
    }
}

/// Signs what the RFC's server signs, with its signature.
#[derive(Debug)]
struct Signer(CryptoProvider);

impl SigningKey for Signer {
    fn schemes(&self) -> &[SignatureScheme] {
        &[SignatureScheme::RSA_PSS_RSAE_SHA256]
    }

    fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Result<Vec<u8>, Error> {
        assert_eq!(scheme, signature().scheme);
        assert_eq!(message, signed_content(&self.0));
        Ok(signature().signature.to_vec())
    }
}

/// Presents the RFC's certificate.
#[derive(Debug)]
pub(super) struct Resolver(Arc<CertifiedKey>);

impl Resolver {
    pub(super) fn new(provider: CryptoProvider) -> Self {
        let key = Arc::new(Signer(provider));
        Self(Arc::new(CertifiedKey::new(vec![certificate()], key)))
    }
}

impl ResolvesServerCert for Resolver {
    fn resolve(&self, hello: &ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        assert_eq!(hello.server_name(), Some("server"));
        Some(self.0.clone())
    }
}

/// The secrets of a connection, with their labels.
#[derive(Debug, Default)]
pub(super) struct Secrets(Mutex<Vec<(String, Vec<u8>)>>);

impl Secrets {
    pub(super) fn of(&self, label: &str) -> Vec<u8> {
        let secrets = self.0.lock().expect("not poisoned");
        let mut found = secrets.iter().filter(|(known, _)| known == label);
        let (_, secret) = found.next().expect("the secret is there");
        assert!(found.next().is_none(), "it is there once");
        secret.clone()
    }
}

impl KeyLog for Secrets {
    fn log(&self, label: &str, client_random: &[u8; 32], secret: &[u8]) {
        assert_eq!(client_random[..], rfc8448::CLIENT_HELLO[6..38]);
        let mut secrets = self.0.lock().expect("not poisoned");
        secrets.push((label.to_owned(), secret.to_vec()));
    }
}

/// Keeps the session that the RFC's ticket is for.
#[derive(Debug, Default)]
pub(super) struct Sessions(Mutex<Vec<Tls13ClientSession>>);

impl Sessions {
    pub(super) fn only(&self) -> Tls13ClientSession {
        let mut sessions = self.0.lock().expect("not poisoned");
        assert_eq!(sessions.len(), 1);
        sessions.remove(0)
    }
}

impl ClientSessionStore for Sessions {
    fn set_kx_hint(&self, _server_name: &ServerName<'static>, group: NamedGroup) {
        assert_eq!(group, NamedGroup::X25519);
    }

    fn kx_hint(&self, _server_name: &ServerName<'static>) -> Option<NamedGroup> {
        None
    }

    fn insert_tls13_ticket(&self, _server_name: &ServerName<'static>, session: Tls13ClientSession) {
        self.0.lock().expect("not poisoned").push(session);
    }

    fn take_tls13_ticket(&self, _server_name: &ServerName<'static>) -> Option<Tls13ClientSession> {
        None
    }
}
