#![allow(dead_code)]

trait State {}

struct Waits<'m>(&'m [u8]);

impl State for Waits<'_> {}

fn handle<'m>(message: &'m mut [u8]) -> Result<Box<dyn State + 'm>, u8> {
    match message {
        [11, ..] => Ok(Box::new(Waits(message))),
        _ => Err(10),
    }
}

fn main() {
    let mut buffer = vec![20, 0, 0, 0];
    if let Ok(next) = handle(&mut buffer) {
        drop(next);
    } else {
        buffer.clear();
    }
}
