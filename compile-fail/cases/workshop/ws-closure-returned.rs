// A closure borrows what it only reads, here the parameter. The parameter ends with the call, and
// the closure is to be called afterwards.

fn expects(typ: u8) -> impl Fn(&[u8]) -> bool {
    |message| message.first() == Some(&typ)
}

fn main() {
    let is_client_hello = expects(1);
    println!("{}", is_client_hello(b"\x01\0\0\0"));
}
