//! What the client needs to go on with the session later.

use crate::Error;
use crate::common::CommonState;
use crate::crypto::Tls13CipherSuite;
use crate::key_schedule::resumption_psk;
use crate::msgs::NewSessionTicket;
use crate::secret::Secret;
use crate::server::ServerConfig;
use crate::server::session::ServerSessionState;
use crate::ticket::lifetime_left;

/// Sends the tickets of the configuration (section 4.6.1). The connection needs none: what
/// cannot be made is not sent.
pub(super) fn send_tickets(
    cx: &mut CommonState,
    config: &ServerConfig,
    suite: &'static Tls13CipherSuite,
    resumption: &Secret,
) -> Result<(), Error> {
    let tickets = config.sends_tickets();
    if tickets == 0 {
        return Ok(());
    }
    let Ok(now) = config.current_time() else {
        return Ok(());
    };
    let authenticated_at = *cx.negotiated.authenticated_at.get_or_insert(now);
    let lifetime = config
        .ticket_lifetime()
        .min(lifetime_left(authenticated_at, now));
    if lifetime == 0 {
        return Ok(());
    }
    let mut session = ServerSessionState {
        suite,
        secret: resumption.clone(),
        created_at: now,
        authenticated_at,
        lifetime,
        server_name: cx.negotiated.server_name.as_deref().map(Into::into),
        client_certificates: cx.negotiated.peer_certificates.clone(),
        client_authenticated: cx.negotiated.client_authenticated,
    };
    for number in 0..tickets {
        // A connection's tickets need nonces that differ, and nothing more.
        let nonce = (number as u64).to_be_bytes();
        session.secret = resumption_psk(suite, resumption, &nonce);
        let mut age_add = [0; 4];
        config.provider.secure_random.fill(&mut age_add)?;
        let Some(ticket) = config.issue_ticket(&session) else {
            break;
        };
        cx.add_after_handshake(|bytes| {
            NewSessionTicket {
                ticket_lifetime: session.lifetime,
                ticket_age_add: u32::from_be_bytes(age_add),
                ticket_nonce: &nonce,
                ticket: &ticket,
                max_early_data_size: None,
            }
            .encode(bytes);
        });
    }
    cx.send_flight()
}
