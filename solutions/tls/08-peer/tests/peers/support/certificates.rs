//! The certificates of the tests, made when they are first needed.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use pem::Pem;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, PKCS_RSA_SHA256,
    SignatureAlgorithm,
};
use tempfile::TempDir;

/// The name that the servers' certificates are for.
pub const NAME: &str = "localhost";

/// A certificate chain and its key, as PEM files.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The certificate and the intermediate one that it is signed with.
    pub chain: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// All the files there are.
pub struct Files {
    folder: TempDir,
    /// The root that all identities lead to but [`Files::stranger`].
    pub root: PathBuf,
    pub ecdsa_p256: Identity,
    pub ecdsa_p384: Identity,
    pub ed25519: Identity,
    pub rsa: Identity,
    pub client: Identity,
    /// A client and server whose root nobody knows.
    pub stranger: Identity,
    /// The root that nobody knows.
    pub other_root: PathBuf,
    /// A root that presents itself.
    pub authority: Identity,
}

/// The files, which are made once.
pub fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(Files::new)
}

impl Files {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let at = folder.path();
        let authority = Authority::new(at, "root");
        let other = Authority::new(at, "other-root");
        Self {
            root: authority.root.clone(),
            ecdsa_p256: authority.server(at, "ecdsa-p256", &PKCS_ECDSA_P256_SHA256),
            ecdsa_p384: authority.server(at, "ecdsa-p384", &PKCS_ECDSA_P384_SHA384),
            ed25519: authority.server(at, "ed25519", &PKCS_ED25519),
            rsa: authority.server(at, "rsa", &PKCS_RSA_SHA256),
            client: authority.client(at, "client"),
            stranger: other.server(at, "stranger", &PKCS_ECDSA_P256_SHA256),
            other_root: other.root,
            authority: Authority::presented(at, "authority"),
            folder,
        }
    }

    /// A path for a file of a test's own.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A root, and an intermediate certificate under it that signs the others.
struct Authority {
    root: PathBuf,
    intermediate: String,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new(folder: &Path, name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let params = authority_params(name);
        let root = write(
            folder,
            &format!("{name}.pem"),
            &params.self_signed(&key).unwrap().pem(),
        );
        let root_issuer = Issuer::new(params, key);

        let key = KeyPair::generate().unwrap();
        let params = authority_params(&format!("intermediate of {name}"));
        let intermediate = params.signed_by(&key, &root_issuer).unwrap().pem();
        Self {
            root,
            intermediate,
            issuer: Issuer::new(params, key),
        }
    }

    /// The authority itself, for a server that takes its certificate for its own.
    fn presented(folder: &Path, name: &str) -> Identity {
        let key = KeyPair::generate().unwrap();
        let certificate = authority_params(name).self_signed(&key).unwrap();
        Identity {
            chain: write(folder, &format!("{name}.pem"), &certificate.pem()),
            key: write(folder, &format!("{name}.key"), &key.serialize_pem()),
        }
    }

    fn server(
        &self,
        folder: &Path,
        name: &str,
        algorithm: &'static SignatureAlgorithm,
    ) -> Identity {
        let usages = [
            ExtendedKeyUsagePurpose::ServerAuth,
            ExtendedKeyUsagePurpose::ClientAuth,
        ];
        self.identity(folder, name, algorithm, &[NAME], &usages)
    }

    fn client(&self, folder: &Path, name: &str) -> Identity {
        let usages = [ExtendedKeyUsagePurpose::ClientAuth];
        self.identity(folder, name, &PKCS_ECDSA_P256_SHA256, &[], &usages)
    }

    fn identity(
        &self,
        folder: &Path,
        name: &str,
        algorithm: &'static SignatureAlgorithm,
        names: &[&str],
        usages: &[ExtendedKeyUsagePurpose],
    ) -> Identity {
        let key = KeyPair::generate_for(algorithm).unwrap();
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.extended_key_usages.extend_from_slice(usages);
        params.key_usages.push(KeyUsagePurpose::DigitalSignature);
        let certificate = params.signed_by(&key, &self.issuer).unwrap().pem();
        let chain = certificate + &self.intermediate;
        Identity {
            chain: write(folder, &format!("{name}.pem"), &chain),
            key: write(folder, &format!("{name}.key"), &key_pem(&key)),
        }
    }
}

fn authority_params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages.push(KeyUsagePurpose::KeyCertSign);
    params
}

/// The key as PKCS #8, version 1: OpenSSL 3.0 reads no Ed25519 key of version 2 (RFC
/// 5958), which has the public key behind the private one.
fn key_pem(key: &KeyPair) -> String {
    if key.algorithm() != &PKCS_ED25519 {
        return key.serialize_pem();
    }
    const VERSION_1: [u8; 16] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    let private = &key.serialized_der()[VERSION_1.len()..][..32];
    pem::encode(&Pem::new("PRIVATE KEY", [&VERSION_1, private].concat()))
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}
