//! `tls-peer` with the programs of others, in both directions, on loopback.
//!
//! Each test runs real processes: the binary of this package, and OpenSSL, GnuTLS or
//! curl. Where one of them is not installed, its tests are skipped and a line says so.

mod curl;
mod gnutls_client;
mod gnutls_server;
mod openssl_client;
mod openssl_server;
mod own;
mod rustls_client;
mod rustls_server;
mod support;
mod words;
