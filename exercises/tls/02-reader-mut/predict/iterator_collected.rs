struct Pairs<'a> {
    buffer: &'a mut [u8],
}

impl<'a> Iterator for Pairs<'a> {
    type Item = &'a mut [u8];

    fn next(&mut self) -> Option<&'a mut [u8]> {
        self.buffer.split_off_mut(..2)
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut pairs = Pairs { buffer: &mut bytes };
    let all: Vec<&mut [u8]> = pairs.by_ref().collect();
    assert_eq!(pairs.buffer.len(), 1);
    for pair in all {
        pair.swap(0, 1);
    }
}
