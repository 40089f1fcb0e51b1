// What `next` returns depends on the associated type. Unless that is given, `dyn Queue` is not
// one type, and no caller would know what to expect.

trait Queue {
    type Entry;

    fn next(&mut self) -> Option<Self::Entry>;
}

fn drain(_queue: &mut dyn Queue) {}

fn main() {}
