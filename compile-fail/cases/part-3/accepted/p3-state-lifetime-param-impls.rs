// The dead end starts well: with the lifetime on the trait, one impl header says that state
// and messages share it. The trouble comes with the place to keep such a state.
#![allow(dead_code)]

trait State<'a> {
    fn handle(self: Box<Self>, message: &'a [u8]) -> Box<dyn State<'a> + 'a>;
}

struct InitialState;

impl<'a> State<'a> for InitialState {
    fn handle(self: Box<Self>, message: &'a [u8]) -> Box<dyn State<'a> + 'a> {
        Box::new(HasCertificate {
            certificate: message,
        })
    }
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State<'a> for HasCertificate<'a> {
    fn handle(self: Box<Self>, _message: &'a [u8]) -> Box<dyn State<'a> + 'a> {
        self
    }
}

fn main() {}
