use codec::{PayloadU8, read_joined};

fn main() {
    let payload = read_joined::<PayloadU8<'_>>(&[&[2, b'h'], &[b'2']]);
    assert!(payload.is_ok());
}
