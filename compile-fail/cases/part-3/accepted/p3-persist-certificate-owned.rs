// As long as messages own their bytes, a state may keep a part of one by moving it.
#![allow(dead_code)]

struct Message {
    certificate: Vec<u8>,
}

trait State {
    fn handle(self: Box<Self>, message: Message) -> Box<dyn State>;
}

struct ExpectCertificate;

impl State for ExpectCertificate {
    fn handle(self: Box<Self>, message: Message) -> Box<dyn State> {
        Box::new(ExpectServerKx {
            server_cert_chain: message.certificate,
        })
    }
}

struct ExpectServerKx {
    server_cert_chain: Vec<u8>,
}

impl State for ExpectServerKx {
    fn handle(self: Box<Self>, _message: Message) -> Box<dyn State> {
        self
    }
}

fn main() {}
