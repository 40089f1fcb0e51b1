//! START and RECVD_CH (RFC 8446, appendix A.2): the client's hello, and what is
//! chosen from it.

use std::sync::Arc;

use codec::{ClientHello, ExtensionType, HandshakeType};
use state::{Message, State};

use super::ServerConfig;
use super::session::ServerSessionState;
use super::tls13;
use crate::cert::CertifiedKey;
use crate::common::{CommonState, HandshakeKind, MAX_SKIPPED_EARLY_DATA, NextState};
use crate::crypto::{Digest, SupportedKxGroup, Tls13CipherSuite};
use crate::key_schedule::{EarlySecret, verify_finished};
use crate::msgs::extension::{EARLY_DATA, PADDING, PRE_SHARED_KEY};
use crate::msgs::{ClientExtensions, NewHelloRetryRequest, decode_client_hello};
use crate::transcript::Transcript;
use crate::{Error, PeerIncompatible, PeerMisbehaved, ProtocolVersion, SignatureScheme};

/// How many of the sessions that a client offers are looked at.
const MAX_PSK_IDENTITIES: usize = 4;

/// START
pub(super) struct Start {
    pub(super) config: Arc<ServerConfig>,
}

impl State<CommonState> for Start {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::CLIENT_HELLO {
            return Err(CommonState::unexpected("START", message.typ));
        }
        cx.expect_change_cipher_spec();
        let (hello, extensions) = decode(message)?;
        let chosen = Chosen::new(cx, &self.config, &hello, &extensions)?;
        if extensions.key_share_for(chosen.group.name()).is_some() {
            let transcript = Transcript::new(chosen.suite.hash);
            let hello = ReceivedHello::new(message, hello, extensions, transcript);
            return received(cx, self.config, chosen, hello);
        }
        Ok(Box::new(StartAgain::new(
            cx,
            self.config,
            chosen,
            &hello,
            &extensions,
            message,
        )?))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

/// START, after a HelloRetryRequest.
struct StartAgain {
    config: Arc<ServerConfig>,
    chosen: Chosen,
    transcript: Transcript,
    /// Of all that must be the same in both hellos.
    unchanging: Digest,
}

impl StartAgain {
    /// Asks for another hello, with a share of the chosen group.
    fn new(
        cx: &mut CommonState,
        config: Arc<ServerConfig>,
        chosen: Chosen,
        hello: &ClientHello<'_>,
        extensions: &ClientExtensions<'_>,
        message: Message<'_>,
    ) -> Result<Self, Error> {
        let hash = chosen.suite.hash;
        let mut first = Transcript::new(hash);
        first.add(message);
        let mut transcript = Transcript::retried(hash, first.current());
        cx.add_message(&mut transcript, |bytes| {
            NewHelloRetryRequest {
                session_id: hello.legacy_session_id.bytes(),
                cipher_suite: chosen.suite.suite,
                group: Some(chosen.group.name()),
                cookie: None,
            }
            .encode(bytes);
        });
        cx.send_flight()?;
        if !hello.legacy_session_id.bytes().is_empty() {
            cx.send_change_cipher_spec();
        }
        if extensions.early_data {
            cx.skip_early_data();
        }
        cx.negotiated.kind = Some(HandshakeKind::FullWithHelloRetryRequest);
        Ok(Self {
            config,
            unchanging: unchanging(chosen.suite, hello),
            chosen,
            transcript,
        })
    }
}

impl State<CommonState> for StartAgain {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::CLIENT_HELLO {
            return Err(CommonState::unexpected("START", message.typ));
        }
        cx.end_early_data();
        let (hello, extensions) = decode(message)?;
        extensions.check_tls13()?;
        // Early data may not follow the second hello (section 4.1.2).
        if extensions.early_data || unchanging(self.chosen.suite, &hello) != self.unchanging {
            return Err(PeerMisbehaved::SecondHelloChangedTooMuch.into());
        }
        let shares = extensions
            .key_share
            .map_or(0, |shares| shares.iter().count());
        if shares != 1 || extensions.key_share_for(self.chosen.group.name()).is_none() {
            return Err(PeerMisbehaved::SecondHelloChangedTooMuch.into());
        }
        let hello = ReceivedHello::new(message, hello, extensions, self.transcript);
        received(cx, self.config, self.chosen, hello)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

fn decode(message: Message<'_>) -> Result<(ClientHello<'_>, ClientExtensions<'_>), Error> {
    let hello = decode_client_hello(message.body)?;
    let extensions = ClientExtensions::decode(&hello)?;
    Ok((hello, extensions))
}

/// A hash of what a second hello may not change (section 4.1.2): all but the shares,
/// the sessions, the early data and the padding. Nor may it have a cookie, as this
/// server gives none.
fn unchanging(suite: &Tls13CipherSuite, hello: &ClientHello<'_>) -> Digest {
    let mut hash = suite.hash.start();
    hash.update(&hello.legacy_version.to_be_bytes());
    hash.update(hello.random);
    // Each with its length, so that no byte can move from one to the next.
    let mut add = |bytes: &[u8]| {
        hash.update(&(bytes.len() as u16).to_be_bytes());
        hash.update(bytes);
    };
    add(hello.legacy_session_id.bytes());
    add(hello.cipher_suites.bytes());
    add(hello.legacy_compression_methods.bytes());
    for extension in hello.extensions.iter() {
        match extension.extension_type {
            ExtensionType::KEY_SHARE | PRE_SHARED_KEY | EARLY_DATA | PADDING => {}
            ExtensionType(number) => {
                add(&number.to_be_bytes());
                add(extension.extension_data.bytes());
            }
        }
    }
    hash.current()
}

/// What the server has chosen from the hello: RECVD_CH.
pub(super) struct Chosen {
    pub(super) suite: &'static Tls13CipherSuite,
    pub(super) group: &'static dyn SupportedKxGroup,
}

impl Chosen {
    fn new(
        cx: &mut CommonState,
        config: &ServerConfig,
        hello: &ClientHello<'_>,
        extensions: &ClientExtensions<'_>,
    ) -> Result<Self, Error> {
        if !extensions.offers_tls13() {
            return Err(PeerIncompatible::Tls13NotOffered.into());
        }
        if hello.legacy_compression_methods.bytes() != [0] {
            return Err(PeerMisbehaved::IllegalCompressionMethods.into());
        }
        extensions.check_tls13()?;
        cx.negotiated.version = Some(ProtocolVersion::TLSV1_3);
        cx.negotiated.server_name = extensions.server_name.map(Into::into);

        let suite = config
            .choose_cipher_suite(hello.cipher_suites.iter())
            .ok_or(PeerIncompatible::NoCipherSuitesInCommon)?;
        let group = choose_group(config, extensions).ok_or(PeerIncompatible::NoKxGroupsInCommon)?;
        cx.negotiated.alpn_protocol = config.choose_alpn(extensions.alpn)?.map(<[u8]>::to_vec);

        cx.negotiated.suite = Some(suite);
        cx.negotiated.group = Some(group.name());
        Ok(Self { suite, group })
    }
}

/// How the server proves who it is.
pub(super) struct ServerAuth {
    pub(super) certified: Arc<CertifiedKey>,
    pub(super) scheme: SignatureScheme,
}

impl ServerAuth {
    fn choose(config: &ServerConfig, extensions: &ClientExtensions<'_>) -> Result<Self, Error> {
        let schemes = extensions
            .signature_algorithms
            .ok_or(PeerMisbehaved::MissingSignatureAlgorithms)?;
        let hello = super::ClientHello::new(extensions.server_name, schemes, extensions.alpn);
        let certified = config
            .cert_resolver
            .resolve(&hello)
            .and_then(CertifiedKey::presentable)
            .ok_or(match extensions.server_name {
                Some(_) => PeerIncompatible::NoCertificateForName,
                None => PeerIncompatible::NoServerName,
            })?;
        let scheme = certified
            .choose_scheme(hello.signature_schemes())
            .ok_or(PeerIncompatible::NoSignatureSchemesInCommon)?;
        Ok(Self { certified, scheme })
    }
}

/// How the two come to trust each other.
pub(super) enum Authentication {
    /// With a session of an earlier connection: its place in the client's list.
    Resumed(u16),
    Certificates(ServerAuth),
}

/// The best group that both have: one with a share in the hello, if there is any, as
/// that saves a round trip.
fn choose_group(
    config: &ServerConfig,
    extensions: &ClientExtensions<'_>,
) -> Option<&'static dyn SupportedKxGroup> {
    let groups = &config.provider.kx_groups;
    let offered = extensions.supported_groups?;
    let shared = groups
        .iter()
        .find(|group| extensions.key_share_for(group.name()).is_some());
    shared
        .or_else(|| {
            groups
                .iter()
                .find(|group| offered.iter().any(|name| name == group.name()))
        })
        .copied()
}

/// A hello that has a share of the chosen group.
pub(super) struct ReceivedHello<'m> {
    pub(super) message: Message<'m>,
    pub(super) hello: ClientHello<'m>,
    pub(super) extensions: ClientExtensions<'m>,
    pub(super) transcript: Transcript,
    /// How much of the body is in the transcript, if any of it is.
    hashed: Option<usize>,
}

impl<'m> ReceivedHello<'m> {
    fn new(
        message: Message<'m>,
        hello: ClientHello<'m>,
        extensions: ClientExtensions<'m>,
        transcript: Transcript,
    ) -> Self {
        Self {
            message,
            hello,
            extensions,
            transcript,
            hashed: None,
        }
    }

    /// The transcript with the hello up to its binders, which are over that.
    fn truncated(&mut self) -> Digest {
        let length = self.message.body.len() - self.extensions.binders_length();
        self.transcript.add_front(self.message, length);
        self.hashed = Some(length);
        self.transcript.current()
    }

    /// Adds what is not in the transcript yet.
    fn add_rest(&mut self) {
        match self.hashed {
            None => self.transcript.add(self.message),
            Some(hashed) => self.transcript.add_encoded(&self.message.body[hashed..]),
        }
    }
}

/// Goes on with a hello that needs no other.
fn received<'m>(
    cx: &mut CommonState,
    config: Arc<ServerConfig>,
    chosen: Chosen,
    mut received: ReceivedHello<'m>,
) -> NextState<'m> {
    let resumed = choose_session(&config, &chosen, &mut received)?;
    received.add_rest();
    let (early_secret, authentication) = match resumed {
        Some((index, session)) => {
            cx.negotiated.resumed();
            cx.negotiated.client_authenticated = session.client_authenticated;
            cx.negotiated.peer_certificates = session.client_certificates;
            cx.negotiated.authenticated_at = Some(session.authenticated_at);
            let secret = EarlySecret::new(chosen.suite, Some(session.secret.as_ref()));
            (secret, Authentication::Resumed(index))
        }
        None => {
            cx.negotiated.kind.get_or_insert(HandshakeKind::Full);
            let auth = ServerAuth::choose(&config, &received.extensions)?;
            (
                EarlySecret::new(chosen.suite, None),
                Authentication::Certificates(auth),
            )
        }
    };
    // What this server does not accept, the client may send all the same.
    let skip = match received.extensions.early_data {
        true => MAX_SKIPPED_EARLY_DATA,
        false => 0,
    };
    tls13::negotiated(
        cx,
        tls13::Negotiated {
            config,
            chosen,
            hello: received,
            early_secret,
            authentication,
            skip,
        },
    )
}

/// The session to go on with: the first that is good, if the client has proved that
/// it knows its secret (section 4.2.11).
fn choose_session(
    config: &ServerConfig,
    chosen: &Chosen,
    received: &mut ReceivedHello<'_>,
) -> Result<Option<(u16, ServerSessionState)>, Error> {
    let extensions = received.extensions;
    let Some(psks) = extensions.pre_shared_key else {
        return Ok(None);
    };
    if !extensions.offers_psk_dhe_ke() {
        return Ok(None);
    }
    let now = config.current_time()?;
    for (index, (identity, binder)) in psks.iter().take(MAX_PSK_IDENTITIES).enumerate() {
        let Some(session) = config.redeem_ticket(identity.identity, now) else {
            continue;
        };
        if !session.matches(extensions.server_name, chosen.suite) {
            continue;
        }
        let early_secret = EarlySecret::new(session.suite, Some(session.secret.as_ref()));
        let key = early_secret.binder_key();
        if !verify_finished(session.suite, &key, &received.truncated(), binder) {
            return Err(Error::DecryptError("binder"));
        }
        return Ok(Some((index as u16, session)));
    }
    Ok(None)
}
