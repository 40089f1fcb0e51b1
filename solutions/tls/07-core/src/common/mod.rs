//! What all states of a connection share, client or server, whatever the version.

mod early_data;
mod floods;
mod receive;
mod secrets;
mod send;
#[cfg(test)]
mod tests;
mod traffic;

use std::sync::Arc;

use codec::HandshakeType;
use pki_types::{CertificateDer, UnixTime};
use state::State;

use crate::crypto::Tls13CipherSuite;
use crate::record::{Outgoing, RecordOpener, Sealer};
use crate::{Error, NamedGroup, ProtocolVersion};

pub(crate) use early_data::MAX_SKIPPED_EARLY_DATA;
use floods::Floods;
pub use floods::{MAX_CHANGE_CIPHER_SPECS, MAX_EMPTY_RECORDS, MAX_KEY_UPDATES, MAX_WARNINGS};
pub(crate) use secrets::TrafficSecrets;
pub use send::DEFAULT_BUFFER_LIMIT;
pub(crate) use traffic::Traffic;

/// What a state becomes.
pub(crate) type NextState<'m> = Result<Box<dyn State<CommonState> + 'm>, Error>;

/// Which of the two peers this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one that speaks first.
    Client,
    /// The one that answers.
    Server,
}

/// How the peers came to their keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HandshakeKind {
    /// With a key exchange and certificates.
    Full,
    /// As [`Full`](Self::Full), with a HelloRetryRequest (RFC 8446, section 4.1.4).
    FullWithHelloRetryRequest,
    /// With a pre-shared key of an earlier connection (RFC 8446, section 2.2).
    Resumed,
    /// As [`Resumed`](Self::Resumed), with a HelloRetryRequest.
    ResumedWithHelloRetryRequest,
}

/// What a connection knows apart from the state of its handshake.
pub struct CommonState {
    pub(crate) side: Side,
    /// What has been agreed upon so far.
    pub(crate) negotiated: Negotiated,
    /// Keys for the records to come, until the connection takes them.
    new_opener: Option<RecordOpener>,
    /// Keys for what is sent; none until there are some.
    sealer: Option<Sealer>,
    outgoing: Outgoing,
    /// What the application has written before it could be sent.
    early_writes: Vec<u8>,
    /// `usize::MAX` is none.
    buffer_limit: usize,
    /// The most bytes of content in a record that is sent.
    max_fragment: usize,
    /// From when on application data may come and go.
    traffic: Option<Traffic>,
    may_send_data: bool,
    may_receive_data: bool,
    has_received_data: bool,
    floods: Floods,
    /// How many bytes of 0-RTT data are still skipped before the second ClientHello, if
    /// the first one announced any.
    skip_early_data: Option<usize>,
    may_receive_change_cipher_spec: bool,
    sent_change_cipher_spec: bool,
    key_update_waits: bool,
    sent_close_notify: bool,
    /// Why the connection has failed. In a box, as few have.
    failure: Option<Box<Error>>,
    received_close_notify: bool,
}

/// What the peers have agreed upon.
#[derive(Debug, Default)]
pub(crate) struct Negotiated {
    pub(crate) version: Option<ProtocolVersion>,
    pub(crate) suite: Option<&'static Tls13CipherSuite>,
    pub(crate) group: Option<NamedGroup>,
    pub(crate) kind: Option<HandshakeKind>,
    pub(crate) alpn_protocol: Option<Vec<u8>>,
    pub(crate) peer_certificates: Option<Arc<[CertificateDer<'static>]>>,
    /// The client has proved who it is.
    pub(crate) client_authenticated: bool,
    /// When the peers have proved who they are; in a resumed connection that of the first one.
    pub(crate) authenticated_at: Option<UnixTime>,
    /// What a server's client asked for.
    pub(crate) server_name: Option<Box<str>>,
}

impl Negotiated {
    /// A session goes on.
    pub(crate) fn resumed(&mut self) {
        self.kind = Some(match self.kind {
            Some(HandshakeKind::FullWithHelloRetryRequest) => {
                HandshakeKind::ResumedWithHelloRetryRequest
            }
            _ => HandshakeKind::Resumed,
        });
    }

    pub(crate) fn is_resumed(&self) -> bool {
        matches!(
            self.kind,
            Some(HandshakeKind::Resumed | HandshakeKind::ResumedWithHelloRetryRequest)
        )
    }
}

impl CommonState {
    pub(crate) fn new(side: Side) -> Self {
        Self {
            side,
            negotiated: Negotiated::default(),
            new_opener: None,
            sealer: None,
            outgoing: Outgoing::default(),
            early_writes: Vec::new(),
            buffer_limit: DEFAULT_BUFFER_LIMIT,
            max_fragment: deframer::MAX_PLAINTEXT,
            traffic: None,
            may_send_data: false,
            may_receive_data: false,
            has_received_data: false,
            floods: Floods::default(),
            skip_early_data: None,
            may_receive_change_cipher_spec: side == Side::Client,
            sent_change_cipher_spec: false,
            key_update_waits: false,
            sent_close_notify: false,
            failure: None,
            received_close_notify: false,
        }
    }

    /// Whether the handshake is still going on. On a client that has [closed] in it that is
    /// always so: the server waits for a Finished that does not come.
    ///
    /// [closed]: Self::send_close_notify
    pub fn is_handshaking(&self) -> bool {
        !(self.may_send_data && self.may_receive_data)
    }

    /// Whether there are records to be written.
    pub fn wants_write(&self) -> bool {
        !self.outgoing.is_empty()
    }

    /// The version, once it is agreed upon.
    pub fn protocol_version(&self) -> Option<ProtocolVersion> {
        self.negotiated.version
    }

    /// The cipher suite, once it is agreed upon.
    pub fn negotiated_cipher_suite(&self) -> Option<&'static Tls13CipherSuite> {
        self.negotiated.suite
    }

    /// The group of the key exchange, once it is agreed upon.
    pub fn negotiated_key_exchange_group(&self) -> Option<NamedGroup> {
        self.negotiated.group
    }

    /// How the peers came to their keys, once that is decided.
    pub fn handshake_kind(&self) -> Option<HandshakeKind> {
        self.negotiated.kind
    }

    /// The application protocol (RFC 7301), if there is one in common.
    pub fn alpn_protocol(&self) -> Option<&[u8]> {
        self.negotiated.alpn_protocol.as_deref()
    }

    /// The peer's certificates, its own first, as they were verified; in a resumed
    /// connection those of the first one. `None` before they were verified, if the
    /// peer sent none, or if the configuration keeps none.
    pub fn peer_certificates(&self) -> Option<&[CertificateDer<'static>]> {
        self.negotiated.peer_certificates.as_deref()
    }

    /// Whether the peer has said that it will send no more (`close_notify`). While the
    /// handshake is going on, anybody may have said so in its place.
    pub fn peer_has_closed(&self) -> bool {
        self.received_close_notify
    }

    /// Fills `output` with bytes that only the two peers know (RFC 8446, section
    /// 7.5). Without a context it is an empty one.
    ///
    /// # Errors
    ///
    /// [`Error::HandshakeNotComplete`] while the handshake is going on, and once the
    /// connection has failed; [`Error::General`] if `output` is longer than 255 times the suite's hash.
    pub fn export_keying_material<T: AsMut<[u8]>>(
        &self,
        mut output: T,
        label: &[u8],
        context: Option<&[u8]>,
    ) -> Result<T, Error> {
        let traffic = self.traffic.as_ref().filter(|_| !self.is_handshaking());
        let traffic = traffic.ok_or(Error::HandshakeNotComplete)?;
        traffic.export(label, context, output.as_mut())?;
        Ok(output)
    }

    /// The error of a state that does not expect this message.
    pub(crate) fn unexpected(state: &'static str, got: HandshakeType) -> Error {
        Error::InappropriateHandshakeMessage { state, got }
    }
}

impl core::fmt::Debug for CommonState {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("CommonState")
            .field("side", &self.side)
            .field("negotiated", &self.negotiated)
            .field("is_handshaking", &self.is_handshaking())
            .finish_non_exhaustive()
    }
}

/// The peer's certificates, to be kept.
pub(crate) fn keep_chain(chain: &[CertificateDer<'_>]) -> Arc<[CertificateDer<'static>]> {
    chain
        .iter()
        .map(|certificate| certificate.clone().into_owned())
        .collect()
}
