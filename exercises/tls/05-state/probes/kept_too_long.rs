use codec::HandshakeType;
use state::flight::{ExpectCertificate, Transcript};
use state::{Message, State};

fn main() {
    let buffer = vec![0; 441];
    let message = Message {
        typ: HandshakeType::CERTIFICATE,
        body: &buffer,
    };
    let next = Box::new(ExpectCertificate).handle(&mut Transcript::default(), message);
    drop(buffer);
    assert!(next.is_err());
}
