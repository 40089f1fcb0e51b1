// The associated type is an argument of the trait object, given by name. It is part of the
// type: queues of other entries are other types.
#![allow(dead_code)]

trait Queue {
    type Entry;

    fn next(&mut self) -> Option<Self::Entry>;
}

fn drain(queue: &mut dyn Queue<Entry = u8>) {
    while queue.next().is_some() {}
}

fn main() {}
