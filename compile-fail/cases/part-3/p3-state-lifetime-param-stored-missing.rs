// The lifetime of a trait object may be left out, a parameter of its trait may not. So each
// place that names the state has to say which messages it takes, the connection included.

trait State<'a> {
    fn handle(self: Box<Self>, message: &'a [u8]) -> Box<dyn State<'a> + 'a>;
}

struct Connection {
    state: Box<dyn State>,
}

fn main() {}
