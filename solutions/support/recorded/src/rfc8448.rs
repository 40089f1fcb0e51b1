//! The handshake of RFC 8448 section 3, "Simple 1-RTT Handshake", byte for byte.
//!
//! A client and a server agree on `TLS_AES_128_GCM_SHA256` over X25519, exchange fifty bytes each way
//! and close. The RFC prints every message, every record and every key, so a test can open the records
//! and know exactly what it must find.
//!
//! There are three kinds of item here:
//! - **messages**: a handshake message with its four-byte header (type, 24-bit length), no record header;
//! - **records**, `RECORD_…`: what crosses the wire, with the five-byte record header;
//! - **keys and IVs**, with which the protected records are opened. The handshake keys are printed in the
//!   RFC as they are here; so are the application keys, which follow from the traffic secrets by
//!   RFC 8446 section 7.3.
//!
//! With the feature `open`, functions such as `server_handshake_opener` put a key to use.

#[cfg(feature = "open")]
use crate::{Opener, Sealer};

/// The ClientHello, 196 bytes: the first message the client sends.
///
/// RFC 8448 section 3.
pub const CLIENT_HELLO: &[u8] = include_bytes!("../data/rfc8448/client_hello.bin");

/// The ServerHello, 90 bytes: the last message in the clear.
///
/// RFC 8448 section 3.
pub const SERVER_HELLO: &[u8] = include_bytes!("../data/rfc8448/server_hello.bin");

/// The EncryptedExtensions, 40 bytes.
///
/// RFC 8448 section 3.
pub const ENCRYPTED_EXTENSIONS: &[u8] = include_bytes!("../data/rfc8448/encrypted_extensions.bin");

/// The Certificate, 445 bytes: a chain of one RSA certificate.
///
/// RFC 8448 section 3.
pub const CERTIFICATE: &[u8] = include_bytes!("../data/rfc8448/certificate.bin");

/// The CertificateVerify, 136 bytes.
///
/// RFC 8448 section 3.
pub const CERTIFICATE_VERIFY: &[u8] = include_bytes!("../data/rfc8448/certificate_verify.bin");

/// The server's Finished, 36 bytes.
///
/// RFC 8448 section 3.
pub const SERVER_FINISHED: &[u8] = include_bytes!("../data/rfc8448/server_finished.bin");

/// The client's Finished, 36 bytes.
///
/// RFC 8448 section 3.
pub const CLIENT_FINISHED: &[u8] = include_bytes!("../data/rfc8448/client_finished.bin");

/// The NewSessionTicket, 205 bytes: the first message under the application keys.
///
/// RFC 8448 section 3.
pub const NEW_SESSION_TICKET: &[u8] = include_bytes!("../data/rfc8448/new_session_ticket.bin");

/// The application data, fifty bytes counting up from zero. Both sides send the same.
///
/// RFC 8448 section 3.
pub const APPLICATION_DATA: &[u8] = include_bytes!("../data/rfc8448/application_data.bin");

/// The alert with which each side closes: level warning (1), description `close_notify` (0).
///
/// RFC 8448 section 3.
pub const CLOSE_NOTIFY: &[u8] = &[1, 0];

/// [`CLIENT_HELLO`] in the clear; its header names version 3.1, as the first record of a connection may.
///
/// RFC 8448 section 3.
pub const RECORD_CLIENT_HELLO: &[u8] = include_bytes!("../data/rfc8448/record_client_hello.bin");

/// [`SERVER_HELLO`] in the clear.
///
/// RFC 8448 section 3.
pub const RECORD_SERVER_HELLO: &[u8] = include_bytes!("../data/rfc8448/record_server_hello.bin");

/// [`ENCRYPTED_EXTENSIONS`], [`CERTIFICATE`], [`CERTIFICATE_VERIFY`] and [`SERVER_FINISHED`] in one record,
/// under the server's handshake keys, sequence number 0.
///
/// RFC 8448 section 3.
pub const RECORD_SERVER_FLIGHT: &[u8] = include_bytes!("../data/rfc8448/record_server_flight.bin");

/// [`CLIENT_FINISHED`] under the client's handshake keys, sequence number 0.
///
/// RFC 8448 section 3.
pub const RECORD_CLIENT_FINISHED: &[u8] =
    include_bytes!("../data/rfc8448/record_client_finished.bin");

/// [`NEW_SESSION_TICKET`] under the server's application keys, sequence number 0.
///
/// RFC 8448 section 3.
pub const RECORD_SERVER_NEW_SESSION_TICKET: &[u8] =
    include_bytes!("../data/rfc8448/record_server_new_session_ticket.bin");

/// [`APPLICATION_DATA`] under the client's application keys, sequence number 0.
///
/// RFC 8448 section 3.
pub const RECORD_CLIENT_APPLICATION_DATA: &[u8] =
    include_bytes!("../data/rfc8448/record_client_application_data.bin");

/// [`APPLICATION_DATA`] under the server's application keys, sequence number 1.
///
/// RFC 8448 section 3.
pub const RECORD_SERVER_APPLICATION_DATA: &[u8] =
    include_bytes!("../data/rfc8448/record_server_application_data.bin");

/// [`CLOSE_NOTIFY`] under the client's application keys, sequence number 1.
///
/// RFC 8448 section 3.
pub const RECORD_CLIENT_CLOSE_NOTIFY: &[u8] =
    include_bytes!("../data/rfc8448/record_client_close_notify.bin");

/// [`CLOSE_NOTIFY`] under the server's application keys, sequence number 2.
///
/// RFC 8448 section 3.
pub const RECORD_SERVER_CLOSE_NOTIFY: &[u8] =
    include_bytes!("../data/rfc8448/record_server_close_notify.bin");

/// The key of the server's handshake records.
///
/// RFC 8448 section 3.
pub const SERVER_HANDSHAKE_KEY: [u8; 16] =
    *include_bytes!("../data/rfc8448/server_handshake_key.bin");

/// The IV of the server's handshake records.
///
/// RFC 8448 section 3.
pub const SERVER_HANDSHAKE_IV: [u8; 12] =
    *include_bytes!("../data/rfc8448/server_handshake_iv.bin");

/// The key of the server's application records.
///
/// RFC 8448 section 3.
pub const SERVER_APPLICATION_KEY: [u8; 16] =
    *include_bytes!("../data/rfc8448/server_application_key.bin");

/// The IV of the server's application records.
///
/// RFC 8448 section 3.
pub const SERVER_APPLICATION_IV: [u8; 12] =
    *include_bytes!("../data/rfc8448/server_application_iv.bin");

/// The key of the client's handshake records.
///
/// RFC 8448 section 3.
pub const CLIENT_HANDSHAKE_KEY: [u8; 16] =
    *include_bytes!("../data/rfc8448/client_handshake_key.bin");

/// The IV of the client's handshake records.
///
/// RFC 8448 section 3.
pub const CLIENT_HANDSHAKE_IV: [u8; 12] =
    *include_bytes!("../data/rfc8448/client_handshake_iv.bin");

/// The key of the client's application records.
///
/// RFC 8448 section 3.
pub const CLIENT_APPLICATION_KEY: [u8; 16] =
    *include_bytes!("../data/rfc8448/client_application_key.bin");

/// The IV of the client's application records.
///
/// RFC 8448 section 3.
pub const CLIENT_APPLICATION_IV: [u8; 12] =
    *include_bytes!("../data/rfc8448/client_application_iv.bin");

/// All that the server sends, record after record, as a client reads it from the socket.
///
/// In order: [`RECORD_SERVER_HELLO`] in the clear, [`RECORD_SERVER_FLIGHT`] under the handshake keys, then
/// [`RECORD_SERVER_NEW_SESSION_TICKET`], [`RECORD_SERVER_APPLICATION_DATA`] and
/// [`RECORD_SERVER_CLOSE_NOTIFY`] under the application keys (sequence numbers 0, 1 and 2).
///
/// RFC 8448 section 3.
pub fn server_stream() -> Vec<u8> {
    [
        RECORD_SERVER_HELLO,
        RECORD_SERVER_FLIGHT,
        RECORD_SERVER_NEW_SESSION_TICKET,
        RECORD_SERVER_APPLICATION_DATA,
        RECORD_SERVER_CLOSE_NOTIFY,
    ]
    .concat()
}

/// All that the client sends, record after record, as a server reads it from the socket.
///
/// In order: [`RECORD_CLIENT_HELLO`] in the clear, [`RECORD_CLIENT_FINISHED`] under the handshake keys, then
/// [`RECORD_CLIENT_APPLICATION_DATA`] and [`RECORD_CLIENT_CLOSE_NOTIFY`] under the application keys
/// (sequence numbers 0 and 1).
///
/// RFC 8448 section 3.
pub fn client_stream() -> Vec<u8> {
    [
        RECORD_CLIENT_HELLO,
        RECORD_CLIENT_FINISHED,
        RECORD_CLIENT_APPLICATION_DATA,
        RECORD_CLIENT_CLOSE_NOTIFY,
    ]
    .concat()
}

/// Opens the server's handshake records, from [`RECORD_SERVER_FLIGHT`] (sequence number 0) on.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn server_handshake_opener() -> Opener {
    Opener::new(SERVER_HANDSHAKE_KEY, SERVER_HANDSHAKE_IV)
}

/// Opens the server's application records, from the one with this sequence number on.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn server_application_opener_at(sequence: u64) -> Opener {
    Opener::starting_at(sequence, SERVER_APPLICATION_KEY, SERVER_APPLICATION_IV)
}

/// Seals records that [`server_handshake_opener`] opens.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn server_handshake_sealer() -> Sealer {
    Sealer::new(SERVER_HANDSHAKE_KEY, SERVER_HANDSHAKE_IV)
}

/// Seals records that [`server_application_opener_at`] opens, from the same sequence number on.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn server_application_sealer_at(sequence: u64) -> Sealer {
    Sealer::starting_at(sequence, SERVER_APPLICATION_KEY, SERVER_APPLICATION_IV)
}

/// Opens the client's handshake records, from [`RECORD_CLIENT_FINISHED`] (sequence number 0) on.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn client_handshake_opener() -> Opener {
    Opener::new(CLIENT_HANDSHAKE_KEY, CLIENT_HANDSHAKE_IV)
}

/// Opens the client's application records, from the one with this sequence number on.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn client_application_opener_at(sequence: u64) -> Opener {
    Opener::starting_at(sequence, CLIENT_APPLICATION_KEY, CLIENT_APPLICATION_IV)
}

/// Seals records that [`client_handshake_opener`] opens.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn client_handshake_sealer() -> Sealer {
    Sealer::new(CLIENT_HANDSHAKE_KEY, CLIENT_HANDSHAKE_IV)
}

/// Seals records that [`client_application_opener_at`] opens, from the same sequence number on.
///
/// The keys are those of RFC 8448 section 3.
#[cfg(feature = "open")]
pub fn client_application_sealer_at(sequence: u64) -> Sealer {
    Sealer::starting_at(sequence, CLIENT_APPLICATION_KEY, CLIENT_APPLICATION_IV)
}
