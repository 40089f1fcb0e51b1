//! What the two played peers have in common.

use codec::{Codec, HandshakeType};
use deframer::ContentType;
use state::Message;

use super::subject::Subject;
use super::wire::Wire;
use super::{SUITE, suite};
use crate::key_schedule::next_traffic_secret;
use crate::msgs::KeyUpdate;
use crate::transcript::Transcript;
use crate::{Alert, AlertDescription, AlertLevel, Error, Secret};

/// The connection under test, the wire to it, and the transcript of both.
pub struct Peer {
    pub subject: Subject,
    pub wire: Wire,
    pub transcript: Transcript,
    /// The secret that this peer sends application data under, once it does.
    pub sending: Option<Secret>,
    /// And the one that the connection does.
    pub receiving: Option<Secret>,
}

impl Peer {
    pub fn new(subject: Subject) -> Self {
        Self {
            subject,
            wire: Wire::default(),
            transcript: Transcript::new(suite(SUITE).hash),
            sending: None,
            receiving: None,
        }
    }

    /// Sends bytes that the connection takes.
    #[track_caller]
    pub fn send(&mut self, bytes: &[u8]) {
        self.subject.feed(bytes).expect("nothing to refuse");
    }

    /// Sends a record that the connection takes.
    #[track_caller]
    pub fn send_record(&mut self, content_type: ContentType, content: &[u8]) {
        let record = self.wire.record(content_type, content);
        self.send(&record);
    }

    /// Sends a message that the connection takes, and adds it to the transcript.
    #[track_caller]
    pub fn send_message(&mut self, message: &[u8]) {
        self.transcript.add_encoded(message);
        self.send_after_handshake(message);
    }

    /// Sends a message that belongs to no transcript.
    #[track_caller]
    pub fn send_after_handshake(&mut self, message: &[u8]) {
        let records = self.wire.records(ContentType::HANDSHAKE, message);
        self.send(&records);
    }

    /// Sends a KeyUpdate, and seals under new keys from then on.
    #[track_caller]
    pub fn update_keys(&mut self, update: KeyUpdate) {
        let message = super::encoded(|bytes| update.encode(bytes));
        self.send_after_handshake(&message);
        self.next_keys();
    }

    /// Seals under the keys that follow.
    pub fn next_keys(&mut self) {
        let sending = self.sending.as_ref().expect("the handshake is over");
        let next = next_traffic_secret(suite(SUITE), sending);
        self.wire.seal_under(suite(SUITE), &next);
        self.sending = Some(next);
    }

    /// The connection may seal under the keys that follow.
    pub fn expect_next_keys(&mut self) {
        let receiving = self.receiving.as_ref().expect("the handshake is over");
        let next = next_traffic_secret(suite(SUITE), receiving);
        self.wire.open_under(suite(SUITE), &next);
        self.receiving = Some(next);
    }

    /// The records that the connection has sent.
    pub fn answers(&mut self) -> Vec<(ContentType, Vec<u8>)> {
        let sent = self.subject.sent();
        self.wire.take(&sent);
        core::iter::from_fn(|| self.wire.next()).collect()
    }

    /// Sends a message that the connection must refuse.
    #[track_caller]
    pub fn refuse_message(
        &mut self,
        message: &[u8],
        alert: AlertDescription,
        error: impl Into<Error>,
    ) {
        let records = self.wire.records(ContentType::HANDSHAKE, message);
        self.refuse(&records, alert, error);
    }

    /// Sends a record that the connection must refuse.
    #[track_caller]
    pub fn refuse_record(
        &mut self,
        content_type: ContentType,
        content: &[u8],
        alert: AlertDescription,
        error: impl Into<Error>,
    ) {
        let record = self.wire.record(content_type, content);
        self.refuse(&record, alert, error);
    }

    /// Sends bytes that the connection must refuse: with this error, now and in every
    /// later call, and with one fatal alert, the last that it ever sends.
    #[track_caller]
    pub fn refuse(&mut self, bytes: &[u8], alert: AlertDescription, error: impl Into<Error>) {
        let error = error.into();
        assert_eq!(self.subject.feed(bytes), Err(error.clone()));
        self.assert_refused(alert, &error);
    }

    /// The connection has just failed.
    #[track_caller]
    pub fn assert_refused(&mut self, alert: AlertDescription, error: &Error) {
        let answers = self.answers();
        let fatal = Alert {
            level: AlertLevel::FATAL,
            description: alert,
        };
        let fatal = (ContentType::ALERT, fatal.get_encoding());
        assert_eq!(answers.last(), Some(&fatal), "the alert");
        let alerts = answers.iter().filter(|(typ, _)| *typ == ContentType::ALERT);
        assert_eq!(alerts.count(), 1, "a single alert");
        self.assert_failed(error);
    }

    /// Sends bytes that end the connection without an alert in return.
    #[track_caller]
    pub fn end_silently(&mut self, bytes: &[u8], error: impl Into<Error>) {
        let error = error.into();
        assert_eq!(self.subject.feed(bytes), Err(error.clone()));
        let answers = self.answers();
        assert!(answers.iter().all(|(typ, _)| *typ != ContentType::ALERT));
        self.assert_failed(&error);
    }

    /// The connection has failed for good.
    #[track_caller]
    fn assert_failed(&mut self, error: &Error) {
        for again in [
            &[][..],
            &super::plaintext(ContentType::HANDSHAKE, &[1, 0, 0, 0]),
        ] {
            assert_eq!(self.subject.feed(again), Err(error.clone()), "errors stick");
        }
        let common = self.subject.common();
        common.send_close_notify();
        assert!(common.write_data(b"data").is_err());
        assert!(common.export_keying_material([0], b"label", None).is_err());
        assert!(
            !self.subject.common().wants_write(),
            "nothing follows the alert"
        );
    }

    /// The connection still stands, and its handshake is over: data arrives.
    #[track_caller]
    pub fn assert_connected(&mut self) {
        assert!(!self.subject.common().is_handshaking());
        self.subject.received();
        self.send_record(ContentType::APPLICATION_DATA, b"data");
        assert_eq!(self.subject.received(), b"data");
    }

    /// Adds messages that were received to the transcript, one after the other.
    pub fn take_messages(&mut self, content: &[u8]) -> Vec<(HandshakeType, Vec<u8>)> {
        let mut messages = Vec::new();
        let mut r = reader::Reader::new(content);
        while r.left() > 0 {
            let handshake = codec::Handshake::read(&mut r).expect("whole messages");
            let (typ, body) = (handshake.msg_type, handshake.body.bytes());
            self.transcript.add(Message { typ, body });
            messages.push((typ, body.to_vec()));
        }
        messages
    }
}
