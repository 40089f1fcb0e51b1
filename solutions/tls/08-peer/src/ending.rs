//! How a connection ends.

use std::io::{self, Read};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use tls_core::ConnectionCommon;

/// How long the other side may take to close after this one has.
const DRAIN_TIME: Duration = Duration::from_secs(5);

/// Says that nothing more will be sent, closes this direction of the stream, and drops
/// what still comes until the other side has closed its own.
///
/// A socket that is closed with unread bytes in it is reset, and a reset takes with it
/// what the other side has not read yet: the alert that says why, for one.
///
/// Nothing depends on its success, so there is no error.
pub fn end(connection: &mut ConnectionCommon, socket: &mut TcpStream) {
    // Who is in the middle of a handshake, or has sent a fatal alert, just goes.
    if !connection.is_handshaking() {
        connection.send_close_notify();
    }
    while connection.wants_write() {
        if !matches!(connection.write_tls(socket), Ok(1..)) {
            return;
        }
    }
    if socket.shutdown(Shutdown::Write).is_ok() {
        drain(socket);
    }
}

fn drain(socket: &mut TcpStream) {
    let deadline = Instant::now() + DRAIN_TIME;
    let mut dropped = [0; 4096];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || socket.set_read_timeout(Some(left)).is_err() {
            return;
        }
        match socket.read(&mut dropped) {
            Ok(1..) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return,
        }
    }
}
