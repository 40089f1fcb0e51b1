fn handle<'m>(message: &'m mut [u8]) -> Result<&'m [u8], u8> {
    match message {
        [11, rest @ ..] => Ok(rest),
        _ => Err(10),
    }
}

fn main() {
    let mut buffer = vec![20, 0, 0, 0];
    match handle(&mut buffer) {
        Ok(certificate) => assert_eq!(certificate, []),
        Err(_error) => buffer.clear(),
    }
}
