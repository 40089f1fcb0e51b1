// What `async` would hide is written out and boxed, pinned because a future is polled in place.
#![allow(dead_code)]

use std::future::Future;
use std::pin::Pin;

trait Shape {
    fn draw(&self) -> Pin<Box<dyn Future<Output = ()> + '_>>;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
