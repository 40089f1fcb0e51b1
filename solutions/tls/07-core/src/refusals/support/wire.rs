//! Records, made and opened by hand.

use std::collections::VecDeque;

use deframer::{ContentType, HEADER_LENGTH, MAX_PLAINTEXT, RecordHeader, inner_plaintext};

use crate::Secret;
use crate::crypto::{TAG_LENGTH, Tls13CipherSuite};
use crate::key_schedule::{TrafficKey, traffic_key};

/// A record as it is sent without protection. Its length is what it is, however wrong.
pub fn plaintext(content_type: ContentType, content: &[u8]) -> Vec<u8> {
    record(content_type, content)
}

fn record(content_type: ContentType, payload: &[u8]) -> Vec<u8> {
    let mut record = header(content_type, payload.len()).to_vec();
    record.extend_from_slice(payload);
    record
}

fn header(content_type: ContentType, length: usize) -> [u8; HEADER_LENGTH] {
    RecordHeader {
        content_type,
        version: 0x0303,
        length: u16::try_from(length).expect("a length of two bytes"),
    }
    .to_bytes()
}

/// Keys, and how many records they have sealed or opened.
struct Epoch {
    key: TrafficKey,
    sequence: u64,
}

/// The peer's end of the wire.
#[derive(Default)]
pub struct Wire {
    sealing: Option<Epoch>,
    /// The keys in the order in which they will be needed.
    opening: VecDeque<Epoch>,
    incoming: Vec<u8>,
}

impl Wire {
    /// Seals from now on under this secret.
    pub fn seal_under(&mut self, suite: &Tls13CipherSuite, secret: &Secret) {
        self.sealing = Some(Epoch::new(suite, secret));
    }

    /// Opens under this secret what the keys before it no longer open.
    pub fn open_under(&mut self, suite: &Tls13CipherSuite, secret: &Secret) {
        self.opening.push_back(Epoch::new(suite, secret));
    }

    /// A record under the present keys, or without protection if there are none.
    pub fn record(&mut self, content_type: ContentType, content: &[u8]) -> Vec<u8> {
        if self.sealing.is_none() {
            return plaintext(content_type, content);
        }
        let mut inner = content.to_vec();
        inner.push(content_type.0);
        self.inner(&inner)
    }

    /// As many records as the content needs.
    pub fn records(&mut self, content_type: ContentType, content: &[u8]) -> Vec<u8> {
        let fragments = content.chunks(MAX_PLAINTEXT);
        fragments
            .flat_map(|it| self.record(content_type, it))
            .collect()
    }

    /// A record with these bytes inside: content, type and zeros, or whatever they are.
    pub fn inner(&mut self, inner: &[u8]) -> Vec<u8> {
        let Epoch { key, sequence } = self.sealing.as_mut().expect("there are keys");
        let header = header(ContentType::APPLICATION_DATA, inner.len() + TAG_LENGTH);
        let mut sealed = inner.to_vec();
        let tag = key
            .key
            .seal_in_place(key.iv.nonce(*sequence), &header, &mut sealed)
            .expect("sealed");
        *sequence += 1;
        [&header[..], &sealed, &tag].concat()
    }

    /// Takes what the connection has sent.
    pub fn take(&mut self, bytes: &[u8]) {
        self.incoming.extend_from_slice(bytes);
    }

    /// Opens the next record of what was taken.
    pub fn next(&mut self) -> Option<(ContentType, Vec<u8>)> {
        let header = RecordHeader::from_bytes(*self.incoming.first_chunk()?).expect("a header");
        let end = HEADER_LENGTH + usize::from(header.length);
        let record: Vec<u8> = self.incoming.drain(..end).collect();
        let payload = &record[HEADER_LENGTH..];
        if header.content_type != ContentType::APPLICATION_DATA {
            return Some((header.content_type, payload.to_vec()));
        }
        loop {
            let Epoch { key, sequence } = self.opening.front_mut().expect("keys that open it");
            let mut payload = payload.to_vec();
            let nonce = key.iv.nonce(*sequence);
            if let Some(opened) = key
                .key
                .open_in_place(nonce, &header.to_bytes(), &mut payload)
            {
                *sequence += 1;
                let (content_type, content) = inner_plaintext(opened).expect("a type");
                return Some((content_type, content.to_vec()));
            }
            self.opening.pop_front();
        }
    }
}

impl Epoch {
    fn new(suite: &Tls13CipherSuite, secret: &Secret) -> Self {
        Self {
            key: traffic_key(suite, secret),
            sequence: 0,
        }
    }
}
