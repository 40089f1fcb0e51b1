// `Box<dyn Display>` is written twice and means two things: in the parameter `'static`, in the
// body whatever fits. To fit the parameter, the local would have to live for ever.

use std::fmt::Display;

fn print(text: Box<dyn Display>) {
    println!("{text}");
}

fn main() {
    let local = String::from("short-lived");
    let boxed: Box<dyn Display> = Box::new(&local);
    print(boxed);
}
