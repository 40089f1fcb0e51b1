// Parameters go by their place, associated types by their name. Those with a place come first.

trait Parse<Input, Mode> {
    type Output;
    type Error;
}

fn run(_parse: &dyn Parse<Output = u8, &'static str, char, Error = ()>) {}

fn main() {}
