#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "the records that were popped are still in the buffer"]
pub struct Consumed(usize);
