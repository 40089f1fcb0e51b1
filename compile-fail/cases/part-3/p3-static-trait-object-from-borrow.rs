// `'static` on a trait object means that it holds no borrowed bytes. This state borrows for
// `'a`, and a box around it changes nothing about that.

trait State {}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {}

fn boxed<'a>(bytes: &'a [u8]) -> Box<dyn State + 'static> {
    let state: Box<dyn State + 'static> = Box::new(HasCertificate { certificate: bytes });
    state
}

fn main() {}
