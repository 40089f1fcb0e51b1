//! The PEM files that the command line names.

use std::path::Path;

use tls_core::RootCertStore;
use tls_core::pki_types::pem::{self, PemObject};
use tls_core::pki_types::{CertificateDer, PrivateKeyDer};

use crate::error::Error;

/// The certificates of a file, in its order.
///
/// # Errors
///
/// If the file cannot be read, or holds none.
pub fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Error> {
    let certificates = CertificateDer::pem_file_iter(path)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| unusable(path, "certificate", &error))?;
    if certificates.is_empty() {
        return Err(unusable(path, "certificate", &pem::Error::NoItemsFound));
    }
    Ok(certificates)
}

/// The first private key of a file.
///
/// # Errors
///
/// If the file cannot be read, or holds none.
pub fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, Error> {
    PrivateKeyDer::from_pem_file(path).map_err(|error| unusable(path, "private key", &error))
}

/// The certificates of a file, as roots.
///
/// # Errors
///
/// As with [`certificates`], and if one of them cannot be decoded.
pub fn roots(path: &Path) -> Result<RootCertStore, Error> {
    let mut roots = RootCertStore::empty();
    for certificate in certificates(path)? {
        roots.add(certificate).map_err(|_| {
            Error::usage(format!(
                "{} holds something that is no certificate",
                path.display()
            ))
        })?;
    }
    Ok(roots)
}

fn unusable(path: &Path, wanted: &str, error: &pem::Error) -> Error {
    let path = path.display();
    Error::usage(match error {
        pem::Error::Io(error) => format!("cannot read {path}: {error}"),
        pem::Error::NoItemsFound => {
            format!("there is no {wanted} in {path}: it has to be a PEM file with one")
        }
        error => format!("{path} is no PEM file with a {wanted}: {error}"),
    })
}

/// Why a certificate and its key cannot be used together.
pub fn unusable_identity(chain: &Path, key: &Path, error: &tls_core::Error) -> Error {
    let (chain, key) = (chain.display(), key.display());
    Error::usage(match error {
        tls_core::Error::InconsistentKeys => {
            format!("the key in {key} is not that of the first certificate in {chain}")
        }
        error => format!("cannot use {chain} with {key}: {error}"),
    })
}
