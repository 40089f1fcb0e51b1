#[derive(Debug, PartialEq, Eq)]
pub struct Consumed(usize);
