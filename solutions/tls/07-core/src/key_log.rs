//! The key log: secrets of a connection, for who has to look into it.

use core::fmt::{Debug, Write as _};
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Mutex;

use zeroize::Zeroizing;

use crate::Secret;

/// The client's secret for the handshake.
pub(crate) const CLIENT_HANDSHAKE_TRAFFIC_SECRET: &str = "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
/// The server's secret for the handshake.
pub(crate) const SERVER_HANDSHAKE_TRAFFIC_SECRET: &str = "SERVER_HANDSHAKE_TRAFFIC_SECRET";
/// The client's first secret for application data.
pub(crate) const CLIENT_TRAFFIC_SECRET_0: &str = "CLIENT_TRAFFIC_SECRET_0";
/// The server's first secret for application data.
pub(crate) const SERVER_TRAFFIC_SECRET_0: &str = "SERVER_TRAFFIC_SECRET_0";
/// The secret that exporters start from.
pub(crate) const EXPORTER_SECRET: &str = "EXPORTER_SECRET";

/// Takes the secrets of connections, to look into what crosses the wire.
///
/// Who has the secrets can read everything and write anything. A log is for finding
/// faults, and never on unless the application asks for it.
pub trait KeyLog: Debug + Send + Sync {
    /// Whether secrets with that label are wanted.
    fn will_log(&self, label: &str) -> bool {
        let _ = label;
        true
    }

    /// Takes a secret of the connection whose client sent `client_random`.
    ///
    /// The labels are those of the [NSS key log format][nss], a draft of the TLS
    /// working group.
    ///
    /// [nss]: https://datatracker.ietf.org/doc/draft-ietf-tls-keylogfile/
    fn log(&self, label: &str, client_random: &[u8; 32], secret: &[u8]);
}

/// Gives a secret to a log that wants it.
pub(crate) fn offer(log: &dyn KeyLog, label: &str, client_random: &[u8; 32], secret: &Secret) {
    if log.will_log(label) {
        log.log(label, client_random, secret.bytes());
    }
}

/// Takes no secret.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKeyLog;

impl KeyLog for NoKeyLog {
    fn will_log(&self, _label: &str) -> bool {
        false
    }

    fn log(&self, _label: &str, _client_random: &[u8; 32], _secret: &[u8]) {}
}

/// Appends the secrets to a file in the NSS format, which Wireshark reads.
///
/// A failure to write does not end the connection, which works without a log.
pub struct KeyLogFile {
    file: Option<Mutex<File>>,
}

impl KeyLogFile {
    /// Appends to the file that the environment variable `SSLKEYLOGFILE` names.
    ///
    /// Takes no secret if it is not set, or the file cannot be opened.
    pub fn new() -> Self {
        let file = std::env::var_os("SSLKEYLOGFILE").and_then(|path| open(path.as_ref()).ok());
        Self {
            file: file.map(Mutex::new),
        }
    }

    /// Appends to the file at `path`, which is created if there is none: on Unix for
    /// its owner alone to read.
    ///
    /// # Errors
    ///
    /// If it cannot be opened.
    pub fn append_to(path: impl AsRef<Path>) -> io::Result<Self> {
        Ok(Self {
            file: Some(Mutex::new(open(path.as_ref())?)),
        })
    }
}

impl Default for KeyLogFile {
    fn default() -> Self {
        Self::new()
    }
}

impl Debug for KeyLogFile {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("KeyLogFile")
            .field("open", &self.file.is_some())
            .finish()
    }
}

impl KeyLog for KeyLogFile {
    fn will_log(&self, _label: &str) -> bool {
        self.file.is_some()
    }

    fn log(&self, label: &str, client_random: &[u8; 32], secret: &[u8]) {
        let Some(file) = &self.file else { return };
        let line = line(label, client_random, secret);
        // A connection that panicked within `write_all` has left a broken line at worst.
        let mut file = file.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // One write, so that other processes' lines do not come in between.
        let _ = file.write_all(line.as_bytes());
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn line(label: &str, client_random: &[u8; 32], secret: &[u8]) -> Zeroizing<String> {
    // As long as it gets, so that it never moves and leaves a copy behind.
    let length = label.len() + 2 * (client_random.len() + secret.len()) + 3;
    let mut line = Zeroizing::new(String::with_capacity(length));
    line.push_str(label);
    for bytes in [client_random.as_slice(), secret] {
        line.push(' ');
        for byte in bytes {
            let _ = write!(line, "{byte:02x}");
        }
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_label_and_two_numbers() {
        let line = line("CLIENT_RANDOM", &[0xab; 32], &[1, 0x20]);
        assert_eq!(*line, format!("CLIENT_RANDOM {} 0120\n", "ab".repeat(32)),);
        assert_eq!(line.len(), line.capacity());
    }

    #[test]
    fn lines_are_appended() {
        // Beside the program that is running: a folder of ours.
        let program = std::env::current_exe().unwrap();
        let path = program.with_file_name(format!("key-log-{}", std::process::id()));
        for label in ["A", "B"] {
            let log = KeyLogFile::append_to(&path).unwrap();
            assert!(log.will_log(label));
            log.log(label, &[0; 32], &[1]);
        }
        let written = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        let labels: Vec<_> = written.lines().map(|line| &line[..2]).collect();
        assert_eq!(labels, ["A ", "B "]);
    }

    #[test]
    fn a_file_that_cannot_be_opened_is_an_error() {
        let folder = env!("CARGO_MANIFEST_DIR");
        assert!(KeyLogFile::append_to(folder).is_err());
    }

    #[test]
    fn no_log_wants_no_secret() {
        assert!(!NoKeyLog.will_log(EXPORTER_SECRET));
    }
}
