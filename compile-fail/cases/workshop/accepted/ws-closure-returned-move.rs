// With `move` the closure owns what it uses: a copy of the number travels with it. Of a reference
// it would own the reference, no more, and could not outlive what that refers to.

fn expects(typ: u8) -> impl Fn(&[u8]) -> bool {
    move |message| message.first() == Some(&typ)
}

fn main() {
    let is_client_hello = expects(1);
    println!("{}", is_client_hello(b"\x01\0\0\0"));
}
