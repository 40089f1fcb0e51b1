//! START and WAIT_SH (RFC 8446, appendix A.1): the hello, and what the server
//! answers.

use std::sync::Arc;

use codec::{ExtensionType, HandshakeType};
use pki_types::ServerName;
use state::{Message, State};

use super::ClientConfig;
use super::session::Tls13ClientSession;
use super::tls13;
use crate::common::{CommonState, HandshakeKind, NextState};
use crate::config::MAX_LENGTH_IN_HELLO;
use crate::crypto::{ActiveKeyExchange, Tls13CipherSuite};
use crate::key_schedule::{EarlySecret, finished};
use crate::msgs::{
    EncodedClientHello, ExtensionSet, HelloRetryRequestExtensions, KeyShareEntry, NewClientHello,
    NewPsk, PskIdentity, ServerHello, ServerHelloExtensions,
};
use crate::secret::Secret;
use crate::transcript::Transcript;
use crate::{Error, NamedGroup, PeerIncompatible, PeerMisbehaved, ProtocolVersion};

/// START: sends the first hello.
///
/// # Errors
///
/// If the provider fails, or if it has no cipher suite or no group.
pub(super) fn start(
    cx: &mut CommonState,
    config: Arc<ClientConfig>,
    server_name: ServerName<'static>,
) -> Result<WaitServerHello, Error> {
    let provider = &config.provider;
    let mut random = [0; 32];
    provider.secure_random.fill(&mut random)?;
    // Not empty, so that middleboxes take this for TLS 1.2 (appendix D.4).
    let mut session_id = [0; 32];
    provider.secure_random.fill(&mut session_id)?;

    let key_share = config
        .kx_hint(&server_name)
        .or_else(|| provider.kx_groups.first().copied())
        .ok_or_else(|| Error::General("the provider has no key exchange group".into()))?
        .start()?;
    let now = config.current_time()?;
    let resuming = config
        .take_session(&server_name, now)
        .map(|session| Resuming {
            early_secret: EarlySecret::new(session.suite, Some(session.secret.as_ref())),
            obfuscated_ticket_age: session.obfuscated_ticket_age(now),
            session,
        });

    let mut state = WaitServerHello {
        config,
        server_name,
        random,
        session_id,
        key_share,
        offers_component: true,
        resuming,
        hello: Vec::new(),
        offered: ExtensionSet::of(&[]),
        retried: None,
    };
    state.send_hello(cx, None)?;
    Ok(state)
}

/// A session of an earlier connection, offered in this one.
pub(super) struct Resuming {
    pub(super) session: Tls13ClientSession,
    early_secret: EarlySecret,
    obfuscated_ticket_age: u32,
}

/// Room for all of a hello that varies little, a server's name included.
const HELLO: usize = 512;

/// Any longer, its extensions might not fit behind their length of two bytes.
const MAX_HELLO: usize = 0xffff;

/// WAIT_SH
pub(super) struct WaitServerHello {
    config: Arc<ClientConfig>,
    server_name: ServerName<'static>,
    random: [u8; 32],
    session_id: [u8; 32],
    key_share: Box<dyn ActiveKeyExchange>,
    /// Beside a hybrid's share there may be that of its component, until a
    /// HelloRetryRequest asks for a single one.
    offers_component: bool,
    resuming: Option<Resuming>,
    /// The last hello: it is hashed when the suite is known.
    hello: Vec<u8>,
    offered: ExtensionSet,
    retried: Option<Retried>,
}

/// What a HelloRetryRequest has settled.
struct Retried {
    suite: &'static Tls13CipherSuite,
    transcript: Transcript,
}

impl State<CommonState> for WaitServerHello {
    fn handle<'m>(mut self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::SERVER_HELLO {
            return Err(CommonState::unexpected("WAIT_SH", message.typ));
        }
        let hello = ServerHello::decode(message.body)?;
        let suite = self.check(&hello)?;
        if hello.is_hello_retry_request() {
            self.retry(cx, suite, &hello, message)?;
            return Ok(self);
        }
        self.accept(cx, suite, &hello, message)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

impl WaitServerHello {
    /// What holds for both of the messages that are called ServerHello (sections
    /// 4.1.3 and 4.1.4).
    fn check(&self, hello: &ServerHello<'_>) -> Result<&'static Tls13CipherSuite, Error> {
        match hello.selected_version()? {
            ProtocolVersion::TLSV1_3 if hello.legacy_version == ProtocolVersion::TLSV1_2 => {}
            ProtocolVersion::TLSV1_3 => return Err(PeerMisbehaved::SelectedUnofferedVersion.into()),
            _ if hello.has_downgrade_sentinel() => {
                return Err(PeerMisbehaved::DowngradeToTls12.into());
            }
            _ if selects_a_version(hello) => {
                return Err(PeerMisbehaved::SelectedUnofferedVersion.into());
            }
            _ => return Err(PeerIncompatible::Tls13NotOffered.into()),
        }
        let session_id = &self.session_id[..];
        #[cfg(test)]
        let session_id = crate::replay::hooks::session_id(session_id);
        if hello.legacy_session_id_echo.bytes() != session_id {
            return Err(PeerMisbehaved::SessionIdNotEchoed.into());
        }
        if hello.legacy_compression_method != 0 {
            return Err(PeerMisbehaved::SelectedUnofferedCompression.into());
        }
        let suite = self
            .config
            .find_cipher_suite(hello.cipher_suite)
            .ok_or(PeerMisbehaved::SelectedUnofferedCipherSuite)?;
        match &self.retried {
            Some(retried) if retried.suite != suite => {
                Err(PeerMisbehaved::SelectedDifferentCipherSuiteAfterRetry.into())
            }
            _ => Ok(suite),
        }
    }

    /// A HelloRetryRequest (section 4.1.4): the second hello is the first one with
    /// the changes that it asks for, and no others.
    fn retry(
        &mut self,
        cx: &mut CommonState,
        suite: &'static Tls13CipherSuite,
        hello: &ServerHello<'_>,
        message: Message<'_>,
    ) -> Result<(), Error> {
        if self.retried.is_some() {
            return Err(PeerMisbehaved::SecondHelloRetryRequest.into());
        }
        let extensions = HelloRetryRequestExtensions::decode(hello, self.offered)?;
        if extensions.key_share.is_none() && extensions.cookie.is_none() {
            return Err(PeerMisbehaved::HelloRetryRequestWithoutChange.into());
        }
        // All of it has to come back, in a hello that has room for it.
        if extensions
            .cookie
            .is_some_and(|cookie| cookie.len() > MAX_LENGTH_IN_HELLO)
        {
            return Err(PeerMisbehaved::IllegalHelloRetryRequest.into());
        }
        if let Some(group) = extensions.key_share {
            let component = self.offered_component();
            if group == self.key_share.group() || component.is_some_and(|(name, _)| name == group) {
                return Err(PeerMisbehaved::HelloRetryRequestForOfferedGroup.into());
            }
            self.key_share = self
                .config
                .find_kx_group(group)
                .ok_or(PeerMisbehaved::SelectedUnofferedGroup)?
                .start()?;
            // The second hello has the one share that was asked for (section 4.1.2).
            self.offers_component = false;
        }

        let mut transcript = Transcript::retried(suite.hash, suite.hash.hash(&self.hello));
        transcript.add(message);
        self.retried = Some(Retried { suite, transcript });
        // A session of another hash cannot go on (section 4.1.4).
        self.resuming
            .take_if(|resuming| !resuming.session.suite.has_same_hash(suite));
        cx.negotiated.kind = Some(HandshakeKind::FullWithHelloRetryRequest);
        cx.send_change_cipher_spec();
        self.send_hello(cx, extensions.cookie)
    }

    /// The share of a hybrid's component that is offered beside the hybrid's own. There is
    /// none of a group that the hello does not name (section 4.2.8).
    fn offered_component(&self) -> Option<(NamedGroup, &[u8])> {
        self.key_share
            .hybrid_component()
            .filter(|(name, _)| self.offers_component && self.config.find_kx_group(*name).is_some())
    }

    /// How many bytes of the hello depend on who says it to whom.
    fn varying_length(&self, cookie: Option<&[u8]>) -> usize {
        let config = &self.config;
        let component = self.offered_component();
        let numbers = config.provider.cipher_suites.len()
            + config.provider.kx_groups.len()
            + config.verifier.supported_verify_schemes().len();
        let protocols = config.alpn_protocols.iter();
        let ticket = self
            .resuming
            .as_ref()
            .map_or(0, |resuming| resuming.session.ticket.len());
        2 * numbers
            + self.key_share.pub_key().len()
            + component.map_or(0, |(_, share)| share.len())
            + protocols.map(|name| 1 + name.len()).sum::<usize>()
            + cookie.map_or(0, <[u8]>::len)
            + ticket
    }

    /// Sends the hello; the second one with the cookie, if there is one.
    fn send_hello(&mut self, cx: &mut CommonState, cookie: Option<&[u8]>) -> Result<(), Error> {
        let length = HELLO + self.varying_length(cookie);
        // What peers have to say in it is bounded; a provider's shares are not.
        if length > MAX_HELLO {
            return Err(Error::General("the hello would be too long".into()));
        }
        // A second hello takes the place of the first.
        let mut bytes = core::mem::take(&mut self.hello);
        bytes.clear();
        bytes.reserve(length);
        let config = &self.config;
        let provider = &config.provider;
        let own_share = (self.key_share.group(), self.key_share.pub_key());
        let psk = self.resuming.as_ref().map(|resuming| NewPsk {
            identity: PskIdentity {
                identity: &resuming.session.ticket,
                obfuscated_ticket_age: resuming.obfuscated_ticket_age,
            },
            binder_length: resuming.session.suite.hash.output_len(),
        });
        let server_name = match &self.server_name {
            ServerName::DnsName(name) if config.enable_sni => Some(name.as_ref()),
            _ => None,
        };

        let EncodedClientHello { offered, binder } = NewClientHello {
            random: &self.random,
            session_id: &self.session_id,
            cipher_suites: provider.cipher_suites.iter().map(|suite| suite.suite),
            versions: &[ProtocolVersion::TLSV1_3],
            groups: provider.kx_groups.iter().map(|group| group.name()),
            schemes: config.verifier.supported_verify_schemes(),
            key_shares: core::iter::once(own_share).chain(self.offered_component()),
            server_name,
            alpn: &config.alpn_protocols,
            cookie,
            psk_dhe_ke: config.offers_resumption(),
            psk,
        }
        .encode(&mut bytes);
        self.hello = bytes;
        self.offered = offered;
        #[cfg(test)]
        crate::replay::hooks::client_hello(&mut self.hello, &mut self.offered);

        // The binder is over the hello up to the binders (section 4.2.11.2).
        let mut hashed = 0;
        if let (Some(place), Some(resuming)) = (binder, &self.resuming) {
            let suite = resuming.session.suite;
            let truncated = &self.hello[..place.truncated_end];
            let hash = match &mut self.retried {
                Some(retried) => {
                    retried.transcript.add_encoded(truncated);
                    hashed = place.truncated_end;
                    retried.transcript.current()
                }
                None => suite.hash.hash(truncated),
            };
            let key = resuming.early_secret.binder_key();
            let verify_data = finished(suite, &key, &hash);
            self.hello[place.binder].copy_from_slice(verify_data.as_ref());
        }
        if let Some(retried) = &mut self.retried {
            retried.transcript.add_encoded(&self.hello[hashed..]);
        }
        cx.send_message(&self.hello)
    }

    /// The ServerHello proper: from here on the handshake is that of its version.
    fn accept<'m>(
        self: Box<Self>,
        cx: &mut CommonState,
        suite: &'static Tls13CipherSuite,
        hello: &ServerHello<'_>,
        message: Message<'_>,
    ) -> NextState<'m> {
        let extensions = ServerHelloExtensions::decode(hello, self.offered)?;
        let share = extensions
            .key_share
            .ok_or(PeerMisbehaved::MissingKeyShare)?;
        // Who answers a hybrid with its component may know the hybrid the next time.
        let kx_hint = (share.group == self.key_share.group()).then_some(share.group);
        let component = self.offered_component().map(|(name, _)| name);
        let shared_secret = complete(self.key_share, component, share)?;
        let resuming = match (extensions.pre_shared_key, self.resuming) {
            (None, _) => None,
            (Some(0), Some(resuming)) if resuming.session.suite.has_same_hash(suite) => {
                Some(resuming)
            }
            (Some(0), Some(_)) => return Err(PeerMisbehaved::SelectedPskWithOtherHash.into()),
            (Some(_), _) => return Err(PeerMisbehaved::SelectedUnofferedPsk.into()),
        };

        let mut transcript = match self.retried {
            Some(retried) => retried.transcript,
            None => {
                let mut transcript = Transcript::new(suite.hash);
                transcript.add_encoded(&self.hello);
                transcript
            }
        };
        transcript.add(message);

        cx.negotiated.version = Some(ProtocolVersion::TLSV1_3);
        cx.negotiated.suite = Some(suite);
        cx.negotiated.group = Some(share.group);

        let (early_secret, session) = match resuming {
            Some(resuming) => {
                cx.negotiated.resumed();
                (resuming.early_secret, Some(resuming.session))
            }
            None => {
                cx.negotiated.kind.get_or_insert(HandshakeKind::Full);
                (EarlySecret::new(suite, None), None)
            }
        };
        tls13::begin(
            cx,
            tls13::Begin {
                config: self.config,
                server_name: self.server_name,
                random: self.random,
                suite,
                transcript,
                secret: early_secret.into_handshake(&shared_secret),
                offered: self.offered,
                session,
                kx_hint,
            },
        )
    }
}

/// The shared secret, with the offered share that the server chose.
fn complete(
    key_share: Box<dyn ActiveKeyExchange>,
    offered_component: Option<NamedGroup>,
    peer: KeyShareEntry<'_>,
) -> Result<Secret, Error> {
    if peer.group == key_share.group() {
        key_share.complete(peer.key_exchange)
    } else if Some(peer.group) == offered_component {
        key_share.complete_hybrid_component(peer.key_exchange)
    } else {
        Err(PeerMisbehaved::SelectedUnofferedGroup.into())
    }
}

/// Whether the version is selected in an extension, as since TLS 1.3.
fn selects_a_version(hello: &ServerHello<'_>) -> bool {
    hello
        .extensions
        .iter()
        .any(|extension| extension.extension_type == ExtensionType::SUPPORTED_VERSIONS)
}
