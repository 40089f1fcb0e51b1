//! The first message of four real clients, as each of them sent it to a listening socket.
//!
//! All were recorded on 21 November 2026 and ask for the server `workshop.example`.
//!
//! | client | version | message | extensions | worth a look |
//! |---|---|---|---|---|
//! | [`OPENSSL`], `openssl s_client` | OpenSSL 3.0.19 | 317 bytes | 10 | three of them are empty; 31 cipher suites |
//! | [`GNUTLS`], `gnutls-cli` | GnuTLS 3.7.9 | 393 bytes | 13 | two key shares, for P-256 and for X25519 |
//! | [`CURL`] | curl 7.88.1 with OpenSSL 3.0.19 | 512 bytes | 12 | 173 bytes of zeros in a `padding` extension; ALPN |
//! | [`CHROMIUM`] | Chromium 156.0.8078.79 | 1983 bytes | 19 | GREASE; a key share of 1216 bytes for X25519MLKEM768 |
//!
//! GREASE (RFC 8701) are values that mean nothing, sent so that servers stay used to values they do not
//! know: a decoder must step over them. Chromium draws them afresh for every connection, and the order of
//! its extensions too.
//!
//! Each client sent its message whole in one record. An item without `RECORD` is the handshake message with
//! its four-byte header; one with it is the same message as it crossed the wire, after the five-byte header
//! of the record.

/// The ClientHello of `openssl s_client`, OpenSSL 3.0.19.
pub const OPENSSL: &[u8] = include_bytes!("../data/client_hellos/openssl.bin");

/// The ClientHello of `gnutls-cli`, GnuTLS 3.7.9.
pub const GNUTLS: &[u8] = include_bytes!("../data/client_hellos/gnutls.bin");

/// The ClientHello of curl 7.88.1, which lets OpenSSL 3.0.19 write it.
pub const CURL: &[u8] = include_bytes!("../data/client_hellos/curl.bin");

/// The ClientHello of Chromium 156.0.8078.79.
pub const CHROMIUM: &[u8] = include_bytes!("../data/client_hellos/chromium.bin");

/// Every ClientHello, with the name of its client.
pub const ALL: [(&str, &[u8]); 4] = [
    ("OpenSSL", OPENSSL),
    ("GnuTLS", GNUTLS),
    ("curl", CURL),
    ("Chromium", CHROMIUM),
];

/// [`OPENSSL`] in its record.
pub const OPENSSL_RECORD: &[u8] = include_bytes!("../data/client_hellos/openssl_record.bin");

/// [`GNUTLS`] in its record.
pub const GNUTLS_RECORD: &[u8] = include_bytes!("../data/client_hellos/gnutls_record.bin");

/// [`CURL`] in its record.
pub const CURL_RECORD: &[u8] = include_bytes!("../data/client_hellos/curl_record.bin");

/// [`CHROMIUM`] in its record.
pub const CHROMIUM_RECORD: &[u8] = include_bytes!("../data/client_hellos/chromium_record.bin");

/// Every ClientHello in its record, with the name of its client, in the order of [`ALL`].
pub const ALL_RECORDS: [(&str, &[u8]); 4] = [
    ("OpenSSL", OPENSSL_RECORD),
    ("GnuTLS", GNUTLS_RECORD),
    ("curl", CURL_RECORD),
    ("Chromium", CHROMIUM_RECORD),
];
