//! The names of what is inside a record.

use super::APPLICATION_DATA;

const CHANGE_CIPHER_SPEC: u8 = 20;
const ALERT: u8 = 21;
const HANDSHAKE: u8 = 22;

/// The bytes in front of a handshake message: its type, and its length in three.
const HEADER_LENGTH: usize = 4;

/// `ContentType` (RFC 8446, section 5.1) by the RFC's names.
pub fn content_type(number: u8) -> String {
    match number {
        CHANGE_CIPHER_SPEC => "change_cipher_spec".to_owned(),
        ALERT => "alert".to_owned(),
        HANDSHAKE => "handshake".to_owned(),
        APPLICATION_DATA => "application_data".to_owned(),
        unknown => format!("type {unknown}"),
    }
}

/// Where the handshake messages end that are whole in a record of this content.
pub fn message_ends(content_type: u8, content: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while content_type == HANDSHAKE
        && let Some(&[_, high, middle, low]) = content[at..].first_chunk::<HEADER_LENGTH>()
    {
        at += HEADER_LENGTH + u32::from_be_bytes([0, high, middle, low]) as usize;
        if at > content.len() {
            break;
        }
        ends.push(at);
    }
    ends
}

/// The handshake messages of one direction, across its records.
#[derive(Debug, Default)]
pub struct Messages {
    /// What there is of a header that is not whole yet.
    header: Vec<u8>,
    /// How many bytes of a message are still to come, and its name.
    rest: usize,
    name: String,
}

impl Messages {
    /// The messages that begin or go on in a record of this content.
    pub fn of(&mut self, content_type: u8, content: &[u8]) -> Vec<String> {
        match content_type {
            HANDSHAKE => self.handshake(content),
            ALERT => content
                .get(1)
                .map(|&number| alert(number))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }

    fn handshake(&mut self, mut content: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        if self.rest > 0 || !self.header.is_empty() {
            names.push(match self.name.as_str() {
                "" => "…".to_owned(),
                name => format!("… {name}"),
            });
        }
        loop {
            let skipped = self.rest.min(content.len());
            content = &content[skipped..];
            self.rest -= skipped;
            if content.is_empty() {
                return names;
            }
            let missing = (HEADER_LENGTH - self.header.len()).min(content.len());
            self.header.extend(&content[..missing]);
            content = &content[missing..];
            if let [number, high, middle, low] = self.header[..] {
                self.header.clear();
                self.rest = u32::from_be_bytes([0, high, middle, low]) as usize;
                self.name = message(number);
                names.push(self.name.clone());
            }
        }
    }
}

/// `HandshakeType` (RFC 8446, section 4) by the RFC's names of the messages.
fn message(number: u8) -> String {
    let name = match number {
        1 => "ClientHello",
        2 => "ServerHello",
        4 => "NewSessionTicket",
        8 => "EncryptedExtensions",
        11 => "Certificate",
        13 => "CertificateRequest",
        15 => "CertificateVerify",
        20 => "Finished",
        24 => "KeyUpdate",
        unknown => return format!("message {unknown}"),
    };
    name.to_owned()
}

/// `AlertDescription` (RFC 8446, section 6).
fn alert(number: u8) -> String {
    match number {
        0 => "close_notify".to_owned(),
        number => format!("alert {number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_end_where_the_next_begins() {
        let content = [8, 0, 0, 1, 9, 20, 0, 0, 0, 11, 0, 0, 2, 1];
        assert_eq!(message_ends(HANDSHAKE, &content), [5, 9]);
        assert!(message_ends(APPLICATION_DATA, &content).is_empty());
    }

    #[test]
    fn messages_are_named_where_they_begin_and_where_they_go_on() {
        let mut messages = Messages::default();
        assert_eq!(
            messages.of(HANDSHAKE, &[8, 0, 0, 1, 9]),
            ["EncryptedExtensions"]
        );
        assert_eq!(
            messages.of(HANDSHAKE, &[20, 0, 0, 2, 1, 1, 11, 0, 0]),
            ["Finished"]
        );
        assert_eq!(
            messages.of(HANDSHAKE, &[3, 1]),
            ["… Finished", "Certificate"]
        );
        assert_eq!(messages.of(HANDSHAKE, &[1, 1]), ["… Certificate"]);
        assert_eq!(messages.of(ALERT, &[1, 0]), ["close_notify"]);
        assert!(messages.of(APPLICATION_DATA, b"words").is_empty());
    }
}
